"""Which readings of a paragraph's first words are datelines: the evidence each convention asks for."""

from __future__ import annotations

import re

from newsclean.fields.agencies import fold
from newsclean.fields.dateline_date import date_at
from newsclean.fields.dateline_parts import Parts
from newsclean.fields.dateline_place import Places
from newsclean.fields.dateline_terms import LETTER, terms

_WORD = re.compile(rf"{LETTER}(?:{LETTER}|['’])*")
_FIXTURE = re.compile(r"\d{1,3} ?[-:–] ?\d{1,3}\b|[^\W_] ?:(?: |$)")
_CALL_SIGN = re.compile(r"[KWC][A-Z]{2,3}")
_DASHES = {"dash", "hyphen"}
_QUOTES = "\"'“”„‚«»‘’‹›「『¿¡([—–-…#@€$£"
_LEAST_REST = 3
_DOMAIN = re.compile(r"[\w-]{3,}\.[a-z]{2,3}")


def rule_of(text: str, parts: Parts) -> str | None:
    """Return the name of the convention `parts` follow ("place_date_agency_dash"), or None if they are no dateline."""
    places = parts.places
    if places is not None and (places.label or _is_expansion(places, parts)) and not _settled(parts):
        return None
    if not _fits(text, parts):
        return None
    return "_".join([*parts.order, parts.close] if parts.close != "none" else parts.order)


def _settled(parts: Parts) -> bool:
    """Return whether the place stands although one of its words may be a label: "NEWS, June 3 (Reuters)"."""
    return parts.credited and parts.bracketed and parts.date is not None


def _fits(text: str, parts: Parts) -> bool:
    if parts.places is None:
        return _fits_without_place(text, parts)
    if parts.credited:
        return _fits_agency(text, parts, parts.places)
    if parts.date is not None:
        return _fits_date(text, parts, parts.places)
    if parts.outlet is not None:
        return _fits_outlet(text, parts, parts.places)
    return _fits_place(text, parts, parts.places)


def _is_expansion(places: Places, parts: Parts) -> bool:
    """Return whether the bracket shortens the words before it: "Alcoholics Anonymous (AA)"."""
    words = [word for main in places.mains for word in re.split(r"[ -]", main) if word]
    if len(words) < 2:
        return False
    initials = fold("".join(word[0] for word in words))
    capital = fold("".join(word[0] for word in words if word[0].isupper()))
    shorts = {fold(name).replace(".", "") for name in (*parts.as_written, parts.outlet or "") if name}
    starts = {initials, capital, initials[1:], capital[1:]}
    return bool(shorts & starts)


def _opens_sentence(text: str, at: int, *, lower: bool = False) -> bool:
    """Return whether a sentence can begin at `at`: not in lower case, unless `lower`."""
    char = text[at : at + 1]
    return bool(char) and (lower or char in _QUOTES or not char.islower())


def _has_rest(text: str, at: int) -> bool:
    return len(text[at:].split(None, _LEAST_REST)) >= _LEAST_REST


def _sure(places: Places) -> bool:
    return places.known or places.qualified or (places.capitals and len(max(places.mains, key=len)) > 2)


def _fits_without_place(text: str, parts: Parts) -> bool:
    if not parts.bracketed or parts.close not in _DASHES or not _opens_sentence(text, parts.close_end, lower=True):
        return False
    if parts.credited:
        return True
    year = re.search(r"\d{4}", parts.date or "")
    return bool(year and parts.outlet and _DOMAIN.fullmatch(parts.outlet))


def _fits_agency(text: str, parts: Parts, places: Places) -> bool:
    sure = _sure(places) or parts.date is not None
    if parts.close == "line":
        return sure and (parts.order[-1] != "place" or places.known) and "/" not in text[: parts.end].split(" ")[0]
    if not _opens_sentence(text, parts.close_end, lower=sure and parts.close in _DASHES):
        return False
    if "agency" in parts.order and parts.order[-1] == "place":
        return _fits_agency_first(text, parts, places)
    if parts.bracketed:
        follows = text[parts.close_end : parts.close_end + 1]
        return parts.close != "none" or sure or (places.cased and (follows.isalpha() or follows in _QUOTES))
    if parts.close == "none":
        # "دمشق-سانا": the agency is tied to its place.
        return places.known and not places.cased and text[places.end : places.end + 1] in "-/"
    return sure


