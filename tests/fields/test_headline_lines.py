"""Which of the lines above a story is its headline."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.fields.headline_lines import WEIGHTS, Lines, plain
from newsclean.segment.looks import look_at
from newsclean.segment.text import segment_text

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
)
HEADLINE = "Swan puts out the light of Skagen"


@pytest.mark.parametrize(
    "above",
    [
        (HEADLINE, "Ships wait, and keepers climb a stair of two hundred steps", "By Ann Lee"),
        ("North Jutland", HEADLINE, "3 March 2031"),
        ("News Sport Weather Culture | Menu", HEADLINE),
        (HEADLINE, "Photographers of the coast meet at the quay", "12 March 2031, 14:05", "Share"),
    ],
)
def test_the_headline_among_other_lines(above: tuple[str, ...]) -> None:
    assert newsclean.clean("\n".join([*above, "", *STORY])).headline == HEADLINE


def test_every_fact_has_a_weight() -> None:
    blocks = segment_text("\n".join([HEADLINE, "Ships wait for a keeper", *STORY])).blocks
    lines = Lines(blocks, look_at(blocks), [2, 3], [False] * 4)
    told = lines.features([0, 1])
    assert set(told[0]) == set(told[1]) == set(WEIGHTS)
    assert lines.best([0, 1]) == 0
    assert lines.best([]) is None


@pytest.mark.parametrize("text", ["Swan: puts out — the LIGHT!", " swan puts out the light "])
def test_two_forms_of_a_headline_are_plainly_the_same(text: str) -> None:
    assert plain(text) == "swan puts out the light"


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("People   Télé   Ciné   Séries   Musique", True),
        ("정치 경제 사회 국제 문화 스포츠 지역", True),
        ("即時 要聞 娛樂 運動 全球 社會", True),
        ("Swan puts out  the lighthouse of Skagen", False),
        ("산불 피해 주민 임시주택 입주 시작…올겨울은 따뜻하게", False),
    ],
)
def test_a_row_of_a_menu_has_wide_gaps_or_short_items(line: str, row: bool) -> None:
    document = segment_text(f"{line}\n\n{STORY[0]}")
    lines = Lines(document.blocks, look_at(document.blocks), [1], [False, False])
    assert lines.features([0])[0]["row"] == row
