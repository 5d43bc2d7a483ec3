"""What the search for a section's end looks at, gathered once: a page may have a thousand headings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from newsclean.document import Block
from newsclean.mark import Chrome, Mark
from newsclean.segment.looks import Look

# Kinds that stand inside another section (a time beside each related headline) and so do not end it.
_INSIDE = frozenset({Chrome.TIMESTAMP, Chrome.MEDIA, Chrome.TAGS, Chrome.SHARE, Chrome.COMMENTS, Chrome.PAYWALL})
# Two headings in a row ("Read also", "Latest news") head one list.
_LISTS = frozenset({Chrome.RELATED, Chrome.MOST_READ})
# A question or an exclamation of fewer words is a headline, too, in a list of them.
_QUESTION_WORDS = 14
_ASKS = frozenset("?!؟？！")


class Known(NamedTuple):
    """What a rule knows a whole block for."""

    mark: Mark
    opens_section: bool
    alone: bool  # the block says nothing but what the rule looks for
    is_pattern: bool
    by_wording: bool = False  # no phrase tells it, and the first headline of a list may have such words

    @property
    def chrome(self) -> Chrome | None:
        """Its kind; None where it is the story's."""
        return self.mark.chrome


class View:
    """A document in which sections are looked for.

    Args:
        blocks: of the document.
        looks: what each looks like.
        hits: what rules know blocks for, by block.
        labels: the blocks that rules know for chrome of a kind that stands between paragraphs.
        extent: where the story is, or would be if no section were known.
        story: what is known to be the story, one for each block; None where nothing is.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        looks: Sequence[Look],
        hits: Mapping[int, Sequence[Known]],
        labels: frozenset[int],
        extent: range,
        story: Sequence[bool] | None,
    ) -> None:
        self.blocks, self.looks, self.hits, self.labels, self.extent = blocks, looks, hits, labels, extent
        self.story = story
        self._ends: dict[Chrome | None, list[int]] = {}

    @cached_property
    def _words(self) -> list[float]:
        """How many words of running text stand above each block; and above one more."""
        return [0.0, *accumulate(look.words if self.is_prose(i) else 0.0 for i, look in enumerate(self.looks))]

    @cached_property
    def _paragraphs(self) -> list[int]:
        """The blocks that may be paragraphs of the story, where that is known: of it."""
        story, looks = self.story, self.looks
        may_be = (i for i in range(len(looks)) if (self.is_prose(i) if story is None else story[i] and looks[i].prose))
        return [i for i in may_be if not self._is_question(i)]

    def is_prose(self, index: int) -> bool:
        """Return whether a block is running text, and no item of a list."""
        return self.looks[index].prose and not self.looks[index].item

    def prose_words(self, indexes: range) -> float:
        """Return how many words of running text some blocks have."""
        return self._words[indexes.stop] - self._words[indexes.start] if indexes else 0.0

    def first_paragraph(self, indexes: range) -> int:
        """Return the first of some blocks that may be a paragraph of the story; where they end if none may."""
        at = bisect_left(self._paragraphs, indexes.start)
        return min(self._paragraphs[at], indexes.stop) if at < len(self._paragraphs) else indexes.stop

    def limit(self, opener_index: int, opener: Known) -> int:
        """Return the first block behind a heading that says itself that another part of the page begins."""
        first = opener_index + 1
        if any(_ends(hit, opener) and not _heads_the_same(hit, opener) for hit in self.hits.get(first, ())):
            return first
        if opener.chrome not in self._ends:
            self._ends[opener.chrome] = [
                i for i, hits in sorted(self.hits.items()) if any(_ends(hit, opener) for hit in hits)
            ]
        ends = self._ends[opener.chrome]
        at = bisect_left(ends, first + 1)
        return ends[at] if at < len(ends) else len(self.blocks)

    def _is_question(self, index: int) -> bool:
        return self.looks[index].words < _QUESTION_WORDS and self.blocks[index].text[-1] in _ASKS


def _ends(hit: Known, opener: Known) -> bool:
    """Whether a block is of another kind than the section is, and of none that stands inside one."""
    return hit.chrome is not None and hit.chrome not in _INSIDE and hit.chrome is not opener.chrome


def _heads_the_same(hit: Known, opener: Known) -> bool:
    """Whether a line right below a heading may head the same list, or be the first headline in it."""
    return hit.by_wording or (hit.chrome in _LISTS and opener.chrome in _LISTS)
