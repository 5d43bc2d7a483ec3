"""Who took a picture, at the end of a line: the label of a credit, and a name behind it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsclean.packs.prompt_words import UNSPACED
from newsclean.rules.fold import fold, has_case

_WORD = re.compile(r"\w+")
# "P.", "Đ.Quyên", "H.-P.": rules take a point for a sentence's end, but behind a letter it is none. Vowel signs of
# Indic scripts are no letters.
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_][\u0300-\u036f\u0900-\u0dff]*\.")
_SIGN = re.compile("[:：=/／|｜]")
_JOINTS = re.compile(r"[\s/,&+|@()\[\]]+")
_NO_NAME = re.compile('[.:;!?…。！？।؟"“”«»]')
# "… at the controls © Max Meyer"; by itself it is the site's own copyright.
_OWNED = re.compile(r"(?<=\S)\s[|(]?\s?©\s?(?=[^\W\d_])")
# "(Joel Arrieta / The Ledger)"
_BRACKETS = frozenset("([（【")
_BRACKET, _CLOSING = re.compile("[(\\[（【]"), re.compile("[)\\]）】]")
_PART = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,4}"
_TAKEN = re.compile(rf"\({_PART} ?/ ?{_PART}\)")
_LONGEST_NAME = 60
# A name is no longer than this, in words, or in characters where these are not told apart by case.
_NAME_WORDS = 6
_NAME_CHARACTERS = 28


class Credit(NamedTuple):
    """A credit inside a text.

    Attributes:
        start: where its label or bracket begins.
        name: where the name begins.
        end: where it ends; None where nothing but the name's own words tells.
    """

    start: int
    name: int
    end: int | None

    def is_name(self, text: str) -> bool:
        """Return whether some words behind the label are a name."""
        return _is_name(text, has_initials=_INITIAL.search(text) is not None)


def credits_in(text: str) -> Iterator[Credit]:
    """Yield the credits inside a text: in brackets, or behind a label with a sign or before an initial."""
    if not _SIGN.search(text) and not _BRACKET.search(text):
        return
    folded = fold(text)
    labels, first_words, unspaced = _labels()
    for found in _TAKEN.finditer(text):
        yield Credit(found.start(), found.start() + 1, found.end())
    if first_words.isdisjoint(_WORD.findall(folded)) and not (UNSPACED.search(folded) and unspaced.search(folded)):
        return
    for found in labels.finditer(folded):
        at = found.start("label")
        if text[at - 1 : at] in _BRACKETS and at:
            closing = _CLOSING.search(text, found.end(), found.end() + _LONGEST_NAME)
            if closing is not None:
                yield Credit(at - 1, found.end(), closing.end())
        elif (found["sign"] or _INITIAL.match(text, found.end())) and (found["parted"] or not at or text[at].isupper()):
            yield Credit(at, found.end(), None)


def find_credit(text: str, start: int) -> int | None:
    """Return where the credit that ends a text begins, if it does so behind `start`; None where there is none.

    Args:
        text: a line.
        start: where to look from.
    """
    owned = _OWNED.search(text, start) if "©" in text else None
    if owned is not None and _is_name(text[owned.end() :], has_initials=_INITIAL.search(text, owned.end()) is not None):
        return owned.start()
    # What most paragraphs have neither of: a sign behind a label, or a name's initial.
    if not _SIGN.search(text, start) and not _INITIAL.search(text, start):
        return None
    tail = fold(text[start:])
    labels, first_words, unspaced = _labels()
    if first_words.isdisjoint(_WORD.findall(tail)) and not (UNSPACED.search(tail) and unspaced.search(tail)):
        return None
    for found in labels.finditer(tail):
        name = text[start + found.end() :]
        has_initials = _INITIAL.search(name) is not None
        # "Foto/ Max Meyer" by itself; with a colon it may be what a subhead is about.
        begins = start + found.start() == 0 and " " in name and (found["sign"] != ":" or " / " in name)
        is_parted = bool(found["sign"] and (found["parted"] or begins))
        if (has_initials or is_parted) and _is_name(name, has_initials=has_initials):
            at = start + found.start("label")
            return at - 1 if text[at - 1 : at] in ("(", "[") else at
    return None


def _is_name(text: str, *, has_initials: bool) -> bool:
    text = _INITIAL.sub(" X ", text).rstrip(".)] ")
    if _NO_NAME.search(text):
        return False
    words = [word for word in _JOINTS.split(text) if word.strip("-–")]
    if not words or len(words) > _NAME_WORDS + 2 * has_initials:
        return False
    if not has_case(text.replace("X", "")):
        return len(text) <= _NAME_CHARACTERS
    return all(word[0].isupper() or word[0].isdigit() or word in _data()["small"] for word in words)


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("photo_labels.toml").read_text("utf-8"))


@cache
def _labels() -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str]]:
    """The pattern of a label with its sign, and what all of them begin with, in scripts with spaces and without."""
    folded = sorted({fold(label) for label in _data()["labels"]}, key=len, reverse=True)
    either = "|".join(map(re.escape, folded))
    pattern = (
        rf"(?P<parted>[.,;:!?…。！？।؟)\]\"'•·|/(\[-]\s?)?(?<![\w])(?P<label>{either})"
        r"(?:\s?(?P<sign>[:=/|])\s?| +)(?=\S)"
    )
    spaced = [label for label in folded if not UNSPACED.match(label)]
    unspaced = [re.escape(label) for label in folded if UNSPACED.match(label)]
    return re.compile(pattern), frozenset(_WORD.findall(" ".join(spaced))), re.compile("|".join(unspaced))
