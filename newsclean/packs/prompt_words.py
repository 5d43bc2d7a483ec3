"""The words of prompts, compiled a language: what they call for, what they are about, and how they end."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from newsclean.document import Block
from newsclean.mark import Chrome
from newsclean.rules.automaton import Automaton
from newsclean.rules.fold import QUOTE, fold, fold_together

# A prompt is no longer than this, in characters.
LONGEST = 140
# Inside a paragraph an offer or an appeal may be what the story tells of.
GLUED = frozenset({Chrome.NEWSLETTER, Chrome.APP_DOWNLOAD, Chrome.FOLLOW})
# Scripts that put no spaces between words.
UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")

CALLS = "calls"
OFFERS = "offers"
_ANY = "any"
_NO_TOPICS = frozenset({"calls", "ends", "currencies", "periods", "offers"})
# What a label may name without a call: "Our health newsletter".
_NAMED = frozenset({Chrome.NEWSLETTER, Chrome.APP_DOWNLOAD})
NAMES = _NAMED | {OFFERS}
# The price of an offer and its time stand near each other, in characters.
_NEAR = 50
# A sentence, or what follows a label, a dash or an arrow, may begin with the call.
_BEGINNING = r"(?:^|[.!?:。！？।|»>→–-])[\W\d]{0,6}"
# The name of a newsletter or a channel, in quotation marks; what a line begins with is said by somebody.
_NAME = re.compile(f"(?<=[^{QUOTE}] ){QUOTE}[^{QUOTE}]{{1,40}}{QUOTE}")
_WORD_END = re.compile(r"[^\W_]*\s+")
# Two verbs so near to each other, in characters, end one prompt ("register here").
_TOGETHER = 4
_OPENS = "\"'“„«‘-–—"


class Stems:
    """Stems of several kinds, found in all blocks of a document at once; a pattern tells where they stand right.

    Args:
        kinds: the stems of each kind.
    """

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        self._kinds: dict[str, set[str]] = {}
        for kind, stems in kinds.items():
            for stem in stems:
                self._kinds.setdefault(fold(stem).strip(), set()).add(kind)
        self._automaton = Automaton(self._kinds)

    def kinds_in(self, blocks: Sequence[Block]) -> tuple[list[str], list[set[str]]]:
        """Return the text of each block folded, and the kinds of which a stem stands in it."""
        text, starts = fold_together([block.text for block in blocks])
        kinds: list[set[str]] = [set() for _ in blocks]
        for stem, start, _ in self._automaton.find(text):
            kinds[bisect_right(starts, start) - 1] |= self._kinds[stem]
        return [text[start : end - 1] for start, end in pairwise(starts)], kinds


@dataclass(frozen=True, slots=True)
class PromptWords:
    """The words of one language, compiled."""

    pack: str
    begins: re.Pattern[str]
    ends: re.Pattern[str] | None
    calls: re.Pattern[str]
    topics: Mapping[Chrome, re.Pattern[str]]
    offers: re.Pattern[str]
    stems: Stems

    def count(self, text: str, kinds: Set[str]) -> Counter[Chrome]:
        """How often a folded text, with stems of these kinds in it, comes to each topic."""
        topics = [topic for topic in self.topics if topic in kinds]
        return Counter(topic for topic in topics for _ in self.topics[topic].finditer(text))

    def label(self, text: str, counts: Mapping[Chrome, int], story: str) -> Chrome | None:
        """What a folded text that calls for nothing names, if the story does not speak of it."""
        text = _NAME.sub("", text)
        if QUOTE in text:
            return None
        named = (t for t in self.topics if t in _NAMED)
        found = next((t for t in named if not counts.get(t) and self.topics[t].search(text)), None)
        if found is None and (offer := self.offers.search(text)) and offer[0] not in story:
            return Chrome.PROMOTION
        return found

    def goes_on(self, text: str, start: int, end: int) -> bool:
        """Whether a folded text still speaks, in start..end, of what prompts are about."""
        topics = (self.topics[topic] for topic in GLUED & self.topics.keys())
        return any(topic.search(text, start, end) for topic in topics)

    def end(self, text: str, folded: str, start: int, end: int) -> int | None:
        """Where, in start..end, a prompt without a stop ends: behind a verb that comes last, or before a capital.

        The verb stands behind a word of a topic; the capital stands right behind such a word.
        """
        for topic in GLUED & self.topics.keys():
            for found in self.topics[topic].finditer(folded, start, min(end, start + LONGEST)):
                if verb := self._last_verb(folded, found.end(), end):
                    return verb
                after = _WORD_END.match(text, found.end())
                if after and text[after.end() :].lstrip(_OPENS)[:1].isupper():
                    return after.end()
        return None

    def _last_verb(self, folded: str, start: int, end: int) -> int | None:
        last: int | None = None
        for verb in self.ends.finditer(folded, start, end) if self.ends else ():
            if last is not None and verb.start() - last > _TOGETHER:
                break
            rest = _WORD_END.match(folded, verb.end(), end)
            last = verb.end() if rest is None else rest.end()
        return last

    def topic(self, text: str, counts: Mapping[Chrome, int]) -> Chrome | None:
        """What a folded text calls for, if the story, in which each topic comes so often, does not speak of it."""
        text = _NAME.sub("", text)
        if QUOTE in text or not self.calls.search(text):
            return None
        return next((t for t, pattern in self.topics.items() if not counts.get(t) and pattern.search(text)), None)

    def without(self, counts: Mapping[Chrome, int], text: str) -> Mapping[Chrome, int]:
        """How often each topic comes in the story but for some of its text."""
        own = self.count(text, counts.keys())
        return {topic: count - own[topic] for topic, count in counts.items()}


def _either(stems: Iterable[str]) -> str:
    """A pattern for any of some stems; one with a space behind it must end a word."""
    folded = sorted({fold(stem) for stem in stems}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(s.strip()) + (r"(?![^\W_])" if s.endswith(" ") else "") for s in folded) + ")"


def _at_word(stems: Iterable[str]) -> str:
    """A pattern for stems at the beginning of a word; in scripts without spaces a word begins anywhere."""
    spaced: list[str] = []
    unspaced: list[str] = []
    for stem in stems:
        (unspaced if UNSPACED.match(stem) else spaced).append(stem)
    parts = [rf"(?<![^\W_\u0e00-\ud7ff]){_either(spaced)}"] if spaced else []
    parts += [_either(unspaced)] if unspaced else []
    return "|".join(parts) or r"(?!)"


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("prompts.toml").read_text("utf-8"))


@cache
def currencies() -> Stems:
    """The names and signs of currencies."""
    return Stems({"currencies": _tables()[_ANY]["currencies"]})


@cache
def offer_pattern() -> re.Pattern[str]:
    """A price with a time, in either order: "3 months for $1", "1 € im Monat"."""
    currencies, periods = _either(_tables()[_ANY]["currencies"]), f"(?:{_at_word(_tables()[_ANY]['periods'])})"
    price = rf"(?:{currencies}\s?\d|\d\s?{currencies})"
    return re.compile(rf"{price}.{{0,{_NEAR}}}{periods}|{periods}.{{0,{_NEAR}}}{price}")


@cache
def prompt_words(language: str) -> PromptWords | None:
    """The words for a language, with those that all languages use; None where there are none."""
    tables = _tables()
    if language not in tables or language == _ANY:
        return None
    both = (tables[_ANY], tables[language])
    topics = {Chrome(name) for table in both for name in table if name not in _NO_TOPICS}
    stems: dict[str, list[str]] = {
        topic: [stem for table in both for stem in table.get(topic, ())] for topic in sorted(topics)
    }
    calls = [stem for table in both for stem in table["calls"]]
    begin = _BEGINNING + _either(calls)
    own = tables[language]
    end = _at_word(own.get("ends", ()))
    return PromptWords(
        language,
        re.compile(begin),
        re.compile(end) if "ends" in own else None,
        re.compile(f"{begin}|{end}"),
        {topic: re.compile(_at_word(stems[topic])) for topic in sorted(topics)},
        re.compile(_at_word(own.get(OFFERS, ()))),
        Stems({**stems, CALLS: [*calls, *own.get("ends", ())], OFFERS: own.get(OFFERS, ())}),
    )
