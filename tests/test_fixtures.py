"""Every case of `fixtures/`, a test for each field its `expected.json` names, and what must hold for any input."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.assembling import assemble
from newsclean.read import decode

FIXTURES = Path(__file__).parent.parent / "fixtures"
CASES = sorted(path.name for path in FIXTURES.iterdir() if path.is_dir())
# What an expected.json may hold beside the fields that are compared.
NOT_COMPARED = {"why", "arguments"}
COMPARED = {"body", "chrome", "dateline", "source", "warnings"} | {
    "authors",
    "byline",
    "headline",
    "language",
    "published",
    "subheadline",
}
KNOWN_FAILURES: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "known_failures.toml").read_text("utf-8")
)


@cache
def expected(case: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FIXTURES / case / "expected.json").read_text("utf-8"))
    return found


def read_input(case: str) -> bytes:
    (path,) = (FIXTURES / case).glob("input.*")
    return path.read_bytes()


@cache
def explanation(case: str) -> newsclean.Explanation:
    return newsclean.explain(read_input(case), **expected(case).get("arguments", {}))


def squash(text: str) -> str:
    return " ".join(text.split())


def as_json(value: object) -> object:
    """Return an article's value as expected.json writes it: squashed texts, lists, dates in ISO 8601."""
    if isinstance(value, str):
        return squash(value)
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def pick(value: object, wanted: dict[str, Any] | None) -> object:
    """Return the attributes of `value` that `wanted` names."""
    if wanted is None or value is None:
        return value
    return {key: as_json(getattr(value, key)) for key in wanted}


def fates(case: str, text: str) -> list[str]:
    """Return what became of every place of the input that holds `text`: a kind of chrome, or `kept`."""
    runs = groupby(explanation(case).spans, key=lambda span: span.chrome)
    joined = [(chrome, squash("".join(span.text for span in run))) for chrome, run in runs]
    return [chrome.value if chrome else "kept" for chrome, content in joined if squash(text) in content]


def found_and_wanted(case: str, field: str) -> tuple[object, object]:
    article, wanted = explanation(case).article, expected(case)[field]
    if field == "body":
        return [squash(paragraph.text) for paragraph in article.paragraphs], [squash(text) for text in wanted]
    if field == "chrome":
        found = {text: fates(case, text) for text in wanted}
        return {text: wanted[text] if wanted[text] in kinds else kinds for text, kinds in found.items()}, wanted
    if field == "warnings":
        return [part for part in wanted if any(part in warning for warning in article.warnings)], wanted
    if field in ("dateline", "source"):
        return pick(getattr(article, field), wanted), wanted
    return as_json(getattr(article, field)), wanted


def each_field() -> Iterator[object]:
    for case in CASES:
        for field in sorted(expected(case).keys() - NOT_COMPARED):
            reason = KNOWN_FAILURES.get(case, {}).get(field)
            marks = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
            yield pytest.param(case, field, id=f"{case}-{field}", marks=marks)


@pytest.mark.parametrize(("case", "field"), list(each_field()))
def test_field(case: str, field: str) -> None:
    found, wanted = found_and_wanted(case, field)
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
    assert newsclean.clean(read_input(case), **expected(case).get("arguments", {})) == explanation(case).article


@pytest.mark.parametrize("case", CASES)
def test_article_and_spans_follow_from_the_marks_alone(case: str) -> None:
    assert assemble(explanation(case).document, explanation(case).marks) == explanation(case)


@pytest.mark.parametrize("case", CASES)
def test_nothing_went_wrong_inside(case: str) -> None:
    assert not [w for w in explanation(case).article.warnings if w.startswith("Cleaning failed")]


@pytest.mark.parametrize("case", CASES)
def test_expectation_names_known_fields_and_says_why(case: str) -> None:
    assert expected(case).keys() - NOT_COMPARED <= COMPARED
    assert "body" in expected(case)
    assert expected(case)["why"].strip()


def test_known_failures_name_cases_and_fields_that_are_there() -> None:
    assert KNOWN_FAILURES.keys() <= set(CASES)
    for case, fields in KNOWN_FAILURES.items():
        assert fields.keys() <= expected(case).keys() - NOT_COMPARED
