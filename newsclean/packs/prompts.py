"""Prompts between the paragraphs, in any language: "Get the day's news in your inbox. Sign up for our newsletter"."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsclean.document import Block, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.rules.fold import QUOTE, fold
from newsclean.rules.glued import Words, end_of_headline, words_of
from newsclean.rules.languages import pack_of
from newsclean.rules.ruleset import Place, RuleSet

prompts = RuleSet("any.prompts", layer=Layer.ANY)

_ANY = "any"
_NO_TOPICS = frozenset({"calls", "ends", "currencies", "periods", "offers"})
# What a label may name without a call, in a line of so few words that is no sentence: "Our health newsletter".
_NAMED = frozenset({Chrome.NEWSLETTER, Chrome.APP_DOWNLOAD})
_LABEL_WORDS = range(2, 11)
# Inside a paragraph an offer or an appeal may be what the story tells of.
_GLUED = frozenset({Chrome.NEWSLETTER, Chrome.APP_DOWNLOAD, Chrome.FOLLOW})
# An offer is a short line, in words, and its price and its time stand near each other, in characters.
_OFFER_WORDS = 16
_NEAR = 50
_MOST_OFFERS = 4
# A prompt is no longer than this, in words, or in characters where there are no spaces ...
_WORDS = range(2, 31)
_CHARACTERS = 140
_IDEOGRAPHS = 70
# A prompt without a stop runs into the sentence behind it, where no space and no capital parts them.
_GLUED_IDEOGRAPHS = 40
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
# ... and a paragraph no shorter than this.
_LONG = 18
_LONG_CHARACTERS = 60
# A prompt soon comes to what it is about, in characters.
_SOON = 60
# A sentence in front of a prompt that is removed with it is no longer than this, in characters.
_BEFORE = 70
# A sentence, or what follows a label, a dash or an arrow, may begin with the call.
_BEGINNING = r"(?:^|[.!?:。！？।|»>→–-])[\W\d]{0,6}"
# The name of a newsletter or a channel, in quotation marks; what a line begins with is said by somebody.
_NAME = re.compile(f"(?<=[^{QUOTE}] ){QUOTE}[^{QUOTE}]{{1,40}}{QUOTE}")
_SENTENCE_END = re.compile(r"[.!?…。！？।]+[\"')»]*\s*")
_WORD_END = re.compile(r"[^\W_]*\s+")
# Two verbs so near to each other, in characters, end one prompt ("register here").
_TOGETHER = 4
_OPENS = "\"'“„«‘-–—"
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")

_STORY = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, and about three "
    "thousand people who live on the islands will wait for a week, said the operator, for the boat that brings fuel."
)
_ABOUT = (
    "The newsletter of the ferry company reached four thousand people on Monday, and about three thousand of them, who "
    "live on the islands, wrote back within a week, said the operator, to ask for the boat that brings them their fuel."
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language, compiled."""

    pack: str
    begins: re.Pattern[str]
    ends: re.Pattern[str] | None
    calls: re.Pattern[str]
    topics: Mapping[Chrome, re.Pattern[str]]
    offers: re.Pattern[str]

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
        topics = (self.topics[topic] for topic in _GLUED & self.topics.keys())
        return any(topic.search(text, start, end) for topic in topics)

    def end(self, text: str, folded: str, start: int, end: int) -> int | None:
        """Where, in start..end, a prompt without a stop ends: behind a verb that comes last, or before a capital.

        The verb stands behind a word of a topic; the capital stands right behind such a word.
        """
        for topic in _GLUED & self.topics.keys():
            for found in self.topics[topic].finditer(folded, start, min(end, start + _CHARACTERS)):
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
        own = Counter(topic for topic, at in self.topics.items() for _ in at.finditer(text))
        return {topic: count - own[topic] for topic, count in counts.items()}


class _Folded(NamedTuple):
    block: int
    text: str


