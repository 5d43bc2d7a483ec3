"""Many keys looked for in a text at once: one automaton for each script, made when a text first has that script."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from newsclean.rules.late import Late

# First code points of scripts, and of the rest. A key's beginning belongs to the script of its highest character;
# text without any character of that script cannot hold it. Together the automata are as fast as one, take two thirds of
# its time to make, and a process that reads English never makes those for Russian or Chinese.
_BOUNDS = (0x370, 0x400, 0x530, 0x590, 0x600, 0x780, 0x900, 0x980, 0xA00, 0xE00, 0xE80, 0x1F00, 0x2000, 0x2E80, 0x10000)
_NAMES = (
    *("rest", "Greek", "Cyrillic", "rest", "Hebrew", "Arabic", "rest", "Devanagari", "Bengali", "rest", "Thai", "rest"),
    *("Greek", "rest", "Han, Kana, Hangul", "rest"),
)
_REST = "rest"
# In characters. Measured: with 8 instead of 6 it takes twice the time to make them, and a tenth less to find the keys.
_BEGINNING = 6
_NO_NUMBER = -1
# For each script its name, the beginnings of its keys and their lengths.
State = tuple[tuple[str, str, str], ...]


def _script(char: str) -> str:
    return _NAMES[bisect_right(_BOUNDS, ord(char))]


class Automaton:
    """A set of keys. Once it has been searched it does not change but for what is made late, so threads may share it.

    The algorithm is Aho and Corasick's, "Efficient string matching" (CACM 1975), on the beginnings of the keys: what
    follows them is compared where they stand. That makes the automata in a third of the time, and half as large.
    """

    def __init__(self, keys: Iterable[str] = (), known: dict[str, int] | None = None, state: State = ()) -> None:
        """Look for some keys.

        Args:
            keys: to look for.
            known: others, of an automaton made before, each with any number; it then belongs to this one.
            state: what `state` was of that automaton.
        """
        # A dictionary of strings and numbers, unlike a set or a list, is passed over when garbage is collected.
        self._keys: dict[str, int] = {} if known is None else known
        self._stored = state
        # The lengths of the added keys with each beginning, as characters: strings are made and read faster than lists.
        self._lengths: dict[str, str] = {}
        self.add(keys)

    def add(self, keys: Iterable[str]) -> None:
        """Add keys; before the first search."""
        known, lengths = self._keys, self._lengths
        for key in keys:
            if key in known:
                continue
            known[key] = _NO_NUMBER
            beginning, length = key[:_BEGINNING], chr(len(key))
            there = lengths.setdefault(beginning, length)
            if length not in there:
                lengths[beginning] = there + length

    @property
    def state(self) -> State:
        """The keys' beginnings and lengths by script, as built-in types, for an automaton that is given the keys."""
        return tuple(
            (script, "\n".join(part.beginnings), "\0".join(part.written)) for script, part in self._by_script.items()
        )

    def compile(self) -> None:
        """Make the automata of all scripts now."""
        for part in self._by_script.values():
            _ = part.automaton

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """Return (key, start, end) for every place in a text where a key stands, overlapping ones too."""
        scripts = {_REST} if text.isascii() else {_REST, *map(_script, set(text))}
        found: list[tuple[str, int, int]] = []
        keys, last = self._keys, len(text)
        for script, part in self._by_script.items():
            if script not in scripts:
                continue
            lengths = part.lengths
            for which, start, _ in part.automaton.find_matches_as_indexes(text, overlapping=True):
                for length in lengths[which]:
                    key = text[start : start + length]
                    if key in keys and start + length <= last:
                        found.append((key, start, start + length))
        return found

    @cached_property
    def _by_script(self) -> dict[str, _Part]:
        stored = {script: (begun.split("\n"), lengths.split("\0")) for script, begun, lengths in self._stored}
        # A beginning that is there already may be there twice: the keys are not.
        for beginning, lengths in self._lengths.items():
            script = _REST if beginning.isascii() else _script(max(beginning))
            begun, written = stored.setdefault(script, ([], []))
            begun.append(beginning)
            written.append(lengths)
        return {script: _Part(begun, written) for script, (begun, written) in stored.items()}


class _Part:
    """The beginnings of one script, each with the lengths of its keys as characters."""

    def __init__(self, beginnings: list[str], written: list[str]) -> None:
        self.beginnings = beginnings
        self.written = written
        # In characters.
        self.lengths = Late(lambda which: tuple(map(ord, written[which])))

    @cached_property
    def automaton(self) -> Any:  # noqa: ANN401 - ahocorasick_rs has no types
        """The compiled automaton."""
        import ahocorasick_rs

        # Measured: the sparse form is made in the least time, and on news is searched no slower than the others.
        sparse = ahocorasick_rs.Implementation.NoncontiguousNFA
        return ahocorasick_rs.AhoCorasick(self.beginnings, store_patterns=False, implementation=sparse)
