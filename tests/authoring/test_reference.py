"""The reference of all rules is complete and current."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean.authoring.catalogue import Entry, catalogue
from newsclean.authoring.reference import reference_pages, write_reference
from newsclean.cleaner import default_cleaner
from newsclean.mark import Chrome

DOCS = Path(__file__).parents[2] / "docs" / "rules"
ENTRIES = catalogue(default_cleaner().book)
PAGES = reference_pages(ENTRIES)


def test_there_is_a_page_for_each_pack() -> None:
    assert {path.name for path in DOCS.glob("*.md")} == PAGES.keys()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_is_current(name: str) -> None:
    # Write it anew with: newsclean rules reference docs/rules
    assert (DOCS / name).read_text("utf-8") == PAGES[name]


def test_every_rule_is_told() -> None:
    assert [entry.id for entry in ENTRIES if f"### {entry.id}\n" not in PAGES[f"{entry.pack}.md"]] == []


def test_signs_of_markdown_in_an_example_are_shown(tmp_path: Path) -> None:
    entry = Entry("xx.a.b", "xx", Chrome.SHARE, "whole", ("``a`",), "Why.", ("`", "x\n\n y"), ("z" * 200,), None, 0)
    text = reference_pages([entry])["xx.md"]
    assert "- whole: ``` ``a` ```" in text
    assert "- marks: `` ` `` · `x ⏎ y`" in text
    assert f"- keeps: `{'z' * 160}…`" in text
    (tmp_path / "gone.md").write_text("old")
    assert {path.name for path in write_reference(tmp_path, [entry])} == {"index.md", "xx.md"}
    assert not (tmp_path / "gone.md").exists()
