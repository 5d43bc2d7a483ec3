"""What a page's address says of its headline: "…/ferry-stays-in-port-after-storm.html" spells one word for word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

# As sites write these letters in addresses; the marks of all others are left out.
_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "ı": "i", "ł": "l", "đ": "d"}
)
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile("['’]")
_ENDING = re.compile(r"\.\w{2,5}$")
# A number of so many digits is the page's, not a word.
_NUMBER = 5
# An address of fewer words names what a page is about, and spells no headline.
_LEAST_WORDS = 5
# A headline is spelled if it is so much like the address (F1 of their words), and the other so much less.
_SPELLS, _LESS = 0.8, 0.3


def spelled_headline(url: str | None, heading: str, stated: Iterable[str]) -> str | None:
    """Return the headline that the address of a page spells where its main heading is another; None where it is not.

    A page that states two headlines has one for readers and one that it was first published with, or is found by:
    catalogues and feeds have the second.

    Args:
        url: of the page.
        heading: its main heading.
        stated: the headlines that the page's metadata state, without the publisher's name.
    """
    spelled = _words_of_address(url or "")
    if len(spelled) < _LEAST_WORDS:
        return None
    words, said = set(spelled), _words(heading)
    least = max(_SPELLS, _likeness(words, said) + _LESS)
    # A heading that says all of a stated one is that one at length.
    alike = [(_likeness(words, told), text) for text in stated if not (told := _words(text)) <= said]
    best, text = max(alike, key=lambda pair: pair[0], default=(0.0, ""))
    return text if best >= least else None


def _words_of_address(url: str) -> list[str]:
    """The words of the part of an address that has most."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return []
    parts = [_in_order(_ENDING.sub("", part)) for part in path.split("/")]
    return [word for word in max(parts, key=len) if not word.isdigit() or len(word) < _NUMBER]


def _words(text: str) -> set[str]:
    return set(_in_order(text))


def _in_order(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold().translate(_SPELLED))
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))


def _likeness(words: set[str], said: set[str]) -> float:
    return 2 * len(words & said) / (len(words) + len(said)) if words or said else 0.0
