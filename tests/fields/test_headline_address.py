"""Of two headlines that a page states, the one that its address spells."""

from __future__ import annotations

import pytest

from newsclean.fields.headline_address import spelled_headline

HEADING = "Nobody saw the storm coming"
STATED = "Ferry stays in port after storm breaks the harbour’s crane"
SITE = "https://harbour-post.example"


@pytest.mark.parametrize(
    "path",
    [
        "/news/ferry-stays-in-port-after-storm-breaks-the-harbours-crane",
        "/news/2026/11/ferry_stays_in_port_after_storm_breaks_the_harbours_crane.html",
        "/ferry-stays-in-port-after-storm-breaks-the-harbours-crane-1234567/amp",
    ],
)
def test_the_headline_that_the_address_spells_is_returned(path: str) -> None:
    assert spelled_headline(SITE + path, HEADING, [HEADING, STATED]) == STATED


@pytest.mark.parametrize(
    ("path", "heading", "stated"),
    [
        ("/news/article-1234567", HEADING, STATED),
        ("/news/ferry-storm", HEADING, STATED),
        # The heading is spelled as well as the other.
        ("/ferry-stays-in-port-after-the-storm", "Ferry stays in port after the big storm", "Ferry stays in port"),
        # The stated headline is the heading cut short.
        ("/big-data-in-the-retail-trade", "Big data in the retail trade: what it is, and who pays for all of it in the "
         "end", "Big data in the retail trade"),
        ("/nobody-saw-the-storm-coming", HEADING, STATED),
    ],
)  # fmt: skip
def test_no_other_is(path: str, heading: str, stated: str) -> None:
    assert spelled_headline(SITE + path, heading, [stated]) is None


def test_letters_are_compared_as_addresses_write_them() -> None:
    url = f"{SITE}/gruene-fuer-groessere-faehre-nach-malmoe"
    assert (
        spelled_headline(url, HEADING, ["Grüne für größere Fähre nach Malmö"]) == "Grüne für größere Fähre nach Malmö"
    )


@pytest.mark.parametrize("url", [None, "", "http://[", "https://harbour-post.example"])
def test_without_an_address_there_is_none(url: str | None) -> None:
    assert spelled_headline(url, HEADING, [STATED]) is None
