"""What a page says of itself, wherever and however it says it."""

from __future__ import annotations

import json

import pytest

from newsclean.document import PageMetadata
from newsclean.segment.html import parse, segment_html


def metadata(head: str = "", *, html: str = "<html>", body: str = "<p>a</p>") -> PageMetadata:
    parsed = parse(f"{html}<head>{head}</head><body>{body}</body></html>")
    assert parsed is not None
    return segment_html(parsed[0]).document.metadata


def json_ld(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry stops",
    "description": "For a week.",
    "author": [{"@type": "Person", "name": "Ana Ruiz"}, "Tom Weld"],
    "publisher": {"@type": "Organization", "name": "The Island Courier"},
    "datePublished": "2031-05-03T10:00:00Z",
    "dateModified": "2031-05-04",
    "dateline": "BERGEN",
    "creditText": "Courier/AFP",
    "inLanguage": "nb_no",
    "articleBody": "The ferry has stopped.\n\nFor a week.",
}


def test_a_page_that_says_nothing() -> None:
    assert metadata() == PageMetadata()


def test_json_ld() -> None:
    assert metadata(json_ld(ARTICLE)) == PageMetadata(
        headlines=("Ferry stops",),
        description="For a week.",
        authors=("Ana Ruiz", "Tom Weld"),
        published=("2031-05-03T10:00:00Z",),
        modified=("2031-05-04",),
        publisher="The Island Courier",
        credit="Courier/AFP",
        dateline="BERGEN",
        article_body="The ferry has stopped.\n\nFor a week.",
        language="nb-NO",
    )


@pytest.mark.parametrize(
    "thing",
    [
        [ARTICLE],
        {"@graph": [{"@type": "Organization", "name": "X"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "https://schema.org/ReportageNewsArticle"]},
        {**ARTICLE, "@type": "BlogPosting"},
    ],
    ids=["list", "graph", "main entity", "several types", "blog"],
)
def test_json_ld_is_found_in_any_shape(thing: object) -> None:
    assert metadata(json_ld(thing)).headlines == ("Ferry stops",)


def test_json_ld_of_other_things_gives_no_headline() -> None:
    assert metadata(json_ld({"@type": "Recipe", "headline": "Soup", "name": "Soup"})).headlines == ()


@pytest.mark.parametrize(
    "source",
    [
        '{"@type": "NewsArticle", "headline": "Ferry stops",}',
        '<!--{"@type": "NewsArticle", "headline": "Ferry stops"}-->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Ferry stops"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Ferry stops"};',
        '{"@type": "NewsArticle",\n"description": "two\nlines", "headline": "Ferry stops"}',
    ],
    ids=["trailing comma", "comment", "CDATA", "semicolon", "raw line end"],
)
def test_careless_json_is_read(source: str) -> None:
    assert metadata(f'<script type="application/ld+json">{source}</script>').headlines == ("Ferry stops",)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "{",
        "null",
        "3",
        '"x"',
        "[[[[]]]]",
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"@type": 3}',
        '{"@type": ["NewsArticle", {}]}',
    ],
)
def test_broken_json_says_nothing(source: str) -> None:
    assert metadata(f'<script type="application/ld+json">{source}</script>') == PageMetadata()


@pytest.mark.parametrize("value", [None, 3, True, [], {}, {"name": None}, {"name": 3}, [None, [1]], {"@id": "#a"}])
def test_values_of_a_wrong_type_say_nothing(value: object) -> None:
    thing = {"@type": "NewsArticle", **dict.fromkeys(ARTICLE.keys() - {"@type"}, value)}
    assert metadata(json_ld(thing)) == PageMetadata()


def test_open_graph_and_meta() -> None:
    head = """
        <meta property="og:title" content="Ferry stops"><meta name="twitter:title" content="No ferry">
        <meta property="og:description" content="For a week."><meta property="og:site_name" content="Courier">
        <meta name="author" content="Ana Ruiz"><meta property="article:author" content="https://example.com/ana">
        <meta property="article:published_time" content="2031-05-03"><meta itemprop="dateModified" content="2031-05-04">
        <meta property="og:locale" content="en_GB"><meta property="og:url" content="https://example.com/ferry">
    """
    assert metadata(head) == PageMetadata(
        headlines=("Ferry stops", "No ferry"),
        description="For a week.",
        authors=("Ana Ruiz",),
        published=("2031-05-03",),
        modified=("2031-05-04",),
        site_name="Courier",
        language="en-GB",
        canonical_url="https://example.com/ferry",
    )


def test_a_headline_that_is_named_one_comes_before_the_title_to_be_shared() -> None:
    head = '<meta property="og:title" content="Ferry stopsㅣThe Bell"><meta name="headline" content="Ferry stops">'
    assert metadata(head).headlines == ("Ferry stops", "Ferry stopsㅣThe Bell")


def test_json_ld_goes_before_open_graph_before_time_elements() -> None:
    head = json_ld(ARTICLE) + '<meta property="og:title" content="No ferry"><meta name="date" content="2031-05-02">'
    found = metadata(head, body='<time datetime="2031-05-01">x</time><time datetime="2030-01-01">y</time>')
    assert found.headlines == ("Ferry stops", "No ferry")
    assert found.published == ("2031-05-03T10:00:00Z", "2031-05-02", "2031-05-01")


def test_entities_escaped_twice_are_undone() -> None:
    assert metadata('<meta property="og:title" content="Fish &amp;amp; &amp;#39;chips&amp;#39;">').headlines == (
        "Fish & 'chips'",
    )


def test_the_title_and_the_canonical_address() -> None:
    found = metadata('<title> Ferry\n stops | Courier</title><link rel="Canonical" href="https://example.com/a">')
    assert (found.title, found.canonical_url) == ("Ferry stops | Courier", "https://example.com/a")


def test_a_copy_is_at_the_address_to_share_and_not_where_the_original_stands() -> None:
    shared = '<meta property="og:url" content="https://www.courier.example/a">'
    own = '<link rel="canonical" href="https://courier.example/b">'
    assert metadata(shared + '<link rel="canonical" href="https://post.example/a">').canonical_url == (
        "https://www.courier.example/a"
    )
    assert metadata(shared + own).canonical_url == "https://courier.example/b"
    assert metadata(shared + '<link rel="canonical" href="/b">').canonical_url == "https://www.courier.example/a"


@pytest.mark.parametrize("address", ["/a", "javascript:void(0)", "", "example.com/a"])
def test_an_address_that_is_none_is_not_taken(address: str) -> None:
    assert metadata(f'<link rel="canonical" href="{address}">').canonical_url is None


@pytest.mark.parametrize(
    ("stated", "language"),
    [("de", "de"), ("EN-us", "en-US"), ("zh_hant_TW", "zh-Hant-TW"), ("German", None), ("{{lang}}", None)],
)
def test_the_language_is_bcp_47(stated: str, language: str | None) -> None:
    assert metadata(html=f'<html lang="{stated}">').language == language


def test_very_long_values_are_cut() -> None:
    assert len(metadata(f'<meta property="og:title" content="{"a" * 100_000}">').headlines[0]) <= 1000
