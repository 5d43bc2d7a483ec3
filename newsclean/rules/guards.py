"""What a hit must pass before it counts: its place in the document, and a share of the story no rule may take."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.mark import Mark
from newsclean.rules.matching import Hit
from newsclean.rules.rule import Where
from newsclean.segment.looks import Look

# A phrase rule that takes more than this share of the running text is wrong about the page, not the page about it.
_GREEDY_SHARE = 0.4
_GREEDY_WORDS = 100


def stands_there(hit: Hit, looks: Sequence[Look]) -> bool:
    """Return whether a hit stands where in the document its rule wants it."""
    index = hit.mark.block
    if hit.rule.where is Where.ANYWHERE or index is None:
        return True
    return 0 < index < len(looks) - 1 and looks[index - 1].prose and looks[index + 1].prose


def hold_back(marks: Sequence[Mark], looks: Sequence[Look]) -> dict[str, str]:
    """Return the rules that would take a large share of the running text, each with a warning that says so."""
    prose = sum(look.words for look in looks if look.prose)
    taken: dict[str, float] = {}
    for mark in marks:
        index = mark.block
        if index is not None and mark.chrome is not None and mark.end is None and looks[index].prose:
            taken[mark.rule] = taken.get(mark.rule, 0.0) + looks[index].words
    return {
        rule: f"Rule {rule} was held back: it would have removed {words:.0f} of {prose:.0f} words."
        for rule, words in sorted(taken.items())
        if words > max(_GREEDY_WORDS, _GREEDY_SHARE * prose)
    }
