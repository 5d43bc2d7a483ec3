"""A block whose words stand in a longer one beside it is known for that, and nothing else is."""

from __future__ import annotations

from newsclean.mark import Chrome
from newsclean.segment.looks import look_at
from newsclean.segment.text import segment_text
from newsclean.story.said_again import said_again
from newsclean.story.scene import set_scene

QUOTE = "There has been a swan in my lamp since Thursday"
STORY = f"“{QUOTE},” said the keeper of the lighthouse, who has not slept since and does not know what to feed it."


def told(*texts: str, chrome: int | None = None) -> list[tuple[float, float]]:
    document = segment_text("\n\n".join(texts))
    kinds = [Chrome.RELATED if i == chrome else None for i in range(len(texts))]
    none = [None] * len(texts)
    return list(said_again(set_scene(document, document.blocks, look_at(document.blocks), kinds, none, ())))


def test_a_pull_quote_is_held_by_the_paragraph_below_or_above() -> None:
    below, story, above = told(f"„{QUOTE}“", STORY, f"{QUOTE}.")
    assert (below[0], story[0], above[0]) == (1.0, 0.0, 2.0)
    assert 0.0 < below[1] < 1.0


def test_neither_what_comes_twice_nor_what_is_chrome_is_held() -> None:
    assert told(STORY, STORY) == [(0.0, 0.0)] * 2
    assert told(QUOTE, STORY, chrome=0) == [(0.0, 0.0)] * 2
    assert told(QUOTE, STORY, chrome=1) == [(0.0, 0.0)] * 2


def test_a_few_words_are_found_anywhere() -> None:
    assert told("the keeper of the lighthouse", STORY)[0] == (0.0, 0.0)


def test_of_nothing_there_is_nothing_to_tell() -> None:
    assert told() == []
