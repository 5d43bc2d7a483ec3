"""How far a section reaches that a heading such as "Related Articles" opens: found by structure, not by a count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsclean.document import Block
from newsclean.mark import Chrome, Mark
from newsclean.rules.matching import Hit
from newsclean.rules.rule import Match
from newsclean.segment.looks import Look

# Kinds that stand inside another section (a time beside each related headline) and so do not end it.
_INSIDE = frozenset({Chrome.TIMESTAMP, Chrome.MEDIA, Chrome.TAGS, Chrome.SHARE, Chrome.COMMENTS, Chrome.PAYWALL})
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s?(?:am|pm)\b", re.I)
# A run of this many lines under a heading is a list of other stories, not the one link of an inline box.
_LIST = 4


@dataclass(frozen=True, slots=True)
class _View:
    """What the search for a section's end looks at."""

    blocks: Sequence[Block]
    looks: Sequence[Look]
    hits: dict[int, list[Hit]]  # whole-block hits, by block


def section_marks(blocks: Sequence[Block], looks: Sequence[Look], hits: Sequence[Hit]) -> list[Mark]:
    """Return marks for the blocks that belong to the sections which some of the hits open."""
    by_block: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.mark.block is not None and hit.mark.end is None:
            by_block.setdefault(hit.mark.block, []).append(hit)
    view = _View(blocks, looks, by_block)
    marks: list[Mark] = []
    covered = 0
    for index, found in sorted(by_block.items()):
        openers = [hit for hit in found if _opens(hit)]
        if not openers or index < covered:
            continue
        hit = openers[0]
        end = _section_end(view, index, hit)
        why = f"It belongs to the section that “{blocks[index].text[:60]}” opens."
        marks += [replace(hit.mark, block=inside, why=why) for inside in range(index + 1, end)]
        covered = end
    return marks


def _opens(hit: Hit) -> bool:
    return hit.rule.opens_section and (hit.alone or hit.rule.match is Match.PATTERN)


def _ends_section(view: _View, index: int, opener: Hit) -> bool:
    """Whether the block says itself that another part of the page begins."""
    return any(
        hit.rule.chrome is not None
        and hit.rule.chrome not in _INSIDE
        and hit.rule.chrome is not opener.rule.chrome
        and not (opener.rule.chrome is Chrome.RELATED and hit.rule.chrome is Chrome.MOST_READ)
        for hit in view.hits.get(index, ())
    )


def _section_end(view: _View, opener_index: int, opener: Hit) -> int:
    limit = next(
        (i for i in range(opener_index + 1, len(view.blocks)) if _ends_section(view, i, opener)), len(view.blocks)
    )
    first_prose = next((i for i in range(opener_index + 1, limit) if _is_prose(view, i)), limit)
    if first_prose == limit:
        return limit
    lines = range(opener_index + 1, first_prose)
    if not lines:
        # Running text right under the heading: the list that stood here did not survive the flattening.
        return opener_index + 1
    if _lists_stories(view, lines) or _is_pasted(view, first_prose, limit):
        return limit
    return _before_subhead(view, lines, first_prose)


def _is_prose(view: _View, index: int) -> bool:
    return view.looks[index].prose and not view.looks[index].item


def _lists_stories(view: _View, lines: range) -> bool:
    """Whether the lines under a heading are a list of other stories: with times, said twice, or simply many."""
    times = sum(bool(_CLOCK.search(view.blocks[i].text)) for i in lines)
    timestamps = sum(any(h.rule.chrome is Chrome.TIMESTAMP for h in view.hits.get(i, ())) for i in lines)
    repeated = sum(view.looks[i].repeated for i in lines)
    return times + timestamps > 0 or repeated > 1 or len(lines) >= 2 * _LIST


def _is_pasted(view: _View, start: int, limit: int) -> bool:
    """Whether what follows is other stories, each under a line of its own, rather than this one going on."""
    prose = [i for i in range(start, limit) if _is_prose(view, i)]
    headed = sum(not _is_prose(view, i - 1) for i in prose)
    return len(prose) >= 2 and headed > 0.6 * len(prose)


def _before_subhead(view: _View, lines: range, first_prose: int) -> int:
    """The story goes on at `first_prose`; a short line right before that, apart from the list, is its subhead."""
    last = lines[-1]
    if len(lines) > 1 and view.blocks[last].gap > view.blocks[last - 1].gap and not view.looks[last].item:
        return last
    return first_prose

