"""From the parts of a date line to the moments it states: which is the publication, which the last change."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsclean.fields.date_parts import Clock, Day, Part, Scan, Zone
from newsclean.fields.date_words import Sense

Moment = dt.datetime | dt.date
"""A datetime where the time of day is known (with its zone where stated), a date otherwise."""

_MAX_SEGMENTS = 4


@dataclass(slots=True)
class _Segment:
    """The parts between two labels: one moment."""

    label: Sense | None = None
    day: Day | None = None
    clock: Clock | None = None
    zone: Zone | None = None
    weekday: int | None = None
    pm: bool | None = None
    foreign: bool = False

    @property
    def empty(self) -> bool:
        return self.day is None and self.clock is None


@dataclass(frozen=True, slots=True)
class Moments:
    """When a story appeared and was last changed.

    Attributes:
        published: when it appeared.
        modified: when it was last changed.
        end: offset just past what says so.
        said: offset just past the last date or time, before the small words and counts behind it.
    """

    published: Moment | None
    modified: Moment | None
    end: int
    said: int


def read_moments(found: Scan) -> Moments | None:
    """Return the moments the parts state, None if they are no date line.

    A date without a label is the publication; a second one, if later, the last change.
    """
    parts = _without_stray_counts(found.parts)
    segments = _segments(parts)
    if not segments or len(segments) > _MAX_SEGMENTS or not _complete(segments):
        return None
    published: Moment | None = None
    modified: Moment | None = None
    for segment in segments:
        moment = _moment(segment)
        if moment is None:
            return None
        if segment.label is Sense.MODIFIED:
            modified = modified or moment
        elif published is None:
            published = moment
        elif segment.label is None:
            if day_of(moment) < day_of(published):
                return None
            modified = modified or (moment if moment != published else None)
    said = max(part.end for part in parts if isinstance(part.what, Day | Clock | Zone))
    return Moments(published, modified, parts[-1].end, said)


def day_of(moment: Moment) -> dt.date:
    """Return the calendar day of a moment, in its own zone."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _without_stray_counts(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts up to a bare number that no word ("5 min read", "0 Comments") explains."""
    beside = [part for part in parts if part.what is Sense.BESIDE]
    if any(not part.value for part in beside):
        return parts
    return parts[: parts.index(beside[0])] if beside else parts


def _segments(parts: tuple[Part, ...]) -> list[_Segment]:
    """Return one segment a moment, none if the parts are no date line (an event's "2 pm - 3 pm", a range of days)."""
    segments = [_Segment()]
    for part in parts:
        now = segments[-1]
        if part.what in (Sense.PUBLISHED, Sense.MODIFIED):
            if not now.empty:
                segments.append(now := _Segment(foreign=now.foreign))
            now.label = Sense(str(part.what))
        elif isinstance(part.what, Day):
            if now.day is not None and part.what != now.day:
                if part.dashed and now.label is None:
                    return []
                segments.append(now := _Segment(foreign=now.foreign))
            now.day = part.what
        elif isinstance(part.what, Clock):
            if now.clock is not None and now.clock != part.what:
                if part.dashed:
                    return []
                segments.append(now := _Segment(foreign=now.foreign))
            now.clock = part.what
        else:
            _note(now, part)
        now.foreign |= part.foreign
    return _with_trailing_label(segments)


def _note(segment: _Segment, part: Part) -> None:
    if isinstance(part.what, Zone):
        segment.zone = segment.zone or part.what
    elif part.what is Sense.WEEKDAY:
        segment.weekday = part.value
    elif part.what in (Sense.AM, Sense.PM):
        segment.pm = part.what is Sense.PM


def _with_trailing_label(segments: list[_Segment]) -> list[_Segment]:
    """Return the segments with labels where they belong: East Asian sites put them behind ("01時40分更新")."""
    if segments[-1].empty and len(segments) > 1:
        labels = [segment.label for segment in segments]
        if labels[0] is None:
            for segment, label in zip(segments, labels[1:], strict=False):
                segment.label = label
        segments = segments[:-1]
    return segments


def _complete(segments: list[_Segment]) -> bool:
    """Complete "updated 14:20" from the rest of the line; return whether every segment has its date."""
    known = next((s.day for s in segments if s.day is not None and s.day.year is not None), None)
    zone = next((s.zone for s in segments if s.zone is not None), None)
    if known is None:
        return False
    for i, segment in enumerate(segments):
        segment.zone = segment.zone or zone
        day = segment.day
        if day is not None and day.year is not None:
            continue
        if segment.label is None or (day is None and i == 0):
            return False
        segment.day = known if day is None else Day(known.year, day.month, day.day)
    return True


def _moment(segment: _Segment) -> Moment | None:
    day = segment.day
    if day is None or day.year is None:
        return None
    try:
        date = dt.date(day.year, day.month, day.day)
        if day.swappable and _month_first(segment, date):
            date = dt.date(day.year, day.day, day.month)
        return _at_clock(date, segment) if segment.clock else date
    except (ValueError, OverflowError):
        return None


def _month_first(segment: _Segment, day_first: dt.date) -> bool:
    if day_first.day > 12:
        return False
    if segment.weekday is not None:
        swapped = dt.date(day_first.year, day_first.day, day_first.month)
        fits = [date.weekday() == segment.weekday for date in (day_first, swapped)]
        if fits[0] != fits[1]:
            return fits[1]
    if segment.zone is not None:
        return segment.zone.american
    return segment.clock is not None and segment.clock.pm is not None and not segment.foreign


def _at_clock(date: dt.date, segment: _Segment) -> dt.datetime:
    clock = segment.clock or Clock(0, 0)
    pm = clock.pm if clock.pm is not None else segment.pm
    hour = clock.hour
    if pm is not None and hour <= 12:
        hour = hour % 12 + (12 if pm else 0)
    extra = dt.timedelta(days=1 if hour == 24 else 0)
    moment = dt.datetime(date.year, date.month, date.day, hour % 24, clock.minute, clock.second) + extra  # noqa: DTZ001
    if segment.zone is None:
        return moment
    minutes = segment.zone.minutes + (60 if segment.zone.seasonal and _american_summer(date) else 0)
    return moment.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))


def _american_summer(date: dt.date) -> bool:
    """Return whether summer time holds in the United States, by the rule in force since 2007 (15 U.S.C. 260a)."""
    march, november = dt.date(date.year, 3, 8), dt.date(date.year, 11, 1)
    begin = march + dt.timedelta(days=(6 - march.weekday()) % 7)
    end = november + dt.timedelta(days=(6 - november.weekday()) % 7)
    return begin <= date < end
