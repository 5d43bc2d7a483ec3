"""How a line must begin for a pattern to match it."""

from __future__ import annotations

import pytest
import re2

from newsclean.rules.builtin import as_written, builtin_packs
from newsclean.rules.fold import fold
from newsclean.rules.heads import beginnings, heads_of
from newsclean.rules.rule import Match


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


def test_every_line_that_a_built_in_pattern_hits_begins_as_is_foretold() -> None:
    options = re2.Options()
    options.case_sensitive = False
    wrong = []
    for rule in as_written(builtin_packs()):
        if rule.match is Match.PATTERN:
            lines = [" ".join(line.split()) for line in rule.marks]
            for pattern, heads in zip(rule.phrases, rule.heads, strict=True):
                regex = re2.compile(pattern, options)
                hit = [line for line in lines if heads and regex.search(line)]
                wrong += [(rule.id, line) for line in hit if not set(beginnings(fold(line))) & set(heads)]
    assert wrong == []