def _either(stems: Iterable[str]) -> str:
    """A pattern for any of some stems; one with a space behind it must end a word."""
    folded = sorted({fold(stem) for stem in stems}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(s.strip()) + (r"(?![^\W_])" if s.endswith(" ") else "") for s in folded) + ")"


def _at_word(stems: Iterable[str]) -> str:
    """A pattern for stems at the beginning of a word; in scripts without spaces a word begins anywhere."""
    spaced: list[str] = []
    unspaced: list[str] = []
    for stem in stems:
        (unspaced if _UNSPACED.match(stem) else spaced).append(stem)
    parts = [rf"(?<![^\W_\u0e00-\ud7ff]){_either(spaced)}"] if spaced else []
    parts += [_either(unspaced)] if unspaced else []
    return "|".join(parts) or r"(?!)"


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("prompts.toml").read_text("utf-8"))


@cache
def _offer() -> re.Pattern[str]:
    """A price with a time, in either order: "3 months for $1", "1 € im Monat"."""
    currencies, periods = _either(_tables()[_ANY]["currencies"]), f"(?:{_at_word(_tables()[_ANY]['periods'])})"
    price = rf"(?:{currencies}\s?\d|\d\s?{currencies})"
    return re.compile(rf"{price}.{{0,{_NEAR}}}{periods}|{periods}.{{0,{_NEAR}}}{price}")


@cache
def _words(language: str) -> _Words | None:
    """The words for a language, with those that all languages use; None where there are none."""
    tables = _tables()
    if language not in tables or language == _ANY:
        return None
    both = (tables[_ANY], tables[language])
    topics = {Chrome(name) for table in both for name in table if name not in _NO_TOPICS}
    begin = _BEGINNING + _either([stem for table in both for stem in table["calls"]])
    end = _at_word(tables[language].get("ends", ()))
    return _Words(
        language,
        re.compile(begin),
        re.compile(end) if "ends" in tables[language] else None,
        re.compile(f"{begin}|{end}"),
        {
            topic: re.compile(_at_word([stem for table in both for stem in table.get(topic, ())]))
            for topic in sorted(topics)
        },
        re.compile(_at_word(tables[language].get("offers", ()))),
    )


