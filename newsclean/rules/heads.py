"""With which letters and digits a line must begin for a regular expression to match it."""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants  # type: ignore[attr-defined]
from typing import Any

from newsclean.rules.fold import fold
from newsclean.rules.literals import parsed

# A range of more characters is an alphabet.
_RANGE = 64
_DIGITS = frozenset("0123456789")

# The first letters or digits, None where any may be, and whether none need be there.
_First = tuple[frozenset[str] | None, bool]
_NONE: _First = (frozenset(), True)
_ANY: _First = (None, False)


def first_letters(pattern: str) -> str:
    """Return the letters and digits, folded, one of which is the first of every line that an RE2 pattern matches.

    Empty where they are not known, and for a pattern that may match inside a line. They are what is called FIRST sets
    in the making of parsers, of regular expressions.
    """
    items = parsed(pattern)
    if not items or items[0][0] is not _constants.AT or items[0][1] is not _constants.AT_BEGINNING:
        return ""
    first, may_be_none = _of_sequence(items)
    return "" if first is None or may_be_none else "".join(sorted(first))


def first_letter(folded: str) -> str:
    """Return the first letter or digit of a folded line; empty if it has none."""
    return next((char for char in folded if char.isalnum()), "")


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _First:
    found: frozenset[str] = frozenset()
    for op, value in items:
        first, may_be_none = _of_item(op, value)
        if first is None:
            return _ANY
        found |= first
        if not may_be_none:
            return found, False
    return found, True


def _of_item(op: Any, value: Any) -> _First:  # noqa: ANN401 - the parser has no types
    if op is _constants.AT:
        return _NONE
    if op is _constants.LITERAL:
        return _of_char(chr(value))
    if op is _constants.IN:
        return _of_class(value)
    if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        first, may_be_none = _of_sequence(value[2])
        return first, may_be_none or value[0] == 0
    if op is _constants.SUBPATTERN:
        return _of_sequence(value[-1])
    if op is _constants.BRANCH:
        return _joined(map(_of_sequence, value[1]))
    return _ANY


def _of_char(char: str) -> _First:
    return (frozenset(fold(char)), False) if char.isalnum() else _NONE


def _of_class(members: Any) -> _First:  # noqa: ANN401
    if members[0][0] is _constants.NEGATE:
        # What stands for the properties of letters and digits is the word; without them, any may be there.
        return _NONE if (_constants.CATEGORY, _constants.CATEGORY_WORD) in members else _ANY
    return _joined(_of_member(kind, value) for kind, value in members)


def _of_member(kind: Any, value: Any) -> _First:  # noqa: ANN401
    if kind is _constants.LITERAL:
        return _of_char(chr(value))
    if kind is _constants.RANGE and value[1] - value[0] <= _RANGE:
        return _joined(_of_char(chr(code)) for code in range(value[0], value[1] + 1))
    if value is _constants.CATEGORY_DIGIT:
        return _DIGITS, False
    # To RE2 the letters of most languages are no word either.
    return _NONE if value is _constants.CATEGORY_SPACE else _ANY


def _joined(parts: Iterable[_First]) -> _First:
    found: frozenset[str] = frozenset()
    none = False
    for first, may_be_none in parts:
        if first is None:
            return _ANY
        found |= first
        none = none or may_be_none
    return found, none
