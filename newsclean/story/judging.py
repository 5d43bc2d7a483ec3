"""Decide, by what the document looks like, which blocks are the story; a rule's mark overrides every one of these."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Block
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.story.extent import story_extent
from newsclean.segment.looks import Look

# Lines between paragraphs: up to this many in a row are subheads, list items or short paragraphs of the story.
_SHORT_RUN = 4
# A story this short, in words, is none: a menu with one sentence in it.
_LEAST_WORDS = 12.0


def judge(blocks: Sequence[Block], looks: Sequence[Look], chrome: Sequence[Chrome | None]) -> list[Mark]:
    """Return one mark for each block: story or not, with the reason.

    Args:
        blocks: of one document.
        looks: what each looks like.
        chrome: the kind of chrome that rules have found each to be, or None.
    """
    extent = story_extent(looks, [kind is not None for kind in chrome])
    if sum(looks[i].words for i in extent if chrome[i] is None) < _LEAST_WORDS:
        extent = range(0)
    leftover = _is_leftover(looks, chrome, extent)
    marks = []
    for index in range(len(blocks)):
        if index not in extent:
            marks.append(_outside(index, looks[index], extent))
    for run in _runs(extent, looks, chrome):
        marks += _inside(run, looks, leftover)
    marks.sort(key=lambda mark: mark.block or 0)
    return marks


def _is_leftover(looks: Sequence[Look], chrome: Sequence[Chrome | None], extent: range) -> bool:
    """Whether the text has been through an extraction already, so that lists in it are the story's own.

    A dump of a whole page has its menu before the story and its footer after it.
    """
    around = [i for i in range(len(looks)) if i not in extent]
    marked = sum(kind is not None for kind in chrome)
    return len(around) <= max(6, 0.2 * len(looks)) and marked <= max(3, 0.1 * len(looks))


def _runs(extent: range, looks: Sequence[Look], chrome: Sequence[Chrome | None]) -> list[list[int]]:
    """The story's blocks as runs of the same sort: running text one by one, lines that are none together."""
    runs: list[list[int]] = []
    open_run = False
    for index in extent:
        if looks[index].prose:
            runs.append([index])
            open_run = False
        elif open_run:
            runs[-1].append(index)
        else:
            runs.append([index])
            open_run = True
    return runs


def _inside(run: Sequence[int], looks: Sequence[Look], leftover: bool) -> list[Mark]:
    if looks[run[0]].prose:
        return [_story(run[0], "Running text between the first and the last paragraph of the story.")]
    items = sum(looks[i].item for i in run)
    if leftover or len(run) <= _SHORT_RUN or items >= 0.6 * len(run):
        return [
            _chrome(i, Chrome.RELATED, "between", "A line that stands more than once in the document.")
            if looks[i].repeated and not leftover
            else _story(i, "A short line between paragraphs: a subhead, a list item or a short paragraph.")
            for i in run
        ]
    return [_chrome(i, Chrome.RELATED, "between", "One of many short lines in a row, as in lists of links.") for i in run]


def _outside(index: int, look: Look, extent: range) -> Mark:
    if not extent:
        return _chrome(index, Chrome.NAVIGATION, "no_story", "The document has no stretch of running text.")
    if index < extent.start:
        return _chrome(index, Chrome.NAVIGATION, "before", "It stands before the first paragraph of the story.")
    kind = Chrome.RELATED if look.words >= 5 else Chrome.NAVIGATION
    return _chrome(index, kind, "after", "It stands after the last paragraph of the story.")


def _story(index: int, why: str) -> Mark:
    return Mark("model.story.body", Layer.MODEL, index, role=Role.BODY, why=why)


def _chrome(index: int, kind: Chrome, name: str, why: str) -> Mark:
    return Mark(f"model.story.{name}", Layer.MODEL, index, chrome=kind, why=why)
