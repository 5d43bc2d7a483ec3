"""Fit what tells where a line ends that a sentence is glued to, `newsclean/rules/line_ends.npz`, and measure it.

    python benchmarks/line_ends.py [--write]

Lines and sentences of the made-up pages are put together: a headline or a prompt, with or without a stop, and a
sentence behind it, or nothing; labels of a few words; and sentences alone. What is to be told is where the line ends.
Line and sentence are of pages of one lot, which were written at one time, and lots are held out together. Needs the
extra `train`.
"""

from __future__ import annotations

import argparse
import random
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from corpora import CUT, MADE_UP, ODD_WORDINGS, PARAGRAPHS, read_lines
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import newsclean
from newsclean.rules.languages import pack_of
from newsclean.rules.line_ends import LONGEST, candidates
from newsclean.rules.words import Words, words_of

OUT = Path(newsclean.__file__).with_name("rules") / "line_ends.npz"
SLOTS = 1 << 20
RIDGE = 1.0
STEPS = 200
FOLDS = 5
SEED = 7
# So many lines are put in front of each sentence.
EACH = 3
HEADLINES = frozenset(["related", "most_read", "headline"])
PROMPTS = frozenset(["newsletter", "app_download", "follow", "promotion", "donate", "media"])
LABELS = PROMPTS | {"advertisement", "share"}
# How often there is no line, it is a label, a prompt, a headline, summed up; and how often it has nothing behind it,
# keeps its stop, is given one, and has a label in front.
SORTS = [("sentence", 0.12), ("label", 0.2), ("prompt", 0.4), ("headline", 1.0)]
SHARES = {"alone": 0.1, "stop": 0.2, "stopped": 0.06, "labelled": 0.7, "unspaced": 0.6}
LEAST, MOST, LABEL_WORDS, SENTENCE = 4, 130, 3, 15
IDEOGRAPHS = frozenset(["zh", "ja"])
WITHOUT_SPACES, WITH_DANDA = IDEOGRAPHS | {"th"}, frozenset(["hi", "bn"])
WORD_SIGNS = 3
# "Read also: Harbour tolls to rise": what stands behind the label.
LABELLED = re.compile(r"^[^:：|]{3,25}[:：|»]\s*(.+)$")
SENTENCES = re.compile(r"(?<=[.!?…।؟۔])[\"'”’»)]{0,2}\s+(?=\S)|(?<=[。！？])[」』”）]{0,2}\s*(?=\S)")
# No token says more than this, in log-odds.
HEAVIEST = 5.0


class Page(NamedTuple):
    """A made-up page."""

    language: str
    fold: int
    lines: list[tuple[str, str]]
    is_story: bool  # its paragraphs are of one story


class Glued(NamedTuple):
    """A line and what stands behind it."""

    sort: str
    language: str
    fold: int
    text: str
    end: int
    words: Words
    labelled: bool


def pages() -> Iterator[Page]:
    """Yield the made-up pages, without what is glued into their paragraphs, and lines and paragraphs that are none."""
    folders = (MADE_UP, ODD_WORDINGS, PARAGRAPHS)
    for path in sorted(path for folder in folders for path in folder.glob("*.txt")):
        language, _, lot = path.stem.rpartition("-")
        lines = [(kind, " ".join(CUT.sub("", text).split())) for kind, text in read_lines(path)]
        yield Page(language, zlib.crc32(lot.encode()) % FOLDS, lines, path.parent != PARAGRAPHS)


def words_in(text: str, language: str) -> int:
    """Return how many words a text has, about as many in a script without spaces."""
    return len(text) // WORD_SIGNS if language in WITHOUT_SPACES else len(text.split())


def lines_of(found: Sequence[Page]) -> Mapping[tuple[str, str, int], list[str]]:
    """Return the lines of the pages by sort, language and fold."""
    pools: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for page in found:
        where = page.language, page.fold
        for kind, text in page.lines:
            length = words_in(text, page.language)
            if kind in HEADLINES and len(text) < MOST:
                behind = LABELLED.match(text) if kind == "related" else None
                line = behind[1] if behind else text
                if words_in(line, page.language) >= LEAST:
                    pools[("headline", *where)].append(line)
            elif kind in PROMPTS and length > LABEL_WORDS and len(text) < MOST:
                pools[("prompt", *where)].append(text)
            elif kind in LABELS and 0 < length <= LABEL_WORDS:
                pools[("label", *where)].append(text)
    return pools


def made(found: Sequence[Page]) -> Iterator[Glued]:
    """Yield lines with sentences behind them."""
    chance = random.Random(SEED)
    pools = lines_of(found)
    for page in found:
        words = words_of((text for _, text in page.lines), pack_of(page.language))
        words = words if page.is_story else replace(words, recurring=lambda: None)
        where, space = (page.language, page.fold), "" if page.language in IDEOGRAPHS else " "
        for paragraph in (text for kind, text in page.lines if kind == "body"):
            sentences = [sentence for sentence in SENTENCES.split(paragraph) if sentence]
            for n, sentence in enumerate(sentences):
                behind = space.join(sentences[n : n + 2])
                for draw in [chance.random() for _ in range(EACH if len(sentence) > SENTENCE else 0)]:
                    sort = next(sort for sort, share in SORTS if draw < share)
                    if sort == "sentence":
                        end = len(sentence) + (len(space) if n + 1 < len(sentences) else 0)
                        yield Glued(sort, *where, behind, end, words, labelled=False)
                    elif pool := pools.get((sort, *where)):
                        yield glued(sort, chance, chance.choice(pool), behind, where, words)


