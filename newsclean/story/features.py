"""What the model sees of a block: its own form, its place, the rules' marks around it, and its neighbours."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from newsclean.story.columns import last_where, running_sums
from newsclean.story.extent import story_extent
from newsclean.story.markup_features import MARKUP, markup_columns
from newsclean.story.own_features import OWN, own_rows, topic_rows
from newsclean.story.said_again import SAID_AGAIN, said_again
from newsclean.story.scene import Scene

Column: TypeAlias = NDArray[np.float32]

# Distances in blocks, and lengths of runs, count up to these.
_FAR = 30
_LONG_RUN = 60
_NEIGHBOURS = (-2, -1, 1, 2)
_NEAR = ("words", "sentence", "common", "kind", "begins", "marked", "links")
_WINDOWS = (2, 5, 12)
_MEANS = ("words", "prose", "marked", "links", "sentence")
_SIDES = (5, 20)
_RUN = ("words", "marked", "sentence", "item", "common")

_PLACE = (
    "doc_blocks",
    "doc_prose",
    "doc_prose_share",
    "doc_marked",
    "doc_gaps",
    "extent_words",
    "place",
    "prose_before",
    "prose_after",
    "prose_place",
    "extent_start",
    "extent_end",
    "story_start",
    "story_end",
)
_BETWEEN = ("to_prev", "to_next", "prev_words", "next_words", "run", *(f"run_{name}" for name in _RUN))
_MARKS = ("mark_before", "mark_kind_before", "mark_after", "mark_kind_after")

#: The names of the columns that `features` returns, in order.
NAMES = (
    *OWN,
    "overlap",
    "lead_overlap",
    "headline",
    *SAID_AGAIN,
    *MARKUP,
    "gap_after",
    *_PLACE,
    *_BETWEEN,
    *_MARKS,
    *(f"{name}{step:+d}" for step in _NEIGHBOURS for name in _NEAR),
    *(f"{name}_within_{size}" for size in _WINDOWS for name in _MEANS),
    *(f"{name}_{side}_{size}" for size in _SIDES for side in ("ahead", "behind") for name in ("prose", "marked")),
)


def features(scene: Scene) -> NDArray[np.float32]:
    """Return what the model sees: one row a block, one column for each of `NAMES`."""
    count = len(scene.blocks)
    own = np.array(list(own_rows(scene)), np.float32).reshape(count, len(OWN))
    column = {name: own[:, at] for at, name in enumerate(OWN)}
    marked = (column["marked"] > 0).astype(np.float32)
    free = column["prose"] * (1 - marked)
    core = (free > 0) & (column["section"] == 0)
    removed = [kind is not None for kind in scene.chrome]
    apart = [gone or kind is not None for gone, kind in zip(removed, scene.sections, strict=True)]
    story, extent = story_extent(scene.looks, removed), story_extent(scene.looks, apart)
    topics = np.array(list(topic_rows(scene, list(core), extent.start if extent else None)), np.float32)
    markup = markup_columns(scene, core, topics.reshape(count, 3)[:, 2])
    column["links"] = markup[:, 0]
    # Around a block it counts only whether there are marks, not of which group.
    seen = {**column, "marked": marked}
    parts = [
        own,
        topics.reshape(count, 3),
        np.array(list(said_again(scene)), np.float32).reshape(count, len(SAID_AGAIN)),
        markup,
        np.append(column["gap"][1:], 0)[:, None] if count else np.zeros((0, 1)),
        _places(seen, free, story, extent),
        _between(seen, free),
        _nearest_marks(column["marked"]),
        _neighbours(np.stack([seen[name] for name in _NEAR], 1)),
        _means(np.stack([{**seen, "prose": free}[name] for name in _MEANS], 1)),
        _sides(np.stack([free * column["words"], marked], 1)),
    ]
    return np.concatenate(parts, 1, dtype=np.float32)


def _places(column: dict[str, Column], free: Column, story: range, extent: range) -> NDArray[np.float32]:
    """Where each block stands in the document, and what the document is like."""
    words, count = column["words"], len(free)
    total = max(1.0, float(words.sum()))
    prose = free * words
    all_prose = float(prose.sum())
    before = np.cumsum(prose) - prose
    index = np.arange(count)
    document = (
        count,
        all_prose,
        all_prose / total,
        float(column["marked"].mean()) if count else 0.0,
        float(column["gap"].mean()) if count else 0.0,
        float(words[story.start : story.stop].sum()),
    )
    ends = [
        np.clip(distance, -_FAR, _FAR)
        for found in (extent, story)
        for distance in ((index - found.start, found.stop - 1 - index) if found else (index, -1 - index))
    ]
    return np.stack(
        [
            *(np.full(count, value, np.float32) for value in document),
            (np.cumsum(words) - words / 2) / total,
            before,
            all_prose - before - prose,
            before / max(1.0, all_prose),
            *ends,
        ],
        1,
    )


def _between(column: dict[str, Column], free: Column) -> NDArray[np.float32]:
    """The running text above and below each block, and the run of other lines that it stands in."""
    words, count = column["words"], len(free)
    index = np.arange(count)
    is_prose = free > 0
    first = np.minimum.accumulate(np.where(is_prose, index, count)[::-1])[::-1]
    before, after = np.append(-1, last_where(is_prose))[:-1], np.append(first, count)[1:]
    begin, end = np.where(is_prose, index, before + 1), np.where(is_prose, index + 1, after)
    size = np.maximum(end - begin, 1)
    sums = running_sums(np.stack([column[name] for name in _RUN], 1))
    padded = np.append(words, -1)
    return np.concatenate(
        [
            np.stack(
                [
                    np.minimum(index - before, _FAR),
                    np.minimum(after - index, _FAR),
                    np.where(before >= 0, padded[before], -1),
                    padded[after],
                    np.minimum(end - begin, _LONG_RUN),
                ],
                1,
            ),
            (sums[end] - sums[begin]) / size[:, None],
        ],
        1,
    )


def _nearest_marks(group: Column) -> NDArray[np.float32]:
    """How far the nearest block with a mark is, and its kind, above and below each."""
    count = len(group)
    index = np.arange(count)
    columns = []
    for order in (slice(None), slice(None, None, -1)):
        kinds = np.append(group[order], 0)
        before = np.append(-1, last_where(group[order] > 0))[:-1]
        columns.append(np.where(before >= 0, np.minimum(index - before, _FAR), _FAR)[order])
        columns.append(np.where(before >= 0, kinds[before], 0)[order])
    return np.stack(columns, 1)


def _neighbours(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The values of the blocks around each; -1 past the document's ends."""
    count, width = values.shape
    reach = max(_NEIGHBOURS)
    edge = np.full((reach, width), -1, np.float32)
    padded = np.concatenate([edge, values, edge])
    return np.concatenate([padded[reach + step : reach + step + count] for step in _NEIGHBOURS], 1)


def _means(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """The means over so many blocks on both sides of each."""
    count, sums = len(values), running_sums(values)
    index = np.arange(count)
    parts = []
    for size in _WINDOWS:
        begin, end = np.maximum(index - size, 0), np.minimum(index + size + 1, count)
        parts.append((sums[end] - sums[begin]) / (end - begin)[:, None])
    return np.concatenate(parts, 1)


def _sides(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """The sums over so many blocks below each, and above it."""
    count, sums = len(values), running_sums(values)
    index = np.arange(count)
    parts = []
    for size in _SIDES:
        parts.append(sums[np.minimum(index + 1 + size, count)] - sums[np.minimum(index + 1, count)])
        parts.append(sums[index] - sums[np.maximum(index - size, 0)])
    return np.concatenate(parts, 1)
