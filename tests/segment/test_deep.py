"""Pages nested too deep for libxml2 are written again without their deepest elements."""

from __future__ import annotations

import pytest

from newsclean.segment.deep import flattened
from newsclean.segment.html import parse


def text_of(page: str) -> list[str]:
    parsed = parse(flattened(page))
    assert parsed is not None
    assert parsed.lost is None
    return [text.strip() for text in map(str, parsed.tree.itertext()) if text.strip()]


@pytest.mark.parametrize("depth", [3_000, 20_000])
def test_nothing_is_lost_in_a_deep_page(depth: int) -> None:
    page = "<html><body><p>Before</p>" + "<div>" * depth + "<p>Deep</p>" + "</div>" * depth + "<p>After</p>"
    assert text_of(page) == ["Before", "Deep", "After"]


def test_what_stands_apart_stays_apart() -> None:
    page = "<html><body>" + "<div>" * 3000 + "<p>One</p><p>Two <b>and</b> three</p>"
    assert text_of(page) == ["One", "Two and three"] or text_of(page) == ["One", "Two", "and", "three"]
    assert "<br><br>Two and three" in flattened(page).replace("<b>", "").replace("</b>", "")


def test_a_shallow_page_comes_back_as_it_is_meant() -> None:
    page = '<html><head><title>a &amp; b</title><script>if (a < b) {}</script></head><body><p class="x">&lt;<br>y<hr>'
    written = flattened(page)
    assert "<title>a &amp; b</title><script>if (a < b) {}</script>" in written
    assert '<p class="x">&lt;<br>y</p><hr>' in written


def test_an_empty_page_is_no_trouble() -> None:
    assert text_of("<p>") == []
