"""Lines among the paragraphs that are worded as the prompts of sites are, though no phrase is known of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import inf, log
from typing import NamedTuple

from newsclean.document import Block, BlockKind, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.packs.prompts import SENTENCE_END, STORY, is_long, may_end
from newsclean.packs.wording_odds import KINDS, LISTS, PROMPTS, Wording, codes, stems, wording
from newsclean.rules.fold import QUOTE, fold, has_case, quotes_in
from newsclean.rules.languages import pack_of
from newsclean.rules.line_ends import line_ends
from newsclean.rules.ruleset import Place, RuleSet
from newsclean.rules.standing import AFTER_COLON
from newsclean.rules.words import Words, words_of

worded = RuleSet("any.wording", layer=Layer.ANY)

# Log-odds above which a line below the first paragraph is told for a prompt by its wording alone, by its words:
# the shortest lines are the likeliest to be subheads. Measured by benchmarks/wording.py.
_BARS = ((7, 1.5), (4, 2.0), (0, 2.5))
# And of a line that other signs tell more of: on a page, whose markup names what a prompt stands in; a heading, since
# more of them are subheads; an item of a list; and so many blocks below the heading of a list of other stories, whose
# headlines may begin as prompts do.
_CAREFUL_BARS = ((7, 2.0), (0, 2.7))
_CAREFUL_KINDS = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_LIST_REACH = 8
# And above the first paragraph, where bylines and headlines stand.
_HEAD_BAR = 3.7
#: Log-odds above which a line is the heading of a list.
HEADING_BAR = 1.0
# One that is as long as a short paragraph, in words, is a prompt above another bar.
_PARAGRAPH_WORDS, _PARAGRAPH_BAR = 34, 3.5
# A heading of a list has no more characters and words, and nothing behind its colon.
_LONGEST_HEADING = 50
_HEADING_WORDS = 6
# A prompt is no longer than this, in characters (or than the other, if it is a paragraph), and stands no farther above
# the story and behind it, in blocks.
_LONGEST = 140
_LONGEST_PARAGRAPH = 240
_ABOVE, _BEHIND = 12, 12
# Inside a paragraph what is called for again and again is told by its words; other prompts only where they are a
# sentence of their own.
_GLUED = frozenset({Chrome.APP_DOWNLOAD, Chrome.FOLLOW, Chrome.NEWSLETTER})
# The first words of a sentence tell, by these log-odds, whether it is worth a closer look; so many words make a prompt.
_OPENING = re.compile(r"(?:\S+\s+){7}\S+")
# Twice as many do, if the first ones speak hardly against it: in many languages verbs come last, and the call with
# them, above all in those whose scripts have no capitals.
_LATE_CALL, _LATER_CALL = -2.5, -4.5
_LONG_OPENING = re.compile(r"(?:\S+\s+){15}\S+")
# Thai has no full stop, and a space where a sentence ends.
_THAI = re.compile("[\u0e00-\u0e7f]")
_THAI_SPACE = re.compile("(?<=[\u0e00-\u0e7f0-9])\\s+(?=[\u0e00-\u0e7f])")
_WORTH = -1.0
# A paragraph with more such sentences is made of them.
_MOST_CLOSELY = 5
# And so is a document with more of them. Of one with longer paragraphs, in characters, the first are read.
_MOST_IN_ALL = 200
_MOST_READ = 500_000
# How likely the places must be at which another sentence runs into it, at which it ends, and at which it may.
_CERTAIN, _SURE, _LIKELY = 0.8, 0.6, 0.1
# How likely a prompt ends where its sentence does, at least.
_WHOLE = 0.5
# Log-odds above which it is cut out, where another sentence runs into it, where it may be one itself, where the place
# at which it ends is told by these odds alone, and where it is of another kind; how much more a longer one must have;
# and what some first words must have for a closer look.
_RUN_BAR = 3.2
_GLUED_BAR = 3.0
_LIKELY_BAR = 6.5
_OTHER_BAR = 4.0
_NEAR = 0.5
_CLOSER_BAR = 2.0
_LEAST_WORDS = 3
# A sentence in front of a prompt that goes with it is no longer than this, in characters.
_LEAD_IN = 70
_WORD = re.compile(r"\S+")


_PLEA = (
    "Support us with a gift today: as a member you read all our stories without advertising, get our weekly letter in "
    "your inbox and help us keep it free for all."
)
_LETTER = (
    "The islanders are a small team and their boats are free for everybody. Those who like it become members of the "
    "club, and find a letter in their inbox every spring."
)


class _Stop(NamedTuple):
    """Where a prompt inside a paragraph may end."""

    place: int
    share: float  # how likely another line ends there
    bars: tuple[tuple[float, Collection[Chrome]], ...]  # log-odds above which it is a prompt of one of some kinds


def line_bar(words: int, *, is_careful: bool = False) -> float:
    """Return the log-odds above which a line of so many words between paragraphs is told for a prompt.

    Args:
        words: how many it has.
        is_careful: whether its place or its form speak for the story, or other signs tell more of it.
    """
    return next(bar for least, bar in (_CAREFUL_BARS if is_careful else _BARS) if words >= least)


@worded.document_rule(
    "prompt",
    chrome=Chrome.PROMOTION,
    marks=[
        f"{STORY}\n\nPlease put my name on your list\n\n{STORY} It rains.",
        f"{STORY}\n\n{_PLEA}\n\n{STORY} It rains.",
    ],
    keeps=[
        f"{STORY}\n\nA crack in the shaft\n\n{STORY} It rains.",
        f"{STORY}\n\n{_LETTER}\n\n{STORY} It rains.",
        "Please put my name on your list",
    ],
)
def prompt(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """A short line among the paragraphs has the words of a prompt, and few of the story's."""
    paragraphs, lines = _untold(document, marks)
    counts = cache(lambda: _stem_counts(document.blocks[index] for index in paragraphs))
    again = cache(lambda: _said_again(counts()))
    heads = [mark.block for mark in marks if mark.chrome in LISTS and mark.block is not None and mark.end is None]
    listed = {index for head in heads for index in range(head + 1, head + 1 + _LIST_REACH)}
    model = wording()
    for block in lines:
        is_below = block.index > paragraphs[0]
        is_careful = document.form == "html" or block.index in listed or block.kind in _CAREFUL_KINDS
        bar = line_bar(block.words, is_careful=is_careful) if is_below else _HEAD_BAR
        if len(block.text) <= _LONGEST and model.odds(block.text, lambda: counts().keys()) > bar:
            kind = model.kind(block.text, KINDS)
            # Subheads are likest to the headlines of other stories.
            if kind not in LISTS:
                yield block.index, kind
    for index in paragraphs[1:]:
        text = document.blocks[index].text
        is_short = document.blocks[index].words <= _PARAGRAPH_WORDS and len(text) <= _LONGEST_PARAGRAPH
        if not is_short or _is_said(text) or model.odds(text) <= _PARAGRAPH_BAR:
            continue
        if model.odds(text, again) > _PARAGRAPH_BAR:
            yield index, model.kind(text, PROMPTS)


