"""Keys found in texts of any script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclean.rules.automaton import Automaton

# Letters of several scripts, and signs that belong to none.
TEXT = st.text(st.sampled_from("abé ж…λאبकকก中かя“-"), max_size=12)


def test_overlapping_places_are_all_found() -> None:
    assert sorted(Automaton(["read", "read also", "also"]).find("read also")) == [
        ("also", 5, 9),
        ("read", 0, 4),
        ("read also", 0, 9),
    ]


def test_offsets_are_in_characters() -> None:
    assert list(Automaton(["также"]).find("… Читайте также")) == [("также", 10, 15)]


def test_a_text_that_ends_inside_a_key_holds_the_shorter_one_once() -> None:
    keys = ["alle rechte", "alle rechte vorbehalten"]
    assert list(Automaton(keys).find("© alle rechte")) == [("alle rechte", 2, 13)]


def test_no_keys() -> None:
    assert list(Automaton([]).find("read also")) == []


@given(st.sets(TEXT.filter(bool), max_size=8), TEXT)
def test_the_same_is_found_as_by_looking_for_each_key(keys: set[str], text: str) -> None:
    wanted = {(k, i, i + len(k)) for k in keys for i in range(len(text)) if text.startswith(k, i)}
    assert set(Automaton(keys).find(text)) == wanted
