"""From which blocks are the story to a mark for each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsclean.document import Block
from newsclean.mark import Layer, Mark, Role
from newsclean.segment.hints import Hint
from newsclean.segment.looks import Look
from newsclean.story.left_out import Around, left_out

# How agencies part the sections of a story.
_DIVIDER = re.compile(r"_{3,}")


def tell(
    blocks: Sequence[Block],
    looks: Sequence[Look],
    kept: Sequence[bool],
    hints: Sequence[Hint | None],
    voice: str,
    why: Callable[[int], str],
    told: Sequence[bool] | None = None,
) -> list[Mark]:
    """Return one mark for each block.

    Args:
        blocks: of one document.
        looks: what each looks like.
        kept: whether each is of the story.
        hints: what the markup around each names; empty for text.
        voice: who says so; the marks' rules are named after it.
        why: the reason for what is said of a block.
        told: of which blocks a rule has told what they are: their marks say only where they stand.
    """
    first = next((i for i, keep in enumerate(kept) if keep), 0)
    last = next((i for i in range(len(kept) - 1, -1, -1) if kept[i]), -1)
    extent = range(first, last + 1)
    around = Around(blocks, looks, extent)
    marks = []
    for index, keep in enumerate(kept):
        if keep:
            rule = f"model.{voice}.body"
            marks.append(Mark(rule, Layer.MODEL, index, role=Role.BODY, why=why(index) or "It is of the story."))
        elif _DIVIDER.fullmatch(blocks[index].text) and index in extent and kept[index - 1] and kept[index + 1]:
            said = "A line of underscores parts sections of the story."
            marks.append(Mark("any.structure.divider", Layer.ANY, index, role=Role.BODY, why=said))
        else:
            hint = hints[index] if hints else None
            is_told = told is not None and told[index]
            kind, name, place = left_out(index, around, hint, by_words=not is_told)
            said = f"{place} {why(index)}".strip()
            marks.append(Mark(f"model.{voice}.{name}", Layer.MODEL, index, chrome=kind, why=said))
    return marks
