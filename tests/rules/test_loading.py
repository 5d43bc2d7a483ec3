"""Rule files: what a good one gives, and that each fault of a bad one is named with file, line, key and a mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean.errors import RuleFileError, RuleProblem
from newsclean.mark import Chrome, Layer
from newsclean.rules.loading import load_pack_file, load_rule_file
from newsclean.rules.problems import example_problems
from newsclean.rules.rule import DEFAULT_MAX_WORDS, Match, Takes, Where

# Line numbers of the tests below count in this text.
SITE = """\
domains = ["example.com"]

[[rule]]
name = "ask_ai"
match = "whole"
phrases = ["Ask our AI"]
chrome = "promotion"
why = "The site sells its AI under every story."
marks = ["Ask our AI"]
keeps = ["They asked our AI correspondent."]

[select]
headline = "h1.title"

[[strip]]
select = "aside"
chrome = "related"
why = "Boxes lead to other stories."
"""


def problems_of(tmp_path: Path, source: str) -> tuple[RuleProblem, ...]:
    path = tmp_path / "courier.toml"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_rule_file(path)
    for problem in caught.value.problems:
        assert problem.file == path
        assert f"{path}:{problem.line}: {problem.key}: {problem.message}; {problem.mend}" in str(caught.value)
    return caught.value.problems


def without(line: str) -> str:
    assert f"{line}\n" in SITE
    return SITE.replace(f"{line}\n", "", 1)


def changed(old: str, new: str) -> str:
    assert old in SITE
    return SITE.replace(old, new, 1)


PATTERN = changed('match = "whole"\nphrases = ["Ask our AI"]', "match = \"pattern\"\npatterns = ['^ask (?=our)']")
TWICE = SITE + SITE[SITE.index("[[rule]]") : SITE.index("[select]")]

FAULTS = {
    "syntax": (changed('"whole"', "whole"), 5, "file", "not TOML", "mend the syntax"),
    "unclosed list": (changed('AI"]\nchrome', 'AI"\nchrome'), 7, "file", "not TOML", "mend the syntax"),
    "unknown key": (changed("match", "colour = 3\nmatch"), 5, "rule.colour", "not permitted", "one of: name, match"),
    "unknown key of the file": ("colour = 3\n" + SITE, 1, "colour", "not permitted", "one of: domains, fingerprint"),
    "unknown key of a strip": (SITE + "how = 3\n", 19, "strip.how", "not permitted", "one of: select, chrome, why"),
    "unknown field": (changed("headline", "headlines"), 13, "select.headlines", "should be", "'headline'"),
    "wrong way of matching": (changed('"whole"', '"wholly"'), 5, "rule.match", "should be", "'whole'"),
    "wrong kind of chrome": (changed('"promotion"', '"promo"'), 7, "rule.chrome", "should be", "'promotion'"),
    "wrong kind in a strip": (changed('"related"', '"relation"'), 17, "strip.chrome", "should be", "'related'"),
    "wrong name": (changed('"ask_ai"', '"Ask AI"'), 4, "rule.name", "should match", "write it to fit"),
    "wrong number": (changed("match", "max_words = 0\nmatch"), 5, "rule.max_words", "greater than", "write"),
    "wrong type": (changed('["Ask our AI"]\nchrome', '"Ask our AI"\nchrome'), 6, "rule.phrases", "valid list", "write"),
    "wrong host": (changed('"example.com"', '"https://example.com/"'), 1, "domains", "should match", "write it to fit"),
    "no why": (without('why = "The site sells its AI under every story."'), 3, "rule.why", "required", "add it"),
    "no marks": (without('marks = ["Ask our AI"]'), 3, "rule.marks", "required", "add it"),
    "no keeps": (without('keeps = ["They asked our AI correspondent."]'), 3, "rule.keeps", "required", "add it"),
    "no examples": (changed('marks = ["Ask our AI"]', "marks = []"), 9, "rule.marks", "at least 1", "add at least one"),
    "no phrases": (without('phrases = ["Ask our AI"]'), 3, "rule", "goes with phrases", "change one"),
    "no kind of chrome": (without('chrome = "promotion"'), 3, "rule", "names its kind", "keep = true"),
    "keep and chrome": (changed("chrome", "keep = true\nchrome"), 3, "rule", "without chrome", "change one"),
    "look-ahead": (PATTERN, 6, "rule.patterns", "RE2 cannot take", "without look-around"),
    "not CSS": (changed('"aside"', '"div["'), 16, "strip.select", "not a CSS selector", "write a CSS selector"),
    "not XPath": (changed("h1.title", "xpath://h1["), 13, "select.headline", "not XPath", "an XPath behind xpath:"),
    "reading files": (changed("h1.title", "xpath:document('a')"), 13, "select.headline", "may not be used", "write"),
    "no example": (changed('AI"]', 'AI", "Ask us"]'), 3, "rule.marks", "no example has 'Ask us'", "add a line"),
    "mark not hit": (changed('marks = ["', 'marks = ["I", "'), 3, "rule.marks", "does not mark 'I'", "change"),
    "keep hit": (changed('keeps = ["', 'keeps = ["ask our AI", "'), 3, "rule.keeps", "marks 'ask our AI'", "narrower"),
    "name given twice": (TWICE, 20, "rule.name", "is there twice", "a name of its own"),
    "nothing to find the site by": (without('domains = ["example.com"]'), 1, "file", "give domains", "change one"),
    "empty file": ("", 1, "file", "give domains", "change one"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "line", "key", "message", "mend"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_by_line_and_key_with_a_mend(
    tmp_path: Path, source: str, line: int, key: str, message: str, mend: str
) -> None:
    (problem,) = problems_of(tmp_path, source)
    assert problem.line == line
    assert problem.key.startswith(key)
    assert message in problem.message
    assert mend in problem.mend


def test_several_faults_are_named_at_once(tmp_path: Path) -> None:
    source = changed('"whole"', '"wholly"').replace("why = ", "reason = ", 1)
    assert [(p.line, p.key) for p in sorted(problems_of(tmp_path, source), key=lambda p: (p.line, p.key))] == [
        (3, "rule.why"),
        (5, "rule.match"),
        (8, "rule.reason"),
    ]


def test_a_fault_in_the_second_table_is_told_from_the_first(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, TWICE[::-1].replace('"elohw"', '"yllohw"', 1)[::-1])
    assert (problem.line, problem.key) == (21, "rule.match")


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff", "folder"])
def test_a_file_that_cannot_be_read_is_a_fault_too(tmp_path: Path, content: bytes | str | None) -> None:
    path = tmp_path / "courier.toml"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content == "folder":
        path.mkdir()
    with pytest.raises(RuleFileError) as caught:
        load_rule_file(path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.key) == (path, 0, "file")
    assert problem.mend == "give the path of a TOML file in UTF-8"


def test_a_fault_writes_nothing_to_standard_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    problems_of(tmp_path, PATTERN)
    assert capfd.readouterr() == ("", "")


def test_a_site_file_gives_its_rules(tmp_path: Path) -> None:
    path = tmp_path / "The Island-Courier.toml"
    path.write_text(
        SITE + '\n[set]\naggregator = "X"\n\n[[keep]]\nselect = "p.note"\nwhy = "Notes."\n', encoding="utf-8"
    )
    site = load_rule_file(path)
    (rule,) = site.rules
    assert (rule.id, rule.layer, rule.site) == ("sites.the_island_courier.ask_ai", Layer.SITE, "the_island_courier")
    assert (rule.match, rule.chrome, rule.line, rule.file) == (Match.WHOLE, Chrome.PROMOTION, 3, path)
    assert (rule.takes, rule.where, rule.max_words) == (Takes.LINE, Where.ANYWHERE, DEFAULT_MAX_WORDS)
    assert [(s.id, s.select, s.chrome) for s in site.selectors] == [
        ("sites.the_island_courier.strip_1", "aside", Chrome.RELATED),
        ("sites.the_island_courier.keep_1", "p.note", None),
    ]
    assert (site.domains, site.select, site.constants) == (
        ("example.com",),
        {"headline": ("h1.title",)},
        {"aggregator": "X"},
    )


def test_a_rule_that_keeps_has_no_chrome(tmp_path: Path) -> None:
    path = tmp_path / "courier.toml"
    path.write_text(changed('chrome = "promotion"', "keep = true"), encoding="utf-8")
    assert [rule.chrome for rule in load_rule_file(path).rules] == [None]


def test_examples_are_checked_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "courier.toml"
    path.write_text(changed("They asked our AI correspondent.", "Ask our AI!"), encoding="utf-8")
    rules = load_rule_file(path, check=False).rules
    assert [problem.key for problem in example_problems(rules)] == ["rule.keeps"]


PACK = """\
chrome = "related"

