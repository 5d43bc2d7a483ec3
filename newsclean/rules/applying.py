"""All rules of a cleaner in one book: what applies to a document, and what it says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsclean.document import Document
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.rules.builtin import builtin_index, builtin_packs, builtin_sites
from newsclean.rules.guards import hold_back, misreads, questions_in, stands_there
from newsclean.rules.index import Index
from newsclean.rules.languages import ANY, pack_names, pack_of
from newsclean.rules.late import RuleTable
from newsclean.rules.markup import THREAD, markup_marks
from newsclean.rules.matching import Hit, Matcher
from newsclean.rules.rule import Match, Rule, SiteRules
from newsclean.rules.ruleset import PythonRule, RuleSet
from newsclean.rules.seams import seam_hits
from newsclean.rules.selected import selected_marks
from newsclean.rules.sites import Sites
from newsclean.rules.sources import gather
from newsclean.segment.html import HtmlPage
from newsclean.segment.looks import LONG_WORDS, Look

# What is cut out of a paragraph that stays is no more of it than this.
_MOST_CUT = 0.4


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rules of a book find on a document.

    Attributes:
        hits: of phrases and patterns.
        marks: of rules in Python, of selectors, and of what sites set.
    """

    hits: tuple[Hit, ...]
    marks: tuple[Mark, ...]


