"""What becomes of lines that no rule knows, by where they stand in a text."""

from __future__ import annotations

from functools import cache

from newsclean import Cleaner
from newsclean.mark import Layer

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
    "Fishermen say that the new light is the better one, and that they would rather keep it and the swan as well.",
)
MENU = ("Front page", "Fishing", "Harbours", "Ferries", "Tides", "Weather", "Lost and found", "Crosswords")
OTHERS = (
    "Council of Hirtshals buys a bell",
    "Third whale of the week seen off Grenen",
    "Why the dunes walk and where they want to go",
    "Bakers argue about the right side of rye bread",
    "New timetable pleases nobody in Frederikshavn",
)
# Enough lines that rules know for the whole to be seen as a dump of a page.
CHROME = (
    "Share",
    "Advertisement",
    "Subscribe",
    "Log in",
    "Comments",
    "All rights reserved",
    "Privacy policy",
    "Follow us",
)


@cache
def cleaner() -> Cleaner:
    return Cleaner(model=None)


def body(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in cleaner().clean("\n\n".join(lines)).paragraphs]


def test_lines_before_and_behind_the_story_of_a_whole_page_are_removed() -> None:
    assert body(*MENU, *CHROME, *STORY, *CHROME[::-1], *OTHERS) == list(STORY)


def test_a_removed_line_says_where_it_stood() -> None:
    removed = cleaner().explain("\n\n".join((*MENU, *CHROME, *STORY, *CHROME[::-1], *OTHERS))).removed
    rules = {span.text.strip(): span.rule for span in removed}
    assert rules["Lost and found"] == "any.structure.link_run"
    assert rules[OTHERS[0]] == "model.story.after"


def test_a_subhead_between_paragraphs_stays() -> None:
    assert body(*STORY[:2], "What the bird wants", *STORY[2:]) == [*STORY[:2], "What the bird wants", *STORY[2:]]


def test_a_list_between_paragraphs_stays() -> None:
    items = ["- a lamp of oil", "- a ladder of ash", "- a nest of straw", "- five eggs, still warm", "- one angry swan"]
    assert body(*STORY[:2], "\n".join(items), *STORY[2:]) == [*STORY[:2], *(i[2:] for i in items), *STORY[2:]]


def test_many_lines_in_a_row_inside_a_whole_page_are_a_list_of_links() -> None:
    assert body(*MENU, *CHROME, *STORY[:2], *OTHERS, *STORY[2:], *CHROME[::-1]) == list(STORY)


def test_a_menu_alone_is_no_article() -> None:
    assert body(*MENU, *CHROME, *OTHERS) == []


def test_a_menu_with_a_sentence_in_it_is_no_article() -> None:
    assert body(*MENU, *CHROME, "This site uses tea and cake.", *OTHERS) == []


def test_text_that_is_clean_already_stays_as_it_is() -> None:
    assert body(*STORY) == list(STORY)


def test_every_block_is_judged_by_the_model_and_by_it_alone_in_its_layer() -> None:
    explanation = cleaner().explain("\n\n".join((*MENU, *STORY)))
    judged = [mark.block for mark in explanation.marks if mark.layer is Layer.MODEL and mark.block is not None]
    assert sorted(judged) == list(range(len(explanation.document.blocks)))


def test_a_prompt_in_sentences_between_paragraphs_does_not_end_the_story() -> None:
    prompt = "Sign up for our newsletter to read of all that happens at the harbour every single morning before nine."
    paragraph = "The lighthouse of Skagen went dark on Thursday, and ships were told to wait for the keeper."
    lines = ["Swan puts out the light", paragraph, prompt, paragraph + " It rained.", "Share", "Login", "Menu"]
    text = "\n".join(lines)
    assert len(cleaner().clean(text).paragraphs) == 2
