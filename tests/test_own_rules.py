"""Rules that users bring: rule sets in Python, rule files, installed packages."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import newsclean
from newsclean import Block, Chrome, Cleaner, Document, Layer, RuleFileError, RuleSet

SENTENCES = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, the operator said.",
    "About 3,000 people live on the four islands and depend on the boat for fuel, post and medicine all year round.",
    "Repairs will take a week, the chief engineer told reporters on the quay, and a cargo boat will sail until then.",
)
STORY = "\n\n".join(SENTENCES)
TEXT = f"Ferry to the outer islands stops for a week\n\nShare\n\n{STORY}\n\nAdvertisement\n"
PAGE = (
    "<html><body><h1>Ferry to the outer islands stops for a week</h1>"
    + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    + "</body></html>"
)
SITE = """
domains = [".example.org"]
fingerprint = ["Island Courier premium"]

[set]
aggregator = "Island Courier"

[[rule]]
name = "ask_the_captain"
match = "whole"
phrases = ["Ask the captain"]
chrome = "promotion"
why = "A button under every story."
marks = ["Ask the captain"]
keeps = ["They went to ask the captain."]
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    path = tmp_path / "courier.toml"
    path.write_text(SITE, encoding="utf-8")
    return path


def rules_of(explanation: newsclean.Explanation) -> set[str]:
    return {mark.rule for mark in explanation.marks}


def test_a_rule_that_fails_is_left_out_and_named() -> None:
    broken = RuleSet("mine.broken")

    @broken.rule("fails", chrome=Chrome.PROMOTION, marks=["a"], keeps=["b"])
    def fails(block: Block, document: Document) -> bool:  # noqa: ARG001
        """Find nothing, ever."""
        raise RuntimeError("no luck")

    article = Cleaner(rules=[broken]).clean(TEXT)
    assert article.warnings == ("Rule mine.broken.fails failed (RuntimeError: no luck) and was left out.",)
    assert article.body == newsclean.clean(TEXT).body


def test_an_error_inside_returns_the_input_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("no luck")

    monkeypatch.setattr("newsclean.cleaner.mark_fields", fails)
    article = Cleaner().clean(TEXT)
    assert article.warnings == ("Cleaning failed (RuntimeError: no luck); the input is returned as it is.",)
    assert all(sentence in article.body for sentence in SENTENCES)


def test_a_text_without_a_story_says_so() -> None:
    article = newsclean.clean("Home\nNews\nSport\nLog in\nSubscribe\n")
    assert article.body == ""
    assert article.warnings == ("No story was found in the input.",)


def test_python_rules_mark_blocks() -> None:
    mine = RuleSet("mine.ferries")

    @mine.rule("cargo", chrome=Chrome.PROMOTION, marks=["A cargo boat sails."], keeps=["A boat sails."])
    def is_about_cargo(block: Block, document: Document) -> bool:  # noqa: ARG001
        """Cargo is advertised here."""
        return "cargo" in block.text

    explanation = Cleaner(rules=[mine]).explain(TEXT)
    (mark,) = [mark for mark in explanation.marks if mark.rule == "mine.ferries.cargo"]
    assert (mark.chrome, mark.why) == (Chrome.PROMOTION, "Cargo is advertised here.")
    assert explanation.article.body == "\n\n".join(SENTENCES[:2])
    assert Cleaner(rules=[mine], disable=["mine"]).clean(TEXT).body == STORY


def test_a_rule_file_applies_to_its_domain_and_subdomains_only(site: Path) -> None:
    cleaner = Cleaner(rules=[site])
    text = TEXT + "\nAsk the captain\n"
    for url, applies in {
        "https://example.org/a": True,
        "https://www.example.org/a": True,
        "https://notexample.org/a": False,
        "https://example.org.example.com/a": False,
        None: False,
    }.items():
        explanation = cleaner.explain(text, url=url)
        assert ("sites.courier.ask_the_captain" in rules_of(explanation)) is applies
        assert explanation.article.source.aggregator == ("Island Courier" if applies else None)


def test_a_rule_file_applies_where_its_fingerprint_is_found(site: Path) -> None:
    explanation = Cleaner(rules=[site]).explain(TEXT + "\nAsk the captain\n\nTry Island  Courier PREMIUM today\n")
    (removed,) = [span for span in explanation.removed if span.rule == "sites.courier.ask_the_captain"]
    assert removed.text.strip() == "Ask the captain"


