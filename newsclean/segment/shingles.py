"""Shingles: the runs of words by which two cuts of one text are recognised."""

from __future__ import annotations

from collections.abc import Sequence

_WORDS = 4


def shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Return all runs of four words; none where there are fewer."""
    return {tuple(words[i : i + _WORDS]) for i in range(len(words) - _WORDS + 1)}
