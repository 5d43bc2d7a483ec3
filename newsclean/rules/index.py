"""What is looked for, as plain data: made from rules once, kept in a file, and added to."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, count, islice
from typing import Any

from newsclean.rules.automaton import Automaton
from newsclean.rules.late import Late
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
    """Which keys stand for which phrases and patterns; numbers instead of objects, which would be thousands.

    Attributes:
        automaton: looks for all keys.
        starts: for each rule, how many phrases stand before its own; one number more at the end.
        patterns: of each, what `Pattern` says.
        headed: for each beginning, the patterns that are tried on lines that have it, as characters.
        unkeyed: the patterns that are tried on every line.
    """

    def __init__(self, state: tuple[Any, ...] | None = None) -> None:
        """Begin with nothing, or with the `state` of another index."""
        keys, first, plain, keyed, headed, more, self.starts, blobs, self.unkeyed, beginnings = state or (
            "",
            b"",
            0,
            "",
            ("", ""),
            {},
            [0],
            [],
            [],
            (),
        )
        # The keys of the state have numbers: first those of phrases alone, so many; then those of phrases and patterns,
        # then those of patterns alone.
        self._numbers = dict(zip(keys.split("\n"), count(), strict=False)) if keys else {}
        self._plain = plain
        self._first = array("I", first)
        self._keyed = keyed.split("\0") if keyed else []
        # Of keys that have no number.
        self._added_first: dict[str, int] = {}
        self._added_keyed: dict[str, str] = {}
        # All phrases but the first of each key that stands for several.
        self._more: dict[str, list[int]] = more
        self.headed: dict[str, str] = _parted(*headed)
        self.patterns: Late[Pattern] = Late(lambda which: marshal.loads(blobs[which]))
        self._most_patterns = len(blobs)
        self.automaton = Automaton(known=self._numbers, state=beginnings)

    @property
    def state(self) -> tuple[Any, ...]:
        """All of it as built-in types; strings instead of lists of them, which take longer to read."""
        first, keyed = self.firsts, self.keyed
        plain, both = [key for key in first if key not in keyed], [key for key in first if key in keyed]
        keys = [*plain, *both, *(key for key in keyed if key not in first)]
        blobs = [marshal.dumps(self.patterns[which]) for which in range(self._most_patterns)]
        return (
            "\n".join(keys),
            array("I", map(first.__getitem__, (*plain, *both))).tobytes(),
            len(plain),
            "\0".join(map(keyed.__getitem__, keys[len(plain) :])),
            ("\n".join(self.headed), "\0".join(self.headed.values())),
            self._more,
            self.starts,
            blobs,
            self.unkeyed,
            self.automaton.state,
        )

    @property
    def firsts(self) -> dict[str, int]:
        """For each key of phrases, the first of them."""
        return dict(zip(self._numbers, self._first, strict=False)) | self._added_first

    @property
    def keyed(self) -> dict[str, str]:
        """For each needed text, the patterns that are tried where it stands, as characters (see `keyed_by`)."""
        return dict(zip(islice(self._numbers, self._plain, None), self._keyed, strict=False)) | self._added_keyed

    def add(self, rules: Sequence[Rule]) -> None:
        """Add rules behind those that are there."""
        number = len(self.starts) - 1
        self._add_phrases([rule.keys for rule in rules])
        for n, rule in enumerate(rules, number):
            for pattern in range(len(rule.needs)):
                self._add_pattern(rule, n, pattern)
        needs = (key for rule in rules for n in range(len(rule.needs)) for key in _needs(rule, n))
        self.automaton.add(chain(chain.from_iterable(r.keys for r in rules), needs))

    def phrases(self, key: str) -> tuple[int, ...]:
        """Return the phrases that a key stands for, all rules' counted through."""
        number = self._numbers.get(key, -1)
        is_stored = 0 <= number < len(self._first)
        first = self._first[number] if is_stored else self._added_first.get(key)
        return () if first is None else (first, *self._more.get(key, ()))

    def keyed_by(self, key: str) -> list[int]:
        """Return the patterns that are tried where a needed text stands; none where the key is no such text."""
        number = self._numbers.get(key, -1) - self._plain
        stored = self._keyed[number] if 0 <= number < len(self._keyed) else ""
        return _numbers(stored + self._added_keyed.get(key, ""))

    def headed_by(self, beginning: str) -> list[int]:
        """Return the patterns that are tried on lines with a beginning."""
        return _numbers(self.headed.get(beginning, ""))

    def _add_phrases(self, keys: Sequence[Sequence[str]]) -> None:
        start = self.starts.pop()
        self.starts += accumulate(map(len, keys), initial=start)
        for at, key in enumerate(chain.from_iterable(keys), start):
            if self.phrases(key):
                self._more.setdefault(key, []).append(at)
            else:
                self._added_first[key] = at

    def _add_pattern(self, rule: Rule, number: int, n: int) -> None:
        longest = rule.max_words if rule.takes is Takes.LINE else _ANY_LENGTH
        which = self._most_patterns
        self._most_patterns += 1
        # Where nothing is needed, the beginnings themselves lead to the pattern.
        # What needs one of a few texts is rarely tried, and its beginnings would only have to be loaded.
        needs = _needs(rule, n)
        is_common = len(needs) > _FEW_NEEDS and rule.heads[n]
        heads = PARTED.join(("", *rule.heads[n], "")) if is_common else ""
        also = rule.also[n] or (rule.needs[n] if not needs and len(rule.needs[n]) <= _FEW_TEXTS else ())
        self.patterns[which] = (longest, number, n, rule.phrases[n], also, heads, rule.plain[n], rule.least[n])
        for key in needs:
            self._added_keyed[key] = self._added_keyed.get(key, "") + chr(which + 1)
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


def _parted(keys: str, values: str) -> dict[str, str]:
    # Numbers as characters may be a line's end; none of them is zero.
    return dict(zip(keys.split("\n"), values.split("\0"), strict=True)) if keys else {}
