"""Lines of any layout, with where they stood, what precedes them and what they begin with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.segment.lines import split_lines


def test_every_line_end_of_unicode_ends_a_line() -> None:
    lines = split_lines("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\ni")
    assert [line.text for line in lines] == list("abcdefghi")
    assert [line.gap for line in lines] == [0] * 9


def test_blank_lines_are_counted_and_those_at_the_start_are_not() -> None:
    lines = split_lines("\n\na\n\n\nb\r\n \u200b\t\r\nc\nd\n\n")
    assert [(line.text, line.gap) for line in lines] == [("a", 0), ("b", 2), ("c", 1), ("d", 0)]


def test_indent_counts_what_cannot_be_seen() -> None:
    (line,) = split_lines("\ufeff \u00a0 a b\u00a0\u200b")
    assert (line.text, line.start, line.indent) == ("a b", 4, 4)


@pytest.mark.parametrize("sign", [*list("•◦▪▸■✓➤→"), "- ", "* ", "+ ", "· ", "» ", "・ ", "•  "])
def test_bullets(sign: str) -> None:
    (line,) = split_lines(f"  {sign}Rain")
    assert line.text[line.bullet :] == "Rain"
    assert line.bullet == len(sign)


def test_a_dash_alone_begins_speech_and_two_a_list() -> None:
    assert [line.bullet for line in split_lines("Rain\n– Det er dyrt\nSnow")] == [0, 0, 0]
    assert [line.bullet for line in split_lines("– Rain\n– Snow")] == [2, 2]


def test_sentences_behind_dashes_are_talk_if_they_are_few_or_one_asks() -> None:
    said, asked = (
        "– Det er nesten ikke til å tro hva vi fant der nede.",
        "– Og hva gjorde dere med alle de fiskene på kaia?",
    )
    assert [line.bullet for line in split_lines(f"{said}\n{said}")] == [0, 0]
    assert [line.bullet for line in split_lines(f"{said}\n{asked}\n{said}")] == [0, 0, 0]
    assert [line.bullet for line in split_lines(f"{said}\n{said}\n{said}")] == [2, 2, 2]
    assert [line.bullet for line in split_lines(f"{said}\n– Snow")] == [2, 2]
    hyphen = said.replace("–", "-")
    assert [line.bullet for line in split_lines(f"{hyphen}\n{hyphen}")] == [2, 2]


@pytest.mark.parametrize("text", ["-4 degrees", "*footnote", "»Zitat« sagt er", "— Où va-t-il ?", "1. Rain", "•", "- "])
def test_signs_that_are_no_bullets(text: str) -> None:
    (line,) = split_lines(text)
    assert line.bullet == 0


def test_text_without_visible_characters_has_no_lines() -> None:
    assert split_lines("") == split_lines(" \n\u200b\r\n\u00a0") == []


@given(st.text(st.characters() | st.sampled_from("\n\r \u2028•-\u200b")))
def test_lines_stand_where_they_say_and_hold_all_that_is_visible(text: str) -> None:
    lines = split_lines(text)
    assert [text[line.start : line.end] for line in lines] == [line.text for line in lines]
    between = text
    for line in reversed(lines):
        between = between[: line.start] + between[line.end :]
    assert not any(map(str.isalnum, between))
