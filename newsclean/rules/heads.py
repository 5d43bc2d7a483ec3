"""How a line must begin for a regular expression to match it."""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from newsclean.rules.fold import fold
from newsclean.rules.literals import parsed

# In characters, from the line's first letter or digit on.
_LENGTH = 3
# A class of more characters than this is an alphabet, and more beginnings than this narrow nothing.
_CLASS = 64
_MOST = 400
_DIGITS = "0123456789"


class _Head(NamedTuple):
    """A beginning; `ended` where anything may follow it."""

    text: str
    ended: bool


_Heads = frozenset[_Head]
# Signs before the first letter count for nothing.
_NOTHING: _Heads = frozenset({_Head("", ended=False)})


def heads_of(pattern: str) -> tuple[str, ...]:
    """Return the beginnings, folded, of which every line has one that an RE2 pattern matches.

    They are counted from the first letter or digit of the line on, and have one to three characters. None where they
    are not known, and for a pattern that may match inside a line. They are what is called FIRST sets in the making of
    parsers, of regular expressions.
    """
    items = parsed(pattern)
    if not items or items[0][0] is not _constants.AT or items[0][1] is not _constants.AT_BEGINNING:
        return ()
    heads = {head.text for head in _of_sequence(items, _NOTHING)}
    # A longer beginning of which a shorter one is there says nothing.
    least = {text for text in heads if not any(text[:n] in heads for n in range(1, len(text)))}
    return () if "" in heads or len(least) > _MOST else tuple(sorted(least))


def beginnings(folded: str) -> list[str]:
    """Return the beginnings of a folded line from its first letter or digit on: of one, two and three characters."""
    first, length = 0, len(folded)
    while first < length and not folded[first].isalnum():
        first += 1
    return [folded[first:end] for end in range(first + 1, min(first + _LENGTH, length) + 1)]


def _of_sequence(items: Iterable[tuple[Any, Any]], before: _Heads) -> _Heads:
    """The beginnings of a sequence that goes on with `before`."""
    heads = before
    for op, value in items:
        if all(head.ended for head in heads) or len(heads) > _MOST:
            break
        heads = _after(heads, op, value)
    return heads


def _after(heads: _Heads, op: Any, value: Any) -> _Heads:  # noqa: ANN401 - the parser has no types
    found = {head for head in heads if head.ended}
    for head in heads - found:
        found |= _of_item(op, value, head)
    return frozenset(found)


def _of_item(op: Any, value: Any, head: _Head) -> _Heads:  # noqa: ANN401
    here = frozenset({head})
    if op is _constants.AT:
        return here
    if op is _constants.LITERAL:
        return frozenset({_grown(head, chr(value))})
    if op is _constants.IN:
        return _of_class(value, head)
    if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        once = _of_sequence(value[2], here)
        # What comes more than once ends what is known, but for the signs before the first letter.
        if value[1] != 1:
            once = frozenset(h if h == head else _Head(h.text, ended=True) for h in once)
        return once | here if value[0] == 0 else once
    if op is _constants.SUBPATTERN:
        return _of_sequence(value[-1], here)
    if op is _constants.BRANCH:
        return frozenset().union(*(_of_sequence(branch, here) for branch in value[1]))
    return frozenset({_Head(head.text, ended=True)})


def _grown(head: _Head, char: str) -> _Head:
    if not head.text and not char.isalnum():
        return head
    text = head.text + fold(char)
    return _Head(text, len(text) >= _LENGTH)


def _of_class(members: Any, head: _Head) -> _Heads:  # noqa: ANN401
    unknown = frozenset({_Head(head.text, ended=True)})
    if members[0][0] is _constants.NEGATE:
        # What stands for the properties of letters and digits is the word; without them, any may be there.
        signs = (_constants.CATEGORY, _constants.CATEGORY_WORD) in members
        return frozenset({head}) if signs and not head.text else unknown
    chars = [_chars(kind, value) for kind, value in members]
    if any(c is None for c in chars):
        return unknown
    return frozenset(_grown(head, char) for some in chars if some is not None for char in some)


def _chars(kind: Any, value: Any) -> str | None:  # noqa: ANN401
    """The characters of a member of a class; None where they are an alphabet."""
    if kind is _constants.LITERAL:
        return chr(value)
    if kind is _constants.RANGE and value[1] - value[0] <= _CLASS:
        return "".join(map(chr, range(value[0], value[1] + 1)))
    if value is _constants.CATEGORY_DIGIT:
        return _DIGITS
    # To RE2 the letters of most languages are no word either, so what is no word may be one.
    return " " if value is _constants.CATEGORY_SPACE else None
