"""Every rule there is, of whatever sort, as one kind of entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsclean.mark import Chrome
from newsclean.rules.applying import RuleBook
from newsclean.rules.builtin import as_written
from newsclean.rules.rule import Rule, SelectorRule, SiteRules
from newsclean.rules.ruleset import PythonRule


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as its author and its readers see it.

    Attributes:
        id: dotted.
        pack: the language, `any`, `sites`, or the first part of the name of a rule set.
        chrome: the kind it removes; None for a rule that keeps.
        match: how it looks: `whole`, `starts_with` …, `selector` or `python`.
        looks_for: its phrases, patterns or selector; empty for a rule in Python.
        why: the reason.
        marks: examples of what it marks.
        keeps: examples of what it keeps.
        file: where it is written; None where that cannot be told.
        line: its line in that file, from 1; 0 where that cannot be told.
    """

    id: str
    pack: str
    chrome: Chrome | None
    match: str
    looks_for: tuple[str, ...]
    why: str
    marks: tuple[str, ...]
    keeps: tuple[str, ...]
    file: Path | None
    line: int

    @property
    def kind(self) -> str:
        """The kind of chrome by name, or `keep`."""
        return self.chrome.value if self.chrome else "keep"


def catalogue(book: RuleBook) -> list[Entry]:
    """Return an entry for every rule of a book, by id."""
    entries = [_of_phrases(rule) for rule in as_written(book.rules)]
    entries += [_of_python(rule) for rule in book.python]
    entries += [_of_selector(rule, site) for site in book.sites.values() for rule in site.selectors]
    return sorted(entries, key=lambda entry: entry.id)


def select(entries: Iterable[Entry], packs: Sequence[str] = (), chrome: Sequence[Chrome] = ()) -> list[Entry]:
    """Return the entries of any of some packs and any of some kinds; an empty choice is all."""
    return [e for e in entries if (not packs or e.pack in packs) and (not chrome or e.chrome in chrome)]


def find(entries: Iterable[Entry], name: str) -> list[Entry]:
    """Return the entry with the id `name`, or those whose ids begin with it, dotted part by part."""
    return [entry for entry in entries if entry.id == name or entry.id.startswith(name.rstrip(".") + ".")]


def _pack(rule_id: str) -> str:
    return rule_id.split(".", 1)[0]


def _of_phrases(rule: Rule) -> Entry:
    return Entry(
        id=rule.id,
        pack=_pack(rule.id),
        chrome=rule.chrome,
        match=rule.match.value,
        looks_for=rule.phrases,
        why=rule.why,
        marks=rule.marks,
        keeps=rule.keeps,
        file=rule.file,
        line=rule.line,
    )


def _of_python(rule: PythonRule) -> Entry:
    code = getattr(rule.test, "__code__", None)
    return Entry(
        id=rule.id,
        pack=_pack(rule.id),
        chrome=rule.chrome,
        match="python",
        looks_for=(),
        why=rule.why,
        marks=rule.marks,
        keeps=rule.keeps,
        file=Path(code.co_filename) if code else None,
        line=code.co_firstlineno if code else 0,
    )


def _of_selector(rule: SelectorRule, site: SiteRules) -> Entry:
    return Entry(
        id=rule.id,
        pack=_pack(rule.id),
        chrome=rule.chrome,
        match="selector",
        looks_for=(rule.select,),
        why=rule.why,
        marks=(),
        keeps=(),
        file=site.file,
        line=rule.line,
    )
