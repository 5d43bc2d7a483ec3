"""The publisher of a page: the outlet whose domain it is, or the name that the page gives itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from newsclean.document import PageMetadata
from newsclean.fields.domain_name import PLATFORMS, domain_letters, host_of, letters_of, name_of_domain

_TABLE = Path(__file__).with_name("publishers.tsv")
# A company is named by its form, and a publishing house by what it is; readers call the outlet otherwise.
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KG|KGaA|SE|S\.?A\.?|S\.?L\.?U?\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|Ltd\.?|Limited|LLC|Inc\.?|Corp\.?|plc|PLC|AB|ASA?|A/S|Oy|B\.?V\.?"
    r"|Sp\. z o\. ?o\.|s\.r\.o\.|a\.s\.|Kft\.?|Zrt\.?|Publishing|Verlag|株式会社)(?!\w)"
)
# A name, and what it is or what else it is called.
_BETWEEN_NAMES = re.compile(r"\s+[-–—|:•·]\s+")


@cache
def _known() -> Mapping[str, str]:
    """The names of outlets by registered domain."""
    lines = _TABLE.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def known_publisher(url: str) -> str | None:
    """Return the name of the outlet whose domain an address is under, None where it is not known.

    Args:
        url: with its scheme.
    """
    labels = host_of(url).split(".")
    known = _known()
    # A subdomain may be an outlet of its own: the longest name first.
    return next((known[name] for n in range(len(labels) - 1) if (name := ".".join(labels[n:])) in known), None)


def stated_publisher(page: PageMetadata, url: str | None, text: str = "") -> str | None:
    """Return the name that a page gives its publisher: of the outlet rather than of the company behind it.

    Args:
        page: what the page says of itself.
        url: of the page, with its scheme.
        text: all that the page says.
    """
    names = [name for name in (page.publisher, page.site_name) if name and not _is_platform(name)]
    outlets = [name for name in names if not _COMPANY.search(name)]
    name = next(iter(outlets or names), None)
    return None if name is None else _with_outlet(_own_part(_without_ending(name, url), url), url, text)


def _is_platform(name: str) -> bool:
    """Whether a name is what a platform states as the publisher of pages that are not its own."""
    return name.casefold().removesuffix(".com") in PLATFORMS


def _own_part(name: str, url: str | None) -> str:
    """The part of a name that is the page's own domain: "Harbour Bell – News from the quay" is the Harbour Bell."""
    letters = domain_letters(url or "")
    return next((part for part in _BETWEEN_NAMES.split(name) if letters and letters_of(part) == letters), name)


def _with_outlet(name: str, url: str | None, text: str) -> str:
    """The name of a part of an outlet that is only that of its subdomain, with the outlet's: "AFP Faktencheck"."""
    first = letters_of(host_of(url or "").partition(".")[0])
    if url is None or letters_of(name) != first or first == domain_letters(url):
        return name
    outlet = name_of_domain(url, text)
    return name if outlet is None else f"{outlet} {name}"


def _without_ending(name: str, url: str | None) -> str:
    """Cut the ending off a name that is the page's own domain: "Golem.de" is Golem."""
    host = host_of(url or "")
    stem, dot, ending = name.rpartition(".")
    is_domain = dot and len(stem) > 3 and " " not in name and f".{host}".endswith(f".{name.casefold()}")
    return stem if is_domain and ending.isalpha() else name
