"""Regular expressions of many rules: tried only on lines that hold a text they need or begin as they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from newsclean.rules.heads import beginnings
from newsclean.rules.index import PARTED, Index
from newsclean.rules.standing import Line

# In bytes.
_FRUGAL = 1 << 20


class Patterns:
    """The RE2 patterns of some rules, each compiled when it is first tried.

    Where no such text is known, it may be known how a line must begin. RE2's own filter works as the
    texts do, but takes 0.2 ms a pattern to make whether it is ever tried or not, and needs an automaton of its own; it
    is used for the few patterns of which neither is known.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._compiled: dict[int, Any] = {}
        # Numbers of the rules of which RE2 cannot take a pattern, with what it says.
        self.refused: dict[int, str] = {}

    def compile(self) -> None:
        """Compile now the patterns that are tried on every line; the others are, when a line first needs them."""
        if self._index.unkeyed:
            _ = self._unkeyed_filter

    def search(
        self, line: Line, candidates: Iterable[int], spoken: Sequence[bool]
    ) -> Iterator[tuple[int, int, int, int]]:
        """Yield (rule, number in the rule, start, end) for the first place of each pattern in a line; in any order.

        Args:
            line: the line.
            candidates: those of the keyed patterns of which a key stands in the line.
            spoken: for each rule, whether its patterns are tried.
        """
        tried = list(candidates)
        begins = list(beginnings(line.folded))
        for beginning in begins:
            tried += self._index.headed.get(beginning, ())
        heads = [f"{PARTED}{beginning}{PARTED}" for beginning in begins]
        is_plain, length = line.text.isascii(), len(line.text)
        if self._index.unkeyed and line.words <= self._longest_unkeyed:
            tried += self._unkeyed_in(line.text)
        # RE2 reads UTF-8; encoded once a line instead of once a pattern.
        encoded = line.text.encode("utf-8", "surrogatepass") if tried else b""
        for which in tried:
            longest, number, n, _, also, begun, plain, least = self._index.patterns[which]
            # To try a pattern takes longer than to look for a few texts; to compile it, than to do so in many lines.
            if not spoken[number] or line.words > longest or length < least or (is_plain and not plain):
                continue
            if (begun and not _any_in(heads, begun)) or (also and not _any_in(also, line.folded)):
                continue
            if (regex := self._regex(which)) is None:
                continue
            if found := regex.search(encoded):
                start = len(encoded[: found.start()].decode("utf-8", "surrogatepass"))
                yield number, n, start, start + len(found[0].decode("utf-8", "surrogatepass"))

    @cached_property
    def _longest_unkeyed(self) -> int:
        return max(self._index.patterns[which][0] for which in self._index.unkeyed)

    def _unkeyed_in(self, text: str) -> Iterable[int]:
        """Those of the patterns that are tried on every line that may match this one."""
        found = self._unkeyed_filter
        return self._index.unkeyed if found is None else [self._index.unkeyed[n] for n in found.Match(text) or ()]

    @cached_property
    def _unkeyed_filter(self) -> Any:  # noqa: ANN401 - re2 has no types
        """RE2's filter of these patterns; None where it cannot be made, as of a pattern that RE2 cannot take."""
        import re2

        patterns = re2.Filter()
        try:
            for which in self._index.unkeyed:
                patterns.Add(self._index.patterns[which][3], re2_options())
            patterns.Compile()
        except re2.error:
            return None
        return patterns

    def _regex(self, which: int) -> Any:  # noqa: ANN401 - re2 has no types
        """A pattern compiled; None where RE2 cannot take it."""
        if which not in self._compiled:
            import re2

            _, number, _, pattern, *_ = self._index.patterns[which]
            try:
                self._compiled[which] = _compiled(pattern)
            except re2.error as error:
                self._compiled[which] = None
                self.refused[number] = message(error)
        return self._compiled[which]


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
