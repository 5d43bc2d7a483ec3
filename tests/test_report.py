"""Reports: nothing of the input is lost in them, everything is escaped, and every removal names its rule."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newsclean import Article, Chrome, Dateline, Document, Explanation, Role, Source, Span
from newsclean.report import to_html, to_text
from newsclean.report.fate import is_removed, tally
from newsclean.report.visible import visible

Piece = tuple[str, Role, Chrome | None, str | None]

FERRY: list[Piece] = [
    ("Home  News  Sport\n", Role.BOILERPLATE, Chrome.NAVIGATION, "any.navigation.section_menu"),
    ("Ferry stops for a week", Role.HEADLINE, None, "headline.first_h1"),
    ("\n\n", Role.BODY, None, None),
    ("ORAN, March 2 — ", Role.DATELINE, None, "dateline.place_date"),
    ("The ferry stopped on Monday.\n\n", Role.BODY, None, "story.model"),
    ("Sign up & never miss <b>a sailing</b>.\n\n", Role.BOILERPLATE, Chrome.NEWSLETTER, "en.newsletter.sign_up"),
    ("Repairs take a week.\n", Role.BODY, None, "story.model"),
    ("Most read\n1. Bridge toll\n", Role.BOILERPLATE, Chrome.MOST_READ, "en.most_read.list"),
    ("left over", Role.BOILERPLATE, None, None),
]

ARTICLE = Article(
    headline="Ferry stops for a week",
    byline='By "Lena" <Okafor>',
    dateline=Dateline(text="ORAN, March 2 —", places=("ORAN",), date=dt.date(2026, 3, 2), agencies=("Meridian",)),
    published=dt.datetime(2026, 3, 2, 14, 5, tzinfo=dt.UTC),
    source=Source(publisher="Harbour Gazette"),
    language="en",
    url="https://gazette.example/ferry?a=1&b=2",
    warnings=("The rule en.related.link_run was held back.",),
)


def explanation(pieces: list[Piece], article: Article = ARTICLE) -> Explanation:
    spans: list[Span] = []
    at = 0
    for text, role, chrome, rule in pieces:
        spans.append(Span(text, at, at + len(text), role, chrome, rule))
        at += len(text)
    document = Document(text="".join(text for text, *_ in pieces), blocks=(), form="text")
    return Explanation(article=article, document=document, marks=(), spans=tuple(spans))


def page(pieces: list[Piece], article: Article = ARTICLE) -> html.HtmlElement:
    return html.document_fromstring(to_html(explanation(pieces, article)))


def shown_input(tree: html.HtmlElement) -> str:
    texts = tree.xpath("//ol[@class='rows']//div[@class='text']//text()[not(parent::span[@class='heard'])]")
    return "".join(map(str, texts))


def test_text_has_a_line_for_each_stretch() -> None:
    assert to_text(explanation(FERRY)) == (
        "- navigation   any.navigation.section_menu  Home  News  Sport\n"
        "+ headline     headline.first_h1            Ferry stops for a week\n"
        "+ dateline     dateline.place_date          ORAN, March 2 —\n"
        "+ body         story.model                  The ferry stopped on Monday.\n"
        "- newsletter   en.newsletter.sign_up        Sign up & never miss <b>a sailing</b>.\n"
        "+ body         story.model                  Repairs take a week.\n"
        "- most read    en.most_read.list            Most read\n"
        "                                            1. Bridge toll\n"
        "- boilerplate                               left over\n"
        "\n"
        "characters: kept 91, removed 92 (newsletter 40, most read 25, navigation 18, boilerplate 9)\n"
        "warning: The rule en.related.link_run was held back.\n"
    )


def test_text_has_no_colour_unless_asked() -> None:
    assert "\x1b" not in to_text(explanation(FERRY))


def test_coloured_text_has_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")  # the caller's wish outranks the environment
    coloured = to_text(explanation(FERRY), color=True)
    assert "\x1b[32m+ body" in coloured
    assert "\x1b[1;32m+ headline" in coloured
    assert re.search(r"\x1b\[2;3\dm- newsletter", coloured)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == to_text(explanation(FERRY)).split()


@pytest.mark.parametrize("columns", ["20", "500"])
def test_text_is_as_wide_in_any_terminal(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces: list[Piece] = [("word " * 200, Role.BODY, None, "story.model")]
    before = to_text(explanation(pieces))
    monkeypatch.setenv("COLUMNS", columns)
    assert to_text(explanation(pieces)) == before
    assert max(map(len, before.splitlines()[:-3])) <= 120


def test_text_of_nothing() -> None:
    assert to_text(explanation([], Article())) == "characters: kept 0, removed 0\n"


def test_a_page_cannot_drive_the_terminal() -> None:
    text = to_text(explanation([("\x1b]0;owned\x07\x1b[31m\x9b2J[bold]:smile:", Role.BODY, None, None)]))
    assert "␛]0;owned␇␛[31m\ufffd2J[bold]:smile:" in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_html_shows_the_whole_input() -> None:
    assert shown_input(page(FERRY)) == "".join(text for text, *_ in FERRY)


def test_html_marks_what_was_removed_with_its_rule() -> None:
    tree = page(FERRY)
    removed = {del_.text_content(): del_.get("title") for del_ in tree.xpath("//ol//del")}
    assert removed == {
        "Home  News  Sport": "removed: navigation (any.navigation.section_menu)",
        "Sign up & never miss <b>a sailing</b>.": "removed: newsletter (en.newsletter.sign_up)",
        "Most read\n1. Bridge toll": "removed: most read (en.most_read.list)",
        "left over": "removed: boilerplate",
    }
    assert tree.xpath("//ol//li[contains(@class, 'cut')]//div[@class='why']//code/text()")[0].startswith("any.")


def test_html_says_for_listeners_which_piece_of_a_line_is_which() -> None:
    heard = page(FERRY).xpath("//span[@class='heard']/text()")
    assert heard == ["[kept dateline] ", "[kept body] "]


def test_html_has_counts_fields_legend_and_warnings() -> None:
    tree = page(FERRY)
    assert tree.xpath("//dl[@class='figures']//dd/text()") == ["91", "92"]
    assert tree.xpath("//tbody/tr/td[3]/text()") == ["40", "25", "18", "9"]
    fields = dict(
        zip(tree.xpath("//dl[@class='fields']/dt/text()"), tree.xpath("//dl[@class='fields']/dd/text()"), strict=True)
    )
    assert fields == {
        "Headline": "Ferry stops for a week",
        "Byline": 'By "Lena" <Okafor>',
        "Published": "2026-03-02 14:05+00:00",
        "Dateline": "ORAN, March 2 —",
        "Places": "ORAN",
        "Date filed": "2026-03-02",
        "Publisher": "Harbour Gazette",
        "Agencies": "Meridian",
    }
    legend = tree.xpath("//ul[@class='legend']//span/text()")
    assert legend == ["headline", "dateline", "body", "boilerplate", "most read", "navigation", "newsletter"]
    assert tree.xpath("//section[@class='warnings']//li/text()") == ["The rule en.related.link_run was held back."]
    assert "https://gazette.example/ferry?a=1&b=2" in tree.xpath("//ul[@class='origin']//bdi/text()")


def test_html_without_removals_and_warnings_says_so() -> None:
    tree = page([("All of it.", Role.BODY, None, None)], Article())
    assert tree.xpath("//p[@class='none']/text()") == ["Nothing was removed."]
    assert not tree.xpath("//section[@class='warnings']")
    assert tree.xpath("//h1/text()") == ["An article without a headline"]


def test_html_loads_and_runs_nothing() -> None:
    hostile = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"'><!-- $headline"
    pieces: list[Piece] = [
        (hostile, Role.BODY, None, hostile),
        (hostile, Role.BOILERPLATE, Chrome.SHARE, hostile),
    ]
    article = Article(headline=hostile, byline=hostile, language=hostile, url=hostile, warnings=(hostile,))
    tree = page(pieces, article)
    assert not tree.xpath("//script | //img | //link | //iframe | //object | //comment()")
    assert not tree.xpath("//@src | //@href | //@onerror")
    assert shown_input(tree) == hostile * 2
    assert tree.xpath("//h1")[0].text_content() == hostile
    assert "url(" not in to_html(explanation(FERRY))
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv]/@content")[0]


def test_html_has_a_hue_for_every_kind_of_chrome() -> None:
    style = page(FERRY).xpath("//style")[0].text_content()
    hues = dict(re.findall(r"\.k-(\w+)\{--hue:(\d+)\}", style))
    assert set(hues) == set(Chrome)
    assert len(set(hues.values())) == len(Chrome)


def test_html_follows_the_colour_scheme() -> None:
    assert "prefers-color-scheme:dark" in page(FERRY).xpath("//style")[0].text_content()


def test_explanation_methods_give_the_same() -> None:
    told = explanation(FERRY)
    assert told.to_text(color=True) == to_text(told, color=True)
    assert told.to_html() == to_html(told)


def test_an_end_of_story_mark_counts_as_removed() -> None:
    span = Span("ENDS", 0, 4, Role.END_OF_STORY, None, "any.end_of_story.ends")
    assert is_removed(span)
    assert tally([span]).by_kind == (("end_of_story", 4),)


PIECES = st.lists(
    st.tuples(
        st.text(
            st.characters(codec=None) | st.sampled_from("\n\n  \r\x00\x1b\x85\ud800<>&\"'"), min_size=1, max_size=12
        ),
        st.sampled_from(Role),
        st.none() | st.sampled_from(Chrome),
        st.none() | st.sampled_from(["en.share.buttons", "story.model"]),
    ),
    max_size=6,
)


@given(PIECES)
def test_no_character_of_any_input_is_lost(pieces: list[Piece]) -> None:
    told = explanation(pieces)
    counts = tally(told.spans)
    assert counts.kept + counts.removed == len(told.document.text)
    assert sum(count for *_, count in counts.by_rule) == counts.removed
    written = to_html(told)
    written.encode()
    assert shown_input(html.document_fromstring(written)) == visible(told.document.text)
    assert "\x1b" not in to_text(told)


@given(st.text(st.characters(codec=None)))
def test_visible_text_keeps_its_length(text: str) -> None:
    assert len(visible(text)) == len(text)
