"""Flattened text of any layout becomes one block a paragraph."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import BlockKind
from newsclean.segment.text import segment_text

SENTENCES = [
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft.",
    "About 3,000 people live there and depend on the boat for fuel, post and medicine all year round.",
    "Repairs will take a week, the chief engineer told reporters on the quay of the old harbour.",
]


def texts(text: str) -> list[str]:
    return [block.text for block in segment_text(text).blocks]


def test_one_paragraph_a_line() -> None:
    assert texts("\n".join(SENTENCES)) == texts("\r\n\r\n".join(SENTENCES)) == SENTENCES


def test_the_document_keeps_the_text_as_it_was() -> None:
    document = segment_text(" a\r\n\u200bb \n", url="https://example.com/", language="en", warnings=("Odd.",))
    assert document.text == " a\r\n\u200bb \n"
    assert (document.form, document.url, document.language) == ("text", "https://example.com/", "en")
    assert document.warnings == ("Odd.",)


def test_a_word_broken_at_a_line_end_is_whole_again() -> None:
    assert texts("It is a long way to the govern-\nment quarter of the city") == [
        "It is a long way to the government quarter of the city"
    ]


def test_chinese_lines_are_joined_without_a_space() -> None:
    assert texts("渡轮星期一停驶因为工作人员发现，\n，修理需要一个星期。") == [
        "渡轮星期一停驶因为工作人员发现，，修理需要一个星期。"
    ]


def test_list_items_lose_their_bullets_and_keep_their_place() -> None:
    text = "Prices:\n• Bread\n  - Salt"
    blocks = segment_text(text).blocks
    assert [(block.text, block.kind) for block in blocks[1:]] == [
        ("Bread", BlockKind.LIST_ITEM),
        ("Salt", BlockKind.LIST_ITEM),
    ]
    assert [text[block.start : block.end] for block in blocks] == ["Prices:", "• Bread", "- Salt"]


def test_blank_lines_before_a_block_are_its_gap() -> None:
    assert [block.gap for block in segment_text("\n\nA\nB\n\n\nC").blocks] == [0, 0, 2]


def test_a_text_on_one_endless_line_is_cut_into_its_sentences() -> None:
    blocks = segment_text(" ".join(SENTENCES * 5)).blocks
    assert [block.text for block in blocks] == SENTENCES * 5
    assert [block.continues for block in blocks] == [False] + [True] * 14


def test_points_inside_a_sentence_do_not_end_it() -> None:
    sentence = "A man of the U.S. Navy paid $3.50 at 3 p.m. to J. R. Stone (of example.com) ... and left."
    assert texts(" ".join([sentence, *SENTENCES * 5]))[0] == sentence


def test_chinese_sentences_need_no_space_between_them() -> None:
    assert texts("渡轮星期一停驶了。" * 150) == ["渡轮星期一停驶了。"] * 150


def test_a_long_paragraph_among_others_is_not_cut() -> None:
    long = " ".join(SENTENCES * 5)
    assert texts("\n".join([long] + SENTENCES * 5))[0] == long


def test_markdown_gives_headings_quotes_links_and_images() -> None:
    text = "# Ferry stops\n\nThe [ferry](/f) has stopped.\n\n![A boat](/b.jpg)\n\n> So he said.\n\n- [More](/m)"
    blocks = segment_text(text).blocks
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        (BlockKind.HEADING, 1, "Ferry stops"),
        (BlockKind.PARAGRAPH, 0, "The ferry has stopped."),
        (BlockKind.CAPTION, 0, "A boat"),
        (BlockKind.QUOTE, 0, "So he said."),
        (BlockKind.LIST_ITEM, 0, "More"),
    ]
    assert blocks[1].link_density == 5 / len("The ferry has stopped.")
    assert blocks[4].link_density == 1.0


def test_an_image_inside_a_markdown_paragraph_is_a_block_of_its_own() -> None:
    blocks = segment_text("# Ferry\n\nThe ferry ![A boat](/b.jpg) has [stopped](/s).").blocks
    assert [(block.text, block.continues) for block in blocks[1:]] == [
        ("The ferry", False),
        ("A boat", False),
        ("has stopped.", True),
    ]


lines = st.sampled_from(
    [*SENTENCES, "Share", "- Rain", "govern-\nment", "# Title", "[a](/b) c", "![i](/j)", "> q", "a,\nb", "\u200b"]
)


@given(st.lists(lines | st.text(max_size=20), max_size=30).map("\n".join))
def test_blocks_stand_in_order_and_their_characters_where_they_say(text: str) -> None:
    blocks = segment_text(text).blocks
    assert [block.index for block in blocks] == list(range(len(blocks)))
    assert all(before.end <= after.start for before, after in pairwise(blocks))
    for block in blocks:
        assert block.text == " ".join(block.text.split(" ")).strip()
        for at, char in enumerate(block.text):
            source = block.source_offset(at)
            assert block.start <= source < block.end
            assert char == " " or text[source] == char
