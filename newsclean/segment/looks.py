"""What a block looks like: running text, a line of a menu, an item of a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.document import Block, BlockKind
from newsclean.segment.wrapping import ends_sentence

# Scripts without spaces: about two of their characters make a word (Chinese and Japanese words average 1.7 to 2.2).
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_CHARACTERS_A_WORD = 2
# A sentence of six words is running text; so is a line of 25 words whatever its end.
_SENTENCE_WORDS = 6
LONG_WORDS = 25
# The teaser of another story is cut off in mid-sentence, however long it is.
_CUT_OFF = re.compile(r"(?:\.\.\.|…)[\])]?$")
# A line that stands more than once in a document is running text only where it is as long as a pull quote.
_REPEATED_WORDS = 40


class Look(NamedTuple):
    """The facts about one block that the story is decided on.

    Attributes:
        words: number of words; two characters count as one in scripts without spaces.
        sentence: it ends as a sentence does; a colon does not count, nor does an ellipsis.
        prose: it is running text.
        repeated: its text stands more than once in the document.
        item: its form is that of a list item or table row.
    """

    words: float
    sentence: bool
    prose: bool
    repeated: bool
    item: bool


def count_words(text: str) -> float:
    """Return the number of words of a text whose white space is folded."""
    spaced = text.count(" ") + 1 if text else 0
    return spaced if text.isascii() else spaced + len(_UNSPACED.findall(text)) / _CHARACTERS_A_WORD


def look_at(blocks: Sequence[Block]) -> list[Look]:
    """Return what each block looks like."""
    times = Counter(block.text for block in blocks)
    return [look(block, times[block.text] > 1) for block in blocks]


def look(block: Block, repeated: bool) -> Look:
    """Return what one block looks like, given whether its text stands more than once in its document."""
    words = count_words(block.text)
    cut_off = bool(_CUT_OFF.search(block.text[-6:]))
    sentence = ends_sentence(block.text) and block.text[-1] not in ":：" and not cut_off
    prose = (sentence and words >= _SENTENCE_WORDS) or (words >= LONG_WORDS and not cut_off)
    if repeated and words < _REPEATED_WORDS:
        prose = False
    return Look(words, sentence, prose, repeated, block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW))
