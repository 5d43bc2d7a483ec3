"""What the model sees of the markup around a block; for text, the same columns with nothing in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.document import Block
from newsclean.story.columns import last_where
from newsclean.story.own_features import GROUP_OF
from newsclean.story.scene import Scene

_NOT_WORD = re.compile(r"[\W_]+")
_FAR = 60
# An ancestor is one of the nearest so many; a page has no more articles than this, as far as the model counts.
_UPS = (1, 2, 3)
_MOST_ARTICLES = 20
_MOST_H1 = 5
# Where the block's first and last characters stand in the story that the page states, it is of it.
_ENDS = 40
_SHORTEST = 12
_BEGINNING = 20
_LEAST = 4
_LONGER = 3
# A line is the headline again where it holds so much of its words.
_HEADLINE = 0.8

_TAGS = {
    "article": frozenset({"article"}),
    "main": frozenset({"main"}),
    "aside": frozenset({"aside"}),
    "list": frozenset({"ul", "ol", "li"}),
    "form": frozenset({"form"}),
    "footer": frozenset({"footer"}),
    "header": frozenset({"header"}),
    "figure": frozenset({"figure", "figcaption"}),
    "nav": frozenset({"nav"}),
    "button": frozenset({"button"}),
}
_ALL_TAGS = frozenset().union(*_TAGS.values())

MARKUP = (
    "links",
    "level",
    "hidden",
    "hint",
    "described",
    "stated_share",
    "stated_cover",
    "since_h1",
    "h1_before",
    "since_heading",
    "since_headline",
    "same_trail",
    *(f"under_{up}" for up in _UPS),
    "away",
    "depth",
    "articles",
    "in_p",
    *(f"in_{name}" for name in _TAGS),
)


def markup_columns(scene: Scene, core: NDArray[np.bool_], headline: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the columns of `MARKUP`, one row a block; -1 everywhere for text without markup.

    Args:
        scene: the document.
        core: which of its blocks are running text that nothing speaks against.
        headline: what share of each block's words the headline says, too.
    """
    blocks, count = scene.blocks, len(scene.blocks)
    links = [-1.0 if block.link_density is None else block.link_density for block in blocks]
    if not any(block.trail for block in blocks):
        columns = np.full((count, len(MARKUP)), -1, np.float32)
        columns[:, 0] = links
        return columns
    level = np.array([block.level for block in blocks], np.float32)
    index = np.arange(count)
    return np.stack(
        [
            np.array(links, np.float32),
            level,
            np.array([block.hidden for block in blocks], np.float32),
            np.array([0 if hint is None else GROUP_OF[hint.chrome] for hint in scene.hints], np.float32),
            *_stated(scene),
            _since(index, level == 1),
            np.minimum(np.cumsum(level == 1), _MOST_H1).astype(np.float32),
            _since(index, level > 0),
            _since(index, headline > _HEADLINE),
            *_trails(scene, core),
        ],
        1,
    )


def _since(index: NDArray[np.int_], there: NDArray[np.bool_]) -> NDArray[np.float32]:
    """How many blocks ago the last one was of which something holds; -1 where there was none."""
    last = last_where(there)
    return np.where(last >= 0, np.minimum(index - last, _FAR), -1).astype(np.float32)


def _squeeze(text: str) -> str:
    return _NOT_WORD.sub("", text.casefold())


def _stated(scene: Scene) -> list[NDArray[np.float32]]:
    """Whether a block is the page's description, and how much of the story that the page states its blocks hold."""
    count = len(scene.blocks)
    described = np.full(count, -1, np.float32)
    if scene.description:
        wanted = _squeeze(scene.description)
        described = np.array([_is_described(block.text, wanted) for block in scene.blocks], np.float32)
    share = cover = -1.0
    if scene.stated:
        body = " ".join(scene.stated.split())
        texts = [block.text for block in scene.blocks]
        found = [_stands_in(text, body) for text in texts]
        held = sum(look.words for look, there in zip(scene.looks, found, strict=True) if there and look.prose)
        share = held / max(1.0, sum(look.words for look in scene.looks if look.prose))
        cover = min(2.0, sum(len(text) for text, there in zip(texts, found, strict=True) if there) / max(1, len(body)))
    return [described, np.full(count, share, np.float32), np.full(count, cover, np.float32)]


