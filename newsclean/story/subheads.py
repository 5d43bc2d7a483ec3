"""Subheads right behind a list of other stories: lines that are likelier of the paragraph below them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

#: A subhead has no more words than this.
SUBHEAD_WORDS = 8
# Of a word so many letters count.
_STEM = 5
#: It may be what so many paragraphs below it are about, which are looked for in so many blocks.
PARAGRAPHS = 3
BELOW = 8
# How the log-odds that it is one, and none of the list above it, grow with the share of its words that the paragraph
# below it says, too, with the share that this and the next ones say, and with the logarithm of its length, measured by
# that of the list's lines. Told by a regression on the lists of the made-up pages: benchmarks/subheads.py.
_BIAS, _BY_SHARE, _BY_SHARE_OF_ALL, _BY_LENGTH = -4.3, 3.5, 2.5, -6.9
#: At two to one, out of fold, three of their 233 headlines are taken for a subhead.
BAR = 0.8
_WORDS = re.compile(r"[^\W\d_\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{4,}|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{2}")


def is_subhead(headlines: Sequence[str], line: str, paragraphs: Sequence[str]) -> bool:
    """Return whether a line between the headlines of a list and a paragraph is a subhead.

    Args:
        headlines: the lines above it.
        line: the line.
        paragraphs: what stands below it, one at least.
    """
    share, of_all, length = subhead_facts(headlines, line, paragraphs)
    return _BIAS + _BY_SHARE * share + _BY_SHARE_OF_ALL * of_all + _BY_LENGTH * length > BAR


def subhead_facts(headlines: Sequence[str], line: str, paragraphs: Sequence[str]) -> tuple[float, float, float]:
    """Return what share of a line's words the first of some paragraphs says, too, and what share all of them say.

    The third fact is the logarithm of its length, measured by the mean length of the headlines.
    """
    words = _stems(line)
    first, *others = map(_stems, paragraphs[:PARAGRAPHS])
    share = len(words & first) / max(1, len(words))
    of_all = len(words & first.union(*others)) / max(1, len(words))
    return share, of_all, math.log(len(line) * len(headlines) / sum(map(len, headlines)))


def _stems(text: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORDS.findall(text)}
