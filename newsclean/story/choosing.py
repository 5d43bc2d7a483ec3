"""Choose the story: by the trained model, by trafilatura where that is in doubt, or by rules alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from newsclean.document import Document
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.rules.applying import Findings
from newsclean.segment.article_body import TRAIL
from newsclean.segment.html import HtmlPage
from newsclean.segment.looks import Look, look
from newsclean.story.edges import below_headline, with_edges
from newsclean.story.judging import judge
from newsclean.story.model import Judgement, StoryModel
from newsclean.story.reasons import reason
from newsclean.story.resolving import Cut, resolve
from newsclean.story.scene import Scene, set_scene
from newsclean.story.sections import section_marks
from newsclean.story.telling import tell
from newsclean.story.trafilatura_choice import extract, kept_blocks

# Fewer words than this from trafilatura, on a page that has more: it has lost the story.
_LEAST_WORDS = 30
_LEAST_PROSE = 12
_LONG_LIST = 200
# Where the page's elements hold this share of the words of its JSON-LD's story, they hold a story of their own.
_WHOLE = 0.5
# A page of which the model expects less than this, or keeps fewer words, is shown to trafilatura; a text of which it
# does is told by rules alone.
_DOUBT = {"html": (0.85, 20.0), "text": (0.6, 12.0)}
# How sure the model must be of a block for it not to belong to the section that it stands in.
_SURE = 0.6
# What the marks of the model are named after.
_VOICE = "story"
# What is glued to a story's sentence rather than to a caption or an offer: who wrote it, and where to write to.
_SIGNED = frozenset({Chrome.AUTHOR_BIO, Chrome.FOLLOW})


@dataclass(frozen=True)
class Case:
    """What the story is chosen from.

    Attributes:
        document: the document.
        looks: what its blocks look like.
        page: the parsed page, where it is HTML.
        found: what the rules have found.
        known_language: whether there are rules for the document's language.
    """

    document: Document
    looks: Sequence[Look]
    page: HtmlPage | None
    found: Findings
    known_language: bool

    @cached_property
    def own(self) -> int:
        """The number of blocks that stand in the document itself, and not in what the page states of it."""
        return sum(1 for _ in takewhile(lambda block: block.trail != TRAIL, self.document.blocks))

    @cached_property
    def rule_marks(self) -> list[Mark]:
        """The marks of the rules."""
        return [*(hit.mark for hit in self.found.hits), *self.found.marks]


def choose_story(case: Case, model: StoryModel | None, *, with_reasons: bool) -> list[Mark]:
    """Return the marks of the rules, of the sections they open, and one of the model's layer for every block.

    Args:
        case: the document, and what the rules found in it.
        model: the trained model; by rules alone (and trafilatura, for HTML) where there is none.
        with_reasons: whether the model's marks say what weighed most.
    """
    if model is None:
        return _without_model(case)
    return _with_model(case, model, with_reasons=with_reasons)


def _with_model(case: Case, model: StoryModel, *, with_reasons: bool) -> list[Mark]:
    form = case.document.form
    # In text, sections are evidence for the model; in HTML the markup is better evidence.
    sections = sections_of(case, None) if case.page is None else []
    scene = scene_of(case, sections)
    judgement = model.judge(scene, form)
    confidence = _confidence(model.confidence(judgement.expected, form))
    kept, voice = _choice(case, scene, judgement)
    if kept is None:
        return [*_by_rules(case), confidence]
    if case.own < len(case.document.blocks) and not _is_whole(case, kept):
        return [*_as_stated(case), confidence]
    # What stands under a heading is of its kind, unless the model is sure that it is of the story.
    if case.page is None:
        sure = [bool(probability > _SURE) for probability in judgement.probabilities]
    else:
        sections, sure = sections_of(case, kept), kept

    def why(index: int) -> str:
        if voice != _VOICE:
            return (
                f"The library trafilatura, asked in a case of doubt, {'keeps it' if kept[index] else 'leaves it out'}."
            )
        # Of what a rule has told, the model says nothing.
        judged = with_reasons and scene.chrome[index] is None
        return reason(model.forest(form), judgement, index) if judged else ""

    return [
        # First: of two marks of one layer the first counts, and a time beside a related headline is `related`.
        *(mark for mark in sections if mark.layer is Layer.SITE or mark.block is None or not sure[mark.block]),
        *case.rule_marks,
        *tell(scene.blocks, scene.looks, kept, scene.hints, voice, why, [kind is not None for kind in scene.chrome]),
        *_stated_again(case),
        confidence,
    ]


def _choice(case: Case, scene: Scene, judgement: Judgement) -> tuple[list[bool] | None, str]:
    """Return which blocks are the story, and by whose word; None where only rules can tell."""
    in_doubt = _in_doubt(judgement, scene.looks, case.document.form)
    if case.page is None:
        return None if in_doubt else with_edges(judgement.kept, judgement.probabilities, scene), _VOICE
    if in_doubt:
        second = kept_blocks(scene.blocks, extract(case.page.tree))
        if _is_story(_kept(scene.looks, second)):
            return second, "trafilatura"
    return below_headline(judgement.kept, scene), _VOICE


def _without_model(case: Case) -> list[Mark]:
    document, own = case.document, case.own
    blocks, looks = document.blocks[:own], case.looks[:own]
    if case.page is None:
        return _by_rules(case)
    kept = kept_blocks(blocks, extract(case.page.tree))
    trusted = _is_story(_kept(looks, kept))
    if own < len(document.blocks) and not _is_whole(case, kept):
        return _as_stated(case)
    if not trusted and own == len(document.blocks):
        return _by_rules(case)
    marks = tell(blocks, looks, kept, case.page.hints, "trafilatura", lambda _: "As the library trafilatura has it.")
    return [*sections_of(case, kept), *case.rule_marks, *marks, *_stated_again(case)]


def _by_rules(case: Case) -> list[Mark]:
    blocks = case.document.blocks
    marks = [*sections_of(case, None), *case.rule_marks]
    chrome = [verdict.chrome for verdict in resolve(len(blocks), marks)]
    # A page of HTML is a whole page, whatever it lacks: it is never taken for what an extraction left.
    return marks + judge(blocks, case.looks, chrome, known_language=case.known_language and case.page is None)


def scene_of(case: Case, sections: Sequence[Mark]) -> Scene:
    """Return what the model is shown: the document's own blocks, and what rules and sections say of them.

    A sentence is a sentence, though an address stands behind it: such a paragraph it sees without what rules cut out.
    """
    own = case.own
    kinds = {mark.block: mark.chrome for mark in sections}
    verdicts = resolve(len(case.document.blocks), case.rule_marks)[:own]
    blocks, looks = list(case.document.blocks[:own]), list(case.looks[:own])
    for index, verdict in enumerate(verdicts):
        if verdict.chrome is None and not looks[index].prose and any(cut.chrome in _SIGNED for cut in verdict.cuts):
            bare = replace(blocks[index], text=_rest(blocks[index].text, verdict.cuts))
            bare_look = look(bare, looks[index].repeated) if bare.text else looks[index]
            if bare_look.prose:
                blocks[index], looks[index] = bare, bare_look
    return set_scene(
        case.document,
        blocks,
        looks,
        [verdict.chrome for verdict in verdicts],
        [kinds.get(index) for index in range(own)],
        case.page.hints if case.page is not None else (),
    )


def _rest(text: str, cuts: Sequence[Cut]) -> str:
    """A text without what is cut out of it as chrome."""
    kept, at = [], 0
    for cut in cuts:
        if cut.chrome is not None:
            kept.append(text[at : cut.start])
            at = cut.end
    return " ".join(" ".join((*kept, text[at:])).split())


def sections_of(case: Case, kept: Sequence[bool] | None) -> list[Mark]:
    """Return the marks of the sections that rules open, among the document's own blocks.

    Args:
        case: the document, and what the rules found in it.
        kept: which of these blocks are the story, where that is known.
    """
    own = case.own
    return section_marks(case.document.blocks[:own], case.looks[:own], case.found.hits, case.found.marks, kept)


def _in_doubt(judgement: Judgement, looks: Sequence[Look], form: str) -> bool:
    least, fewest = _DOUBT[form]
    return judgement.expected < least or sum(look.words for look in _kept(looks, judgement.kept)) < fewest


def _kept(looks: Sequence[Look], kept: Sequence[bool]) -> list[Look]:
    return [look for look, keep in zip(looks, kept, strict=True) if keep]


def _confidence(value: float) -> Mark:
    said = f"{value:.2f}"
    why = "The score that documents had, out of fold, of which the model expected as much."
    return Mark("model.story.confidence", Layer.MODEL, None, role=Role.BODY, sets=(("confidence", said),), why=why)


def _is_whole(case: Case, kept: Sequence[bool]) -> bool:
    """Whether the page's elements hold a story of their own, beside the one that its JSON-LD states."""
    stated = sum(look.words for look in case.looks[case.own :])
    return sum(look.words for look in _kept(case.looks[: case.own], kept)) >= _WHOLE * stated


