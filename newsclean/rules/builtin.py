"""The packs and site rules that come with newsclean, read from a cache where that is up to date."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from newsclean.mark import Chrome, Layer
from newsclean.rules.loading import load_pack_file, load_rule_file
from newsclean.rules.rule import Match, Rule, SiteRules, Takes, Where

_PACKAGE = Path(__file__).parent.parent
_PACKS = _PACKAGE / "packs"
# The pack of what needs no language.
ANY = "any"


_Signature = list[tuple[str, int, int]]


@cache
def pack_names() -> tuple[str, ...]:
    """Return the names of the packs: language codes, and `any`."""
    return tuple(sorted(folder.name for folder in _PACKS.iterdir() if any(folder.glob("*.toml"))))


@cache
def builtin_pack(name: str) -> tuple[Rule, ...]:
    """Return the rules of one pack, by kind, without their examples and their phrases as they are written.

    Those are run by the tests and read by rule authors (`as_written`); this stands between a user and the article.
    """
    folder = _PACKS / name
    files = sorted(folder.glob("*.toml"))
    layer = Layer.ANY if name == ANY else Layer.LANGUAGE
    cached = _cache_of(folder)
    signature = [*_signature(files), *_code_signature()]
    rules = _from_cache(cached, signature, folder, layer)
    if rules is None:
        loaded = (rule for path in files for rule in load_pack_file(path, name, layer, check=False))
        rules = tuple(map(_stripped, loaded))
        _to_cache(cached, signature, rules)
    return rules


def builtin_packs(languages: Iterable[str] | None = None) -> tuple[Rule, ...]:
    """Return the rules of all packs, or of `any` and those of some languages, by language and kind."""
    wanted = pack_names() if languages is None else sorted({ANY, *languages})
    return tuple(rule for name in wanted for rule in builtin_pack(name))


def as_written(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules with their phrases and examples, which those that come with newsclean are loaded without."""
    return [rule if rule.marks or rule.file is None else _rules_in(rule.file)[rule.id] for rule in rules]


def _stripped(rule: Rule) -> Rule:
    return replace(rule, marks=(), keeps=(), phrases=rule.phrases if rule.match is Match.PATTERN else ())


@cache
def _rules_in(file: Path) -> Mapping[str, Rule]:
    name = file.parent.name
    layer = Layer.ANY if name == ANY else Layer.LANGUAGE
    return {rule.id: rule for rule in load_pack_file(file, name, layer, check=False)}


@cache
def builtin_sites() -> tuple[SiteRules, ...]:
    """Return the site rules that come with newsclean, families too."""
    return tuple(load_rule_file(path, check=False) for path in sorted((_PACKAGE / "sites").glob("**/*.toml")))


def _cache_of(folder: Path) -> Path:
    """A file in the user's own cache directory: what marshal reads must come from nobody else."""
    from platformdirs import user_cache_path

    where = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return user_cache_path("newsclean") / f"{folder.name}-{where}.{sys.implementation.cache_tag}"


def _signature(files: Sequence[Path]) -> _Signature:
    """What changes when a source does, by the means of Python's own cache of modules: size and time."""
    return [(file.name, (stat := file.stat()).st_size, stat.st_mtime_ns) for file in files]


@cache
def _code_signature() -> _Signature:
    """The code that makes rules from files is a source of them too."""
    return _signature(sorted(Path(__file__).parent.glob("*.py")))


def _from_cache(path: Path, signature: _Signature, folder: Path, layer: Layer) -> tuple[Rule, ...] | None:
    try:
        stored = marshal.loads(path.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return None
    if not isinstance(stored, tuple) or len(stored) != 2 or stored[0] != signature:
        return None
    files = {name: folder / name for name, _, _ in signature}
    return tuple(_rule(row, files, layer) for row in stored[1])


def _to_cache(path: Path, signature: _Signature, rules: Iterable[Rule]) -> None:
    rows = [_row(rule) for rule in rules]
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    # A cache that cannot be written is done without.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(marshal.dumps((signature, rows)))
        beside.replace(path)


def _row(rule: Rule) -> tuple[Any, ...]:
    texts = (rule.id, rule.phrases, rule.why, rule.keys, rule.needs, rule.heads)
    enums = (rule.chrome and rule.chrome.value, rule.match.value, rule.takes.value, rule.where.value)
    return (*texts, *enums, rule.max_words, rule.opens_section, rule.file and rule.file.name, rule.line)


def _rule(row: tuple[Any, ...], files: Mapping[str, Path], layer: Layer) -> Rule:
    rule_id, phrases, why, keys, needs, heads, chrome, match, takes, where, max_words, opens, file, line = row
    return Rule(
        id=rule_id,
        layer=layer,
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
        file=files[file],
        line=line,
        keys=keys,
        needs=needs,
        heads=heads,
    )
