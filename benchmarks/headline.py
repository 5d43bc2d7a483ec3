"""Train the weights of `newsclean.fields.headline_lines`, and measure them on sites they were not trained on.

    python benchmarks/headline.py CORPORA

CORPORA is a folder with a folder a corpus (see `corpora.py`); the made-up pages count, too. A line is right if it says
the gold title, or the greater part of it. Pages are parted by site into five folds, made-up ones by language; printed
are the share of pages whose headline was chosen rightly by weights trained on the other folds, and the weights of all
pages, to be put into the module. Needs scikit-learn.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpora import MADE_OF_GOLD, read_corpus, read_made_up
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from newsclean import Cleaner
from newsclean.fields import headline
from newsclean.fields.headline_lines import Lines, plain

FOLDS = 5
# Most of one title that another form of it must hold.
SAME = 0.6
# News counts more than pages of every sort.
NEWS = 4.0


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


def main() -> None:
    """Print what weights trained on other sites choose, and the weights of all."""
    read = list(pages(Path(sys.argv[1])))
    names = list(read[0].features[0])
    tables = [np.array([[told[name] for name in names] for told in page.features]) for page in read]

    def trained(numbers: list[int]) -> np.ndarray:
        x = np.vstack([tables[i] for i in numbers])
        y = np.hstack([read[i].right for i in numbers])
        weight = [(1.0 if read[i].corpus == "wcxb" else NEWS) / len(tables[i]) ** 0.5 for i in numbers]
        weights = np.hstack([np.full(len(tables[i]), w) for i, w in zip(numbers, weight, strict=True)])
        scale = np.where(x.std(0) > 0, x.std(0), 1.0)
        fitted = LogisticRegression(max_iter=5000).fit(x / scale, y, sample_weight=weights)
        return np.asarray(fitted.coef_[0] / scale)

    right: dict[str, list[bool]] = {}
    parted = GroupKFold(FOLDS).split(read, groups=[page.site for page in read])
    for train, test in parted:
        weights = trained(list(train))
        for i in test:
            right.setdefault(read[i].corpus, []).append(read[i].right[int(np.argmax(tables[i] @ weights))])
    for corpus, found in right.items():
        print(f"{corpus}: {len(found)} pages, right {np.mean(found):.3f}")
    for name, value in zip(names, trained(list(range(len(read)))), strict=True):
        print(f'    "{name}": {value:.1f},')


if __name__ == "__main__":
    main()
