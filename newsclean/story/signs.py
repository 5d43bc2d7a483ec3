"""How often signs of several sorts stand in each block: counted for all blocks of a document at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

#: What is counted: digits, capitals at the beginning of a word, commas, bars and the like, ends of sentences.
SIGNS = ("digits", "capitals", "commas", "bars", "sentences")

_COMMA, _SPACE = ord(","), ord(" ")


def _may_be_capital(char: str) -> bool:
    """Whether a character is a letter, but for the small ones of Western Europe."""
    is_letter = char.isalnum() and not char.isdecimal()
    return is_letter and not ("a" <= char <= "z" or "ß" <= char <= "ö" or "ø" <= char <= "ÿ")


# Sorts of characters, a bit each, behind the bit of those whose sorts are known.
_SORTS: tuple[Callable[[str], bool], ...] = (
    str.isdecimal,
    _may_be_capital,
    str.isspace,
    frozenset("|›»·/").__contains__,
    frozenset(".!?…").__contains__,
    frozenset("\"'”’»)]").__contains__,
    frozenset("。！？।۔").__contains__,
)
_DIGIT, _CAPITAL, _WHITE, _BAR, _END, _CLOSING, _WHOLE_END = (2 << number for number in range(len(_SORTS)))
# The sorts of every code point, filled in as texts bring them: a megabyte, of which a process touches little. Threads
# may do so at once, for all fill in the same.
_TABLE = np.zeros(0x110000, np.uint8)


def sign_counts(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return how often the signs of `SIGNS` stand in each text: one row a text, one column a sort.

    A sentence ends with a stop and a space behind it, two closing signs between them at most; the last one of a text
    does not count, but for stops of scripts that put no space behind them.
    """
    # Between two texts, and around all, stands what no sort but white space holds.
    joined = "\n".join(["", *texts, "\n\n"])
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    sorts = _TABLE[codes]
    if not sorts.all():
        for code in set(codes[sorts == 0].tolist()):
            _TABLE[code] = 1 + sum(2 << n for n, is_of in enumerate(_SORTS) if is_of(chr(code)))
        sorts = _TABLE[codes]
    lengths = np.array([len(text) for text in texts], np.int64)
    ends = np.cumsum(lengths + 1)
    counts = np.empty((len(texts), len(SIGNS)), np.int64)
    for column, found in enumerate(_found(codes, sorts)):
        # One column after the other: sums over twenty million characters take eighty megabytes.
        sums = np.cumsum(found, dtype=np.int32)
        counts[:, column] = sums[ends - 1] - sums[ends - lengths - 1]
    return counts


def _found(codes: NDArray[np.uint32], sorts: NDArray[np.uint8]) -> Iterator[NDArray[np.bool_]]:
    """Yield for each of `SIGNS` at which characters one stands, or begins."""
    yield (sorts & _DIGIT) > 0
    capital = (sorts & _CAPITAL) > 0
    capital[1:] &= (sorts[:-1] & _WHITE) > 0
    yield capital
    yield codes == _COMMA
    yield (sorts & _BAR) > 0
    space, closing = codes == _SPACE, (sorts & _CLOSING) > 0
    parted = space[1:-2] | (closing[1:-2] & (space[2:-1] | (closing[2:-1] & space[3:])))
    ended = (sorts & _WHOLE_END) > 0
    ended[:-3] |= ((sorts[:-3] & _END) > 0) & parted
    yield ended
