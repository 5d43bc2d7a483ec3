"""All site rules of a cleaner: which of them apply to a page, and the families they extend."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from newsclean.errors import RuleFileError, RuleProblem
from newsclean.rules.positions import Positions
from newsclean.rules.rule import SiteRules


class Sites:
    """Site rules by name. A later one replaces an earlier one of the same name: a user's file, the built-in one.

    Raises:
        RuleFileError: one extends what is no family, or families extend each other in a circle.
    """

    def __init__(self, sites: Iterable[SiteRules]) -> None:
        by_name = {site.name: site for site in sites}
        if problems := list(_family_problems(by_name)):
            raise RuleFileError(problems)
        self.by_name: Mapping[str, SiteRules] = MappingProxyType(by_name)

    def applying(self, url: str | None, fingerprinted: Iterable[str], day: dt.date) -> list[SiteRules]:
        """Return the rules of the sites that a page is of, by name, without families.

        Args:
            url: the page's address, if known.
            fingerprinted: names of the sites whose fingerprint the page has.
            day: when the page was retrieved; rules for another layout are left out.
        """
        host, named = _host(url), set(fingerprinted)
        return [
            site
            for name, site in sorted(self.by_name.items())
            if not site.family and (name in named or any(_covers(domain, host) for domain in site.domains))
            if site.is_valid(day)
        ]

    def with_families(self, site: SiteRules) -> list[SiteRules]:
        """Return a site's rules and then those of its families, the nearest first."""
        chain = [site]
        for link in chain:
            chain += [self.by_name[name] for name in link.extends if self.by_name[name] not in chain]
        return chain

    def merged(self, site: SiteRules) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
        """Return a site's selectors for fields and its constants, with those of its families behind its own."""
        select: dict[str, tuple[str, ...]] = {}
        constants: dict[str, str] = {}
        for link in self.with_families(site):
            for field, selectors in link.select.items():
                select[field] = select.get(field, ()) + selectors
            constants = {**link.constants, **constants}
        return select, constants


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:  # "http://[" and the like: an address nobody can read belongs to no site
        return ""


def _covers(domain: str, host: str) -> bool:
    domain = domain.lstrip(".")
    return host == domain or host.endswith("." + domain)


def _family_problems(sites: Mapping[str, SiteRules]) -> Iterator[RuleProblem]:
    families = sorted(name for name, site in sites.items() if site.family)
    for site in sites.values():
        for name in site.extends:
            if name not in sites or not sites[name].family:
                said = f"{name!r} is no family"
                mend = f"write one of: {', '.join(families)}" if families else "give the family's file too"
                yield _problem(site, said, mend)
        if _is_circular(site, sites, ()):
            yield _problem(site, f"{site.name!r} extends itself", "break the circle")


def _is_circular(site: SiteRules, sites: Mapping[str, SiteRules], seen: Sequence[str]) -> bool:
    if site.name in seen:
        return site.name == seen[0]
    return any(_is_circular(sites[name], sites, (*seen, site.name)) for name in site.extends if name in sites)


def _problem(site: SiteRules, message: str, mend: str) -> RuleProblem:
    path = site.file or Path(site.name)
    # Read again for the line: the rules themselves do not carry the places of all their keys.
    line = Positions(path.read_text("utf-8")).line(("extends",)) if site.file else 0
    return RuleProblem(path, line, "extends", message, mend)
