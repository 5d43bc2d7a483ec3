"""The words of bylines in many languages: introducers, roles, outlets, and what is no person's name."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from newsclean.fields.date_words import Sense, date_words, fold


@dataclass(frozen=True, slots=True)
class BylineWords:
    """The word lists of `byline.toml`, folded; phrases are words parted by single spaces."""

    introducers: frozenset[str]
    introducers_beside_date: frozenset[str]
    announcers: frozenset[str]
    labels: frozenset[str]
    roles: frozenset[str]
    degrees: frozenset[str]
    role_modifiers: frozenset[str]
    organisations: frozenset[str]
    agencies: frozenset[str]
    joiners: frozenset[str]
    with_words: frozenset[str]
    for_words: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    contacts: frozenset[str]
    facets: frozenset[str]
    first_names: frozenset[str]
    no_person: frozenset[str]
    places: frozenset[str]
    opening_words: frozenset[str]
    reporters: tuple[str, ...]
    east_asian: Mapping[str, frozenset[str]]

    def is_weekday(self, word: str) -> bool:
        """Return whether `word` names a weekday, in full."""
        return Sense.WEEKDAY in _senses(word)

    def is_calendar_word(self, word: str) -> bool:
        """Return whether `word` names a month or a weekday ("By Monday", "Von Januar"), as no surname alone does."""
        if folded_key(word) in self.first_names:
            return False
        return not {Sense.MONTH, Sense.WEEKDAY}.isdisjoint(_senses(word))


def _senses(word: str) -> Collection[Sense]:
    """What a word of four letters and more means in a date; nothing where it is no such word."""
    found = date_words().find(word, 0)
    return found.senses if found and found.end == len(word) > 3 else ()


def folded_key(word: str) -> str:
    """Return `word` as the lists spell it: folded, without a closing dot or colon."""
    return fold(word).rstrip(".:")


def _flat(table: Mapping[str, list[str]]) -> frozenset[str]:
    return frozenset(" ".join(map(folded_key, phrase.split())) for phrases in table.values() for phrase in phrases)


@cache
def byline_words() -> BylineWords:
    """Return the word lists, read once from the package's data."""
    data = tomllib.loads(resources.files("newsclean.fields").joinpath("byline.toml").read_text(encoding="utf-8"))
    joiners, titles = data["joiners"], data["titles"]
    organisations = data["organisations"]
    tables = ("introducers", "introducers_beside_date", "announcers", "labels")
    openings = {f"{table}.{language}": phrases for table in tables for language, phrases in data[table].items()}
    return BylineWords(
        introducers=_flat(data["introducers"]),
        introducers_beside_date=_flat(data["introducers_beside_date"]),
        announcers=_flat(data["announcers"]),
        labels=_flat(data["labels"]),
        roles=_flat(data["roles"]),
        degrees=_flat(data["degrees"]),
        role_modifiers=_flat(data["role_modifiers"]),
        organisations=_flat(organisations),
        agencies=_flat({"agencies": organisations["agencies"]}),
        joiners=_flat({"and": joiners["and"]}),
        with_words=_flat({"with": joiners["with"]}),
        for_words=_flat({"for": joiners["for"]}),
        particles=_flat(data["particles"]),
        titles=_flat({"before": titles["before"]}),
        suffixes=_flat({"suffixes": titles["suffixes"]}),
        first_names=_flat(data["first_names"]),
        facets=_flat(data["facets"]),
        contacts=_flat(data["contacts"]),
        no_person=_flat(data["no_person"]),
        places=_flat(data["places"]),
        opening_words=frozenset(phrase.split()[0] for phrase in _flat(openings)),
        reporters=tuple(sorted(data["east_asian"]["reporters"], key=len, reverse=True)),
        east_asian={name: frozenset(phrases) for name, phrases in data["east_asian"].items()},
    )
