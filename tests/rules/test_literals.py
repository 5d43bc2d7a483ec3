"""The literals that patterns cannot match without."""

from __future__ import annotations

import pytest

from newsclean.rules.literals import more_literals, required_literals, shortest
from newsclean.rules.rule import Rule


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"^read also\b.{3,40}$", ("read als",)),
        (
            r"^\d+ (?:minutes|hours) ago$",
            (" minutes", " hours a"),
        ),
        (r"Lire (?:aussi|également)", ("lire aus", "lire éga")),
        (r"l['’]article", ("l'articl",)),
        (r"^(?:photos?|videos?) by \pL+", ("photo by", "photos b", "video by", "videos b")),
        (r"(?-i:Von) \p{Lu}\pL+", ("von ",)),
        (r"cet \x{e9}t\x{e9}$", ("cet été",)),
        (r"^©.{1,60}$", ("©",)),
    ],
)
def test_the_texts_of_which_one_must_stand_there(pattern: str, literals: tuple[str, ...]) -> None:
    assert set(required_literals(pattern)) == set(literals)


@pytest.mark.parametrize(
    "pattern", [r"^\d+ \d+$", r"(?:read also)?\d+", r"ab|cd", r"[[:alpha:]]+", r"\Qa.b\E", "((", ""]
)
def test_none_where_nothing_is_needed_or_known(pattern: str) -> None:
    assert required_literals(pattern) == ()


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"^(?:read|see) \pL+ also:", ("read ", "see ")),
        (r"^photo(?:s)?: .{2,40} / ap$", ("photo: ", "photos: ")),
        (r"^read also\b.{3,40}$", ()),
        (r"^[ab]\pL+ also$", ()),
    ],
)
def test_what_else_must_stand_there(pattern: str, literals: tuple[str, ...]) -> None:
    assert set(more_literals(pattern)) == set(literals)
    assert not set(literals) & set(required_literals(pattern))


def test_every_line_that_a_built_in_pattern_hits_holds_one_of_its_literals(
    lines_hit: list[tuple[Rule, int, str]],
) -> None:
    wrong = [
        (rule.id, line)
        for rule, number, line in lines_hit
        for needs in (rule.needs[number], rule.also[number])
        if needs and not any(need in line for need in needs)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("pattern", "length"),
    [("^(?:home|news)(?: \\| (?:home|news)){2,}$", 18), (r"^\d{1,2} min$", 5), (r"\pL+", 1), (".{3,9}x?", 3), ("(", 0)],
)
def test_the_shortest_text_that_a_pattern_matches(pattern: str, length: int) -> None:
    assert shortest(pattern) == length
