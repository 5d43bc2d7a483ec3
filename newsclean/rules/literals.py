"""Which literals a regular expression cannot match without, so that it is only tried where one of them stands."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from functools import cache, lru_cache
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from newsclean.rules.common_words import frequent_anywhere
from newsclean.rules.fold import fold

# RE2 writes properties and the end of the text in its own way; what stands for them here only has to parse.
_PROPERTY = re.compile(r"\\([pP])(?:\{([A-Za-z^])[^}]*\}|([A-Za-z]))")
_CODE_POINT = re.compile(r"\\x\{([0-9a-fA-F]{1,6})\}")
# Quoting and POSIX classes mean something else to Python.
_FOREIGN = re.compile(r"\\[QC]|\[\[:")
# A literal shorter than this, in characters, stands everywhere: letters of an alphabet, and of a syllabary.
_LEAST = 3
_LEAST_HAN = 2
# Signs that stand in any text; a rarer one tells something alone.
_COMMON = frozenset(" .,:;!?-'\"()/0123456789")
# A longer literal is not rarer by much, but a longer list of them costs.
_LONG = 5
# As many of their characters as the automaton looks for.
LONGEST = 8
# More alternatives than this narrow nothing.
_MOST = 100
# What else must stand there is few texts, of two characters at least.
_FEW = 12
_SHORT = 2
# A run of characters with more forms than this is left to its parts.
_FORMS = 40

# "\\d" and "[0-9]", which are the same to RE2.
_DIGITS = ([(_constants.CATEGORY, _constants.CATEGORY_DIGIT)], [(_constants.RANGE, (ord("0"), ord("9")))])
# With a digit they tell something, and so do letters: "12:30", "3/4", "x40".
_BESIDE_DIGITS = frozenset(":/.-")

Literals = tuple[str, ...]


def required_literals(pattern: str) -> Literals:
    """Return folded texts of which at least one stands in every (folded) text that an RE2 pattern matches.

    Empty where none are known. The idea is that of RE2's own filter (Russ Cox, "Regular Expression Matching with a
    Trigram Index", 2012), whose literals cannot be had from outside it; knowing them lets patterns share the automaton
    of the phrases, and be compiled when first needed.
    """
    return _best(_candidates(pattern))


def more_literals(pattern: str) -> Literals:
    """Return another few folded texts, beside those of `required_literals`, of which one must stand there, too.

    They may be short: they are looked for where the others stand, before the pattern is compiled.
    """
    first = set(required_literals(pattern))
    good = [c for c in _candidates(pattern) if 0 < len(c) <= _FEW and min(map(len, c)) >= _SHORT]
    return max((c for c in good if not first & {literal[:LONGEST] for literal in c}), key=_worth, default=())


# The needed texts, other ones and the beginnings of a pattern are told one after the other.
@lru_cache(maxsize=4)
def _candidates(pattern: str) -> list[Literals]:
    return _sequence(parsed(pattern))


@lru_cache(maxsize=4)
def parsed(pattern: str) -> Any:  # noqa: ANN401 - the parser has no types
    """Return an RE2 pattern as Python's parser tells it, as a sequence of (operator, value) pairs.

    It is empty where the two do not read it alike.
    """
    if _FOREIGN.search(pattern):
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _parser.parse(_as_python(pattern))
    except (re.error, RecursionError, OverflowError):
        return ()


def shortest(pattern: str) -> int:
    """Return the length in characters of the shortest text that an RE2 pattern may match; 0 where it is not known."""
    items = parsed(pattern)
    return int(items.getwidth()[0]) if items else 0


def _as_python(pattern: str) -> str:
    plain = _CODE_POINT.sub(lambda found: re.escape(chr(int(found[1], 16))), pattern)
    return _PROPERTY.sub(_class_of, plain).replace(r"\z", r"\Z").replace(r"\b?", "")


def _class_of(found: re.Match[str]) -> str:
    """The class that stands for a property: of letters and the like, of signs and spaces, or of anything."""
    kind = found[2] or found[3]
    if found[1] == "P" or kind == "^":
        return r"\D"
    return r"\s" if kind in "ZPS" else r"\w"


def _worth(literals: Literals) -> tuple[int, int]:
    return (min(_LONG, min(map(_length, literals), default=0)), -len(literals))


def _length(literal: str) -> int:
    """A literal's length in characters; a word that stands everywhere is as good as none."""
    return 1 if literal.strip() in frequent_anywhere() else len(literal)


