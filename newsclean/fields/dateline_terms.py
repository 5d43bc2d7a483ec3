"""The vocabulary of datelines, read once from its data files, and the ways its words are compared."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from newsclean.fields.agencies import fold

# A letter, or a vowel sign or accent that stands in a word (Python's \w leaves these out).
MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd"
    "\u0f00-\u109f\u1712-\u17d3\u200c\u200d"
)
# The two ways exclude each other: where both could match, a repeated LETTER would be tried in every combination.
LETTER = rf"(?:[^\W\d_]|(?!\w)[{MARKS}])"

# One character for one, so that offsets hold: full-width forms to plain ones, odd spaces and hyphens likewise.
_PLAIN: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([0xA0, 0x3000, 0x2007, 0x202F, 0x2009, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0xFEFF], " "),
    **dict.fromkeys([0x2010, 0x2011, 0x2212], "-"),
    **dict.fromkeys([0x2015, 0x2500, 0x2501], "—"),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of datelines, compared by `place_key` (places) or `fold` (all others)."""

    cities: frozenset[str]
    qualifiers: frozenset[str]
    particles: frozenset[str]
    conjunctions: frozenset[str]
    abbreviations: frozenset[str]
    slash_names: frozenset[str]
    labels: frozenset[str]
    speech_openers: frozenset[str]
    own_correspondent: tuple[str, ...]
    desk_words: tuple[str, ...]
    date_words: frozenset[str]
    place_endings: tuple[str, ...]
    not_places: frozenset[str]
    bracket_labels: tuple[str, ...]
    round_ups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """The words of dates, by `fold`.

    Attributes:
        numbers: month name -> its numbers, several where languages differ.
        short: the month names that are abbreviations.
        foreign: month names of other calendars.
        weekdays: the days of the week.
    """

    numbers: dict[str, frozenset[int]]
    short: frozenset[str]
    foreign: frozenset[str]
    weekdays: frozenset[str]


def place_key(name: str) -> str:
    """Return `name` as place names are compared: case, accents and width do not count ("ΑΘΗΝΑ" is "Αθήνα")."""
    folded = fold(name)
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFD", folded)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))


def plain(text: str) -> str:
    """Return `text` with full-width characters and odd spaces and hyphens made plain, each for one, so offsets hold."""
    return text if text.isascii() else text.translate(_PLAIN)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("newsclean.fields").joinpath(name).read_text("utf-8"))


@cache
def terms() -> Terms:
    """Return the vocabulary, loaded on the first call."""
    data: dict[str, list[str]] = _read("dateline.toml")
    folded = {key: frozenset(map(fold, words)) for key, words in data.items()}
    return Terms(
        cities=frozenset(place_key(city) for group in _read("places.toml").values() for city in group),
        qualifiers=folded["qualifiers"],
        particles=folded["particles"] - folded["place_conjunctions"],
        conjunctions=folded["place_conjunctions"],
        abbreviations=folded["abbreviations"],
        slash_names=folded["slash_names"],
        labels=folded["labels"],
        speech_openers=folded["speech_openers"],
        own_correspondent=tuple(sorted(folded["own_correspondent"], key=len, reverse=True)),
        desk_words=tuple(map(fold, data["desk_words"])),
        date_words=folded["date_words"],
        place_endings=tuple(map(fold, data["place_endings"])),
        not_places=folded["not_places"],
        bracket_labels=tuple(data["bracket_labels"]),
        round_ups=tuple(data["round_ups"]),
    )


@cache
def months() -> Months:
    """Return the month names, loaded on the first call."""
    data = _read("months.toml")
    numbers: dict[str, set[int]] = {}
    for group in ("full", "short"):
        for number, names in data[group].items():
            for name in names:
                numbers.setdefault(fold(name), set()).add(int(number))
    return Months(
        numbers={name: frozenset(found) for name, found in numbers.items()},
        short=frozenset(fold(name) for names in data["short"].values() for name in names),
        foreign=frozenset(fold(name) for names in data["other_calendars"].values() for name in names),
        weekdays=frozenset(map(fold, data["weekdays"]["names"])),
    )
