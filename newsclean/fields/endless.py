"""Cut a line that holds a whole page where its labels and dates stand, so that its pieces can be judged apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from newsclean.document import Block, Document, Run
from newsclean.fields.date_grammar import find_date
from newsclean.fields.published import Moment, read_published_line
from newsclean.rules.matching import Matcher

_COPYRIGHT = re.compile(r"(?:Copyright\s)?©")
_BETWEEN = re.compile(r"[\s|•·›»/,–—-]{0,6}")
# "Home | News | Business | Weather Ferry runs aground": the last entry of a menu has no sign behind it.
_PIPED_MENU = re.compile(r"(?:\w+(?: \w+)? ?[|•·›»] ){3,}\w+ ")
_SIGN = re.compile(r"[|•·›»] ")
_STOPS = re.compile(r"[.!?…:]{0,4}")
_TOKEN = re.compile(r"\S+")
# Single words such as "Home" begin sentences too ("Home Secretary …"); three in a row are a menu.
_MENU = 3
# A date line in a page's head is no longer than this, and stands no further from a piece's beginning, in tokens.
_DATE_TOKENS = 12
_DATE_REACH = 60
# A line that has come apart into so many pieces is not cut further.
_MOST_PIECES = 3_000


def cut_endless(document: Document, matcher: Matcher) -> Document:
    """Return `document` with the blocks of its endless lines cut at labels and dates; any other one as it is.

    A label is cut out only where it cannot be part of a sentence: between sentences, in a row with others, or before
    a capital; and a date only with a time of day or a label ("Published:") of its own.
    """
    if document.form != "text" or not any(block.continues for block in document.blocks):
        return document
    blocks: list[Block] = []
    cuts_of = cache(lambda text: _cuts(text, matcher))
    for block in document.blocks:
        in_endless = block.continues or _goes_on(document.blocks, block.index)
        cuts = cuts_of(block.text) if in_endless and len(blocks) < _MOST_PIECES else []
        for start, end in zip([0, *cuts], [*cuts, len(block.text)], strict=True):
            piece = _piece(block, start, end, len(blocks))
            if piece is not None:
                blocks.append(piece)
    return replace(document, blocks=tuple(blocks))


def _goes_on(blocks: Sequence[Block], index: int) -> bool:
    return index + 1 < len(blocks) and blocks[index + 1].continues


def _piece(block: Block, start: int, end: int, index: int) -> Block | None:
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    if not text:
        return None
    end = start + len(text)
    runs = [Run(0, block.source_offset(start))]
    runs += [Run(run.at - start, run.source) for run in block.runs if start < run.at < end]
    first = start == 0
    return replace(
        block,
        index=index,
        text=text,
        start=block.start if first else runs[0].source,
        end=block.source_offset(end - 1) + 1,
        runs=tuple(runs),
        gap=block.gap if first else 0,
        continues=block.continues or not first,
    )


def _cuts(text: str, matcher: Matcher) -> list[int]:
    """The offsets at which to cut a sentence of an endless line, in order."""
    cuts: set[int] = set()
    for row in _label_rows(text, matcher):
        begin, end = row[0][0], row[-1][1]
        words = sum(text[a:b].count(" ") + 1 for a, b in row)
        if (words < 2 or (words == len(row) < _MENU)) or not _is_apart(text, begin, end):
            continue
        # The stop behind a label goes with it.
        for start, end in row:
            stops = _STOPS.match(text, end)
            cuts |= {start, stops.end() if stops else end}
    if menu := _PIPED_MENU.match(text):
        cuts.update(sign.end() for sign in _SIGN.finditer(menu[0]))
        cuts.add(menu.end())
    for mark in _COPYRIGHT.finditer(text):
        cuts -= set(range(mark.start(), mark.end()))
        cuts.add(mark.start())
    cuts.update(_date_cuts(text, cuts))
    return sorted(cut for cut in cuts if 0 < cut < len(text))


def _label_rows(text: str, matcher: Matcher) -> list[list[tuple[int, int]]]:
    """Labels that stand right behind each other, as rows of (start, end); the longest label wins a place."""
    spans = sorted(
        {span for span in matcher.label_spans(text) if not text[span[0]].islower()}, key=lambda s: (s[0], -s[1])
    )
    rows: list[list[tuple[int, int]]] = []
    for start, end in spans:
        if rows and start < rows[-1][-1][1]:
            continue
        if rows and _BETWEEN.fullmatch(text, rows[-1][-1][1], start):
            rows[-1].append((start, end))
        else:
            rows.append([(start, end)])
    return rows


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether a row of labels stands between sentences or at a piece's edge, and not before a small letter."""
    before, after = text[:start].rstrip(), text[end:].lstrip(" :|•·…").lstrip()
    return (not before or before[-1] in '.!?…。"”»|') and not after[:1].islower()


def _date_cuts(text: str, cuts: set[int]) -> set[int]:
    begin = max((cut for cut in cuts if cut < len(text) // 2), default=0)
    tokens = [(m.start() + begin, m.end() + begin) for m in _TOKEN.finditer(text[begin:])][:_DATE_REACH]
    for first, (start, _) in enumerate(tokens):
        found = None
        reach = tokens[first + 1 : first + _DATE_TOKENS]
        # Most words begin no date: not even with all that may be read of it behind them.
        longest = find_date(text[start : reach[-1][1]]) if reach else None
        if longest is None or longest.start:
            continue
        for _, end in reversed(reach):
            shorter = _date_line(text[start:end])
            if found is not None and (shorter is None or shorter != found[0]):
                break
            if shorter is not None:
                # A word behind the date may be passed over by its reader; it is the next sentence's.
                found = shorter, end
        if found is not None:
            return {start, found[1]}
    return set()


def _date_line(piece: str) -> tuple[Moment | None, Moment | None] | None:
    """When a piece says that the page was published and modified, if it says that, with a time, and nothing else."""
    if ":" not in piece or not any(map(str.isdigit, piece)):
        return None
    found = read_published_line(piece)
    if found is None or found.start or found.end < len(piece):
        return None
    return found.published, found.modified
