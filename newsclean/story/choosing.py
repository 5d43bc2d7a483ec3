"""Choose the story: by what a text looks like, or for HTML by trafilatura with the same view behind it."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Block, Document
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.rules.applying import Findings
from newsclean.segment.article_body import TRAIL
from newsclean.segment.hints import Hint
from newsclean.segment.html import HtmlPage
from newsclean.segment.looks import Look
from newsclean.story.judging import judge
from newsclean.story.resolving import resolve
from newsclean.story.sections import section_marks
from newsclean.story.trafilatura_choice import choice_marks, extract, kept_blocks

# Fewer words than this from trafilatura, on a page that has more: it has lost the story.
_LEAST_WORDS = 30
_LEAST_PROSE = 12
_LONG_LIST = 200
# Where the page's elements hold this share of the words of its JSON-LD's story, they hold a story of their own.
_WHOLE = 0.5


def choose_story(
    document: Document, looks: Sequence[Look], page: HtmlPage | None, found: Findings, *, known_language: bool
) -> list[Mark]:
    """Return the marks of the rules, of the sections they open, and one of the model's layer for every block.

    Args:
        document: the document.
        looks: what its blocks look like.
        page: the parsed page, where it is HTML.
        found: what the rules have found.
        known_language: whether there are rules for the document's language.
    """
    blocks = document.blocks
    own = next((i for i, block in enumerate(blocks) if block.trail == TRAIL), len(blocks))
    hints = page.hints if page is not None else ()
    kept = kept_blocks(blocks[:own], extract(page.tree)) if page is not None else [False] * own
    in_elements = [look for look, keep in zip(looks, kept, strict=False) if keep]
    if own < len(blocks):
        stated = sum(look.words for look in looks[own:])
        whole = sum(look.words for look in in_elements) >= _WHOLE * stated
        return _beside(blocks, kept, hints, found) if whole else _as_stated(blocks, own, found)
    trusted = _is_story(in_elements)
    # Sections first: of two marks of one layer the first counts, and a time beside a related headline is `related`.
    marks = section_marks(blocks, looks, found.hits, found.marks, kept if trusted else None)
    marks += _rule_marks(found)
    if trusted:
        return marks + choice_marks(blocks, kept, hints)
    chrome = [verdict.chrome for verdict in resolve(len(blocks), marks)]
    # A page of HTML is a whole page, whatever it lacks: it is never taken for what an extraction left.
    return marks + judge(blocks, looks, chrome, known_language=known_language and page is None)


def _rule_marks(found: Findings) -> list[Mark]:
    return [*(hit.mark for hit in found.hits), *found.marks]


def _beside(blocks: Sequence[Block], kept: Sequence[bool], hints: Sequence[Hint | None], found: Findings) -> list[Mark]:
    """The elements hold a whole story, in other words than the JSON-LD: they are what the reader sees."""
    marks = _rule_marks(found) + choice_marks(blocks[: len(kept)], kept, hints)
    why = "The page's JSON-LD states the story once more, in other words than the page."
    return marks + [_around(block.index, why) for block in blocks[len(kept) :]]


def _as_stated(blocks: Sequence[Block], own: int, found: Findings) -> list[Mark]:
    """The elements lack the story that the JSON-LD states: nothing in them is it."""
    why = "The page's JSON-LD states another text as the article's body."
    marks = _rule_marks(found) + [_around(index, why) for index in range(own)]
    why = "The page's JSON-LD states it as the article's body."
    return marks + [
        Mark("model.article_body.body", Layer.MODEL, block.index, role=Role.BODY, why=why) for block in blocks[own:]
    ]


def _around(index: int, why: str) -> Mark:
    return Mark("model.article_body.around", Layer.MODEL, index, chrome=Chrome.NAVIGATION, why=why)


def _is_story(kept: Sequence[Look]) -> bool:
    """Whether what trafilatura keeps can be a story: some running text, or a list long enough to be one."""
    words = sum(look.words for look in kept)
    prose = sum(look.words for look in kept if look.prose)
    return (words >= _LEAST_WORDS and prose >= _LEAST_PROSE) or words >= _LONG_LIST
