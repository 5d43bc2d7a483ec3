"""From raw input to a document: bounds, compression, pages that libxml2 reads in part."""

from __future__ import annotations

import gzip

import pytest

from newsclean import Cleaner
from newsclean.reading import read

STORY = "The night train from Graz was held for an hour on Sunday while a herd of goats left the line, a guard said."
MORE = "Nobody was hurt, but the dining car ran out of soup and the driver was asked to sing, which he did for an hour."
PAGE = f"<html><body><h1>Goats hold the night train</h1><p>{STORY}</p><p>{MORE}</p></body></html>"


@pytest.mark.parametrize("raw", [PAGE.encode(), gzip.compress(PAGE.encode())], ids=["plain", "gzip"])
def test_bytes_are_read(raw: bytes) -> None:
    assert Cleaner().clean(raw).body == f"{STORY}\n\n{MORE}"


def test_what_is_behind_the_bound_is_left_out_and_said_to_be() -> None:
    for raw in (f"{STORY}\n\n{MORE}\n\n{'More of it. ' * 1000}", f"{STORY}\n\n{MORE}\n\n".encode() * 40):
        article = Cleaner(max_size=300).clean(raw)
        assert STORY in article.body_with_dateline
        assert "longer than 300" in article.warnings[0]


def test_the_bound_holds_for_what_is_unpacked() -> None:
    document, _ = read(gzip.compress(b"goats " * 1_000_000), max_size=6_000)
    assert len(document.text) <= 6_000
    assert "longer than 6,000" in document.warnings[0]


def test_a_character_cut_in_two_is_no_loss() -> None:
    document, _ = read("山羊".encode() * 100, max_size=100)
    assert set(document.text) <= set("山羊\ufffd")
    assert len(document.text) <= 100


def test_a_picture_is_no_article() -> None:
    article = Cleaner().clean(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert article.body == ""
    assert "a PNG image" in article.warnings[0]


def test_a_page_too_deep_for_libxml2_is_read_whole() -> None:
    deep = PAGE.replace("<p>", "<div>" * 3000 + "<p>", 1)
    article = Cleaner().clean(deep)
    assert article.body == f"{STORY}\n\n{MORE}"
    assert not article.warnings


def test_a_page_of_too_many_lines_is_cut_and_said_to_be() -> None:
    article = Cleaner().clean(PAGE.replace("</body>", "<p>Yes.</p>" * 11_000))
    assert STORY in article.body
    assert any("more than 6,000 lines" in warning for warning in article.warnings)


def test_an_element_with_thousands_of_attributes_keeps_its_text() -> None:
    attributes = " ".join(f"data-{n}='{n}'" for n in range(20_000))
    article = Cleaner().clean(PAGE.replace("<p>", f"<p {attributes}>", 1))
    assert article.body == f"{STORY}\n\n{MORE}"
