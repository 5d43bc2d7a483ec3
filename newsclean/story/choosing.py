"""Choose the story: by what a text looks like, or for HTML by trafilatura with the same view behind it."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Document
from newsclean.mark import Mark
from newsclean.segment.html import HtmlPage
from newsclean.segment.looks import Look
from newsclean.story.judging import judge
from newsclean.story.resolving import resolve
from newsclean.story.trafilatura_choice import choice_marks, extract

# Fewer words than this from trafilatura, on a page that has more: it has lost the story.
_LEAST_WORDS = 30


def choose_story(
    document: Document, looks: Sequence[Look], page: HtmlPage | None, marks: Sequence[Mark], *, known_language: bool
) -> list[Mark]:
    """Return a mark of the model's layer for every block of `document`.

    Args:
        document: the document.
        looks: what its blocks look like.
        page: the parsed page, where it is HTML.
        marks: those of the rules.
        known_language: whether there are rules for the document's language.
    """
    chrome = [verdict.chrome for verdict in resolve(len(document.blocks), marks)]
    own = judge(document.blocks, looks, chrome, known_language=known_language)
    if page is None:
        return own
    paragraphs = extract(page.tree)
    if sum(len(p.split()) for p in paragraphs) < _LEAST_WORDS and _words(own, looks) >= _LEAST_WORDS:
        return own
    return choice_marks(document.blocks, paragraphs)


def _words(marks: Sequence[Mark], looks: Sequence[Look]) -> float:
    return sum(looks[mark.block].words for mark in marks if mark.keeps and mark.block is not None)
