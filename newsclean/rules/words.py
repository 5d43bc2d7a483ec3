"""Words that are written small, in a document and in its language: they tell where a sentence begins."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from newsclean.rules.common_words import common_words

_LOWER = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?![^\W\d_])")
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
# The shortest opener that may go on.
_STEM = 4
# The words of so many texts are kept, for several rules ask for those of one document: of texts no longer than this, in
# characters.
_KEPT = 500
_LONGEST_KEPT = 4000


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are written small: those of one document, and the most frequent ones of its language."""

    lowered: frozenset[str]
    common: Mapping[str, int]  # rank by word, from 0 on
    nouns: bool  # the language writes every noun with a capital
    openers: frozenset[str] = frozenset()  # how its sentences begin, where it has no capitals

    def opens(self, text: str, after: str) -> bool:
        """Whether a word begins a sentence in a language without capitals, alone or with the word `after` it."""
        bare = text.strip(SIGNS)
        return (
            bare in self.openers
            or f"{bare} {after.strip(SIGNS)}" in self.openers
            or any(bare.startswith(opener) for opener in self.openers if len(opener) >= _STEM)
        )

    def goes_on(self, text: str) -> bool:
        """Whether a word is one of the few that no sentence ends with: an article, a preposition."""
        return self.common.get(text.strip(STRIP).lower(), _RARE) < _LINKS

    def is_frequent(self, text: str) -> bool:
        """Whether a word is one of the most frequent ones: such that names seldom go on with."""
        return self.common.get(text.strip(STRIP).lower(), _RARE) < _BEFORE_NAMES

    def begins(self, text: str, before: str, after: str, *, titled: bool = False) -> bool:
        """Whether a word with a capital begins a sentence, between the words `before` and `after`.

        In a headline that is `titled`, with a capital at every word, only a small word behind it tells. Else it does if
        it is a word that is written small elsewhere, or stands in front of one. What stands before it cannot be a word
        that goes on ("of Berlin"), and behind a name made of more words a small word goes on.
        """
        bare = text.rstrip(",").strip(STRIP)
        last, goes_on = before.strip(STRIP), after.strip(STRIP)[:1].islower()
        if not bare[:1].isupper() or bare[1:] != bare[1:].lower():
            return False
        if len(bare) == 1 and self.common.get(bare.lower(), _RARE) >= _BEFORE_NAMES:
            return False
        rank = self.common.get(last, _RARE)
        if self.nouns:
            return rank >= _LINKS and (bare.lower() in self.lowered or self.common.get(bare.lower(), _RARE) < _LINKS)
        if bare.lower() in self.lowered or bare.lower() in self.common:
            return rank >= _LINKS and (goes_on or not (titled or last[:1].isupper()))
        small = last.islower() or last[-1:] == "%"
        return bool(self.common) and goes_on and small and rank >= _BEFORE_NAMES


def words_of(texts: Iterable[str], pack: str) -> Words:
    """Return the words that stand in a document's texts without a capital, and the frequent ones of its language."""
    found = (_kept_lowered(text) if len(text) <= _LONGEST_KEPT else _lowered(text) for text in texts)
    lowered: frozenset[str] = frozenset().union(*found)
    return Words(lowered, common_words(pack), pack in _WITH_NOUNS, _openers().get(pack, frozenset()))


def _lowered(text: str) -> frozenset[str]:
    return frozenset(filter(str.islower, _LOWER.findall(text)))


_kept_lowered = lru_cache(_KEPT)(_lowered)


@cache
def _openers() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(Path(__file__).with_name("openers.toml").read_text("utf-8"))
    return {pack: frozenset(words) for pack, words in table.items()}
