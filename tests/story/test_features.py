"""What the model sees of a block."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.document import Block, BlockKind, Document, Run
from newsclean.mark import Chrome
from newsclean.segment.looks import look_at
from newsclean.story.features import NAMES, features
from newsclean.story.scene import set_scene

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
)


def rows(*texts: str, chrome: dict[int, Chrome] | None = None, gaps: tuple[int, ...] = ()) -> np.ndarray:
    blocks = tuple(
        Block(i, text, BlockKind.PARAGRAPH, 0, len(text), (Run(0, 0),), gap=gaps[i] if gaps else 0)
        for i, text in enumerate(texts)
    )
    kinds = [(chrome or {}).get(i) for i in range(len(texts))]
    document = Document("\n".join(texts), blocks, "text", language="en")
    return features(set_scene(document, blocks, look_at(blocks), kinds, [None] * len(texts), ()))


def value(found: np.ndarray, block: int, name: str) -> float:
    return float(found[block, NAMES.index(name)])


def test_no_blocks_have_no_rows() -> None:
    assert rows().shape == (0, len(NAMES))


@given(st.lists(st.text(max_size=30), max_size=12))
def test_every_block_has_a_row_of_numbers(texts: list[str]) -> None:
    found = rows(*texts)
    assert found.shape == (len(texts), len(NAMES))
    assert np.isfinite(found).all()


def test_the_block_itself() -> None:
    found = rows("“Share” 12, now", STORY[0])
    assert value(found, 0, "words") == 3
    assert value(found, 0, "quoted") == 1
    assert value(found, 0, "capitals") == 0
    assert value(found, 0, "digits") == pytest.approx(2 / 15)
    assert value(found, 1, "sentence") == value(found, 1, "prose") == 1
    assert value(found, 1, "common") > 0.4


def test_its_neighbours_and_the_run_it_stands_in() -> None:
    found = rows(STORY[0], "Share", "Print", "Old sails", STORY[1], chrome={1: Chrome.SHARE, 2: Chrome.SHARE})
    assert value(found, 3, "words-1") == 1
    assert value(found, 3, "words+1") == 21
    assert value(found, 3, "words+2") == -1
    assert value(found, 3, "run") == 3
    assert value(found, 3, "run_marked") == pytest.approx(2 / 3)
    assert value(found, 3, "to_prev") == 3
    assert value(found, 3, "to_next") == 1
    assert value(found, 3, "mark_before") == 1
    assert value(found, 0, "mark_after") == 1
    assert value(found, 0, "prose_after") == 21


def test_white_space_around() -> None:
    found = rows("Share", STORY[0], gaps=(0, 2))
    assert (value(found, 0, "gap_after"), value(found, 1, "gap")) == (2, 2)


def test_markup_is_seen_and_text_has_none() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = f"<html><body><nav><a>Home</a></nav><article><h1>Swan</h1>{story}</article></body></html>"
    document = newsclean.explain(page).document
    blocks = document.blocks
    kinds = [None] * len(blocks)
    found = features(set_scene(document, blocks, look_at(blocks), kinds, kinds, kinds))
    assert [value(found, i, "in_nav") for i in range(4)] == [1, 0, 0, 0]
    assert [value(found, i, "in_article") for i in range(4)] == [0, 1, 1, 1]
    assert [value(found, i, "since_h1") for i in range(4)] == [-1, 0, 1, 2]
    assert value(found, 2, "under_1") == value(found, 2, "same_trail") == 1
    assert value(found, 0, "links") == 1
    assert value(rows(*STORY), 0, "in_article") == value(rows(*STORY), 0, "links") == -1
