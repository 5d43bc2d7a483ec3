"""Signs counted for all blocks of a document at once."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsclean.story.signs import SIGNS, sign_counts

# As they are defined, one text after the other.
_DEFINED = {
    "digits": re.compile(r"\d"),
    "capitals": re.compile(r"(?:^|(?<=\s))[^\W\d_a-zß-öø-ÿ]"),
    "commas": re.compile(","),
    "bars": re.compile(r"[|›»·/]"),
    "sentences": re.compile(r"[.!?…][\"'”’»)\]]{0,2} |[。！？।۔]"),
}


def test_signs_of_some_blocks() -> None:
    texts = ["Rates rose, she said. “It is 4.5 %.” (No.) Next", "News | Sport · A/B", "会。雨。", ""]
    assert [dict(zip(SIGNS, row, strict=True)) for row in sign_counts(texts).tolist()] == [
        {"digits": 2, "capitals": 2, "commas": 1, "bars": 0, "sentences": 3},
        {"digits": 0, "capitals": 3, "commas": 0, "bars": 3, "sentences": 0},
        {"digits": 0, "capitals": 1, "commas": 0, "bars": 0, "sentences": 2},
        {"digits": 0, "capitals": 0, "commas": 0, "bars": 0, "sentences": 0},
    ]


def test_no_blocks() -> None:
    assert sign_counts([]).shape == (0, len(SIGNS))


@given(
    st.lists(st.text(st.one_of(st.sampled_from("aAßÉб漢1٣².!…”')|·。, \n_"), st.characters()), max_size=12), max_size=4)
)
def test_each_sign_is_counted_as_it_is_defined(texts: list[str]) -> None:
    wanted = [[len(_DEFINED[sort].findall(text)) for sort in SIGNS] for text in texts]
    assert sign_counts(texts).tolist() == wanted
