"""What each rule did on an input: its hits, what it removed, and what was said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsclean.explanation import Explanation
from newsclean.segment.looks import look_at


@dataclass(slots=True)
class Deeds:
    """What one rule did on one input, or on several.

    Attributes:
        rule: its id.
        hits: the blocks, or parts of them, that it spoke of.
        removed: characters removed by its word.
        kept: characters kept by its word.
        at_stake: characters of running text in the whole blocks that it would remove, whoever keeps them.
        inputs: the inputs on which it spoke.
        notes: what was said of it: that it was held back, that a selector found nothing.
    """

    rule: str
    hits: int = 0
    removed: int = 0
    kept: int = 0
    at_stake: int = 0
    inputs: int = 0
    notes: list[str] = field(default_factory=list)


def trace(explanation: Explanation) -> dict[str, Deeds]:
    """Return what each rule did on the input of an explanation, by id; the model and the readers of fields too."""
    deeds: dict[str, Deeds] = {}
    blocks = explanation.document.blocks
    looks = look_at(blocks)
    for mark in explanation.marks:
        deed = deeds.setdefault(mark.rule, Deeds(mark.rule))
        if mark.block is None and (not mark.sets or mark.sets[0][0] == "warning"):
            deed.notes += [mark.why] if mark.why else []
            continue
        deed.hits += 1
        deed.inputs = 1
        if mark.block is None:
            continue
        if mark.chrome is not None and mark.end is None and looks[mark.block].prose:
            deed.at_stake += len(blocks[mark.block].text)
    for span in explanation.spans:
        if span.rule is not None:
            deed = deeds.setdefault(span.rule, Deeds(span.rule, inputs=1))
            length = len(span.text.strip())
            if span.chrome is None:
                deed.kept += length
            else:
                deed.removed += length
    return dict(sorted(deeds.items()))


def total(traces: Iterable[dict[str, Deeds]]) -> dict[str, Deeds]:
    """Return what each rule did on several inputs together."""
    sums: dict[str, Deeds] = {}
    for deeds in traces:
        for rule, deed in deeds.items():
            into = sums.setdefault(rule, Deeds(rule))
            into.hits += deed.hits
            into.removed += deed.removed
            into.kept += deed.kept
            into.at_stake += deed.at_stake
            into.inputs += deed.inputs
            into.notes += [note for note in deed.notes if note not in into.notes]
    return dict(sorted(sums.items()))


def running_text(explanation: Explanation) -> int:
    """Return the number of characters of running text in the input of an explanation."""
    blocks = explanation.document.blocks
    return sum(len(block.text) for block, look in zip(blocks, look_at(blocks), strict=True) if look.prose)
