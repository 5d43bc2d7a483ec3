"""What class names say of a block."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.story.class_names import CLASSES, UPS, class_columns, names_of

ODDS = {"story": 2.0, "story body": 3.0, "nav": -4.0}


def row(*trail: str) -> dict[str, float]:
    (found,) = class_columns([trail], ODDS)
    return dict(zip(CLASSES, map(float, found), strict=True))


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("div", set()),
        ("div#main.storyBody", {"main", "story", "body", "main story", "story body"}),
        ("p.a.lead-text", {"lead", "text", "a lead", "lead text"}),
        ("h2#why-it-matters.subhead", {"subhead"}),
        ("h2.subhead", {"subhead"}),
        ("x-story.teaser", {"teaser"}),
    ],
)
def test_the_names_of_an_element(label: str, names: set[str]) -> None:
    assert names_of(label) == names


def test_a_block_below_no_known_name() -> None:
    assert row("html", "body", "p.w3") == {**dict.fromkeys(CLASSES, 0.0), "names_up": -1.0}


def test_the_names_around_a_block_are_weighed_together_and_the_nearest_apart() -> None:
    found = row("html", "nav.nav", "div.story-body", "p")
    assert (found["names_best"], found["names_worst"]) == (3.0, -4.0)
    assert (found["names_best_near"], found["names_worst_near"]) == (3.0, 2.0)
    assert found["names_all"] == found["names_near"] == -4.0 + 2.5
    assert found["names_up"] == 1


def test_names_far_above_a_block_say_nothing() -> None:
    assert row("div.story", *["div"] * UPS)["names_up"] == -1


def test_each_block_has_a_row() -> None:
    assert class_columns([], ODDS).shape == (0, len(CLASSES))
    found = class_columns([("div.nav",), ("div.story",), ("div.nav",)], ODDS)
    assert np.array_equal(found[0], found[2])
    assert found[1][0] == 2.0
