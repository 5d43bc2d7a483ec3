"""Clean very many pages in threads and in processes, and see that nothing crashes, grows or answers otherwise.

    python benchmarks/soak.py [CORPORA] --pages 20000

CORPORA is a folder with a folder a corpus (see `corpora.py`); without it the fixtures and the made-up pages are read.
The pages come round until there have been as many. First every page is cleaned once; each later answer, in ten threads
and in two processes, must be the same. Memory is the resident set of the process, after a tenth of the pages and at the
end.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from corpora import read_corpus, read_fixtures, read_made_up

import newsclean

THREADS = 10
PROCESSES = 2
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Soak:
    """What a run showed: pages cleaned, how many crashed or differed, and megabytes after a tenth and at the end."""

    way: str
    pages: int
    crashed: int
    differing: int
    begin: float
    end: float
    seconds: float

    def __str__(self) -> str:
        """Return the row of a table."""
        return (
            f"| {self.way} | {self.pages:,} | {self.crashed} | {self.differing} "
            f"| {self.begin:.0f} | {self.end:.0f} | {self.seconds:.0f} |"
        )


def resident() -> float:
    """Return the resident set of this process in megabytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


def answer(raw: str | bytes) -> str:
    """Return what is cleaned out of an input, as a digest; the error where it raises."""
    try:
        article = newsclean.clean(raw)
    except Exception as error:  # noqa: BLE001 - it is what is looked for
        return f"raised {type(error).__name__}"
    failed = any(warning.startswith("Cleaning failed") for warning in article.warnings)
    return "raised inside" if failed else hashlib.sha256(article.model_dump_json().encode()).hexdigest()


def soak(
    way: str, pages: list[str | bytes], expected: list[str], count: int, run: Callable[..., Iterator[str]]
) -> Soak:
    """Clean `count` pages in one way and compare each answer."""
    crashed = differing = 0
    begin, start = resident(), time.perf_counter()
    wanted = islice(cycle(expected), count)
    for number, (found, right) in enumerate(zip(run(islice(cycle(pages), count)), wanted, strict=True), 1):
        crashed += found.startswith("raised")
        differing += found != right
        if number == count // 10:
            begin = resident()
    return Soak(way, count, crashed, differing, begin, resident(), time.perf_counter() - start)


def threads(pages: Iterable[str | bytes]) -> Iterator[str]:
    """Clean in threads; no more pages wait than there are threads, twice."""
    source = iter(pages)
    with ThreadPoolExecutor(THREADS) as pool:
        waiting = [pool.submit(answer, raw) for raw in islice(source, 2 * THREADS)]
        while waiting:
            yield waiting.pop(0).result()
            waiting += [pool.submit(answer, raw) for raw in islice(source, 1)]


def processes(pages: Iterable[str | bytes]) -> Iterator[str]:
    """Clean in processes."""
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        yield from pool.imap(answer, pages, 16)


def run_all(corpora: Path | None, count: int) -> list[Soak]:
    """Return what both ways showed, each with so many pages."""
    if corpora is None:
        samples = [*read_fixtures(), *read_made_up()]
    else:
        folders = sorted(path.parent for path in corpora.glob("*/gold.jsonl"))
        samples = [sample for folder in folders for sample in read_corpus(folder)]
    pages = [sample.raw for sample in samples]
    expected = [answer(raw) for raw in pages]
    ways = ((f"{THREADS} threads", threads), (f"{PROCESSES} processes", processes))
    return [soak(way, pages, expected, count, run) for way, run in ways]


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="?")
    parser.add_argument("--pages", type=int, default=20_000)
    args = parser.parse_args()
    print(
        "| way | pages | crashed | other answers | MB after a tenth | MB at the end | s |",
        "|---|---|---|---|---|---|---|",
        sep="\n",
    )
    for row in run_all(args.corpora, args.pages):
        print(row, flush=True)


if __name__ == "__main__":
    main()
