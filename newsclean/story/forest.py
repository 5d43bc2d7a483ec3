"""Evaluate a boosted forest of oblivious trees with numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float32]

# Rows are judged so many at a time: all answers of a page with fifty thousand lines would take half a gigabyte.
_AT_ONCE = 512


@dataclass(frozen=True)
class Forest:
    """Trees in which all nodes of one level ask the same question, so that a leaf's number is made of the answers.

    Prokhorenkova et al., "CatBoost: unbiased boosting with categorical features" (NeurIPS 2018). Such a tree is a table
    lookup: all questions of all trees are answered at once, without a branch.

    Attributes:
        features: the column that each level of each tree looks at, trees by levels.
        borders: the value above which the answer is yes, trees by levels.
        leaves: what each leaf adds to the log-odds, trees by leaves; level k is bit k of a leaf's number.
        counts: the weight of the training rows that fell into each leaf, trees by leaves.
        bias: the log-odds to begin with.
    """

    features: NDArray[np.uint8]
    borders: Matrix
    leaves: Matrix
    counts: Matrix
    bias: float

    def log_odds(self, rows: Matrix) -> Matrix:
        """Return the log-odds of each row."""
        leaves = self.leaves.ravel()
        total = np.full(len(rows), self.bias, np.float32)
        for start in range(0, len(rows), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            total[some] += leaves[self._leaf_numbers(rows[some]) + self._offsets].sum(1, dtype=np.float32)
        return total

    def _leaf_numbers(self, rows: Matrix) -> NDArray[np.intp]:
        levels = self.features.shape[1]
        answers: NDArray[np.bool_] = rows[:, self.features.T] > self.borders.T
        numbers: NDArray[np.intp] = np.zeros((len(rows), len(self.features)), np.intp)
        for level in range(levels):
            np.bitwise_or(numbers, answers[:, level].astype(np.intp) << level, out=numbers)
        return numbers

    @cached_property
    def _offsets(self) -> NDArray[np.intp]:
        offsets: NDArray[np.intp] = np.arange(len(self.leaves)) * self.leaves.shape[1]
        return offsets

    @cached_property
    def _expected(self) -> list[Matrix]:
        """For each depth, what a tree adds on average where only so many of its first answers are known."""
        levels = self.features.shape[1]
        found = []
        for depth in range(levels + 1):
            shape = (len(self.leaves), 1 << (levels - depth), 1 << depth)
            weight = self.counts.reshape(shape) + 1e-6
            found.append(np.asarray((self.leaves.reshape(shape) * weight).sum(1) / weight.sum(1), np.float32))
        return found

    def contributions(self, row: Matrix) -> Matrix:
        """Return what each column adds to the log-odds of one row.

        The change in what a tree is expected to say, from one answer to the next, is the column's that was asked about:
        Saabas, "Interpreting random forests" (2014).
        """
        number = self._leaf_numbers(row[None])[0]
        total = np.zeros(len(row), np.float32)
        tree = np.arange(len(self.leaves))
        before = self._expected[0][tree, 0]
        for level in range(self.features.shape[1]):
            after = self._expected[level + 1][tree, number & ((2 << level) - 1)]
            np.add.at(total, self.features[:, level], after - before)
            before = after
        return total
