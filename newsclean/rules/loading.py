"""Read rule files: strictly, with every problem named by file, line, key and mend."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from newsclean.errors import RuleFileError, RuleProblem
from newsclean.mark import Layer
from newsclean.rules.matching import Matcher
from newsclean.rules.rule import Match, Rule, SelectorRule, SiteRules, Takes
from newsclean.rules.schema import PackFile, RuleTable, SiteFile
from newsclean.rules.selecting import compile_selector

_File = TypeVar("_File", bound=BaseModel)
_TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_MENDS = {
    "extra_forbidden": "take it out, or write one of: {known}",
    "missing": "add it",
    "enum": "write {expected}",
    "literal_error": "write {expected}",
    "string_pattern_mismatch": "write it to fit {pattern}",
    "too_short": "add at least one",
    "string_too_short": "write something in it",
    "value_error": "change one of them",
}


def load_pack_file(path: Path, prefix: str, layer: Layer) -> list[Rule]:
    """Return the rules of a pack file.

    Args:
        path: the TOML file; its stem is the middle of the rules' ids.
        prefix: first part of the ids: the language, or `any`.
        layer: who speaks.

    Raises:
        RuleFileError: the file cannot be used.
    """
    source = _read(path)
    file = _validated(PackFile, path, source)
    rules = [
        _rule(table, f"{prefix}.{path.stem}", layer, path, source, index, file.chrome)
        for index, table in enumerate(file.rule)
    ]
    _raise_if(path, _naming_problems(rules, path))
    return rules


def load_rule_file(path: Path, *, check: bool = True) -> SiteRules:
    """Return the rules of a site's file.

    Args:
        path: the TOML file; rule ids begin with `sites.` and its stem.
        check: also run every example of every rule.

    Raises:
        RuleFileError: the file cannot be used; every problem is in it.
    """
    source = _read(path)
    file = _validated(SiteFile, path, source)
    name = re.sub(r"\W+", "_", path.stem).lower()
    prefix = f"sites.{name}"
    rules, problems = [], []
    for index, table in enumerate(file.rule):
        if table.chrome is None and not table.keep:
            line = _line_of(source, ("rule", index))
            problems.append(
                RuleProblem(
                    path,
                    line,
                    "rule.chrome",
                    "a site rule names its kind of chrome",
                    'add chrome = "…", or keep = true',
                )
            )
            continue
        rules.append(_rule(table, prefix, Layer.SITE, path, source, index, table.chrome, site=name))
    selectors = [
        SelectorRule(f"{prefix}.strip_{n}", Layer.SITE, strip.chrome, strip.select, strip.why, name)
        for n, strip in enumerate(file.strip, 1)
    ] + [
        SelectorRule(f"{prefix}.keep_{n}", Layer.SITE, None, keep.select, keep.why, name)
        for n, keep in enumerate(file.keep, 1)
    ]
    select = {field: (value,) if isinstance(value, str) else tuple(value) for field, value in file.select.items()}
    problems += _selector_problems(file, path, source)
    problems += _naming_problems(rules, path)
    if check and not problems:
        problems += example_problems(rules)
    _raise_if(path, problems)
    constants = {key: value for key, value in file.set.model_dump().items() if value}
    return SiteRules(
        name, tuple(file.domains), tuple(file.fingerprint), {str(k): v for k, v in select.items()}, constants, tuple(rules), tuple(selectors), path
    )  # fmt: skip


def example_problems(rules: Sequence[Rule]) -> list[RuleProblem]:
    """Return what the rules' own examples say against them: a mark not hit, a keep hit, a phrase without an example."""
    problems = []
    for rule in rules:
        file, line = rule.file or Path("<python>"), rule.line
        matcher = Matcher([rule])
        hit: set[int] = set()
        for example in rule.marks:
            found = matcher.phrases_hit(example)
            hit |= found
            if not found:
                problems.append(
                    RuleProblem(
                        file,
                        line,
                        "rule.marks",
                        f"{rule.id} does not mark {example!r}",
                        "change the example or the phrases",
                    )
                )
        problems += [
            RuleProblem(file, line, "rule.keeps", f"{rule.id} marks {example!r}", "make the rule narrower")
            for example in rule.keeps
            if matcher.phrases_hit(example)
        ]
        problems += [
            RuleProblem(
                file,
                line,
                "rule.marks",
                f"{rule.id}: no example has {phrase!r}",
                "add a line to marks that it must hit",
            )
            for index, phrase in enumerate(rule.phrases)
            if index not in hit
        ]
    return problems


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise RuleFileError([RuleProblem(path, 0, "file", reason, "give the path of a TOML file in UTF-8")]) from error


def _validated(shape: type[_File], path: Path, source: str) -> _File:
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) if found else source.count("\n") + 1
        raise RuleFileError([RuleProblem(path, line, "file", f"not TOML: {error}", "mend the syntax")]) from error
    try:
        return shape.model_validate(tables)
    except ValidationError as error:
        raise RuleFileError([_problem(shape, path, source, dict(e)) for e in error.errors()]) from error


