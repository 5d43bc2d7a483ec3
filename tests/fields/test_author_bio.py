"""What is said of the author at the story's end."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.fields.author_bio import bare_names, names_among, signs, tells_of


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


@pytest.mark.parametrize(
    ("line", "is_signature"),
    [
        ("Marlene Feigl", True),
        ("Marlene Feigl, editor", True),
        ("한도윤 기자", True),
        ("Maria", True),
        ("Maria goes home", False),
        ("Marlene Feigl went to the harbour on Monday.", False),
        ("The harbour", False),
    ],
)
def test_a_line_that_is_the_name_of_an_author(line: str, is_signature: bool) -> None:
    assert signs(line, ["Marlene Feigl", "한도윤", "Maria"]) is is_signature


def test_what_stands_below_the_authors_name_at_the_end_tells_of_the_author() -> None:
    story = (
        "남문동은 1980년대까지 염색공장 60여 곳이 돌아가던 동네로, 공장이 옮겨가면서 골목은 오랫동안 비어 있었다.",
        "시는 이듬해 건물주 11명과 5년간 임대료를 올리지 않는다는 협약을 맺고 빵집으로 고치는 비용을 지원했다.",
        "임대료 동결 협약은 2026년 3월 끝나지만, 건물 4곳은 주인이 바뀌면서 임대료가 오를 수 있다고 한다.",
        "시는 사유재산인 만큼 조례로 강제하기는 어렵다며 건물주들과 협의를 이어 가겠다고 밝혔다.",
    )
    bio = (
        "한도윤 기자",
        "골목과 시장을 걸어 다니며 듣고 씁니다. 2016년 입사해 사회부를 거쳐 지역경제팀에서 일하고 있습니다.",
    )
    raw = "\n\n".join(("문 닫은 염색공장이 빵집 골목으로", "한도윤 기자", "입력 2024-11-06 18:42", *story, *bio))
    article = newsclean.clean(raw, language="ko")
    assert article.body == "\n\n".join(story)
    assert article.authors == ("한도윤",)
