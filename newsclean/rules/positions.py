"""Where the keys of a TOML file stand: `tomllib` does not tell, and an error without a line helps nobody."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.]+)\s*\]\]?")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")

Where = tuple[str | int, ...]


class Positions:
    """The lines of one file's tables and keys, from 1. Follows headers and keys at the beginning of a line only."""

    def __init__(self, source: str) -> None:
        self._lines: dict[Where, int] = {}
        counts: dict[str, int] = {}
        table: Where = ()
        for number, text in enumerate(source.split("\n"), 1):
            if header := _HEADER.match(text):
                name = header[2]
                if header[1] == "[[":
                    counts[name] = counts.get(name, -1) + 1
                    table = (name, counts[name])
                else:
                    table = (name,)
                self._lines.setdefault((name,), number)
                self._lines.setdefault(table, number)
            elif key := _KEY.match(text):
                self._lines.setdefault((*table, key[1]), number)

    def line(self, where: Where) -> int:
        """Return the line of the key at `where` (as `("rule", 2, "why")`), or of the nearest table around it."""
        while where:
            if where in self._lines:
                return self._lines[where]
            where = where[:-1]
        return 1
