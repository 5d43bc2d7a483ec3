"""The closed list of the world's news agencies and press-release wires, by every name they go by."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_WIDEST_TEXT = 400
_WORD = re.compile(r"[^\W_]")
_RUN = re.compile(r"[^\W_]+")
_EAST_ASIAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
_NAME_START = re.compile(r"(?<![\w.@'’-])[^\W_]|[^\W_](?<=[\u2e80-\u9fff\uac00-\ud7af])")


@dataclass(frozen=True, slots=True)
class _Register:
    """The agencies, looked up by name.

    Attributes:
        exact: name in the very case it is written in, or in capitals -> canonical name.
        folded: case-folded name -> canonical name, for names that are no everyday words.
        lengths: the first two characters, case-folded -> lengths of the names that begin so, longest first.
        generic: case-folded words that credit agencies without naming one.
        telling: the longest word of each name, and of each of these.
    """

    exact: dict[str, str]
    folded: dict[str, str]
    lengths: dict[str, tuple[int, ...]]
    generic: frozenset[str]
    telling: frozenset[str]


def fold(text: str) -> str:
    """Return `text` in one width and one case, for look-ups: full-width forms, Turkish dots and case do not count."""
    # Most text is plain already.
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold().replace("\u0307", "")


def _script(name: str) -> str:
    letter = next((c for c in name if c.isalpha()), "A")
    return unicodedata.name(letter, "LATIN").split(" ", 1)[0]


@cache
def _register() -> _Register:
    data = tomllib.loads(files("newsclean.fields").joinpath("agencies.toml").read_text("utf-8"))
    exact: dict[str, str] = {}
    folded: dict[str, str] = {}
    lengths: dict[str, set[int]] = {}
    for entry in data["agencies"].values():
        signs: list[str] = entry["signs"]
        for name in [*signs, *entry.get("aliases", ())]:
            same_script = (sign for sign in signs if _script(sign) == _script(name))
            canonical = name if name in signs else next(same_script, signs[0])
            for form in (name, name.upper()):
                exact.setdefault(unicodedata.normalize("NFKC", form), canonical)
            if not entry.get("exact") or " " in name:
                folded.setdefault(fold(name), canonical)
            lengths.setdefault(fold(name)[:2], set()).add(len(name))
    generic = frozenset(map(fold, data["generic"]))
    names = [*map(fold, exact), *folded, *generic]
    return _Register(
        exact=exact,
        folded=folded,
        lengths={start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()},
        generic=generic,
        telling=frozenset(max(words, key=len) for name in names if (words := words_in(name))),
    )


def agency(name: str) -> str | None:
    """Return the canonical name of an agency, or None if `name` is none.

    The canonical name is the one the agency signs with, in the script `name` is written in: "The Associated Press" and
    "A.P." are "AP", "afp" is "AFP", "РЕЙТЕР" is "Рейтер". Full-width letters count as plain ones, runs of white space
    as one space. Case does not matter, save for short acronyms and everyday words ("AP", "Mehr", "Beta"), which count
    only as they are listed or in capitals.
    """
    register = _register()
    tidy = " ".join(unicodedata.normalize("NFKC", name).split()) if len(name) <= _WIDEST_TEXT else ""
    return register.exact.get(tidy) or register.folded.get(fold(tidy))


def is_generic(name: str) -> bool:
    """Return whether `name` credits agencies without naming one ("Agencies", "Agenturen", "وكالات")."""
    return fold(" ".join(name.split())) in _register().generic


def words_in(text: str) -> list[str]:
    """Return the runs of letters and digits in a text."""
    return _RUN.findall(text)


def may_name_agencies(words: Iterable[str]) -> bool:
    """Return whether a text may credit agencies, given as its words, folded with `fold`: few have a word of a name.

    East Asian names stand among other signs without a space.
    """
    return not _register().telling.isdisjoint(words) or any(map(_EAST_ASIAN.search, words))


def agency_at(text: str, start: int) -> tuple[int, str] | None:
    """Return the end offset and the canonical name of the longest agency name that begins at `start`, or None."""
    for length in _lengths(text[start : start + 2]):
        end = start + length
        if end > len(text) or not _ends_word(text, end):
            continue
        name = agency(text[start:end])
        if name is not None:
            return end, name
    return None


@lru_cache(maxsize=4096)
def _lengths(opening: str) -> tuple[int, ...]:
    """The lengths of the names that begin with two characters, longest first."""
    return _register().lengths.get(fold(opening)[:2], ())


def _ends_word(text: str, end: int) -> bool:
    # Chinese, Japanese and Korean write an agency and what follows without a space.
    return end == len(text) or not _WORD.match(text[end]) or bool(_EAST_ASIAN.search(text, end - 1, end + 1))


def agencies_in(text: str) -> tuple[str, ...]:
    """Return the canonical names of the agencies in a short credit ("dpa/AFP", "AP and Reuters"), each once, in order.

    Only the first 400 characters are read.
    """
    head = text[:_WIDEST_TEXT]
    found: dict[str, None] = {}
    position = 0
    while match := _NAME_START.search(head, position):
        hit = agency_at(head, match.start())
        position = hit[0] if hit else match.end()
        if hit:
            found.setdefault(hit[1])
    return tuple(found)
