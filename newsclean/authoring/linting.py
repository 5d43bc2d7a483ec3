"""All that is wrong with rule files, in the order of the files and of their lines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newsclean.errors import RuleFileError, RuleProblem
from newsclean.rules.builtin import builtin_sites
from newsclean.rules.loading import load_rules
from newsclean.rules.rule import SiteRules
from newsclean.rules.sites import Sites
from newsclean.rules.sources import rule_files


def lint(paths: Iterable[Path]) -> tuple[list[Path], list[RuleProblem]]:
    """Return the rule files at some paths, and every problem they have.

    Args:
        paths: rule files, of sites or of packs, or folders of them.
    """
    files = list(rule_files(paths))
    problems: list[RuleProblem] = []
    sites: list[SiteRules] = []
    for file in files:
        try:
            loaded = load_rules(file)
        except RuleFileError as error:
            problems += error.problems
        else:
            sites += [loaded] if isinstance(loaded, SiteRules) else []
    try:
        Sites([*builtin_sites(), *sites])
    except RuleFileError as error:
        problems += error.problems
    order = {file: number for number, file in enumerate(files)}
    problems.sort(key=lambda problem: (order.get(problem.file, -1), problem.line))
    return files, problems