def test_rule_files_are_taken_as_paths_strings_and_folders(site: Path) -> None:
    for given in (site, str(site), site.parent):
        assert Cleaner(rules=[given]).clean(TEXT, url="https://example.org/").source.aggregator == "Island Courier"


def test_a_rule_file_replaces_the_built_in_one_of_its_name(tmp_path: Path) -> None:
    built_in = Cleaner().clean(TEXT, url="https://daily8.com/")
    (tmp_path / "daily8.toml").write_text('domains = ["daily8.com"]\n[set]\naggregator = "Eight"\n', encoding="utf-8")
    own = Cleaner(rules=[tmp_path / "daily8.toml"]).clean(TEXT, url="https://daily8.com/")
    assert (built_in.source.aggregator, own.source.aggregator) == ("Daily8", "Eight")


def test_a_site_can_be_switched_off(site: Path) -> None:
    article = Cleaner(rules=[site], disable=["sites.courier"]).clean(TEXT, url="https://example.org/")
    assert article.source.aggregator is None


def test_selectors_strip_keep_and_name_the_headline(tmp_path: Path) -> None:
    path = tmp_path / "courier.toml"
    path.write_text(
        """
domains = ["example.org"]
[select]
headline = ["h1.none", "xpath://h2[@class='real']"]
[[strip]]
select = "div.box"
chrome = "promotion"
why = "Boxes sell holidays."
[[keep]]
select = "p.notice"
why = "Notices are part of the story."
""",
        encoding="utf-8",
    )
    page = PAGE.replace("<body>", "<body><h2 class=real>Boat stops</h2>").replace(
        "</body>",
        "<div class=box><p>Book your holiday on the islands with us today, and take the children with you.</p></div>"
        "<p class=notice>Share</p></body>",
    )
    explanation = Cleaner(rules=[path]).explain(page, url="https://example.org/")
    assert explanation.article.headline == "Boat stops"
    assert explanation.article.paragraphs[-1].text == "Share"
    assert [span.chrome for span in explanation.spans if "Book your holiday" in span.text] == [Chrome.PROMOTION]


def test_every_fault_of_every_rule_file_is_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text("colour = 3\n", encoding="utf-8")
    (tmp_path / "two.toml").write_text("domains = [\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        Cleaner(rules=[tmp_path, tmp_path / "three.toml"])
    assert {problem.file.name for problem in caught.value.problems} == {"one.toml", "two.toml", "three.toml"}


def test_a_rule_that_takes_most_of_the_text_is_held_back_and_reported(tmp_path: Path) -> None:
    (tmp_path / "greedy.toml").write_text(
        'domains = ["example.org"]\n[[rule]]\nname = "all"\nmatch = "pattern"\npatterns = ["e"]\nmax_words = 99\n'
        'chrome = "related"\nwhy = "A pattern that is far too wide."\nmarks = ["me"]\nkeeps = ["you"]\n',
        encoding="utf-8",
    )
    text = "\n\n".join(f"On day {day} the crew worked on. {sentence}" for day in range(5) for sentence in SENTENCES)
    article = Cleaner(rules=[tmp_path]).clean(text, url="https://example.org/")
    assert len(article.paragraphs) == 15
    assert [w for w in article.warnings if "sites.greedy.all was held back" in w]


def install(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    def entry_points(group: str) -> list[EntryPoint]:
        return [EntryPoint("mine", value, group)] if group == "newsclean.rule_sets" else []

    monkeypatch.setattr("newsclean.rules.sources.entry_points", entry_points)


def test_installed_packages_bring_rule_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = RuleSet("their.ferries", layer=Layer.LANGUAGE)

    @mine.rule("cargo", chrome=Chrome.PROMOTION, marks=["A cargo boat sails."], keeps=["A boat sails."])
    def is_about_cargo(block: Block, document: Document) -> bool:  # noqa: ARG001
        """Cargo is advertised here."""
        return "cargo" in block.text

    monkeypatch.setattr(newsclean, "their_rules", mine, raising=False)
    install(monkeypatch, "newsclean:their_rules")
    assert "their.ferries.cargo" in rules_of(Cleaner().explain(TEXT))


def test_an_installed_package_that_brings_something_else_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "newsclean:Chrome")
    with pytest.raises(RuleFileError, match="mine: the entry point names no rules"):
        Cleaner()


def test_one_rule_file_or_rule_set_needs_no_list(site: Path) -> None:
    for given in (site, str(site)):
        assert Cleaner(rules=given).clean(TEXT, url="https://example.org/").source.aggregator == "Island Courier"
    assert Cleaner(rules=RuleSet("mine.empty")).clean(TEXT).body == STORY
