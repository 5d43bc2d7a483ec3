"""What is known of a document before its story is told: its blocks, the rules' word on them, what the page states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsclean.document import Block, Document
from newsclean.mark import Chrome
from newsclean.rules.common_words import common_words
from newsclean.rules.languages import pack_of
from newsclean.segment.hints import Hint
from newsclean.segment.looks import Look


@dataclass(frozen=True, slots=True)
class Scene:
    """A document on which the rules have spoken.

    Attributes:
        blocks: its blocks; for HTML those that stand in elements.
        looks: what each looks like.
        chrome: the kind of chrome that rules have found each to be, or None.
        sections: the kind of the section that each stands in, or None.
        hints: what the markup around each names; empty for text.
        headlines: what the page states as its headline.
        description: what the page states as its description.
        stated: the story as the page's JSON-LD states it.
        common: the frequent words of the language, in small letters.
    """

    blocks: Sequence[Block]
    looks: Sequence[Look]
    chrome: Sequence[Chrome | None]
    sections: Sequence[Chrome | None]
    hints: Sequence[Hint | None]
    headlines: Sequence[str]
    description: str | None
    stated: str | None
    common: Mapping[str, int]


def set_scene(
    document: Document,
    blocks: Sequence[Block],
    looks: Sequence[Look],
    chrome: Sequence[Chrome | None],
    sections: Sequence[Chrome | None],
    hints: Sequence[Hint | None],
) -> Scene:
    """Return the scene of a document, or of its first blocks, as many as `blocks`."""
    page = document.metadata
    title = (page.title,) if page.title else ()
    common = common_words(pack_of(document.language)) if document.language else {}
    return Scene(
        blocks,
        looks,
        chrome,
        sections,
        hints,
        (*page.headlines, *title),
        page.description,
        page.article_body,
        common,
    )
