"""What a text that is looked for stands for on documents of one language and site."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.rules.common_words import common_words
from newsclean.rules.index import Index
from newsclean.rules.languages import pack_names, spoken_beside
from newsclean.rules.late import RuleTable


class Meaning(NamedTuple):
    """What a key leads to."""

    phrases: tuple[tuple[int, int], ...]  # (rule, phrase in the rule)
    patterns: tuple[int, ...]  # of the index


class Spoken:
    """The phrases and patterns that count on the documents of one language and of some sites; threads may share it.

    What a phrase says it says in any document. A pattern is wider, and takes lines of other languages for its own, so
    it is tried on those of its language, of its kin, and on all where the language is not known.

    Attributes:
        pack: the name of the language's pack; empty where it is not known.
        unkeyed: the patterns that are tried on every line that is not too long.
        longest: how long such a line may be, in words.
        met: what the keys met so far lead to; None for nothing. Most keys are never met.

    Args:
        index: of all rules.
        rules: all of them.
        pack: as above.
        sites: the sites whose rules count; None for all.
    """

    def __init__(self, index: Index, rules: RuleTable, pack: str, sites: frozenset[str] | None) -> None:
        self.pack = pack
        self._index = index
        self._rules = rules
        self._counts = [site is None or sites is None or site in sites for site in rules.sites]
        tried, packs = spoken_beside(pack), pack_names()
        known = zip(rules.ids, rules.sites, self._counts, strict=True)
        self._tried = [
            counts and (site is not None or (name := rule_id.partition(".")[0]) in tried or name not in packs)
            for rule_id, site, counts in known
        ]
        self.unkeyed = self._spoken(index.unkeyed)
        self.longest = max((index.patterns[which][0] for which in self.unkeyed), default=0)
        self.met: dict[str, Meaning | None] = {}
        self._headed: dict[str, tuple[int, ...]] = {}
        self._telling: dict[str, bool] = {}

    def meet(self, key: str) -> Meaning | None:
        """Return what a key of the index leads to; None where that is nothing here."""
        if key not in self.met:
            phrases, patterns = tuple(self._phrases(key)), self._spoken(self._index.keyed_by(key))
            self.met[key] = Meaning(phrases, patterns) if phrases or patterns else None
        return self.met[key]

    def is_telling(self, key: str) -> bool:
        """Return whether a key leads to a rule of the language's own pack, and says more than its frequent words do."""
        if key not in self._telling:
            phrases, patterns = self.meet(key) or Meaning((), ())
            numbers = (*(n for n, _ in phrases), *(self._index.patterns[which][1] for which in patterns))
            is_own = any(self._rules.ids[n].startswith(f"{self.pack}.") for n in numbers)
            self._telling[key] = is_own and not all(map(common_words(self.pack).__contains__, key.split()))
        return self._telling[key]

    def headed(self, beginning: str) -> tuple[int, ...]:
        """Return the patterns that are tried on lines with a beginning."""
        if beginning not in self._index.headed:
            return ()
        if beginning not in self._headed:
            self._headed[beginning] = self._spoken(self._index.headed_by(beginning))
        return self._headed[beginning]

    def _spoken(self, patterns: Sequence[int]) -> tuple[int, ...]:
        return tuple(which for which in patterns if self._tried[self._index.patterns[which][1]])

    def _phrases(self, key: str) -> list[tuple[int, int]]:
        index = self._index
        places = index.phrases(key)
        numbers = [bisect_right(index.starts, place) - 1 for place in places]
        return [(n, place - index.starts[n]) for n, place in zip(numbers, places, strict=True) if self._counts[n]]
