"""Prompts between the paragraphs, in any language: "Get the day's news in your inbox. Sign up for our newsletter"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from newsclean.document import Block, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.packs.prompt_words import (
    CALLS,
    GLUED,
    LONGEST,
    NAMES,
    UNSPACED,
    PromptWords,
    currencies,
    offer_pattern,
    prompt_words,
)
from newsclean.packs.wording_odds import codes, wording
from newsclean.rules.fold import quotes_in
from newsclean.rules.languages import pack_of
from newsclean.rules.line_ends import line_ends
from newsclean.rules.ruleset import Place, RuleSet
from newsclean.rules.words import Words, words_of

prompts = RuleSet("any.prompts", layer=Layer.ANY)

# A label without a call is a line of so few words that is no sentence: "Our health newsletter".
_LABEL_WORDS = range(2, 11)
# An offer is a short line, in words, and a page that names more prices compares them.
_OFFER_WORDS = 16
_MOST_OFFERS = 4
# A prompt is no longer than this, in words, or in characters where there are no spaces ...
_WORDS = range(2, 31)
_IDEOGRAPHS = 70
# A prompt without a stop runs into the sentence behind it, where no space and no capital parts them.
_GLUED_IDEOGRAPHS = 40
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
# ... and a paragraph no shorter than this.
_LONG = 18
_LONG_CHARACTERS = 60
# A prompt soon comes to what it is about, in characters.
_SOON = 60
# How likely its end must be, and behind which signs it does not end.
_LIKELY = 0.3
_GOES_ON = frozenset(",;:–—-")
# A sentence in front of a prompt that is removed with it is no longer than this, in characters.
_BEFORE = 70
# A call that says nothing by itself is no longer than this.
_LONGEST_CALL = 32
_EXCLAIMED = frozenset("!！")
# A paragraph with more calls is made of them.
_MOST_CALLS = 5
# And so is a document with more of them.
_MOST_IN_ALL = 200
# So many items with wide gaps between them are a row.
_BUTTONS = 3
_MENU = "any.structure.parted_row"
# How much likelier a line must be to call for sharing than for following, in logarithms.
_SHARE_LEAD = 0.5
# What stands behind a stop in an address is no sentence.
_DOMAINS = "com|net|org|info|id|vn|th|kr|jp|cn|tw|hk|ph|sg|bd|ir|ua|ru|rs|bg|gr|tr|pl|cz|sk|hu|dk|nl|uk|eu|br|mx"
SENTENCE_END = re.compile(
    rf"(?:(?!\.[a-z\d-]{{2,20}}(?:/|\.[a-z]{{2}})|\.(?:{_DOMAINS})\b)[.!?…。！？।؟۔])+[\"')»]*\s*", re.IGNORECASE
)

#: A paragraph for the examples of rules that look at what stands around it.
STORY = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, and about three "
    "thousand people who live on the islands will wait for a week, said the operator, for the boat that brings fuel."
)
_ABOUT = (
    "The newsletter of the ferry company reached four thousand people on Monday, and about three thousand of them, who "
    "live on the islands, wrote back within a week, said the operator, to ask for the boat that brings them their fuel."
)


@prompts.document_rule(
    "call",
    chrome=Chrome.NEWSLETTER,
    marks=[
        f"{STORY}\n\nGet the day's news in your inbox. Sign up for our newsletter\n\n{STORY} It rains.",
        f"{STORY} Get the day's news by email. Sign up for our newsletter. It rains.",
    ],
    keeps=[
        f"{STORY}\n\nThe operator will write to them in its newsletter.\n\n{STORY} It rains.",
        f"{_ABOUT}\n\nSign up for our newsletter\n\n{_ABOUT} It rains.",
        f"{STORY}\n\n“Sign up for our newsletter”\n\n{STORY} It rains.",
        f"{STORY}\n\nJoined by four others in the debate\n\n{STORY} It rains.",
        "Sign up for our newsletter",
    ],
)
def calls(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """A short line that calls on the reader to do what the story does not speak of: to subscribe, to join, to give."""
    words = prompt_words(pack_of(document.language))
    story = [block.index for block in document.blocks if is_long(block)]
    if words is None or not story:
        return
    texts, kinds = words.stems.kinds_in(document.blocks)
    counts: Counter[Chrome] = Counter()
    for index in story:
        counts.update(words.count(texts[index], kinds[index]))
    whole = "\n".join([texts[index] for index in story])
    # A menu may have an entry for offers, and one for the newsletter.
    menus = {mark.block for mark in marks if mark.rule == _MENU}
    for block, text, found in zip(document.blocks, texts, kinds, strict=True):
        if found and block.index not in menus and _may_be_a_prompt(block):
            is_paragraph = is_long(block)
            # A paragraph with a prompt glued into it does not begin as one.
            if is_paragraph and not (CALLS in found and _begins_as_prompt(block.text, text)):
                continue
            others = words.without(counts, text) if is_paragraph else counts
            topic = words.topic(text, others) if CALLS in found else None
            if topic is None and found & NAMES and _may_be_a_label(block):
                topic = words.label(text, others, whole)
            if topic:
                yield block.index, _in_a_row(block, topic)
    # Gathered only where a paragraph holds a call.
    known = cache(lambda: words_of((block.text for block in document.blocks), words.pack))
    close_looks = iter(range(_MOST_IN_ALL))
    glued = cache(lambda text, folded: tuple(_glued(text, folded, words, counts, known, close_looks)))
    for index in story:
        if CALLS in kinds[index]:
            for topic, start, end in glued(document.blocks[index].text, texts[index]):
                yield index, topic, start, end


@prompts.document_rule(
    "offer",
    chrome=Chrome.PROMOTION,
    marks=[f"{STORY}\n\nSummer sale: three months for $1\n\n{STORY} It rains."],
    keeps=[
        f"{STORY}\n\nThe ticket costs $1 a month for islanders.\n\n{STORY} It rains.",
        f"{STORY} A ticket is $4 a month.\n\nOnly $1 a month\n\n{STORY} It rains.",
        f"{STORY}\n\nCrew: $9 a trip\nFuel: $4 a month\nPaint: $2\nTea: $1\nRopes: $3\n\n{STORY} It rains.",
        "Summer sale: three months for $1",
    ],
)
def offers(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """A line that names a price for a time, on a page whose story names none, offers a subscription."""
    texts, kinds = currencies().kinds_in(document.blocks)
    offer = offer_pattern()
    priced = [block for block in document.blocks if kinds[block.index]]
    lines = [block.index for block in priced if _may_be_an_offer(block)]
    found = [index for index in lines if offer.search(texts[index])]
    long = [block.index for block in document.blocks if is_long(block)] if found else []
    # A page that names more prices compares them, or lists what things cost.
    if (
        long
        and len(lines) <= _MOST_OFFERS
        and not any(offer.search(texts[index]) for index in long if index not in found)
    ):
        yield from found


def _in_a_row(block: Block, topic: Chrome) -> Chrome:
    """What a line calls for that speaks of a topic, if it is no row of buttons of which one does."""
    if len(block.items) >= _BUTTONS:
        return wording().kind(block.text, (topic, Chrome.SHARE, Chrome.NAVIGATION))
    return _shared(block.text) if topic is Chrome.FOLLOW else topic


def _shared(text: str) -> Chrome:
    """What a line with the names of networks calls for, by its words: to follow there, or to share."""
    return wording().kind(text, (Chrome.FOLLOW, Chrome.SHARE), Chrome.FOLLOW, _SHARE_LEAD)


def _glued(
    text: str,
    folded: str,
    words: PromptWords,
    counts: Mapping[Chrome, int],
    known: Callable[[], Words],
    close_looks: Iterator[int],
) -> Iterator[tuple[Chrome, int, int]]:
    """Prompts among the sentences of a paragraph, each with the sentence before it if that calls too.

    A prompt without a stop ends where the next sentence begins, as far as its first word tells; behind a verb that
    comes last; or where a word with a capital stands behind what the prompt is about.
    """
    before: int | None = None
    start = quotes = calls = 0
    is_ideographic = _IDEOGRAPH.search(folded) is not None
    for end in (*(stop.end() for stop in SENTENCE_END.finditer(folded)), len(folded)):
        calling = bool(start and calls < _MOST_CALLS and quotes % 2 == 0)
        calling = calling and words.begins.match(folded[start:end]) is not None
        calling = calling and next(close_looks, None) is not None
        calls += calling
        begin = start if before is None else before
        stops = (
            (_end(text, folded, start, end, words, known()), words.end(text, folded, start, end), end)
            if calling and words.goes_on(folded, start, min(end, start + LONGEST))
            else ()
        )
        for stop in stops:
            if stop is None or stop - start > (_GLUED_IDEOGRAPHS if is_ideographic else LONGEST):
                continue
            topic = words.topic(folded[start:stop], words.without(counts, folded[begin:stop]))
            if topic in GLUED and words.topics[topic].search(folded, start, min(stop, start + _SOON)):
                yield topic, begin, stop
                break
        quotes += quotes_in(folded, start, end)
        leads = (calling and _is_short(folded[start:end])) or (quotes % 2 == 0 and _calls_out(text[start:end]))
        before = start if leads else None
        start = end


def _begins_as_prompt(text: str, folded: str) -> bool:
    """Whether the first sentence of a text has the words of a prompt."""
    stop = SENTENCE_END.search(folded)
    return wording().prompt.odds(codes(text[: stop.end() if stop else None])) > 0


def _end(text: str, folded: str, start: int, end: int, words: PromptWords, known: Words) -> int | None:
    """Where, in start..end, a prompt without a stop ends: where a sentence begins behind all that it speaks of."""
    last = min(end, start + LONGEST)
    ends = [
        (share, place)
        for place, share in line_ends(text, start, known, labelled=False, last=end)
        if may_end(text[start:place], known) and not words.goes_on(folded, place, last)
    ]
    share, place = max(ends, default=(0.0, 0))
    return place if share >= _LIKELY else None


def may_end(line: str, known: Words) -> bool:
    """Whether a line may end as it does: not behind a comma or the like, nor behind a word that goes on."""
    return line.rstrip()[-1] not in _GOES_ON and not known.goes_on(line.split()[-1])


def _is_short(sentence: str) -> bool:
    """Whether a sentence in front of a prompt is no longer than such are: "Get the day's news by email."."""
    return len(sentence) <= _BEFORE


def _calls_out(sentence: str) -> bool:
    """Whether a sentence is a call of a few words, worded as a prompt: "Don't miss a thing!"."""
    is_call = len(sentence) <= _LONGEST_CALL and sentence.rstrip()[-1:] in _EXCLAIMED
    return is_call and wording().prompt.odds(codes(sentence)) > 0


def is_long(block: Block) -> bool:
    """Whether a block is long enough to be a paragraph of a story."""
    return block.words >= _LONG or (len(block.text) >= _LONG_CHARACTERS and _is_unspaced(block))


def _may_be_a_label(block: Block) -> bool:
    return block.words in _LABEL_WORDS and block.text[-1] not in ".!?…。" and not _is_unspaced(block)


def _may_be_a_prompt(block: Block) -> bool:
    return _is_short_unspaced(block) if _is_unspaced(block) else block.words in _WORDS


def _may_be_an_offer(block: Block) -> bool:
    short = _is_short_unspaced(block) if _is_unspaced(block) else block.words <= _OFFER_WORDS
    return short and block.text[-1] not in ".。"


def _is_short_unspaced(block: Block) -> bool:
    """Whether a block in a script without spaces is no paragraph: one of ideographs and syllables says more in less."""
    return len(block.text) <= (_IDEOGRAPHS if _IDEOGRAPH.search(block.text) else LONGEST)


def _is_unspaced(block: Block) -> bool:
    """Whether a block is of a script that puts no spaces between words, as its beginning tells."""
    return UNSPACED.search(block.text[:40]) is not None
