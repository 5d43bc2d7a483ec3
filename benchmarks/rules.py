"""Measure what rules cost: 10,000 more phrases on one document, and loading and compiling all packs.

    python benchmarks/rules.py [DOCUMENT]

DOCUMENT is a page or a text; without it the longest fixture is taken. Both figures come from this run alone: the cost
of more phrases is a ratio of two cleaners that take turns on the same document; loading is timed in processes of its
own, beside the import of trafilatura, which most users of newsclean know.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from newsclean import Cleaner

PHRASES = 10_000
ROUNDS = 60
PROCESSES = 7
LOAD = """
import time
import newsclean.cleaner, ahocorasick_rs
from newsclean.rules.builtin import builtin_index
from newsclean.rules.matching import Matcher
start = time.perf_counter()
rules, index = builtin_index()
matcher = Matcher(rules, index=index)
# All that is compiled late, but for the patterns that wait for a line with one of their texts.
matcher.compile()
print(time.perf_counter() - start)
"""
IMPORT = "import time; start = time.perf_counter(); import trafilatura; print(time.perf_counter() - start)"


def made_up_phrases() -> list[str]:
    """Return phrases in the shapes of real ones, of syllables that no language has put together so."""
    random.seed(1)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ol", "ut")]
    phrases: set[str] = set()
    while len(phrases) < PHRASES:
        words = ["".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(random.randint(2, 5))]
        phrases.add(" ".join(words))
    return sorted(phrases)


def with_phrases(folder: Path, phrases: list[str]) -> Cleaner:
    """Return a cleaner with some phrases more."""
    listed = ", ".join(f'"{phrase}"' for phrase in phrases)
    (folder / "xx").mkdir()
    (folder / "xx" / "related.toml").write_text(
        'chrome = "related"\n[[rule]]\nname = "made_up"\nmatch = "starts_with"\nwhy = "To be measured."\n'
        f'phrases = [{listed}]\nmarks = [{listed}]\nkeeps = ["It rained."]\n'
    )
    return Cleaner(rules=[folder])


def cost_of_more_phrases(raw: bytes) -> float:
    """Return the time of a cleaner with more phrases as a ratio to that of one without, the median of many rounds."""
    with tempfile.TemporaryDirectory() as folder:
        cleaners = [Cleaner(), with_phrases(Path(folder), made_up_phrases())]
    times: list[list[float]] = [[], []]
    for number in range(ROUNDS + 3):
        # They take turns at being first, since the second finds the document in the processor's caches.
        for which in (0, 1) if number % 2 else (1, 0):
            start = time.perf_counter()
            cleaners[which].clean(raw)
            if number >= 3:
                times[which].append(time.perf_counter() - start)
    return median(times[1]) / median(times[0])


def seconds(program: str) -> float:
    """Return what a program prints, the median of several processes; the first one fills the caches."""
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(PROCESSES)
    ]
    return median(float(run.stdout) for run in runs[1:])


def main() -> None:
    """Print the figures."""
    fixtures = Path(__file__).parent.parent / "fixtures"
    document = (
        Path(sys.argv[1]) if len(sys.argv) > 1 else max(fixtures.glob("*/input.txt"), key=lambda p: p.stat().st_size)
    )
    ratio = cost_of_more_phrases(document.read_bytes())
    print(f"{PHRASES} more phrases on {document.name} ({document.stat().st_size} bytes): {100 * (ratio - 1):+.1f} %")
    load, imported = seconds(LOAD), seconds(IMPORT)
    print(f"loading and compiling all packs: {1000 * load:.0f} ms, {load / imported:.2f} of importing trafilatura")


if __name__ == "__main__":
    main()
