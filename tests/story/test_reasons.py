"""The reasons of the model, in words."""

from __future__ import annotations

import newsclean
from newsclean.story.model import COLUMNS
from newsclean.story.reasons import _say

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
)


def test_every_column_has_words() -> None:
    said = [_say(name, 0.5) for name in COLUMNS]
    assert all(text != name and "{" not in text for text, name in zip(said, COLUMNS, strict=True))
    assert len(set(said)) == len(COLUMNS)


def test_a_share_is_told_in_per_cent_and_a_neighbour_by_its_place() -> None:
    assert _say("digits", 0.25) == "the share of digits in it: 25%"
    assert _say("common", -1.0) == "the share of the language's frequent words in it: not known"
    assert _say("words-1", 12.0) == "the line above: it has 12 words"
    assert _say("marked_behind_5", 3.0).startswith("over 5 blocks above it: ")


def test_an_explanation_names_what_weighed_most_and_an_article_does_without() -> None:
    text = "\n\n".join(["Swans and lighthouses of the north", *STORY, "Whales seen off the coast of Skagen again"])
    found = newsclean.explain(text)
    why = next(mark.why for mark in found.marks if mark.rule == "model.story.body")
    assert (why or "").startswith("The model gives it ")
    assert (why or "").count(";") == 2
    assert newsclean.clean(text) == found.article


def test_every_removal_of_the_model_is_explained() -> None:
    found = newsclean.explain("\n\n".join(["Port news of the day", "Tide clock", *STORY, "Old sails and new ones"]))
    told = {mark.block for mark in found.marks if mark.chrome is not None and not mark.rule.startswith("model.")}
    for mark in found.marks:
        if mark.rule.startswith("model.story.") and mark.block is not None and mark.block not in told:
            assert "What weighed most" in (mark.why or "") or mark.rule.endswith("no_story")
