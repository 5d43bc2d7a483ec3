"""The shapes of rule files: what may be left out, and what names, hosts and fields look like."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from newsclean.mark import Chrome
from newsclean.rules.rule import DEFAULT_MAX_WORDS, Match, Takes, Where
from newsclean.rules.schema import PackFile, RuleTable, SiteFile

RULE = {
    "name": "read_also",
    "match": "whole",
    "phrases": ["Read also"],
    "why": "It leads away.",
    "marks": ["Read also"],
    "keeps": ["I read also."],
}


def test_what_a_rule_may_leave_out() -> None:
    rule = RuleTable.model_validate(RULE)
    assert (rule.match, rule.takes, rule.where) == (Match.WHOLE, Takes.LINE, Where.ANYWHERE)
    assert (rule.max_words, rule.opens_section, rule.chrome, rule.keep) == (DEFAULT_MAX_WORDS, False, None, False)


@pytest.mark.parametrize("key", RULE)
def test_what_a_rule_may_not_leave_out(key: str) -> None:
    with pytest.raises(ValidationError):
        RuleTable.model_validate({name: value for name, value in RULE.items() if name != key})


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Read_also"},
        {"name": "2nd"},
        {"name": "read-also"},
        {"match": "regex"},
        {"phrases": [" "]},
        {"phrases": [3]},
        {"patterns": ["a"]},
        {"match": "pattern"},
        {"match": "pattern", "patterns": ["a"]},
        {"max_words": 0},
        {"max_words": 2.5},
        {"takes": "word"},
        {"where": "below"},
        {"why": ""},
        {"keep": True, "chrome": "share"},
        {"keep": True, "opens_section": True},
        {"surprise": 1},
    ],
    ids=str,
)
def test_what_a_rule_may_not_say(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        RuleTable.model_validate({**RULE, **change})


@pytest.mark.parametrize(
    "host", ["example.com", ".example.com", "news.example.co.uk", "xn--bcher-kva.example", "3.example"]
)
def test_hosts(host: str) -> None:
    assert SiteFile.model_validate({"domains": [host]}).domains == [host]


@pytest.mark.parametrize(
    "host", ["", "example", "https://example.com", "example.com/a", "Example.com", "*.example.com", "a b.com"]
)
def test_no_hosts(host: str) -> None:
    with pytest.raises(ValidationError):
        SiteFile.model_validate({"domains": [host]})


@pytest.mark.parametrize("field", ["headline", "subheadline", "byline", "published"])
def test_fields_that_a_site_may_select(field: str) -> None:
    file = SiteFile.model_validate({"domains": ["example.com"], "select": {field: "h1"}})
    assert file.select == {field: "h1"}


def test_a_pack_has_a_kind_of_chrome_and_rules() -> None:
    assert PackFile.model_validate({"chrome": "related", "rule": [RULE]}).chrome is Chrome.RELATED
    for broken in ({"chrome": "related", "rule": []}, {"rule": [RULE]}, {"chrome": "body", "rule": [RULE]}):
        with pytest.raises(ValidationError):
            PackFile.model_validate(broken)