def glued(sort: str, chance: random.Random, line: str, behind: str, where: tuple[str, int], words: Words) -> Glued:
    """Return a line and a sentence put together."""
    language, fold = where
    labelled = sort == "headline" and chance.random() < SHARES["labelled"]
    draw = chance.random()
    if draw < SHARES["alone"]:
        return Glued(f"{sort} alone", language, fold, line, len(line), words, labelled)
    draw -= SHARES["alone"]
    if line[-1] in ".。" and chance.random() > SHARES["stop"]:
        line = line[:-1]
    elif draw < SHARES["stopped"] and line[-1].isalnum():
        line += "。" if language in WITHOUT_SPACES else "।" if language in WITH_DANDA else "."
    between = "" if language in IDEOGRAPHS and chance.random() < SHARES["unspaced"] else " "
    line += between
    return Glued(sort, language, fold, f"{line}{behind}", len(line), words, labelled)


class Rows(NamedTuple):
    """The places of all samples as rows of hashed tokens."""

    tokens: Any
    right: NDArray[np.bool_]
    starts: NDArray[np.int64]  # where the rows of each sample begin; and where one more would


def rows_of(samples: Sequence[Glued]) -> Rows:
    """Return the rows of some samples."""
    tokens: list[int] = []
    lengths: list[int] = []
    right: list[bool] = []
    starts = [0]
    for sample in samples:
        for place, found in candidates(sample.text, sample.words, labelled=sample.labelled):
            tokens += [code & (SLOTS - 1) for code in found]
            lengths.append(len(found))
            right.append(place == sample.end)
        starts.append(len(right))
    ends = np.cumsum([0, *lengths])
    table = csr_matrix((np.ones(ends[-1], np.float32), np.array(tokens), ends), shape=(len(right), SLOTS))
    return Rows(table, np.array(right), np.array(starts))


def fitted(rows: Rows) -> NDArray[np.float64]:
    """Return the weights of a conditional logit: among the places of each sample, the right one is the likeliest.

    It is McFadden's ("Conditional logit analysis of qualitative choice behavior", 1974), with a ridge penalty.
    """
    sizes = np.diff(rows.starts)
    sizes, table = sizes[sizes > 0], rows.tokens.T.tocsr()
    starts = np.cumsum([0, *sizes[:-1]])
    right = rows.right.astype(np.float64)
    has_right = np.add.reduceat(right, starts)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = rows.tokens @ weights
        most = np.maximum.reduceat(odds, starts)
        shares = np.exp(odds - np.repeat(most, sizes))
        whole = np.add.reduceat(shares, starts)
        missed = (np.log(whole) + most) @ has_right - odds @ right
        slope = table @ (shares * np.repeat(has_right / whole, sizes) - right)
        return float(missed + RIDGE / 2 * (weights @ weights)), slope + RIDGE * weights

    found = minimize(loss, np.zeros(SLOTS), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x)


def of_some(rows: Rows, samples: NDArray[np.bool_]) -> Rows:
    """Return the rows of some of the samples."""
    sizes = np.diff(rows.starts)
    kept = np.repeat(samples, sizes)
    return Rows(rows.tokens[kept], rows.right[kept], np.cumsum([0, *sizes[samples]]))


def measured(samples: Sequence[Glued], rows: Rows) -> None:
    """Print how often the likeliest place is right, out of fold."""
    folds = np.array([sample.fold for sample in samples])
    odds = np.zeros(len(rows.right))
    for fold in range(FOLDS):
        weights = fitted(of_some(rows, folds != fold))
        held_out = np.repeat(folds == fold, np.diff(rows.starts))
        odds[held_out] = rows.tokens[held_out] @ weights
    hits: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    sure: list[tuple[float, bool]] = []
    for sample, start, end in zip(samples, rows.starts, rows.starts[1:], strict=False):
        own = odds[start:end]
        told = bool(end > start and rows.right[start + own.argmax()])
        if end > start:
            sure.append((float(1 / np.exp(own - own.max()).sum()), told))
        for name in ("all", sample.sort, sample.language):
            tried[name] += 1
            hits[name] += told
    print(f"{len(samples)} lines, {len(rows.right)} places")
    for name in sorted(tried, key=lambda name: (len(name) == 2, name)):
        print(f"{name:16} {tried[name]:6} right {hits[name] / tried[name]:.3f}")
    for bar in (0.3, 0.5, 0.7, 0.9):
        above = [told for share, told in sure if share >= bar]
        print(f"above {bar}: {len(above) / len(sure):.3f} of them, right {sum(above) / len(above):.3f}")


def main() -> None:
    """Measure out of fold, fit on all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    arguments = parser.parse_args()
    samples = [sample for sample in made([*pages()]) if 0 < sample.end <= LONGEST]
    rows = rows_of(samples)
    measured(samples, rows)
    if arguments.write:
        weights = np.clip(fitted(rows), -HEAVIEST, HEAVIEST)
        scale = float(np.abs(weights).max()) / 127
        np.savez_compressed(
            OUT,
            ends=np.round(weights / scale).astype(np.int8),
            ends_scale=np.float32(scale),
            ends_bias=np.float32(0),
        )
        print(f"{OUT.name}: {OUT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