def _fits_agency_first(text: str, parts: Parts, places: Places) -> bool:
    if parts.bracketed:
        return parts.close in _DASHES and (_sure(places) or parts.date is not None)
    return parts.close == "none" and not places.cased and places.known and "/" in text[: parts.end]


def _fits_date(text: str, parts: Parts, places: Places) -> bool:
    if not _opens_sentence(text, parts.close_end) or not _has_rest(text, parts.close_end):
        return False
    # Two dates with a dash between them are the run of an event.
    if date_at(text, parts.close_end):
        return False
    if parts.outlet is not None:
        return parts.close != "none" and _sure(places)
    if parts.close in _DASHES or parts.close == "pipe":
        return (
            places.known or places.qualified or places.capitals or (places.cased and len(places.mains[0].split()) < 4)
        )
    return parts.close in {"colon", "period"} and (places.known or places.capitals) and parts.order[0] == "place"


def _fits_outlet(text: str, parts: Parts, places: Places) -> bool:
    if not _sure(places) and not (parts.outlet and fold(parts.outlet).endswith(terms().desk_words)):
        return False
    if parts.bracketed and parts.close == "line":
        return (places.known or places.qualified) and parts.outlet is not None and " " not in parts.outlet
    if not _opens_sentence(text, parts.close_end) or not _has_rest(text, parts.close_end):
        return False
    if parts.bracketed:
        return parts.close in _DASHES | {"colon", "danda", "period"} and _plausible(places, least=3)
    return parts.close in _DASHES | {"pipe", "danda"}


def _plausible(places: Places, *, least: int) -> bool:
    """Return whether capitals alone can be taken for places: not a call sign, an acronym or a whole line."""
    if places.known or places.qualified:
        return True
    longest = max(places.mains, key=len)
    return (
        places.capitals
        and len(longest) >= least
        and max(map(len, re.split(r"[ .]", longest))) >= 3
        and not (len(places.mains) == 1 and _CALL_SIGN.fullmatch(longest))
        and all(len(main.split()) <= 3 for main in places.mains)
    )


def _fits_place(text: str, parts: Parts, places: Places) -> bool:
    at = parts.close_end
    if parts.close == "line":
        return places.known and "\n" in text[parts.end : at] and _has_rest(text, at)
    if parts.close == "period" and at >= len(text.rstrip()):
        return places.known
    if not _opens_sentence(text, at) or not _has_rest(text, at) or _FIXTURE.search(text[at : at + 40]):
        return False
    if _speaks(text, at) and not (places.known and parts.close != "colon"):
        return False
    tight = parts.close == "dash" and not text[parts.end : parts.end + 1].isspace()
    return _fits_close(parts, places) and (places.known or not tight)


def _fits_close(parts: Parts, places: Places) -> bool:
    joined = len(places.mains) > 1 and places.known
    close = parts.close
    if close in {"dash", "dot"}:
        return places.known or joined or places.toponym or _plausible(places, least=4)
    if close == "hyphen":
        return places.known or joined or places.toponym or _plausible(places, least=5)
    if close == "colon":
        # In capitals before a colon, labels and speakers are far more frequent than places nobody knows.
        sure = places.known or (places.capitals and (places.qualified or places.toponym))
        return sure and (places.capitals or not places.cased)
    if close == "danda":
        return places.known or (len(places.mains[0].split()) == 1)
    if close == "period":
        return places.known or places.toponym
    return close == "pipe" and places.known


def _speaks(text: str, at: int) -> bool:
    word = _WORD.search(text, at, at + 40)
    return word is not None and fold(word[0]).replace("’", "'") in terms().speech_openers
