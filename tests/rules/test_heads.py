"""The letters with which a line must begin for a pattern to match it."""

from __future__ import annotations

import pytest
import re2

from newsclean.rules.builtin import as_written, builtin_packs
from newsclean.rules.fold import fold
from newsclean.rules.heads import first_letter, first_letters
from newsclean.rules.rule import Match


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"^(?:x|vk|Zalo)(?: |$)", "vxz"),
        (r"^[\s|·(-]*(?:ad|pub)$", "ap"),
        (r"^[^\pL\pN]{0,4}(?:le )?tri$", "lt"),
        (r"^(?:\d+ )?min$", "0123456789m"),
        (r"^[iİ]lk$", "iİ"),
        (r"^\pZ?\(?[ab]?c", "abc"),
    ],
)
def test_the_letters_of_which_one_comes_first(pattern: str, letters: str) -> None:
    assert first_letters(pattern) == letters


@pytest.mark.parametrize(
    "pattern", [r"ad$", r"^.{3}ad", r"^\W{0,3}ad", r"^(?:ad)?", r"^[^a]d", r"^\pL+ ad", r"^[|·]+$", r"^\PZad", "(("]
)
def test_none_where_any_may_come_first(pattern: str) -> None:
    assert first_letters(pattern) == ""


@pytest.mark.parametrize(("line", "letter"), [("» Álbum", "á"), ("12 min", "1"), ("— | —", ""), ("", "")])
def test_the_first_letter_of_a_line(line: str, letter: str) -> None:
    assert first_letter(fold(line)) == letter


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
                wrong += [(rule.id, line) for line in hit if first_letter(fold(line)) not in heads]
    assert wrong == []
