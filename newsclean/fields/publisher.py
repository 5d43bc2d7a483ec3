"""The publisher of a page: the outlet whose domain it is, or the name that the page gives itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from newsclean.document import PageMetadata

_TABLE = Path(__file__).with_name("publishers.tsv")
# A company is named by its form, and a publishing house by what it is; readers call the outlet otherwise.
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KG|KGaA|SE|S\.?A\.?|S\.?L\.?U?\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|Ltd\.?|Limited|LLC|Inc\.?|Corp\.?|plc|PLC|AB|ASA?|A/S|Oy|B\.?V\.?"
    r"|Sp\. z o\. ?o\.|s\.r\.o\.|a\.s\.|Kft\.?|Zrt\.?|Publishing|Verlag|株式会社)(?!\w)"
)
# What platforms state as the publisher of pages that are not theirs.
_PLATFORMS = frozenset(
    ["blogger", "wordpress", "wordpress.com", "medium", "substack", "squarespace", "wix", "blogspot"]
)


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
    labels = _host(url).split(".")
    known = _known()
    # A subdomain may be an outlet of its own: the longest name first.
    return next((known[name] for n in range(len(labels) - 1) if (name := ".".join(labels[n:])) in known), None)


def _host(url: str) -> str:
    """The host of an address; nothing where it is none ("http://[")."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def stated_publisher(page: PageMetadata, url: str | None) -> str | None:
    """Return the name that a page gives its publisher: of the outlet rather than of the company behind it."""
    names = [name for name in (page.publisher, page.site_name) if name and name.casefold() not in _PLATFORMS]
    outlets = [name for name in names if not _COMPANY.search(name)]
    name = next(iter(outlets or names), None)
    return None if name is None else _without_ending(name, url)


def _without_ending(name: str, url: str | None) -> str:
    """Cut the ending off a name that is the page's own domain: "Golem.de" is Golem."""
    host = _host(url or "")
    stem, dot, ending = name.rpartition(".")
    is_domain = dot and len(stem) > 3 and " " not in name and f".{host}".endswith(f".{name.casefold()}")
    return stem if is_domain and ending.isalpha() else name
