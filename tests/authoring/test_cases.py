"""Cases: what is compared, what is written, and where they stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean import Cleaner, RuleFileError
from newsclean.authoring.cases import Case, assumed_address, cases_beside, cases_in
from tests.authoring import site


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return site.write(tmp_path)


@pytest.fixture
def case(rules: Path) -> Case:
    return next(case for case, _ in cases_beside(rules))


def test_cases_stand_beside_the_file_in_a_folder_of_its_name(rules: Path) -> None:
    assert [(case.folder.name, url) for case, url in cases_beside(rules)] == [
        ("night-trams", "https://courier.example/")
    ]


def test_or_in_a_folder_named_as_a_domain(rules: Path) -> None:
    other = rules.rename(rules.with_name("courier.toml"))
    assert [case.folder.name for case, _ in cases_beside(other)] == ["night-trams"]


def test_a_field_is_compared_in_the_shape_of_the_file(rules: Path, case: Case) -> None:
    explanation = case.explain(Cleaner(rules=[rules]), "https://courier.example/")
    assert case.fields == ["body", "headline"]
    assert case.compare(explanation, "body") == (list(site.STORY), list(site.STORY))
    without = case.explain(Cleaner())
    found, wanted = case.compare(without, "body")
    assert isinstance(found, list)
    assert site.CLUB in found
    assert wanted == list(site.STORY)


def test_update_writes_the_fields_that_are_there(rules: Path, case: Case) -> None:
    expected = {**case.expected, "chrome": {site.CLUB: "related"}, "source": {"publisher": "?"}, "headline": "?"}
    (case.folder / "expected.json").write_text(json.dumps(expected))
    fresh = Case(case.folder)
    fresh.update(fresh.explain(Cleaner(rules=[rules]), "https://courier.example/"))
    assert json.loads((case.folder / "expected.json").read_text("utf-8")) == {
        "why": "a page with the club's box",
        "headline": "Night trams to the lighthouse",
        "body": list(site.STORY),
        "chrome": {site.CLUB: "promotion"},
        "source": {"publisher": "Island Courier"},
    }


def test_update_writes_the_usual_fields_of_a_new_case(rules: Path, case: Case) -> None:
    (case.folder / "expected.json").unlink()
    fresh = Case(case.folder)
    assert fresh.fields == []
    fresh.update(fresh.explain(Cleaner(rules=[rules])))
    assert Case(case.folder).fields == ["body", "byline", "headline", "published", "source"]


@pytest.mark.parametrize(
    ("text", "said"), [("{", "mend the syntax"), ('{"bdy": []}', "bdy: no field"), ("[]", "no object")]
)
def test_an_expectation_nobody_can_read_is_an_error(case: Case, text: str, said: str) -> None:
    (case.folder / "expected.json").write_text(text)
    with pytest.raises(RuleFileError, match=said):
        _ = Case(case.folder).expected


def test_a_folder_that_is_not_there_has_no_cases(tmp_path: Path) -> None:
    assert cases_in(tmp_path / "missing") == []


def test_an_address_is_assumed_for_one_site_only(rules: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('domains = [".other.example"]\n')
    assert assumed_address([rules]) == "https://courier.example/"
    assert assumed_address([other]) == "https://other.example/"
    assert assumed_address([rules, other]) is None
