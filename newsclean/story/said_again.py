"""Which blocks only say again what a longer one beside them says: pull quotes, captions, summaries."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newsclean.story.scene import Scene

# So many words may be a quotation out of a paragraph; that has so many times the words, and is no farther away.
_WORDS = range(6, 81)
_LONGER = 1.3
_NEAR = 30
# In characters: shorter texts stand anywhere.
_LEAST = 20
_AROUND = "\"“”„«»‘’'.,!?…:;–—- "

#: What `said_again` tells of a block.
SAID_AGAIN = ("said_again", "said_again_share")


def said_again(scene: Scene) -> Iterator[tuple[float, float]]:
    """Yield for each block in which direction the longer one stands that holds its text, and how long it is beside it.

    Yields:
        1.0 where a block below holds it, 2.0 where one above does, else 0.0; and the share of its words in the words
        of that block, 0.0 where there is none.
    """
    texts = [block.text for block in scene.blocks]
    starts, length = [], 0
    for text in texts:
        starts.append(length)
        length += len(text) + 1
    whole = "\n".join(texts)
    for index, text in enumerate(texts):
        found = _holder(scene, index, text.strip(_AROUND), whole, starts)
        if found is None:
            yield 0.0, 0.0
        else:
            yield 1.0 if index < found else 2.0, scene.looks[index].words / scene.looks[found].words


def _holder(scene: Scene, index: int, text: str, whole: str, starts: list[int]) -> int | None:
    """The block near a block that holds its text and more."""
    words = scene.looks[index].words
    if scene.chrome[index] is not None or not _WORDS.start <= words < _WORDS.stop or len(text) < _LEAST:
        return None
    low, high = starts[max(0, index - _NEAR)], index + _NEAR + 1
    end = starts[high] if high < len(starts) else len(whole)
    at = whole.find(text, low, end)
    while at >= 0:
        holder = bisect_right(starts, at) - 1
        if holder != index and scene.chrome[holder] is None and scene.looks[holder].words >= _LONGER * words:
            return holder
        at = whole.find(text, at + len(text), end)
    return None
