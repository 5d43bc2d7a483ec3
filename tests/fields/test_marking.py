"""What the field readers put down as marks: the fields of the article, and what they take out of its body."""

from __future__ import annotations

import datetime as dt

import pytest

import newsclean
from newsclean.document import Document
from newsclean.fields.marking import mark_fields
from newsclean.mark import FieldValue, Mark, Role
from newsclean.segment.looks import look_at
from newsclean.segment.text import segment_text
from newsclean.story.resolving import Verdict

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
)
TODAY = dt.date(2024, 6, 1)


def marks_of(*lines: str, url: str | None = None) -> list[Mark]:
    document = segment_text("\n\n".join(lines), url=url)
    return marks_on(document)


def marks_on(document: Document) -> list[Mark]:
    looks = look_at(document.blocks)
    return mark_fields(document, looks, [Verdict(Role.BODY, None, None)] * len(document.blocks), TODAY)


def values(marks: list[Mark]) -> dict[str, FieldValue]:
    return {name: value for mark in marks for name, value in mark.sets}


def test_headline_byline_and_date_above_the_story() -> None:
    marks = marks_of("Swan puts out the lighthouse of Skagen", "By Ana Ruiz", "Published: 3 May 2024 at 14:02", *STORY)
    assert values(marks) == {
        "headline": "Swan puts out the lighthouse of Skagen",
        "byline": "By Ana Ruiz",
        "authors": ("Ana Ruiz",),
        "published": "2024-05-03T14:02:00",
    }
    assert {mark.role: mark.block for mark in marks} == {Role.HEADLINE: 0, Role.BYLINE: 1, Role.PUBLISHED: 2}


HEADLINE = "Swan puts out the lighthouse of Skagen"
STANDFIRST = "The keeper climbed the stairs with a lamp and found five eggs"


def head_of(*lines: str) -> list[Mark]:
    """Return the marks on a story whose lines above it are known to be none of it, as the model would tell."""
    document = segment_text("\n\n".join((*lines, *STORY)))
    above = Verdict(Role.BOILERPLATE, newsclean.Chrome.NAVIGATION, "model.story.before")
    verdicts = [above] * len(lines) + [Verdict(Role.BODY, None, None)] * len(STORY)
    return mark_fields(document, look_at(document.blocks), verdicts, TODAY)


def test_names_beside_a_date_are_the_byline() -> None:
    marks = head_of(HEADLINE, STANDFIRST, "Jane Doe, Odense", "3 May 2024, 14:02")
    assert values(marks) == {
        "headline": HEADLINE,
        "subheadline": STANDFIRST,
        "byline": "Jane Doe, Odense",
        "authors": ("Jane Doe",),
        "published": "2024-05-03T14:02:00",
    }


def test_names_right_below_the_headline_are_the_byline() -> None:
    assert values(head_of(HEADLINE, "Jane Doe and John Roe"))["authors"] == ("Jane Doe", "John Roe")
    assert values(head_of(HEADLINE, STANDFIRST, "Jane Doe"))["byline"] == "Jane Doe"


@pytest.mark.parametrize(
    "line", ["Bird Harbour", "Skagen Harbour", "Climbing Stairs", "The Skagen Post", "Latest News"]
)
def test_words_of_the_story_are_no_byline(line: str) -> None:
    assert "byline" not in values(head_of(HEADLINE, line, "3 May 2024"))


def test_a_line_behind_the_byline_is_a_standfirst_only_as_a_sentence() -> None:
    assert "subheadline" not in values(head_of(HEADLINE, "By Ana Ruiz", STANDFIRST))
    assert values(head_of(HEADLINE, "By Ana Ruiz", f"{STANDFIRST}."))["subheadline"] == f"{STANDFIRST}."


def test_share_buttons_part_a_standfirst_from_the_story() -> None:
    standfirst = (
        f"{STANDFIRST}, and nobody has a key to the lamp. Ships are told to wait for a week at the outer buoys."
    )
    raw = "\n\n".join((HEADLINE, "By Ana Ruiz", "3 May 2024, 14:02", standfirst, "Share on Facebook", *STORY))
    article = newsclean.clean(raw, language="en")
    assert article.subheadline == standfirst
    assert article.body == "\n\n".join(STORY)


def test_the_headline_once_more_is_no_standfirst() -> None:
    assert "subheadline" not in values(head_of(HEADLINE, f"Skagen | {HEADLINE}!", "3 May 2024"))


def test_the_date_beside_the_headline_counts_and_not_that_of_the_visit() -> None:
    lines = ("Monday, 20 May 2024", "Menu of the day", HEADLINE, "3 May 2024, 14:02", "4 May 2024, 09:00")
    assert values(head_of(*lines))["published"] == "2024-05-03T14:02:00"


def test_the_last_change_stands_for_a_publication_that_is_not_told() -> None:
    article = newsclean.clean("\n\n".join((HEADLINE, "Updated: 3 May 2024", *STORY)))
    assert article.published == article.modified == dt.date(2024, 5, 3)


def test_a_dateline_is_a_span_of_the_first_paragraph() -> None:
    (mark,) = [
        mark for mark in marks_of(f"SKAGEN, May 3 (Reuters) - {STORY[0]}", *STORY[1:]) if mark.role is Role.DATELINE
    ]
    assert (mark.block, mark.start, mark.end) == (0, 0, len("SKAGEN, May 3 (Reuters) - "))
    assert dict(mark.sets)["dateline_places"] == ("SKAGEN",)
    assert dict(mark.sets)["dateline_agencies"] == ("Reuters",)


