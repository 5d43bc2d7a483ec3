"""Try what is made to break newsclean, and write down what came of it, as the tables of `docs/reliability.md`.

    python benchmarks/reliability.py [--soak 20000] [--fuzz 10] [--out docs/reliability.md]

In one run: the odd inputs and the families of growing ones of `hostile.py`, each in a process that is killed where it
hangs; with `--soak`, that many pages in threads and processes (`soak.py`); with `--fuzz`, so many minutes of each form
(`fuzz.py`, which needs atheris). With `--out` the tables take the place of those in that file, between its two marks.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from hostile import FAMILIES, SENTENCE, oddities
from soak import run_all

import newsclean

#: Sizes in characters: the second is twice the first.
SIZES = (1_000_000, 2_000_000)
#: No input takes more seconds a megabyte, and twice the input no more than this times the time.
MOST_SECONDS = 2.0
MOST_GROWTH = 2.3
KILLED_AFTER = 120
#: Odd inputs that hold no story to be lost.
NO_STORY = frozenset(
    ["nothing", "no bytes", "white space", "zero bytes", "all bytes", "random bytes", "a comment only", "a frameset"]
)
MARKS = ("<!-- measured -->", "<!-- /measured -->")
LETTERS = re.compile(r"\w{4,}")


def _serve(pipe: Connection) -> None:
    newsclean.clean("warm " * 100)
    while True:
        raw = pipe.recv()
        start = time.process_time()
        try:
            article = newsclean.clean(raw)
        except Exception as error:  # noqa: BLE001 - it is what is looked for
            pipe.send((time.process_time() - start, f"raised {type(error).__name__}", ()))
        else:
            pipe.send((time.process_time() - start, article.body_with_dateline, article.warnings))


class Subject:
    """A process that cleans, and is started anew where it dies or hangs."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._pipe, other = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_serve, args=(other,), daemon=True)
        self._process.start()
        other.close()

    def clean(self, raw: str | bytes) -> tuple[float, str, tuple[str, ...]]:
        """Return seconds of processor time, the body, and the warnings; what happened in place of the body."""
        try:
            self._pipe.send(raw)
            if self._pipe.poll(KILLED_AFTER):
                seconds, body, warnings = self._pipe.recv()
                return seconds, body, warnings
            found = "hung"
        except (EOFError, OSError):
            found = "crashed"
        self._process.kill()
        self._start()
        return float(KILLED_AFTER), found, ()


def odd(subject: Subject) -> Iterator[str]:
    """Yield the table of odd inputs."""
    yield "| odd inputs | crashed | hung | lost unsaid |"
    yield "|---|---|---|---|"
    crashed, hung, lost = [], [], []
    inputs = oddities()
    for name, raw in inputs.items():
        seconds, body, warnings = subject.clean(raw)
        failed = any(warning.startswith("Cleaning failed") for warning in warnings)
        if body == "crashed" or body.startswith("raised") or failed:
            crashed.append(name)
        size = len(gzip.decompress(raw)) if isinstance(raw, bytes) and raw.startswith(b"\x1f\x8b") else len(raw)
        if body == "hung" or seconds > 1 + MOST_SECONDS * size / 1e6:
            hung.append(f"{name} ({seconds:.1f} s)")
        if name not in NO_STORY and not warnings and not _holds(body):
            lost.append(name)
    yield f"| {len(inputs)} | {_listed(crashed)} | {_listed(hung)} | {_listed(lost)} |"


def _holds(body: str) -> bool:
    """Whether a body holds the story of an odd input: most words of its first sentence, or another alphabet's."""
    words = LETTERS.findall(SENTENCE)
    return sum(word in body for word in words) >= 0.9 * len(words) or (bool(body) and not body.isascii())


def _listed(names: list[str]) -> str:
    return f"{len(names)}: {', '.join(names)}" if names else "0"


def growth(subject: Subject) -> Iterator[str]:
    """Yield the table of families."""
    yield "| family | seconds a megabyte | times as long for twice the input |"
    yield "|---|---|---|"
    for name, make in FAMILIES.items():
        small, large = map(make, SIZES)
        # The fastest of five, in turn: the machine does other things.
        first, second = map(
            min, zip(*((subject.clean(small)[0], subject.clean(large)[0]) for _ in range(5)), strict=True)
        )
        rate, factor = second / (len(large) / 1e6), second / max(first, 1e-6)
        over = " (over)" if rate > MOST_SECONDS or (factor > MOST_GROWTH and second > 0.5) else ""
        yield f"| {name} | {rate:.2f} | {factor:.1f}{over} |"


def fuzz(minutes: float) -> Iterator[str]:
    """Yield the table of the fuzzer's runs."""
    yield "| fuzzed | minutes | inputs tried | found |"
    yield "|---|---|---|---|"
    script = Path(__file__).with_name("fuzz.py")
    for form in ("text", "html"):
        with tempfile.TemporaryDirectory() as found:
            command = [sys.executable, str(script), form, "--minutes", str(minutes), "--found", found]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            tried = re.search(r"number_of_executed_units: (\d+)", done.stderr)
            kept = sorted(path.name.split("-")[0] for path in Path(found).iterdir())
        yield f"| {form} | {minutes:g} | {int(tried[1]) if tried else 0:,} | {_listed(kept)} |"


def tables(soak: int, minutes: float) -> Iterator[str]:
    """Yield all tables, a line each."""
    yield f"Python {platform.python_version()}, {platform.system()} on {platform.machine()}."
    subject = Subject()
    yield ""
    yield from odd(subject)
    yield ""
    yield from growth(subject)
    if soak:
        yield ""
        yield "| soak | pages | crashed | other answers | MB after a tenth | MB at the end | seconds |"
        yield "|---|---|---|---|---|---|---|"
        yield from map(str, run_all(None, soak))
    if minutes:
        yield ""
        yield from fuzz(minutes)


def main() -> None:
    """Try everything and print or write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--soak", type=int, default=0, metavar="PAGES")
    parser.add_argument("--fuzz", type=float, default=0.0, metavar="MINUTES")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    lines = []
    for line in tables(args.soak, args.fuzz):
        print(line, flush=True)
        lines.append(line)
    if args.out:
        page = args.out.read_text("utf-8")
        before, _, rest = page.partition(MARKS[0])
        after = rest.partition(MARKS[1])[2]
        args.out.write_text(f"{before}{MARKS[0]}\n" + "\n".join(lines) + f"\n{MARKS[1]}{after}", "utf-8")


if __name__ == "__main__":
    main()
