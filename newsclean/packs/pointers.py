"""Pointers among the paragraphs, by what their label is made of: "Watch the full video: …", "Read on below the tip"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from newsclean.document import Block, BlockKind, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.packs.prompts import STORY, is_long
from newsclean.packs.wording_odds import wording
from newsclean.rules.fold import QUOTE, fold, has_case, quotes_in
from newsclean.rules.glued import end_of_pointer
from newsclean.rules.languages import pack_of
from newsclean.rules.ruleset import Place, RuleSet
from newsclean.rules.words import words_of

pointers = RuleSet("any.pointers", layer=Layer.ANY)

# A pointer is no longer than this, in characters; its label has so many words, or all of it where nothing follows.
_LONGEST = 160
_LABEL_WORDS, _LISTED_WORDS = range(1, 9), range(2, 9)
_LINE_WORDS = range(2, 11)
# Without a verb so many words must say what else there is.
_LEAST_NAMED = 2
_LABEL = re.compile(r"^[^\w]*([^:|]{2,60}?)\s*[:|]\s*(?=\S)(.*)$", re.DOTALL)
# And inside a paragraph.
_INSIDE = re.compile(r"(?:^|(?<=[.!?…।؟۔][ \"”»’)]))[\s\"”»’)]{0,3}([^\W\d_a-z][^:|.!?…।؟۔,;\"“”„«»]{2,60}):\s+(?=\S)")
# How likely its end must be.
_LIKELY = 0.6
# Where no capital tells it, no end is that likely.
_LIKELY_UNCASED = 0.4
# A document with more of them is made of them.
_MOST_IN_ALL = 200
_WORD = re.compile(r"[^\W\d_](?:[\w'-]|[\u0300-\u036f\u0900-\u0dff\u200c])*")
# A label in capitals, with what it points at.
_CAPITALS = re.compile(r"^\W{0,4}([^\d:|]{4,32}?) ?[:|] ?(\S.{12,150})$")
_LEAST_LETTERS = 5
# A document with more such lines, or with one such label twice, has them in its story.
_MOST_CAPITALS = 3
_POINTED_AT = (Chrome.RELATED, Chrome.MEDIA, Chrome.PROMOTION)
_TIME = re.compile(r"\(?\b\d{1,2}:\d{2}\b\)?")
_STOPS = ".。।"
_FILL = "fill"
# What a label is about decides its kind, the first of them that it names.
_KINDS = {"ads": Chrome.ADVERTISEMENT, "media": Chrome.MEDIA, "more": Chrome.RELATED}
_STAR = "*"


class PointerWords:
    """The words of one language's pointers.

    Args:
        table: the words of each sort; a star at the end of one stands for any further letters.
    """

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._sorts: dict[str, str] = {}
        stems: dict[str, str] = {}
        for sort, words in table.items():
            for word in map(fold, words):
                (stems if word.endswith(_STAR) else self._sorts).setdefault(word.rstrip(_STAR), sort)
        self._stems = {stem: stems[stem] for stem in sorted(stems, key=len, reverse=True)}

    def kind(self, label: str, counts: range, *, is_whole: bool) -> Chrome | None:
        """What a folded label points to; None if it is none.

        Args:
            label: the words before a colon, or the whole line.
            counts: how many words it may have.
            is_whole: whether nothing follows, so that a verb alone points to nothing.
        """
        # The Turkish capital would be two characters in lower case, and is left as it is.
        words = _WORD.findall(label.replace("İ", "i"))
        if len(words) not in counts:
            return None
        sorts: list[str] = []
        for word in words:
            sort = self._sort(word)
            # Most lines are none: their first word tells.
            if sort is None:
                return None
            sorts.append(sort)
        kind = next((chrome for sort, chrome in _KINDS.items() if sort in sorts), None)
        if "calls" in sorts:
            return kind if is_whole or kind is not None else Chrome.RELATED
        # "Photo and video: …" is a credit.
        named = sum(sort != _FILL for sort in sorts)
        return kind if named >= _LEAST_NAMED and not is_whole and {"more", "ads"} & {*sorts} else None

    def _sort(self, word: str) -> str | None:
        sort = self._sorts.get(word)
        return sort or next((sort for stem, sort in self._stems.items() if word.startswith(stem)), None)


@cache
def pointer_words(language: str) -> PointerWords | None:
    """The words for a language; None where there are none."""
    table = _tables().get(language)
    return None if table is None else PointerWords(table)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("pointer_words.toml").read_text("utf-8"))


@pointers.document_rule(
    "label",
    chrome=Chrome.RELATED,
    marks=[
        f"{STORY}\n\nWatch the full video here: How the shaft broke\n\n{STORY} It rains.",
        f"{STORY}\n\nPartner content: Ten ways to fish from a pier\n\n{STORY} It rains.",
        f"{STORY}\n\nContinue reading below the video\n\n{STORY} It rains.",
    ],
    keeps=[
        f"{STORY}\n\nThe video: what it shows\n\n{STORY} It rains.",
        f"{STORY}\n\nWatch the shaft: it breaks\n\n{STORY} It rains.",
        f"{STORY}\n\n“Watch the video: it is short”\n\n{STORY} It rains.",
        f"{STORY}\n\nRead more here: the register is open.\n\n{STORY} It rains.",
        f"{STORY}\n\n- Check: the oil\n- Check: the shaft\n\n{STORY} It rains.",
        "Watch the full video here: How the shaft broke",
    ],
)
def label(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """All words before a colon, or of a short line, are those of pointers, and a verb or two nouns are among them."""
    words = pointer_words(pack_of(document.language))
    if words is None:
        return
    # Above the story stands its headline, which may begin so, too.
    for block in _untold_lines(document, marks):
        if _may_point(block):
            counts = _LISTED_WORDS if block.kind is BlockKind.LIST_ITEM else _LABEL_WORDS
            kind = _kind(words, fold(_TIME.sub("", block.text)), counts)
            if kind is not None:
                yield block.index, kind


@pointers.document_rule(
    "capitals",
    chrome=Chrome.RELATED,
    marks=[f"{STORY}\n\nFROM THE ISLANDS: How the shaft of the ferry broke\n\n{STORY} It rains."],
    keeps=[
        f"{STORY}\n\nFROM THE ISLANDS: The shaft of the ferry broke.\n\n{STORY} It rains.",
        f"{STORY}\n\nPRICE: Four dollars a trip\nPRICE: Six dollars a week\n\n{STORY} It rains.",
        f"{STORY}\n\nFROM THE ISLANDS: HOW THE SHAFT BROKE\n\n{STORY} It rains.",
        "FROM THE ISLANDS: How the shaft of the ferry broke",
    ],
)
def capitals(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """Among the paragraphs stands a label in capitals, a colon, and a headline; no other line has that label."""
    lines = [*_untold_lines(document, marks)]
    last = max((block.index for block in document.blocks if is_long(block)), default=0)
    found = [(block, label) for block in lines if block.index < last and (label := _label_in_capitals(block))]
    labels = {label for _, label in found}
    if len(labels) == len(found) <= _MOST_CAPITALS:
        for block, _ in found:
            yield block.index, wording().kind(block.text, _POINTED_AT)


def _untold_lines(document: Document, marks: Sequence[Mark]) -> Iterator[Block]:
    """The blocks below the first paragraph of which no rule says anything yet."""
    first = next((block.index for block in document.blocks if is_long(block)), len(document.blocks))
    told = {mark.block for mark in marks if mark.end is None}
    return (block for block in document.blocks[first + 1 :] if block.index not in told)


def _label_in_capitals(block: Block) -> str | None:
    """The label that a line begins with, in capitals before a headline that is not."""
    found = _CAPITALS.match(block.text) if _may_point(block) and block.kind is not BlockKind.LIST_ITEM else None
    if found is None or found[1] != found[1].upper() or found[2] == found[2].upper():
        return None
    return found[1] if sum(map(str.isalpha, found[1])) >= _LEAST_LETTERS and found[1] != found[1].lower() else None


def _kind(words: PointerWords, line: str, counts: range) -> Chrome | None:
    if found := _LABEL.match(line):
        return words.kind(found[1], counts, is_whole=False)
    return words.kind(line, _LINE_WORDS, is_whole=True)


def _may_point(block: Block) -> bool:
    """Whether a block is a short line that neither ends as a sentence nor is said by somebody."""
    text = block.text
    is_line = len(text) <= _LONGEST and block.kind is not BlockKind.PREFORMATTED and not is_long(block)
    return is_line and text[-1:] not in _STOPS and fold(text[:1]) != QUOTE


@pointers.document_rule(
    "glued",
    chrome=Chrome.RELATED,
    marks=[f"{STORY} Watch the full video here: How the shaft broke in May The boat is late.\n\n{STORY} It rains."],
    keeps=[
        f"{STORY} The video: how the shaft of the ferry broke. The boat is late.\n\n{STORY} It rains.",
        f"{STORY} “Watch the full video here: How the shaft broke”, says Anna.\n\n{STORY} It rains.",
        f"{STORY} They watch the full video: how the shaft broke. The boat is late.\n\n{STORY} It rains.",
    ],
)
def glued(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """Between two sentences of a paragraph stands a pointer: a label, a colon, and words that a sentence runs into."""
    words = pointer_words(pack_of(document.language))
    # On a page a pointer has an element of its own.
    if words is None or document.form == "html":
        return
    told = {mark.block for mark in marks}
    known = cache(lambda: words_of((block.text for block in document.blocks), pack_of(document.language)))
    close_looks = iter(range(_MOST_IN_ALL))
    for block in document.blocks:
        if block.index in told or not is_long(block):
            continue
        folded = ""
        for found in _INSIDE.finditer(block.text):
            folded = folded or fold(block.text)
            kind = words.kind(fold(found[1]), _LABEL_WORDS, is_whole=False)
            if kind is None or quotes_in(folded, 0, found.start(1)) % 2:
                continue
            if next(close_looks, None) is None:
                return
            likely = _LIKELY if has_case(block.text) else _LIKELY_UNCASED
            end = end_of_pointer(block.text, found.end(), known(), likely)
            is_headline = end is not None and block.text[found.end() : end].rstrip()[-1:] not in _STOPS
            if end is not None and is_headline and (found.start(1) or end < len(block.text)):
                yield block.index, kind, found.start(1), end
