"""A made-up site with rules, two pages and a case, for the tests of what rule authors use."""

from __future__ import annotations

import json
from pathlib import Path

RULES = """
domains = ["courier.example"]

[set]
publisher = "Island Courier"

[select]
headline = [".title", "h1"]
byline = ".nobody"

[[strip]]
select = ".club"
chrome = "promotion"
why = "The paper advertises its club."

[[strip]]
select = ".gone"
chrome = "promotion"
why = "It was there once."

[[rule]]
name = "ferryman"
match = "whole"
phrases = ["Ask the Ferryman"]
chrome = "promotion"
why = "The paper advertises its assistant."
marks = ["Ask the Ferryman"]
keeps = ["Ask the ferryman, he will know."]
"""
CLUB = "Members of our club ride free to the lighthouse this summer, and so do their children."
STORY = (
    "Trams will run to the lighthouse until two in the morning from the first of July, the transport office said.",
    "The line had closed at ten since the winter, when a landslide took away one of its two tracks above the beach.",
    "The last tram back leaves at a quarter to two, and a ticket will cost as much as it does by day.",
)


def page(headline: str) -> str:
    """Return a page of the site."""
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    return (
        f'<html lang="en"><head><meta property="article:published_time" content="2026-03-01T10:00:00Z"></head><body>'
        f'<nav class="main-menu"><a href="/">Home</a></nav><article><h1 class="headline">{headline}</h1>'
        f'<p class="author-name">By Ines Vidal</p>{paragraphs}<p>Ask the Ferryman</p><div class="club"><p>{CLUB}</p>'
        f'</div></article><div class="newsletter-box"><p>Our letter comes on Fridays</p></div></body></html>'
    )


def write(folder: Path) -> Path:
    """Write the site's rules and one case into a folder, and return the path of the rules."""
    rules = folder / "courier.example.toml"
    rules.write_text(RULES)
    case = folder / "courier.example" / "night-trams"
    case.mkdir(parents=True)
    (case / "input.html").write_text(page("Night trams to the lighthouse"))
    expected = {"why": "a page with the club's box", "headline": "Night trams to the lighthouse", "body": list(STORY)}
    (case / "expected.json").write_text(json.dumps(expected))
    return rules
