"""Rules that need no language: what the structure of a document alone gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.document import Block, BlockKind, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.rules.ruleset import RuleSet

structure = RuleSet("any.structure", layer=Layer.ANY)

_TIMED = re.compile(r"(?:\d{1,2}[:.h]\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b.{10,200}$")
# Three headlines with a time each make a list; two may be a programme inside a story.
_LEAST_TIMED = 3
_IMAGE_FILE = re.compile(r"\S{0,200}\.(?:jpe?g|png|gif|webp|svg)", re.I)


@structure.rule("no_words", chrome=Chrome.NAVIGATION, marks=["* * *", "|", "———"], keeps=["1,200", "第一章"])
def has_no_words(block: Block, document: Document) -> bool:  # noqa: ARG001
    """A line without a letter or digit parts things and says nothing."""
    return not any(map(str.isalnum, block.text))


@structure.rule(
    "image_text",
    chrome=Chrome.MEDIA,
    marks=["# A title\n\n![A man at a window](https://example.com/a.jpg)\n\nSee [this](https://example.com/)."],
    keeps=["# A title\n\nA man at a window.\n\nSee [this](https://example.com/) and [that](https://example.com/)."],
)
def is_image_text(block: Block, document: Document) -> bool:
    """The text of an image in Markdown stands in for the image and is no part of the story."""
    return document.form == "text" and block.kind is BlockKind.CAPTION


@structure.document_rule(
    "timed_headlines",
    chrome=Chrome.RELATED,
    marks=[
        "- 14:34 Harbour opens after the storm\n- 14:04 Council votes on the tram\n- 13:33 Two rescued from the lake"
    ],
    keeps=[
        "14:34 Harbour opens after the storm",
        "At 14:34 the harbour opened.\nAt 15:00 it closed.\nAt 16:00 it rained.",
    ],
)
def timed_headlines(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """Three or more lines in a row that each begin with a time and end without a full stop are a news ticker."""
    run: list[int] = []
    for block in (*document.blocks, None):
        if block is not None and _TIMED.match(block.text) and block.text[-1] not in ".!?":
            run.append(block.index)
            continue
        if len(run) >= _LEAST_TIMED:
            yield from run
        run = []
