"""What is said of the author at the story's end."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.fields.author_bio import bare_names, names_among, tells_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Marlene Feigl", ["Marlene Feigl"]),
        ("Marlene Feigl und Kai-Uwe Stamm", ["Marlene Feigl", "Kai-Uwe Stamm"]),
        ("Ana Bravo / Rui Pinto Costa", ["Ana Bravo", "Rui Pinto Costa"]),
        ("תמר קליינמן", ["תמר קליינמן"]),
        ("Harbour tolls to rise in May", []),
        ("Politics", []),
        ("12 May 2031", []),
    ],
)
def test_names_alone_on_a_line(line: str, names: list[str]) -> None:
    assert bare_names([line]) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Marlene Feigl at the harbour", ["Marlene Feigl"]),
        ("dal nostro inviato Kai-Uwe Stamm", ["Kai-Uwe Stamm"]),
        ("Rui Pinto in Skagen", []),
        ("The keeper told Marlene Feigl.", []),
        ("Harbour Tolls To Rise In May", []),
        ("Marlene Feigl, 12 May", []),
    ],
)
def test_names_among_other_words_of_which_the_story_does_not_speak(line: str, names: list[str]) -> None:
    assert names_among([line], "“The lamp is out,” Pinto says.") == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marlene Feigl writes about harbours and bridges.", "Marlene Feigl"),
        ("About the author: Marlene Feigl has been a reporter since 2014.", "Marlene Feigl"),
        ("Ο Στέφανος Δρακόπουλος είναι δημοσιογράφος και γράφει για τη θάλασσα.", "Στέφανου Δρακόπουλου"),
        ("Ondřej Kalvach píše o vědě a o zdraví.", "Ondřeje Kalvacha"),
    ],
)
def test_lines_that_tell_of_an_author(text: str, name: str) -> None:
    assert tells_of(text, text.count(" ") + 1, [name])


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office, which moved to the new quay in May, was told so by Marlene Feigl.",
        "“It was me,” says Marlene Feigl of the harbour office.",
        "Marlene Feigl",
        "Jonas Feigl runs the harbour office of the town.",
    ],
)
def test_lines_of_the_story(text: str) -> None:
    assert not tells_of(text, text.count(" ") + 1, ["Marlene Feigl"])


STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
)


def test_the_last_line_tells_of_the_name_between_headline_and_story() -> None:
    bio = "Marlene Feigl has written on birds and harbours for this paper since 2014."
    article = newsclean.clean("\n\n".join(["Swan puts out the light of Skagen", "Marlene Feigl", *STORY, bio]))
    assert [paragraph.text for paragraph in article.paragraphs] == list(STORY)


def test_a_section_above_the_headline_names_no_author() -> None:
    last = "Manchester United host the keepers on Sunday in a match for the bird and its eggs."
    lines = ["Manchester United", "Swan puts out the light of Skagen", "By Marlene Feigl", *STORY, last]
    assert newsclean.clean("\n\n".join(lines)).paragraphs[-1].text == last
