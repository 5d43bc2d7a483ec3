"""Where in a line a phrase stands: at word boundaries, where its rule wants it, outside quotation marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsclean.rules.fold import QUOTE, fold, letters
from newsclean.rules.rule import Match, Rule, Takes

_SENTENCE_ENDS = frozenset(".!?…:;|•。！？؟۔।\"')]")
# Scripts that put no space between words: any place in them is a word boundary.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3000", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff00", "\uffef"),
)
_FIRST_UNSPACED = _UNSPACED[0][0]
#: A line that is more than a label: "Read also: Harbour tolls to rise".
AFTER_COLON = re.compile(r"[:：|»>]\s*\w+\W+\w")


class Line(NamedTuple):
    """A block prepared for matching: folded, with the bounds of what is neither space nor sign in it."""

    text: str
    folded: str
    words: int
    first: int  # first letter
    last: int  # last letter
    quoted: bool


def prepare(text: str, folded: str | None = None) -> Line:
    """Return a block's text prepared for matching; `folded` where that is known."""
    folded = fold(text) if folded is None else folded
    quoted = len(folded) > 1 and folded[0] == QUOTE and folded[-1] == QUOTE
    return Line(text, folded, folded.count(" ") + 1, *letters(folded), quoted)


@lru_cache(maxsize=4096)
def is_unspaced(char: str) -> bool:
    """Whether a character is of a script that puts no spaces between words."""
    return char >= _FIRST_UNSPACED and any(low <= char <= high for low, high in _UNSPACED)


@lru_cache(maxsize=16_384)
def _parts_words(before: str, after: str) -> bool:
    """Whether a word may end between two characters: not between two letters, nor between two digits."""
    if before.isalpha():
        return not after.isalpha() or is_unspaced(before) or is_unspaced(after)
    return not (before.isdigit() and after.isdigit())


def is_bounded(folded: str, start: int, end: int) -> bool:
    """Whether start..end of a folded text begins and ends at word boundaries."""
    return (not start or _parts_words(folded[start - 1], folded[start])) and (
        end >= len(folded) or _parts_words(folded[end - 1], folded[end])
    )


def _script(char: str) -> str:
    """A rough script, enough to see that an Arabic phrase stands in English text."""
    code = ord(char)
    if code < 0x250:
        return "latin"
    return str(code >> 8) if code < 0x2E80 else "han"


def stands_right(rule: Rule, line: Line, start: int, end: int) -> bool:
    """Whether a phrase found at start..end of a line stands where its rule wants it, and outside quotation marks."""
    if rule.match is Match.WHOLE:
        return start <= line.first and end > line.last and not line.quoted
    if rule.takes is Takes.LINE and line.words > rule.max_words:
        return False
    if line.folded[:start].rstrip().endswith(QUOTE) and QUOTE in line.folded[end:]:
        return False
    if rule.match is Match.STARTS_WITH:
        return start <= line.first
    if rule.match is Match.ENDS_WITH:
        return end > line.last
    return rule.takes is Takes.LINE or _stands_apart(line, start, end)


def _stands_apart(line: Line, start: int, end: int) -> bool:
    """Whether a phrase inside a paragraph was glued in: between sentences, in another script, or in capitals."""
    before, after = line.text[:start].rstrip(), line.text[end:].lstrip()
    if not before or not after or before[-1] in _SENTENCE_ENDS:
        return True
    inside = _script(next(filter(str.isalpha, line.text[start:end]), "a"))
    letters = [next(filter(str.isalpha, reversed(before[-30:])), None), next(filter(str.isalpha, after[:30]), None)]
    if all(letter is not None and _script(letter) != inside for letter in letters):
        return True
    return line.text[start:end].isupper() and end - start >= 6 and not before[-30:].isupper()
