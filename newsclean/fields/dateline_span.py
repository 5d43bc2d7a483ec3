"""The result of reading a dateline."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatelineSpan:
    """A dateline that stands in a paragraph.

    Attributes:
        start: offset of its first character.
        end: offset just past its closing dash, colon or bracket and the white space after it.
        places: as they stand, in order.
        date_text: the date as it stands, or None.
        agencies: canonical names, in order.
        rule: the convention that matched, in snake_case: its parts in order and what closes it.
        agencies_text: the agencies as they stand, in the same order.
    """

    start: int
    end: int
    places: tuple[str, ...]
    date_text: str | None
    agencies: tuple[str, ...]
    rule: str
    agencies_text: tuple[str, ...] = ()
