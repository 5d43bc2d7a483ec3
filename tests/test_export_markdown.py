"""The Markdown export: a reader of it gets the article's words back, and no markup that was not meant."""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsclean import Article, Dateline, Paragraph
from newsclean.export import to_markdown

FIRST = "The ferry to the outer islands stopped on Monday."
SECOND = "Crews found a cracked shaft; repairs take a week."
PLACED = "ORAN, March 2 (Meridian) —"

FERRY = Article(
    headline="Ferry stops for a week",
    subheadline="A cracked shaft keeps the islands waiting",
    dateline=Dateline(text=PLACED, places=("ORAN",)),
    byline="By Lena Okafor and Piet Daal",
    published=dt.datetime(2026, 3, 2, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=1))),
    body=f"{FIRST}\n\nRepairs\n\n{SECOND}",
    body_with_dateline=f"{PLACED} {FIRST}\n\nRepairs\n\n{SECOND}",
    paragraphs=(Paragraph(text=FIRST), Paragraph(text="Repairs", kind="heading"), Paragraph(text=SECOND)),
)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(markdown: str) -> _Words:
    """Return the text and the tags that a Markdown reader makes of it, GitHub's tables and strikethrough included."""
    words = _Words()
    words.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))
    words.close()
    return words


def with_paragraph(text: str, kind: str) -> Article:
    return Article.model_validate({"body": text, "paragraphs": [{"text": text, "kind": kind}]})


def test_markdown_of_a_whole_article() -> None:
    assert to_markdown(FERRY) == (
        "# Ferry stops for a week\n\n"
        "**A cracked shaft keeps the islands waiting**\n\n"
        "*By Lena Okafor and Piet Daal · 2026-03-02 14:05+01:00*\n\n"
        f"**{PLACED}** {FIRST}\n\n"
        "## Repairs\n\n"
        f"{SECOND}\n"
    )


def test_markdown_puts_the_dateline_where_it_stood() -> None:
    article = FERRY.model_copy(update={"body_with_dateline": f"{FIRST}\n\nRepairs\n\n{PLACED} {SECOND}"})
    assert to_markdown(article).endswith(f"\n\n{FIRST}\n\n## Repairs\n\n**{PLACED}** {SECOND}\n")


def test_markdown_of_an_article_without_paragraphs_takes_the_body() -> None:
    assert to_markdown(Article(body="One.\n\nTwo.")) == "One.\n\nTwo.\n"


@pytest.mark.parametrize(
    ("kind", "tag"),
    [
        ("paragraph", "p"),
        ("heading", "h2"),
        ("quote", "blockquote"),
        ("list_item", "li"),
        ("table_row", "li"),
        ("caption", "em"),
        ("preformatted", "pre"),
    ],
)
def test_markdown_of_a_kind(kind: str, tag: str) -> None:
    page = rendered(to_markdown(with_paragraph("Nine boats were moored.", kind)))
    assert tag in page.tags
    assert page.text.strip() == "Nine boats were moored."


def test_markdown_list_items_are_one_list() -> None:
    items = [{"text": "one", "kind": "list_item"}, {"text": "two", "kind": "list_item"}, {"text": "After."}]
    article = Article.model_validate({"paragraphs": items})
    assert to_markdown(article) == "- one\n- two\n\nAfter.\n"


@pytest.mark.parametrize(
    "text",
    [
        "1. Oktober war es kalt",
        "2026) a year",
        "# not a heading #",
        "- not an item",
        "+ not an item",
        "> not a quote",
        "=====",
        "---",
        "***",
        "~~~",
        "``` not code",
        "`not code`",
        "*not* _emphasis_ **at** __all__",
        "~~kept~~",
        "[not](a link) ![nor](a picture)",
        "[note]: http://harbour.example",
        "<b>not bold</b> <!-- kept -->",
        "5 &lt; 6 &amp; 7 &#65; &copy;",
        "back\\slash and \\* and a last \\",
        "a | b\n--- | ---\nc | d",
        "    not code",
        "« 20 % »",
        "line one\nline two",
    ],
)
@pytest.mark.parametrize("kind", ["paragraph", "heading", "quote", "list_item", "caption"])
def test_markdown_text_stays_text(text: str, kind: str) -> None:
    page = rendered(to_markdown(with_paragraph(text, kind)))
    assert page.text.split() == text.split()
    assert not {"h1", "h3", "ol", "code", "strong", "a", "img", "hr", "b", "table", "s"} & set(page.tags)


MARKUP = st.text(alphabet=st.sampled_from("ab1 .)#*_-+=~`<>[]()!&;|\\\n\u00a0\u3000é。\t"), max_size=40)
KINDS = st.sampled_from(["paragraph", "heading", "quote", "list_item", "table_row", "caption"])


@given(MARKUP, KINDS)
def test_markdown_keeps_the_words_of_any_text(text: str, kind: str) -> None:
    assert rendered(to_markdown(with_paragraph(text, kind))).text.split() == text.split()


@given(MARKUP, MARKUP, MARKUP)
def test_markdown_keeps_the_words_of_any_head(headline: str, standfirst: str, byline: str) -> None:
    article = Article(headline=headline, subheadline=standfirst, byline=byline)
    assert rendered(to_markdown(article)).text.split() == f"{headline}\n{standfirst}\n{byline}".split()


@given(st.text(alphabet=st.sampled_from("a `~\n"), max_size=30))
def test_markdown_keeps_preformatted_text_as_it_is(text: str) -> None:
    page = rendered(to_markdown(with_paragraph(text, "preformatted")))
    assert page.text.split() == text.split()
    assert page.tags in ([], ["pre", "code"])
