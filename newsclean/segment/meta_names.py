"""Names of `<meta>` elements (property, name, itemprop or http-equiv), in lower case, by what they state."""

from __future__ import annotations

import re
from functools import lru_cache

_FIELDS = {
    # schema.org's property, and what some systems name after it: without the site's name.
    "own_headline": "headline article:headline rnews:headline citation_title",
    "headline": "og:title twitter:title dc.title parsely-title sailthru.title cxenseparse:title",
    "description": "og:description description twitter:description",
    "author": (
        "author article:author article:author_name parsely-author sailthru.author dc.creator byl cxenseparse:author"
    ),
    "published": (
        "article:published_time article:published datepublished og:published_time date pubdate publishdate "
        "publish-date publish_date parsely-pub-date sailthru.date dc.date dc.date.issued dcterms.created "
        "dcterms.date cxenseparse:recs:publishtime last-published article.published originalpublicationdate "
        "rnews:datepublished og:article:published_time article_date_original"
    ),
    "modified": ("article:modified_time og:updated_time datemodified last-modified dcterms.modified lastmod revised"),
    "site": "og:site_name application-name twitter:site_name",
    "publisher": "publisher article:publisher_name dc.publisher citation_publisher",
    "language": "og:locale content-language dc.language language",
    "url": "og:url",
}
_NAMES = {name: field for field, names in _FIELDS.items() for name in names.split()}
# How the names end that systems of their own give to these fields: "w-published-date", "cdc:last_updated".
_ENDS = {
    "published": (
        "publishedtime publisheddate publicationdate publishdate publishtime publishedat pubdate datepublished "
        "published"
    ),
    "modified": (
        "modifiedtime modifieddate datemodified modificationdate lastmodified lastupdated updatedtime updateddate "
        "dateupdated"
    ),
}
_ENDINGS = {field: tuple(names.split()) for field, names in _ENDS.items()}
_SIGNS = re.compile(r"[^a-z]")


@lru_cache(maxsize=2_000)
def field_of(name: str) -> str | None:
    """Return what a `<meta>` element of this name states, None where that is not known."""
    name = name.strip().lower()
    if name in _NAMES:
        return _NAMES[name]
    bare = _SIGNS.sub("", name)
    return next((field for field, ends in _ENDINGS.items() if bare.endswith(ends)), None)
