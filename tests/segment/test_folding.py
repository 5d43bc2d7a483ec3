"""Folded text knows where each of its characters stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Block, BlockKind
from newsclean.segment.folding import BlockText


def folded(*pieces: tuple[str, int]) -> Block:
    built = BlockText()
    for text, source in pieces:
        built.add(text, source)
    text, runs = built.build()
    return Block(0, text, BlockKind.PARAGRAPH, 0, 1000, runs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  it \t\n rained\u00a0 ", "it rained"),
        ("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen"),
        ("a\u200b \u200bb", "a b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200eعاجل\u200f", "عاجل"),
        ("a\ud800b", "a\ufffdb"),
        ("a\x00\x1bb", "ab"),
        ("", ""),
        (" \u200b ", ""),
    ],
)
def test_white_space_is_folded_and_the_invisible_left_out(text: str, expected: str) -> None:
    assert folded((text, 0)).text == expected


def test_pieces_join_without_a_space_of_their_own() -> None:
    assert folded(("It ", 0), ("rained", 3), (".", 9)).text == "It rained."


def test_offsets_lead_back_over_gaps() -> None:
    block = folded(("  It", 10), ("  rained", 40))
    assert block.text == "It rained"
    assert [block.source_offset(at) for at in (0, 1, 2, 3, 9)] == [12, 13, 40, 42, 1000]


def test_a_hyphen_at_the_end_can_be_dropped() -> None:
    built = BlockText()
    built.add("govern-", 0)
    assert built.ends_with_hyphen
    built.drop_hyphen()
    built.add("ment", 8)
    assert built.build()[0] == "government"


@pytest.mark.parametrize("text", ["", "govern", "7-", "govern- ", "-"])
def test_no_hyphen_to_drop(text: str) -> None:
    built = BlockText()
    built.add(text, 0)
    assert not built.ends_with_hyphen


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n\u200b\u00a0a")))
def test_every_character_stood_where_its_offset_says(text: str) -> None:
    block = folded((text, 0))
    offsets = [block.source_offset(at) for at in range(len(block.text))]
    for char, source in zip(block.text, offsets, strict=True):
        assert text[source] == char or (char == " " and not text[source].isprintable())
    assert offsets == sorted(set(offsets))
    assert "  " not in block.text
    assert block.text == block.text.strip()
