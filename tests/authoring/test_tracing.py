"""What each rule did on an input."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import Cleaner, Explanation
from newsclean.authoring.statistics import statistics
from newsclean.authoring.tracing import running_text, total, trace
from tests.authoring import site

URL = "https://courier.example/trams"


@pytest.fixture
def cleaner(tmp_path: Path) -> Cleaner:
    return Cleaner(rules=[site.write(tmp_path)])


@pytest.fixture
def explanation(cleaner: Cleaner) -> Explanation:
    return cleaner.explain(site.page("Night trams"), url=URL)


def test_deeds_are_counted_by_rule(explanation: Explanation) -> None:
    deeds = trace(explanation)
    club = deeds["sites.courier_example.strip_1"]
    assert (club.hits, club.removed, club.kept, club.inputs) == (1, len(site.CLUB), 0, 1)
    assert club.at_stake == len(site.CLUB)
    assert deeds["sites.courier_example.ferryman"].removed == len("Ask the Ferryman")


def test_characters_of_all_rules_are_those_of_the_page(explanation: Explanation) -> None:
    spoken = sum(deed.kept + deed.removed for deed in trace(explanation).values())
    assert spoken == sum(len(span.text.strip()) for span in explanation.spans)


def test_a_selector_that_finds_nothing_is_noted(explanation: Explanation) -> None:
    gone = trace(explanation)["sites.courier_example.strip_2"]
    assert (gone.hits, gone.inputs, gone.notes) == (0, 0, ["'.gone' finds no text on this page."])
    byline = trace(explanation)["sites.courier_example.select.byline"]
    assert "no selector finds a text" in byline.notes[0]


def test_inputs_are_added_up(explanation: Explanation) -> None:
    both = total([trace(explanation), trace(explanation)])
    assert both["sites.courier_example.strip_1"].removed == 2 * len(site.CLUB)
    assert both["sites.courier_example.strip_1"].inputs == 2
    assert len(both["sites.courier_example.strip_2"].notes) == 1


def test_statistics_have_a_row_for_every_rule_of_the_files(cleaner: Cleaner, explanation: Explanation) -> None:
    files = [entry.file for entry in cleaner.book.sites.values() if entry.name == "courier_example" and entry.file]
    rows = {
        row.rule.removeprefix("sites.courier_example."): row for row in statistics(cleaner.book, files, [explanation])
    }
    assert list(rows) == ["ferryman", "select.byline", "select.headline", "strip_1", "strip_2"]
    assert rows["strip_1"].share == round(100 * len(site.CLUB) / running_text(explanation), 2)
    assert rows["ferryman"].note == ""
    never = statistics(cleaner.book, files, [cleaner.explain("It rained.")])
    assert {row.note for row in never} == {"never fired"}
