"""The stretch of a document that is the story: most running text and least else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.segment.looks import Look
from newsclean.story.extent import story_extent

PARAGRAPH = Look(words=30, sentence=True, prose=True, repeated=False, item=False)
LABEL = Look(words=1, sentence=False, prose=False, repeated=False, item=False)
TITLE = Look(words=8, sentence=False, prose=False, repeated=False, item=False)
ITEM = Look(words=8, sentence=False, prose=False, repeated=False, item=True)


def extent(*looks: Look, chrome: tuple[int, ...] = ()) -> list[int]:
    return list(story_extent(looks, [index in chrome for index in range(len(looks))]))


def test_without_running_text_there_is_no_story() -> None:
    assert extent() == []
    assert extent(LABEL, TITLE, ITEM, LABEL) == []


def test_lines_around_the_story_are_no_part_of_it() -> None:
    assert extent(LABEL, TITLE, PARAGRAPH, PARAGRAPH, TITLE, LABEL) == [2, 3]


@pytest.mark.parametrize("between", [LABEL, TITLE, ITEM])
def test_a_line_between_two_paragraphs_is_bridged(between: Look) -> None:
    assert extent(PARAGRAPH, between, PARAGRAPH) == [0, 1, 2]


def test_a_list_inside_the_story_is_bridged() -> None:
    assert extent(PARAGRAPH, *[ITEM] * 10, PARAGRAPH, PARAGRAPH) == list(range(13))


def test_a_long_run_of_titles_parts_two_stories_and_the_longer_one_is_taken() -> None:
    assert extent(PARAGRAPH, *[TITLE] * 30, PARAGRAPH, PARAGRAPH) == [31, 32]
    assert extent(PARAGRAPH, PARAGRAPH, *[TITLE] * 30, PARAGRAPH) == [0, 1]


def test_removed_labels_between_paragraphs_are_bridged() -> None:
    assert extent(PARAGRAPH, LABEL, LABEL, PARAGRAPH, chrome=(1, 2)) == [0, 1, 2, 3]


def test_removed_running_text_ends_the_story() -> None:
    assert extent(PARAGRAPH, PARAGRAPH, *[PARAGRAPH] * 5, PARAGRAPH, chrome=(2, 3, 4, 5, 6)) == [0, 1]


def test_one_endless_paragraph_does_not_outweigh_a_story() -> None:
    endless = Look(words=5000, sentence=True, prose=True, repeated=False, item=False)
    assert extent(endless, *[TITLE] * 30, *[PARAGRAPH] * 3) == [31, 32, 33]


@given(st.lists(st.tuples(st.sampled_from([PARAGRAPH, LABEL, TITLE, ITEM]), st.booleans())))
def test_a_story_begins_and_ends_with_running_text_that_nobody_removed(parts: list[tuple[Look, bool]]) -> None:
    found = story_extent([look for look, _ in parts], [removed for _, removed in parts])
    for place in (*found[:1], *found[-1:]):
        assert parts[place] == (PARAGRAPH, False)
