"""The forest: every leaf by its number, and what each column adds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.story.forest import Forest

# Two trees of two levels, on three columns.
FOREST = Forest(
    features=np.array([[0, 1], [2, 0]], np.uint8),
    borders=np.array([[0.5, 10.0], [1.0, -1.0]], np.float32),
    leaves=np.array([[0.0, 1.0, 2.0, 4.0], [0.0, 0.1, 0.2, 0.3]], np.float32),
    counts=np.ones((2, 4), np.float32),
    bias=-1.0,
)


@pytest.mark.parametrize(
    ("row", "log_odds"),
    [
        # No to both of the first tree; no and yes of the second.
        ((0.0, 0.0, 0.0), -1 + 0.0 + 0.2),
        ((1.0, 0.0, 0.0), -1 + 1.0 + 0.2),
        ((0.0, 11.0, 2.0), -1 + 2.0 + 0.3),
        ((1.0, 11.0, 2.0), -1 + 4.0 + 0.3),
        # A border itself is no.
        ((0.5, 10.0, 1.0), -1 + 0.0 + 0.2),
    ],
)
def test_the_answers_are_the_number_of_the_leaf(row: tuple[float, ...], log_odds: float) -> None:
    assert FOREST.log_odds(np.array([row], np.float32))[0] == pytest.approx(log_odds)


def test_no_rows_have_no_odds() -> None:
    assert FOREST.log_odds(np.zeros((0, 3), np.float32)).shape == (0,)


@given(st.lists(st.floats(-20, 20, width=32), min_size=3, max_size=3))
def test_what_the_columns_add_is_the_difference_from_the_average(row: list[float]) -> None:
    values = np.array(row, np.float32)
    average = FOREST.leaves.mean(1).sum() + FOREST.bias
    found = FOREST.contributions(values).sum() + average
    assert found == pytest.approx(float(FOREST.log_odds(values[None])[0]), abs=1e-4)


def test_a_column_that_no_tree_asks_about_adds_nothing() -> None:
    forest = Forest(FOREST.features[:1], FOREST.borders[:1], FOREST.leaves[:1], FOREST.counts[:1], 0.0)
    assert forest.contributions(np.array([1.0, 11.0, 5.0], np.float32))[2] == 0


def test_many_rows_are_judged_as_each_alone() -> None:
    rows = np.random.default_rng(1).normal(0, 8, (1_200, 3)).astype(np.float32)
    alone = [FOREST.log_odds(row[None])[0] for row in rows]
    assert np.array_equal(FOREST.log_odds(rows), np.array(alone, np.float32))
