"""What a hit must pass before it counts: its place in the document, and a share of the story no rule may take."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Block
from newsclean.mark import Chrome, Layer, Mark
from newsclean.rules.matching import Hit
from newsclean.rules.rule import Match, Where
from newsclean.segment.looks import Look

# A phrase rule that takes more than this share of the running text is wrong about the page, not the page about it.
_GREEDY_SHARE = 0.4
_GREEDY_WORDS = 100
# What a site says of its cookies, and what readers say, may be longer than a story; our own rules take so much at most.
_LONG_SHARE = 0.95
_LONG = frozenset({(Chrome.CONSENT, Layer.LANGUAGE), (Chrome.COMMENTS, Layer.ANY)})
# So many questions, each above its answer, make an interview; an answer has so many words at least.
_LEAST_QUESTIONS = 3
_ANSWER_WORDS = 10
_ASKS = frozenset("?？؟;\u037e")


def stands_there(hit: Hit, looks: Sequence[Look]) -> bool:
    """Return whether a hit stands where in the document its rule wants it."""
    index = hit.mark.block
    if hit.rule.where is Where.ANYWHERE or index is None:
        return True
    return 0 < index < len(looks) - 1 and looks[index - 1].prose and looks[index + 1].prose


def questions_in(blocks: Sequence[Block], looks: Sequence[Look]) -> frozenset[int]:
    """Return the indexes of an interview's questions: lines that ask, each right above what answers it.

    A prompt may ask, too ("Want more of this?"), but no page has one above paragraph after paragraph.
    """
    found = [
        block.index
        for block, below in zip(blocks, looks[1:], strict=False)
        if block.text[-1:] in _ASKS and below.prose and below.words >= _ANSWER_WORDS and not looks[block.index].repeated
    ]
    return frozenset(found) if len(found) >= _LEAST_QUESTIONS else frozenset()


def misreads(mark: Mark, match: Match | None, questions: frozenset[int]) -> bool:
    """Return whether a mark takes a question of an interview for a prompt, by some of its words.

    Args:
        mark: what a rule says.
        match: how the rule looks at a line; None for a rule in Python.
        questions: the blocks that are questions.
    """
    if mark.block not in questions or mark.end is not None or mark.layer is Layer.SITE:
        return False
    return match is not Match.WHOLE


def hold_back(marks: Sequence[Mark], looks: Sequence[Look]) -> dict[str, str]:
    """Return the rules that would take a large share of the running text, each with a warning that says so."""
    prose = sum(look.words for look in looks if look.prose)
    taken: dict[str, float] = {}
    shares: dict[str, float] = {}
    for mark in marks:
        index = mark.block
        if index is not None and mark.chrome is not None and mark.end is None and looks[index].prose:
            taken[mark.rule] = taken.get(mark.rule, 0.0) + looks[index].words
            shares[mark.rule] = _LONG_SHARE if (mark.chrome, mark.layer) in _LONG else _GREEDY_SHARE
    return {
        rule: f"Rule {rule} was held back: it would have removed {words:.0f} of {prose:.0f} words."
        for rule, words in sorted(taken.items())
        if words > max(_GREEDY_WORDS, shares[rule] * prose)
    }
