"""Sentences among a paragraph's that are worded as the prompts of sites are, though no phrase is known of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from math import inf, log
from typing import NamedTuple

from newsclean.document import Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.packs.prompts import SENTENCE_END, STORY, is_long, may_end
from newsclean.packs.wording import said_again, stem_counts
from newsclean.packs.wording_odds import PROMPTS, Wording, codes, wording
from newsclean.rules.fold import fold, has_case, quotes_in
from newsclean.rules.languages import pack_of
from newsclean.rules.line_ends import line_ends
from newsclean.rules.ruleset import Place, RuleSet
from newsclean.rules.words import Words, words_of

glued_wording = RuleSet("any.glued_wording", layer=Layer.ANY)

# A prompt is no longer than this, in characters.
_LONGEST = 140
# Inside a paragraph what is called for again and again is told by its words; other prompts only where they are a
# sentence of their own.
_GLUED = frozenset({Chrome.APP_DOWNLOAD, Chrome.FOLLOW, Chrome.NEWSLETTER})
# The first words of a sentence tell, by these log-odds, whether it is worth a closer look; so many words make a prompt.
_OPENING = re.compile(r"(?:\S+\s+){7}\S+")
# Twice as many do, if the first ones speak hardly against it: in many languages verbs come last, and the call with
# them, above all in those whose scripts have no capitals.
_LATE_CALL, _LATER_CALL = -2.5, -4.5
_LONG_OPENING = re.compile(r"(?:\S+\s+){15}\S+")
# So many signs of scripts that write no spaces are looked at first, and then; a prompt has so many, and is looked for
# behind every so many.
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_OPENING_SIGNS = (16, 32)
_LEAST_SIGNS, _SIGNS_APART = 10, 5
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
_LIKELY_BAR, _LIKELY_BAR_UNSPACED = 6.5, 5.0
_OTHER_BAR = 4.0
_NEAR = 0.5
_CLOSER_BAR = 2.0
_LEAST_WORDS = 3
_FEW_WORDS = 3
# A sentence in front of a prompt that goes with it is no longer than this, in characters.
_LEAD_IN = 70
_WORD = re.compile(r"\S+")


class _Stop(NamedTuple):
    """Where a prompt inside a paragraph may end."""

    place: int
    share: float  # how likely another line ends there
    bars: tuple[tuple[float, Collection[Chrome]], ...]  # log-odds above which it is a prompt of one of some kinds


@glued_wording.document_rule(
    "prompt",
    chrome=Chrome.PROMOTION,
    marks=[f"{STORY} Get all our stories by e-mail every morning The boat is late.\n\n{STORY} It rains."],
    keeps=[
        f"{STORY} He gets his mail every morning by boat.\n\n{STORY} It rains.",
        f"{STORY} “Get all our stories by e-mail,” says Anna.\n\n{STORY} It rains.",
    ],
)
def prompt(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
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
    again = cache(lambda: said_again(stem_counts(long)))
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
                # A Thai clause is no sentence.
                leads = leads and not _THAI.match(text, start)
                yield found[0], before if leads else start, found[1]


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
    last = min(end, start + _LONGEST)
    if _IDEOGRAPH.match(text, start):
        ends = [*range(start + _LEAST_SIGNS, last, _SIGNS_APART), last]
    else:
        words = [*_WORD.finditer(text, start, last)]
        ends = [word.end() for word in (*words[_LEAST_WORDS - 1 :: 2], *words[-1:])]
    return any(model.odds(text[start:at]) > _CLOSER_BAR for at in ends)


def _is_worth(model: Wording, text: str, start: int, end: int) -> bool:
    """Whether the first words of a sentence are such that a prompt may begin with."""
    if _IDEOGRAPH.match(text, start):
        openings = (text[start : min(end, start + signs)] for signs in _OPENING_SIGNS)
        return any(model.prompt.odds(codes(opening)) >= _WORTH for opening in openings)
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


def _few_words_before(text: str, end: int) -> int:
    """Where the last words of a text begin that are too few for a sentence; its end where no spaces part them."""
    words = text[max(0, end - _LONGEST) : end].rsplit(None, _FEW_WORDS)
    return end - len(text[max(0, end - _LONGEST) : end]) + len(words[0]) if len(words) > _FEW_WORDS else end


def _places(text: str, start: int, end: int, known: Words) -> list[_Stop]:
    """Return where a prompt that begins at `start` may end, in order.

    Where a sentence runs into it, it is no sentence of the story's, whatever it calls for.
    """
    found = line_ends(text, start, known, labelled=False)
    if _THAI.match(text, start):
        # What begins behind any space is seldom a sentence.
        return [_Stop(at, share, ((_RUN_BAR, _GLUED),)) for at, share in found if share >= _SURE and at < len(text)]
    # So few words up to the next stop are the prompt's last ones.
    over = end if SENTENCE_END.search(text, start, end) is None else _few_words_before(text, end)
    places = {
        at: share for at, share in found if share >= _LIKELY and not over <= at < end and may_end(text[start:at], known)
    }
    if end <= start + _LONGEST:
        places[end] = max(places.get(end, 0.0), _WHOLE)
    # Where every noun has a capital, one tells less.
    sure = _CERTAIN if known.nouns else _SURE
    stops = []
    for at, share in sorted(places.items()):
        bars: list[tuple[float, Collection[Chrome]]] = []
        if share >= _CERTAIN and not SENTENCE_END.search(text[start:at]):
            bars += [(_RUN_BAR, _GLUED), (_OTHER_BAR, PROMPTS)]
        if (share >= sure and at < end) or at == end:
            bars.append((_GLUED_BAR, _GLUED))
        if at == end:
            bars.append((_OTHER_BAR, PROMPTS))
        elif at < end:
            bars.append((_LIKELY_BAR_UNSPACED if _IDEOGRAPH.match(text, start) else _LIKELY_BAR, _GLUED))
        stops.append(_Stop(at, share, tuple(bars)))
    return stops
