"""Chrome glued to the end of a paragraph, told by the rules for lines of its own.

Sentences end with a stop, headlines and labels do not: words behind a paragraph's last stop, without one themselves,
are likely to have been a line. Where a rule says of such a line that it is chrome, it is cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsclean.document import Block, BlockKind, Run
from newsclean.mark import Chrome, Layer
from newsclean.rules.fold import fold, quotes_in
from newsclean.rules.matching import Hit, Matcher

# In characters: how long a paragraph is at least, and how long what is glued to it.
_PARAGRAPH = 80
_TAIL = range(6, 141)
# A headline may be of two sentences; in Thai, where a space parts sentences and clauses, the label is farther away.
_SENTENCES, _CLAUSES = 2, 6
# Addresses, names of networks and hashtags end posts that a story quotes, too.
_QUOTED = frozenset({Chrome.NAVIGATION, Chrome.SHARE, Chrome.TAGS})
_STOP = re.compile("(?:[.!?…؟۔।]+[\"'”’»)]{0,2}\\s+|[。！？][」』”）]{0,2}\\s*)(?=\\S)")
_ENDS = re.compile("[.!?…。！？؟۔।:：,;][\"'”’»)」』）]{0,2}$")
_THAI = re.compile("[\u0e00-\u0e7f]\\s+(?=\\S)")


def tail_hits(blocks: Sequence[Block], matcher: Matcher, language: str | None) -> list[Hit]:
    """Return the hits on what is glued to the ends of paragraphs, as marks on that part of their blocks.

    Args:
        blocks: those of one document of which no rule has told what they are.
        matcher: the rules.
        language: first part of the ids of the rules for the document's language, if known.
    """
    places = [(block, start) for block in blocks for start in _starts(block)]
    lines = [
        Block(n, block.text[start:], BlockKind.PARAGRAPH, 0, len(block.text) - start, (Run(0, 0),))
        for n, (block, start) in enumerate(places)
    ]
    found: dict[int, Hit] = {}
    for hit in matcher.read(lines, lambda _: set(), language) if lines else ():
        if hit.mark.block is None or not _is_told(hit):
            continue
        block, start = places[hit.mark.block]
        mark = replace(hit.mark, block=block.index, start=start, end=len(block.text), opens_section=False)
        found.setdefault(block.index, replace(hit, mark=mark, alone=False))
    return list(found.values())


def _is_told(hit: Hit) -> bool:
    """Whether a hit takes the whole line, by a rule that may say so of a part of a paragraph."""
    if hit.mark.chrome is None or hit.mark.end is not None:
        return False
    # In another language the words may mean something else.
    is_any = hit.rule.id.startswith("any.") and hit.mark.chrome not in _QUOTED
    return hit.mark.layer is Layer.LANGUAGE or is_any


def _starts(block: Block) -> Iterator[int]:
    """Yield where what is glued to a paragraph may begin, the farthest place first."""
    text = block.text
    if len(text) < _PARAGRAPH or _ENDS.search(text[-4:]):
        return
    first = len(text) - _TAIL.stop
    stop, most = (_THAI, _CLAUSES) if _THAI.search(text) else (_STOP, _SENTENCES)
    ends = [match.end() for match in stop.finditer(text, max(0, first))][-most:]
    folded = fold(text)
    for start in ends:
        if len(text) - start in _TAIL and quotes_in(folded, 0, start) % 2 == 0:
            yield start
