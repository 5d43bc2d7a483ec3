"""What is looked for, as plain data: made from rules once, kept in a file, and added to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import Any

from newsclean.rules.automaton import Automaton
from newsclean.rules.rule import Rule, Takes

#: What is known of a pattern: the longest line, in words; the rule; the number in the rule; the pattern; what else it
#: needs; how a line must begin, each beginning between two `PARTED`; whether it may hit a line in ASCII; the
#: shortest line, in characters.
Pattern = tuple[int, int, int, str, tuple[str, ...], str, bool, int]
PARTED = "\0"
_FEW_NEEDS = 4
# In characters, without the spaces around it.
_SHORT = 4
_FEW_TEXTS = 12
# The longest line of a pattern that removes no whole line: any.
_ANY_LENGTH = 1 << 30


class Index:
    """Which keys stand for which phrases, patterns and names; numbers instead of objects, which would be thousands.

    Attributes:
        automaton: looks for all keys.
        starts: for each rule, how many phrases stand before its own; one number more at the end.
        first: for each key, the first phrase that it stands for.
        more: the others.
        patterns: of each, what `Pattern` says.
        keyed: for each needed text, the patterns that are tried where it stands, as characters (see `keyed_by`).
        headed: for each beginning, the patterns that are tried on lines that have it, in the same way.
        unkeyed: the patterns that are tried on every line.
    """

    def __init__(self, state: tuple[Any, ...] | None = None) -> None:
        """Begin with nothing, or with the `state` of another index."""
        # Of the rules in the state, written as one string; those of rules added later.
        self._stored = ""
        self._added: list[str] = []
        self.starts: list[int] = [0]
        self.first: dict[str, int] = {}
        self.more: dict[str, list[int]] = {}
        self.patterns: list[Pattern] = []
        self.keyed: dict[str, str] = {}
        self.headed: dict[str, str] = {}
        self.unkeyed: list[int] = []
        lengths: dict[str, str] | None = None
        if state is not None:
            self._stored, joined, keyed, headed, self.starts, self.more, self.patterns, self.unkeyed = state
            lengths, self.keyed, self.headed = _parted(joined), _parted(keyed), _parted(headed)
            # The first place of each key is written last.
            keys = self.keys
            self.first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
        self.automaton = Automaton(chain(self.first, self.keyed), lengths)

    @property
    def keys(self) -> list[str]:
        """The keys of all phrases, rule by rule."""
        return [*(self._stored.split("\n") if self._stored else ()), *self._added]

    @property
    def state(self) -> tuple[Any, ...]:
        """All of it as built-in types; strings instead of lists of them, which take longer to read."""
        joined = "\n".join(self.keys), _joined(self.automaton.lengths), _joined(self.keyed), _joined(self.headed)
        return (*joined, self.starts, self.more, self.patterns, self.unkeyed)

    def add(self, rules: Sequence[Rule], names: Iterable[str] = ()) -> None:
        """Add rules behind those that are there, and names to look for with them."""
        number = len(self.starts) - 1
        self._add_phrases([rule.keys for rule in rules])
        for n, rule in enumerate(rules, number):
            for pattern in range(len(rule.needs)):
                self._add_pattern(rule, n, pattern)
        needs = (key for rule in rules for n in range(len(rule.needs)) for key in _needs(rule, n))
        self.automaton.add(chain(chain.from_iterable(r.keys for r in rules), needs, names))

    def keyed_by(self, key: str) -> list[int]:
        """Return the patterns that are tried where a needed text stands; none where the key is no such text."""
        return _numbers(self.keyed.get(key, ""))

    def headed_by(self, beginning: str) -> list[int]:
        """Return the patterns that are tried on lines with a beginning."""
        return _numbers(self.headed.get(beginning, ""))

    def _add_phrases(self, keys: Sequence[Sequence[str]]) -> None:
        start = self.starts.pop()
        self.starts += accumulate(map(len, keys), initial=start)
        for at, key in enumerate(chain.from_iterable(keys), start):
            self._added.append(key)
            if self.first.setdefault(key, at) != at:
                self.more.setdefault(key, []).append(at)

    def _add_pattern(self, rule: Rule, number: int, n: int) -> None:
        longest = rule.max_words if rule.takes is Takes.LINE else _ANY_LENGTH
        which = len(self.patterns)
        # Where nothing is needed, the beginnings themselves lead to the pattern.
        # What needs one of a few texts is rarely tried, and its beginnings would only have to be loaded.
        needs = _needs(rule, n)
        is_common = len(needs) > _FEW_NEEDS and rule.heads[n]
        heads = PARTED.join(("", *rule.heads[n], "")) if is_common else ""
        also = rule.also[n] or (rule.needs[n] if not needs and len(rule.needs[n]) <= _FEW_TEXTS else ())
        self.patterns.append((longest, number, n, rule.phrases[n], also, heads, rule.plain[n], rule.least[n]))
        for key in needs:
            self.keyed[key] = self.keyed.get(key, "") + chr(which + 1)
        if needs:
            return
        for beginning in rule.heads[n]:
            self.headed[beginning] = self.headed.get(beginning, "") + chr(which + 1)
        if not rule.heads[n]:
            self.unkeyed.append(which)


def _needs(rule: Rule, n: int) -> tuple[str, ...]:
    """The texts that lead to a pattern; none where one is so short that it stands everywhere, and beginnings are known.

    A line has three beginnings, and a page hundreds of places where "in" or "the" stand.
    """
    needs = rule.needs[n]
    is_short = any(len(key.strip()) < _SHORT for key in needs)
    return () if rule.heads[n] and is_short else needs


def _numbers(characters: str) -> list[int]:
    return [ord(char) - 1 for char in characters]


def _joined(table: dict[str, str]) -> tuple[str, str]:
    return "\n".join(table), "\0".join(table.values())


def _parted(joined: tuple[str, str]) -> dict[str, str]:
    return dict(zip(joined[0].split("\n"), joined[1].split("\0"), strict=True)) if joined[0] else {}
