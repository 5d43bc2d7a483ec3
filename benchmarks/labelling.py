"""Label the blocks of a document with the gold body: which are of the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from newsclean.document import Block

TOKEN = re.compile(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]+"
)
# A short block is of the story only if its words stand together there.
SHORT = 6
LOOSE = 1.5


class Label(NamedTuple):
    """What the gold says of a block.

    Attributes:
        share: how much of it the gold body has, 0..1.
        words: the number of its words.
        standfirst: it is of the part that may be told as the standfirst instead.
    """

    share: float
    words: int
    standfirst: bool


def label(blocks: Sequence[Block], body: Sequence[str], standfirst: int = 0) -> list[Label]:
    """Return a label for each block, by the longest common subsequence of the words of both.

    Args:
        blocks: of one document.
        body: the gold paragraphs.
        standfirst: so many of them, the first ones, are the standfirst.
    """
    gold = [(word, at < standfirst) for at, text in enumerate(body) for word in TOKEN.findall(text.lower())]
    own = [(word, block.index) for block in blocks for word in TOKEN.findall(block.text.lower())]
    count, hit, above = ([0] * len(blocks) for _ in range(3))
    ends: dict[int, tuple[int, int]] = {}
    for _, block in own:
        count[block] += 1
    if gold and own:
        for step in LCSseq.opcodes([word for word, _ in own], [word for word, _ in gold]):
            if step.tag != "equal":
                continue
            for at, place in zip(
                range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True
            ):
                block = own[at][1]
                hit[block] += 1
                above[block] += gold[place][1]
                first, last = ends.get(block, (place, place))
                ends[block] = (min(first, place), max(last, place))
    labels = []
    for block, total in enumerate(count):
        share = hit[block] / total if total else 0.0
        if block in ends and total <= SHORT and ends[block][1] - ends[block][0] > LOOSE * total:
            share = 0.0
        labels.append(Label(share, total, above[block] > hit[block] / 2))
    return labels
