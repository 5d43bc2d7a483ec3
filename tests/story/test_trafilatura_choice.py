"""What trafilatura keeps, found again among the blocks of a page."""

from __future__ import annotations

import lxml.html
import pytest

from newsclean.document import Block, BlockKind, Run
from newsclean.story.trafilatura_choice import extract, kept_blocks

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
)


def blocks(*texts: str) -> list[Block]:
    return [Block(i, text, BlockKind.PARAGRAPH, 0, len(text), (Run(0, 0),)) for i, text in enumerate(texts)]


def kept(texts: list[str], paragraphs: list[str]) -> list[str]:
    return [text for text, keep in zip(texts, kept_blocks(blocks(*texts), paragraphs), strict=True) if keep]


def test_the_story_of_a_page_is_extracted() -> None:
    page = "<html><body><article>" + "".join(f"<p>{text}</p>" for text in STORY) + "</article></body></html>"
    assert extract(lxml.html.document_fromstring(page)) == list(STORY)


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>a</script></body></html>", "<p></p>"])
def test_a_page_without_a_story_gives_no_paragraphs(page: str) -> None:
    assert extract(lxml.html.document_fromstring(page)) == []


def test_extracting_leaves_the_tree_as_it_was() -> None:
    tree = lxml.html.document_fromstring("<html><body><nav>a</nav><p>b</p></body></html>")
    before = lxml.html.tostring(tree)
    extract(tree)
    assert lxml.html.tostring(tree) == before


def test_blocks_whose_words_stand_in_the_answer_are_kept() -> None:
    assert kept(["Menu of the day", *STORY, "Footer of the page"], list(STORY)) == list(STORY)


def test_a_paragraph_that_was_cut_differently_is_kept() -> None:
    assert kept(list(STORY), [" ".join(STORY)]) == list(STORY)
    assert kept([f"{STORY[0]} [1]", f"{STORY[1]} (photo)"], list(STORY)) == [f"{STORY[0]} [1]", f"{STORY[1]} (photo)"]


def test_a_short_line_of_the_answer_is_kept_where_it_stands_and_not_elsewhere() -> None:
    texts = ["What the bird wants", STORY[0], "What the bird wants", STORY[1]]
    answer = [STORY[0], "What the bird wants", STORY[1]]
    assert kept_blocks(blocks(*texts), answer) == [False, True, True, True]


def test_a_block_without_words_is_not_kept() -> None:
    assert kept_blocks(blocks("* * *", STORY[0]), [*STORY]) == [False, True]


def test_no_answer_keeps_nothing() -> None:
    assert kept(list(STORY), []) == []
