"""Dates as datelines write them, in many languages: where one stands, and which day it is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from newsclean.fields.agencies import fold
from newsclean.fields.dateline_terms import LETTER, months, plain

# A named day stands no farther behind the beginning of the name of its month, in characters.
_REACH = 48
_DAY = r"(?P<day>\d{1,2})(?!\d)"
_NUMERIC = [
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})[./](?P<month>\d{1,2})[./](?P<day>\d{1,2})(?!\d)",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})(?!\d)",
        r"(?P<first>\d{1,2})([/-])(?P<second>\d{1,2})\2(?P<year>\d{4}|\d{2})(?!\d)",
        r"(?P<day>\d{1,2}) - (?P<month>\d{1,2})(?: - (?P<year>\d{4}))?(?!\d)",
        r"(?P<first>\d{1,2})/(?P<second>\d{1,2})(?!\d)",
        r"(?:(?P<year>\d{4})[年년] ?)?(?:(?P<month>\d{1,2})[月월] ?)?(?P<day>\d{1,2})[日일]",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)",
        r"(?:ngày )?(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?:,? năm (?P<year>\d{4}))?(?!\d)",
    )
]
_DAY_LEAD = re.compile(
    _DAY + r"(?:st|nd|rd|th|er|re|e|º|ª|°|-го|-е|-га|ος|η)?\.?[ -]?(?:(?:de|del|of|di|da|ta’|ta') |d['’])?",
)
_YEAR = re.compile(r"[,،]? (?:del? |năm )?(?P<year>(?:19|20|१९|२०|١٩|٢٠)\d{2})(?!\d)(?: ?(?:г|р)\.| года| року)?")
_DAY_AFTER = re.compile(r" " + _DAY + r"(?:st|nd|rd|th)?(?![\w:])(?: d\.)?")
_YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)\d{2})\.? (?:m\. |gada )?")
_DAY_BEHIND = re.compile(r" " + _DAY + r"\.?(?: d\.)?")
_WORD = re.compile(rf"{LETTER}+")
_WEEKDAY_BEFORE = re.compile(rf"({LETTER}+),? ")
_WEEKDAY_BEHIND = re.compile(rf"[,.]{{0,2}} ({LETTER}+)")
_DOTTED_WORD = re.compile(rf"{LETTER}+\.{LETTER}+")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date that stands in a text.

    Attributes:
        end: offset just past it.
        year: None where it is not given.
        month: its numbers, most likely first; several where the form leaves it open, none where only the day is given.
        day: the day of the month for each of `month`, or one day alone.
        foreign: whether the month is of another calendar.
    """

    end: int
    year: int | None
    month: tuple[int, ...]
    day: tuple[int, ...]
    foreign: bool = False


def _month_at(text: str, start: int) -> tuple[int, tuple[int, ...], bool] | None:
    """Return end, numbers and whether it is of another calendar, for the month name at `start`."""
    first = _WORD.match(text, start)
    if first is None:
        return None
    names = months()
    second = _WORD.match(text, first.end() + 1) if text[first.end() : first.end() + 1] == " " else None
    dotted = _DOTTED_WORD.match(text, start)
    for match in (second, dotted, first):
        if match is None:
            continue
        name = fold(text[start : match.end()])
        # Hebrew writes "in" onto the month.
        for form in (name, name.removeprefix("ב")):
            if form in names.numbers:
                end = match.end()
                if form in names.short and text[end : end + 1] == ".":
                    end += 1
                return end, tuple(sorted(names.numbers[form])), False
            if form in names.foreign:
                return match.end(), (), True
    return None


def _named(text: str, start: int) -> DateSpan | None:
    lead = _DAY_LEAD.match(text, start)
    if lead and (month := _month_at(text, lead.end())):
        end, numbers, foreign = month
        year = _YEAR.match(text, end)
        return DateSpan(
            year.end() if year else end,
            int(year["year"]) if year else None,
            numbers,
            (int(lead["day"]),),
            foreign,
        )
    if not lead and (month := _month_at(text, start)):
        end, numbers, foreign = month
        day = _DAY_AFTER.match(text, end)
        if day:
            year = _YEAR.match(text, day.end())
            end = year.end() if year else day.end()
            return DateSpan(end, int(year["year"]) if year else None, numbers, (int(day["day"]),), foreign)
    return None


