"""How a page writes the name of its domain."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.fields.domain_name import domain_letters, name_of_domain


@pytest.mark.parametrize(
    ("url", "letters"),
    [
        ("https://www.harbour-bell.example/a", "harbourbell"),
        ("https://news.harbourbell.co.uk/a", "harbourbell"),
        ("https://HarbourBell.example", "harbourbell"),
        # Under a platform stand pages of many.
        ("https://bell.blogspot.com/a", ""),
        ("https://localhost/a", ""),
        ("https://[::1", ""),
        ("", ""),
    ],
)
def test_the_letters_of_a_domain(url: str, letters: str) -> None:
    assert domain_letters(url) == letters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Menu\nHarbour Bell\nGoats loose. The Harbour Bell wrote of it.", "Harbour Bell"),
        ("Goats loose.\n© 2031 HARBOUR-BELL", "HARBOUR-BELL"),
        ("Write to desk@harbourbell.example or see www.harbourbell.example/goats and harbourbell.example.", None),
        ("Not far from the harbour bell.", None),
        ("The Harbour Bell rang. The harbour bell is new.", None),
        ("The Harbour\nBell", None),
        ("all of harbourbell since 1999", "harbourbell"),
        ("Harbourbell, or harbourbell", None),
        ("", None),
    ],
)
def test_the_name_as_the_page_writes_it(text: str, name: str | None) -> None:
    assert name_of_domain("https://www.harbourbell.example/a", text) == name


def test_a_page_that_names_no_publisher_is_of_its_domain() -> None:
    story = "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, it was said."
    page = f"<html><head><title>Ferry stops</title></head><body><h1>Ferry stops</h1><p>{story}</p><p>Goat Herald</p>"
    assert newsclean.clean(page, url="https://goatherald.example/ferry").source.publisher == "Goat Herald"
    assert newsclean.clean(page, url="https://sheep.example/ferry").source.publisher is None
    assert newsclean.clean(page).source.publisher is None
