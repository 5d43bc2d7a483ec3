"""How far a section reaches that a heading opens: to its end, and never into the story that goes on below it."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.mark import Chrome, Layer, Mark
from newsclean.segment.looks import look_at
from newsclean.segment.text import segment_text
from newsclean.story.sections import section_marks
from newsclean.story.subheads import subhead_facts

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
    "Fishermen say that the new light is the better one, and that they would rather keep it and the swan as well.",
)
OTHERS = (
    "Council of Hirtshals buys a bell",
    "Third whale of the week seen off Grenen",
    "Why the dunes walk and where they want to go",
    "Bakers argue about the right side of rye bread",
)
HEADINGS = {
    "en": "Related Articles",
    "fr": "À lire aussi",
    "de": "Lesen Sie auch",
    "es": "Noticias relacionadas",
    "ar": "اقرأ أيضا",
}


def body(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in newsclean.clean("\n\n".join(lines)).paragraphs]


def kinds(*lines: str) -> dict[str, str | None]:
    spans = newsclean.explain("\n\n".join(lines)).spans
    return {span.text.strip(): span.chrome.value if span.chrome else None for span in spans}


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS)
def test_the_list_behind_the_story_belongs_to_its_heading(heading: str) -> None:
    found = kinds(*STORY, heading, *OTHERS)
    assert {found[line] for line in (heading, *OTHERS)} == {"related"}
    assert {found[line] for line in STORY} == {None}


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS)
def test_the_story_goes_on_below_a_list_inside_it(heading: str, count: int) -> None:
    assert body(*STORY[:2], heading, *OTHERS[:count], *STORY[2:]) == list(STORY)


def test_a_heading_whose_list_is_lost_takes_nothing_but_itself() -> None:
    assert body(*STORY[:2], HEADINGS["en"], *STORY[2:]) == list(STORY)


def test_a_section_ends_where_another_one_begins() -> None:
    found = kinds(
        *STORY, "Related Articles", *OTHERS[:2], "Sign up for our newsletter", "Related Articles", *OTHERS[2:]
    )
    assert found["Sign up for our newsletter"] == "newsletter"
    assert {found[line] for line in OTHERS} == {"related"}


def test_times_beside_the_headlines_belong_to_the_section() -> None:
    found = kinds(*STORY, "Related Articles", OTHERS[0], "3 hours ago", OTHERS[1], "5 hours ago", OTHERS[2])
    assert [found[line] for line in ("3 hours ago", "5 hours ago", OTHERS[2])] == ["related"] * 3


def test_buttons_between_the_headlines_keep_their_kind() -> None:
    found = kinds(*STORY, "Related Articles", OTHERS[0], "Share this article", OTHERS[1], OTHERS[2])
    assert [found[line] for line in ("Share this article", OTHERS[1], OTHERS[2])] == ["share", "related", "related"]


def test_other_stories_pasted_below_a_heading_belong_to_it() -> None:
    pasted = [
        line
        for number, title in enumerate(OTHERS)
        for line in (
            title,
            f"{number + 3} hours ago",
            f"The people of town {number} were glad to hear of it, they said.",
        )
    ]
    assert body(*STORY, "Related Articles", *pasted) == list(STORY)


def test_a_heading_in_quotation_marks_opens_nothing() -> None:
    lines = (*STORY[:2], "“Related Articles”", OTHERS[0], *STORY[2:])
    assert body(*lines) == list(lines)


def test_a_pointer_that_brings_its_headline_points_at_nothing_below() -> None:
    lines = (*STORY[:2], "Read also: Council of Hirtshals buys a bell", "Ships and eggs", *STORY[2:])
    assert body(*lines) == [*STORY[:2], "Ships and eggs", *STORY[2:]]


def test_labels_between_paragraphs_are_no_headlines_of_other_stories() -> None:
    labels = ("ADVERTISEMENT", "This article is for subscribers only")
    lines = (
        *STORY[:2],
        "Related Articles",
        *OTHERS[:3],
        STORY[2],
        labels[0],
        STORY[3],
        labels[1],
        STORY[0] + " Again.",
    )
    found = kinds(*lines)
    assert [found[line] for line in (*STORY[2:], STORY[0] + " Again.")] == [None, None, None]


def test_a_subhead_behind_a_list_belongs_to_the_story() -> None:
    text = "\n\n".join([*STORY[:2], "\n".join(["Related Articles", *OTHERS[:3]]), "Ships and eggs", *STORY[2:]])
    assert [p.text for p in newsclean.clean(text).paragraphs] == [*STORY[:2], "Ships and eggs", *STORY[2:]]


def test_a_question_in_a_list_is_a_headline() -> None:
    lines = ("Related Articles", "How much does a bell cost in Hirtshals?", OTHERS[1])
    assert body(*STORY[:2], *lines, *STORY[2:]) == list(STORY)


def test_a_subhead_right_behind_a_list_speaks_of_what_its_paragraph_says() -> None:
    lines = (*STORY[:2], "Related Articles", *OTHERS[:3], "Eggs of the bird", *STORY[2:])
    text = "\n".join(lines)
    assert [p.text for p in newsclean.clean(text).paragraphs] == [*STORY[:2], "Eggs of the bird", *STORY[2:]]


def test_a_line_much_shorter_than_a_list_s_headlines_is_a_subhead_whatever_it_says() -> None:
    assert subhead_facts(["Council of Hirtshals buys a bell"], "What now", STORY[2:])[0] == 0
    text = "\n".join((*STORY[:2], "Related Articles", *OTHERS[:3], "What now", *STORY[2:]))
    assert [p.text for p in newsclean.clean(text).paragraphs] == [*STORY[:2], "What now", *STORY[2:]]


def test_the_last_line_of_a_list_speaks_of_something_else() -> None:
    text = "\n".join((*STORY[:2], "Related Articles", *OTHERS[:3], *STORY[2:]))
    assert [p.text for p in newsclean.clean(text).paragraphs] == list(STORY)


def test_a_prompt_that_only_its_words_tell_ends_a_list() -> None:
    prompt = "Please put my name on your list"
    found = kinds(*STORY, "Related Articles", *OTHERS[:2], prompt, *OTHERS[2:])
    assert [found[line] for line in OTHERS[:2]] == ["related", "related"]
    assert found[prompt] not in (None, "related")


def test_marks_on_what_a_page_states_beside_its_elements_say_nothing_of_sections() -> None:
    document = segment_text("\n\n".join(STORY))
    beside = Mark("any.prompts.call", Layer.ANY, len(STORY), chrome=Chrome.NEWSLETTER)
    assert section_marks(document.blocks, look_at(document.blocks), [], [beside]) == []


def test_a_call_for_comments_behind_a_list_is_none_of_it() -> None:
    text = "\n\n".join(STORY) + "\n\nMost read\n" + "\n".join(OTHERS[:3]) + "\nLeave a comment\n"
    kinds = {span.text.strip(): span.chrome for span in newsclean.explain(text, language="en").removed}
    assert kinds["Leave a comment"] is newsclean.Chrome.COMMENTS
    assert kinds[OTHERS[2]] is newsclean.Chrome.MOST_READ


def test_comments_beside_each_headline_are_counts() -> None:
    rows = "\n".join(f"{other}\nComments" for other in OTHERS[:3])
    text = "\n\n".join(STORY) + f"\n\nMost read\n{rows}\n"
    assert {span.chrome for span in newsclean.explain(text, language="en").removed} == {newsclean.Chrome.MOST_READ}


def test_a_form_for_comments_behind_a_list_is_a_section_of_its_own() -> None:
    form = ["Comments", "Write a comment", "Log in to comment", "Report comment", "Sort by newest comments"]
    text = "\n\n".join(STORY) + "\n\nMost read\n" + "\n".join((*OTHERS[:3], *form)) + "\n"
    kinds = {span.text.strip(): span.chrome for span in newsclean.explain(text, language="en").removed}
    assert {kinds[line] for line in form[:3]} == {newsclean.Chrome.COMMENTS}
    assert kinds[OTHERS[2]] is newsclean.Chrome.MOST_READ
