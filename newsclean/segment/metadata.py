"""What an HTML page says of itself: JSON-LD, Open Graph and other meta elements, `<time>`, `<title>`."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from newsclean.document import PageMetadata
from newsclean.segment.meta_names import field_of

# Anything longer is no metadata but data; and a page may hold many megabytes of it.
_MAX_JSON = 2_000_000
_MAX_NODES = 5_000
_MAX_VALUE = 1_000
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$")
_PAGES = frozenset({"WebPage", "ItemPage"})
_TRAILING_COMMA = re.compile(r",(\s{0,50}[}\]])")


def read_metadata(elements: Iterable[etree._Element]) -> PageMetadata:
    """Return what the page states in the given `script`, `meta`, `title`, `link`, `time` and `html` elements."""
    meta: dict[str, list[str]] = {}
    articles: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    title = canonical = language = None
    times: list[str] = []
    for element in elements:
        tag = element.tag
        if tag == "meta":
            _read_meta(element, meta)
        elif tag == "script":
            for node in _nodes(element):
                (articles if _is_article(node) else others).append(node)
        elif tag == "title":
            title = title or _clean(element.text)
        elif tag == "link" and (element.get("rel") or "").lower() == "canonical":
            canonical = canonical or _clean(element.get("href"))
        elif tag == "time":
            times += [value] if (value := _clean(element.get("datetime"))) else []
        elif tag == "html":
            language = _clean(element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang"))
    pages = [node for node in others if _types(node) & _PAGES]
    sites = [node for node in others if "WebSite" in _types(node)]
    url = _own_address(canonical, _first(meta.get("url", [])))
    bodies = [body for node in articles for body in _values(node.get("articleBody")) if isinstance(body, str)]
    named = [author for author in meta.get("author", []) if not author.startswith("http")]
    return PageMetadata(
        headlines=_unique(
            _texts(articles, "headline"), meta.get("own_headline"), meta.get("headline"), _texts(articles, "name")
        ),
        description=_first(meta.get("description"), _texts(articles, "description")),
        authors=_unique(_names(articles, "author"), _names(articles, "creator"), named),
        published=_unique(
            _texts(articles, "datePublished"),
            meta.get("published"),
            _texts(pages, "datePublished"),
            _texts(articles, "dateCreated"),
            times[:1],
        ),
        modified=_unique(_texts(articles, "dateModified"), meta.get("modified")),
        publisher=_first(_names(articles, "publisher"), meta.get("publisher")),
        site_name=_first(meta.get("site"), _texts(sites, "name")),
        credit=_first(_texts(articles, "creditText")),
        dateline=_first(_texts(articles, "dateline")),
        article_body=max(bodies, key=len, default=None),
        language=_language(language, _texts(articles, "inLanguage"), meta.get("language", [])),
        canonical_url=url,
        title=title,
    )


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    # Twice: metadata is often escaped once more than its place wants.
    text = " ".join(html.unescape(html.unescape(value[:_MAX_VALUE])).split())
    return text or None


def _own_address(canonical: str | None, shared: str | None) -> str | None:
    """The address of the page itself.

    A copy gives as canonical where the original stands; what is to be shared is then its own address.
    """
    given = [url for url in (canonical, shared) if url and url.startswith(("http://", "https://"))]
    return next(iter(given[-1:] if len({_site(url) for url in given}) > 1 else given), None)


def _site(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _unique(*lists: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for values in lists for value in values or ()))


def _first(*candidates: str | Sequence[str] | None) -> str | None:
    """The first value there is; each candidate is one value or several."""
    return next((c if isinstance(c, str) else c[0] for c in candidates if c), None)


def _read_meta(element: etree._Element, meta: dict[str, list[str]]) -> None:
    name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
    field = field_of(name) if name else None
    if field and (value := _clean(element.get("content"))):
        meta.setdefault(field, []).append(value)


def _nodes(element: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD script, nested ones too, the outer first."""
    source = element.text
    if not source or "ld+json" not in (element.get("type") or "").lower() or len(source) > _MAX_JSON:
        return
    queue: list[Any] = [_parse(source)]
    seen = 0
    while queue and seen < _MAX_NODES:
        node = queue.pop(0)
        seen += 1
        if isinstance(node, list):
            queue[:0] = node[:200]
        elif isinstance(node, dict):
            yield node
            queue += [
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")
                if isinstance(node.get(key), (dict, list))
            ]


def _parse(source: str) -> Any:  # noqa: ANN401 - JSON is any
    source = (
        source.strip()
        .removeprefix("<!--")
        .removeprefix("//<![CDATA[")
        .removesuffix("-->")
        .removesuffix("//]]>")
        .strip()
        .rstrip(";")
    )
    for attempt in (source, _TRAILING_COMMA.sub(r"\1", source)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _types(node: dict[str, Any]) -> set[str]:
    return {t.rsplit("/", 1)[-1] for t in _values(node.get("@type")) if isinstance(t, str)}


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLE.search(t) for t in _types(node))


def _values(value: Any) -> list[Any]:  # noqa: ANN401 - JSON is any
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(nodes: Iterable[dict[str, Any]], key: str) -> list[str]:
    return [text for node in nodes for value in _values(node.get(key)) if (text := _clean(value))]


def _names(nodes: Iterable[dict[str, Any]], key: str) -> list[str]:
    """The names of persons or organisations, written as objects or as plain strings."""
    found = []
    for node in nodes:
        for value in _values(node.get(key)):
            names = _values(value.get("name")) if isinstance(value, dict) else [value]
            found += [text for name in names if (text := _clean(name)) and not text.startswith("http")]
    return found


def _language(*candidates: str | list[str] | None) -> str | None:
    for candidate in candidates:
        for value in candidate if isinstance(candidate, list) else [candidate]:
            if value and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", value):
                parts = value.replace("_", "-").split("-")
                return "-".join(
                    [
                        parts[0].lower(),
                        *(p.upper() if len(p) == 2 else p.title() if len(p) == 4 else p for p in parts[1:]),
                    ]
                )
    return None
