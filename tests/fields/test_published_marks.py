"""Whether a page's metadata or the date line at its story tells when that appeared."""

from __future__ import annotations

import datetime as dt

import pytest

import newsclean

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
)


def page(line: str, published: str | None = None, modified: str | None = None) -> newsclean.Article:
    stated = {"article:published_time": published, "article:modified_time": modified}
    head = "".join(f'<meta property="{name}" content="{value}">' for name, value in stated.items() if value)
    story = "".join(f"<p>{text}</p>" for text in STORY)
    return newsclean.clean(f"<html><head>{head}</head><body><h1>Swan at Skagen</h1><p>{line}</p>{story}</body></html>")


def test_the_metadata_counts_where_it_tells_the_change_apart() -> None:
    article = page("Updated lines: 3 June 2024", "2024-05-01", "2024-05-09")
    assert article.published == dt.date(2024, 5, 1)
    assert page("3 May 2024", "2024-05-01", "2024-05-09").published == dt.date(2024, 5, 1)


@pytest.mark.parametrize(
    ("published", "modified"),
    [("2025-11-05", "2025-11-05"), ("2024-05-09", "2024-05-09"), ("2025-11-05", None), ("2025-11-05", "2025-12-01")],
    ids=["rebuilt long after", "rebuilt soon after", "stated once", "changed again"],
)
def test_a_line_of_an_earlier_day_counts_against_the_day_of_a_rebuild(published: str, modified: str | None) -> None:
    assert page("3 May 2024", published, modified).published == dt.date(2024, 5, 3)


def test_a_line_of_the_day_before_may_be_of_another_zone() -> None:
    assert page("3 May 2024", "2024-05-04T01:00:00Z", "2024-06-01").published == dt.datetime(
        2024, 5, 4, 1, tzinfo=dt.UTC
    )


def test_a_line_is_read_month_first_where_the_metadata_says_that_day() -> None:
    assert page("5/3/2024", "2024-05-03", "2024-07-01").published == dt.date(2024, 5, 3)
    assert page("5/3/2024", "2024-09-09", "2024-09-09").published == dt.date(2024, 3, 5)


def test_metadata_with_month_and_day_the_wrong_way_round_gives_way_to_a_line_in_words() -> None:
    assert page("Published May 3, 2024", "2024-03-05", "2024-07-01").published == dt.date(2024, 5, 3)


def test_the_other_dates_of_a_page_tell_which_part_is_the_month() -> None:
    assert page("5/3/2024").published == dt.date(2024, 3, 5)
    assert page("5/3/2024</p><p>Ferry stops 12/17/2023</p><p>Library opens 1/31/2024").published == dt.date(2024, 5, 3)
    assert page("5/3/2024</p><p>Ferry stops 17/12/2023</p><p>Library opens 31/1/2024").published == dt.date(2024, 3, 5)


@pytest.mark.parametrize("line", ["3 May 2024 admin News 0", "Ana Maria de la Ruiz y Weld wrote it on 3 May 2024"])
def test_where_nothing_else_tells_a_line_may_say_more_than_the_date(line: str) -> None:
    assert page(line).published == dt.date(2024, 5, 3)
    assert page(line, "2024-05-04").published == dt.date(2024, 5, 4)


def test_a_dateline_with_a_year_tells_where_nothing_else_does() -> None:
    text = "\n\n".join(("SKAGEN, 3 May 2024 (AFP) - " + STORY[0], *STORY[1:]))
    assert newsclean.clean(text).published == dt.date(2024, 5, 3)
