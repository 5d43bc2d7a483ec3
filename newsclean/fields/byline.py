"""Who wrote a story: the bylines among the lines of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsclean.fields.author_names import author_names
from newsclean.fields.byline_words import BylineWords, byline_words, folded_key
from newsclean.fields.date_grammar import find_date, scan
from newsclean.fields.date_words import Sense
from newsclean.fields.east_asian_byline import has_east_asian, read_east_asian
from newsclean.fields.persons import Kind, Segment, classify, split_names, without_contacts
from newsclean.rules.fold import has_case

__all__ = ["MAX_LINE", "Byline", "author_names", "read_bare_byline", "read_byline"]

MAX_LINE = 120

_MARGIN = " \t\u00a0*•·|,;/-–—>»"
# The last is the stop in "Por Ana Ruiz. Barcelona".
_STRONG_SEPARATOR = re.compile(
    r"\s*[|•·⋅∙｜]\s*|\s+[-–—/]{1,2}\s+|(?<=[^\W\d_]{4})\.\s+(?=[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?$)"
)
_COUNT = re.compile(r"(?<!\w)\d{1,3}(?!\d)")
_GLUED = re.compile(r"(?:By|by|BY|Von|Par|Por)(?=[A-ZÀ-Þ][a-zß-ÿ])")
_SENTENCE = re.compile(r"[?!…:=]|[^\W\d_]{4,}\.(?:\s|$)|\d{2}")
# "Penulis: Dimas Prakosa | Editor: Ratih Wulansari"
_SMALL_END = re.compile(r",\s(?:[^\W\d_A-ZÀ-Þ][^\W\d_]{2,30}\s?){1,3}$")
_LABEL = re.compile(r"([^\W\d_]{2,20})\s?[:：]\s?\S")
_COLON = re.compile(r"\s*(?:[:：,]|[-–](?=\s))?\s*")
# "Tekst: Ola Nordmann Foto: Kari Hansen": who did something else.
_NEXT_LABEL = re.compile(r"[\s,|/–-]+([^\W\d_]{3,20})\s?[:：／]")
_OPENING_WORD = re.compile(r"[^\s:：]+")
_LONGEST_INTRODUCER = 5
_MAX_NAMES_WORDS = 24
# A line of names alone: so many characters, and so many names, places and roles.
_MAX_BARE = 80
_MAX_SEGMENTS = 5
_SHORTEST_NAME = 4
# "— Ana Ruiz, Editor" signs a quotation.
_QUOTE_DASHES = frozenset("—–―")


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline.

    Attributes:
        start: offset in the line of its first character, the introducer included.
        end: offset just past its last one: past roles and places, before a date.
        authors: the persons named, in order, without titles, roles, addresses and agencies; empty where only an outlet
            or agency is named.
    """

    start: int
    end: int
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a byline opens: where the names begin, and how surely it is one."""

    names_at: int
    announced: bool


def read_byline(text: str) -> Byline | None:
    """Return the byline a line is, None for any other line.

    A line is one if nothing but an introducer in one of the languages known ("By", "Von", "Текст:"), full names, roles,
    places and a date stand in it, or if a full name and a role do ("Ana Ruiz, Staff Writer"). A bare name is none, nor
    is a line over 120 characters.
    """
    if len(text) > MAX_LINE:
        return None
    start, end, dated = _without_date(text)
    return _read_stretch(text, start, end, dated=dated)


def stands_beside_date(text: str) -> bool:
    """Return whether what stands before or behind the date of a line is a byline: there, one name is enough."""
    return _read_stretch(text, 0, len(text), dated=True) is not None


def read_bare_byline(text: str) -> Byline | None:
    """Return the byline that a line is where it stands beside a date or under a headline; None for any other line.

    There, nothing need announce it: full names, with places, roles and outlets behind them, will do ("Ana Ruiz,
    Skagen"), and so will one name behind an introducer. In scripts without capitals any two words may be a name.
    """
    if len(text) > _MAX_BARE:
        return None
    start, end, _ = _without_date(text)
    if found := _read_stretch(text, start, end, dated=True):
        return found
    start += len(text[start:end]) - len(text[start:end].lstrip(_MARGIN))
    end = start + len(text[start:end].rstrip(f"{_MARGIN}."))
    bare = without_contacts(text[start:end])
    if end - start < _SHORTEST_NAME or _SENTENCE.search(bare) or has_east_asian(bare):
        return None
    # What an introducer announces has been read, if it is a name.
    if _read_opening(text, start, end, byline_words(), dated=True):
        return None
    segments = [classify(name) for piece in _STRONG_SEPARATOR.split(bare) for name in split_names(piece)]
    authors = tuple(dict.fromkeys(segment.name for segment in segments if segment.kind is Kind.PERSON))
    if not authors or segments[0].kind is not Kind.PERSON or len(segments) > _MAX_SEGMENTS:
        return None
    others = [segment for segment in segments if segment.kind is Kind.OTHER]
    # What a person is stands last, and small: "Ana Ruiz, erhvervsredaktør".
    if others and (others != segments[-1:] or not _SMALL_END.search(bare)):
        return None
    return Byline(start, end, authors)


def _read_stretch(text: str, start: int, end: int, *, dated: bool) -> Byline | None:
    start += len(text[start:end]) - len(text[start:end].lstrip(_MARGIN))
    end = start + len(text[start:end].rstrip(f"{_MARGIN}:"))
    if dated:
        end = start + len(text[start:end].rstrip("."))
    if end - start < _SHORTEST_NAME or text[:start].rstrip()[-1:] in _QUOTE_DASHES:
        return None
    if has_east_asian(text[start:end]):
        found = read_east_asian(text[start:end])
        return Byline(start + found[0], start + found[1], found[2]) if found else None
    return _read(text, start, end, dated=dated)


def _without_date(text: str) -> tuple[int, int, bool]:
    """Return the stretch of the line that no date takes, and whether there was a date."""
    found = find_date(text) if any(map(str.isdigit, text)) else None
    if not found:
        return 0, len(text), False
    if text[: found.start].strip(_MARGIN):
        return 0, found.start, True
    return found.end, len(text), True


def _read(text: str, start: int, end: int, *, dated: bool) -> Byline | None:
    words = byline_words()
    opening = _read_opening(text, start, end, words, dated=dated)
    if opening:
        # "byBy ANA RUIZ": the template's word and the writer's
        opening = _read_opening(text, opening.names_at, end, words, dated=dated) or opening
    elif not any(folded_key(token.strip(_MARGIN)) in words.roles for token in text[start:end].split()):
        return None
    names_at = opening.names_at if opening else start
    parted = _STRONG_SEPARATOR.search(text, names_at, end)
    slashed = parted is not None and "/" in parted[0]
    names_end = _without_counts(text, names_at, parted.start() if parted and not slashed else end)
    names_end = _before_next_label(text, names_at, names_end)
    names = without_contacts(text[names_at:names_end])
    if not 0 < len(names.split()) <= _MAX_NAMES_WORDS or _SENTENCE.search(names):
        return None
    if folded_key(names.split()[0]) in words.joiners:
        return None
    segments = [classify(name) for name in split_names(names)]
    behind = _behind(text[parted.end() : end]) if parted and not slashed else None
    if opening:
        authors = _announced_authors(segments, lone=opening.announced or dated, cased=has_case(names))
    else:
        authors = _roled_authors(segments, behind)
    if authors is None or (parted and not slashed and behind is None):
        return None
    if (
        behind
        and behind.kind in (Kind.ROLE, Kind.PLACE, Kind.OUTLET)
        and not _STRONG_SEPARATOR.search(text, parted.end() if parted else end, end)
    ):
        names_end = end
    return Byline(start, len(text[:names_end].rstrip(_MARGIN)), authors)


def _before_next_label(text: str, start: int, end: int) -> int:
    """Return where the names end, before the label of whoever took the pictures ("Tekst: … Foto: …")."""
    words = byline_words()
    for label in _NEXT_LABEL.finditer(text, start, end):
        key = folded_key(label[1])
        if key in words.contacts or key in words.labels or key in words.roles:
            return label.start()
    return end


def _without_counts(text: str, start: int, end: int) -> int:
    """Return where the names end, before a reading time or comment count run into them ("Ana Ruiz 5 min read")."""
    count = _COUNT.search(text, start, end)
    if not count:
        return end
    found = scan(text[:end], count.end())
    counts = found.end == end and bool(found.parts) and all(part.what is Sense.BESIDE for part in found.parts)
    return count.start() if counts else end


def _behind(text: str) -> Segment | None:
    """Return what stands behind the names and a separator; None if it is too long to be anything but a sentence."""
    first = _STRONG_SEPARATOR.split(text.strip(_MARGIN), maxsplit=1)[0]
    label = _LABEL.match(first)
    if label and folded_key(label[1]) in byline_words().roles | byline_words().labels:
        return Segment(Kind.ROLE, role=True)
    if len(first.split()) > 8 or _SENTENCE.search(without_contacts(first)):
        return None
    return classify(without_contacts(first)) if without_contacts(first).strip(_MARGIN) else Segment(Kind.OTHER)


def _read_opening(text: str, start: int, end: int, words: BylineWords, *, dated: bool) -> _Opening | None:
    glued = _GLUED.match(text, start, end)
    if glued:
        return _Opening(glued.end(), announced=False)
    opening = text[start : min(end, start + 60)]
    first = _OPENING_WORD.search(opening)
    if first is None or folded_key(first[0]) not in words.opening_words:
        return None
    tokens = list(_OPENING_WORD.finditer(opening))[:_LONGEST_INTRODUCER]
    keys = [folded_key(token[0]) for token in tokens]
    for count in range(len(tokens), 0, -1):
        phrase = " ".join(keys[:count])
        past = start + tokens[count - 1].end()
        after = _COLON.match(text, past, end)
        names_at = after.end() if after else past
        colon = after is not None and any(mark in after[0] for mark in ":：")
        if phrase in words.announcers or (colon and (phrase in words.labels or phrase in words.introducers)):
            return _Opening(names_at, announced=colon)
        known = phrase in words.introducers or (dated and phrase in words.introducers_beside_date)
        if known and names_at > past:
            return _Opening(names_at, announced=False)
    return None


def _announced_authors(segments: list[Segment], *, lone: bool, cased: bool) -> tuple[str, ...] | None:
    """Return the authors behind an introducer, None if something else stands there."""
    authors: list[str] = []
    outlets = 0
    for i, segment in enumerate(segments):
        if segment.kind is Kind.PERSON:
            authors.append(segment.name)
        elif segment.kind is Kind.SUFFIX and authors:
            authors[-1] += f", {segment.name}"
        elif segment.kind is Kind.OUTLET:
            outlets += 1
        elif segment.kind is Kind.PLACE and i == 0:
            if not (lone and segment.name and cased):
                return None
            authors.append(segment.name)
        elif not (authors or outlets):
            return None
        elif segment.kind is Kind.OTHER:
            # What a person is can be anything ("head of tides at Example Institute"), who they are comes first.
            return tuple(dict.fromkeys(authors)) if authors and segment.titled else None
    return tuple(dict.fromkeys(authors)) if authors or outlets else None


def _roled_authors(segments: list[Segment], behind: Segment | None) -> tuple[str, ...] | None:
    """Return the authors of a byline without introducer, None if no role bears it out."""
    persons = [segment for segment in segments if segment.kind is Kind.PERSON]
    authors = tuple(dict.fromkeys(segment.name for segment in persons))
    roled = any(segment.kind is Kind.ROLE and segment.role for segment in segments)
    roled = roled or (behind is not None and behind.kind is Kind.ROLE and behind.role)
    if not roled or not persons or segments[0] is not persons[0] or not all(person.alone for person in persons):
        return None
    # "Information Security Consultant, Example Contributor": a list of trades, not of persons
    if len(persons) > 1 and segments.index(persons[-1]) != len(persons) - 1:
        return None
    return None if any(segment.kind is Kind.OTHER for segment in segments) else authors
