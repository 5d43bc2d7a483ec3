"""Train the weights of `newsclean.fields.headline_lines`, and measure them on sites they were not trained on.

    python benchmarks/headline.py CORPORA

CORPORA is a folder with a folder a corpus (see `corpora.py`); the made-up pages count, too. A line is right if it says
the gold title, or the greater part of it. Pages are parted by site into five folds, made-up ones by language; printed
are the share of pages whose headline was chosen rightly by weights trained on the other folds, and the weights of all
pages, to be put into the module. Needs the extra `train`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from corpora import MADE_OF_GOLD, read_corpus, read_made_up
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

from newsclean import Cleaner
from newsclean.fields import headline
from newsclean.fields.headline_lines import Lines, plain

FOLDS = 5
# Most of one title that another form of it must hold.
SAME = 0.6
# News counts more than pages of every sort, and real pages more than made-up ones.
WEIGHT_OF = defaultdict(lambda: 4.0, made_up=2.0, wcxb=1.0)

Matrix: TypeAlias = NDArray[np.float64]


@dataclass
class Page:
    """A page's candidates, what is known of each, and which are right."""

    corpus: str
    site: str
    features: list[dict[str, float]]
    right: list[bool]


def is_same(line: str, title: str) -> bool:
    """Whether a line says a title, or the greater part of it."""
    a, b = sorted((plain(line), plain(title)), key=len)
    return bool(a) and (b.startswith(a) or b.endswith(a)) and len(a) >= SAME * len(b)


def pages(corpora: Path) -> Iterator[Page]:
    """Yield the pages whose title stands in their text, with the lines above the story that may be it."""
    seen: list[tuple[Lines, list[int]]] = []
    choose = Lines.best

    def listen(lines: Lines, candidates: list[int]) -> int | None:
        seen.append((lines, candidates))
        return choose(lines, candidates)

    headline.Lines.best = listen  # type: ignore[assignment,method-assign]
    cleaner = Cleaner()
    folders = sorted(path.parent for path in corpora.glob("*/texts.jsonl.gz"))
    for sample in (*read_made_up(), *(sample for folder in folders for sample in read_corpus(folder))):
        title = sample.gold.get("title")
        if sample.flattener in MADE_OF_GOLD | {"html"} or not title or plain(title) not in plain(str(sample.raw)):
            continue
        seen.clear()
        cleaner.clean(sample.raw)
        if seen and seen[-1][1]:
            found, candidates = seen[-1]
            told = found.features(candidates)
            right = [is_same(found.blocks[i].text, title) for i in candidates]
            yield Page(sample.corpus, sample.site, [told[i] for i in candidates], right)


def fit(read: Sequence[Page], tables: Sequence[Matrix]) -> Matrix:
    """Return the weights under which the right line of each page is likeliest among its candidates.

    A conditional logit (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974): what counts is
    how the lines of one page compare, and not how likely any line is a headline.
    """
    known = [n for n, page in enumerate(read) if any(page.right)]
    rows = np.vstack([tables[n] for n in known])
    scale = np.where(rows.std(0) > 0, rows.std(0), 1.0)
    rows = rows / scale
    page_of = np.repeat(np.arange(len(known)), [len(tables[n]) for n in known])
    starts = np.flatnonzero(np.diff(page_of, prepend=-1))
    right = np.hstack([np.array(read[n].right, float) / sum(read[n].right) for n in known])
    counts = np.array([WEIGHT_OF[read[n].corpus] for n in known])[page_of]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        told = rows @ weights
        told -= np.maximum.reduceat(told, starts)[page_of]
        total = np.add.reduceat(np.exp(told), starts)[page_of]
        steps = rows.T @ ((np.exp(told) / total - right) * counts) + weights
        return float(-(counts * right * (told - np.log(total))).sum() + weights @ weights / 2), steps

    return np.asarray(minimize(loss, np.zeros(len(scale)), jac=True, method="L-BFGS-B").x / scale)


def main() -> None:
    """Print what weights trained on other sites choose, and the weights of all."""
    read = list(pages(Path(sys.argv[1])))
    names = list(read[0].features[0])
    tables = [np.array([[told[name] for name in names] for told in page.features]) for page in read]

    right: dict[str, list[bool]] = {}
    parted = GroupKFold(FOLDS).split(read, groups=[page.site for page in read])
    for train, test in parted:
        weights = fit([read[i] for i in train], [tables[i] for i in train])
        for i in test:
            right.setdefault(read[i].corpus, []).append(read[i].right[int(np.argmax(tables[i] @ weights))])
    for corpus, found in right.items():
        print(f"{corpus}: {len(found)} pages, right {np.mean(found):.3f}")
    for name, value in zip(names, fit(read, tables), strict=True):
        print(f'    "{name}": {value:.1f},')


if __name__ == "__main__":
    main()
