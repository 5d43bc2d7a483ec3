"""Tests of the story that stands in JSON-LD alone."""

from __future__ import annotations

import pytest

from newsclean.document import Block, BlockKind, Document, PageMetadata, Run
from newsclean.segment.article_body import TRAIL, with_article_body

FIRST = (
    "The last lamplighter of Orsova lit his four hundred and twelfth lamp on Sunday evening and handed the pole to "
    "his niece, who will carry on with a smaller round of streets."
)
SECOND = (
    "He had walked eleven kilometres every evening since 1971, in any weather, and wore out two pairs of boots a year."
)


def document(*texts: str, stated: str | None) -> Document:
    blocks, at = [], 0
    for index, text in enumerate(texts):
        blocks.append(Block(index, text, BlockKind.PARAGRAPH, at, at + len(text), (Run(0, at),)))
        at += len(text) + 1
    return Document("\n".join(texts), tuple(blocks), "html", metadata=PageMetadata(article_body=stated))


@pytest.mark.parametrize(
    "stated",
    [f"{FIRST}\n\n{SECOND}", f"<p>{FIRST}</p><p>{SECOND}</p>", f"{FIRST}<br>{SECOND}", f"{FIRST}\r\n {SECOND} \n"],
)
def test_a_missing_story_gets_blocks_behind_the_page(stated: str) -> None:
    made = with_article_body(document("Menu", "Please turn on JavaScript.", stated=stated))
    assert [block.text for block in made.blocks] == ["Menu", "Please turn on JavaScript.", FIRST, SECOND]
    assert [block.trail for block in made.blocks[2:]] == [TRAIL, TRAIL]
    assert [made.text[block.start : block.end] for block in made.blocks] == [block.text for block in made.blocks]
    assert [block.index for block in made.blocks] == [0, 1, 2, 3]


def test_entities_are_undone() -> None:
    made = with_article_body(document("Menu", stated=f"{FIRST} Fish &amp; chips. {SECOND}"))
    assert "Fish & chips." in made.blocks[-1].text


@pytest.mark.parametrize(
    "page",
    [
        document("Menu", FIRST, SECOND, stated=f"{FIRST} {SECOND}"),
        document("Menu", stated="A teaser of a few words, no story."),
        document("Menu", stated=None),
    ],
)
def test_a_page_that_has_its_story_stays_as_it_is(page: Document) -> None:
    assert with_article_body(page) is page


def test_an_empty_page_may_have_one() -> None:
    made = with_article_body(document(stated=f"{FIRST}\n{SECOND}"))
    assert made.text == f"{FIRST}\n{SECOND}"
