"""Whether a regular expression can match a line in ASCII: one for Japanese is not tried on English."""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants  # type: ignore[attr-defined]
from typing import Any

from newsclean.rules.literals import parsed

_ASCII = 0x80
# Letters beyond ASCII that are the same as one of ASCII where case does not count: the Kelvin sign and the long s.
_SAME = frozenset("\u212a\u017f\u0130\u0131")


def matches_ascii(pattern: str) -> bool:
    """Return whether an RE2 pattern may match a text in ASCII; True where it cannot be told."""
    return not _is_foreign(parsed(pattern))


def _is_foreign(items: Iterable[tuple[Any, Any]]) -> bool:
    """Whether one of some items matches nothing in ASCII."""
    return any(_needs_more(op, value) for op, value in items)


def _needs_more(op: Any, value: Any) -> bool:  # noqa: ANN401 - the parser has no types
    if op is _constants.LITERAL:
        return _is_beyond(value)
    if op is _constants.IN:
        return all(
            (kind is _constants.LITERAL and _is_beyond(member)) or (kind is _constants.RANGE and member[0] >= _ASCII)
            for kind, member in value
        )
    if op is _constants.SUBPATTERN:
        return _is_foreign(value[-1])
    if op is _constants.BRANCH:
        return all(map(_is_foreign, value[1]))
    return op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] >= 1 and _is_foreign(value[2])


def _is_beyond(code: int) -> bool:
    return code >= _ASCII and chr(code) not in _SAME
