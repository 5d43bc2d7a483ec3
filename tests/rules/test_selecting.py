"""Selectors of rule files: CSS and XPath, and nothing that a stranger's file should not do."""

from __future__ import annotations

import lxml.html
import pytest
from lxml import etree

from newsclean.rules.selecting import compile_selector

TREE = lxml.html.document_fromstring("<html><body><div class='box wide'><p>a</p></div><p id='x'>b</p></body></html>")


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("p", ["a", "b"]),
        ("div.box > p, #nothing", ["a"]),
        ("p#x", ["b"]),
        ("xpath://p[@id='x']", ["b"]),
        ("xpath://div//p", ["a"]),
        ("h1", []),
    ],
)
def test_selectors_find_elements(selector: str, texts: list[str]) -> None:
    found = compile_selector(selector).select(TREE)
    assert isinstance(found, list)
    assert [element.text for element in found if isinstance(element, etree._Element)] == texts


@pytest.mark.parametrize("selector", ["div[", "p::after(", "", "xpath://p[", "xpath:", "xpath:nothing()"])
def test_what_does_not_compile_is_an_error(selector: str) -> None:
    with pytest.raises(ValueError, match=r"selector|XPath|may not"):
        compile_selector(selector)


@pytest.mark.parametrize(
    "selector",
    [
        "xpath:document('/etc/hostname')",
        "xpath://p[re:test(., 'a+')]",
        "xpath://p[preceding::div]",
        "xpath://p[following::div]",
        "xpath:str:tokenize('a b')",
        "xpath:DOCUMENT ('x')",
    ],
)
def test_what_rule_files_may_not_use_is_an_error(selector: str) -> None:
    with pytest.raises(ValueError, match="may not be used"):
        compile_selector(selector)


def test_a_selector_is_compiled_once() -> None:
    assert compile_selector("div.box") is compile_selector("div.box")
