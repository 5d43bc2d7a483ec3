"""All rules of a cleaner in one book: what applies to a document, and what it says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from newsclean.document import Document
from newsclean.errors import RuleFileError, RuleProblem
from newsclean.mark import Layer, Mark, Role
from newsclean.rules.loading import builtin_packs, builtin_sites, load_rule_file
from newsclean.rules.matching import Hit, Matcher
from newsclean.rules.rule import SiteRules, Where
from newsclean.rules.ruleset import PythonRule, RuleSet
from newsclean.rules.selecting import compile_selector
from newsclean.segment.html import HtmlPage
from newsclean.segment.looks import Look

# Codes of languages that are read by the pack of another code: Norwegian by that of Bokmål, and two withdrawn codes.
_SAME_PACK = {"no": "nb", "nn": "nb", "iw": "he", "in": "id"}
# A phrase rule that takes more than this share of the running text is wrong about the page, not the page about it.
_GREEDY_SHARE = 0.4
_GREEDY_WORDS = 100


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

    Args:
        rule_sets: rules in Python.
        paths: site rule files, or folders of them.
        disable: dotted prefixes of the ids to leave out.

    Raises:
        RuleFileError: a rule file cannot be used.
    """

    def __init__(self, rule_sets: Sequence[RuleSet], paths: Sequence[Path], disable: tuple[str, ...]) -> None:
        self._disable = disable
        own = _load_paths(paths)
        # A user's file for a site replaces the built-in one of the same name.
        named = {site.name: site for site in (*builtin_sites(), *own)}
        self._sites = {name: site for name, site in named.items() if self._is_on(f"sites.{name}")}
        self._python = [rule for rules in (*rule_sets, *_installed()) for rule in rules.rules if self._is_on(rule.id)]
        packs = [rule for rule in builtin_packs() if self._is_on(rule.id)]
        self.matcher = Matcher(packs, list(self._sites.values()))
        self._languages = {rule.id.split(".", 1)[0] for rule in packs if rule.layer is Layer.LANGUAGE}

    def _is_on(self, rule_id: str) -> bool:
        return not any(rule_id == prefix or rule_id.startswith(prefix.rstrip(".") + ".") for prefix in self._disable)

    def knows(self, language: str | None) -> bool:
        """Return whether there are rules for a language, given as BCP 47."""
        return _pack_of(language) in self._languages

    def allowed(self, marks: Iterable[Mark]) -> list[Mark]:
        """Return those of `marks` whose rules are not switched off."""
        return [mark for mark in marks if self._is_on(mark.rule)] if self._disable else list(marks)

    def _sites_for(self, document: Document) -> set[str]:
        """Return the names of the site rules whose domains hold the document's address."""
        host = _host(document.url)
        return {site.name for site in self._sites.values() if host and any(_covers(d, host) for d in site.domains)}

    def read(self, document: Document, looks: Sequence[Look], page: HtmlPage | None) -> Findings:
        """Return what the rules find on a document."""
        hits, sites = self.matcher.read(document.blocks, self._sites_for(document), _pack_of(document.language))
        hits = [hit for hit in hits if self._is_on(hit.rule.id) and _stands_there(hit, looks)]
        hits, marks = _hold_back(hits, looks)
        for rule in self._python:
            marks += _applied(rule, document, [hit.mark for hit in hits])
        for name in sorted(sites):
            site = self._sites[name]
            if site.constants:
                why = "The site's rules say so."
                values = tuple(site.constants.items())
                marks.append(Mark(f"sites.{name}.set", Layer.SITE, None, role=Role.CREDIT_LINE, sets=values, why=why))
            if page is not None:
                marks += self.allowed(_selected(site, page))
        return Findings(tuple(hits), tuple(marks))


def _pack_of(language: str | None) -> str:
    """The name of the pack for a language, given as BCP 47."""
    primary = (language or "").split("-", 1)[0]
    return _SAME_PACK.get(primary, primary)


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:  # "http://[" and the like: an address nobody can read belongs to no site
        return ""


def _covers(domain: str, host: str) -> bool:
    domain = domain.lstrip(".")
    return host == domain or host.endswith("." + domain)


def _load_paths(paths: Sequence[Path]) -> list[SiteRules]:
    sites: list[SiteRules] = []
    problems: list[RuleProblem] = []
    for path in paths:
        for file in sorted(path.glob("**/*.toml")) if path.is_dir() else [path]:
            try:
                sites.append(load_rule_file(file))
            except RuleFileError as error:
                problems += error.problems
    if problems:
        raise RuleFileError(problems)
    return sites


def _installed() -> list[RuleSet]:
    """Rule sets that other packages bring, by the entry point group `newsclean.rule_sets`."""
    found = []
    for point in entry_points(group="newsclean.rule_sets"):
        loaded = point.load()
        if not isinstance(loaded, RuleSet):
            problem = RuleProblem(
                Path(point.value), 0, point.name, "the entry point names no RuleSet", "let it name one"
            )
            raise RuleFileError([problem])
        found.append(loaded)
    return found


