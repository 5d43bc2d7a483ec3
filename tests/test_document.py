"""Blocks: their words, and the way back from their text to the input."""

from __future__ import annotations

import pytest

from newsclean.document import Block, BlockKind, Run

# As from the input "  • It\n  rained." of which "It rained." was made.
BLOCK = Block(0, "It rained.", BlockKind.LIST_ITEM, 2, 16, (Run(0, 4), Run(2, 6), Run(3, 9)))


@pytest.mark.parametrize(("at", "source"), [(0, 4), (1, 5), (2, 6), (3, 9), (9, 15)])
def test_offsets_lead_back_to_the_input(at: int, source: int) -> None:
    assert BLOCK.source_offset(at) == source


@pytest.mark.parametrize("at", [10, 11, 1000])
def test_what_is_past_the_text_is_the_blocks_end(at: int) -> None:
    assert BLOCK.source_offset(at) == 16


def test_words_are_told_apart_by_white_space() -> None:
    assert BLOCK.words == 2
