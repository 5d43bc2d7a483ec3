"""Read rule files: strictly, with every problem named by file, line, key and mend."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from newsclean.errors import RuleFileError, RuleProblem
from newsclean.mark import Chrome, Layer
from newsclean.rules.keys import with_keys
from newsclean.rules.positions import Positions
from newsclean.rules.problems import RuleSource, rule_problems, schema_problem, selector_problems
from newsclean.rules.rule import Match, Rule, SelectorRule, SiteRules
from newsclean.rules.schema import CODE, KeepTable, PackFile, RuleTable, SiteFile, StripTable

_File = TypeVar("_File", bound=BaseModel)
_TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def load_pack_file(path: Path, prefix: str, layer: Layer, *, check: bool = True) -> list[Rule]:
    """Return the rules of a pack file.

    Args:
        path: the TOML file; its stem is the middle of the rules' ids.
        prefix: first part of the ids: the language, or `any`.
        layer: who speaks.
        check: also compile every pattern and run every example.

    Raises:
        RuleFileError: the file cannot be used; every problem is in it.
    """
    file, source = _load(PackFile, path)
    rules = _rules(file.rule, f"{prefix}.{path.stem}", layer, source, file.chrome)
    if check:
        _raise_if(rule_problems(source, rules))
    return rules


def load_rule_file(path: Path, *, check: bool = True) -> SiteRules:
    """Return the rules of a site's file.

    Args:
        path: the TOML file; rule ids begin with `sites.` and its stem.
        check: also compile every pattern and selector and run every example.

    Raises:
        RuleFileError: the file cannot be used; every problem is in it.
    """
    file, source = _load(SiteFile, path)
    name = re.sub(r"\W+", "_", path.stem).lower()
    _raise_if(
        source.problem(("rule", n), "a site rule names its kind of chrome", 'add chrome = "…", or keep = true')
        for n, table in enumerate(file.rule)
        if table.chrome is None and not table.keep
    )
    prefix = f"sites.{name}"
    rules = _rules(file.rule, prefix, Layer.SITE, source, None, site=name)
    if check:
        _raise_if([*selector_problems(source, file), *rule_problems(source, rules)])
    selectors = [
        SelectorRule(
            f"{prefix}.{key}_{n + 1}",
            Layer.SITE,
            table.chrome if isinstance(table, StripTable) else None,
            table.select,
            table.why,
            name,
            source.positions.line((key, n)),
        )
        for key, n, table in _selector_tables(file)
    ]
    return SiteRules(
        name=name,
        domains=tuple(file.domains),
        fingerprint=tuple(file.fingerprint),
        select={str(k): (v,) if isinstance(v, str) else tuple(v) for k, v in file.select.items()},
        constants={key: value for key, value in file.set.model_dump().items() if value},
        rules=tuple(rules),
        selectors=tuple(selectors),
        family=file.family,
        extends=(file.extends,) if isinstance(file.extends, str) else tuple(file.extends),
        valid_from=file.valid_from,
        valid_until=file.valid_until,
        file=path,
    )


def load_rules(path: Path, *, check: bool = True) -> SiteRules | list[Rule]:
    """Return the rules of a file of either kind: a pack's, which has a `chrome` key of its own, or a site's.

    Args:
        path: the TOML file.
        check: also compile every pattern and selector and run every example.

    Raises:
        RuleFileError: the file cannot be used; every problem is in it.
    """
    file, source = _read(path)
    if "chrome" not in file:
        return load_rule_file(path, check=check)
    language = file.get("language", path.parent.name)
    if not re.match(CODE, str(language)):
        raise RuleFileError([source.problem(("chrome",), "it does not say for which language", 'add language = "xx"')])
    return load_pack_file(path, language, Layer.ANY if language == "any" else Layer.LANGUAGE, check=check)


def _read(path: Path) -> tuple[dict[str, Any], RuleSource]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        problem = RuleProblem(path, 0, "file", reason, "give the path of a TOML file in UTF-8")
        raise RuleFileError([problem]) from error
    try:
        return tomllib.loads(text), RuleSource(path, Positions(text))
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise RuleFileError([RuleProblem(path, line, "file", f"not TOML: {error}", "mend the syntax")]) from error


def _load(shape: type[_File], path: Path) -> tuple[_File, RuleSource]:
    content, source = _read(path)
    try:
        return shape.model_validate(content), source
    except ValidationError as error:
        raise RuleFileError([schema_problem(source, shape, dict(e)) for e in error.errors()]) from error


def _selector_tables(file: SiteFile) -> Iterator[tuple[str, int, StripTable | KeepTable]]:
    for n, strip in enumerate(file.strip):
        yield "strip", n, strip
    for n, keep in enumerate(file.keep):
        yield "keep", n, keep


def _rules(
    tables: Sequence[RuleTable],
    prefix: str,
    layer: Layer,
    source: RuleSource,
    chrome: Chrome | None,
    *,
    site: str | None = None,
) -> list[Rule]:
    return [
        with_keys(
            Rule(
                id=f"{prefix}.{table.name}",
                layer=layer,
                chrome=None if table.keep else table.chrome or chrome,
                match=table.match,
                phrases=tuple(table.patterns if table.match is Match.PATTERN else table.phrases),
                why=table.why,
                marks=tuple(table.marks),
                keeps=tuple(table.keeps),
                takes=table.takes,
                max_words=table.max_words,
                where=table.where,
                opens_section=table.opens_section,
                file=source.path,
                line=source.positions.line(("rule", index)),
                site=site,
            )
        )
        for index, table in enumerate(tables)
    ]


def _raise_if(problems: Iterable[RuleProblem]) -> None:
    if found := list(problems):
        raise RuleFileError(found)
