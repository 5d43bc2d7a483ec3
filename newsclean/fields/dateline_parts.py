"""The parts of a dateline in alphabetic scripts, and every place where the dateline may end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsclean.fields.agencies import agency_at, fold, is_generic
from newsclean.fields.dateline_bracket import Bracket, bracket_at
from newsclean.fields.dateline_date import date_at
from newsclean.fields.dateline_place import Places, places_at
from newsclean.fields.dateline_terms import LETTER, MARKS, terms

_MOST_PARTS = 6
_SPACES = re.compile(r"\s*")
_SOFT_GAP = re.compile(r"[\s,،.;]*")
_DASH_GAP = re.compile(r"[\s,،.;]*[—–-]{1,3}\s*|[\s,،.;]*")
_CLOSE = re.compile(
    r"(?P<dash>\s?(?:[.,]\s?|:(?=[—–-]))?(?:[—–]+|-{2,3})\s?-?\s?|\.-\s*)"
    r"|(?P<hyphen>\s?[.,]?(?:\s-\s*|-\s+)|(?<=[)\]])-(?=\S))"
    r"|(?P<slash>\s/(?=\s))"
    r"|(?P<colon>\s?:(?=\s|$))"
    r"|(?P<period>\.(?=\s|$))"
    r"|(?P<pipe>\s?\|)"
    r"|(?P<dot>\s?·(?=\s))"
    r"|(?P<danda>\s?।)"
    r"|(?P<line>[ \t]*\n|\s*$)",
)
_AGENCY_LINK = re.compile(r" ?[/,+&-] ?| (?:and|und|et|y|e|och|og|и|та|و) ")
_SMALL_OUTLET = re.compile(r"[a-zäöüß]{2,10}(?:/[a-zäöüß]{2,10}){0,2}(?= \|)")
_COMMA_OUTLET = re.compile(
    rf"(?:[\w.]|(?!\w)[{MARKS}]){{2,24}}(?: (?:[\w.]|(?!\w)[{MARKS}]){{2,24}}){{0,3}}?(?=\s?(?:—|–|-|।|:|\|))"
)
_WORD_AND_SPACE = re.compile(rf"{LETTER}+ ")
_LONE_WORD = re.compile(rf"{LETTER}+(?=\s?[:।—–-])")
_SITE_FIRST = re.compile(r"[A-Za-z][\w-]{1,20}\.[A-Za-z]{2,4}(?:\.[A-Za-z]{2})?(?=, )")
_AGENCY_REPORTER = re.compile(r", (?:[^\W\d_]|[-.]){2,20} (?:[^\W\d_]|-){2,24}(?=\. )")
_REPORTER = re.compile(r"(?:[^\W\d_]|['’. -]){4,40}?(?= ?[-–—] )")


@dataclass(frozen=True, slots=True)
class Parts:
    """What has been read of a dateline up to an offset.

    Attributes:
        end: offset just past the last part.
        order: the kinds of part, in order.
        places: or None.
        date: as it stands, or None.
        agencies: canonical names.
        as_written: the same names as they stand.
        credited: whether agencies are credited, by name or not.
        bracketed: whether they stand in a bracket.
        outlet: the paper or station named in an agency's room, or None.
        close: the kind of mark that closes it.
        close_end: offset just past that mark and the white space after it.
    """

    end: int
    order: tuple[str, ...] = ()
    places: Places | None = None
    date: str | None = None
    agencies: tuple[str, ...] = ()
    as_written: tuple[str, ...] = ()
    credited: bool = False
    bracketed: bool = False
    outlet: str | None = None
    close: str = "none"
    close_end: int = 0

    def with_agencies(self, end: int, names: tuple[str, ...], as_written: tuple[str, ...], *, bracketed: bool) -> Parts:
        """Return these parts and the agencies that end at `end`."""
        return replace(
            self,
            end=end,
            order=(*self.order, "agency"),
            agencies=self.agencies + names,
            as_written=self.as_written + as_written,
            credited=True,
            bracketed=self.bracketed or bracketed,
        )


def _bracket(parts: Parts, found: Bracket) -> Parts | None:
    if (found.credits or found.credits_reporter) and not parts.credited:
        grown = parts.with_agencies(found.end, found.agencies, found.as_written, bracketed=True)
        if found.date is None:
            return grown
        return None if parts.date else replace(grown, date=found.date, order=(*grown.order, "date"))
    if found.dates and parts.date is None and parts.places:
        return replace(parts, end=found.end, date=found.date, order=(*parts.order, "date"), bracketed=True)
    if found.outlet and not parts.credited and parts.outlet is None:
        return replace(parts, end=found.end, outlet=found.outlet, order=(*parts.order, "outlet"), bracketed=True)
    return None


def _bare_agencies(text: str, start: int) -> tuple[int, tuple[str, ...], tuple[str, ...]] | None:
    names: list[str] = []
    as_written: list[str] = []
    position, end = start, start
    while len(names) < 4 and (hit := agency_at(text, position)):
        names.append(hit[1])
        as_written.append(text[position : hit[0]])
        end = hit[0]
        link = _AGENCY_LINK.match(text, end)
        if link is None:
            break
        position = link.end()
    return (end, tuple(names), tuple(as_written)) if names else None


def _outlet(text: str, parts: Parts, start: int) -> Parts | None:
    """Read a paper's own name in an agency's room: "BERLIN taz |", "JAKARTA, KOMPAS.com -"."""
    if parts.places is None or parts.credited or parts.outlet:
        return None
    if generic := _generic_word(text, start):
        return parts.with_agencies(generic, (), (), bracketed=False)
    if small := _SMALL_OUTLET.match(text, start):
        return replace(parts, end=small.end(), outlet=small[0], order=(*parts.order, "outlet"))
    if any(mark in text[parts.end : start] for mark in "—–-"):
        return None
    match = _COMMA_OUTLET.match(text, start) if text[parts.end : parts.end + 1] in {",", "،"} else None
    if match and is_outlet(match[0]):
        return replace(parts, end=match.end(), outlet=match[0], order=(*parts.order, "outlet"))
    return None


def _generic_word(text: str, start: int) -> int | None:
    word = _LONE_WORD.match(text, start)
    return word.end() if word and is_generic(word[0]) else None


def is_outlet(name: str) -> bool:
    """Return whether `name` has the form of an outlet's name: a domain, mixed capitals, or a desk's last word."""
    first = name.split(" ")[0]
    if re.fullmatch(r"[\w-]{2,20}\.[A-Za-z]{2,4}", name):
        return True
    if fold(name).endswith(terms().desk_words) and " " in name:
        return True
    mixed = any(char.isupper() for char in first[1:]) and not first.isupper()
    return mixed or (" " in name and len(first) > 1 and first.isupper() and not name.isupper())


def _grow(text: str, parts: Parts) -> Parts | None:
    """Return the parts and one more, or None where none follows."""
    # A dash goes on only where what came first leaves the place or the agency open.
    open_dash = parts.places is None or (not parts.credited and parts.outlet is None)
    gap = (_DASH_GAP if open_dash and parts.order else _SOFT_GAP).match(text, parts.end)
    at = gap.end() if gap else parts.end
    dashed = at > parts.end and any(mark in text[parts.end : at] for mark in "—–-")
    if found := bracket_at(text, at):
        return None if dashed and not (found.credits or found.credits_reporter) else _bracket(parts, found)
    at_date = at
    word = _WORD_AND_SPACE.match(text, at)
    if parts.places and word and fold(word[0].strip()) in terms().date_words:
        at_date = word.end()
    loose = parts.places is None or not (dashed and parts.places.cased)
    apart = not parts.order or not text[parts.end : parts.end + 1].isalnum()
    if parts.date is None and loose and apart and (day := date_at(text, at_date)):
        return replace(parts, end=day.end, date=text[at_date : day.end], order=(*parts.order, "date"))
    touching = "-" in text[parts.end : at] and at - parts.end == 1
    if not parts.credited and (bare := _bare_agencies(text, at)):
        tied = parts.places is None or (parts.places.known and not parts.places.cased)
        if dashed and not (parts.date or touching or tied):
            return None
        return parts.with_agencies(*bare, bracketed=False)
    if not parts.order and (site := _SITE_FIRST.match(text, at)):
        return replace(parts, end=site.end(), outlet=site[0], order=("outlet",))
    if parts.places is None and _place_may_follow(text, parts, dashed=dashed):
        places = places_at(text, at + (text[at : at + 1] == "/"))
        return replace(parts, end=places.end, places=places, order=(*parts.order, "place")) if places else None
    uncased = parts.places is not None and parts.places.known and not parts.places.cased
    return _outlet(text, parts, at) if not dashed or uncased else None


def _place_may_follow(text: str, parts: Parts, *, dashed: bool) -> bool:
    if not parts.credited:
        return not dashed
    return parts.date is None and (dashed or text[parts.end : parts.end + 1] in {"/", ","})


def _closed(text: str, parts: Parts) -> Parts:
    match = _CLOSE.match(text, parts.end)
    if match is None:
        return replace(parts, close="none", close_end=_end_of_spaces(text, parts.end))
    return replace(parts, close=match.lastgroup or "none", close_end=_end_of_spaces(text, match.end()))


def _end_of_spaces(text: str, start: int) -> int:
    match = _SPACES.match(text, start)
    return match.end() if match else start


def _with_reporter(text: str, parts: Parts) -> Parts | None:
    """Read the reporter some Turkish agencies put behind the dateline: "KONYA (AA) - MEHMET KAYA - "."""
    match = _REPORTER.match(text, parts.close_end)
    if match is None or not match[0].isupper() or " " not in match[0].strip():
        return None
    grown = replace(parts, end=match.end(), order=(*parts.order, "reporter"))
    return _closed(text, grown)


def _with_byline(text: str, parts: Parts) -> Parts | None:
    """Read the reporter Russian agencies put behind their name: "РИА Новости, Анна Иванова. "."""
    match = _AGENCY_REPORTER.match(text, parts.end)
    if match is None or not all(word[0].isupper() for word in match[0][2:].split(" ")):
        return None
    return _closed(text, replace(parts, end=match.end(), order=(*parts.order, "reporter")))


def _split_doubtful(text: str, parts: Parts) -> Parts:
    """Take a last qualifier that is an outlet's name from the place: "Jakarta, CNN Indonesia --"."""
    places = parts.places
    if places is None or places.doubtful is None or "agency" in parts.order or parts.order[-1] != "place":
        return parts
    name = text[places.doubtful : parts.end].lstrip(",، ")
    if not is_outlet(name) or places.mains[-1].isupper() == name.isupper() is True:
        return parts
    last = places.names[-1][: -(parts.end - places.doubtful)]
    cut = replace(places, names=(*places.names[:-1], last), doubtful=None)
    return replace(parts, places=cut, outlet=name, order=(*parts.order, "outlet"))


def readings(text: str, start: int) -> Iterator[Parts]:
    """Yield the parts of a dateline that begins at `start` of `text` (made plain), at each offset where it may end.

    At most six parts are read, so the cost does not grow with the text.
    """
    parts = Parts(start)
    for _ in range(_MOST_PARTS):
        grown = _grow(text, parts)
        if grown is None:
            return
        parts = grown
        closed = _closed(text, _split_doubtful(text, parts))
        yield closed
        if closed.credited and closed.date and not closed.bracketed and (reporter := _with_byline(text, closed)):
            yield reporter
            return
        if closed.credited and closed.bracketed and closed.close in {"dash", "hyphen"} and closed.places:
            reporter = _with_reporter(text, closed)
            if reporter:
                yield reporter
            return
