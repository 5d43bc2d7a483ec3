"""The words that languages write most often."""

from __future__ import annotations

import pytest

from newsclean.rules.common_words import common_words
from newsclean.rules.languages import pack_names


@pytest.mark.parametrize(
    ("pack", "words"), [("en", ["the", "of"]), ("da", ["og", "indtil"]), ("ru", ["в", "и"]), ("vi", ["và", "theo"])]
)
def test_frequent_words_come_first(pack: str, words: list[str]) -> None:
    ranks = common_words(pack)
    assert all(word in ranks for word in words)
    assert ranks[words[0]] < 20


@pytest.mark.parametrize("pack", ["ar", "ja", "any", ""])
def test_none_for_scripts_without_capitals_and_for_no_language(pack: str) -> None:
    assert common_words(pack) == {}


def test_every_language_with_capitals_has_a_list() -> None:
    without = {"any", "ar", "bn", "fa", "he", "hi", "ja", "ko", "th", "zh"}
    assert {pack for pack in pack_names() if not common_words(pack)} == without
