"""What a function returned is kept for some short texts: several readers ask for the same ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")


def kept_for_short(longest: int, most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Return a decorator for a function of one text that keeps what it returned for the last short ones.

    Long texts are seldom asked for again, and would be held in memory.

    Args:
        longest: in characters; what is returned for longer texts is not kept.
        most: so many texts are kept.
    """

    def decorate(function: Callable[[str], T]) -> Callable[[str], T]:
        kept = lru_cache(maxsize=most)(function)

        @wraps(function)
        def of(text: str) -> T:
            return kept(text) if len(text) <= longest else function(text)

        return of

    return decorate
