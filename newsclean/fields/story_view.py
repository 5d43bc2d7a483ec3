"""What the field readers look at: a document with what is known of its story so far, and how they put down marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.mark import FieldValue, Layer, Mark, Role
from newsclean.segment.looks import Look
from newsclean.story.resolving import Verdict

# How many blocks above the lead, and below the story's end, the readers of bylines, dates and credits look at.
ABOVE = 14
# On a page that states no date elsewhere, a date line is looked for as far as this above.
_FAR_ABOVE = 60
BELOW = 6
# Bylines and datelines may also stand on the story's own first lines.
OPENING = 3
FIELD_WORDS = 25


@dataclass(frozen=True, slots=True)
class StoryView:
    """A document with what is known of its story so far.

    Attributes:
        document: the document.
        looks: what its blocks look like.
        verdicts: what is known of each block.
        body: indexes of the blocks of the story, in order.
        today: dates after tomorrow are refused.
    """

    document: Document
    looks: Sequence[Look]
    verdicts: Sequence[Verdict]
    body: Sequence[int]
    today: dt.date

    def is_chrome(self, index: int) -> bool:
        """Whether a rule, and not only the model, has removed the block."""
        verdict = self.verdicts[index]
        return verdict.chrome is not None and not (verdict.rule or "").startswith("model.")

    def farther(self) -> Iterator[int]:
        """Yield the short blocks between the headline and the story, far as they may be; the nearest first."""
        first = self.body[0]
        places = range(first - 1, max(-1, first - 1 - _FAR_ABOVE), -1)
        return (i for i in places if self.looks[i].words <= FIELD_WORDS)

    def around(self) -> Iterator[int]:
        """Yield the blocks near the story's beginning and right after its end, short ones only."""
        first, last = self.body[0], self.body[-1]
        opening = self.body[:OPENING][-1]
        places = (
            *range(max(0, first - ABOVE), opening + 1),
            *range(last + 1, min(len(self.looks), last + 1 + BELOW)),
        )
        return (i for i in dict.fromkeys(places) if self.looks[i].words <= FIELD_WORDS)


def field_mark(
    role: Role,
    rule: str,
    block: int | None,
    sets: dict[str, FieldValue | None],
    why: str,
    *,
    start: int = 0,
    end: int | None = None,
) -> Mark:
    """Return the mark of a field reader; values that are empty are left out."""
    values = tuple((name, value) for name, value in sets.items() if value)
    return Mark(rule, Layer.LANGUAGE, block, start, end, role, None, values, why)
