"""Selectors that find a page's fields and its chrome, for the skeleton of a site's rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from newsclean.authoring.cases import squash
from newsclean.cleaner import Cleaner
from newsclean.explanation import Explanation
from newsclean.mark import Chrome
from newsclean.reading import read
from newsclean.rules.selected import SelectedPage
from newsclean.segment.hints import named
from newsclean.segment.html import HtmlPage
from newsclean.story.resolving import resolve

# An identifier that CSS takes without escapes, and that is no number of one page.
_PLAIN = re.compile(r"-?[A-Za-z_][\w-]*")
_NUMBERED = re.compile(r"\d{3}|[0-9a-f]{8}")
_PUBLISHED = (
    "xpath://meta[@property='article:published_time']/@content",
    "xpath://meta[@itemprop='datePublished']/@content",
    "xpath://time[@itemprop='datePublished']/@datetime",
    "xpath://article//time/@datetime",
    "xpath://time/@datetime",
)
_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """A selector, and what it finds.

    Attributes:
        select: CSS, or XPath behind `xpath:`.
        pages: the number of the pages on which it finds what is looked for.
        sample: the text it finds on the first of them.
        chrome: the kind of what it finds; None for a field.
    """

    select: str
    pages: int
    sample: str
    chrome: Chrome | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A given page, parsed and explained."""

    page: HtmlPage
    explanation: Explanation


def samples(raws: Iterable[str | bytes], cleaner: Cleaner, url: str | None = None) -> list[Sample]:
    """Return the pages among some inputs; what is no HTML has no selectors."""
    found = []
    for raw in raws:
        page = read(raw, url)[1]
        if page is not None:
            found.append(Sample(page, cleaner.explain(raw, url=url)))
    return found


def field_selectors(pages: list[Sample], field: str) -> list[Finding]:
    """Return selectors for `headline`, `subheadline`, `byline` or `published`, the one for most pages first."""
    votes: Counter[str] = Counter()
    texts: dict[str, str] = {}
    for sample in pages:
        for select, text in _candidates(sample, field):
            votes[select] += 1
            texts.setdefault(select, text)
    # Of two for as many pages the one met first, which is the more telling of an element's selectors.
    return [Finding(select, count, texts[select][:_SAMPLE]) for select, count in votes.most_common()]


def chrome_selectors(pages: list[Sample]) -> list[Finding]:
    """Return selectors of elements whose names name a kind of chrome, and in which no page has a line of its story."""
    votes: Counter[tuple[str, Chrome]] = Counter()
    texts: dict[str, str] = {}
    spoilt: set[str] = set()
    for sample in pages:
        story = _story_elements(sample)
        seen: set[tuple[str, Chrome]] = set()
        for element in sample.page.tree.iter(etree.Element):
            if element.tag in ("html", "body") or not isinstance(element.tag, str):
                continue
            for select in _selectors(element):
                kind = named(select[1:] if select[0] in "#." else "")
                if kind is None:
                    continue
                text = squash("".join(map(str, element.itertext())))
                if element in story:
                    spoilt.add(select)
                elif text:
                    seen.add((select, kind[0]))
                    texts.setdefault(select, text)
        votes.update(seen)
    return [
        Finding(select, count, texts[select][:_SAMPLE], chrome)
        for (select, chrome), count in votes.most_common()
        if select not in spoilt
    ]


def _candidates(sample: Sample, field: str) -> Iterator[tuple[str, str]]:
    article = sample.explanation.article
    selected = SelectedPage(sample.page)
    if field == "published":
        for select in _PUBLISHED if article.published else ():
            if values := selected.texts(select):
                yield select, values[0]
        return
    wanted = squash(getattr(article, field) or "").casefold()
    if not wanted:
        return
    met: set[str] = set()
    for element in sample.page.elements:
        text = squash("".join(map(str, element.itertext())))
        if text.casefold() == wanted:
            for select in (*_selectors(element), str(element.tag)):
                if select not in met and selected.texts(select)[0].casefold() == wanted:
                    met.add(select)
                    yield select, text


def _selectors(element: etree._Element) -> Iterator[str]:
    """The selectors an element can be found by, the most telling first."""
    prop = element.get("itemprop", "")
    if _PLAIN.fullmatch(prop):
        yield f"[itemprop={prop}]"
    for sign, value in ((".", element.get("class", "")), ("#", element.get("id", ""))):
        for name in str(value).split():
            if _PLAIN.fullmatch(name) and not _NUMBERED.search(name):
                yield f"{sign}{name}"


def _story_elements(sample: Sample) -> set[etree._Element]:
    """The elements in which a block of the story stands, themselves or further in."""
    verdicts = resolve(len(sample.page.document.blocks), sample.explanation.marks)
    inside: set[etree._Element] = set()
    for element, verdict in zip(sample.page.elements, verdicts, strict=False):
        if verdict.chrome is None:
            inside.add(element)
            inside.update(element.iterancestors())
    return inside