def test_a_dateline_may_stand_on_a_line_of_its_own() -> None:
    lines = ("Swan puts out the lighthouse of Skagen", "SKAGEN, Denmark —", *STORY)
    article = newsclean.clean("\n\n".join(lines), language="en")
    assert article.dateline is not None
    assert (article.dateline.text, article.dateline.places) == ("SKAGEN, Denmark —", ("SKAGEN, Denmark",))
    assert article.body == "\n\n".join(STORY)
    assert article.body_with_dateline.startswith("SKAGEN, Denmark —\n\nThe lighthouse")


def test_words_and_a_dash_on_a_line_of_their_own_are_no_dateline() -> None:
    assert newsclean.clean("\n\n".join(("Swans and lamps", "In short —", *STORY)), language="en").dateline is None


def test_a_credit_line_behind_the_story_is_no_part_of_it() -> None:
    (mark,) = [mark for mark in marks_of(*STORY, "(AFP)") if mark.role is Role.CREDIT_LINE]
    assert mark.block == 3
    assert dict(mark.sets) == {"credit": "(AFP)", "agencies": ("AFP",)}


def test_a_date_in_the_future_is_refused() -> None:
    assert "published" not in values(marks_of("Published: 3 May 2124", *STORY))


def test_the_date_of_the_address_is_a_fallback() -> None:
    assert values(marks_of(*STORY, url="https://example.com/2024/05/03/swan"))["published_fallback"] == "2024-05-03"


def test_a_document_without_a_story_has_no_bylines() -> None:
    document = segment_text("By Ana Ruiz")
    verdicts = [Verdict(Role.BOILERPLATE, newsclean.Chrome.NAVIGATION, "model.story.no_story")]
    assert mark_fields(document, look_at(document.blocks), verdicts, TODAY) == []


def test_an_empty_document_has_no_fields() -> None:
    assert marks_of() == []


def test_every_mark_stands_inside_its_block() -> None:
    document = segment_text(
        "\n\n".join(("By Ana Ruiz | 3 May 2024", f"SKAGEN (AFP) — {STORY[0]}", *STORY[1:], "Source: dpa"))
    )
    for mark in marks_on(document):
        if mark.block is not None:
            length = len(document.blocks[mark.block].text)
            assert 0 <= mark.start < (length if mark.end is None else mark.end) <= length


HEAD = """
<meta property="article:published_time" content="{published}"><meta name="author" content="Ana Ruiz">
<meta property="og:site_name" content="The Skagen Post">
"""


def page(published: str) -> newsclean.Article:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return newsclean.clean(f"<html><head>{HEAD.format(published=published)}</head><body>{story}</body></html>")


def test_a_page_is_believed_about_itself() -> None:
    article = page("2024-05-03T14:02:00+02:00")
    zone = dt.timezone(dt.timedelta(hours=2))
    assert article.published == dt.datetime(2024, 5, 3, 14, 2, tzinfo=zone)
    assert (article.authors, article.source.publisher) == (("Ana Ruiz",), "The Skagen Post")


def test_of_one_moment_told_twice_the_local_time_counts() -> None:
    twice = '2024-05-03T23:30:00Z"><meta name="date" content="2024-05-04T01:31:00+02:00'
    assert str(page(twice).published) == "2024-05-04 01:31:00+02:00"


@pytest.mark.parametrize("published", ["", "soon", "0000-00-00", "2999-01-01", "1970-01-01T00:00:00Z"])
def test_a_page_is_not_believed_whatever_it_says(published: str) -> None:
    assert page(published).published is None


def test_what_stands_in_the_body_is_taken_out_of_it() -> None:
    lines = ("Swan puts out the lighthouse", "By Ana Ruiz", f"SKAGEN (AFP) — {STORY[0]}", *STORY[1:], "(AFP)")
    article = newsclean.clean("\n\n".join(lines))
    assert article.body == "\n\n".join(STORY)
    assert article.body_with_dateline.startswith("SKAGEN (AFP) — The lighthouse")
    assert article.source.agencies == ("AFP",)


def test_a_dateline_in_the_standfirst_is_read_and_stays_there() -> None:
    standfirst = "BERGEN (AFP) - A swan keeps the lighthouse of Skagen dark."
    head = f"<h1>Swan puts out the lighthouse</h1><p>{standfirst}</p><p>By Ana Ruiz</p><p>3 May 2024, 14:02</p>"
    story = "".join(f"<p>{text}</p>" for text in STORY)
    meta = f'<meta name="description" content="{standfirst}">'
    article = newsclean.clean(f"<html><head>{meta}</head><body><article>{head}{story}</article></body></html>")
    assert article.dateline is not None
    assert article.dateline.places == ("BERGEN",)
    assert article.source.agencies == ("AFP",)
    assert STORY[0] in article.body


def test_names_below_the_standfirst_of_a_clean_text_are_the_byline() -> None:
    head = "Swan puts out the lighthouse\nA swan keeps the lighthouse of Skagen dark, and nobody dares to take it away."
    article = newsclean.clean("\n\n".join((head, "Ana Ruiz", *STORY)))
    assert (article.byline, article.body) == ("Ana Ruiz", "\n\n".join(STORY))
    assert newsclean.clean(article.to_text()).body == article.body
