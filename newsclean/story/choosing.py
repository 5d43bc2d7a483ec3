"""Choose the story: by what a text looks like, or for HTML by trafilatura with the same view behind it."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Document
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.rules.applying import Findings
from newsclean.segment.article_body import TRAIL
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
    stated = [block.trail == TRAIL for block in blocks]
    if any(stated):
        # The elements lack the story that the page states: nothing in them is it.
        return [*(hit.mark for hit in found.hits), *found.marks, *(_stated_mark(i, s) for i, s in enumerate(stated))]
    kept = kept_blocks(blocks, extract(page.tree)) if page is not None else [False] * len(blocks)
    trusted = _is_story([look for look, keep in zip(looks, kept, strict=True) if keep])
    # Sections first: of two marks of one layer the first counts, and a time beside a related headline is `related`.
    marks = section_marks(blocks, looks, found.hits, kept if trusted else None)
    marks += [*(hit.mark for hit in found.hits), *found.marks]
    if trusted:
        return marks + choice_marks(blocks, kept)
    chrome = [verdict.chrome for verdict in resolve(len(blocks), marks)]
    # A page of HTML is a whole page, whatever it lacks: it is never taken for what an extraction left.
    return marks + judge(blocks, looks, chrome, known_language=known_language and page is None)


def _stated_mark(index: int, stated: bool) -> Mark:
    if stated:
        why = "The page's JSON-LD states it as the article's body."
        return Mark("model.article_body.body", Layer.MODEL, index, role=Role.BODY, why=why)
    why = "The page's JSON-LD states another text as the article's body."
    return Mark("model.article_body.around", Layer.MODEL, index, chrome=Chrome.NAVIGATION, why=why)


def _is_story(kept: Sequence[Look]) -> bool:
    """Whether what trafilatura keeps can be a story: some running text, or a list long enough to be one."""
    words = sum(look.words for look in kept)
    prose = sum(look.words for look in kept if look.prose)
    return (words >= _LEAST_WORDS and prose >= _LEAST_PROSE) or words >= _LONG_LIST
