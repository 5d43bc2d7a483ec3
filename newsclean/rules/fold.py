"""Fold a text for matching, character for character, so that offsets hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from newsclean.kept import kept_for_short

_FORMS = {
    **dict.fromkeys("’‘‛ʼ´`′＇", "'"),
    **dict.fromkeys("“”„‟«»″＂「」『』", '"'),
    **dict.fromkeys("–—―‐‑‒−", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009\u200a\u3000\t\n", " "),
    "：": ":",
    "！": "!",
    "？": "?",
    "（": "(",
    "）": ")",
    "／": "/",
    "｜": "|",
}
_SAME = str.maketrans(_FORMS)
# In characters. To replace one form after the other takes a tenth of the time that `translate` does in a long text.
_LONG = 100
_LONGEST_KEPT = 200_000
QUOTE = '"'
# Hebrew abbreviations have the sign inside, near their end; behind a letter or two a quotation may begin.
_GERSHAYIM = re.compile(
    '[\u05d0-\u05ea]{2}"[\u05d0-\u05ea]{1,3}(?![\u05d0-\u05ea])|.?[\u05d0-\u05ea]"[\u05d0-\u05ea](?![\u05d0-\u05ea])'
)


def fold(text: str) -> str:
    """Return `text` in lower case, with one form each of apostrophe, quote, dash and space; as long as it was.

    Full case folding would change lengths (`ß` to `ss`, `İ` to two characters), and marks need offsets.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    if len(lower) < _LONG or lower.isascii():
        return lower.translate(_SAME)
    for form, same in _FORMS.items():
        lower = lower.replace(form, same)
    return lower


def fold_together(texts: Sequence[str]) -> tuple[str, list[int]]:
    """Return texts folded at once, a space between them, and where each begins; and where one more would."""
    together = " ".join(texts)
    return _folded_again(together), [*accumulate((len(text) + 1 for text in texts), initial=0)]


# Several rules fold the same document.
_folded_again = kept_for_short(_LONGEST_KEPT, most=2)(fold)


def fold_phrase(phrase: str) -> str:
    """Return a rule's phrase folded, its white space squeezed."""
    return fold(" ".join(phrase.split()))


def letters(folded: str) -> tuple[int, int]:
    """Return where the first letter of a folded text stands (its length if none) and where the last (-1 if none)."""
    first, length = 0, len(folded)
    while first < length and not folded[first].isalpha():
        first += 1
    if first == length:
        return length, -1
    last = length - 1
    while not folded[last].isalpha():
        last -= 1
    return first, last


def quotes_in(folded: str, start: int = 0, end: int | None = None) -> int:
    """Return how many quotation marks stand in start..end of a folded text."""
    end = len(folded) if end is None else end
    found = folded.count(QUOTE, start, end)
    at = folded.find(QUOTE, start, end) if found else -1
    while at >= 0:
        # Most texts are not in Hebrew, which costs less to see than what stands around the sign.
        if "\u05d0" <= folded[at - 1] <= "\u05ea" and _GERSHAYIM.match(folded, max(start, at - 2), end):
            found -= 1
        at = folded.find(QUOTE, at + 1, end)
    return found


def has_case(text: str) -> bool:
    """Return whether `text` holds letters of a script with capitals."""
    return text.lower() != text.upper()