[[rule]]
name = "read_also"
match = "starts_with"
max_words = 14
phrases = ["Lire aussi"]
opens_section = true
why = "It leads to another story."
marks = ["Lire aussi : Le prix du blé"]
keeps = ["Il faut lire aussi les poètes."]
"""


def test_a_pack_gives_rules_named_after_language_and_kind(tmp_path: Path) -> None:
    path = tmp_path / "related.toml"
    path.write_text(PACK, encoding="utf-8")
    (rule,) = load_pack_file(path, "fr", Layer.LANGUAGE)
    assert (rule.id, rule.layer, rule.chrome) == ("fr.related.read_also", Layer.LANGUAGE, Chrome.RELATED)
    assert (rule.max_words, rule.opens_section, rule.site) == (14, True, None)
    assert example_problems([rule]) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('chrome = "related"\n', "", 1, "chrome"),
        ('chrome = "related"', 'chrome = "relation"', 1, "chrome"),
        ("[[rule]]", "[[rules]]", 3, "rule"),
        ("max_words", "maximum", 6, "rule.maximum"),
    ],
)
def test_a_pack_with_a_fault(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    path = tmp_path / "related.toml"
    path.write_text(PACK.replace(old, new), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_pack_file(path, "fr", Layer.LANGUAGE)
    assert (line, key) in [(problem.line, problem.key) for problem in caught.value.problems] or new == "[[rules]]"
    assert all(problem.file == path and problem.mend for problem in caught.value.problems)