def _year_first(text: str, start: int) -> DateSpan | None:
    year = _YEAR_BEFORE.match(text, start)
    month = _month_at(text, year.end()) if year else None
    day = _DAY_BEHIND.match(text, month[0]) if month else None
    if year and month and day:
        return DateSpan(day.end(), int(year["year"]), month[1], (int(day["day"]),), month[2])
    return None


def _full_year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _numeric(text: str, start: int) -> DateSpan | None:
    for pattern in _NUMERIC:
        match = pattern.match(text, start)
        if match is None:
            continue
        groups = match.groupdict()
        year = _full_year(groups.get("year"))
        if "first" in groups:
            pair = int(match["first"]), int(match["second"])
            # Day first is the custom of most of the world; month first is read where it cannot be.
            readings = [(m, d) for d, m in (pair, pair[::-1]) if 1 <= m <= 12 and 1 <= d <= 31]
            if not readings:
                continue
            return DateSpan(match.end(), year, tuple(m for m, _ in readings), tuple(d for _, d in readings))
        month = int(groups["month"]) if groups.get("month") else None
        if int(groups["day"]) > 31 or month == 0 or (month or 1) > 12:
            continue
        return DateSpan(match.end(), year, (month,) if month else (), (int(groups["day"]),))
    return None


def date_at(text: str, start: int) -> DateSpan | None:
    """Return the date that begins at `start` of `text` (made plain with `plain`), or None.

    It has a day, and a month or, in Chinese, Japanese and Korean, the character for "day".
    """
    lead = _WEEKDAY_BEFORE.match(text, start)
    if lead and fold(lead[1]) in months().weekdays and (found := _dated(text, lead.end())):
        return found
    found = _dated(text, start)
    behind = _WEEKDAY_BEHIND.match(text, found.end) if found else None
    if found and behind and fold(behind[1]) in months().weekdays:
        return replace(found, end=behind.end())
    return found


def _dated(text: str, start: int) -> DateSpan | None:
    char = text[start : start + 1]
    if char.isdigit():
        found = _numeric(text, start) or _named(text, start) or _year_first(text, start)
    elif char.isalpha():
        # Every date has a digit, and most words stand near none.
        near = any(map(str.isdigit, text[start : start + _REACH]))
        reader = _numeric if text.startswith("ngày ", start) else _named
        found = reader(text, start) if near else None
    else:
        return None
    return found if found and all(1 <= day <= 31 for day in found.day) else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _latest(span: DateSpan, limit: dt.date) -> dt.date | None:
    """Return the last day not after `limit` that `span`, which gives no year, can mean."""
    found: list[dt.date] = []
    pairs = zip(span.month, span.day * len(span.month), strict=False)
    if not span.month:
        # Only the day is given: it is of this month or, at the latest, of the one before a month that is too short.
        months_back = [divmod(limit.year * 12 + limit.month - 1 - back, 12) for back in range(3)]
        dates = [_day(year, month + 1, span.day[0]) for year, month in months_back if year > 0]
    else:
        years = range(limit.year, max(limit.year - 9, 0), -1)
        dates = [_day(year, month, day) for month, day in pairs for year in years]
    found.extend(date for date in dates if date and date <= limit)
    return max(found, default=None)


def resolve_date(date_text: str, published: dt.date | None) -> dt.date | None:
    """Return the day `date_text` means, or None where it cannot be pinned to one.

    A date without a year is the last such day up to the day after `published` (a story may be stamped in a zone where
    it is still the day before); without `published`, or where the month may be read in two ways, it stays open.
    """
    text = plain(date_text[:80]).strip(" ,.()[]")
    span = date_at(text, 0)
    if span is None or span.foreign:
        return None
    day = published.date() if isinstance(published, dt.datetime) else published
    if span.year is None:
        return _latest(span, day + dt.timedelta(days=1)) if day and day < dt.date.max else None
    days = zip(span.month, span.day * len(span.month), strict=False)
    dates = {date for m, d in days if (date := _day(span.year, m, d))}
    if len(dates) > 1 and day:
        dates = {min(dates, key=lambda date: abs(date - day))}
    return dates.pop() if len(dates) == 1 else None
