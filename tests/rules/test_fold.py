"""Folding makes forms of one text alike and never moves a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.rules.fold import fold, fold_phrase, has_case, quotes_in


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Lire AUSSI", "lire aussi"),
        ("L’île d‘or", "l'île d'or"),
        ("«a» “b” „c‟ 「d」", '"a" "b" "c" "d"'),
        ("a – b — c ‑ d − e", "a - b - c - d - e"),
        ("a\u00a0b\u202fc", "a b c"),
        ("更多：（图）！", "更多:(图)!"),
        ("İstanbul Straße", "İstanbul straße"),
        ("ΤΈΛΟΣ", "τέλος"),
    ],
)
def test_forms_of_one_sign_become_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_phrase_is_squeezed_too() -> None:
    assert fold_phrase("  À lire\n aussi ") == "à lire aussi"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He said “no” and «yes»", 4),
        ('המנכ"לית אמרה "לא"', 2),
        ('ד"ר כהן, יו"ר הוועד', 0),
        ('ב"הארץ" נכתב', 2),
        ("none", 0),
    ],
)
def test_signs_inside_hebrew_abbreviations_are_no_quotation_marks(text: str, count: int) -> None:
    assert quotes_in(fold(text)) == count


@pytest.mark.parametrize(("text", "cased"), [("abc", True), ("Жук", True), ("新闻", False), ("خبر 12", False)])
def test_scripts_with_capitals(text: str, cased: bool) -> None:
    assert has_case(text) is cased
