"""Cutting a line into the parts of dates: day, clock time, zone, weekday, label.

The scanner takes one part after the other, left to right, and stops at the first word it does not know: a sentence is
left after a word or two, and no pattern ever backtracks over the line.
"""

from __future__ import annotations

import re

from newsclean.fields.date_parts import Clock, Day, Part, Scan, Zone, checked_day
from newsclean.fields.date_patterns import (
    CLOCK,
    CLOCK_DOTTED,
    CLOCK_HOUR,
    CLOCK_PLAIN,
    COUNT,
    DAY,
    ERA_DATE,
    MERIDIEM,
    MONTH_DAY_CJK,
    MONTH_NUMBER,
    OFFSET,
    RUNNING_TIME,
    SEPARATORS,
    TOKEN_START,
    YEAR,
    YEAR_FIRST,
    YEAR_HINT,
    YEAR_LAST,
    YEAR_SHORT,
    YEAR_THAI,
    ZULU,
    gap_end,
    offset_minutes,
)
from newsclean.fields.date_words import DateWords, Found, Sense, date_words, to_ascii_digits
from newsclean.kept import kept_for_short

_MAX_PARTS = 40
# What is found in a line is kept, if the line is no longer than this, in characters.
_LONGEST_KEPT = 200
# Years that can only be Solar Hijri in a news page: 2001 to 2041.
_JALALI_YEARS = range(1380, 1421)


def scan(text: str, start: int = 0) -> Scan:
    """Return the parts of dates that stand one after the other in `text` from `start` on."""
    return _Scanner(to_ascii_digits(text), date_words()).run(start)


# The readers of dates, bylines and standfirsts look at the same lines.
@kept_for_short(_LONGEST_KEPT, most=256)
def find_date(text: str) -> Scan | None:
    """Return the first run of parts in `text` that holds a date with its year, None if there is none."""
    plain = to_ascii_digits(text)
    hint = YEAR_HINT.search(plain)
    if not hint:
        return None
    scanner = _Scanner(plain, date_words())
    for token in TOKEN_START.finditer(plain, 0, hint.end()):
        found = scanner.run(token.start())
        if found.has_date and not _opens_with_letter(found):
            return found
    return None


def _opens_with_letter(found: Scan) -> bool:
    """Return whether one letter, a filler elsewhere, would open the date: it belongs to what stands before."""
    first = found.parts[0]
    return first.what is Sense.FILLER and first.end - first.start == 1


