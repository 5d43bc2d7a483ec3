"""Rules that need no language: what the structure of a document alone gives away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from newsclean.document import Block, BlockKind, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.packs.prompt_words import UNSPACED
from newsclean.packs.wording_odds import wording
from newsclean.rules.ruleset import Place, RuleSet

structure = RuleSet("any.structure", layer=Layer.ANY)

_TIMED = re.compile(r"(?:\d{1,2}[:.h]\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b.{10,200}$")
# Three headlines with a time each make a list; two may be a programme inside a story.
_LEAST_TIMED = 3
# Running text this long, in words, is a story's own, and no teaser or caption.
_LONG = 20
# In characters, where no spaces part words.
_LONG_UNSPACED = 60
_ENDS = frozenset(".!?…”\"»'’)。！？」।")
# Links of a menu are this short, in words, and so many in a row; two or three may be a list in a story.
_LINK_WORDS = 3
_LEAST_LINKS = 6
_LINK_CHARACTERS = 12
# So many lines of chrome that other rules know make a whole page.
_LEAST_KNOWN = 4
_TEASER_WORDS = range(4, 19)
_LEAST_TEASERS = 2
# So many words in a row, each with a capital, name sections; in some languages headlines are written so.
_ROW_WORDS = range(5, 16)
# So many pieces of a few words each, with a bar, a bullet or white space between them, name sections as well.
_PARTS = re.compile(r"\s*[|｜•·∙・>›»]\s*|\s[/–—-]\s|\u3000")
_LEAST_PARTS = 4
_PART_WORDS, _PART_CHARACTERS = 3, 24
_LONGEST_ROW = 300
_TITLE_CASE = frozenset({"en", "id", "ms"})
# Words that title case leaves small are short ("of", "and", "für").
_SMALL = 3
# Signs in front of a headline, and how many such lines in a row are no list.
_POINTS = frozenset("→➔➤▶►▸▪◾◼■+»")
# ... but in Chinese, Japanese and Korean a square opens a subhead.
_SQUARES = frozenset("▪◾◼■")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST_POINTERS = 2
_POINTER_CHARACTERS = range(14, 121)
# In HTML so much of it stands inside a link.
_LINKED = 0.95
# A line of capitals with fewer words is a label.
_HEADLINE_WORDS = 5
_QUOTES = frozenset("?”\"»'’」")


# For the examples of rules that need a story to stand beside.
_LEAD = (
    "The council voted on Tuesday night to replace the old bridge over the river, which has carried cars since the war."
)
_POLISH = (
    "Rada miasta zdecydowała we wtorek, że stary most nad rzeką, po którym jeżdżono od czasów wojny, zostanie "
    "zamknięty, a nowy powstanie za dwa lata."
)
_LINKS = "Herring\nPort news\nStreet fishing\nTide clock\nBoat yards\nOld sails"


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
    "link_run",
    chrome=Chrome.NAVIGATION,
    marks=[f"{_LINKS}\n\n{_LEAD}\n\nShare this article\n\n{_LINKS}\n\nLog in\n\nCookie settings\n\nSkip to content"],
    keeps=[f"{_LEAD}\n{_LINKS}\n{_LEAD}", f"{_LEAD}\n\n{_LINKS}", f"{_LINKS}\n\n{_LEAD}", _LINKS],
)
def link_runs(document: Document, marks: Sequence[Mark]) -> Iterator[int]:
    """Six or more lines in a row of a few words each, above or below the story of a whole page, are a menu's links."""
    first, last = story_bounds(document)
    known = _known(marks)
    for part in (document.blocks[:first], document.blocks[last + 1 :]):
        for run in _runs(part, _is_link_like):
            if len(run) >= _LEAST_LINKS and _is_whole_page(known, run, last):
                yield from run


