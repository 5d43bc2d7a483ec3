"""How a line must begin for a pattern to match it."""

from __future__ import annotations

import pytest

from newsclean.rules.fold import fold
from newsclean.rules.heads import beginnings, heads_of
from newsclean.rules.rule import Rule


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        (r"^(?:x|vk|Zalo)(?: |$)", ("vk", "x", "zal")),
        (r"^[\s|·(-]*(?:ad|publi)$", ("ad", "pub")),
        (r"^[^\pL\pN]{0,4}(?:le )?tri$", ("le ", "tri")),
        (r"^\d{1,2} min$", tuple("0123456789")),
        (r"^[iİ]lk$", ("ilk", "İlk")),
        (r"^\pZ?\(?[ab]?ce", ("ace", "bce", "ce")),
        (r"^(?:home|news)(?: \| (?:home|news)){2,}", ("hom", "new")),
        (r"^a(?:b.|cd)?e", ("ab", "acd", "ae")),
        (r"^ab+c", ("ab",)),
    ],
)
def test_the_beginnings_of_which_there_is_one(pattern: str, heads: tuple[str, ...]) -> None:
    assert heads_of(pattern) == heads


@pytest.mark.parametrize(
    "pattern", [r"ad$", r"^.{3}ad", r"^\W{0,3}ad", r"^(?:ad)?", r"^[^a]d", r"^\pL+ ad", r"^[|·]+$", r"^\PZad", "(("]
)
def test_none_where_a_line_may_begin_with_anything(pattern: str) -> None:
    assert heads_of(pattern) == ()


@pytest.mark.parametrize(
    ("line", "found"),
    [("» Álbum", ["á", "ál", "álb"]), ("1 min", ["1", "1 ", "1 m"]), ("— |", []), ("(x", ["x"]), ("", [])],
)
def test_the_beginnings_of_a_line(line: str, found: list[str]) -> None:
    assert list(beginnings(fold(line))) == found


def test_every_line_that_a_built_in_pattern_hits_begins_as_is_foretold(
    lines_hit: list[tuple[Rule, int, str]],
) -> None:
    wrong = []
    for rule, number, line in lines_hit:
        heads = rule.heads[number]
        if heads and not set(beginnings(line)) & set(heads):
            wrong.append((rule.id, line))
    assert wrong == []