class RuleBook:
    """The rules of one cleaner, compiled.

    Attributes:
        python: rules in Python.
        matcher: the compiled phrases and patterns.

    Args:
        rule_sets: rules in Python.
        paths: rule files, or folders of them.
        disable: dotted prefixes of the ids to leave out.
        languages: codes of the languages whose packs to load, as in BCP 47; None for all.

    Raises:
        RuleFileError: a rule file cannot be used.
        ValueError: there is no pack for one of the languages.
    """

    def __init__(
        self,
        rule_sets: Sequence[RuleSet],
        paths: Sequence[Path],
        disable: tuple[str, ...],
        languages: Iterable[str] | None = None,
    ) -> None:
        self._disable = disable
        own = gather(rule_sets, paths)
        wanted = None if languages is None else _packs_for(languages, {rule.id.split(".", 1)[0] for rule in own.packs})
        index: Index | None = None
        if wanted is None and not disable and not own.packs:
            packs, index = builtin_index()
        else:
            # A user's rule replaces the built-in one of the same name.
            both = (*builtin_packs(wanted), *own.packs)
            packs = RuleTable.of(list({rule.id: rule for rule in both if self._is_on(rule.id)}.values()))
        # A user's file for a site replaces the built-in one of the same name.
        self._sites = Sites(site for site in (*builtin_sites(), *own.sites) if self._is_on(f"sites.{site.name}"))
        self.python = tuple(rule for rules in own.rule_sets for rule in rules.rules if self._is_on(rule.id))
        self.matcher = Matcher(packs, list(self._sites.by_name.values()), index)
        self._languages = {rule_id.partition(".")[0] for rule_id in packs.ids} - {ANY}

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Phrases and patterns, of packs and of sites."""
        return tuple(self.matcher.rules)

    @property
    def sites(self) -> Mapping[str, SiteRules]:
        """Site rules by name, families too."""
        return self._sites.by_name

    def _is_on(self, rule_id: str) -> bool:
        return not any(rule_id == prefix or rule_id.startswith(prefix.rstrip(".") + ".") for prefix in self._disable)

    def knows(self, language: str | None) -> bool:
        """Return whether there are rules for a language, given as BCP 47."""
        return pack_of(language) in self._languages

    def allowed(self, marks: Iterable[Mark]) -> list[Mark]:
        """Return those of `marks` whose rules are not switched off."""
        return [mark for mark in marks if self._is_on(mark.rule)] if self._disable else list(marks)

    def sites_for(self, document: Document, day: dt.date | None = None) -> list[SiteRules]:
        """Return the rules of the sites that a document is of, by name, each with its families behind it.

        Args:
            document: the document.
            day: when it was retrieved; today where not known.
        """
        _, applying = self._heard(document, day or dt.datetime.now(dt.UTC).date())
        return [link for site in applying for link in self._sites.with_families(site)]

    def _heard(self, document: Document, day: dt.date) -> tuple[list[Hit], list[SiteRules]]:
        """The hits on a document, and the sites that it is of."""
        applying: list[SiteRules] = []

        def settle(fingerprinted: set[str]) -> set[str]:
            applying.extend(self._sites.applying(document.url, fingerprinted, day))
            return {link.name for site in applying for link in self._sites.with_families(site)}

        return self.matcher.read(document.blocks, settle, pack_of(document.language)), applying

    def read(self, document: Document, looks: Sequence[Look], page: HtmlPage | None, day: dt.date) -> Findings:
        """Return what the rules find on a document.

        Args:
            document: the document.
            looks: what its blocks look like.
            page: the parsed page, where it is HTML.
            day: when it was retrieved.
        """
        found, applying = self._heard(document, day)
        asked = questions_in(document.blocks, looks)
        hits = [hit for hit in found if self._is_on(hit.rule.id) and stands_there(hit, looks)]
        hits = [hit for hit in hits if not misreads(hit.mark, hit.rule.match, asked)]
        hits += self._glued(document, hits, looks)
        marks = self.allowed(markup_marks(looks, page.hints)) if page is not None else []
        told = [hit.mark for hit in hits]
        for rule in self.python:
            told += [mark for mark in _applied(rule, document, told) if not misreads(mark, None, asked)]
        marks += told[len(hits) :]
        cuts = [mark for mark in (*marks, *(hit.mark for hit in hits)) if mark.end is not None]
        # In characters, of the paragraphs that are long enough to stay without a part.
        long = {block.index: len(block.text) for block in document.blocks if looks[block.index].words > LONG_WORDS}
        hits = [hit for hit in hits if hit.rule.match is Match.WHOLE or not _is_of_a_cut(hit.mark, long, cuts)]
        marks = [mark for mark in marks if not _is_of_a_cut(mark, long, cuts)]
        # Readers may write more than the story has words.
        held = hold_back([*(hit.mark for hit in hits), *(mark for mark in marks if mark.rule != THREAD)], looks)
        hits = [hit for hit in hits if hit.rule.id not in held]
        marks = [mark for mark in marks if mark.rule not in held]
        held |= {
            rule_id: f"Rule {rule_id} has a pattern that RE2 cannot take ({error}); it was left out."
            for rule_id, error in self.matcher.refused.items()
        }
        marks += [Mark(rule, Layer.ANY, None, sets=(("warning", said),), why=said) for rule, said in held.items()]
        for site in applying:
            marks += self.allowed(self._site_marks(site, page))
        return Findings(tuple(hits), tuple(marks))

    def _glued(self, document: Document, hits: Sequence[Hit], looks: Sequence[Look]) -> list[Hit]:
        """The hits on lines glued into the paragraphs of which no hit tells, or may tell of a part."""
        whole: dict[int | None, set[Chrome | None]] = {}
        for hit in hits:
            if hit.mark.end is None:
                kinds = whole.setdefault(hit.mark.block, set())
                kinds.add(hit.mark.chrome if _may_be_part(hit, looks) else None)
        left = [block for block in document.blocks if None not in whole.get(block.index, ())]
        glued = [hit for hit in seam_hits(left, self.matcher, pack_of(document.language)) if self._is_on(hit.rule.id)]
        return [hit for hit in glued if hit.mark.chrome in whole.get(hit.mark.block, {hit.mark.chrome})]

    def _site_marks(self, site: SiteRules, page: HtmlPage | None) -> list[Mark]:
        select, constants = self._sites.merged(site)
        marks: list[Mark] = []
        if constants:
            why = "The site's rules say so."
            values = tuple(constants.items())
            rule = f"sites.{site.name}.set"
            marks.append(Mark(rule, Layer.SITE, None, role=Role.CREDIT_LINE, sets=values, why=why))
        if page is not None:
            selectors = [rule for link in self._sites.with_families(site) for rule in link.selectors]
            marks += selected_marks(page, selectors, select, site.name)
        return marks


def _may_be_part(hit: Hit, looks: Sequence[Look]) -> bool:
    """Whether a hit is on so long a block that what it tells of may be only a part of it."""
    is_long = hit.rule.match is not Match.WHOLE and looks[hit.mark.block or 0].words >= LONG_WORDS
    return is_long and hit.mark.chrome is not Chrome.CONSENT


def _is_of_a_cut(mark: Mark, long: Mapping[int, int], cuts: Iterable[Mark]) -> bool:
    """Whether what a rule would remove a paragraph for is cut out of it by another one, and most of it stays."""
    if mark.end is not None or mark.block is None or mark.block not in long:
        return False
    most = _MOST_CUT * long[mark.block]
    return any(
        cut.end is not None and cut.end - cut.start < most
        for cut in cuts
        if cut.block == mark.block and cut.chrome is mark.chrome
    )


def _packs_for(languages: Iterable[str], own: set[str]) -> list[str]:
    """The names of the built-in packs for some languages.

    Raises:
        ValueError: there is none for one of them, nor rules of the user's own.
    """
    there = [name for name in pack_names() if name != ANY]
    wanted = {pack_of(language) for language in languages}
    if unknown := sorted(wanted - set(there) - own):
        raise ValueError(f"no rules for the languages {', '.join(unknown)}; there are: {', '.join(there)}")
    return sorted(wanted & set(there))


def _applied(rule: PythonRule, document: Document, marks: Sequence[Mark]) -> list[Mark]:
    """The marks of a rule in Python; one that fails is left out, with a warning, and the other rules still count."""
    try:
        return rule.apply(document, marks)
    except Exception as error:  # noqa: BLE001 - the rule is somebody else's code
        warning = f"Rule {rule.id} failed ({type(error).__name__}: {error}) and was left out."
        return [Mark(rule.id, rule.layer, None, sets=(("warning", warning),), why=warning)]
