"""Counting words as a news desk does, where words can be told apart at all."""

from __future__ import annotations

import re

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, kana and Han: scripts that put no space between words."""


def word_count(text: str) -> int | None:
    """Return the number of words of `text`, or None where its script puts no space between them.

    A count of the stretches between spaces would there be a count of clauses, and a wrong number is worse than none.
    Korean is spaced and is counted.
    """
    words = text.split()
    unspaced = len(_UNSPACED.findall(text))
    return None if unspaced * 2 > sum(map(len, words)) else len(words)
