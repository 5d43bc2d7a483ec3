"""The story that is not in a page's elements but in its JSON-LD `articleBody`."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence, Set
from dataclasses import replace

from newsclean.document import Block, BlockKind, Document, Run
from newsclean.segment.shingles import shingles

# What a block made of JSON-LD has for a trail: it stands in no element.
TRAIL = ("script.articleBody",)
_LEAST_WORDS = 40
# Where this share of the JSON-LD's words stands in the page's elements, these are the better source: they have the
# paragraphs, which JSON-LD often runs together, and the subheads, which it leaves out.
_ENOUGH = 0.5
_TAG = re.compile(r"<[^<>]{1,500}>")
_BREAK = re.compile(r"(?:<br\s?/?>|</p>|\r?\n)\s{0,50}", re.I)
_WORD = re.compile(r"\w+")


def _stands_in(blocks: Sequence[Block], wanted: Set[tuple[str, ...]]) -> bool:
    """Whether enough of some shingles stand in blocks; the longest are read first, and the others if they do not."""
    missing = set(wanted)
    for block in sorted(blocks, key=lambda block: -len(block.text)):
        missing -= shingles(_WORD.findall(block.text))
        if len(wanted) - len(missing) >= _ENOUGH * len(wanted):
            return True
    return False


def with_article_body(document: Document) -> Document:
    """Return `document`, with blocks for its JSON-LD `articleBody` behind its own where these lack most of it."""
    stated = document.metadata.article_body
    if not stated:
        return document
    words = _WORD.findall(html.unescape(_TAG.sub(" ", stated)))
    wanted = shingles(words)
    if len(words) < _LEAST_WORDS or not wanted:
        return document
    if _stands_in(document.blocks, wanted):
        return document
    text, blocks = document.text, list(document.blocks)
    for paragraph in _BREAK.split(stated):
        plain = " ".join(html.unescape(_TAG.sub(" ", paragraph)).split())
        if plain:
            start = len(text) + 1 if text else 0
            text = f"{text}\n{plain}" if text else plain
            end = start + len(plain)
            runs = (Run(0, start),)
            blocks.append(
                Block(len(blocks), plain, BlockKind.PARAGRAPH, start, end, runs, link_density=0.0, trail=TRAIL)
            )
    return replace(document, text=text, blocks=tuple(blocks))
