"""Which site rules apply to a page, and what families add to them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import newsclean
from newsclean import Cleaner, RuleFileError
from newsclean.rules.rule import SiteRules
from newsclean.rules.sites import Sites

DAY = dt.date(2026, 3, 1)


def site(name: str, *, domains: tuple[str, ...] = ("courier.example",), **more: object) -> SiteRules:
    return SiteRules(name, domains, (), {}, {}, (), (), **more)  # type: ignore[arg-type]


def names(sites: Sites, url: str | None, *fingerprinted: str, day: dt.date = DAY) -> list[str]:
    return [found.name for found in sites.applying(url, fingerprinted, day)]


def test_a_site_is_found_by_its_domain_and_the_hosts_below_it() -> None:
    sites = Sites([site("courier")])
    assert names(sites, "https://courier.example/a") == ["courier"]
    assert names(sites, "https://www.courier.example:8080/a") == ["courier"]
    assert names(sites, "https://notcourier.example/a") == []
    assert names(sites, "http://[") == names(sites, None) == []


def test_a_site_is_found_by_its_fingerprint() -> None:
    assert names(Sites([site("courier", domains=())]), None, "courier") == ["courier"]


def test_a_layout_has_its_days() -> None:
    old = site("courier_2019", valid_until=dt.date(2025, 12, 31))
    new = site("courier", valid_from=dt.date(2026, 1, 1))
    sites = Sites([old, new])
    url = "https://courier.example/"
    assert names(sites, url) == ["courier"]
    assert names(sites, url, day=dt.date(2025, 12, 31)) == ["courier_2019"]
    assert names(sites, None, "courier_2019") == []


def test_families_come_after_the_site_and_never_alone() -> None:
    base = site("base", domains=(), family=True)
    press = site("press", domains=(), family=True, extends=("base",))
    courier = site("courier", extends=("press", "base"))
    sites = Sites([base, press, courier])
    assert [link.name for link in sites.with_families(courier)] == ["courier", "press", "base"]
    assert names(sites, "https://courier.example/", "press") == ["courier"]


FAMILY = """
family = true
[select]
byline = ".author"
headline = "h2"
[set]
publisher = "Press Group"
[[strip]]
select = ".club"
chrome = "promotion"
why = "All papers of the group have a club."
[[rule]]
name = "club"
match = "whole"
phrases = ["Join our club"]
chrome = "promotion"
why = "All papers of the group have a club."
marks = ["Join our club"]
keeps = ["Join our club, they said"]
"""
COURIER = """
domains = ["courier.example"]
fingerprint = ["Island Courier"]
extends = "press"
[select]
headline = "h1"
"""
PAGE = """<html><body><article><h1>Trams run late</h1><h2>A subhead of the page</h2><p class="author">Ines Vidal</p>
<p>Trams will run to the lighthouse until two in the morning from the first of July, the transport office said.</p>
<p class="club">Members of our club ride free to the lighthouse for all of this summer, the editor says here.</p>
<p>The line had closed at ten since the winter, when a landslide took away one of its two tracks above the beach.</p>
<p>Join our club</p></article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "press.toml").write_text(FAMILY)
    (tmp_path / "courier.toml").write_text(COURIER)
    return tmp_path


def test_a_site_takes_over_all_that_its_family_says(folder: Path) -> None:
    explanation = Cleaner(rules=[folder]).explain(PAGE, url="https://courier.example/trams")
    article = explanation.article
    assert (article.headline, article.byline, article.source.publisher) == (
        "Trams run late",
        "Ines Vidal",
        "Press Group",
    )
    assert {"sites.press.strip_1", "sites.press.club"} <= {span.rule for span in explanation.removed}
    assert "club" not in article.body


def test_rules_of_a_family_wait_for_one_of_its_sites(folder: Path) -> None:
    cleaner = Cleaner(rules=[folder])
    elsewhere = cleaner.explain(PAGE, url="https://elsewhere.example/")
    assert not [span for span in elsewhere.removed if span.rule and span.rule.startswith("sites.press")]
    by_text = cleaner.explain("Island Courier\n\nIt rained on Tuesday, said the mayor of Porto.\n\nJoin our club\n")
    assert [span.text.strip() for span in by_text.removed if span.rule == "sites.press.club"] == ["Join our club"]


def test_a_family_nobody_knows_is_an_error_with_its_line(folder: Path) -> None:
    (folder / "press.toml").unlink()
    with pytest.raises(RuleFileError, match=r"courier\.toml:4: extends: 'press' is no family"):
        Cleaner(rules=[folder])


def test_families_in_a_circle_are_an_error(folder: Path) -> None:
    (folder / "press.toml").write_text(FAMILY.replace("family = true", 'family = true\nextends = ["press"]'))
    with pytest.raises(RuleFileError, match="'press' extends itself"):
        Cleaner(rules=[folder])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('family = true\ndomains = ["a.example"]\n', "family = true goes without"),
        ('domains = ["a.example"]\nvalid_from = 2026-01-02\nvalid_until = 2026-01-01\n', "valid_from is after"),
        ('domains = ["a.example"]\nvalid_from = "soon"\n', "valid_from"),
        ('extends = "press"\n', "or the rules never apply"),
    ],
)
def test_what_does_not_go_together_is_an_error(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.toml").write_text(text)
    with pytest.raises(RuleFileError, match=said):
        Cleaner(rules=[tmp_path / "a.toml"])


def test_the_day_of_retrieval_chooses_the_layout(tmp_path: Path) -> None:
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_text('domains = ["a.example"]\nvalid_until = 2020-12-31\nset.publisher = "Old"\n')
    new.write_text('domains = ["a.example"]\nvalid_from = 2021-01-01\nset.publisher = "New"\n')
    cleaner = Cleaner(rules=[old, new])
    url = "https://a.example/"
    assert cleaner.clean(PAGE, url=url).source.publisher == "New"
    assert cleaner.clean(PAGE, url=url, retrieved=dt.date(2020, 5, 1)).source.publisher == "Old"
    at_noon = dt.datetime(2020, 5, 1, 12, tzinfo=dt.UTC)
    assert cleaner.clean(PAGE, url=url, retrieved=at_noon).source.publisher == "Old"
    assert newsclean.clean(PAGE, url=url, retrieved=at_noon).source.publisher is None
