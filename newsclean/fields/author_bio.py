"""What is said of the author at the story's end, told by the author's name: a story does not speak of who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from newsclean.rules.fold import has_case

# A line of so many words, that says who somebody is.
_WORDS = range(5, 61)
# The name stands near the line's beginning, in characters: "About the author: Jane Doe …".
_NEAR = 40
_NAME_WORDS = range(2, 4)
_AND = re.compile(r"\s*[/,&·|]\s*|\s(?:and|und|et|y|e|ed|en|og|och|ja|i|a|și|és|ve|và|dan|и|і|та|й|και|و)\s", re.I)
# A line that holds a name among other words has so many at most, and is no sentence.
_LINE_WORDS = 8
_LINE_LETTERS = 120
_STOPS = frozenset(".!?…:")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_QUOTES = re.compile('[«»“”„"「」]')
# Names are inflected at their ends: "Στέφανου", "Στέφανος".
_ENDING = 3
# What somebody is, behind a name, in characters.
_ROLE = 12
_STEM = 3


def bare_names(texts: Iterable[str]) -> list[str]:
    """Return the names that lines of names alone hold, such as stand between a headline and its story.

    Args:
        texts: the lines; in scripts with capitals every word of a name begins with one.
    """
    found = []
    for text in texts:
        for part in _AND.split(text):
            words = part.split()
            if len(words) in _NAME_WORDS and all(map(_may_be_a_name, words)):
                found.append(part)
    return found


def names_among(texts: Iterable[str], story: str) -> list[str]:
    """Return the names that short lines hold among other words ("Ana Bravo in Lisbon"), and no word of the story.

    Args:
        texts: the lines, in a script with capitals.
        story: what is said of somebody there tells that the name is none of an author.
    """
    said = story.casefold()
    found = []
    for text in texts:
        if len(text) > _LINE_LETTERS or text[-1:] in _STOPS or _DIGIT.search(text):
            continue
        words = text.split()
        if len(words) > _LINE_WORDS:
            continue
        for is_name, group in groupby(words, key=lambda word: word[0].isupper() and word.replace("-", "").isalpha()):
            name = " ".join(group)
            if is_name and name.count(" ") + 1 in _NAME_WORDS and not _says(said, _WORD.findall(name.casefold())):
                found.append(name)
    return found


def _says(text: str, words: Iterable[str]) -> bool:
    """Whether a text has one of some words; to part it into its own would take far longer."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            if not (at and text[at - 1].isalpha()) and not text[at + len(word) : at + len(word) + 1].isalpha():
                return True
            at = text.find(word, at + 1)
    return False


def _may_be_a_name(word: str) -> bool:
    return word.replace("-", "").isalpha() and not word[0].islower()


def tells_of(text: str, words: float, names: Iterable[str]) -> bool:
    """Return whether a line of so many words tells of somebody of these full names, and quotes nobody."""
    if not may_tell(text, words):
        return False
    beginning = text[: _NEAR + 1].casefold()
    return any(_names(name, beginning) for name in names)


def may_tell(text: str, words: float) -> bool:
    """Return whether a text of so many words may say who somebody is: it is no story, and quotes nobody."""
    return int(words) in _WORDS and not _QUOTES.search(text)


def signs(text: str, authors: Iterable[str]) -> bool:
    """Return whether a line is the name of an author, with a word behind it at most: "Jane Doe", "한도윤 기자"."""
    # A first name alone begins sentences, too.
    return any(
        text == author or (text.startswith(author) and len(text) <= len(author) + _ROLE and _is_full(author))
        for author in authors
    )


def _is_full(name: str) -> bool:
    return " " in name or not has_case(name)


def _names(name: str, text: str) -> bool:
    """Whether a text holds a full name, whatever the endings of its words."""
    stems = [word[: max(_STEM, len(word) - _ENDING)] for word in name.casefold().split()]
    # Most texts hold none of its words, which costs less to see than a pattern to compile.
    if not all(stem in text for stem in stems):
        return False
    return re.search(r"\s".join(rf"\b{re.escape(stem)}\w*" for stem in stems), text) is not None
