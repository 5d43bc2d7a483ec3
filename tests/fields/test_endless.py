"""Tests of cutting a line that holds a whole page."""

from __future__ import annotations

import pytest

from newsclean.fields.endless import cut_endless
from newsclean.mark import Chrome, Layer
from newsclean.rules.matching import Matcher
from newsclean.rules.rule import Match, Rule
from newsclean.segment.text import segment_text

STORY = (
    "The council of Lowmere voted on Monday to rebuild the old pier, which a storm had broken in two last winter. "
    "Work begins in March and will take a year, said Ilse Brandt, who leads the harbour office. Fishermen had asked "
    "for the money since the storm, because the boats have nowhere to land when the wind blows from the west. "
    "A ferry to the island will stop at the new pier twice a day, and the old lamp comes back from the museum. "
    "Divers will look at the piles first, since three of them lean, and a school class paints the railing in summer. "
    "Nobody spoke against the plan, which costs four million and is paid for by the county and the port together."
)


def matcher(*phrases: str) -> Matcher:
    return Matcher(
        [Rule("xx.share.label", Layer.LANGUAGE, Chrome.SHARE, Match.WHOLE, phrases, "A label.", ("a",), ("b",))]
    )


def cut(text: str, *phrases: str) -> list[str]:
    document = segment_text(text)
    assert document.blocks[1].continues, "the text is too short to be cut at all"
    made = cut_endless(document, matcher(*phrases))
    for index, block in enumerate(made.blocks):
        assert block.index == index
        assert [made.text[block.source_offset(at)] for at in range(len(block.text))] == list(block.text)
    return [block.text for block in made.blocks]


@pytest.mark.parametrize("tail", ["Share this article Copy link", "Share this article | Copy link."])
def test_labels_behind_the_story_are_blocks_of_their_own(tail: str) -> None:
    pieces = cut(f"{STORY} {tail}", "Share this article", "Copy link")
    assert [piece.strip(".") for piece in pieces if piece != "|"][-2:] == ["Share this article", "Copy link"]


def test_a_menu_before_the_story_is_cut_at_its_signs() -> None:
    pieces = cut(f"Home | News | Sport | Weather Lowmere gets a new pier {STORY}", "Share this article")
    assert pieces[:3] == ["Home |", "News |", "Sport |"]
    assert pieces[3] == "Weather"


def test_a_date_line_is_cut_out() -> None:
    pieces = cut(f"Lowmere gets a new pier Published: 4 April 2024, 16:12 {STORY}", "Share this article")
    assert pieces[:2] == ["Lowmere gets a new pier", "Published: 4 April 2024, 16:12"]


def test_a_copyright_sign_begins_a_block() -> None:
    assert cut(f"{STORY} © 2024 Lowmere Echo", "Share this article")[-1] == "© 2024 Lowmere Echo"


@pytest.mark.parametrize(
    "sentence", ["Share this article with care, he wrote.", "He would share this article Copy link."]
)
def test_words_of_a_sentence_are_not_cut_out(sentence: str) -> None:
    assert sentence in cut(f"{STORY} {sentence} Then it rained.", "Share this article")


def test_single_words_are_cut_out_in_threes_only() -> None:
    assert "Home Secretary Ilse Brandt agreed." in cut(f"{STORY} Home Secretary Ilse Brandt agreed. It rained.", "Home")


def test_other_documents_stay_as_they_are() -> None:
    document = segment_text("Share this article\nCopy link\n" + STORY.replace(". ", ".\n"))
    assert cut_endless(document, matcher("Share this article")) is document
