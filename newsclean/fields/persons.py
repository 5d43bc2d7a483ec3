"""Telling persons from roles, outlets and places in the names of a byline or of page metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsclean.fields.byline_words import BylineWords, byline_words, folded_key
from newsclean.fields.date_words import fold

_EMAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,64}\.[\w.\-]{2,64}")
_HANDLE = re.compile(r"(?<!\w)@\w{2,40}")
_BRACKETED = re.compile(r"[(\[（【][^()\[\]（）【】]{0,80}[)\]）】]")
_SPLIT = re.compile(r"\s*[,;，、،；]\s*|\s*[/／]\s*|\s+[|•·&+]\s+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,3}\.?")
_NAME_WORD = re.compile(r"['’`]?[^\W\d_](?:[^\W\d_]|['’.\-‐`´׳״\u0300-\u036f\u0900-\u0e7f\u200c])*")
_DOMAIN = re.compile(r"\.(?:com|net|org|de|co|uk|fr|es|it|at|ch|tv|info|news|io|eu|is|nl|br|in)\b", re.IGNORECASE)
_SEAM = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_MAX_WORDS = 6
_LONGEST_POSITION = 8


class Kind(StrEnum):
    """What one segment of a byline names."""

    PERSON = "person"
    ROLE = "role"
    OUTLET = "outlet"
    PLACE = "place"
    SUFFIX = "suffix"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of a byline.

    Attributes:
        kind: what it names.
        name: the person's name without title and role, or the single word that a place or a lone name is.
        role: it is a role, or one stood in it.
        alone: nothing but the person stood in it.
        titled: it is none of the kinds known and begins with a capital, as a person's position does.
    """

    kind: Kind
    name: str = ""
    role: bool = False
    alone: bool = False
    titled: bool = False


def without_contacts(text: str) -> str:
    """Return `text` without e-mail addresses, handles and anything in brackets."""
    text = _EMAIL.sub(" ", text)
    text = _HANDLE.sub(" ", text)
    return _BRACKETED.sub(" ", text)


def split_names(text: str) -> list[str]:
    """Return what commas, slashes and "and" part, in order; "José Ortega y Gasset" stays whole."""
    words = byline_words()
    names: list[str] = []
    for piece in _SPLIT.split(text):
        names += _split_at_joiners(piece.split(), words)
    return [name for name in names if name]


def _split_at_joiners(tokens: list[str], words: BylineWords) -> list[str]:
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if _is_joiner(token, words):
            pieces.append([token])
        else:
            pieces[-1].append(token)
    joined = [pieces[0]]
    for joiner, *rest in pieces[1:]:
        if len(rest) < 2 and joiner in ("y", "e", "i") and joined[-1]:
            joined[-1] += [joiner, *rest]
        else:
            joined.append(rest)
    return [" ".join(piece) for piece in joined]


def _is_joiner(token: str, words: BylineWords) -> bool:
    # Capitals: "Owen And Brendan" joins, but "En", "Da" and "I." may be part of a name.
    key = folded_key(token)
    return key in words.joiners and key == fold(token) and (not token[0].isupper() or len(key) > 2)


def classify(segment: str) -> Segment:
    """Return what one segment of a byline names."""
    words = byline_words()
    tokens = _unglued(segment.strip(" \t.:-–—'\"").split(), words)
    if segment.rstrip().endswith(".") and tokens and _keeps_dot(tokens[-1], words):
        tokens[-1] += "."
    keys = [folded_key(token) for token in tokens]
    if not tokens or len(tokens) > 12:
        return Segment(Kind.OTHER)
    if len(keys) == 1 and keys[0] in words.suffixes:
        return Segment(Kind.SUFFIX, tokens[0])
    whole = " ".join(keys)
    if whole in words.places:
        return Segment(Kind.PLACE)
    if _is_role(keys, words):
        return Segment(Kind.ROLE, role=True)
    if _is_loose_role(tokens, keys, words):
        return Segment(Kind.ROLE)
    if keys[0] in words.no_person and not _is_initial(tokens[0]) and _is_outlet(tokens, keys, words):
        return Segment(Kind.OUTLET)
    cut = _name_end(tokens, keys, words)
    if cut == 0 or _is_outlet(tokens[:cut], keys[:cut], words):
        return Segment(Kind.OUTLET)
    role = any(key in words.roles for key in keys[cut:])
    name = _without_titles(tokens[:cut], words)
    if is_person(name):
        return Segment(Kind.PERSON, " ".join(name), role, alone=cut == len(tokens))
    if cut == len(tokens) and len(name) == 1 and name[0][0].isupper() and _NAME_WORD.fullmatch(name[0]):
        return Segment(Kind.PLACE, name[0])
    if keys[0] in words.for_words and len(tokens) <= 4 and all(token[0].isupper() for token in tokens[1:]):
        return Segment(Kind.PLACE)
    return Segment(Kind.OTHER, titled=_is_position(tokens, keys, words))


