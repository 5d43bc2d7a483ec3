"""What would change with other rules."""

from __future__ import annotations

from pathlib import Path

from newsclean import Cleaner
from newsclean.authoring.difference import difference
from tests.authoring import site


def test_lines_and_fields_that_change(tmp_path: Path) -> None:
    before = Cleaner().explain(site.page("Night trams"), url="https://courier.example/")
    after = Cleaner(rules=[site.write(tmp_path)]).explain(site.page("Night trams"), url="https://courier.example/")
    found = difference(before, after)
    assert [(line.text, line.rule) for line in found.removed] == [
        ("Ask the Ferryman", "sites.courier_example.ferryman"),
        (site.CLUB, "sites.courier_example.strip_1"),
    ]
    assert found.kept == ()
    back = difference(after, before)
    assert [line.text for line in back.kept] == [line.text for line in found.removed]


def test_nothing_changes_between_equals() -> None:
    explanation = Cleaner().explain(site.page("Night trams"))
    assert not difference(explanation, explanation)


def test_fields_that_change(tmp_path: Path) -> None:
    path = tmp_path / "courier.toml"
    path.write_text('domains = ["courier.example"]\nselect.headline = ".author-name"\n')
    page, url = site.page("Night trams to the lighthouse"), "https://courier.example/"
    found = difference(Cleaner().explain(page, url=url), Cleaner(rules=path).explain(page, url=url))
    assert ("headline", "Night trams to the lighthouse", "By Ines Vidal") in found.fields