def _problem(shape: type[BaseModel], path: Path, source: str, error: dict[str, Any]) -> RuleProblem:
    where = tuple(error["loc"])
    known: type[BaseModel] = shape
    for part in where[:-1]:
        annotation = (
            known.model_fields[part].annotation if isinstance(part, str) and part in known.model_fields else None
        )
        inner = [
            a
            for a in (annotation, *getattr(annotation, "__args__", ()))
            if isinstance(a, type) and issubclass(a, BaseModel)
        ]
        known = inner[0] if inner else known
    facts = {"known": ", ".join(known.model_fields), "expected": "", "pattern": "", **error.get("ctx", {})}
    mend = _MENDS.get(error["type"], "write what docs/writing-rules.md says").format(**facts)
    key = ".".join(str(part) for part in where if isinstance(part, str)) or "file"
    return RuleProblem(path, _line_of(source, where), key, error["msg"], mend)


def _line_of(source: str, where: tuple[str | int, ...]) -> int:
    """Return the line that a TOML key stands on, or that of its table where the key is not written; from 1.

    `tomllib` tells no lines. This follows table headers only, which is how rule files are written.
    """
    table, index = (where[0], where[1]) if len(where) > 1 and isinstance(where[1], int) else (None, 0)
    keys = [part for part in where if isinstance(part, str)]
    header = re.compile(r"\s*\[\[?\s*([\w.]+)\s*\]\]?")
    current, count, start = None, -1, 1
    for number, text in enumerate(source.split("\n"), 1):
        if found := header.match(text):
            current = found[1]
            count += current == table and text.lstrip().startswith("[[")
            if (current == table and count == index) or (len(keys) > 1 and current == keys[0] and table is None):
                start = number
        elif keys and re.match(rf"\s*[\"']?{re.escape(keys[-1])}[\"']?\s*=", text):
            inside = (
                (current == table and count == index) if table else (current == (keys[0] if len(keys) > 1 else None))
            )
            if inside:
                return number
    return start


def _rule(
    table: RuleTable,
    prefix: str,
    layer: Layer,
    path: Path,
    source: str,
    index: int,
    chrome: Any,
    *,
    site: str | None = None,
) -> Rule:
    phrases = table.patterns if table.match is Match.PATTERN else table.phrases
    line = _line_of(source, ("rule", index))
    if table.match is Match.PATTERN:
        _raise_if(path, _pattern_problems(phrases, path, _line_of(source, ("rule", index, "patterns"))))
    return Rule(
        id=f"{prefix}.{table.name}", layer=layer, chrome=None if table.keep else table.chrome or chrome, match=table.match,
        phrases=tuple(phrases), why=table.why, marks=tuple(table.marks), keeps=tuple(table.keeps), takes=Takes(table.takes),
        max_words=table.max_words, where=table.where, opens_section=table.opens_section, file=path, line=line, site=site,
    )  # fmt: skip


def _pattern_problems(patterns: Sequence[str], path: Path, line: int) -> Iterator[RuleProblem]:
    import re2

    for pattern in patterns:
        try:
            re2.compile(pattern)
        except re2.error as error:
            yield RuleProblem(
                path,
                line,
                "rule.patterns",
                f"RE2 cannot take {pattern!r}: {error}",
                "write it without look-around and back-references",
            )


def _selector_problems(file: SiteFile, path: Path, source: str) -> Iterator[RuleProblem]:
    places = [(("strip", n, "select"), strip.select) for n, strip in enumerate(file.strip)]
    places += [(("keep", n, "select"), keep.select) for n, keep in enumerate(file.keep)]
    for field, value in file.select.items():
        places += [(("select", field), one) for one in ([value] if isinstance(value, str) else value)]  # type: ignore[misc]
    for where, selector in places:
        try:
            compile_selector(selector)
        except ValueError as error:
            yield RuleProblem(
                path,
                _line_of(source, where),
                str(where[0]),
                str(error),
                "write a CSS selector, or an XPath behind xpath:",
            )


def _naming_problems(rules: Sequence[Rule], path: Path) -> list[RuleProblem]:
    seen: set[str] = set()
    problems = []
    for rule in rules:
        if rule.id in seen:
            problems.append(
                RuleProblem(
                    path, rule.line, "rule.name", f"{rule.id} is there twice", "give each rule a name of its own"
                )
            )
        seen.add(rule.id)
    return problems


def _raise_if(path: Path, problems: Iterator[RuleProblem] | Sequence[RuleProblem]) -> None:
    found = list(problems)
    if found:
        raise RuleFileError(found)


@cache
def builtin_packs() -> tuple[Rule, ...]:
    """Return the rules of all packs that come with newsclean, by language and kind."""
    folder = Path(__file__).parent.parent / "packs"
    rules: list[Rule] = []
    for language in sorted(p for p in folder.iterdir() if p.is_dir()):
        layer = Layer.ANY if language.name == "any" else Layer.LANGUAGE
        for path in sorted(language.glob("*.toml")):
            rules += load_pack_file(path, language.name, layer)
    return tuple(rules)


@cache
def builtin_sites() -> tuple[SiteRules, ...]:
    """Return the site rules that come with newsclean."""
    folder = Path(__file__).parent.parent / "sites"
    return tuple(load_rule_file(path, check=False) for path in sorted(folder.glob("*.toml")))