def _unglued(tokens: list[str], words: BylineWords) -> list[str]:
    """Return the words with what a flattened page ran into them set apart ("ExnerKorrespondent", "RuizTwitter")."""
    apart: list[str] = []
    for token in tokens:
        seam = _SEAM.search(token)
        tail = folded_key(token[seam.start() :]) if seam else ""
        if seam and (_goes_with_role(tail, words) or tail in words.contacts) and len(tail) > 3:
            apart += [token[: seam.start()], token[seam.start() :]]
        else:
            apart.append(token)
    half = len(apart) // 2
    return apart[:half] if half > 1 and apart[:half] == apart[half:] else apart


def _keeps_dot(token: str, words: BylineWords) -> bool:
    return len(token) == 1 or folded_key(token) in words.suffixes


def _is_role(keys: list[str], words: BylineWords) -> bool:
    """Return whether a role word stands in it and the rest are modifiers."""
    return any(key in words.roles for key in keys) and all(_goes_with_role(key, words) for key in keys)


def _is_loose_role(tokens: list[str], keys: list[str], words: BylineWords) -> bool:
    """Return whether it is a role with one unknown word behind ("Redakteurin für Hessen"), or an academic degree."""
    if (keys[0] in words.degrees and all(map(str.isupper, tokens))) or all(key in words.degrees for key in keys):
        return True
    known = [_goes_with_role(key, words) for key in keys]
    return len(keys) <= 8 and known[0] and known.count(False) == 1 and any(key in words.roles for key in keys)


def _goes_with_role(key: str, words: BylineWords) -> bool:
    return key in words.roles or key in words.role_modifiers or key in words.organisations


def _is_outlet(tokens: list[str], keys: list[str], words: BylineWords) -> bool:
    if " ".join(keys) in words.agencies or (len(keys) == 1 and keys[0] in words.organisations):
        return True
    if any(_DOMAIN.search(token) for token in tokens):
        return True
    # Short ones ("AP", "SA") only tell in a line that is not all capitals.
    shouted = all(token.isupper() for token in tokens)
    return any(
        key in words.organisations and (len(key) > 3 or (token.isupper() and not shouted))
        for key, token in zip(keys, tokens, strict=True)
    )


def _name_end(tokens: list[str], keys: list[str], words: BylineWords) -> int:
    """Return how many of the words can be the name: a role, "for the Daily Example" or an outlet ends it."""
    for i in range(len(tokens)):
        key = keys[i]
        if i >= 2 and _is_role(keys[i:], words):
            return i
        if i >= 2 and (" ".join(keys[i:]) in words.agencies or key in words.contacts):
            return i
        if i and key in words.for_words and (tokens[i].islower() or key in ("for", "in")):
            return i
        if i and key in words.with_words and tokens[i].islower():
            return i
    return len(tokens)


def _without_titles(tokens: list[str], words: BylineWords) -> list[str]:
    first = 0
    while first < len(tokens) - 1 and folded_key(tokens[first]) in words.titles and len(tokens[first]) > 1:
        first += 1
    return tokens[first:]


def _is_position(tokens: list[str], keys: list[str], words: BylineWords) -> bool:
    """Return whether it has the form of a position ("Head of Tides at an Institute"): capitals and modifiers."""
    small = words.role_modifiers | words.particles | words.for_words
    return (
        tokens[0][0].isupper()
        and len(tokens) <= _LONGEST_POSITION
        and all(token[0].isupper() or key in small for token, key in zip(tokens, keys, strict=True))
    )


def is_person(tokens: list[str]) -> bool:
    """Return whether words have the form of a full name: two to six, capitals where the script has them."""
    words = byline_words()
    keys = [folded_key(token) for token in tokens]
    if not 2 <= len(tokens) <= _MAX_WORDS or not tokens[0][:1].isalpha() or keys[-1] in words.particles - {"ap", "mac"}:
        return False
    if keys[-1] in words.facets or (len(tokens) > 2 and words.is_weekday(tokens[-1])):
        return False
    if words.is_calendar_word(tokens[0]) or (keys[0] in words.no_person and not _is_initial(tokens[0])):
        return False
    if not any(len(key) > 1 for key in keys):
        return False
    return all(_fits_name(token, keys[i], i, words) for i, token in enumerate(tokens))


def _is_initial(token: str) -> bool:
    return token[:1].isupper() and (len(token) == 1 or token.endswith("."))


def _fits_name(token: str, key: str, at: int, words: BylineWords) -> bool:
    if _INITIALS.fullmatch(token) and token[0].isupper():
        return True
    if at and key in words.particles:
        return True
    if not _NAME_WORD.fullmatch(token) or (len(key) <= 3 and key in words.no_person):
        return False
    lead = token.lstrip("'’`")[:1]
    caseless = lead.lower() == lead.upper()
    return lead.isupper() or caseless or (any(mark in token for mark in "'’-") and any(map(str.isupper, token)))
