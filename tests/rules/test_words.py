"""Words that are written small, in a document and in its language."""

from __future__ import annotations

import pytest

from newsclean.rules.words import Words, words_of

WORDS = Words(frozenset({"the", "crews"}), {"of": 1, "in": 2, "about": 60, "harbour": 700}, nouns=False)


@pytest.mark.parametrize(
    ("word", "before", "after"),
    [
        ("Crews", "rise", "found"),
        ("About", "May", "three"),
        ("Maria", "rise", "says"),
        ("Maria", "harbour", "says"),
        ("“The", "rise", "crews"),
    ],
)
def test_words_that_begin_a_sentence(word: str, before: str, after: str) -> None:
    assert WORDS.begins(word, before, after)


@pytest.mark.parametrize(
    ("word", "before", "after"),
    [
        ("crews", "rise", "found"),
        ("BBC", "rise", "found"),
        ("About", "Much", "Nothing"),
        ("Maria", "of", "says"),
        ("Maria", "rise", "Blom"),
        ("Maria", "Anna", "says"),
    ],
)
def test_words_that_may_go_on(word: str, before: str, after: str) -> None:
    assert not WORDS.begins(word, before, after)


def test_nouns_begin_no_sentence_where_all_have_capitals() -> None:
    assert not Words(frozenset(), {"in": 1}, nouns=True).begins("Hafen", "neuer", "steht")


def test_the_words_of_a_document_are_those_that_stand_in_it_without_a_capital() -> None:
    long = "Crews found a leak. " * 300
    assert words_of(["The crews met", long], "en").lowered == {"crews", "met", "found", "a", "leak"}
