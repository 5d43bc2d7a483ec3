"""The checks that rule authors use in their own tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean import Block, Chrome, Document, RuleFileError, RuleSet
from newsclean.testing import check_rule_set, check_rules, site_results
from tests.authoring import site


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return site.write(tmp_path)


def test_good_rules_pass(rules: Path) -> None:
    check_rules(rules)
    check_rules(str(rules.parent))


def test_bad_rules_fail_with_all_their_problems(rules: Path) -> None:
    rules.write_text(rules.read_text().replace('why = "The paper advertises', 'wy = "The paper advertises'))
    with pytest.raises(RuleFileError) as error:
        check_rules(rules)
    assert len(error.value.problems) == 4


def test_a_folder_without_rules_fails(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        check_rules(tmp_path)


def test_results_are_those_of_the_cases(rules: Path) -> None:
    results = site_results(rules)
    assert list(map(str, results)) == ["courier.example/night-trams body", "courier.example/night-trams headline"]
    for result in results:
        result.check()


def test_a_result_that_differs_fails(rules: Path) -> None:
    expected = rules.parent / "courier.example" / "night-trams" / "expected.json"
    expected.write_text(json.dumps({"why": "x", "headline": "Another"}))
    (result,) = site_results(rules)
    with pytest.raises(AssertionError, match="Another"):
        result.check()


def test_rules_in_python_are_held_against_their_examples() -> None:
    mine = RuleSet("mine")

    @mine.rule("arrow", chrome=Chrome.RELATED, marks=["> More", "More"], keeps=["5 > 3", "> More"])
    def begins_with_an_arrow(block: Block, document: Document) -> bool:  # noqa: ARG001
        """A line behind an arrow is a link."""
        return block.text.startswith(">")

    with pytest.raises(AssertionError) as error:
        check_rule_set(mine)
    assert str(error.value).splitlines() == ["mine.arrow does not mark 'More'", "mine.arrow marks '> More'"]
