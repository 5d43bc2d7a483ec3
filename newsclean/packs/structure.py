"""Rules that need no language: what the structure of a document alone gives away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from newsclean.document import Block, BlockKind, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.rules.ruleset import RuleSet

structure = RuleSet("any.structure", layer=Layer.ANY)

_TIMED = re.compile(r"(?:\d{1,2}[:.h]\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b.{10,200}$")
# Three headlines with a time each make a list; two may be a programme inside a story.
_LEAST_TIMED = 3
# Running text this long, in words, is a story's own, and no teaser or caption.
_LONG = 20
# Links of a menu are this short, in words, and so many in a row; two or three may be a list in a story.
_LINK_WORDS = 3
_LEAST_LINKS = 6
_TEASER_WORDS = range(4, 19)
_LEAST_TEASERS = 2
# Words that title case leaves small are short ("of", "and", "für").
_SMALL = 3
_CAPTION_WORDS = range(5, 46)
# What stands behind a caption: "(Joel Arrieta / The Ledger)", "| G. Pulido", ". JOAQUIN ARRIETA", ". © L'Echo".
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_CREDIT = re.compile(
    rf"\({_NAME}(?: {_NAME}){{0,4}} ?/ ?{_NAME}(?: {_NAME}){{0,4}}\)\.?$"
    rf"|[.!?)”»\"] ?\|? ?© ?{_NAME}[^.!?]{{0,60}}$"
    rf"|[.!?)”»\"] ?[|/] ?{_NAME}(?: {_NAME}){{1,3}}$"
    r"|[.!?)”»\"] [^\W\d_a-z]{2,}(?: [^\W\d_a-z]{2,}){1,3}$"
)


# For the examples of rules that need a story to stand beside.
_LEAD = (
    "The council voted on Tuesday night to replace the old bridge over the river, which has carried cars since the war."
)
_MENU = "News\nSport\nWeather\nCulture\nOpinion\nContact us"


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


@structure.document_rule(
    "caption_before_the_lead",
    chrome=Chrome.MEDIA,
    marks=[
        f"Cars cross the bridge on Tuesday. (Joel Arrieta / The Ledger)\n\n{_LEAD}",
        f"Elias, 19, celebrates his second goal. | G. Pulido\n\n{_LEAD}",
        f"The market hall, closed since 2012. JOAQUIN ARRIETA\n\n{_LEAD}",
        f"The hall, built in 1931, may fall. © The Echo / Joel Arrieta\n\n{_LEAD}",
    ],
    keeps=[
        f"The bridge will be rebuilt, the council said (with two against).\n\n{_LEAD}",
        f"{_LEAD}\n\nThe council voted for it on Tuesday. (Anna Berg / The Ledger)",
    ],
)
def captions_before_the_lead(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """A line above the story that ends in somebody's name, as pictures are credited, is a caption."""
    for block in document.blocks[: _story_bounds(document)[0]]:
        if block.words in _CAPTION_WORDS and _CREDIT.search(block.text[-160:]):
            yield block.index


@structure.document_rule(
    "link_run",
    chrome=Chrome.NAVIGATION,
    marks=[f"{_MENU}\n\n{_LEAD}", f"{_LEAD}\n\n{_MENU}"],
    keeps=[f"{_LEAD}\n{_MENU}\n{_LEAD}", _MENU, f"News\nSport\n{_LEAD}"],
)
def link_runs(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """Six or more lines in a row of a few words each, above or below the story, are the links of a menu."""
    first, last = _story_bounds(document)
    for part in (document.blocks[:first], document.blocks[last + 1 :]):
        for run in _runs(part, lambda block: block.words <= _LINK_WORDS and block.text[-1] not in ".!?…"):
            if len(run) >= _LEAST_LINKS:
                yield from run


@structure.document_rule(
    "title_case_teasers",
    chrome=Chrome.RELATED,
    marks=[f"{_LEAD}\n\nHarbour Opens After the Long Storm\nTwo Rescued From a Frozen Lake"],
    keeps=[
        f"{_LEAD}\n\nHarbour Opens After the Long Storm",
        f"{_LEAD}\n\nthe harbour opens after a storm\ntwo rescued from a frozen lake",
        f"Harbour Opens After the Long Storm\nTwo Rescued From a Frozen Lake\n\n{_LEAD}",
    ],
)
def title_case_teasers(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """Two or more headlines in title case in a row, below the story, lead to other stories."""
    below = document.blocks[_story_bounds(document)[1] + 1 :]
    for run in _runs(below, _is_title_case):
        if len(run) >= _LEAST_TEASERS:
            yield from run


def _is_title_case(block: Block) -> bool:
    words = [word for word in block.text.split() if word[0].isalpha() and len(word) > _SMALL]
    return (
        block.words in _TEASER_WORDS
        and block.text[-1] not in ".!…"
        and len(words) > 1
        and all(word[0].isupper() for word in words)
    )


def _story_bounds(document: Document) -> tuple[int, int]:
    """The indexes of the first and the last long block of running text; an empty document has none between them."""
    long = [block.index for block in document.blocks if block.words >= _LONG and block.text[-1] in ".!?…”\"»'’)"]
    return (long[0], long[-1]) if long else (0, len(document.blocks))


def _runs(blocks: Sequence[Block], test: Callable[[Block], bool]) -> Iterator[list[int]]:
    """The indexes of blocks in a row that pass a test."""
    for passed, run in groupby(blocks, key=test):
        if passed:
            yield [block.index for block in run]
