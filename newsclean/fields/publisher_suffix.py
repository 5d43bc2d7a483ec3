"""The publisher's name behind a headline, or before it, as in a page's title: "Ferry stays in port | Harbour Post"."""

from __future__ import annotations

import re
from collections.abc import Container

from newsclean.fields.domain_name import letters_of
from newsclean.segment.looks import count_words

# The signs that part a headline from the publisher's name, in <title> and in what is made of it.
_SUFFIX = re.compile(r"\s+[-–—|·•»:]\s+(?=\S)|\s*[|｜ㅣ]\s*(?=\S)")
_MAX_SUFFIX_WORDS = 5
# What stands before a name is no headline with fewer words.
_LEAST_HEADLINE_WORDS = 2.0
# So many ways to cut are told, and so many names are cut off, one after the other.
_MOST_CUTS, _MOST_NAMES = 4, 3
# Words that are written small in the names of outlets.
_SMALL = re.compile(
    "of|the|and|de|du|des|la|le|les|el|los|las|y|e|da|do|dos|und|der|die|das|für|im|i|og|och|en|van|&|for|on|in|at",
    re.IGNORECASE,
)


def split_suffix(text: str) -> list[tuple[str, str]]:
    """Return the ways to cut `text` into a headline and a publisher's name behind it, the shortest name first."""
    cuts: list[tuple[str, str]] = []
    for match in reversed([*_SUFFIX.finditer(text)]):
        head, tail = text[: match.start()].strip(), text[match.end() :].strip()
        if head and tail:
            cuts.append((head, tail))
        if len(cuts) == _MOST_CUTS:
            break
    return cuts


def looks_like_a_name(text: str) -> bool:
    """Return whether `text` is written as an outlet's name is: a few words, each with a capital, or a domain."""
    words = text.split()
    if not words or len(words) > _MAX_SUFFIX_WORDS or text[-1] in ".!?…":
        return False
    if len(words) == 1 and re.fullmatch(r"[\w-]+(?:\.[\w-]+){1,3}", text):
        return True
    return all(_SMALL.fullmatch(w) or not w[0].islower() for w in words) and any(
        w[0].isalpha() and not w[0].islower() for w in words
    )


def without_suffix(text: str, names: Container[str]) -> str:
    """Cut the site's own name off: behind any sign where it is known, behind a bar if it is written as a name.

    Args:
        text: a headline.
        names: what the site calls itself, reduced to letters and digits by `letters_of`.
    """
    # Behind the headline the section may stand, too, and the site behind both.
    for _ in range(_MOST_NAMES):
        cuts = (head for head, tail in split_suffix(text) if _is_name_behind(text, head, tail, names))
        text = next(cuts, text)
    return text.strip()


def _is_name_behind(text: str, head: str, tail: str, names: Container[str]) -> bool:
    is_behind_bar = "|" in text[len(head) : -len(tail)] and looks_like_a_name(tail)
    return letters_of(tail) in names or (is_behind_bar and count_words(head) >= _LEAST_HEADLINE_WORDS)


def without_prefix(text: str, names: Container[str]) -> str:
    """Cut the site's own name off before a headline, where it is known: "Harbour Post: Ferry stays in port".

    Args:
        text: a headline.
        names: as for `without_suffix`.
    """
    for _ in range(_MOST_NAMES):
        text = next((tail for head, tail in reversed(split_suffix(text)) if letters_of(head) in names), text)
    return text.strip()
