"""The dateline of a news story: the places, date and agencies its first words name, or (in Chinese) its last."""

from __future__ import annotations

import re

from newsclean.fields.agencies import fold
from newsclean.fields.dateline_date import resolve_date
from newsclean.fields.dateline_east_asian import is_east_asian, read_east_asian, read_east_asian_tail
from newsclean.fields.dateline_parts import Parts, readings
from newsclean.fields.dateline_rules import rule_of
from newsclean.fields.dateline_span import DatelineSpan
from newsclean.fields.dateline_terms import plain, terms

__all__ = ["DatelineSpan", "read_dateline", "read_tail_dateline", "resolve_date"]

# No dateline seen is longer; what stands behind it is looked at for a sentence's beginning only.
_HEAD = 240
_TAIL = 80
# Vietnamese papers open a story with their own name: "(NLĐO) - ".
_OWN_NAME = re.compile(r"\((?:[^\W\d_]|[ .]){2,20}\) ?[-–—] ?(?=[^\W\d_])")
_VIETNAMESE = re.compile("[ăđơưạảấầẩậắằặẹẻếềểễệịọỏốồổộớờởợụủứừửữựỳỵỷ]", re.IGNORECASE)


def read_dateline(text: str) -> DatelineSpan | None:
    """Return the dateline that opens a paragraph, or None.

    `text` is one paragraph with its white space folded; only its first 240 characters are read. Offsets are those of
    `text`. Bare places ("Berlin. ", "LAHORE: ") are taken for a dateline only if they are well known, written in
    capitals or followed by a state or country, and never where the words may be a label, a speaker, a fixture or the
    subject of the sentence.
    """
    head = text[:_HEAD]
    even = plain(head)
    start = len(even) - len(even.lstrip())
    if not even[start : start + 1]:
        return None
    if is_east_asian(even):
        return read_east_asian(head)
    if even[start].islower() and not even[start].isdigit() and even[start:].find("-") != 2:
        return None
    return _read_alphabetic(even, start) or _own_name(even, start)


def _read_alphabetic(even: str, start: int) -> DatelineSpan | None:
    lead = _own_correspondent(even, start)
    best: tuple[Parts, str] | None = None
    for parts in readings(even, lead):
        rule = rule_of(even, parts)
        if rule:
            best = parts, rule
    if best is None:
        return None
    parts, rule = best
    return DatelineSpan(
        start=0,
        end=parts.close_end,
        places=parts.places.names if parts.places else (),
        date_text=parts.date,
        agencies=tuple(dict.fromkeys(parts.agencies)),
        rule=rule,
        agencies_text=parts.as_written,
    )


def _own_correspondent(even: str, start: int) -> int:
    """Return where the dateline goes on behind words such as "DAL NOSTRO INVIATO"."""
    if (
        not even[start : start + 4].isupper()
        and even[start : start + 4].isascii()
        and " " not in even[start : start + 5]
    ):
        return start
    opening = fold(even[start : start + 50])
    for phrase in terms().own_correspondent:
        if opening.startswith(phrase + " "):
            return start + len(phrase) + 1
    return start


def _own_name(even: str, start: int) -> DatelineSpan | None:
    match = _OWN_NAME.match(even, start) if even[start] == "(" else None
    if match is None or len(_VIETNAMESE.findall(even, match.end())) < 4:
        return None
    return DatelineSpan(0, match.end(), (), None, (), "outlet_dash")


def read_tail_dateline(text: str) -> DatelineSpan | None:
    """Return the dateline that closes a paragraph, as Chinese papers write it ("（新华社北京8月24日电）"), or None.

    Only the last 80 characters are read. Offsets are those of `text`.
    """
    offset = max(len(text) - _TAIL, 0)
    return read_east_asian_tail(text[offset:], offset)
