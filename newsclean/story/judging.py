"""Decide, by what the document looks like, which blocks are the story; a rule's mark overrides every one of these."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from newsclean.document import Block
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.segment.looks import LONG_WORDS, Look
from newsclean.story.extent import story_extent
from newsclean.story.left_out import Around, left_out

# Lines between paragraphs: up to this many in a row are subheads, list items or short paragraphs of the story.
_SHORT_RUN = 4
# A story this short, in words, is none: a menu with one sentence in it.
_LEAST_WORDS = 12.0
# The shortest sentence that a story may end with, in words.
_LAST_WORDS = 3
# What an extraction leaves has few lines that rules know for chrome, and few short ones around its running text ...
_FEW_MARKED = (3, 0.1)
_FEW_AROUND = (12, 0.15)
# ... or hardly any of the first, in a language whose chrome the rules know: a whole page never comes without.
_HARDLY_MARKED = (1, 0.02)
# Kinds whose lines call on readers between the paragraphs of a story.
_PROMPTS = frozenset({Chrome.NEWSLETTER, Chrome.PROMOTION, Chrome.APP_DOWNLOAD, Chrome.FOLLOW, Chrome.DONATE})


class Shape(Enum):
    """How a document came to be, as far as it shows."""

    PAGE = "a dump of a whole page: menu before the story, footer after it"
    LEFTOVER = "what an extraction left: little but the story, lists in it are its own"
    CLEAN = "hardly any chrome: what stands behind the first paragraph is the story"


def judge(
    blocks: Sequence[Block], looks: Sequence[Look], chrome: Sequence[Chrome | None], *, known_language: bool
) -> list[Mark]:
    """Return one mark for each block: story or not, with the reason.

    Args:
        blocks: of one document.
        looks: what each looks like.
        chrome: the kind of chrome that rules have found each to be, or None.
        known_language: whether there are rules for the document's language.
    """
    shape = _shape(looks, chrome, known_language=known_language)
    extent = _extent(looks, chrome, shape)
    if sum(looks[i].words for i in extent if chrome[i] is None) < _LEAST_WORDS:
        extent = range(0)
    around = Around(blocks, looks, extent)
    marks = [_outside(i, around) for i in range(len(blocks)) if i not in extent]
    for run in _runs(extent, looks):
        marks += _inside(run, looks, chrome, shape)
    marks.sort(key=lambda mark: mark.block or 0)
    return marks


def _few(count: int, total: int, bounds: tuple[int, float]) -> bool:
    return count <= max(bounds[0], bounds[1] * total)


def _unmarked_prose(looks: Sequence[Look], chrome: Sequence[Chrome | None]) -> list[int]:
    return [i for i, look in enumerate(looks) if look.prose and chrome[i] is None]


def _shape(looks: Sequence[Look], chrome: Sequence[Chrome | None], *, known_language: bool) -> Shape:
    total = len(looks)
    marked = sum(kind is not None for kind in chrome)
    if known_language and _few(marked, total, _HARDLY_MARKED):
        return Shape.CLEAN
    prose = _unmarked_prose(looks, chrome)
    if not prose or not _few(marked, total, _FEW_MARKED):
        return Shape.PAGE
    before = chrome[: prose[0]].count(None)
    after = chrome[prose[-1] + 1 :].count(None)
    return Shape.LEFTOVER if _few(max(before, after), total, _FEW_AROUND) else Shape.PAGE


def _extent(looks: Sequence[Look], chrome: Sequence[Chrome | None], shape: Shape) -> range:
    prose = _unmarked_prose(looks, chrome)
    if shape is Shape.CLEAN:
        return range(prose[0] if prose else 0, len(looks))
    if shape is Shape.LEFTOVER:
        return _with_last_words(range(prose[0], prose[-1] + 1), looks, chrome)
    # A prompt in whole sentences is bridged like a label: it stands between a story's paragraphs.
    bridged = [
        look._replace(prose=False) if kind in _PROMPTS else look for look, kind in zip(looks, chrome, strict=True)
    ]
    return _with_last_words(story_extent(bridged, [kind is not None for kind in chrome]), looks, chrome)


def _with_last_words(extent: range, looks: Sequence[Look], chrome: Sequence[Chrome | None]) -> range:
    """Take in the short sentences right behind the story ("It opens in May."), one line of chrome between them.

    Or a long paragraph that is cut off, as a paywall does it: teasers of other stories stand under their headlines.
    """
    stop = extent.stop
    for index in range(extent.stop, len(looks) if extent else 0):
        is_last = looks[index].sentence and looks[index].words >= _LAST_WORDS
        if chrome[index] is None and (is_last or (index == stop and looks[index].words >= LONG_WORDS)):
            stop = index + 1
        elif chrome[index] is None or index > stop:
            break
    return range(extent.start, stop)


def _runs(extent: range, looks: Sequence[Look]) -> list[list[int]]:
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


def _inside(run: Sequence[int], looks: Sequence[Look], chrome: Sequence[Chrome | None], shape: Shape) -> list[Mark]:
    if looks[run[0]].prose:
        return [_story(run[0], "Running text between the first and the last paragraph of the story.")]
    items = sum(looks[i].item for i in run)
    if shape is not Shape.PAGE or len(run) <= _SHORT_RUN or items >= 0.6 * len(run):
        return [
            _chrome(i, Chrome.RELATED, "between", "A line that stands more than once in the document.")
            if looks[i].repeated and shape is Shape.PAGE
            else _story(i, "A short line between paragraphs: a subhead, a list item or a short paragraph.")
            for i in run
        ]
    last = run[-1]
    is_subhead = chrome[last] is None and all(chrome[i] is not None for i in run[:-1]) and not looks[last].repeated
    marks = [
        _chrome(i, Chrome.RELATED, "between", "One of many short lines in a row, as in lists of links.") for i in run
    ]
    if is_subhead:
        marks[-1] = _story(last, "A short line behind lines that rules know, right before a paragraph: a subhead.")
    return marks


def _outside(index: int, around: Around) -> Mark:
    kind, name, why = left_out(index, around)
    return _chrome(index, kind, name, why)


def _story(index: int, why: str) -> Mark:
    return Mark("model.story.body", Layer.MODEL, index, role=Role.BODY, why=why)


def _chrome(index: int, kind: Chrome, name: str, why: str) -> Mark:
    return Mark(f"model.story.{name}", Layer.MODEL, index, chrome=kind, why=why)
