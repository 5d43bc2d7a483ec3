"""The parts of a date line, and days of other calendars."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from newsclean.fields.date_words import Sense


@dataclass(frozen=True, slots=True)
class Day:
    """A date as it stood.

    Attributes:
        year: None where the line leaves it out ("1月14日").
        month: from 1.
        day: from 1.
        swappable: day and month stand as numbers parted by "/" or "-", day first as far as the line itself tells.
    """

    year: int | None
    month: int
    day: int
    swappable: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it stood; `pm` is None where neither half of the day is named."""

    hour: int
    minute: int
    second: int = 0
    pm: bool | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as it stood.

    Attributes:
        minutes: ahead of UTC; for a seasonal zone, in winter.
        american: it names a zone of the United States.
        seasonal: it names no season ("ET"): summer time is to be told from the date.
    """

    minutes: int
    american: bool = False
    seasonal: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a date line, and what stands between it and the part before."""

    what: Day | Clock | Zone | Sense
    start: int
    end: int
    value: int = 0
    foreign: bool = False
    dashed: bool = False

    def behind_dash(self) -> Part:
        """Return the part with a dash before it."""
        return replace(self, dashed=True)


@dataclass(frozen=True, slots=True)
class Scan:
    """The parts found one after the other from `start` on, and the end of the last."""

    parts: tuple[Part, ...]
    start: int
    end: int

    @property
    def has_date(self) -> bool:
        """Whether one part is a date with its year."""
        return any(isinstance(part.what, Day) and part.what.year is not None for part in self.parts)


def checked_day(day: Day, *, jalali: bool = False) -> Day | None:
    """Return `day` in the Gregorian calendar, None where there is no such day."""
    year, month, number = day.year, day.month, day.day
    if jalali:
        gregorian = _from_jalali(year, month, number) if year is not None else None
        return Day(gregorian.year, gregorian.month, gregorian.day) if gregorian else None
    if year is not None and year < 1900:
        return None
    if year is not None and 2500 <= year < 2600:
        year -= 543  # the Buddhist era, as Thai sites count
    try:
        dt.date(2000 if year is None else year, month, number)
    except ValueError:
        return None
    return Day(year, month, number, day.swappable)


def _from_jalali(year: int, month: int, day: int) -> dt.date | None:
    """Return a Solar Hijri date in the Gregorian calendar, None if out of range.

    Leap years by the 33-year rule, which agrees with the observed calendar for 1343..1472
    (https://en.wikipedia.org/wiki/Solar_Hijri_calendar).
    """
    if not (1343 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    first = dt.date(2014, 3, 21)  # 1 Farvardin 1393
    step = 1 if year >= 1393 else -1
    between = range(1393, year) if step > 0 else range(year, 1393)
    days = sum(366 if other % 33 in (1, 5, 9, 13, 17, 22, 26, 30) else 365 for other in between)
    months = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    return first + dt.timedelta(days=step * days + months + day - 1)
