"""A rule as the engine sees it, whatever file or package it came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from newsclean.mark import Chrome, Layer


class Match(StrEnum):
    """How a rule's phrases are looked for in a block."""

    WHOLE = "whole"
    STARTS_WITH = "starts_with"
    ENDS_WITH = "ends_with"
    CONTAINS = "contains"
    PATTERN = "pattern"


class Takes(StrEnum):
    """How much of the block a hit removes."""

    LINE = "line"
    PHRASE = "phrase"


class Where(StrEnum):
    """Where in a document a rule may find its lines."""

    ANYWHERE = "anywhere"
    BETWEEN_PARAGRAPHS = "between_paragraphs"


# The longest line, in words, that a rule takes whole where it does not say: a line longer than this is prose.
DEFAULT_MAX_WORDS = 25


@dataclass(frozen=True, slots=True)
class Rule:
    """One phrase or pattern rule.

    Attributes:
        id: dotted, `fr.related.read_also`.
        layer: who speaks.
        chrome: what its hits are removed as; None for a rule that keeps.
        match: how phrases are looked for.
        phrases: literal phrases, or RE2 patterns where `match` is `pattern`.
        takes: the whole line, or only the phrase.
        max_words: the longest line, in words, that it may take whole.
        where: anywhere, or only right between two paragraphs of running text.
        opens_section: a line that holds the phrase alone heads a list; what follows belongs to it.
        why: why its hits are no part of the story, in a sentence.
        marks: lines it must mark; empty in rules that come with newsclean, which are loaded to be used.
        keeps: lines it must not mark; the same.
        file: where it was read from; None for rules made in Python.
        line: the line of its table in that file.
        site: name of the site rule file it belongs to; None for a pack.
        keys: the folded phrases, one for each; empty for patterns, and where they are yet to be told (`rules.keys`).
        needs: for each pattern, folded texts of which one stands in every line that it hits; empty as above.
        heads: for each pattern, how such a line may begin, from its first letter on; or empty.
        also: for each pattern, other folded texts of which one stands in every line that it hits; or empty.
        plain: for each pattern, whether it may hit a line in ASCII; empty as above.
        least: for each pattern, the length in characters of the shortest line that it may hit; empty as above.
    """

    id: str
    layer: Layer
    chrome: Chrome | None
    match: Match
    phrases: tuple[str, ...]
    why: str
    marks: tuple[str, ...]
    keeps: tuple[str, ...]
    takes: Takes = Takes.LINE
    max_words: int = DEFAULT_MAX_WORDS
    where: Where = Where.ANYWHERE
    opens_section: bool = False
    file: Path | None = None
    line: int = 0
    site: str | None = None
    keys: tuple[str, ...] = field(default=(), repr=False, compare=False)
    needs: tuple[tuple[str, ...], ...] = field(default=(), repr=False, compare=False)
    heads: tuple[tuple[str, ...], ...] = field(default=(), repr=False, compare=False)
    also: tuple[tuple[str, ...], ...] = field(default=(), repr=False, compare=False)
    plain: tuple[bool, ...] = field(default=(), repr=False, compare=False)
    least: tuple[int, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class SelectorRule:
    """A rule that marks what a CSS selector or XPath expression finds in an HTML tree.

    Attributes:
        id: dotted, `sites.example.strip_1`.
        layer: who speaks.
        chrome: what it is removed as; None for a rule that keeps.
        select: CSS, or XPath behind `xpath:`.
        why: the reason.
        site: name of the site rule file it belongs to.
        line: the line of its table in that file.
    """

    id: str
    layer: Layer
    chrome: Chrome | None
    select: str
    why: str
    site: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class SiteRules:
    """One site's rules, or those of a family of sites.

    Attributes:
        name: the file's stem; rule ids begin with `sites.<name>`.
        domains: hosts it applies to, subdomains too.
        fingerprint: phrases that identify the site in text without an address.
        select: selectors for fields, in the order to try.
        constants: `publisher` and `aggregator`, where the site fixes them.
        rules: its phrase rules.
        selectors: its strips and keeps.
        family: it applies to no site of its own, only where others extend it.
        extends: names of the families whose rules apply too, after its own.
        valid_from: first day of the layout it was written for; None for always.
        valid_until: last day of that layout; None for to this day.
        file: where it was read from.
    """

    name: str
    domains: tuple[str, ...]
    fingerprint: tuple[str, ...]
    select: dict[str, tuple[str, ...]]
    constants: dict[str, str]
    rules: tuple[Rule, ...]
    selectors: tuple[SelectorRule, ...]
    family: bool = False
    extends: tuple[str, ...] = ()
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    file: Path | None = None

    def is_valid(self, day: dt.date) -> bool:
        """Return whether a page of that day has the layout it was written for."""
        return (self.valid_from or day) <= day <= (self.valid_until or day)
