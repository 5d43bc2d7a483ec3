"""Words that are written small, in a document and in its language: they help to tell where a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsclean.kept import kept_for_short
from newsclean.rules.common_words import common_words

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


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are written small: those of one document, and the most frequent ones of its language."""

    lowered: frozenset[str]
    common: Mapping[str, int]  # rank by word, from 0 on
    nouns: bool  # the language writes every noun with a capital

    def goes_on(self, text: str) -> bool:
        """Whether a word is one of the few that no sentence ends with: an article, a preposition."""
        return self.common.get(text.strip(STRIP).lower(), _RARE) < _LINKS

    def is_frequent(self, text: str) -> bool:
        """Whether a word is one of the most frequent ones: such that names seldom go on with."""
        return self.common.get(text.strip(STRIP).lower(), _RARE) < _BEFORE_NAMES


def words_of(texts: Iterable[str], pack: str) -> Words:
    """Return the words that stand in a document's texts without a capital, and the frequent ones of its language."""
    lowered: frozenset[str] = frozenset().union(*map(_lowered, texts))
    return Words(lowered, common_words(pack), pack in _WITH_NOUNS)


@kept_for_short(_LONGEST_KEPT, most=_KEPT)
def _lowered(text: str) -> frozenset[str]:
    return frozenset(filter(str.islower, _WORD.findall(text)))
