"""The packs and site rules that come with newsclean, read as they were shipped or from a cache that is up to date."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from newsclean.mark import Chrome, Layer
from newsclean.rules.cache import CacheFile, read_shipped, write_shipped
from newsclean.rules.index import Index
from newsclean.rules.languages import ANY, PACKS, pack_files, pack_names
from newsclean.rules.late import RuleTable
from newsclean.rules.loading import load_pack_file, load_rule_file
from newsclean.rules.rule import Match, Rule, SiteRules, Takes, Where

_PACKAGE = Path(__file__).parent.parent
#: The index in an installed package; a checkout has none.
SHIPPED = PACKS / "index.marshal"


def _names(pack: str) -> list[str]:
    """The names of a pack's files, with their folders."""
    return [f"{PACKS}/{pack}/{name}" for name in pack_files()[pack]]


@cache
def _path(file: str) -> Path:
    return PACKS / file


@cache
def builtin_pack(name: str) -> tuple[Rule, ...]:
    """Return the rules of one pack, by kind, without their examples and their phrases as they are written.

    Those are run by the tests and read by rule authors (`as_written`); this stands between a user and the article.
    """
    files = _names(name)
    kept = CacheFile(name, files)
    rows = kept.read()
    if rows is None:
        loaded = (rule for file in files for rule in load_pack_file(Path(file), name, _layer(name), check=False))
        rows = [_row(rule) for rule in loaded]
        kept.write(rows)
    return tuple(map(_rule, rows))


def builtin_packs(languages: Iterable[str] | None = None) -> tuple[Rule, ...]:
    """Return the rules of all packs, or of `any` and those of some languages, by language and kind."""
    wanted = pack_names() if languages is None else sorted({ANY, *languages})
    return tuple(rule for name in wanted for rule in builtin_pack(name))


def builtin_index() -> tuple[RuleTable, Index]:
    """Return the rules of all packs, by language and kind, and their index, for the caller to add to.

    The rules come without keys, which are in the index; each is made when it is first asked for.
    """
    files = [file for pack in pack_names() for file in _names(pack)]
    if (stored := read_shipped(SHIPPED, files)) is None:
        kept = CacheFile("index", files)
        if (stored := kept.read()) is None:
            stored = _made_index()
            kept.write(stored)
    ids, rows, state = stored
    return RuleTable(ids.split("\n"), [None] * len(rows), lambda n: _rule(marshal.loads(rows[n]))), Index(state)


def ship_index(path: Path) -> None:
    """Write the index to be shipped in a wheel, where nobody has to wait for it to be made, as `SHIPPED`."""
    write_shipped(path, [file for pack in pack_names() for file in _names(pack)], _made_index())


def _made_index() -> tuple[str, list[bytes], tuple[Any, ...]]:
    rules = builtin_packs()
    index = Index()
    index.add(rules)
    bare = (replace(rule, keys=(), needs=(), heads=(), also=(), plain=(), least=()) for rule in rules)
    return "\n".join(rule.id for rule in rules), [marshal.dumps(_row(rule)) for rule in bare], index.state


def as_written(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules with their phrases and examples, which those that come with newsclean are loaded without."""
    return [rule if rule.marks or rule.file is None else _rules_in(rule.file)[rule.id] for rule in rules]


@cache
def _rules_in(file: Path) -> Mapping[str, Rule]:
    name = file.parent.name
    return {rule.id: rule for rule in load_pack_file(file, name, _layer(name), check=False)}


@cache
def builtin_sites() -> tuple[SiteRules, ...]:
    """Return the site rules that come with newsclean, families too."""
    return tuple(load_rule_file(path, check=False) for path in sorted((_PACKAGE / "sites").glob("**/*.toml")))


def _layer(pack: str) -> Layer:
    return Layer.ANY if pack == ANY else Layer.LANGUAGE


def _row(rule: Rule) -> tuple[Any, ...]:
    """A rule as built-in types, without examples, and without phrases where their keys do."""
    phrases = rule.phrases if rule.match is Match.PATTERN else ()
    texts = (rule.id, phrases, rule.why, rule.keys, rule.needs, rule.heads, rule.also, rule.plain, rule.least)
    enums = (rule.chrome and rule.chrome.value, rule.match.value, rule.takes.value, rule.where.value)
    file = rule.file and f"{rule.file.parent.name}/{rule.file.name}"
    return (*texts, *enums, rule.max_words, rule.opens_section, file, rule.line)


def _rule(row: tuple[Any, ...]) -> Rule:
    rule_id, phrases, why, keys, needs, heads, also, plain, least, *rest = row
    chrome, match, takes, where, max_words, opens, file, line = rest
    return Rule(
        id=rule_id,
        layer=_layer(file.partition("/")[0]),
        chrome=Chrome(chrome) if chrome else None,
        match=Match(match),
        phrases=phrases,
        why=why,
        marks=(),
        keeps=(),
        takes=Takes(takes),
        max_words=max_words,
        where=Where(where),
        opens_section=opens,
        file=_path(file),
        line=line,
        keys=keys,
        needs=needs,
        heads=heads,
        also=also,
        plain=plain,
        least=least,
    )
