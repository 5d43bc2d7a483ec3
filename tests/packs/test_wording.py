"""Prompts and headings that no phrase knows, told by the words they are made of."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import Chrome
from newsclean.mark import Mark
from newsclean.packs.wording import worded
from newsclean.rules.ruleset import PythonRule
from newsclean.segment.text import segment_text

RULES = {rule.id.rpartition(".")[2]: rule for rule in worded.rules}
STORY = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, and about three "
    "thousand people who live on the islands will wait for a week, said the operator, for the boat that brings fuel."
)
CZECH = (
    "Trajekt na vnější ostrovy přestal v pondělí jezdit poté, co posádka našla trhlinu v hlavní hřídeli, a asi tři "
    "tisíce lidí, kteří na ostrovech žijí, budou týden čekat na loď, která přiváží palivo, řekl provozovatel."
)
SERBIAN = (
    "Trajekt ka spoljnim ostrvima prestao je da saobraća u ponedeljak pošto je posada našla pukotinu na osovini, a oko "
    "tri hiljade ljudi koji žive na ostrvima čekaće nedelju dana na brod koji donosi gorivo, rekao je prevoznik."
)


def found(
    rule: PythonRule, *lines: str, language: str = "en", marks: tuple[Mark, ...] = ()
) -> list[tuple[str, Chrome]]:
    """Return what is marked, by its text, and its kind."""
    document = segment_text("\n\n".join(lines), language=language)
    return [
        (document.blocks[mark.block].text[mark.start : mark.end], mark.chrome)
        for mark in rule.apply(document, marks)
        if mark.block is not None and mark.chrome is not None
    ]


@pytest.mark.parametrize(
    ("language", "story", "line", "kind"),
    [
        ("en", STORY, "Never miss a thing: get our stories by e-mail every morning", Chrome.NEWSLETTER),
        ("cs", CZECH, "Stáhněte si naši mobilní aplikaci a mějte zprávy v telefonu", Chrome.APP_DOWNLOAD),
        ("sr", SERBIAN, "Preuzmite našu aplikaciju za telefon", Chrome.APP_DOWNLOAD),
    ],
)
def test_a_prompt_among_the_paragraphs(language: str, story: str, line: str, kind: Chrome) -> None:
    assert found(RULES["prompt"], story, line, story, language=language) == [(line, kind)]


@pytest.mark.parametrize("line", ["A crack in the shaft", "What the islanders say", "“Subscribe to our newsletter”"])
def test_what_is_of_the_story_stays(line: str) -> None:
    assert found(RULES["prompt"], STORY, line, STORY) == []


def test_what_a_phrase_has_told_is_left_to_it() -> None:
    line = "Never miss a thing: get our stories by e-mail every morning"
    told = Mark("en.newsletter.label", worded.layer, 1, chrome=Chrome.NEWSLETTER)
    assert found(RULES["prompt"], STORY, line, STORY, marks=(told,)) == []


def test_a_heading_takes_the_list_below_it_along() -> None:
    heading = "What others read today"
    end = (
        "Fishermen will bring bread and milk with their own boats until the ferry sails again, the mayor of the "
        "largest island said on Tuesday after a meeting of the council."
    )
    box = (heading, "Harbour tolls to rise in May", "Third whale of the week seen")
    assert [text for text, _ in found(RULES["heading"], STORY, *box, end)] == [heading]
    raw = "\n\n".join((STORY, "\n".join(box), end))
    assert [paragraph.text for paragraph in newsclean.clean(raw).paragraphs] == [STORY, end]


def test_a_menu_above_the_story_is_no_list_inside_it() -> None:
    assert found(RULES["heading"], "What others read today", STORY, STORY) == []