@prompts.document_rule(
    "call",
    chrome=Chrome.NEWSLETTER,
    marks=[
        f"{_STORY}\n\nGet the day's news in your inbox. Sign up for our newsletter\n\n{_STORY} It rains.",
        f"{_STORY} Get the day's news by email. Sign up for our newsletter. It rains.",
    ],
    keeps=[
        f"{_STORY}\n\nThe operator will write to them in its newsletter.\n\n{_STORY} It rains.",
        f"{_ABOUT}\n\nSign up for our newsletter\n\n{_ABOUT} It rains.",
        f"{_STORY}\n\n“Sign up for our newsletter”\n\n{_STORY} It rains.",
        "Sign up for our newsletter",
    ],
)
def calls(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:  # noqa: ARG001
    """A short line that calls on the reader to do what the story does not speak of: to subscribe, to join, to give."""
    words = _words(pack_of(document.language))
    story = [_Folded(block.index, fold(block.text)) for block in document.blocks if _is_long(block)]
    if words is None or not story:
        return
    counts = Counter(topic for block in story for topic, at in words.topics.items() for _ in at.finditer(block.text))
    whole = "\n".join(block.text for block in story)
    for block in document.blocks:
        if _may_be_a_prompt(block):
            text = fold(block.text)
            others = words.without(counts, text) if _is_long(block) else counts
            topic = words.topic(text, others)
            if topic is None and _may_be_a_label(block):
                topic = words.label(text, others, whole)
            if topic:
                yield block.index, topic
    # Gathered only where a paragraph holds a call.
    known = cache(lambda: words_of((block.text for block in document.blocks), words.pack))
    for index, text in story:
        for topic, start, end in _glued(document.blocks[index].text, text, words, counts, known):
            yield index, topic, start, end


@prompts.document_rule(
    "offer",
    chrome=Chrome.PROMOTION,
    marks=[f"{_STORY}\n\nSummer sale: three months for $1\n\n{_STORY} It rains."],
    keeps=[
        f"{_STORY}\n\nThe ticket costs $1 a month for islanders.\n\n{_STORY} It rains.",
        f"{_STORY} A ticket is $4 a month.\n\nOnly $1 a month\n\n{_STORY} It rains.",
        "Summer sale: three months for $1",
    ],
)
def offers(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """A line that names a price for a time, on a page whose story names none, offers a subscription."""
    long = [block for block in document.blocks if _is_long(block)]
    offer = _offer()
    found = [
        block.index for block in document.blocks if long and _may_be_an_offer(block) and offer.search(fold(block.text))
    ]
    # A page that names more prices compares them.
    if 0 < len(found) <= _MOST_OFFERS and not any(
        offer.search(fold(block.text)) for block in long if block.index not in found
    ):
        yield from found


def _glued(
    text: str, folded: str, words: _Words, counts: Mapping[Chrome, int], known: Callable[[], Words]
) -> Iterator[tuple[Chrome, int, int]]:
    """Prompts among the sentences of a paragraph, each with the sentence before it if that calls too.

    A prompt without a stop ends where the next sentence begins, as far as its first word tells; behind a verb that
    comes last; or where a word with a capital stands behind what the prompt is about.
    """
    before: int | None = None
    start = quotes = 0
    is_ideographic = _IDEOGRAPH.search(folded) is not None
    for end in (*(stop.end() for stop in _SENTENCE_END.finditer(folded)), len(folded)):
        calling = bool(start and quotes % 2 == 0) and words.begins.match(folded[start:end]) is not None
        begin = start if before is None else before
        stops = (
            (_end(text, folded, start, end, words, known()), words.end(text, folded, start, end), end)
            if calling
            else ()
        )
        for stop in stops:
            if stop is None or stop - start > (_GLUED_IDEOGRAPHS if is_ideographic else _CHARACTERS):
                continue
            topic = words.topic(folded[start:stop], words.without(counts, folded[begin:stop]))
            if topic in _GLUED and words.topics[topic].search(folded, start, min(stop, start + _SOON)):
                yield topic, begin, stop
                break
        quotes += folded.count(QUOTE, start, end)
        before = start if calling and _is_short(folded[start:end]) else None
        start = end


def _end(text: str, folded: str, start: int, end: int, words: _Words, known: Words) -> int | None:
    """Where, in start..end, a prompt without a stop ends: where a sentence begins behind all that it speaks of."""
    stop = end_of_headline(text[:end], start, known)
    while stop is not None and stop < end and words.goes_on(folded, stop, min(end, start + _CHARACTERS)):
        stop = end_of_headline(text[:end], stop, known)
    return stop


def _is_short(sentence: str) -> bool:
    """Whether a sentence in front of a prompt is no longer than such are: "Get the day's news by email."."""
    return len(sentence) <= _BEFORE


def _is_long(block: Block) -> bool:
    return len(block.text) >= _LONG_CHARACTERS if _is_unspaced(block) else block.words >= _LONG


def _may_be_a_label(block: Block) -> bool:
    return block.words in _LABEL_WORDS and block.text[-1] not in ".!?…。" and not _is_unspaced(block)


def _may_be_a_prompt(block: Block) -> bool:
    return _is_short_unspaced(block) if _is_unspaced(block) else block.words in _WORDS


def _may_be_an_offer(block: Block) -> bool:
    short = _is_short_unspaced(block) if _is_unspaced(block) else block.words <= _OFFER_WORDS
    return short and block.text[-1] not in ".。"


def _is_short_unspaced(block: Block) -> bool:
    """Whether a block in a script without spaces is no paragraph: one of ideographs and syllables says more in less."""
    return len(block.text) <= (_IDEOGRAPHS if _IDEOGRAPH.search(block.text) else _CHARACTERS)


def _is_unspaced(block: Block) -> bool:
    """Whether a block is of a script that puts no spaces between words, as its beginning tells."""
    return _UNSPACED.search(block.text[:40]) is not None
