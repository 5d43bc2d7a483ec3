"""Subheads right behind a list of other stories: lines that are likelier of the paragraph below them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

#: A subhead has no more words than this.
SUBHEAD_WORDS = 8
# Of a word so many letters count.
_STEM = 5
# How the log-odds that it is one, and none of the list above it, grow with the share of its words that the paragraph
# below it says, too, and with the logarithm of its length, measured by that of the list's lines. Told by a regression
# on the lists of the made-up pages: benchmarks/subheads.py.
_BIAS, _BY_SHARE, _BY_LENGTH = -5.0, 6.6, -6.9
#: At three to two, out of fold, two of two hundred of their headlines are taken for a subhead.
BAR = 0.4
_WORDS = re.compile(r"[^\W\d_\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{4,}|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{2}")


def is_subhead(headlines: Sequence[str], line: str, paragraph: str) -> bool:
    """Return whether a line between the headlines of a list and a paragraph is a subhead.

    Args:
        headlines: the lines above it.
        line: the line.
        paragraph: what stands below it.
    """
    share, length = subhead_facts(headlines, line, paragraph)
    return _BIAS + _BY_SHARE * share + _BY_LENGTH * length > BAR


def subhead_facts(headlines: Sequence[str], line: str, paragraph: str) -> tuple[float, float]:
    """Return what share of a line's words a paragraph says, too, and the logarithm of its length by the headlines'."""
    words = _stems(line)
    share = len(words & _stems(paragraph)) / max(1, len(words))
    return share, math.log(len(line) * len(headlines) / sum(map(len, headlines)))


def _stems(text: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORDS.findall(text)}
