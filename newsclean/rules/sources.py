"""Where a user's rules come from: files and folders, the environment, installed packages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from newsclean.errors import RuleFileError, RuleProblem
from newsclean.rules.loading import load_rules
from newsclean.rules.rule import Rule, SiteRules
from newsclean.rules.ruleset import RuleSet

# Paths of rule files and folders that every cleaner reads, parted as in PATH.
VARIABLE = "NEWSCLEAN_RULES"
_GROUP = "newsclean.rule_sets"


@dataclass(slots=True)
class OwnRules:
    """Rules that do not come with newsclean.

    Attributes:
        packs: rules of pack files.
        sites: rules of site files.
        rule_sets: rules in Python.
    """

    packs: list[Rule] = field(default_factory=list)
    sites: list[SiteRules] = field(default_factory=list)
    rule_sets: list[RuleSet] = field(default_factory=list)


def gather(rule_sets: Iterable[RuleSet], paths: Iterable[Path]) -> OwnRules:
    """Return the rules of installed packages, of the environment and of the caller, in this order: the last word wins.

    Raises:
        RuleFileError: a file or an installed package cannot be used; every problem is in it.
    """
    own = OwnRules()
    from_packages: list[Path] = []
    for point in entry_points(group=_GROUP):
        loaded = point.load()
        if isinstance(loaded, RuleSet):
            own.rule_sets.append(loaded)
        elif isinstance(loaded, (str, Path)):
            from_packages.append(Path(loaded))
        else:
            raise RuleFileError([_not_rules(point)])
    own.rule_sets += rule_sets
    problems: list[RuleProblem] = []
    for file in rule_files([*from_packages, *_from_environment(), *paths]):
        try:
            loaded_file = load_rules(file)
        except RuleFileError as error:
            problems += error.problems
            continue
        if isinstance(loaded_file, SiteRules):
            own.sites.append(loaded_file)
        else:
            own.packs += loaded_file
    if problems:
        raise RuleFileError(problems)
    return own


def rule_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the rule files at some paths: a folder stands for the TOML files anywhere in it, in order."""
    for path in paths:
        yield from sorted(path.glob("**/*.toml")) if path.is_dir() else [path]


def _from_environment() -> list[Path]:
    return [Path(part).expanduser() for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]


def _not_rules(point: EntryPoint) -> RuleProblem:
    mend = "let it name a RuleSet, or the path of a rule file or of a folder of them"
    return RuleProblem(Path(point.value), 0, point.name, "the entry point names no rules", mend)
