"""The keys of phrases and patterns: the folded texts without which they cannot hit a line."""

from __future__ import annotations

from dataclasses import replace

from newsclean.rules.alphabet import matches_ascii
from newsclean.rules.fold import fold_phrase, letters
from newsclean.rules.heads import heads_of
from newsclean.rules.literals import more_literals, required_literals, shortest
from newsclean.rules.rule import Match, Rule


def phrase_key(match: Match, phrase: str) -> str:
    """Return the folded phrase; for whole lines without the signs around it, since those are not compared."""
    folded = fold_phrase(phrase)
    if match is not Match.WHOLE:
        return folded
    first, last = letters(folded)
    return folded[first : last + 1] or folded


def with_keys(rule: Rule) -> Rule:
    """Return a rule with the keys of its phrases, or of its patterns."""
    if rule.match is Match.PATTERN:
        # One pattern after the other: what is parsed of it is kept for a short while.
        told = [
            (required_literals(p), heads_of(p), more_literals(p), matches_ascii(p), shortest(p)) for p in rule.phrases
        ]
        needs, heads, also, plain, least = zip(*told, strict=True) if told else ((),) * 5
        return replace(rule, needs=needs, heads=heads, also=also, plain=plain, least=least)
    return replace(rule, keys=tuple(phrase_key(rule.match, phrase) for phrase in rule.phrases))