def _stands_there(hit: Hit, looks: Sequence[Look]) -> bool:
    """Whether a hit stands where in the document its rule wants it."""
    index = hit.mark.block
    if hit.rule.where is Where.ANYWHERE or index is None:
        return True
    return 0 < index < len(looks) - 1 and looks[index - 1].prose and looks[index + 1].prose


def _applied(rule: PythonRule, document: Document, marks: Sequence[Mark]) -> list[Mark]:
    """The marks of a rule in Python; one that fails is left out, with a warning, and the other rules still count."""
    try:
        return rule.apply(document, marks)
    except Exception as error:  # noqa: BLE001 - the rule is somebody else's code
        warning = f"Rule {rule.id} failed ({type(error).__name__}: {error}) and was left out."
        return [Mark(rule.id, rule.layer, None, sets=(("warning", warning),), why=warning)]


def _hold_back(hits: Sequence[Hit], looks: Sequence[Look]) -> tuple[list[Hit], list[Mark]]:
    """Leave out the rules that would take a large share of the running text, each with a warning."""
    prose = sum(look.words for look in looks if look.prose)
    taken: dict[str, float] = {}
    for hit in hits:
        if (
            hit.mark.chrome is not None
            and hit.mark.end is None
            and hit.mark.block is not None
            and looks[hit.mark.block].prose
        ):
            taken[hit.rule.id] = taken.get(hit.rule.id, 0.0) + looks[hit.mark.block].words
    greedy = {rule for rule, words in taken.items() if words > max(_GREEDY_WORDS, _GREEDY_SHARE * prose)}
    if not greedy:
        return list(hits), []
    warnings = []
    for rule in sorted(greedy):
        warning = f"Rule {rule} was held back: it would have removed {taken[rule]:.0f} of {prose:.0f} words."
        warnings.append(Mark(rule, Layer.ANY, None, sets=(("warning", warning),)))
    return [hit for hit in hits if hit.rule.id not in greedy], warnings


_FIELD_ROLES = {
    "headline": Role.HEADLINE,
    "subheadline": Role.SUBHEADLINE,
    "byline": Role.BYLINE,
    "published": Role.PUBLISHED,
}


class _SelectedPage:
    """A page, and which of its blocks stand in which elements."""

    def __init__(self, page: HtmlPage) -> None:
        self._tree = page.tree
        self._blocks: dict[etree._Element, list[int]] = {}
        for index, element in enumerate(page.elements):
            self._blocks.setdefault(element, []).append(index)

    def find(self, selector: str) -> list[etree._Element | str]:
        """Return what a selector finds: elements, or the values of attributes."""
        found = compile_selector(selector)(self._tree)
        items = found if isinstance(found, list) else [found]
        return [item if isinstance(item, etree._Element) else str(item) for item in items]

    def blocks_in(self, element: etree._Element | str) -> list[int]:
        """Return the blocks whose text stands in an element."""
        if isinstance(element, str):
            return []
        return sorted(index for inner in element.iter() for index in self._blocks.get(inner, ()))


def _selected(site: SiteRules, page: HtmlPage) -> list[Mark]:
    """Return the marks of a site's selectors on a page; one that finds nothing says so."""
    selected = _SelectedPage(page)
    marks: list[Mark] = []
    for rule in site.selectors:
        inside = {index for element in selected.find(rule.select) for index in selected.blocks_in(element)}
        role = Role.BODY if rule.chrome is None else Role.BOILERPLATE
        marks += [Mark(rule.id, rule.layer, i, role=role, chrome=rule.chrome, why=rule.why) for i in sorted(inside)]
        if not inside:
            marks.append(Mark(rule.id, rule.layer, None, why=f"{rule.select!r} finds no text on this page."))
    for field, selectors in site.select.items():
        marks.append(_selected_field(site, field, selectors, selected))
    return marks


def _selected_field(site: SiteRules, field: str, selectors: Sequence[str], selected: _SelectedPage) -> Mark:
    """Return the mark that sets a field from the first selector that finds a text."""
    rule = f"sites.{site.name}.select.{field}"
    for selector in selectors:
        for item in selected.find(selector):
            text = item if isinstance(item, str) else " ".join("".join(map(str, item.itertext())).split())
            if text:
                block = next(iter(selected.blocks_in(item)), None)
                why = f"The site's selector {selector!r}."
                return Mark(rule, Layer.SITE, block, role=_FIELD_ROLES[field], sets=((field, text),), why=why)
    warning = f"{rule}: no selector finds a text on this page."
    return Mark(rule, Layer.SITE, None, sets=(("warning", warning),), why=warning)