def _stated_again(case: Case) -> list[Mark]:
    """The elements hold a whole story, in other words than the JSON-LD: they are what the reader sees."""
    why = "The page's JSON-LD or a script states the story once more, in other words than the page."
    return [_around(block.index, why) for block in case.document.blocks[case.own :]]


def _as_stated(case: Case) -> list[Mark]:
    """The elements lack the story that the JSON-LD states: nothing in them is it."""
    why = "The page's JSON-LD or a script states another text as the article's body."
    marks = [*case.rule_marks, *(_around(index, why) for index in range(case.own))]
    why = "The page's JSON-LD or a script states it as the article's body."
    return marks + [
        Mark("model.article_body.body", Layer.MODEL, block.index, role=Role.BODY, why=why)
        for block in case.document.blocks[case.own :]
    ]


def _around(index: int, why: str) -> Mark:
    return Mark("model.article_body.around", Layer.MODEL, index, chrome=Chrome.NAVIGATION, why=why)


def _is_story(kept: Sequence[Look]) -> bool:
    """Whether what trafilatura keeps can be a story: some running text, or a list long enough to be one."""
    words = sum(look.words for look in kept)
    prose = sum(look.words for look in kept if look.prose)
    return (words >= _LEAST_WORDS and prose >= _LEAST_PROSE) or words >= _LONG_LIST
