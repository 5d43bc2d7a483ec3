"""The words of dates in many languages, and how to find one at a place in a line."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

# Letters, with the vowel signs of Indic and Thai scripts that `\w` leaves out; Thai abbreviations keep their dots.
_WORD = re.compile(
    r"[\u0e00-\u0e7f][\u0e00-\u0e7f.]*"
    r"|[\u0900-\u0dff]+"
    r"|[^\W\d_](?:[^\W\d_\u0900-\u0e7f]|[\u0300-\u036f\u064b-\u0655\u0670׳])*"
)
_BETWEEN_WORDS = re.compile(r"[\s\-'’׳.\u200c]{0,2}")
_ACCENTS = re.compile(r"[\u0300-\u036f\u064b-\u0655\u0670׳]")
# Digits of other scripts and full-width signs, each one character for one so that offsets hold.
_TO_ASCII = {
    first + n: str(n) for first in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0BE6, 0x0C66, 0x0E50, 0xFF10) for n in range(10)
} | {
    0xFF1A: ":",
    0xFF0F: "/",
    0xFF0D: "-",
    0x2212: "-",
    0x2011: "-",
    0xFF0E: ".",
    0x00A0: " ",
    0x202F: " ",
    0x2009: " ",
}


class Sense(StrEnum):
    """What a word or phrase means in a date line."""

    MONTH = "month"
    DOTTED_MONTH = "month_with_dotted_day"
    JALALI_MONTH = "month_jalali"
    WEEKDAY = "weekday"
    PUBLISHED = "published"
    MODIFIED = "modified"
    FILLER = "filler"
    BESIDE = "beside"
    SOURCE = "source"
    AM = "am"
    PM = "pm"
    ZONE = "zone"
    ERA = "era"


@dataclass(slots=True)
class Entry:
    """A phrase: the folded words after its first one, its senses with their values, and whether English has it."""

    rest: tuple[str, ...]
    senses: dict[Sense, int]
    english: bool = False


class Found(NamedTuple):
    """A phrase found in a line: its senses, whether English has it, and the offset just past it."""

    senses: Mapping[Sense, int]
    english: bool
    end: int


def to_ascii_digits(text: str) -> str:
    """Return `text` with the digits of other scripts and full-width signs in ASCII; its length does not change."""
    return text if text.isascii() else text.translate(_TO_ASCII)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return `word` without case, accents, Arabic vowel marks and abbreviation dots, as the word tables spell it."""
    word = word.lower()
    if word.isascii():
        return word
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", word.replace("ı", "i").replace(".", "")))
    return unicodedata.normalize("NFC", bare)


def word_end(text: str, at: int) -> int | None:
    """Return where the word that begins at `at` ends, None if none does.

    A flattened page runs words together ("UhrLesedauer", "PMUpdated"): a change of case ends a word.
    """
    found = _WORD.match(text, at)
    if not found:
        return None
    word = found[0]
    if word.islower() or word.isupper() or word[1:].islower():
        return found.end()
    for i in range(1, len(word)):
        if word[i].isupper() and word[i - 1].islower():
            return at + i
        if i > 1 and word[i].islower() and word[i - 1].isupper() and word[i - 2].isupper():
            return at + i - 1
    return found.end()


class DateWords:
    """The word tables of `published.toml`, one index of folded phrases."""

    def __init__(self, tables: Mapping[str, Mapping[str, object]]) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._add_names(Sense.MONTH, tables["months"], first=1)
        self._add_names(Sense.JALALI_MONTH, tables["months_jalali"], first=1)
        self._add_names(Sense.WEEKDAY, tables["weekdays"], first=0)
        for sense in (Sense.PUBLISHED, Sense.MODIFIED, Sense.FILLER, Sense.BESIDE, Sense.SOURCE):
            for language, phrases in tables[sense.value].items():
                for phrase in _strings(phrases):
                    self._add(phrase, sense, 0, english=language == "en")
        for sense in (Sense.AM, Sense.PM):
            for phrase in _strings(tables["meridiem"][sense.value]):
                self._add(phrase, sense, 0)
        for sense, name in ((Sense.DOTTED_MONTH, "months_with_dotted_day"), (Sense.ERA, "eras")):
            for phrase, value in tables[name].items():
                self._add(phrase, sense, _whole(value))
        self.zones = {name: _whole(value) for name, value in tables["zones"].items()}
        self.american_zones = {name: _whole(value) for name, value in tables["american_zones"].items()}
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.rest))

    def _add_names(self, sense: Sense, languages: Mapping[str, object], *, first: int) -> None:
        for language, names in languages.items():
            for value, variants in enumerate(_strings(names), start=first):
                for phrase in variants.split("|"):
                    self._add(phrase, sense, value, english=language == "en")

    def _add(self, phrase: str, sense: Sense, value: int, *, english: bool = False) -> None:
        first, *rest = (fold(word) for word in _WORD.findall(phrase))
        entries = self._entries.setdefault(first, [])
        entry = next((e for e in entries if e.rest == tuple(rest)), None)
        if entry is None:
            entry = Entry(tuple(rest), {})
            entries.append(entry)
        entry.senses.setdefault(sense, value)
        entry.english |= english

    def find(self, text: str, at: int) -> Found | None:
        """Return the longest known phrase that begins at `at`, None if there is none."""
        end = word_end(text, at)
        if end is None:
            return None
        first = text[at:end]
        for entry in self._entries.get(fold(first), ()):
            stop = self._match_rest(text, end, entry.rest)
            if stop is not None:
                return Found(entry.senses, entry.english, stop)
        return self._find_zone(first, end)

    def find_sense(self, text: str, at: int, sense: Sense) -> tuple[int, int] | None:
        """Return the value and end of the longest phrase at `at` that has `sense`, None if there is none."""
        end = word_end(text, at)
        if end is None:
            return None
        for entry in self._entries.get(fold(text[at:end]), ()):
            if sense in entry.senses:
                stop = self._match_rest(text, end, entry.rest)
                if stop is not None:
                    return entry.senses[sense], stop
        return None

    def find_zone(self, text: str, at: int) -> Found | None:
        """Return the zone whose abbreviation stands at `at`, None if there is none."""
        end = word_end(text, at)
        return None if end is None else self._find_zone(text[at:end], end)

    def _find_zone(self, word: str, end: int) -> Found | None:
        # Zones are told by their capitals: "est" is French and "met" is Dutch.
        if word in self.zones or word in self.american_zones:
            return Found({Sense.ZONE: 0}, english=True, end=end)
        return None

    @staticmethod
    def _match_rest(text: str, at: int, rest: Iterable[str]) -> int | None:
        for wanted in rest:
            gap = _BETWEEN_WORDS.match(text, at)
            start = gap.end() if gap else at
            end = word_end(text, start)
            if end is None or fold(text[start:end]) != wanted:
                return None
            at = end
        return at


def _strings(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError(f"published.toml: a list of strings expected, not {value!r}")
    return [str(item) for item in value]


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"published.toml: a whole number expected, not {value!r}")
    return value


@cache
def date_words() -> DateWords:
    """Return the word tables, read once from the package's data."""
    data = resources.files("newsclean.fields").joinpath("published.toml").read_text(encoding="utf-8")
    return DateWords(tomllib.loads(data))
