"""Persons among the author strings of page metadata."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from newsclean.fields.byline_words import byline_words, folded_key
from newsclean.fields.east_asian_byline import has_east_asian, read_east_asian
from newsclean.fields.persons import Kind, classify, split_names, without_contacts

_MAX_VALUE = 300
_MAX_VALUES = 50
_ADDRESS = re.compile(r"https?:|www\.|^[@/#]|[\[{<]\w|\\")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)+|\W*[\d\W_]+\W*")
_STRONG_SEPARATOR = re.compile(r"\s*[|•·⋅]\s*|\s+[-–—]\s+")
_INVERTED = re.compile(r"([^\W\d_][\w'’\-]{0,40}),\s?([^\W\d_][\w'’.\-]{0,40})")


def author_names(values: Iterable[str]) -> tuple[str, ...]:
    """Return the persons that author strings of page metadata name, in order and once each.

    Addresses, handles, slugs, numbers, agencies and outlets (told by words such as "News" or "Redaktion") are left out,
    roles and titles cut off; "Ruiz, Ana" is turned round.
    """
    names: dict[str, str] = {}
    for _, value in zip(range(_MAX_VALUES), values, strict=False):
        for name in _names_of(value):
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


def _names_of(value: str) -> list[str]:
    value = " ".join(html.unescape(value[:_MAX_VALUE]).replace("\\/", "/").split())
    if not value or _ADDRESS.search(value) or _SLUG.fullmatch(value):
        return []
    announced = read_east_asian(value) if has_east_asian(value) else None
    if announced:
        return list(announced[2])
    inverted = _INVERTED.fullmatch(value)
    if inverted and classify(inverted[1]).kind is Kind.PLACE and classify(inverted[2]).kind is Kind.PLACE:
        return [f"{inverted[2]} {inverted[1]}"]
    first = _STRONG_SEPARATOR.split(without_contacts(_without_introducer(value)))[0]
    names: list[str] = []
    for i, piece in enumerate(split_names(first)):
        name = _person(piece, alone=i == 0)
        if name:
            names.append(name)
    return names


def _person(piece: str, *, alone: bool) -> str | None:
    """Return the person a piece names; behind the first piece a single word is a place, not an author."""
    piece = piece.strip()
    if len(piece) > 2 and piece.endswith(".") and piece[-3:-2].islower():
        return None
    segment = classify(piece)
    if segment.kind is Kind.PERSON:
        return segment.name
    if segment.kind is Kind.PLACE and segment.name and alone and _is_lone_name(segment.name):
        return segment.name
    if segment.kind is Kind.OTHER and _is_loose_name(piece) and (alone or " " in piece):
        return piece
    return None


def _is_loose_name(name: str) -> bool:
    """Return whether metadata may mean a person: letters only, four words at most, none that speaks against it."""
    words = byline_words()
    tokens = name.split()
    if has_east_asian(name):
        not_names = words.east_asian["not_names"]
        return len(name) <= 8 and not any(name.endswith(word) or name.startswith(word) for word in not_names)
    if not 1 <= len(tokens) <= 4 or not all(re.fullmatch(r"[^\W\d_][\w'’.\-]*", token) for token in tokens):
        return False
    keys = [folded_key(token) for token in tokens]
    if any(key in words.organisations or key in words.roles or key in words.no_person for key in keys):
        return False
    return len(tokens) >= 2 or _is_lone_name(name)


def _is_lone_name(word: str) -> bool:
    """Return whether one word can be a given name or a pen name: "Kristin", not "BSS", "UXCam" or "ana.ruiz"."""
    return word[0].isupper() and word[1:].islower() and word.replace("-", "").isalpha()


def _without_introducer(value: str) -> str:
    words = byline_words()
    tokens = value.split()
    for count in (3, 2, 1):
        phrase = " ".join(folded_key(token) for token in tokens[:count])
        if len(tokens) > count and (
            phrase in words.announcers
            or (phrase in words.introducers and tokens[0][0].isupper() and len(tokens) > count + 1)
            or (tokens[count - 1].endswith(":") and phrase in words.labels)
        ):
            return " ".join(tokens[count:])
    return value
