"""What is known of words from a document and from its language: it helps to tell where a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsclean.kept import kept_for_short
from newsclean.rules.common_words import common_words
from newsclean.rules.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
# Languages that write every noun with a capital.
_WITH_NOUNS = frozenset({"de"})
# Articles and the commonest prepositions are among so many of the most frequent words; what often stands before a name
# is among more of them.
_LINKS = 40
_BEFORE_NAMES = 100
_RARE = 1000
#: What stands around a word, and what else may stand behind it.
STRIP = "\"'“”„«»‘’()[]¿¡"
SIGNS = STRIP + ".,:;!?،؛؟…"
# Several rules ask for the words of one document: those of so many texts are kept, none longer than this, in
# characters.
_KEPT = 500
_LONGEST_KEPT = 4000
# Fewer texts do not come back to anything.
_FEW_TEXTS = 4
# Words that begin alike are forms of one, in letters; Korean writes syllables.
_STEM, _SYLLABLES = 5, 2


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are written small, those that a document has come back to, and the frequent ones of its language."""

    lowered: frozenset[str]
    common: Mapping[str, int]  # rank by word, from 0 on
    nouns: bool  # the language writes every noun with a capital
    # Returns the stems that stand in several of the document's texts; None if not known.
    recurring: Callable[[], frozenset[str] | None]

    def goes_on(self, text: str) -> bool:
        """Whether a word is one of the few that no sentence ends with: an article, a preposition."""
        return self.common.get(text.strip(STRIP).lower(), _RARE) < _LINKS

    def is_frequent(self, text: str) -> bool:
        """Whether a word is one of the most frequent ones: such that names seldom go on with."""
        return self.common.get(text.strip(STRIP).lower(), _RARE) < _BEFORE_NAMES


def words_of(texts: Iterable[str], pack: str) -> Words:
    """Return the words of a document's texts, without a capital and in several of them, and those of its language."""
    read = tuple(texts)
    lowered: frozenset[str] = frozenset().union(*map(_lowered, read))
    # Few who ask for the words ask for these.
    return Words(lowered, common_words(pack), pack in _WITH_NOUNS, cache(lambda: _recurring(read)))


def _recurring(texts: Sequence[str]) -> frozenset[str] | None:
    once: set[str] = set()
    again: set[str] = set()
    for own in map(_stems, texts):
        again |= own & once
        once |= own
    return frozenset(again) if len(texts) >= _FEW_TEXTS else None


def stem(word: str) -> str:
    """Return what a word begins with, and its other forms, too, as a rule; to be given folded."""
    return word[:_SYLLABLES] if "가" <= word[:1] <= "힣" else word[:_STEM]


@kept_for_short(_LONGEST_KEPT, most=_KEPT)
def _stems(text: str) -> frozenset[str]:
    return frozenset([stem(word.strip(SIGNS)) for word in fold(text).split()])


@kept_for_short(_LONGEST_KEPT, most=_KEPT)
def _lowered(text: str) -> frozenset[str]:
    return frozenset(filter(str.islower, _WORD.findall(text)))
