"""Exports: the same words in every shape, and the names of each standard."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Dateline, Paragraph, Source
from newsclean.export import to_markdown, to_ninjs, to_schema_org, to_text
from newsclean.export.word_count import word_count

FIRST = "The ferry to the outer islands stopped on Monday."
SECOND = "Crews found a cracked shaft; repairs take a week."
PLACED = "ORAN, March 2 (Meridian) —"

FERRY = Article(
    headline="Ferry stops for a week",
    subheadline="A cracked shaft keeps the islands waiting",
    dateline=Dateline(
        text=PLACED, places=("ORAN",), date_text="March 2", date=dt.date(2026, 3, 2), agencies=("Meridian",)
    ),
    byline="By Lena Okafor and Piet Daal",
    authors=("Lena Okafor", "Piet Daal"),
    published=dt.datetime(2026, 3, 2, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=1))),
    modified=dt.date(2026, 3, 4),
    body=f"{FIRST}\n\nRepairs\n\n{SECOND}",
    body_with_dateline=f"{PLACED} {FIRST}\n\nRepairs\n\n{SECOND}",
    paragraphs=(Paragraph(text=FIRST), Paragraph(text="Repairs", kind="heading"), Paragraph(text=SECOND)),
    source=Source(
        publisher="Harbour Gazette",
        agencies=("Meridian",),
        credit="Reporting by Lena Okafor",
        aggregator="Newsbin",
        url="https://gazette.example/ferry",
    ),
    language="en",
    url="https://gazette.example/ferry",
)

NINJS_PROPERTIES = {
    "uri",
    "type",
    "standard",
    "language",
    "firstCreated",
    "versionCreated",
    "contentCreated",
    "edNote",
    "headlines",
    "by",
    "located",
    "places",
    "infoSources",
    "descriptions",
    "bodies",
}
"""Those of the 3.2 schema that are used here; it allows no others than its own (`unevaluatedProperties: false`)."""


def test_text_has_the_parts_in_reading_order() -> None:
    assert to_text(FERRY).split("\n\n") == [
        "Ferry stops for a week\nA cracked shaft keeps the islands waiting",
        "By Lena Okafor and Piet Daal",
        f"{PLACED} {FIRST}",
        "Repairs",
        SECOND,
    ]


def test_text_and_markdown_of_nothing_are_empty() -> None:
    assert to_text(Article()) == ""
    assert to_markdown(Article()) == ""


def test_article_methods_give_the_same() -> None:
    assert FERRY.to_text() == to_text(FERRY)
    assert FERRY.to_markdown() == to_markdown(FERRY)
    assert FERRY.to_schema_org() == to_schema_org(FERRY)
    assert FERRY.to_ninjs() == to_ninjs(FERRY)


def test_schema_org() -> None:
    assert to_schema_org(FERRY) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": "https://gazette.example/ferry",
        "inLanguage": "en",
        "headline": "Ferry stops for a week",
        "alternativeHeadline": "A cracked shaft keeps the islands waiting",
        "author": [{"@type": "Person", "name": "Lena Okafor"}, {"@type": "Person", "name": "Piet Daal"}],
        "datePublished": "2026-03-02T14:05:00+01:00",
        "dateModified": "2026-03-04",
        "dateline": "ORAN, March 2 (Meridian)",
        "dateCreated": "2026-03-02",
        "locationCreated": [{"@type": "Place", "name": "ORAN"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Harbour Gazette"},
        "provider": {"@type": "NewsMediaOrganization", "name": "Newsbin"},
        "sourceOrganization": [{"@type": "NewsMediaOrganization", "name": "Meridian"}],
        "creditText": "Reporting by Lena Okafor",
        "articleBody": FERRY.body,
        "wordCount": 19,
    }


def test_schema_org_of_nothing_has_only_its_type() -> None:
    assert to_schema_org(Article()) == {"@context": "https://schema.org", "@type": "NewsArticle"}


def test_ninjs() -> None:
    role = "http://cv.iptc.org/newscodes/contentprodpartyrole/"
    whole = FERRY.body_with_dateline
    assert to_ninjs(FERRY) == {
        "uri": "https://gazette.example/ferry",
        "type": "text",
        "standard": {
            "name": "ninjs",
            "version": "3.2",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#",
        },
        "language": "en",
        "firstCreated": "2026-03-02T14:05:00+01:00",
        "versionCreated": "2026-03-04T00:00:00Z",
        "contentCreated": "2026-03-02T00:00:00Z",
        "edNote": "versionCreated: the source states the day only. contentCreated: the source states the day only.",
        "headlines": [
            {"role": "main", "contentType": "text/plain", "value": FERRY.headline},
            {"role": "subheadline", "contentType": "text/plain", "value": FERRY.subheadline},
        ],
        "by": "By Lena Okafor and Piet Daal",
        "located": "ORAN",
        "places": [{"name": "ORAN", "rel": "located"}],
        "infoSources": [
            {"name": "Lena Okafor", "role": role + "author"},
            {"name": "Piet Daal", "role": role + "author"},
            {"name": "Meridian", "role": role + "contentSource"},
            {"name": "Harbour Gazette", "role": role + "distributor"},
            {"name": "Newsbin", "role": role + "distributor"},
        ],
        "descriptions": [{"role": "creditLine", "contentType": "text/plain", "value": "Reporting by Lena Okafor"}],
        "bodies": [
            {
                "role": "main",
                "contentType": "text/plain",
                "charCount": len(whole),
                "wordCount": len(whole.split()),
                "value": whole,
            }
        ],
    }


def test_ninjs_uses_only_properties_of_the_schema() -> None:
    assert set(to_ninjs(FERRY)) == NINJS_PROPERTIES


def test_ninjs_counts_without_captions() -> None:
    article = Article(
        body="One two.\n\nA boat.",
        body_with_dateline="One two.\n\nA boat.",
        paragraphs=(Paragraph(text="One two."), Paragraph(text="A boat.", kind="caption")),
    )
    assert to_ninjs(article)["bodies"] == [
        {"role": "main", "contentType": "text/plain", "charCount": 10, "wordCount": 2, "value": "One two.\n\nA boat."}
    ]


@pytest.mark.parametrize("address", [None, "", "ferry.html", "//gazette.example/x", "javascript:alert(1)", "http://[x"])
def test_ninjs_without_an_address_has_a_stable_urn(address: str | None) -> None:
    article = Article(headline="Ferry stops", body="It stopped.", url=address)
    uri = to_ninjs(article)["uri"]
    assert isinstance(uri, str)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", uri)
    assert uri == to_ninjs(Article(headline="Ferry stops", body="It stopped."))["uri"]
    assert uri != to_ninjs(Article(headline="Ferry stops", body="It sailed."))["uri"]


def test_ninjs_address_is_made_a_uri() -> None:
    uri = to_ninjs(Article(url="https://gazette.example/fähre neu?a=%20&b"))["uri"]
    assert uri == "https://gazette.example/f%C3%A4hre%20neu?a=%20&b"


def test_ninjs_time_without_zone_is_said_to_be_completed() -> None:
    item = to_ninjs(Article(published=dt.datetime(2026, 3, 2, 14, 5)))  # noqa: DTZ001
    assert item["firstCreated"] == item["versionCreated"] == "2026-03-02T14:05:00Z"
    assert item["edNote"] == (
        "firstCreated: the source states no time zone. versionCreated: the source states no time zone."
    )


ARTICLES = st.builds(
    Article,
    headline=st.none() | st.text(),
    byline=st.none() | st.text(),
    authors=st.lists(st.text(), max_size=2).map(tuple),
    published=st.none() | st.dates() | st.datetimes(timezones=st.none() | st.just(dt.UTC)),
    body=st.text(),
    body_with_dateline=st.text(),
    paragraphs=st.lists(st.builds(Paragraph, text=st.text()), max_size=3).map(tuple),
    dateline=st.none() | st.builds(Dateline, text=st.text(), places=st.lists(st.text(), max_size=2).map(tuple)),
    url=st.none() | st.text(),
)


@given(ARTICLES)
def test_every_article_has_every_shape(article: Article) -> None:
    for shape in (to_schema_org(article), to_ninjs(article)):
        assert json.loads(json.dumps(shape)) == shape
    assert isinstance(to_text(article) + to_markdown(article), str)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Nine boats, two crews.", 4),
        ("배가 항구에 닿았다", 3),
        ("九艘船停在港口。", None),
        ("เรือเก้าลำ", None),
        ("船が港に着いた。", None),
    ],
)
def test_words_are_counted_where_they_can_be(text: str, count: int | None) -> None:
    assert word_count(text) == count