class _Scanner:
    def __init__(self, text: str, words: DateWords) -> None:
        self._text = text
        self._words = words

    def run(self, start: int) -> Scan:
        parts: list[Part] = []
        at = start
        while at < len(self._text) and len(parts) < _MAX_PARTS:
            gap = SEPARATORS.match(self._text, at)
            begin = gap.end() if gap else at
            dashed = gap is not None and any(dash in gap[0] for dash in "-–—")
            found = self._read(begin, parts)
            if not found:
                break
            found[0] = found[0].behind_dash() if dashed else found[0]
            parts += found
            at = found[-1].end
        return Scan(tuple(parts), parts[0].start if parts else start, parts[-1].end if parts else start)

    def _read(self, at: int, parts: list[Part]) -> list[Part]:
        before = parts[-1].what if parts else None
        if isinstance(before, (Clock, Zone)) or before in (Sense.AM, Sense.PM):
            zone = self._read_offset(at, parts[-1].end)
            if zone:
                return [zone]
        if at >= len(self._text):
            return []
        if "0" <= self._text[at] <= "9":
            return self._read_number(at, parts)
        return self._read_word(at, parts)

    # Numbers

    def _read_number(self, at: int, parts: list[Part]) -> list[Part]:
        for read in (self._read_numeric_date, self._read_clock, self._read_day_first, self._read_year_first):
            found = read(at)
            if found:
                return found
        dotted = CLOCK_DOTTED.match(self._text, at)
        last = parts[-1].what if parts else None
        # Behind a day of the week alone it is a day and a month.
        behind_day = last is Sense.WEEKDAY and any(isinstance(part.what, Day) for part in parts)
        if dotted and (isinstance(last, Day) or last is Sense.FILLER or behind_day):
            return self._clock(dotted, int(dotted[2]), int(dotted[3] or 0))
        count = COUNT.match(self._text, at)
        return [Part(Sense.BESIDE, at, count.end(), value=1)] if count and parts else []

    def _read_numeric_date(self, at: int) -> list[Part]:
        text = self._text
        found = YEAR_FIRST.match(text, at)
        if found:
            jalali = int(found[1]) in _JALALI_YEARS
            what = checked_day(Day(int(found[1]), int(found[3]), int(found[4])), jalali=jalali)
            return [Part(what, found.start(), found.end())] if what else []
        found = YEAR_LAST.match(text, at)
        if found:
            first, second, year = int(found[1]), int(found[3]), int(found[4])
            if second > 12:
                return self._day(found, year, first, second)
            return self._day(found, year, second, first, swappable=found[2] != ".")
        found = YEAR_SHORT.match(text, at)
        if found:
            return self._day(found, 2000 + int(found[3]), int(found[2]), int(found[1]))
        found = MONTH_DAY_CJK.match(text, at)
        return self._day(found, None, int(found[1]), int(found[2])) if found else []

    def _read_clock(self, at: int) -> list[Part]:
        for pattern in (CLOCK, CLOCK_PLAIN):
            found = pattern.match(self._text, at)
            if found:
                seconds = int(found[3] or 0) if pattern is CLOCK else 0
                return self._clock(found, int(found[2]), seconds)
        found = CLOCK_DOTTED.match(self._text, at)
        if found and MERIDIEM.match(self._text, found.end()):
            return self._clock(found, int(found[2]), 0)
        found = CLOCK_HOUR.match(self._text, at)
        return self._clock(found, 0, 0) if found else []

    def _clock(self, found: re.Match[str], minute: int, second: int) -> list[Part]:
        hour = int(found[1])
        if RUNNING_TIME.match(self._text, found.end()) or hour > 24 or minute > 59 or second > 59:
            return []
        pm: bool | None = None
        end = found.end()
        meridiem = MERIDIEM.match(self._text, end)
        if meridiem and hour <= 12:
            pm, end = meridiem[1] in "pP", meridiem.end()
        return [Part(Clock(hour, minute, second, pm), found.start(), end)]

    def _day(
        self, found: re.Match[str], year: int | None, month: int, day: int, *, swappable: bool = False
    ) -> list[Part]:
        what = checked_day(Day(year, month, day, swappable))
        return [Part(what, found.start(), found.end())] if what else []

    def _read_day_first(self, at: int) -> list[Part]:
        day = DAY.match(self._text, at)
        if not day:
            return []
        month = self._read_month(day.end(), dotted=day[3] is not None)
        if not month:
            return []
        number, jalali, end = month
        year = self._read_year(end) or self._read_thai_year(end)
        what = checked_day(Day(year[0] if year else None, number, int(day[1])), jalali=jalali)
        return [Part(what, at, year[1] if year else end, foreign=self._foreign(day.end(), end))] if what else []

    def _read_year_first(self, at: int) -> list[Part]:
        year = YEAR.match(self._text, at)
        if not year:
            return []
        begin = self._skip(year.end(1))
        month = self._read_month(begin)
        if month:
            day = DAY.match(self._text, self._skip(month[2]))
            what = checked_day(Day(int(year[1]), month[0], int(day[1])), jalali=month[1]) if day else None
            return [Part(what, at, day.end(), foreign=True)] if day and what else []
        found = self._read_day_first(begin) if self._text[begin : begin + 1].isdigit() else []
        if found and isinstance(found[0].what, Day) and found[0].what.year is None:
            what = checked_day(Day(int(year[1]), found[0].what.month, found[0].what.day))
            return [Part(what, at, found[0].end, foreign=True)] if what else []
        return []

    def _skip(self, at: int) -> int:
        """Return where the next part begins, past separators and one filler ("de", "gada", "년")."""
        at = gap_end(self._text, at)
        filler = self._words.find_sense(self._text, at, Sense.FILLER)
        if filler and not self._words.find_sense(self._text, at, Sense.MONTH):
            at = gap_end(self._text, filler[1])
        return at

    def _read_month(self, at: int, *, dotted: bool = False) -> tuple[int, bool, int] | None:
        number = MONTH_NUMBER.match(self._text, gap_end(self._text, at))
        if number:
            return int(number[1]), False, number.end()
        at = self._skip(at)
        senses = ((Sense.DOTTED_MONTH,) if dotted else ()) + (Sense.MONTH, Sense.JALALI_MONTH)
        for sense in senses:
            found = self._words.find_sense(self._text, at, sense)
            if found:
                value, end = found
                # Arabic sites give the Syriac and the Latin name: "حزيران/يونيو".
                twin = self._words.find_sense(self._text, end + 1, sense) if self._text[end : end + 1] == "/" else None
                return value, sense is Sense.JALALI_MONTH, twin[1] if twin and twin[0] == value else end
        return None

    def _read_year(self, at: int) -> tuple[int, int] | None:
        found = YEAR.match(self._text, self._skip(at))
        return (int(found[1]), found.end(1)) if found else None

    def _read_thai_year(self, at: int) -> tuple[int, int] | None:
        found = YEAR_THAI.match(self._text, at) if "\u0e00" <= self._text[at - 2 : at - 1] <= "\u0e7f" else None
        return (2500 + int(found[1]), found.end()) if found else None

    def _foreign(self, start: int, end: int) -> bool:
        found = self._words.find(self._text, gap_end(self._text, start))
        return not (found and found.english and found.end <= end)

    # Words

    def _read_word(self, at: int, parts: list[Part]) -> list[Part]:
        # "PT" is a weekday in Polish, and behind a clock the zone of California.
        zone = self._words.find_zone(self._text, at) if parts and isinstance(parts[-1].what, Clock) else None
        found = zone or self._words.find(self._text, at)
        if not found:
            return []
        if Sense.ERA in found.senses:
            return self._read_era_date(at, found)
        if Sense.MONTH in found.senses or Sense.JALALI_MONTH in found.senses:
            date_parts = self._read_month_first(at)
            if date_parts:
                return date_parts
        if Sense.ZONE in found.senses:
            return [self._zone(at, found.end)]
        sense = _pick(found, parts)
        if sense is None:
            return []
        return [Part(sense, at, found.end, value=found.senses[sense], foreign=not found.english)]

    def _read_era_date(self, at: int, era: Found) -> list[Part]:
        date = ERA_DATE.match(self._text, era.end)
        what = checked_day(Day(era.senses[Sense.ERA] + int(date[1]), int(date[2]), int(date[3]))) if date else None
        return [Part(what, at, date.end())] if date and what else []

    def _read_month_first(self, at: int) -> list[Part]:
        month = self._read_month(at)
        day = DAY.match(self._text, gap_end(self._text, month[2])) if month else None
        if not month or not day:
            return []
        year = self._read_year(day.end())
        clock: list[Part] = []
        end = year[1] if year else day.end()
        if not year:
            # The order of C's ctime: "Fri Apr 28 19:20:36 CEST 2023".
            clock = self._read_clock(gap_end(self._text, day.end()))
            year = self._read_ctime_year(clock)
            end = clock[-1].end if year and clock else end
        what = checked_day(Day(year[0] if year else None, month[0], int(day[1])), jalali=month[1])
        if what is None:
            return []
        foreign = self._foreign(at, month[2])
        if year and clock:
            return [Part(what, at, clock[0].start, foreign=foreign), *clock, Part(Sense.FILLER, end, year[1])]
        return [Part(what, at, end, foreign=foreign)]

    def _read_ctime_year(self, clock: list[Part]) -> tuple[int, int] | None:
        if not clock:
            return None
        at = gap_end(self._text, clock[0].end)
        zone = self._words.find(self._text, at)
        if zone and Sense.ZONE in zone.senses:
            clock.append(self._zone(at, zone.end))
            at = gap_end(self._text, clock[-1].end)
        found = YEAR.match(self._text, at)
        return (int(found[1]), found.end(1)) if found else None

    def _zone(self, start: int, end: int) -> Part:
        name = self._text[start:end]
        offset = OFFSET.match(self._text, end) if name in ("GMT", "UTC") else None
        if offset:
            return Part(Zone(offset_minutes(offset)), start, offset.end())
        american = name in self._words.american_zones
        seasonal = american and name not in self._words.zones
        minutes = self._words.american_zones[name] if seasonal else self._words.zones[name]
        return Part(Zone(minutes, american, seasonal), start, end)

    def _read_offset(self, at: int, clock_end: int) -> Part | None:
        """Return a "+02:00" or "Z" right behind the clock."""
        offset = OFFSET.match(self._text, clock_end)
        if offset:
            return Part(Zone(offset_minutes(offset)), clock_end, offset.end())
        zulu = ZULU.match(self._text, at)
        return Part(Zone(0), at, zulu.end()) if zulu else None


def _pick(found: Found, parts: list[Part]) -> Sense | None:
    """Return the sense a word has where it stands: "م" behind a clock is half of the day, elsewhere a filler."""
    half = next((sense for sense in (Sense.AM, Sense.PM) if sense in found.senses), None)
    after_clock = bool(parts) and isinstance(parts[-1].what, Clock)
    if half and (after_clock or len(found.senses) == 1):
        return half
    order = (Sense.PUBLISHED, Sense.MODIFIED, Sense.BESIDE, Sense.WEEKDAY, Sense.FILLER)
    return next((sense for sense in order if sense in found.senses), None)
