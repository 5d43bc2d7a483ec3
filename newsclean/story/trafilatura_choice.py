"""Which blocks of an HTML page trafilatura takes for the story."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence

from lxml import etree

from newsclean.document import Block
from newsclean.segment.shingles import shingles

_WORD = re.compile(r"\w")
# A character of a script without spaces is a word of its own here: two cuts of a text must agree on what its words are.
_TOKENS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
# A page of more elements, or nested deeper, is not shown to trafilatura.
_MOST_ELEMENTS = 6_000
_DEEPEST = 250
# A block of which this share of word sequences stands in trafilatura's answer was kept by it; the rest is what the
# two cut differently (a link's text, a footnote mark).
_OVERLAP = 0.6
# A block of fewer words than this must stand about where the answer has come to: as a whole line of the answer, or
# within this many characters, as far as a bullet or a footnote mark reaches.
_LONG = 8
_WORD_SLACK = 40


def extract(tree: etree._Element) -> list[str]:
    """Return the paragraphs trafilatura takes for the story; empty where it finds none or fails, or would take long."""
    import lxml.html
    import trafilatura

    if _is_costly(tree):
        return []
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        # A copy, since trafilatura prunes the tree it is given, and of the elements of `lxml.html`, which it asks for.
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
        page = lxml.html.document_fromstring(etree.tostring(tree, encoding="utf-8", method="html"), parser=parser)
        found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - it raises many kinds on odd pages, and is only one opinion
        return []
    text = getattr(found, "text", None) if found is not None else None
    return [line for line in text.split("\n") if _WORD.search(line)] if text else []


def _is_costly(tree: etree._Element) -> bool:
    """Whether a tree is so large, or so deep, that trafilatura, whose time grows with both, would take long."""
    depth = 0
    for count, (event, _) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST or count > 2 * _MOST_ELEMENTS:
            return True
    return False


def kept_blocks(blocks: Sequence[Block], paragraphs: Sequence[str]) -> list[bool]:
    """Return, for each block, whether its words stand in `paragraphs`, which are in the page's order.

    Long blocks are found wherever they stand; those in order with each other are anchors, and a short block ("See
    also", a subhead) must stand between the anchors around it, for its words alone may stand anywhere.
    """
    lines = [_TOKENS.findall(paragraph) for paragraph in paragraphs]
    answer = [word for line in lines for word in line]
    stream = f" {' '.join(answer)} "
    whole = {" ".join(line) for line in lines}
    kept_shingles = shingles(answer)
    words = [_TOKENS.findall(block.text) for block in blocks]
    keys = [f" {' '.join(w)} " if w else "" for w in words]
    places = _places(stream, [key if len(own) >= _LONG else "" for key, own in zip(keys, words, strict=True)])
    anchors = _in_order(places)
    kept = []
    at, upcoming = 0, deque(sorted(anchors))
    for index, (key, own) in enumerate(zip(keys, words, strict=True)):
        if index in anchors:
            upcoming.popleft()
            # The search for the next block begins at the space before its first word.
            at = places[index] + len(key) - 1
            kept.append(True)
        elif len(own) >= _LONG:
            own_shingles = shingles(own)
            kept.append(places[index] >= 0 or len(own_shingles & kept_shingles) >= _OVERLAP * len(own_shingles))
        else:
            limit = places[upcoming[0]] + 1 if upcoming else len(stream)
            if " ".join(own) not in whole:
                # Before the answer has begun there is nothing for a word to stand next to.
                limit = limit if at else 0
                limit = min(limit, at + len(key) + _WORD_SLACK)
            found = stream.find(key, at, limit) if key else -1
            kept.append(found >= 0)
            at = found + len(key) - 1 if found >= 0 else at
    return kept


def _places(stream: str, keys: Sequence[str]) -> list[int]:
    """Return where each key stands in a stream: behind the last one found, if it does; -1 for nowhere, and no key.

    Most stand in order: to look for each from the beginning on would take a time that grows with the square.
    """
    places = []
    last = 0
    for key in keys:
        found = stream.find(key, last) if key else -1
        if found >= 0:
            last = found
        elif key:
            found = stream.find(key, 0, last + len(key))
        places.append(found)
    return places


def _in_order(places: Sequence[int]) -> set[int]:
    """Return the indexes of a longest increasing run of `places` (patience sorting); -1 stands for no place."""
    tails: list[int] = []
    tail_places: list[int] = []
    before: dict[int, int | None] = {}
    for index, place in enumerate(places):
        if place < 0:
            continue
        pile = bisect_left(tail_places, place)
        before[index] = tails[pile - 1] if pile else None
        tails[pile : pile + 1] = [index]
        tail_places[pile : pile + 1] = [place]
    chain: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        chain.add(last)
        last = before[last]
    return chain
