"""Readers' comments below a story, told by how each is signed: a name, a day and a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from newsclean.document import Block, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.rules.ruleset import RuleSet

threads = RuleSet("any.thread", layer=Layer.ANY)

# When a comment was written is a short line with a time, and a number beside it: that of a day, or of days ago.
_TIME = re.compile(r"(?<![\d;])\d{1,2}[:h]\d{2}(?!\d)")
_NUMBER = re.compile(r"\d")
_STAMP_WORDS, _STAMP_CHARACTERS = 10, 80
# Who wrote it: "12. Anna says:", above that line or in front of it.
_COUNT = re.compile(r"^\d{1,3}[.)] ")
_NAME_WORDS, _NAME_CHARACTERS = 5, 40
_FULL_NAME = 2
_STOPS = frozenset(".!?…。")
_ENDS = _STOPS | frozenset('！？؟۔।"”»)')
_SAID_WORDS = 4
# A thread has so many comments of more than one author, most of what looks like one being one; the story above it has
# so many words.
_LEAST = 3
_MOST_ARE, _AUTHORS = 0.6, 0.4
_STORY_WORDS, _PARAGRAPH_WORDS = 60, 12
# Of the last comment so many blocks are looked at.
_LAST = 8

_STORY = (
    "The council voted on Tuesday night to replace the old bridge over the river, which has carried cars since the "
    "war, and the mayor promised that work would begin in the autumn, when the ferry has been painted and the tolls "
    "are paid. Nobody spoke against it, although the plan costs twice what the town had put aside for it in the "
    "spring of last year."
)
_THREAD = (
    "Anna Berg says:\nMarch 3, 2026 at 9:12 am\nThe ferry was never on time anyway.\n"
    "2. Oldrower\nMarch 3, 2026 at 10:40 am\nWho pays for the tolls, then?\n"
    "Tern99\n2 days ago at 07:47\nAsk the mayor, he counted them."
)


class _Signed(NamedTuple):
    """The line that says when a comment was written."""

    at: int
    author: str
    start: int  # where the comment begins: with its author's name


@threads.document_rule(
    "comments",
    chrome=Chrome.COMMENTS,
    marks=[f"{_STORY}\n{_THREAD}"],
    keeps=[
        _THREAD,
        f"{_STORY}\nUpdated March 3, 2026 at 9:12 am\n{_STORY} It rains.",
        f"{_STORY}\n9:12\nThe ferry leaves.\n10:40\nThe ferry is late.\n12:15\nThe ferry is here.\n{_STORY} It rains.",
    ],
)
def comments(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """Short texts in a row below the story, each with a name, a day and a time above it, are readers' comments."""
    blocks = document.blocks
    signed = [found for block in blocks if (found := _signed(blocks, block))]
    if len(signed) < _LEAST:
        return
    ends = [after.start for _, after in pairwise(signed)] + [min(len(blocks), signed[-1].at + _LAST)]
    said = [one for one, end in zip(signed, ends, strict=True) if any(map(_is_said, blocks[one.at + 1 : end]))]
    if len(said) < max(_LEAST, _MOST_ARE * len(signed)) or len({one.author for one in said}) < _AUTHORS * len(said):
        return
    first = said[0].start
    story = sum(block.words for block in blocks[:first] if _is_said(block) and block.words >= _PARAGRAPH_WORDS)
    if story >= _STORY_WORDS:
        yield from range(first, _end(blocks, said[-1].at + 1))


def _signed(blocks: Sequence[Block], block: Block) -> _Signed | None:
    text = block.text
    if block.words > _STAMP_WORDS or len(text) > _STAMP_CHARACTERS:
        return None
    time = _TIME.search(text)
    if time is None or not _NUMBER.search(text[: time.start()] + text[time.end() :]):
        return None
    # "Anna", "says", "March 3, 2026 at 9:12 am" may be three lines.
    above = list(takewhile(_is_name, reversed(blocks[max(0, block.index - 2) : block.index])))
    if above:
        author = next((line for line in above if not line.text.islower()), above[0])
        return _Signed(block.index, author.text, author.index)
    name = re.split(r"\d", _COUNT.sub("", text), maxsplit=1)[0].split()
    if _FULL_NAME <= len(name) <= _NAME_WORDS:
        return _Signed(block.index, " ".join(name), block.index)
    return None


def _is_name(block: Block) -> bool:
    text = _COUNT.sub("", block.text)
    is_short = block.words <= _NAME_WORDS and len(text) <= _NAME_CHARACTERS
    return is_short and text[:1].isalnum() and text[-1] not in _STOPS and not _TIME.search(text)


def _is_said(block: Block) -> bool:
    return block.words >= _SAID_WORDS and block.text[-1] in _ENDS


def _end(blocks: Sequence[Block], start: int) -> int:
    """The end of the last comment, which begins at `start`: behind the sentences that follow each other there."""
    end = start
    while end < min(len(blocks), start + _LAST) and (end == start or _is_said(blocks[end])):
        end += 1
    return end
