"""Choose the story: by what a text looks like, or for HTML by trafilatura with the same view behind it."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Document
from newsclean.mark import Mark
from newsclean.rules.applying import Findings
from newsclean.segment.html import HtmlPage
from newsclean.segment.looks import Look
from newsclean.story.judging import judge
from newsclean.story.resolving import resolve
from newsclean.story.sections import section_marks
from newsclean.story.trafilatura_choice import choice_marks, extract, kept_blocks

# Fewer words than this from trafilatura, on a page that has more: it has lost the story.
_LEAST_WORDS = 30


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
    kept = kept_blocks(blocks, extract(page.tree)) if page is not None else [False] * len(blocks)
    trusted = sum(look.words for look, keep in zip(looks, kept, strict=True) if keep) >= _LEAST_WORDS
    # Sections first: of two marks of one layer the first counts, and a time beside a related headline is `related`.
    marks = section_marks(blocks, looks, found.hits, kept if trusted else None)
    marks += [*(hit.mark for hit in found.hits), *found.marks]
    if trusted:
        return marks + choice_marks(blocks, kept)
    chrome = [verdict.chrome for verdict in resolve(len(blocks), marks)]
    return marks + judge(blocks, looks, chrome, known_language=known_language)
