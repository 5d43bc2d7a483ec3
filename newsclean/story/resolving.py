"""From marks to one verdict a block: what it is, by whose word, and what is cut out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsclean.mark import Chrome, Mark, Role


class Cut(NamedTuple):
    """A stretch inside a block that has another fate than the block.

    Attributes:
        start: offset in the block's text.
        end: offset just past its last character.
        role: what it is.
        chrome: what it is removed as, or None.
        rule: whose word it is.
    """

    start: int
    end: int
    role: Role
    chrome: Chrome | None
    rule: str


class Verdict(NamedTuple):
    """What became of one block.

    Attributes:
        role: what it is; `Role.BOILERPLATE` where it is removed.
        chrome: what it is removed as, or None.
        rule: whose word it is; None where nobody spoke.
        cuts: stretches inside it with a fate of their own, in order, none overlapping.
    """

    role: Role
    chrome: Chrome | None
    rule: str | None
    cuts: tuple[Cut, ...] = ()

    @property
    def is_story(self) -> bool:
        """Whether the block is of the article's body."""
        return self.role in (Role.BODY, Role.LEAD) and self.chrome is None


# A block nobody spoke of is kept: nothing is lost unsaid.
_UNSPOKEN = Verdict(Role.BODY, None, None)
# Most blocks of a document share a few.
_of_whole = lru_cache(maxsize=1024)(Verdict)


def resolve(count: int, marks: Sequence[Mark]) -> list[Verdict]:
    """Return the verdict on each of `count` blocks.

    A higher layer overrides a lower one; within a layer keeping beats removing, and then the first mark wins. Marks on
    part of a block are cut out of it where the block itself is kept and no higher layer keeps it whole.
    """
    whole: dict[int, Mark] = {}
    parts: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.block is None:
            continue
        if mark.start or mark.end is not None:
            parts.setdefault(mark.block, []).append(mark)
        elif mark.block not in whole or _outranks(mark, whole[mark.block]):
            whole[mark.block] = mark
    return [_verdict(whole.get(index), parts.get(index, ())) for index in range(count)]


def _outranks(mark: Mark, other: Mark) -> bool:
    if mark.layer != other.layer:
        return mark.layer > other.layer
    return mark.keeps and not other.keeps


def _verdict(whole: Mark | None, parts: Sequence[Mark]) -> Verdict:
    if whole is None:
        verdict = _UNSPOKEN
    else:
        chrome = whole.chrome if whole.role is Role.BOILERPLATE else None
        verdict = _of_whole(whole.role, chrome, whole.rule)
    if verdict.chrome is not None or not parts:
        return verdict
    cuts: list[Cut] = []
    outermost = {id(mark) for mark in _outermost(parts)}
    parts = [mark for mark in parts if id(mark) in outermost]
    for mark in sorted(parts, key=lambda m: (-m.layer, not m.keeps, m.start)):
        end = mark.start if mark.end is None else mark.end
        if whole is not None and whole.keeps and whole.layer > mark.layer and not mark.keeps:
            continue
        if end > mark.start and all(end <= cut.start or mark.start >= cut.end for cut in cuts):
            cuts.append(Cut(mark.start, end, mark.role, None if mark.keeps else mark.chrome, mark.rule))
    cuts.sort(key=lambda cut: cut.start)
    return Verdict(verdict.role, verdict.chrome, verdict.rule, tuple(cuts))


def _outermost(parts: Sequence[Mark]) -> Iterator[Mark]:
    """Those of some marks inside a block that lie in no larger removal: a prompt holds the label it begins with."""
    reached = smallest = -1
    for mark in sorted(parts, key=lambda m: (m.start, -(m.end or 0))):
        if mark.keeps or mark.end is None:
            yield mark
            continue
        # The removals come by their beginning, the longest first: what one holds ends before the farthest end so far.
        if mark.end > reached or (mark.end == reached and mark.start == smallest):
            yield mark
        if mark.end > reached:
            reached, smallest = mark.end, mark.start
