"""Read the inline Markdown of a dumped page: what is text, what is a link, what is an image."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TARGET = r"\([^()\s]{0,2000}(?:\([^()\s]{0,300}\)[^()\s]{0,300})?(?:\s{1,4}\"[^\"]{0,300}\")?\)"
_LINK = rf"\[([^\[\]]{{1,600}})\]{_TARGET}"
_IMAGE = rf"!\[([^\[\]]{{0,600}})\]{_TARGET}"
_INLINE = re.compile(
    rf"\[\s?{_IMAGE}\s?\]{_TARGET}|{_IMAGE}|{_LINK}|<(https?://[^<>\s]{{1,500}})>|(\*\*|__|~~|`|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w))|\\([\\`*_{{}}\[\]()#+.!>-])"
)
_SIGNS = re.compile(rf"{_LINK}|^#{{1,6}} \S", re.M)
HEADING = re.compile(r"(#{1,6})\s{1,8}(?=\S)")
QUOTE = re.compile(r"(?:>\s{0,3}){1,3}(?=\S)")
_SAMPLE = 100_000


class Piece(NamedTuple):
    """A stretch of a Markdown line: its visible text, where that stood in the line, and what it is."""

    text: str
    at: int
    kind: Literal["text", "link", "image"]


def looks_like_markdown(text: str) -> bool:
    """Return whether `text` is a Markdown dump: at least two links or headings written as Markdown writes them."""
    sample = text[:_SAMPLE]
    if "](" not in sample and "\n# " not in sample and "\n## " not in sample and not sample.startswith("# "):
        return False
    return sum(1 for _ in _SIGNS.finditer(sample)) >= 2


def pieces(line: str) -> Iterator[Piece]:
    """Yield the pieces of one line of Markdown, its markup left out."""
    at = 0
    for match in _INLINE.finditer(line):
        if match.start() > at:
            yield Piece(line[at : match.start()], at, "text")
        at = match.end()
        linked_alt, alt, link, address, _, escaped = match.groups()
        if match[0].startswith(("!", "[!", "[ !")):
            # An image without words still is a piece: what is left out must be seen to be left out.
            group = 1 if linked_alt else 2 if alt else 0
            yield Piece(match[group], match.start(group), "image")
        elif link is not None:
            for piece in pieces(link):
                yield Piece(piece.text, match.start(3) + piece.at, "link")
        elif address is not None:
            yield Piece(address, match.start(4), "link")
        elif escaped is not None:
            yield Piece(escaped, match.start(6), "text")
    if at < len(line):
        yield Piece(line[at:], at, "text")
