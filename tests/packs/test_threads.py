"""Readers' comments below a story go, whole, and nothing of the story with them."""

from __future__ import annotations

import newsclean

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
    "Nobody in the village can remember a night as dark as that one, and the pastor rang the bells until the morning.",
)
COMMENTS = (
    (
        "Anna Berg",
        "October 3, 2026 at 9:12 am",
        "Swans were here before the ships, so let them have the lamp.",
    ),
    ("oldsailor", "October 3, 2026 at 10:40 am", "In my time we had a cat up there.\n\nNo swan would have dared it."),
    ("Tern99", "2 days ago at 07:47 am", "Can one see her from the beach?"),
)


def page(comments: tuple[tuple[str, str, str], ...], above: str = "") -> str:
    return "\n\n".join(("Swan puts out the lighthouse", *STORY, *(above + "\n\n".join(one) for one in comments)))


def test_comments_are_gone_with_their_names_and_dates() -> None:
    explanation = newsclean.explain(page(COMMENTS), language="en")
    assert explanation.article.body == "\n\n".join(STORY)
    removed = [span for span in explanation.removed if span.rule == "any.thread.comments"]
    assert "".join(span.text for span in removed).count("\n") >= len(COMMENTS)


def test_the_name_may_stand_in_the_line_of_the_date() -> None:
    joined = tuple(("", f"{name} {day}", said) for name, day, said in COMMENTS[:2])
    assert newsclean.clean(page((*joined, COMMENTS[2])), language="en").body == "\n\n".join(STORY)


def test_the_word_that_says_so_may_be_a_line_of_its_own() -> None:
    said = tuple((name, f"says\n\n{day}", text) for name, day, text in COMMENTS)
    assert newsclean.clean(page(said), language="en").body == "\n\n".join(STORY)


def test_what_one_author_signs_is_no_thread() -> None:
    diary = tuple(("Keeper", day, text) for _, day, text in COMMENTS)
    explanation = newsclean.explain(page(diary), language="en")
    assert not [span for span in explanation.removed if span.rule == "any.thread.comments"]


def test_a_page_of_comments_alone_is_left_to_others() -> None:
    raw = "\n\n".join("\n\n".join(one) for one in COMMENTS)
    explanation = newsclean.explain(raw, language="en")
    assert not [span for span in explanation.removed if span.rule == "any.thread.comments"]
