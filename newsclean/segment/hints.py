"""What the markup around a block says of it: words of ids, classes, roles and labels that name a kind of chrome."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from newsclean.mark import Chrome

# "mostRead" and "most-read" are two words each; a number says nothing.
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])")
_ATTRIBUTES = frozenset(
    ["id", "class", "role", "aria-label", "data-testid", "data-component", "data-module", "data-type", "data-widget"]
)
# An attribute longer than this, in characters, is a list of states or data, and names nothing.
_LONGEST = 300
# The id of a heading is made of its own words.
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


class Hint(NamedTuple):
    """What an element's attributes name.

    Attributes:
        chrome: the kind.
        word: the word, or two, that names it.
        element: the number of the element on the page, to tell one from another.
    """

    chrome: Chrome
    word: str
    element: int


@cache
def vocabulary() -> Mapping[str, Chrome]:
    """Return the words, and pairs of words, that name a kind of chrome."""
    table = tomllib.loads(Path(__file__).with_name("hints.toml").read_text("utf-8"))
    return {word: Chrome(kind) for kind, words in table.items() for word in words}


def hint(attributes: Iterable[tuple[str, str]], tag: str, number: int) -> Hint | None:
    """Return what the attributes of an element, as (name, value), name, a pair of words first; None for nothing.

    Each attribute is looked up word by word, whatever the number of words that are known.
    """
    for name, value in attributes:
        if name in _ATTRIBUTES and len(value) <= _LONGEST and not (name == "id" and tag in _HEADINGS):
            found = named(value)
            if found:
                return Hint(*found, number)
    return None


@lru_cache(maxsize=20_000)
def named(value: str) -> tuple[Chrome, str] | None:
    """Return the kind of chrome that an attribute's value names, and the word that does."""
    known = vocabulary()
    for word in words_in(value):
        if word in known:
            return known[word], word
    return None


def words_in(value: str) -> Iterator[str]:
    """Yield the pairs of words in an attribute, then the words; in small letters."""
    words = [word.lower() for word in _WORD.findall(value)]
    yield from map(" ".join, pairwise(words))
    yield from words
