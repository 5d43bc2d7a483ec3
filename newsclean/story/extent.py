"""Where the story begins and ends: the stretch of blocks with most running text and least else."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.segment.looks import Look

# Running text counts by its words, up to a long paragraph: one endless line must not outweigh a story.
_MOST = 50.0
# What a line that is no running text costs: a little for itself and some for its length, for headlines of other stories
# are longer than the labels between a story's paragraphs.
_LINE = 3.0
_WORD = 0.6
_WORDS = 12
_ITEM = 1.0
_ITEM_WORDS = 4
# Chrome between paragraphs is bridged; running text that a rule has called chrome counts against the stretch in full.
_CHROME = 3.0


def story_extent(looks: Sequence[Look], chrome: Sequence[bool]) -> range:
    """Return the indexes of the story's first to last block; empty if there is no story.

    Maximum subsequence segmentation after Pasternack and Roth, "Extracting Article Text from the Web with Maximum
    Subsequence Segmentation" (WWW 2009), on blocks instead of tokens: every block has a value, positive for running
    text and negative for anything else, and the contiguous stretch with the highest sum is the story. One pass.

    Args:
        looks: what each block looks like.
        chrome: whether a rule has called the block chrome, one for each block.
    """
    best = total = 0.0
    start = first = end = 0
    for index, (look, removed) in enumerate(zip(looks, chrome, strict=True)):
        if total <= 0:
            total, start = 0.0, index
        total += _value(look, removed)
        if total > best:
            best, first, end = total, start, index + 1
    return range(first, end)


def _value(look: Look, removed: bool) -> float:
    if removed:
        return -min(look.words, _MOST) if look.prose else -_CHROME
    if look.prose:
        return min(look.words, _MOST)
    if look.item and look.words >= _ITEM_WORDS:
        return -_ITEM
    return -(_LINE + _WORD * min(look.words, _WORDS))
