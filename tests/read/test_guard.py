"""What libxml2 would end or drop a text for is taken out before it reads the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsclean.read.guard import scrub_html


@pytest.mark.parametrize("char", ["\0", "\x01", "\x0b", "\x0e", "\x1b", "\x1f"])
def test_control_characters_become_spaces(char: str) -> None:
    assert scrub_html(f"<p>rain{char}storm</p>") == "<p>rain storm</p>"


@pytest.mark.parametrize("char", ["\ud800", "\ufffe", "\uffff"])
def test_what_is_no_character_becomes_the_replacement_character(char: str) -> None:
    assert scrub_html(f"<p>rain{char}storm</p>") == "<p>rain\ufffdstorm</p>"


@pytest.mark.parametrize(
    "reference", ["&#2;", "&#x1b;", "&#xFFFE;", "&#0;", "&#xD800;", "&#1114112;", "&#x110000;", "&#X1B;", "&#2"]
)
def test_references_to_forbidden_characters_become_spaces(reference: str) -> None:
    assert scrub_html(f"rain{reference} storm") == "rain  storm"


@pytest.mark.parametrize(
    "html", ["rain\tand\r\nstorm", "&#9;&#10;&#xe9;&#8217;&#x1F600;", "a &amp; b &# c &#; d", "Zoë, 雨, 🌧"]
)
def test_everything_else_stays(html: str) -> None:
    assert scrub_html(html) == html


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_left_can_stand_in_xml(html: str) -> None:
    element = etree.Element("p")
    element.text = scrub_html(html)
    assert element.text == scrub_html(html)
