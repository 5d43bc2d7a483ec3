"""Every case of `fixtures/`, a test for each field its `expected.json` names, and what must hold for any input."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import newsclean
from newsclean.assembling import assemble
from newsclean.authoring.cases import cases_in
from newsclean.cleaner import default_cleaner
from newsclean.read import decode

FIXTURES = Path(__file__).parent.parent / "fixtures"
CASES = {case.folder.name: case for case in cases_in(FIXTURES)}
KNOWN_FAILURES: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "known_failures.toml").read_text("utf-8")
)


def read_input(case: str) -> bytes:
    return CASES[case].input.read_bytes()


@cache
def explanation(case: str) -> newsclean.Explanation:
    return CASES[case].explain(default_cleaner())


def each_field() -> Iterator[object]:
    for case in CASES:
        for field in CASES[case].fields:
            reason = KNOWN_FAILURES.get(case, {}).get(field)
            marks = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
            yield pytest.param(case, field, id=f"{case}-{field}", marks=marks)


@pytest.mark.parametrize(("case", "field"), list(each_field()))
def test_field(case: str, field: str) -> None:
    found, wanted = CASES[case].compare(explanation(case), field)
    assert found == wanted


@pytest.mark.parametrize("case", CASES)
def test_spans_are_the_whole_input_in_order(case: str) -> None:
    document, spans = explanation(case).document, explanation(case).spans
    assert "".join(span.text for span in spans) == document.text
    if document.form == "text":
        assert document.text == decode(read_input(case)).text
    assert all(before.end == after.start for before, after in pairwise(spans))
    assert all(document.text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("case", CASES)
def test_every_removed_span_names_its_rule(case: str) -> None:
    assert all(span.rule for span in explanation(case).removed)


@pytest.mark.parametrize("case", CASES)
def test_clean_returns_the_explained_article(case: str) -> None:
    assert newsclean.clean(read_input(case), **CASES[case].expected.get("arguments", {})) == explanation(case).article


@pytest.mark.parametrize("case", CASES)
def test_article_and_spans_follow_from_the_marks_alone(case: str) -> None:
    assert assemble(explanation(case).document, explanation(case).marks) == explanation(case)


@pytest.mark.parametrize("case", CASES)
def test_nothing_went_wrong_inside(case: str) -> None:
    assert not [w for w in explanation(case).article.warnings if w.startswith("Cleaning failed")]


@pytest.mark.parametrize("case", CASES)
def test_expectation_tells_the_body_and_says_why(case: str) -> None:
    # Unknown fields are an error of `Case.expected` itself.
    assert "body" in CASES[case].expected
    assert CASES[case].expected["why"].strip()


def test_known_failures_name_cases_and_fields_that_are_there() -> None:
    assert KNOWN_FAILURES.keys() <= CASES.keys()
    for case, fields in KNOWN_FAILURES.items():
        assert fields.keys() <= set(CASES[case].fields)
