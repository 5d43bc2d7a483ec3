"""How much of an input is read: what is behind the bounds is cut off, and said to be."""

from __future__ import annotations

import re

#: The longest input that is read, in characters, or in bytes where it is bytes.
MAX_SIZE = 20_000_000
# No page of news has so many lines; a text may have more if they are as long as this, in characters.
_MOST_LINES = 6_000
_CHARACTERS_A_LINE = 150
# The end of a paragraph is looked for in so much before the bound.
_REACH = 20_000
_LINE_SIGNS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE_ENDS = re.compile(f"[{_LINE_SIGNS}]+")
_PARAGRAPH_ENDS = ("\n\n", "</p>", "\n", ". ", " ")


def most_lines(size: int) -> int:
    """Return how many lines (blocks) of an input of so many characters are judged."""
    return max(_MOST_LINES, size // _CHARACTERS_A_LINE)


def cut_to_size(text: str, size: int) -> tuple[str, tuple[str, ...]]:
    """Return a text cut to a size, behind the end of a paragraph where one is near, and the warning that says so.

    Args:
        text: the input.
        size: the most characters to keep.
    """
    if len(text) <= size:
        return text, ()
    end = next((at + len(e) for e in _PARAGRAPH_ENDS if (at := text.rfind(e, max(0, size - _REACH), size)) >= 0), size)
    said = f"The input is longer than {size:,} characters: what stands behind character {end:,} was left out."
    return text[:end], (said,)


def cut_lines(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a flattened text cut to the lines that are judged, and the warning that says so."""
    most = most_lines(len(text))
    # Hardly any text has as many, and to count the signs costs less than to look for each.
    if sum(map(text.count, _LINE_SIGNS)) < most:
        return text, ()
    for count, end in enumerate(_LINE_ENDS.finditer(text), 1):
        if count >= most and end.end() < len(text):
            left = len(text) - end.start()
            return text[: end.start()], (f"The input has more than {most:,} lines: {left:,} characters were left out.",)
    return text, ()
