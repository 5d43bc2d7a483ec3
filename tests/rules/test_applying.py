"""Which rules apply to a document and what they may take, seen through a cleaner that has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import Chrome, Cleaner, Explanation, Role

SENTENCES = (
    "The tower of the old mill fell on Tuesday night after a week of rain, and nobody heard it, the miller said.",
    "Its stones will be used for a bridge that the village has wanted since the last one was carried off by a flood.",
    "The council meets on Friday to decide who pays for the mortar, which has never been cheap in this valley.",
)
PAGE = "<html><body><h1>Mill tower falls in the night</h1><div class='story'>{}</div>{}</body></html>"
URL = "https://www.example.org/mill"


def explain(tmp_path: Path, rules: str, raw: str) -> Explanation:
    path = tmp_path / "valley.toml"
    path.write_text('domains = ["example.org"]\n' + rules, encoding="utf-8")
    return Cleaner(rules=[path]).explain(raw, url=URL)


def page(tail: str = "") -> str:
    return PAGE.format("".join(f"<p>{sentence}</p>" for sentence in SENTENCES), tail)


def rule(name: str, phrases: str, **more: str) -> str:
    """Return a `[[rule]]` that finds each of the words in `phrases` as whole lines."""
    words = [f'"{word}"' for word in phrases.split()]
    extra = "".join(f"{key} = {value}\n" for key, value in more.items())
    return (
        f'[[rule]]\nname = "{name}"\nmatch = "whole"\nphrases = [{", ".join(words)}]\nmarks = [{", ".join(words)}]\n'
        f'keeps = ["A long line that is kept."]\nwhy = "A test."\n{extra}'
    )


def kind_of(explanation: Explanation, text: str) -> Chrome | None:
    (span,) = [span for span in explanation.spans if span.text.strip() == text]
    return span.chrome


def test_a_rule_for_between_paragraphs_finds_nothing_elsewhere(tmp_path: Path) -> None:
    rules = rule("word", "Mortar", chrome='"tags"', where='"between_paragraphs"')
    text = f"Mortar\n\n{SENTENCES[0]}\n\nMortar\n\n{SENTENCES[1]}\n\n{SENTENCES[2]}\n\nMore\n\nMortar\n"
    marks = [mark for mark in explain(tmp_path, rules, text).marks if mark.rule == "sites.valley.word"]
    assert [mark.block for mark in marks] == [2]


def test_a_site_that_keeps_beats_a_pack_that_removes(tmp_path: Path) -> None:
    text = "\n\n".join((SENTENCES[0], "Advertisement", *SENTENCES[1:]))
    assert kind_of(explain(tmp_path, "", text), "Advertisement") is Chrome.ADVERTISEMENT
    assert kind_of(explain(tmp_path, rule("ad", "Advertisement", keep="true"), text), "Advertisement") is None


def test_a_site_that_keeps_beats_the_same_site_that_removes(tmp_path: Path) -> None:
    text = "\n\n".join((SENTENCES[0], "Mortar", *SENTENCES[1:]))
    rules = rule("gone", "Mortar", chrome='"tags"') + rule("stays", "Mortar", keep="true")
    assert kind_of(explain(tmp_path, rules, text), "Mortar") is None


def test_a_strip_takes_all_that_stands_in_its_elements(tmp_path: Path) -> None:
    rules = '[[strip]]\nselect = "div.shop"\nchrome = "promotion"\nwhy = "A shop."\n'
    found = explain(
        tmp_path, rules, page(f"<div class=shop><ul><li>Buy a mill</li></ul><p>{SENTENCES[0]} Buy it.</p></div>")
    )
    assert kind_of(found, "Buy a mill") is Chrome.PROMOTION
    assert kind_of(found, f"{SENTENCES[0]} Buy it.") is Chrome.PROMOTION
    assert found.article.body == "\n\n".join(SENTENCES)


def test_a_strip_that_finds_nothing_leaves_a_word_of_it(tmp_path: Path) -> None:
    found = explain(tmp_path, '[[strip]]\nselect = "div.shop"\nchrome = "promotion"\nwhy = "A shop."\n', page())
    (mark,) = [mark for mark in found.marks if mark.rule == "sites.valley.strip_1"]
    assert mark.block is None
    assert "'div.shop' finds no text" in (mark.why or "")


def test_a_field_is_taken_from_the_first_selector_that_finds_a_text(tmp_path: Path) -> None:
    rules = '[select]\nbyline = ["p.none", "p.empty", "p.who", "p"]\n'
    found = explain(tmp_path, rules, page("<p class=empty> </p><p class=who>Told by Ana Ruiz</p>"))
    assert found.article.byline == "Told by Ana Ruiz"


def test_a_field_is_taken_from_an_attribute(tmp_path: Path) -> None:
    rules = '[select]\nsubheadline = "xpath://img/@title"\n'
    assert explain(tmp_path, rules, page("<img title='Nobody heard it'>")).article.subheadline == "Nobody heard it"


def test_the_selected_headline_is_the_headline_in_the_spans_too(tmp_path: Path) -> None:
    found = explain(tmp_path, '[select]\nheadline = "h2.real"\n', page("<h2 class=real>Tower down</h2>"))
    assert found.article.headline == "Tower down"
    assert [span.role for span in found.spans if span.text.strip() == "Tower down"] == [Role.HEADLINE]


def test_a_field_that_no_selector_finds_is_reported(tmp_path: Path) -> None:
    article = explain(tmp_path, '[select]\nheadline = "h2.real"\n', page()).article
    assert article.headline == "Mill tower falls in the night"
    (warning,) = article.warnings
    assert "sites.valley.select.headline" in warning


def test_selectors_have_no_say_on_text(tmp_path: Path) -> None:
    assert explain(tmp_path, '[select]\nheadline = "h2.real"\n', "\n\n".join(SENTENCES)).article.warnings == ()


@pytest.mark.parametrize("selector", ["xpath:count(//p)", "xpath:string(//h1)", "xpath://p/text()", "xpath:true()"])
def test_a_strip_that_selects_no_elements_removes_nothing(tmp_path: Path, selector: str) -> None:
    rules = f'[[strip]]\nselect = "{selector}"\nchrome = "promotion"\nwhy = "A shop."\n'
    assert explain(tmp_path, rules, page()).article.body == "\n\n".join(SENTENCES)


def test_a_paragraph_is_kept_from_which_a_prompt_is_cut() -> None:
    before = "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft."
    after = "About three thousand people who live on the islands will wait for fuel, said the operator."
    text = f"Ferry stops\n\n{before} Sign up for our newsletter and never miss a story. {after}\n\n{after} It rains."
    assert Cleaner().clean(text).paragraphs[0].text == f"{before} {after}"
