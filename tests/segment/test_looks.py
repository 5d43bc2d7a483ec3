"""What blocks look like: running text, lines, items, repetitions."""

from __future__ import annotations

import pytest

from newsclean.segment.looks import count_words, look_at
from newsclean.segment.text import segment_text

LONG = (
    "The ferry to the outer islands has stopped since crews found a crack in the shaft which drives the old screw, as"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("rain", 1), ("It rained in Bergen", 4), ("渡轮停驶了吗", 4), ("雨", 1.5), ("توقفت العبارة", 2)],
)
def test_words(text: str, words: float) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The ferry to the islands has stopped.",
        "Has the ferry to the islands stopped?",
        "“The ferry to the islands has stopped.”",
        "渡轮星期一停驶，因为工作人员发现裂缝。",
        "توقفت العبارة إلى الجزر البعيدة يوم الاثنين.",
        LONG + " they say in town",
    ],
)
def test_running_text(text: str) -> None:
    (look,) = look_at(segment_text(text).blocks)
    assert look.prose


@pytest.mark.parametrize(
    "text", ["Ferry stops for a week", "It rained.", "Share", "He gave reporters three good reasons for it:", "雨"]
)
def test_lines_that_are_no_running_text(text: str) -> None:
    (look,) = look_at(segment_text(text).blocks)
    assert not look.prose


def test_a_colon_introduces_and_ends_no_sentence() -> None:
    assert [look.sentence for look in look_at(segment_text("It rained.\nHe said:").blocks)] == [True, False]


def test_a_line_that_stands_twice_is_no_running_text_unless_it_is_long() -> None:
    short, long = "The ferry to the islands has stopped.", f"{LONG} {LONG}."
    looks = look_at(segment_text("\n\n".join([short, long] * 2)).blocks)
    assert [(look.repeated, look.prose) for look in looks] == [(True, False), (True, True)] * 2


def test_items_are_told_by_their_form() -> None:
    assert [look.item for look in look_at(segment_text("Prices\n- Bread\n- Salt").blocks)] == [False, True, True]
