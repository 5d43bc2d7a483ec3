"""What can be wrong with a rule file, each said with its line, its key and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from newsclean.errors import RuleProblem
from newsclean.rules.matching import Matcher
from newsclean.rules.patterns import message, re2_options
from newsclean.rules.positions import Positions, Where
from newsclean.rules.rule import Match, Rule
from newsclean.rules.schema import SiteFile
from newsclean.rules.selecting import compile_selector

_MENDS = {
    "extra_forbidden": "take it out, or write one of: {known}",
    "missing": "add it",
    "enum": "write {expected}",
    "literal_error": "write one of: {known}",
    "list_type": "write a list: [[{key}]] for tables, {key} = [...] for values",
    "string_type": "write it in quotes",
    "string_pattern_mismatch": "write it to fit {pattern}",
    "too_short": "add at least one",
    "string_too_short": "write something in it",
    "value_error": "change one of them",
}


@dataclass(frozen=True, slots=True)
class RuleSource:
    """A rule file's path, and where its keys stand."""

    path: Path
    positions: Positions

    def problem(self, where: Where, message: str, mend: str) -> RuleProblem:
        """Return a problem at the key `where`."""
        key = ".".join(part for part in where if isinstance(part, str) and not part.startswith("["))
        return RuleProblem(self.path, self.positions.line(where), key or "file", message, mend)


def schema_problem(source: RuleSource, shape: type[BaseModel], error: dict[str, Any]) -> RuleProblem:
    """Return one of pydantic's errors as a problem."""
    where: Where = tuple(part for part in error["loc"] if part != "[key]")
    context = error.get("ctx", {})
    known = _tables_keys(shape, where)
    if error["type"] == "literal_error":
        known = str(context.get("expected", known))
    facts = {"expected": "", "pattern": "", **context, "known": known, "key": where[0] if where else ""}
    mend = _MENDS.get(error["type"], "write what the reference of the rule format says").format(**facts)
    return source.problem(where, error["msg"], mend)


def _tables_keys(shape: type[BaseModel], where: Where) -> str:
    """The keys that may stand in the table at `where`."""
    known = shape
    for part in where[:-1]:
        field = known.model_fields.get(part) if isinstance(part, str) else None
        annotation = field.annotation if field else None
        for inner in (annotation, *getattr(annotation, "__args__", ())):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                known = inner
    return ", ".join(known.model_fields)


def rule_problems(source: RuleSource, rules: Sequence[Rule]) -> list[RuleProblem]:
    """Return what is wrong with the rules of a file as rules: their names, patterns and examples."""
    problems = [*_naming_problems(source, rules)]
    for index, rule in enumerate(rules):
        if rule.match is Match.PATTERN:
            problems += _pattern_problems(source, ("rule", index, "patterns"), rule.phrases)
    return problems or example_problems(rules)


def _naming_problems(source: RuleSource, rules: Sequence[Rule]) -> Iterator[RuleProblem]:
    seen: set[str] = set()
    for index, rule in enumerate(rules):
        if rule.id in seen:
            where = ("rule", index, "name")
            yield source.problem(where, f"{rule.id} is there twice", "give each rule a name of its own")
        seen.add(rule.id)


def _pattern_problems(source: RuleSource, where: Where, patterns: Iterable[str]) -> Iterator[RuleProblem]:
    import re2

    for pattern in patterns:
        try:
            re2.compile(pattern, re2_options())
        except re2.error as error:
            mend = "write it without look-around, back-references and large counted repeats"
            yield source.problem(where, f"RE2 cannot take {pattern!r}: {message(error)}", mend)


def selector_problems(source: RuleSource, file: SiteFile) -> Iterator[RuleProblem]:
    """Yield what is wrong with a site's selectors."""
    places: list[tuple[Where, str]] = [(("strip", n, "select"), strip.select) for n, strip in enumerate(file.strip)]
    places += [(("keep", n, "select"), keep.select) for n, keep in enumerate(file.keep)]
    for field, value in file.select.items():
        places += [(("select", str(field)), one) for one in ([value] if isinstance(value, str) else value)]
    for where, selector in places:
        try:
            compile_selector(selector)
        except ValueError as error:
            yield source.problem(where, str(error), "write a CSS selector, or an XPath behind xpath:")


def example_problems(rules: Sequence[Rule]) -> list[RuleProblem]:
    """Return what the rules' own examples say against them: a mark not hit, a keep hit, a phrase without an example."""
    return [problem for rule in rules for problem in _example_problems(rule)]


def _example_problems(rule: Rule) -> Iterator[RuleProblem]:
    def problem(key: str, message: str, mend: str) -> RuleProblem:
        return RuleProblem(rule.file or Path("<python>"), rule.line, f"rule.{key}", message, mend)

    matcher = Matcher([rule])
    hit: set[int] = set()
    for example in rule.marks:
        found = matcher.phrases_hit(example)
        hit |= found
        if not found:
            yield problem("marks", f"{rule.id} does not mark {example!r}", "change the example or the phrases")
    for example in rule.keeps:
        if matcher.phrases_hit(example):
            yield problem("keeps", f"{rule.id} marks {example!r}", "make the rule narrower")
    for index, phrase in enumerate(rule.phrases):
        if index not in hit:
            yield problem("marks", f"{rule.id}: no example has {phrase!r}", "add a line to marks that it must hit")