@lru_cache(maxsize=10_000)
def _is_telling(literal: str) -> bool:
    least = _LEAST if literal[:1] < "\u2e80" else _LEAST_HAN
    if len(literal) >= least or any(not c.isalnum() and c not in _COMMON for c in literal):
        return True
    return any(map(str.isdigit, literal)) and any(c.isalpha() or c in _BESIDE_DIGITS for c in literal)


def _best(candidates: Iterable[Literals]) -> Literals:
    """The set whose shortest literal is the longest."""
    good = [c for c in candidates if 0 < len(c) <= _MOST and all(map(_is_telling, c))]
    return tuple(dict.fromkeys(literal[:LONGEST] for literal in max(good, key=_worth, default=())))


def _sequence(items: Iterable[tuple[Any, Any]]) -> list[Literals]:
    """The sets of literals that a sequence needs: each run of single characters, and what its parts need."""
    found: list[Literals] = []
    run = [""]
    for op, value in items:
        grown = _grown(run, op, value)
        if grown is not None:
            run = grown
            continue
        if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] >= 1:
            # What stands there more than once stands there once.
            run = _grown(run, _constants.SUBPATTERN, (value[2],)) or run
        found.append(tuple(dict.fromkeys(run)))
        run = [""]
        if op is not _constants.AT:
            found += _parts(op, value)
    found.append(tuple(dict.fromkeys(run)))
    return found


def _grown(run: list[str], op: Any, value: Any) -> list[str] | None:  # noqa: ANN401 - the parser has no types
    """The run with one more item behind it; None where the item is no text of a few fixed forms."""
    ends = _forms(op, value)
    if ends is None or len(run) * len(ends) > _FORMS:
        return None
    return [start + end for start in run for end in ends]


def _forms(op: Any, value: Any) -> list[str] | None:  # noqa: ANN401
    """All the texts an item can be, folded, if they are few."""
    if op is _constants.LITERAL:
        return [_folded(value)]
    if op is _constants.IN and value in _DIGITS:
        return list("0123456789")
    if op is _constants.IN:
        if any(kind is not _constants.LITERAL for kind, _ in value) or len(value) > 8:
            return None
        return list(dict.fromkeys(_folded(code) for _, code in value))
    if op is _constants.SUBPATTERN:
        return _all_forms(value[-1])
    if op is _constants.BRANCH:
        return _joined(_all_forms(branch) for branch in value[1])
    if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[:2] == (0, 1):
        inner = _all_forms(value[2])
        return None if inner is None else ["", *inner]
    return None


def _joined(groups: Iterable[list[str] | None]) -> list[str] | None:
    forms: list[str] = []
    for group in groups:
        if group is None:
            return None
        forms += group
        if len(forms) > _FORMS:
            return None
    return forms


def _all_forms(items: Iterable[tuple[Any, Any]]) -> list[str] | None:
    run = [""]
    # Most items are single characters.
    text = ""
    for op, value in items:
        if op is _constants.LITERAL:
            text += _folded(value)
            continue
        grown = _grown([start + text for start in run], op, value)
        if grown is None:
            return None
        run, text = grown, ""
    return [start + text for start in run]


@cache
def _folded(code: int) -> str:
    return fold(chr(code))


def _parts(op: Any, value: Any) -> list[Literals]:  # noqa: ANN401
    """What an item needs that is no fixed text itself."""
    if op is _constants.SUBPATTERN:
        return _sequence(value[-1])
    if op is _constants.BRANCH:
        branches = [_best(_sequence(branch)) for branch in value[1]]
        return [tuple(dict.fromkeys(lit for branch in branches for lit in branch))] if all(branches) else []
    if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] >= 1:
        return _sequence(value[2])
    return []
