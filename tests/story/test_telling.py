"""A mark for each block: of the story, or of what stands before, between and behind its paragraphs."""

from __future__ import annotations

from newsclean.document import Block, BlockKind, Run
from newsclean.mark import Chrome, Mark, Role
from newsclean.segment.hints import Hint
from newsclean.segment.looks import look_at
from newsclean.story.telling import tell

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
)


def told(*texts: str, kinds: dict[int, BlockKind] | None = None, hints: dict[int, Hint] | None = None) -> list[Mark]:
    blocks = [
        Block(i, text, (kinds or {}).get(i, BlockKind.PARAGRAPH), 0, len(text), (Run(0, 0),))
        for i, text in enumerate(texts)
    ]
    named = [(hints or {}).get(i) for i in range(len(texts))]
    return tell(blocks, look_at(blocks), [text in STORY for text in texts], named, "story", lambda i: f"No. {i}.")


def test_marks_say_where_what_was_left_out_stood() -> None:
    marks = told("Menu", STORY[0], "Third whale of the week", STORY[1], "Footer")
    assert [mark.block for mark in marks] == [0, 1, 2, 3, 4]
    assert [mark.rule.rsplit(".", 1)[1] for mark in marks] == ["before", "body", "between", "body", "after"]
    assert [mark.role is Role.BODY for mark in marks] == [False, True, False, True, False]
    assert (marks[0].chrome, marks[2].chrome) == (Chrome.NAVIGATION, Chrome.RELATED)


def test_marks_say_why() -> None:
    marks = told("Menu", STORY[0])
    assert [mark.why for mark in marks] == ["It stands before the first paragraph of the story. No. 0.", "No. 1."]


def test_nothing_of_the_story() -> None:
    assert [mark.rule for mark in told("Menu", "Footer")] == ["model.story.no_story"] * 2


def test_the_form_of_a_block_and_the_names_around_it_tell_its_kind() -> None:
    hint = Hint(Chrome.NEWSLETTER, "newsletter", 1)
    marks = told(STORY[0], "A swan.", "Write to us", STORY[1], kinds={1: BlockKind.CAPTION}, hints={2: hint})
    assert [mark.chrome for mark in marks] == [None, Chrome.MEDIA, Chrome.NEWSLETTER, None]
    assert "names itself “newsletter”" in (marks[2].why or "")


def test_a_divider_inside_the_story_stays() -> None:
    above, divider, below, last = told(STORY[0], "___", STORY[1], "___")
    assert [mark.role for mark in (above, divider, below)] == [Role.BODY] * 3
    assert last.chrome is not None
