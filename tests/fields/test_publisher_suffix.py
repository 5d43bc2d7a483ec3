"""The publisher's name behind a headline."""

from __future__ import annotations

import pytest

from newsclean.fields.publisher_suffix import looks_like_a_name, split_suffix, without_prefix, without_suffix


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("Swan puts out light - The Skagen Post", [("Swan puts out light", "The Skagen Post")]),
        ("Swan puts out light | Post", [("Swan puts out light", "Post")]),
        ("Swan puts out light｜晚报", [("Swan puts out light", "晚报")]),
        ("A – b – C", [("A – b", "C"), ("A", "b – C")]),
        ("Swan puts out sea-light", []),
        ("Swan puts out light -", []),
        ("", []),
    ],
)
def test_a_headline_is_cut_at_its_signs_from_the_end(text: str, cuts: list[tuple[str, str]]) -> None:
    assert split_suffix(text) == cuts


@pytest.mark.parametrize("text", ["The Skagen Post", "Journal de la Mer", "post.example", "24 Hours", "晚报", "BBN"])
def test_names(text: str) -> None:
    assert looks_like_a_name(text)


@pytest.mark.parametrize(
    "text", ["", "what the keeper says", "Is It Over?", "The Post of all the Towns by the Sea", "of the and"]
)
def test_no_names(text: str) -> None:
    assert not looks_like_a_name(text)


@pytest.mark.parametrize(
    ("text", "name", "headline"),
    [
        ("Swan puts out light – Skagen Post", "skagenpost", "Swan puts out light"),
        ("Swan puts out light – Skagen Post", "", "Swan puts out light – Skagen Post"),
        ("Swan puts out light | Animals | Skagen Post", "", "Swan puts out light"),
        ("Swan | Skagen Post", "", "Swan | Skagen Post"),
        ("Swan puts out light | what now?", "skagenpost", "Swan puts out light | what now?"),
    ],
)
def test_only_the_name_of_the_site_is_cut_off(text: str, name: str, headline: str) -> None:
    assert without_suffix(text, {name}) == headline


def test_the_name_of_the_site_is_cut_off_before_a_headline() -> None:
    names = {"skagenpost", "skagenpostexample"}
    assert without_prefix("Skagen Post | skagenpost.example - Swan puts out light", names) == "Swan puts out light"
    assert without_prefix("Skagen: Swan puts out light", names) == "Skagen: Swan puts out light"


def test_of_very_many_names_a_few_are_cut_off() -> None:
    assert without_suffix("Swan puts out light" + " | Post" * 2000, set()) == "Swan puts out light" + " | Post" * 1997
    assert without_prefix("Post: " * 2000 + "Swan puts out light", {"post"}).endswith("Post: Swan puts out light")