@structure.document_rule(
    "section_row",
    chrome=Chrome.NAVIGATION,
    marks=[
        "Wiadomości Sport Kultura Pogoda Ogłoszenia\nRada zamyka stary most na rzece\n\n" + _POLISH,
    ],
    keeps=[
        "Council Votes Again On Bridge\n\n" + _LEAD,
        "Rada zamyka stary most Kraka\n\n" + _POLISH,
    ],
)
def section_rows(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """Above the story, a line of single words each with a capital is a menu; but English headlines may be so, too."""
    if document.language is None or document.language.split("-")[0] in _TITLE_CASE:
        return
    first, _ = story_bounds(document)
    for block in document.blocks[:first]:
        words = block.text.split()
        if len(words) in _ROW_WORDS and all(word.istitle() and word.isalpha() for word in words):
            yield block.index


@structure.document_rule(
    "parted_row",
    chrome=Chrome.NAVIGATION,
    marks=[
        f"News | Sport | Life & Style | Weather\nCouncil votes again on bridge\n\n{_LEAD}",
        f"Wirtschaft · Politik · Kultur · Sport\nRat stimmt für neue Brücke\n\n{_LEAD}",
        f"Latest  Politics  World  Offers\nCouncil votes again on bridge\n\n{_LEAD}",
    ],
    keeps=[
        f"Rotterdam | Council votes again on the bridge | Live\n\n{_LEAD}",
        f"{_LEAD}\n\nNews | Sport | Life & Style | Weather",
    ],
)
def parted_rows(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:  # noqa: ARG001
    """Above the story, a line of a few words each with bars, bullets or spaces between them is a menu, or buttons."""
    for block in document.blocks[: story_bounds(document)[0]]:
        if len(block.text) > _LONGEST_ROW:
            continue
        parts = [part for item in block.items for part in _PARTS.split(item.strip(" |｜•·›»>")) if part]
        if len(parts) >= _LEAST_PARTS and all(_is_part(part) for part in parts):
            yield block.index, wording().kind(block.text, (Chrome.NAVIGATION, Chrome.SHARE))


def _is_part(text: str) -> bool:
    words = text.split()
    return len(words) <= _PART_WORDS and len(text) <= _PART_CHARACTERS and not any(map(str.isdigit, text))


@structure.document_rule(
    "title_case_teasers",
    chrome=Chrome.RELATED,
    marks=[f"{_LEAD}\n\nShare this article\n\nHarbour Opens After the Long Storm\nTwo Rescued From a Frozen Lake"],
    keeps=[
        f"{_LEAD}\n\nShare this article\n\nHarbour Opens After the Long Storm",
        f"{_LEAD}\n\nHarbour Opens After the Long Storm\nTwo Rescued From a Frozen Lake",
        f"{_LEAD}\n\nShare this article\n\nthe harbour opens after a storm\ntwo rescued from a frozen lake",
        f"Harbour Opens After the Long Storm\nTwo Rescued From a Frozen Lake\n\n{_LEAD}",
    ],
)
def title_case_teasers(document: Document, marks: Sequence[Mark]) -> Iterator[int]:
    """Two or more headlines in title case in a row, below the story and what ends it, lead to other stories."""
    last = story_bounds(document)[1]
    known = _known(marks)
    for run in _runs(document.blocks[last + 1 :], _is_title_case):
        if len(run) >= _LEAST_TEASERS and _is_behind_chrome(known, run, last):
            yield from run


@structure.document_rule(
    "pointer",
    chrome=Chrome.RELATED,
    marks=[
        f"{_LEAD}\n\n→ Small electric buses will run in the old town\n\n{_LEAD}",
        f"{_LEAD}\n+ Small electric buses will run in the old town\n{_LEAD}",
        f"{_LEAD}\n▪ Small electric buses in the old town\n▪ Why bakers argue\n{_LEAD}",
    ],
    keeps=[
        f"{_LEAD}\n\n→ The old town gets small electric buses.\n\n{_LEAD}",
        f"{_LEAD}\n+ two eggs and butter\n+ a pound of flour\n+ a pinch of salt\n{_LEAD}",
        f"{_LEAD}\n\nThe council wants:\n→ Small electric buses in the old town\n\n{_LEAD}",
        f"{_LEAD}\n• Small electric buses will run in the old town\n{_LEAD}",
        f"{_LEAD}\n→ buses\n{_LEAD}",
    ],
)
def pointers(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """Between two paragraphs, a headline or two behind an arrow or a plus, and no list, lead to other stories."""
    blocks = document.blocks
    for run in _runs(blocks, lambda block: _is_pointer(block, document.text)):
        first, last = run[0], run[-1]
        is_between = first > 0 and last + 1 < len(blocks) and len(run) <= _MOST_POINTERS
        if is_between and is_running_text(blocks[first - 1]) and is_running_text(blocks[last + 1]):
            yield from run


@structure.document_rule(
    "linked_capitals",
    chrome=Chrome.RELATED,
    marks=[f"# Bridge\n\n{_LEAD}\n\n[COUNCIL HELD BACK ITS BRIDGE REPORT](https://example.com/a)\n\n{_LEAD} It rains."],
    keeps=[
        f"# Bridge to go\n\n{_LEAD}\n\nCOUNCIL HELD BACK ITS BRIDGE REPORT\n\n{_LEAD} It rains.",
        f"# Bridge to go\n\n{_LEAD}\n\n[Council held back its report](https://example.com/a)\n\n{_LEAD} It rains.",
    ],
)
def linked_capitals(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """A paragraph of capitals between others that is all one link is the headline of another story."""
    first, last = story_bounds(document)
    for block in document.blocks[first + 1 : last]:
        is_linked = block.kind is BlockKind.PARAGRAPH and (block.link_density or 0.0) > _LINKED
        if is_linked and block.words >= _HEADLINE_WORDS and block.text.isupper():
            yield block.index


def _is_pointer(block: Block, text: str) -> bool:
    """Whether a block begins with a sign that points, which is read as a bullet, and is long enough for a headline."""
    sign = text[block.start : block.start + 1]
    is_item = block.kind is BlockKind.LIST_ITEM and sign in _POINTS
    if sign in _SQUARES and _EAST_ASIAN.search(block.text):
        return False
    is_long = block.words in _TEASER_WORDS or len(block.text) in _POINTER_CHARACTERS
    return is_item and is_long and block.text[-1:] not in _ENDS - _QUOTES


def _known(marks: Sequence[Mark]) -> set[int]:
    """The blocks that other rules have found to be chrome."""
    return {mark.block for mark in marks if mark.block is not None and mark.chrome is not None and mark.end is None}


def _is_whole_page(known: set[int], run: Sequence[int], last: int) -> bool:
    """Whether other rules have found enough around a run for it not to be a list that belongs to the story."""
    return len(known) >= _LEAST_KNOWN and (run[0] < last or _is_behind_chrome(known, run, last))


def _is_behind_chrome(known: set[int], run: Sequence[int], last: int) -> bool:
    return any(last < index < run[0] for index in known)


def _is_link_like(block: Block) -> bool:
    text = block.text
    # Where no spaces part words, a headline is a few of them, too.
    is_short = block.words <= _LINK_WORDS and (len(text) <= _LINK_CHARACTERS or not UNSPACED.search(text))
    return is_short and text[-1] not in ".!?…" and not any(map(str.isdigit, text))


def _is_title_case(block: Block) -> bool:
    words = [word for word in block.text.split() if word[0].isalpha() and len(word) > _SMALL]
    return (
        block.words in _TEASER_WORDS
        and block.text[-1] not in ".!…"
        and len(words) > 1
        and all(word[0].isupper() for word in words)
    )


def story_bounds(document: Document) -> tuple[int, int]:
    """The indexes of the first and the last long block of running text; an empty document has none between them."""
    long = [block.index for block in document.blocks if is_running_text(block)]
    return (long[0], long[-1]) if long else (0, len(document.blocks))


def is_running_text(block: Block) -> bool:
    """Return whether a block is long enough to be a story's own, and ends as a sentence does."""
    is_long = block.words >= _LONG or (len(block.text) >= _LONG_UNSPACED and UNSPACED.search(block.text) is not None)
    return is_long and block.text[-1] in _ENDS


def _runs(blocks: Sequence[Block], test: Callable[[Block], bool]) -> Iterator[list[int]]:
    """The indexes of blocks in a row that pass a test."""
    for passed, run in groupby(blocks, key=test):
        if passed:
            yield [block.index for block in run]
