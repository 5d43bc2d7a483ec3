"""Markdown dumps: what is text, link and image in a line, and which texts are Markdown at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.segment.markdown import looks_like_markdown, pieces


@pytest.mark.parametrize(
    "text",
    [
        "# Rain\n\nIt [rained](https://example.com/).",
        "[a](/a) and [b](/b)",
        "It rained.\n\n## Wind\n\n### Snow",
        "x\n# A\n# B",
    ],
)
def test_markdown(text: str) -> None:
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text", ["", "It rained [1] and [2].", "# 1 in the charts", "f[a](b)", "#rain #wind", "\n# one\n#two"]
)
def test_no_markdown(text: str) -> None:
    assert not looks_like_markdown(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("It rained.", [("It rained.", "text")]),
        ("See [the map](https://example.com/m) now", [("See ", "text"), ("the map", "link"), (" now", "text")]),
        ('[Bergen](https://example.com/a_(b) "The town")', [("Bergen", "link")]),
        ("![A fish](/f.jpg)", [("A fish", "image")]),
        ("[![A fish](/f.jpg)](/market)", [("A fish", "image")]),
        ("![](/f.jpg)", [("![](/f.jpg)", "image")]),
        ("**Rain** and _wind_", [("Rain", "text"), (" and ", "text"), ("wind", "text")]),
        ("[**Rain**](/r)", [("Rain", "link")]),
        ("snake_case and 2*3*4", [("snake_case and 2*3*4", "text")]),
        (r"1\. \* \#", [("1", "text"), (".", "text"), (" ", "text"), ("*", "text"), (" ", "text"), ("#", "text")]),
        ("<https://example.com/>", [("https://example.com/", "link")]),
        ("[broken](no end", [("[broken](no end", "text")]),
    ],
)
def test_pieces(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(piece.text, piece.kind) for piece in pieces(line)] == expected


@given(st.text(st.sampled_from('[]()!*_`<>\\# ab"/:') | st.characters()))
def test_pieces_stand_where_they_say_in_order(line: str) -> None:
    end = 0
    for piece in pieces(line):
        assert piece.at >= end
        assert line[piece.at : piece.at + len(piece.text)] == piece.text
        end = piece.at + len(piece.text)
