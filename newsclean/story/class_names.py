"""What the class names around a block say for the story or against it, as the model has learnt them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.segment.hints import words_in

# The nearest so many elements around a block are asked.
UPS = 8
_NEAR = 3
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))

#: The names of the columns that `class_columns` returns, in order.
CLASSES = (
    "names_best",
    "names_worst",
    "names_all",
    "names_best_near",
    "names_worst_near",
    "names_near",
    "names_up",
)


class _Weight(NamedTuple):
    """The log-odds of the names of one element."""

    best: float
    worst: float
    mean: float


@lru_cache(maxsize=20_000)
def names_of(label: str) -> frozenset[str]:
    """Return the words, and pairs of words, in the id and classes of a step of `Block.trail`.

    The id of a heading is made of its own words, and says nothing.
    """
    tag, _, names = label.partition("#") if "#" in label else label.partition(".")
    if tag in _HEADINGS and "#" in label:
        names = names.partition(".")[2]
    return frozenset(word for word in words_in(names) if len(word) > 1)


def class_columns(trails: Sequence[tuple[str, ...]], odds: Mapping[str, float]) -> NDArray[np.float32]:
    """Return the columns of `CLASSES`, one row a block.

    Args:
        trails: of the blocks of an HTML page (`Block.trail`).
        odds: for each name, the log-odds that a block below it is of the story.
    """
    weights: dict[str, _Weight | None] = {}
    rows: dict[tuple[str, ...], tuple[float, ...]] = {}
    for trail in trails:
        if trail not in rows:
            rows[trail] = _row(trail[-UPS:], odds, weights)
    return np.array([rows[trail] for trail in trails], np.float32).reshape(len(trails), len(CLASSES))


def _row(trail: Sequence[str], odds: Mapping[str, float], weights: dict[str, _Weight | None]) -> tuple[float, ...]:
    known: list[_Weight] = []
    last = 0
    for number, label in enumerate(trail):
        if label not in weights:
            weights[label] = _weight(label, odds)
        if weight := weights[label]:
            known.append(weight)
            last = number
    if not known:
        return (0.0,) * (len(CLASSES) - 1) + (-1.0,)
    return (
        max(weight.best for weight in known),
        min(weight.worst for weight in known),
        sum(weight.mean for weight in known),
        known[-1].best,
        known[-1].worst,
        sum(weight.mean for weight in known[-_NEAR:]),
        len(trail) - 1 - last,
    )


def _weight(label: str, odds: Mapping[str, float]) -> _Weight | None:
    found = [odds[name] for name in names_of(label) if name in odds]
    return _Weight(max(found), min(found), sum(found) / len(found)) if found else None
