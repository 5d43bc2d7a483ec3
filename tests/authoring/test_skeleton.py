"""The skeleton of a site's rules, and the selectors found on its pages."""

from __future__ import annotations

from pathlib import Path

from newsclean import Cleaner
from newsclean.authoring.finding import chrome_selectors, field_selectors, samples
from newsclean.authoring.linting import lint
from newsclean.authoring.skeleton import publisher_of, skeleton
from newsclean.cleaner import default_cleaner
from newsclean.rules.loading import load_rule_file
from tests.authoring import site

PAGES = samples([site.page("Night trams to the lighthouse"), site.page("No trams on Sunday")], default_cleaner())


def test_a_skeleton_without_pages_can_be_loaded(tmp_path: Path) -> None:
    path = tmp_path / "courier.example.toml"
    path.write_text(skeleton("courier.example"))
    assert lint([path]) == ([path], [])
    assert load_rule_file(path).domains == ("courier.example",)


def test_a_skeleton_names_what_was_found_on_the_pages(tmp_path: Path) -> None:
    path = tmp_path / "courier.example.toml"
    path.write_text(skeleton("courier.example", PAGES, 'The "Courier"'))
    rules = load_rule_file(path)
    assert rules.select["headline"] == (".headline",)
    assert rules.select["byline"] == (".author-name",)
    assert rules.select["published"] == ("xpath://meta[@property='article:published_time']/@content",)
    assert rules.constants == {"publisher": 'The "Courier"'}
    assert {(rule.select, rule.chrome) for rule in rules.selectors} == {
        (".main-menu", "navigation"),
        (".newsletter-box", "newsletter"),
    }
    assert "# 2 of 2 pages, 'Night trams to the lighthouse'" in path.read_text()


def test_a_skeleton_changes_nothing_of_the_story(tmp_path: Path) -> None:
    path = tmp_path / "courier.example.toml"
    path.write_text(skeleton("courier.example", PAGES))
    url = "https://courier.example/"
    page = site.page("Night trams to the lighthouse")
    assert Cleaner(rules=path).clean(page, url=url).body == default_cleaner().clean(page, url=url).body


def test_selectors_are_ordered_by_the_pages_they_hold_on() -> None:
    other = site.page("A third story of trams").replace('class="headline"', 'class="title"')
    found = field_selectors([*PAGES, *samples([other], default_cleaner())], "headline")
    assert [(finding.select, finding.pages) for finding in found] == [("h1", 3), (".headline", 2), (".title", 1)]


def test_an_element_with_a_line_of_a_story_is_no_chrome() -> None:
    page = "".join(f"<p>{text}</p>" for text in site.STORY)
    odd = f'<html><body><div class="comments">{page}</div><div class="share">Share this</div></body></html>'
    found = chrome_selectors(samples([odd], default_cleaner()))
    assert [finding.select for finding in found] == [".share"]


def test_a_text_has_no_selectors() -> None:
    assert samples(["It rained."], default_cleaner()) == []


def test_the_publisher_is_what_all_pages_state() -> None:
    assert publisher_of([]) is None
    assert publisher_of(PAGES) is None
