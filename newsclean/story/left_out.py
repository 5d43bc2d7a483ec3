"""What kind of chrome a block is that is left out of the story, as far as its place tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from newsclean.document import Block, BlockKind
from newsclean.mark import Chrome
from newsclean.packs.wording_odds import KINDS, LISTS, wording
from newsclean.segment.hints import Hint
from newsclean.segment.looks import Look, count_words

# A caption without a credit stands within so many blocks above the story, and has so many words at least.
_CAPTIONS = 3
_CAPTION_WORDS = 5
# Tags stand within so many blocks below it: a row of names parted by more than a space, each of so many words, the
# farther one with one that the story says; or a row of so many words, half of which it says.
_TAGS, _FAR_TAGS = 5, 12
_PARTED = re.compile(r"\s*[|•·#]\s*")
_NAME_WORDS = 4
_LEAST_NAMES = 2
_TAG_WORDS = range(2, 13)
_MOST_TAGS = 0.5
_CAPITALS = 0.75
# Where the words of a line tell more of its kind than its place, and how many characters a prompt has at most.
_WORDED = frozenset({"before", "between", "after"})
_ABOVE, _BEHIND = 12, 30
_LEAD = 3.0
_LONGEST_PROMPT = 140
_TIMELESS = tuple(kind for kind in KINDS if kind is not Chrome.TIMESTAMP)
_TAG = re.compile(r"[^\w'’-]+")


class Around:
    """What stands around a story.

    Args:
        blocks: of one document.
        looks: what each looks like.
        extent: from the story's first block to its last.
    """

    def __init__(self, blocks: Sequence[Block], looks: Sequence[Look], extent: range) -> None:
        self.blocks = blocks
        self.looks = looks
        self.extent = extent

    @cached_property
    def story(self) -> str:
        """The story, case folded."""
        return "\n".join(self.blocks[i].text for i in self.extent).casefold()

    @cached_property
    def said(self) -> frozenset[str]:
        """Its words."""
        return frozenset(_TAG.split(self.story))


def left_out(index: int, around: Around, hint: Hint | None = None, *, by_words: bool = True) -> tuple[Chrome, str, str]:
    """Return the kind of a block that is not of the story, the name of the reason, and the reason.

    Args:
        index: the block.
        around: it, and the others.
        hint: what the markup around the block names.
        by_words: whether its kind may be told by its words, too, which takes longer.
    """
    blocks, extent = around.blocks, around.extent
    kind, name, why = _by_place(index, around)
    if hint is not None:
        return hint.chrome, name, f"{why} Its element names itself “{hint.word}”."
    if blocks[index].kind is BlockKind.CAPTION:
        return Chrome.MEDIA, name, why
    text = blocks[index].text
    near = extent.start - _ABOVE <= index < extent.stop + _BEHIND
    if by_words and name in _WORDED and near and len(text) <= _LONGEST_PROMPT:
        # A time that a line is about is told in figures.
        kinds = KINDS if any(map(str.isdigit, text)) else _TIMELESS
        worded = wording().kind(text, kinds, kind, _LEAD)
        if worded is not kind and (name == "after" or worded not in LISTS):
            return worded, name, f"{why} It has the words of such lines."
    return kind, name, why


def _by_place(index: int, around: Around) -> tuple[Chrome, str, str]:
    extent = around.extent
    if not extent:
        return Chrome.NAVIGATION, "no_story", "The document has no stretch of running text."
    is_long = around.looks[index].words >= _CAPTION_WORDS
    if index < extent.start:
        # What is long and neither headline nor byline, right above the story, is what stands under its picture.
        is_caption = is_long and index >= extent.start - _CAPTIONS
        kind = Chrome.MEDIA if is_caption else Chrome.NAVIGATION
        return kind, "before", "It stands before the first paragraph of the story."
    if index < extent.stop:
        return Chrome.RELATED, "between", "It stands between the paragraphs of the story."
    if _names_subjects(index, around):
        return Chrome.TAGS, "subjects", "It stands right behind the story and names what it is about."
    is_near = index - extent.stop < _TAGS
    kind = Chrome.RELATED if is_long else Chrome.TAGS if is_near else Chrome.NAVIGATION
    return kind, "after", "It stands after the last paragraph of the story."


def _names_subjects(index: int, around: Around) -> bool:
    """Whether a line behind the story is a row of its subjects: of names, or of words nearly all with capitals."""
    block, behind = around.blocks[index], index - around.extent.stop
    if behind >= _FAR_TAGS:
        return False
    names = [name for item in block.items for name in _PARTED.split(item.strip()) if name]
    if len(names) >= _LEAST_NAMES and all(count_words(name) <= _NAME_WORDS for name in names):
        return behind < _TAGS or any(name.casefold() in around.story for name in names)
    words = [word for word in _TAG.split(block.text) if word]
    capitals = sum(word[0].isupper() for word in words)
    if behind >= _TAGS or len(words) not in _TAG_WORDS or capitals < _CAPITALS * len(words) or block.text.isupper():
        return False
    return sum(word.casefold() in around.said for word in words) >= _MOST_TAGS * len(words)
