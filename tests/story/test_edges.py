"""Subheads and last sentences, for which the model's bar is lower, and labels above a headline."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from newsclean.document import Block, BlockKind, Document, Run
from newsclean.mark import Chrome
from newsclean.segment.looks import look_at
from newsclean.story.edges import below_headline, with_edges
from newsclean.story.scene import Scene, set_scene

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
)


def scene(texts: tuple[str, ...], chrome: dict[int, Chrome] | None = None, gap: int = 0) -> Scene:
    blocks = tuple(Block(i, text, BlockKind.PARAGRAPH, 0, len(text), (Run(0, 0),), gap) for i, text in enumerate(texts))
    kinds = [(chrome or {}).get(i) for i in range(len(texts))]
    document = Document("\n".join(texts), blocks, "text", language="en")
    return set_scene(document, blocks, look_at(blocks), kinds, [None] * len(texts), ())


def kept(
    texts: tuple[str, ...], given: dict[int, float], chrome: dict[int, Chrome] | None = None, gap: int = 0
) -> list[str]:
    probabilities = np.array([1.0 if text in STORY else given.get(i, 0.0) for i, text in enumerate(texts)], np.float32)
    found = with_edges([bool(p > 0.5) for p in probabilities], probabilities, scene(texts, chrome, gap))
    return [text for text, keep in zip(texts, found, strict=True) if keep and text not in STORY]


@pytest.mark.parametrize(
    ("line", "p", "stays"), [("What the bird wants", 0.45, True), ("What the bird wants", 0.3, False)]
)
def test_a_subhead_right_above_a_paragraph(line: str, p: float, stays: bool) -> None:
    assert kept((STORY[0], line, STORY[1]), {1: p}) == [line] * stays


def test_a_long_line_or_one_that_comes_again_is_no_subhead() -> None:
    long = "Nine whales of the week seen off the coast of Grenen"
    assert kept((STORY[0], long, STORY[1]), {1: 0.45}) == []
    assert kept((STORY[0], "Read this", STORY[1], "Read this"), {1: 0.45}) == []


def test_short_sentences_right_behind_the_story() -> None:
    texts = (*STORY, "It opens in May.", "Nobody minds.", "More whales")
    assert kept(texts, {2: 0.2, 3: 0.2, 4: 0.2}) == ["It opens in May."]
    assert kept(texts, {2: 0.1}) == []


def test_one_line_of_chrome_may_stand_between() -> None:
    texts = (*STORY, "Advertisement", "It opens in May.")
    assert kept(texts, {3: 0.2}, {2: Chrome.ADVERTISEMENT}) == ["It opens in May."]
    two = (*STORY, "Advertisement", "Share", "It opens in May.")
    assert kept(two, {4: 0.2}, {2: Chrome.ADVERTISEMENT, 3: Chrome.SHARE}) == []


def test_nothing_kept_has_no_edges() -> None:
    assert kept(("It opens in May.",), {0: 0.2}) == []


LAST = "The keeper has put up a tent beside the tower and waits for the chicks to fly."


def test_of_a_text_that_looks_clean_hardly_anything_is_left_out() -> None:
    texts = ("Swan stops lighthouse", STORY[0], "Grenen", STORY[1], LAST)
    assert kept(texts, {}, gap=1) == ["Grenen", LAST]
    assert kept(texts, {}, gap=0) == []
    assert kept((*texts, "Share"), {}, {5: Chrome.SHARE}, gap=1) == []
    assert kept(("Swan stops lighthouse", *STORY, "Whales"), {}, gap=1) == []


def test_a_text_that_looks_clean_may_be_half_another_story() -> None:
    texts = (*STORY, "Whales", "Puffins", LAST, LAST[4:])
    assert kept(texts, {}, gap=1) == []


def test_a_label_above_the_main_heading_is_none_of_the_story() -> None:
    texts = ("Tools", "Lighthouse goes dark", *STORY)
    found = scene(texts)
    heading = replace(found.blocks[1], kind=BlockKind.HEADING, level=1)
    blocks = (found.blocks[0], heading, *found.blocks[2:])
    every = [True] * len(texts)
    assert below_headline(every, replace(found, blocks=blocks)) == [False, True, True, True]
    assert below_headline(every, found) == every
    # A sentence above it may be how a story begins, and below a paragraph it is no headline.
    assert below_headline([True] * 3, scene((STORY[0], "Tools", STORY[1]))) == [True] * 3
