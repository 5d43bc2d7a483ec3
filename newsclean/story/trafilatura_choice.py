"""Which blocks of an HTML page trafilatura takes for the story, as marks that any rule overrides."""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Sequence

from lxml import etree

from newsclean.document import Block
from newsclean.mark import Chrome, Layer, Mark, Role

_WORD = re.compile(r"\w")
_TOKENS = re.compile(r"\w+")
_SHINGLE = 4
# A block of which this share of word sequences stands in trafilatura's answer was kept by it; the rest is what the
# two cut differently (a link's text, a footnote mark).
_OVERLAP = 0.6


def extract(tree: etree._Element) -> list[str]:
    """Return the paragraphs trafilatura takes for the story; empty where it finds none or fails."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        # A copy: trafilatura prunes the tree it is given.
        found = trafilatura.bare_extraction(copy.deepcopy(tree), include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - it raises many kinds on odd pages, and is only one opinion
        return []
    text = getattr(found, "text", None) if found is not None else None
    return [line for line in text.split("\n") if _WORD.search(line)] if text else []


def choice_marks(blocks: Sequence[Block], paragraphs: Sequence[str]) -> list[Mark]:
    """Return one mark for each block, by whether its words stand in `paragraphs`, in order."""
    lines: dict[str, int] = {}
    shingles: set[tuple[str, ...]] = set()
    for paragraph in paragraphs:
        words = _TOKENS.findall(paragraph)
        key = " ".join(words)
        lines[key] = lines.get(key, 0) + 1
        shingles.update(_shingles(words))
    kept = [_is_kept(block, lines, shingles) for block in blocks]
    first = next((i for i, keep in enumerate(kept) if keep), len(blocks))
    last = next((i for i in range(len(blocks) - 1, -1, -1) if kept[i]), -1)
    return [_mark(i, keep, first, last, len(blocks[i].text)) for i, keep in enumerate(kept)]


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}


def _is_kept(block: Block, lines: dict[str, int], shingles: set[tuple[str, ...]]) -> bool:
    words = _TOKENS.findall(block.text)
    if not words:
        return False
    key = " ".join(words)
    if lines.get(key, 0) > 0:
        # Each line of the answer stands for one block: a headline that comes again in a list of links is not it.
        lines[key] -= 1
        return True
    if key in lines:
        return False
    own = _shingles(words)
    return bool(own) and len(own & shingles) >= _OVERLAP * len(own)


def _mark(index: int, keep: bool, first: int, last: int, length: int) -> Mark:
    if keep:
        return Mark(
            "model.trafilatura.body", Layer.MODEL, index, role=Role.BODY, why="trafilatura takes it for the story."
        )
    kind = Chrome.NAVIGATION if index < first or length < 25 else Chrome.RELATED
    where = "before" if index < first else "after" if index > last else "between"
    return Mark(f"model.trafilatura.{where}", Layer.MODEL, index, chrome=kind, why="trafilatura leaves it out.")
