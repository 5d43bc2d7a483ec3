"""Words of a document and of its language."""

from __future__ import annotations

import pytest

from newsclean.rules.words import Words, words_of

WORDS = Words(
    frozenset({"the", "crews"}), {"of": 1, "in": 2, "about": 60, "harbour": 700}, nouns=False, recurring=lambda: None
)


@pytest.mark.parametrize(
    ("word", "goes_on", "is_frequent"),
    [
        ("of", True, True),
        ("“Of", True, True),
        ("about", False, True),
        ("harbour", False, False),
        ("Blom", False, False),
    ],
)
def test_what_frequent_words_tell(word: str, goes_on: bool, is_frequent: bool) -> None:
    assert WORDS.goes_on(word) is goes_on
    assert WORDS.is_frequent(word) is is_frequent


def test_the_words_of_a_document_are_those_that_stand_in_it_without_a_capital() -> None:
    long = "Crews found a leak. " * 300
    assert words_of(["The crews met", long], "en").lowered == {"crews", "met", "found", "a", "leak"}


def test_words_recur_that_several_texts_of_a_document_hold_in_any_form() -> None:
    texts = ["The crews repaired the shaft.", "Repairing it took a crew nine days.", "Nine, they say.", "It rains."]
    assert words_of(texts, "en").recurring() == frozenset({"repai", "nine", "it"})
    assert words_of(texts[:3], "en").recurring() is None