def _is_described(text: str, wanted: str) -> float:
    # Signs are left out of both: a text with this many more characters is another one.
    if not wanted or len(text) < _SHORTEST or len(text) > _LONGER * len(wanted):
        return 0.0
    # Most texts are told by how they begin.
    if _squeeze(text[:_BEGINNING]) not in wanted:
        return 0.0
    own = _squeeze(text)
    return 2.0 if own == wanted else 1.0 if len(own) > _SHORTEST and own[: _ENDS + 20] in wanted else 0.0


def _stands_in(text: str, body: str) -> bool:
    if len(text) < _SHORTEST:
        return len(text) >= _LEAST and text in body
    return text[:_ENDS] in body and text[-_ENDS:] in body


def _trails(scene: Scene, core: NDArray[np.bool_]) -> list[NDArray[np.float32]]:
    """How much of the running text stands under each block's ancestors, and how far away from it the block stands."""
    nodes = _Nodes()
    paths: dict[tuple[str, ...], tuple[int, ...]] = {}
    for block in scene.blocks:
        if block.trail not in paths:
            paths[block.trail] = nodes.path(block.trail)
    own: defaultdict[tuple[str, ...], float] = defaultdict(float)
    below: defaultdict[int, float] = defaultdict(float)
    for block, look, is_core in zip(scene.blocks, scene.looks, core, strict=True):
        if is_core:
            own[block.trail] += look.words
            for node in paths[block.trail]:
                below[node] += look.words
    total = max(1.0, sum(own.values()))
    best = paths[max(own, key=own.__getitem__)] if own else ()
    known = {
        trail: (
            own[trail] / total,
            *(below[path[max(0, len(path) - 1 - up)]] / total if path else 0.0 for up in _UPS),
            len(best) - _shared(path, best),
            len(path) - len(best),
        )
        for trail, path in paths.items()
    }
    tags = {trail: (_tag(trail[-1]) == "p", *nodes.inside[path[-1]]) for trail, path in paths.items() if path}
    tags[()] = (False, *nodes.inside[0])
    articles = _articles(scene.blocks)
    rows = [
        (*known[block.trail], number, *tags[block.trail]) for block, number in zip(scene.blocks, articles, strict=True)
    ]
    return list(np.array(rows, np.float32).T)


class _Nodes:
    """The elements of trails as numbers, the same for the same beginning; 0 is what is around the root.

    Attributes:
        inside: for each number, whether it is, or stands inside, an element of each of `_TAGS`.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, str], int] = {}
        self.inside: list[tuple[bool, ...]] = [(False,) * len(_TAGS)]

    def path(self, trail: Sequence[str]) -> tuple[int, ...]:
        """Return a trail as numbers."""
        path, at = [], 0
        for label in trail:
            number = self._numbers.get((at, label))
            if number is None:
                number = self._numbers[at, label] = len(self.inside)
                around, tag = self.inside[at], _tag(label)
                own = tag in _ALL_TAGS
                self.inside.append(
                    tuple(was or tag in tags for was, tags in zip(around, _TAGS.values(), strict=True))
                    if own
                    else around
                )
            path.append(number)
            at = number
        return tuple(path)


def _tag(label: str) -> str:
    return label.partition("#")[0].partition(".")[0]


def _shared(path: Sequence[int], best: Sequence[int]) -> int:
    return next((n for n, (a, b) in enumerate(zip(path, best, strict=False)) if a != b), min(len(path), len(best)))


def _articles(blocks: Sequence[Block]) -> list[int]:
    """For each block, how many `article` elements have begun before its end."""
    seen: set[str] = set()
    numbers = []
    for block in blocks:
        path = block.xpath or ""
        at = path.rfind("/article[")
        if at >= 0:
            seen.add(path[: path.find("]", at)])
        numbers.append(min(len(seen), _MOST_ARTICLES))
    return numbers
