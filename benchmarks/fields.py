"""Measure what the fields cost: headline, dateline, byline, dates, source and what a page says of itself.

    python benchmarks/fields.py [CORPORA]

CORPORA is a folder with a folder a corpus (see `corpora.py`); without it the HTML fixtures are read. Printed are the
milliseconds a page that the readers of fields and of metadata take, and their share of the whole of `clean()`, in this
run alone: each page is cleaned three times, and its fastest time counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from corpora import read_corpus, read_fixtures

import newsclean.cleaner
import newsclean.segment.html
from newsclean import Cleaner

ROUNDS = 3
EVERY = 7


class Clock:
    """Adds up the time that some functions take."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def on(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, timed."""

        def timed(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - it stands for any function
            start = time.perf_counter()
            try:
                return function(*args, **named)
            finally:
                self.seconds += time.perf_counter() - start

        return timed


def pages(corpora: Path | None) -> Iterator[bytes]:
    """Yield every seventh page of the corpora, or the HTML fixtures."""
    if corpora is None:
        samples = list(read_fixtures())
    else:
        folders = sorted(path.parent for path in corpora.glob("*/gold.jsonl"))
        samples = [sample for folder in folders for sample in read_corpus(folder)]
    found = [sample.raw for sample in samples if sample.form == "html" and isinstance(sample.raw, bytes)]
    yield from found if corpora is None else found[::EVERY]


def main() -> None:
    """Print what the fields cost."""
    clock = Clock()
    newsclean.cleaner.mark_fields = clock.on(newsclean.cleaner.mark_fields)  # type: ignore[attr-defined]
    newsclean.segment.html.read_metadata = clock.on(newsclean.segment.html.read_metadata)  # type: ignore[attr-defined]
    cleaner = Cleaner()
    read = list(pages(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
    fields: list[float] = []
    whole: list[float] = []
    for raw in (*read[:3], *read):
        best = (float("inf"), float("inf"))
        for _ in range(ROUNDS):
            clock.seconds, start = 0.0, time.perf_counter()
            cleaner.clean(raw)
            best = min(best, (clock.seconds, time.perf_counter() - start))
        fields.append(best[0] * 1e3)
        whole.append(best[1] * 1e3)
    fields, whole = fields[3:], whole[3:]
    print(f"{len(fields)} pages: fields {median(fields):.2f} ms a page (median), {max(fields):.1f} at most,")
    print(f"{sum(fields) / sum(whole):.3f} of the time of clean()")


if __name__ == "__main__":
    main()