@worded.document_rule(
    "heading",
    chrome=Chrome.RELATED,
    opens_section=True,
    marks=[f"{STORY}\n\nWhat others read today\nHarbour tolls to rise\n\n{STORY} It rains."],
    keeps=[f"{STORY}\n\nA crack in the shaft\n\n{STORY} It rains.", "What others read today"],
)
def heading(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """A few words among the paragraphs are those that lists of other stories stand under."""
    paragraphs, lines = _untold(document, marks)
    model = wording()
    for block in lines:
        if block.index > paragraphs[0] and _is_label(block) and model.heading.odds(codes(block.text)) > HEADING_BAR:
            yield block.index, model.kind(block.text, LISTS)


def _is_label(block: Block) -> bool:
    is_short = len(block.text) <= _LONGEST_HEADING and block.words <= _HEADING_WORDS
    return is_short and not AFTER_COLON.search(block.text)


def _untold(document: Document, marks: Sequence[Mark]) -> tuple[list[int], list[Block]]:
    """The indexes of the blocks that can be the story's paragraphs, and the short ones among them and near them.

    Of neither has another rule told what they are.
    """
    told = {mark.block for mark in marks if mark.end is None}
    paragraphs = [block.index for block in document.blocks if block.index not in told and is_long(block)]
    if not paragraphs:
        return [], []
    near = document.blocks[max(0, paragraphs[0] - _ABOVE) : paragraphs[-1] + 1 + _BEHIND]
    return paragraphs, [block for block in near if block.index not in told and _may_be_chrome(block)]


def _may_be_chrome(block: Block) -> bool:
    return not is_long(block) and not _is_said(block.text) and block.kind is not BlockKind.PREFORMATTED


def _is_said(text: str) -> bool:
    return fold(text[:1]) == QUOTE == fold(text[-1:])


@worded.document_rule(
    "glued",
    chrome=Chrome.PROMOTION,
    marks=[f"{STORY} Get all our stories by e-mail every morning The boat is late.\n\n{STORY} It rains."],
    keeps=[
        f"{STORY} He gets his mail every morning by boat.\n\n{STORY} It rains.",
        f"{STORY} “Get all our stories by e-mail,” says Anna.\n\n{STORY} It rains.",
    ],
)
def glued(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """Between two sentences of a paragraph stands one with the words of a prompt, and few of the story's."""
    # On a page a prompt has an element of its own.
    if document.form == "html":
        return
    cuts: dict[int | None, list[tuple[int, int]]] = {}
    for mark in marks:
        if mark.end is not None:
            cuts.setdefault(mark.block, []).append((mark.start, mark.end))
    long = [block for block in document.blocks if is_long(block)]
    # Gathered only where a paragraph holds what is worded as a prompt.
    known = cache(lambda: words_of((block.text for block in document.blocks), pack_of(document.language)))
    again = cache(lambda: _said_again(_stem_counts(long)))
    close_looks = iter(range(_MOST_IN_ALL))
    found = cache(lambda text, told: tuple(_found(text, told, known, again, close_looks)))
    read = 0
    for block in long:
        read += len(block.text)
        if read > _MOST_READ:
            return
        for kind, start, end in found(block.text, tuple(cuts.get(block.index, ()))):
            yield block.index, kind, start, end


def _found(
    text: str,
    told: Sequence[tuple[int, int]],
    known: Callable[[], Words],
    again: Callable[[], set[str]],
    close_looks: Iterator[int],
) -> Iterator[tuple[Chrome, int, int]]:
    """Yield the prompts among the sentences of a paragraph, as (kind, start, end); none in what is cut out already."""
    model = wording()
    last = looked_at = 0
    for start, end in _sentences(text):
        before, last = last, start
        if looked_at == _MOST_CLOSELY:
            break
        if any(at < end and start < to for at, to in told) or not _is_worth(model, text, start, end):
            continue
        if next(close_looks, None) is None:
            break
        looked_at += 1
        if _may_hold_one(model, text, start, end):
            found = _best(model, text, _places(text, start, end, known()), start, again)
            if found is not None:
                # "Get the day's news by e-mail. Sign up here"
                leads = before and start - before <= _LEAD_IN and model.odds(text[before:start]) > 0
                yield found[0], before if leads else start, found[1]


def _stem_counts(paragraphs: Iterable[Block]) -> Counter[str]:
    """How many paragraphs say each stem."""
    return Counter(stem for block in paragraphs for stem in stems(block.text))


def _said_again(counts: Mapping[str, int]) -> set[str]:
    """The stems that two paragraphs or more say."""
    return {stem for stem, count in counts.items() if count > 1}


def _best(
    model: Wording, text: str, places: Sequence[_Stop], start: int, said: Callable[[], set[str]]
) -> tuple[Chrome, int] | None:
    """The kind of the prompt that begins at `start`, and where it ends; None if it is none at any of the places."""
    odds = [model.odds(text[start : stop.place], said) for stop in places]
    scores = [value + log(stop.share) for value, stop in zip(odds, places, strict=True)]
    while scores and (most := max(scores)) > -inf:
        # What stands behind a prompt may have words that are found in prompts, too.
        best = next(i for i, score in enumerate(scores) if score >= most - _NEAR)
        kind = model.kind(text[start : places[best].place], PROMPTS)
        if any(odds[best] > bar and kind in kinds for bar, kinds in places[best].bars):
            return kind, places[best].place
        scores[best] = -inf
    return None


def _may_hold_one(model: Wording, text: str, start: int, end: int) -> bool:
    """Whether some first words of a sentence, or all of it, are worded as a prompt."""
    words = [*_WORD.finditer(text, start, min(end, start + _LONGEST))]
    return any(
        model.odds(text[start : word.end()]) > _CLOSER_BAR for word in (*words[_LEAST_WORDS - 1 :: 2], *words[-1:])
    )


def _is_worth(model: Wording, text: str, start: int, end: int) -> bool:
    """Whether the first words of a sentence are such that a prompt may begin with."""
    found = _OPENING.match(text, start, end)
    opening = text[start:end] if found is None else found[0]
    odds = model.prompt.odds(codes(opening))
    if odds >= _WORTH or found is None or odds < (_LATE_CALL if has_case(opening) else _LATER_CALL):
        return odds >= _WORTH
    longer = _LONG_OPENING.match(text, start, end)
    return model.prompt.odds(codes(text[start:end] if longer is None else longer[0])) >= _WORTH


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a paragraph behind its first one begin and end, but for those in quotation marks."""
    folded = fold(text)
    start = quotes = 0
    ends = [stop.end() for stop in SENTENCE_END.finditer(folded)]
    if not text.isascii() and _THAI_SPACE.search(text):
        ends = sorted({*ends, *(space.end() for space in _THAI_SPACE.finditer(text))})
    for end in (*ends, len(text)):
        if start and text[start : start + 1].isalpha() and quotes % 2 == 0:
            yield start, end
        quotes += quotes_in(folded, start, end)
        start = end


def _places(text: str, start: int, end: int, known: Words) -> list[_Stop]:
    """Return where a prompt that begins at `start` may end, in order.

    Where a sentence runs into it, it is no sentence of the story's, whatever it calls for.
    """
    found = line_ends(text, start, known, labelled=False)
    if _THAI.match(text, start):
        # What begins behind any space is seldom a sentence.
        return [_Stop(at, share, ((_RUN_BAR, _GLUED),)) for at, share in found if share >= _SURE and at < len(text)]
    places = {at: share for at, share in found if share >= _LIKELY and may_end(text[start:at], known)}
    if end <= start + _LONGEST:
        places[end] = max(places.get(end, 0.0), _WHOLE)
    # Where every noun has a capital, one tells less.
    sure = _CERTAIN if known.nouns else _SURE
    stops = []
    for at, share in sorted(places.items()):
        bars: list[tuple[float, Collection[Chrome]]] = []
        if share >= _CERTAIN and not SENTENCE_END.search(text[start:at]):
            bars.append((_RUN_BAR, PROMPTS))
        if (share >= sure and at < end) or at == end:
            bars.append((_GLUED_BAR, _GLUED))
        if at == end:
            bars.append((_OTHER_BAR, PROMPTS))
        elif at < end:
            bars.append((_LIKELY_BAR, _GLUED))
        stops.append(_Stop(at, share, tuple(bars)))
    return stops
