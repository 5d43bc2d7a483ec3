"""Regular expressions of many rules: tried only on lines that hold a text they need or begin as they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from newsclean.rules.gates import gate_of
from newsclean.rules.heads import beginnings
from newsclean.rules.index import PARTED, Index
from newsclean.rules.spoken import Spoken
from newsclean.rules.standing import Line

# In bytes.
_FRUGAL = 1 << 20
# So many patterns are tried one by one in less time than a filter takes.
_FEW = 3
# Filters are kept for so many sets of patterns: one a language, and more where sites bring such patterns.
_MOST_FILTERS = 128


class Patterns:
    """The RE2 patterns of some rules, each compiled when it is first tried.

    Where no such text is known, it may be known how a line must begin. RE2's own filter works as the
    texts do, but takes 0.2 ms a pattern to make whether it is ever tried or not, and needs an automaton of its own; it
    is used for the few patterns of which neither is known.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        # Each with its gate, which is tried first.
        self._compiled: dict[int, tuple[Any, Any]] = {}
        self._filter = lru_cache(_MOST_FILTERS)(self._made_filter)
        # Numbers of the rules of which RE2 cannot take a pattern, with what it says.
        self.refused: dict[int, str] = {}

    def search(self, line: Line, candidates: Iterable[int], spoken: Spoken) -> Iterator[tuple[int, int, int, int]]:
        """Yield (rule, number in the rule, start, end) for the first place of each pattern in a line; in any order.

        Args:
            line: the line.
            candidates: those of the keyed patterns of which a key stands in the line.
            spoken: which patterns are tried on documents of the line's language.
        """
        tried = list(candidates)
        begins = beginnings(line.folded)
        for beginning in begins:
            tried += spoken.headed(beginning)
        if line.words <= spoken.longest:
            tried += self._unkeyed_in(line.text, spoken.unkeyed)
        if not tried:
            return
        text, folded, words = line.text, line.folded, line.words
        heads = [f"{PARTED}{beginning}{PARTED}" for beginning in begins]
        is_plain, length = text.isascii(), len(text)
        # RE2 reads UTF-8; encoded once a line instead of once a pattern.
        encoded = text.encode("utf-8", "surrogatepass")
        for which in tried:
            longest, number, n, _, also, begun, plain, least = self._index.patterns[which]
            # To try a pattern takes longer than to look for a few texts; to compile it, than to do so in many lines.
            if words > longest or length < least or (is_plain and not plain):
                continue
            if (begun and not _any_in(heads, begun)) or (also and not _any_in(also, folded)):
                continue
            gate, regex = self._compiled.get(which) or self._compile(which)
            if gate is not None:
                if gate.search(encoded) is None:
                    continue
                regex = regex or self._open(which)
            if regex is not None and (found := regex.search(encoded)):
                start = len(encoded[: found.start()].decode("utf-8", "surrogatepass"))
                yield number, n, start, start + len(found[0].decode("utf-8", "surrogatepass"))

    def _unkeyed_in(self, text: str, unkeyed: tuple[int, ...]) -> Sequence[int]:
        """Those of the patterns that are tried on every line that may match this one."""
        if len(unkeyed) <= _FEW or (found := self._filter(unkeyed)) is None:
            return unkeyed
        return [unkeyed[n] for n in found.Match(text) or ()]

    def _made_filter(self, unkeyed: tuple[int, ...]) -> Any:  # noqa: ANN401 - re2 has no types
        """RE2's filter of some patterns; None where it cannot be made, as of a pattern that RE2 cannot take."""
        import re2

        patterns = re2.Filter()
        try:
            for which in unkeyed:
                patterns.Add(gate_of(self._index.patterns[which][3]), re2_options())
            patterns.Compile()
        except re2.error:
            return None
        return patterns

    def _compile(self, which: int) -> tuple[Any, Any]:
        """The gate of a pattern and the pattern: one of the two, for most patterns match none of the lines they see."""
        import re2

        pattern = self._index.patterns[which][3]
        if (gate := gate_of(pattern)) == pattern:
            return None, self._open(which)
        try:
            self._compiled[which] = _compiled(gate), None
        except re2.error:
            return None, self._open(which)
        return self._compiled[which]

    def _open(self, which: int) -> Any:  # noqa: ANN401 - re2 has no types
        """A pattern compiled, to be tried without its gate from now on where RE2 cannot take it."""
        import re2

        _, number, _, pattern, *_ = self._index.patterns[which]
        gate, _ = self._compiled.get(which, (None, None))
        regex = None
        try:
            regex = _compiled(pattern)
        except re2.error as error:
            gate, self.refused[number] = None, message(error)
        self._compiled[which] = gate, regex
        return regex


def _any_in(texts: Iterable[str], text: str) -> bool:
    for some in texts:  # noqa: SIM110 - a generator costs more than what it would look at
        if some in text:
            return True
    return False


def message(error: Exception) -> str:
    """Return what an error of RE2 says."""
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _compiled(pattern: str) -> Any:  # noqa: ANN401 - re2 has no types
    """Compile a pattern with an eighth of the memory that RE2 would take, where that is enough for it.

    Thousands of patterns keep what they have learnt of the lines they were tried on; with less they are as fast.
    """
    import re2

    options = re2_options()
    options.max_mem = _FRUGAL
    try:
        return re2.compile(pattern, options)
    except re2.error:
        return re2.compile(pattern, re2_options())


def re2_options() -> Any:  # noqa: ANN401 - re2 has no types
    """Return the options that all patterns are compiled with."""
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    return options
