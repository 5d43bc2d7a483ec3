"""Checks of rules for pytest: what `newsclean rules check` and `newsclean rules test` do, as functions.

Example:
    A folder `rules/` with `example.com.toml`, and pages in `rules/example.com/<case>/`, is tested by

    ```python
    import pytest
    from newsclean.testing import check_rules, site_results

    def test_rules():
        check_rules("rules")

    @pytest.mark.parametrize("result", site_results("rules"), ids=str)
    def test_page(result):
        result.check()
    ```
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from newsclean.authoring.cases import Case, cases_beside
from newsclean.authoring.linting import lint
from newsclean.cleaner import Cleaner, default_cleaner
from newsclean.errors import RuleFileError
from newsclean.explanation import Explanation
from newsclean.mark import Mark
from newsclean.reading import with_language
from newsclean.rules.ruleset import PythonRule, RuleSet
from newsclean.rules.sources import rule_files
from newsclean.segment.text import segment_text

__all__ = ["Result", "check_rule_set", "check_rules", "site_results"]


def check_rules(*paths: str | Path) -> None:
    """Check rule files: their keys, selectors and patterns, and every example.

    Args:
        paths: rule files, of sites or of packs, or folders of them.

    Raises:
        RuleFileError: they cannot be used; every problem is in it.
        FileNotFoundError: there is no rule file.
    """
    files, problems = lint(map(Path, paths))
    if problems:
        raise RuleFileError(problems)
    if not files:
        raise FileNotFoundError(f"no rule files in {', '.join(map(str, paths))}")


def check_rule_set(rules: RuleSet) -> None:
    """Check the rules of a set in Python against their own examples, each as a text of its own.

    A rule for whole documents is given the marks of all built-in phrases, as it would be in a cleaner.

    Raises:
        AssertionError: one marks nothing of an example that it must, or something of one that it must not.
    """
    wrong = []
    for rule in rules.rules:
        wrong += [f"{rule.id} does not mark {text!r}" for text in rule.marks if not _marks(rule, text)]
        wrong += [f"{rule.id} marks {text!r}" for text in rule.keeps if _marks(rule, text)]
    if wrong:
        raise AssertionError("\n".join(wrong))


def _marks(rule: PythonRule, text: str) -> list[Mark]:
    document = with_language(segment_text(text))
    known = [hit.mark for hit in default_cleaner().book.matcher.read(document.blocks)]
    return rule.apply(document, known)


@dataclass(frozen=True)
class Result:
    """One field of one case.

    Attributes:
        case: the case.
        field: the field of its `expected.json`.
        url: the address assumed where the case states none.
        rules: the paths of the rules it is tried with.
    """

    case: Case
    field: str
    url: str | None
    rules: tuple[Path, ...]

    def __str__(self) -> str:
        return f"{self.case.folder.parent.name}/{self.case.folder.name} {self.field}"

    def check(self) -> None:
        """Compare what comes out with what must.

        Raises:
            AssertionError: they differ.
        """
        found, wanted = self.case.compare(_explained(self.case, self.url, self.rules), self.field)
        assert found == wanted, f"{self}:\nfound    {found!r}\nexpected {wanted!r}"


def site_results(*paths: str | Path) -> list[Result]:
    """Return every field of every case beside some site rules, to parametrize a test with.

    Args:
        paths: site rule files, or folders of them.

    Raises:
        RuleFileError: a rule file, or a case's expected.json, cannot be used.
    """
    rules = tuple(map(Path, paths))
    return [
        Result(case, field, url, rules)
        for file in rule_files(rules)
        for case, url in cases_beside(file)
        for field in case.fields
    ]


@lru_cache(maxsize=8)
def _cleaner(rules: tuple[Path, ...]) -> Cleaner:
    return Cleaner(rules=rules)


@lru_cache(maxsize=256)
def _explained(case: Case, url: str | None, rules: tuple[Path, ...]) -> Explanation:
    return case.explain(_cleaner(rules), url)
