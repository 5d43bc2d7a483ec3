"""The linear model of wording: what a line is told by, and what its words say."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Chrome
from newsclean.packs.wording_odds import KINDS, LISTS, PROMPTS, codes, shared, stems, wording
from newsclean.rules.hashed import Table


@given(st.text())
def test_any_line_has_codes_and_always_the_same(line: str) -> None:
    assert codes(line) == codes(line)
    assert all(0 <= code < 1 << 32 for code in codes(line))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abonnez-vous !", "ABONNEZ-VOUS !"),
        ("12 comments", "48 comments"),
        ("L’info en continu", "L'info en continu"),
    ],
)
def test_case_numbers_and_forms_of_signs_say_nothing(one: str, other: str) -> None:
    assert codes(one) == codes(other)


def test_words_of_scripts_with_vowel_signs_are_whole() -> None:
    # In Bengali a sign inside the word is no letter for `re`: two words have no more than their own tokens.
    assert len(codes("বিজ্ঞাপন")) < len(codes("বিজ্ঞাপন বিজ্ঞাপন")) < 2 * len(codes("বিজ্ঞাপন")) + 2


def test_scripts_without_spaces_are_told_by_runs_of_signs() -> None:
    both = set(codes("订阅新闻")) & set(codes("请订阅新闻邮件"))
    assert len(both) >= 5


def test_a_table_sums_the_weights_of_its_slots() -> None:
    table = Table(array("b", [0, 10, -20, 0]), 0.5, 1.0)
    assert table.odds([1, 2, 5]) == 1.0 + 0.5 * (10 - 20 + 10)
    assert table.odds([]) == 1.0


@pytest.mark.parametrize(
    ("line", "story", "share"),
    [
        ("Download the weather app", "the weather was fine", 0.5),
        ("Download the app", "", 0.0),
        ("12:30", "at 12:30", 0.0),
        ("Downloading the app", "they download it", 1.0),
        ("地铁开通", "本市地铁", pytest.approx(1 / 3)),
    ],
)
def test_the_share_of_its_words_that_the_story_says(line: str, story: str, share: float) -> None:
    assert shared(line, stems(story)) == share


def test_the_story_is_asked_only_for_what_reads_as_a_prompt() -> None:
    def said() -> set[str]:
        raise AssertionError

    assert wording().odds("A crack in the shaft of the ferry", said) < 0


def test_the_words_of_the_story_speak_against_a_prompt() -> None:
    line = "Download the weather service app"
    assert wording().odds(line, lambda: stems("the weather service has an app")) < wording().odds(line)


def test_kinds_of_prompts_and_of_lists() -> None:
    assert set(PROMPTS) | set(LISTS) < set(KINDS)
    model = wording()
    assert model.kind("Sign up for our newsletter", PROMPTS) is Chrome.NEWSLETTER
    assert model.kind("Most read this week", LISTS) is Chrome.MOST_READ
    assert model.kind("Sign up for our newsletter", KINDS, Chrome.RELATED, 100.0) is Chrome.RELATED
    assert model.kind("Sign up for our newsletter", KINDS, Chrome.RELATED, 1.0) is Chrome.NEWSLETTER
