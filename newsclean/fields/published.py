"""When a story was published and last changed: the date lines of a page, its metadata and its address."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from newsclean.fields.byline import stands_beside_date
from newsclean.fields.byline_words import byline_words, folded_key
from newsclean.fields.date_grammar import find_date, scan
from newsclean.fields.date_moments import Moment, day_of, read_moments
from newsclean.fields.date_words import Sense, date_words
from newsclean.fields.persons import Kind, classify
from newsclean.rules.fold import has_case

__all__ = ["Moment", "PublishedLine", "date_from_url", "parse_moment", "plausible", "read_published_line"]

MAX_LINE = 120
MAX_MOMENT = 64

_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_COMPACT = re.compile(r"(\d{8})(\d{4})(\d{2})?")
_AROUND = " \t\r\n\u00a0\u200e\u200f"
_MARGIN = " \t\u00a0\u200e\u200f*•·|,;/-–—>»()[]【】.:：،、✎⏱○●"
_STRONG_SEPARATOR = re.compile(r"\s*[|•·⋅∙/｜]\s*|\s[-–—]\s")
_COUNT = re.compile(r"\s?\d{1,2}")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_NO_LETTER = re.compile(r"[\W_]*")
# What stands behind a date and separators: so many characters, so many words between two of them, so many of a name.
_MAX_BESIDE = 90
_RUBRIC_WORDS = 9
_NAME_WORDS = 4
_MAX_LONE = 14
# "vor 3 Stunden", "2 hours ago", "пре 2 сата": how old the story is, in four words at most.
_AGE = re.compile(r"(?:[^\W\d]+ ){0,2}\d{1,2}(?: [^\W\d]+){1,2}")
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?](?:\s|$)|[?!]")

_URL_SLASHED = re.compile(r"/((?:19|20)\d\d)/(\d{1,2}|[a-z]{3})/(\d{1,2})(?=[/\-_.?#]|$)")
_URL_DASHED = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_])(\d{1,2})\2(\d{1,2})(?!\d)")
_URL_MONTH_FOLDER = re.compile(r"/((?:19|20)\d\d)[-/]?(\d{2})/?(\d{2})(?!\d)")
_URL_COMPACT = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")
_URL_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MAX_URL = 2000


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """What a date line says; at least one of the moments is known.

    Attributes:
        published: when the story appeared.
        modified: when it was last changed.
        start: offset in the line of the first character of what says so, its label included.
        end: offset just past its last one; a reading time or comment count right behind belongs to it.
    """

    published: Moment | None
    modified: Moment | None
    start: int
    end: int


def parse_moment(text: str) -> Moment | None:
    """Return the moment a date string of page metadata states, None if it states none.

    Reads ISO 8601 in its variants, RFC 2822, the format of C's ctime, epoch seconds and milliseconds (as UTC), and
    whatever `read_published_line` reads.
    """
    text = text.strip(_AROUND)
    if not text or len(text) > MAX_MOMENT:
        return None
    if text[0] in "0123456789" and text.isascii():
        machine = _parse_machine(text)
        if machine is not None:
            return machine
    found = scan(text)
    moments = read_moments(found)
    if moments is None or not _NO_LETTER.fullmatch(text, moments.end) or not _NO_LETTER.fullmatch(text[: found.start]):
        return None
    return moments.published or moments.modified


def _parse_machine(text: str) -> Moment | None:
    try:
        if _EPOCH.fullmatch(text):
            seconds = int(text) / (1000 if len(text) == 13 else 1)
            return dt.datetime.fromtimestamp(seconds, tz=dt.UTC)
        compact = _COMPACT.fullmatch(text)
        if compact:
            text = f"{compact[1]}T{compact[2]}{compact[3] or '00'}"
        if len(text) <= 10:
            return dt.date.fromisoformat(text)
        return dt.datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError):
        return None


def read_published_line(text: str) -> PublishedLine | None:
    """Return what a line says that is nothing but a date line, None for any other line.

    A byline, a rubric of up to three words with a separator, a reading time or a comment count may stand beside the
    date. Relative times, sentences and dates without a year give None. "03/04/2025" is read day first, unless the line
    shows American habits (a zone of the United States, "am" or "pm" in a line with no foreign word) or its weekday
    tells otherwise. A line over 120 characters is no date line.
    """
    if len(text) > MAX_LINE or not any(map(str.isdigit, text)):
        return None
    found = find_date(text)
    moments = read_moments(found) if found else None
    if not found or not moments or not _may_precede(text[: found.start]):
        return None
    # The small words of dates begin names, too: "12 martie 2026 | De Ion Popescu".
    parted = _STRONG_SEPARATOR.match(text, moments.said) is not None
    ends = (moments.said, moments.end) if parted else (moments.end, moments.said)
    end = next((at for at in ends if _may_follow(text[at:])), None)
    if end is None:
        return None
    end += text[end : end + 1] == ")"
    return PublishedLine(moments.published, moments.modified, found.start, end)


def _may_precede(before: str) -> bool:
    """Return whether what stands before the date leaves the line a date line: nothing, a byline, a rubric, a source."""
    bare = before.strip(_MARGIN)
    if not bare:
        return True
    rubrics = _STRONG_SEPARATOR.split(before.lstrip(_MARGIN))
    if len(rubrics) <= 4 and not rubrics[-1].strip() and all(_is_rubric(rubric) for rubric in rubrics[:-1]):
        return True
    if _is_place(bare) if before.rstrip().endswith(",") else _is_lone_word(bare):
        return True
    return _names_source(bare) or _is_signature(bare) or stands_beside_date(bare)


def _may_follow(after: str) -> bool:
    """Return whether what stands behind the date leaves the line a date line: nothing, a byline, a rubric, a source."""
    bare = after.strip(_MARGIN)
    if not bare or _COUNT.fullmatch(after):
        return after.strip() != ":"
    if _ENDS_SENTENCE.search(after):
        return False
    if folded_key(bare) in byline_words().introducers or _names_source(bare):
        return True
    if (_STRONG_SEPARATOR.match(after) and _are_rubrics(after)) or _AGE.fullmatch(bare):
        return True
    # "by Ana Ruiz 5 Comments"
    signed = _DIGIT.split(bare, maxsplit=1)[0]
    if stands_beside_date(signed) or (len(bare.split()) <= _NAME_WORDS and _is_person(bare)):
        return True
    return after.lstrip().startswith(",") and _is_signature(bare)


def _are_rubrics(after: str) -> bool:
    """Return whether what separators part behind a date are names, sections and links: a few words each."""
    pieces = [piece for piece in _STRONG_SEPARATOR.split(after.strip(_MARGIN)) if piece]
    return len(after) <= _MAX_BESIDE and all(len(_WORD.findall(piece)) <= _RUBRIC_WORDS for piece in pieces)


def _is_rubric(text: str) -> bool:
    """Return whether it can be a section, place or outlet: up to three words that begin with a letter."""
    tokens = text.split()
    return len(tokens) <= 3 and all(token[0].isalpha() or token == "&" for token in tokens) and len(text) <= 40


def _is_signature(text: str) -> bool:
    """Return whether it is a bare name or an outlet ("Ana Ruiz", "Example News")."""
    return len(text.split()) <= 3 and classify(text).kind in (Kind.PERSON, Kind.OUTLET)


def _is_person(text: str) -> bool:
    segment = classify(text)
    return segment.kind is Kind.PERSON and segment.alone


def _is_place(text: str) -> bool:
    """Return whether it can be a place in front of a comma: up to three words, the first with a capital."""
    return len(text.split()) <= 3 and classify(text).kind in (Kind.PLACE, Kind.PERSON) and not text[0].islower()


def _is_lone_word(text: str) -> bool:
    """Return whether it is one word of a script without capitals: a place, a weekday."""
    return " " not in text and not has_case(text) and len(text) <= _MAX_LONE


def _names_source(text: str) -> bool:
    return len(text) <= 40 and date_words().find_sense(text, 0, Sense.SOURCE) is not None


def date_from_url(url: str) -> dt.date | None:
    """Return the date in the path of an address (`/2025/06/23/`, `/2025-06-23-`, `20250623`), None if it has none."""
    path = url[:_MAX_URL].lower().partition("?")[0]
    for found in _URL_SLASHED.finditer(path):
        month = int(found[2]) if found[2].isdigit() else _url_month(found[2])
        date = _plain_date(int(found[1]), month, int(found[3]))
        if date:
            return date
    for pattern, groups in ((_URL_DASHED, (1, 3, 4)), (_URL_MONTH_FOLDER, (1, 2, 3)), (_URL_COMPACT, (1, 2, 3))):
        for found in pattern.finditer(path):
            year, month, day = (int(found[group]) for group in groups)
            date = _plain_date(year, month, day)
            if date:
                return date
    return None


def _url_month(name: str) -> int:
    return _URL_MONTHS.index(name) + 1 if name in _URL_MONTHS else 0


def _plain_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year >= 1995 else None
    except ValueError:
        return None


def plausible(moment: Moment, *, today: dt.date) -> bool:
    """Return whether a web page can have been published then: from 1995 to the day after tomorrow."""
    return dt.date(1995, 1, 1) <= day_of(moment) <= today + dt.timedelta(days=2)
