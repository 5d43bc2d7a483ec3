"""Captions glued into a paragraph, with who took the picture: "Cars cross it. Photo: Joel Arrieta The council"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from newsclean.document import Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.packs.photo_credits import Credit, credits_in
from newsclean.packs.prompts import SENTENCE_END, STORY, is_long
from newsclean.rules.fold import fold, quotes_in
from newsclean.rules.languages import pack_of
from newsclean.rules.line_ends import line_ends
from newsclean.rules.ruleset import Place, RuleSet
from newsclean.rules.words import Words, words_of

# A caption with its credit is no longer than this; what follows is no shorter than that. A longer sentence in front of
# a credit, with a stop of its own, is likelier the story's.
_LONGEST, _LEFT = 150, 40
_SENTENCE = 60
# How likely the end of a name must be, and of so few words that may be none.
_LIKELY, _SURE = 0.1, 0.5
_NAME_WORDS = 6
# What else than a letter a sentence may begin with.
_OPENS = frozenset("\"“”„«‘'「『—–-")
# A document with more of them is a gallery.
_MOST_IN_ALL = 200

glued_captions = RuleSet("any.glued_caption", layer=Layer.ANY)


@glued_captions.document_rule(
    "credited",
    chrome=Chrome.MEDIA,
    marks=[
        f"Cars cross the bridge on Tuesday. Photo: Joel Arrieta {STORY}\n\n{STORY} It rains.",
        f"{STORY} Cars cross the bridge on Tuesday (Photo: Joel Arrieta) The boat is late, and so is the train to it.",
    ],
    keeps=[
        f"{STORY} She kept a photo: Joel Arrieta had taken it in spring, when the boat was new.\n\n{STORY} It rains.",
        f"{STORY} “Photo: Joel Arrieta” stands below it, and nobody knows who he was.\n\n{STORY} It rains.",
    ],
)
def credited(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """A sentence of a paragraph, or what it begins with, ends in the label of a credit and a name."""
    # On a page a caption has an element of its own.
    if document.form == "html":
        return
    told = {mark.block for mark in marks if mark.end is None}
    cuts = [mark for mark in marks if mark.end is not None]
    known = cache(lambda: words_of((block.text for block in document.blocks), pack_of(document.language)))
    close_looks = iter(range(_MOST_IN_ALL))
    for block in document.blocks:
        if block.index in told or not is_long(block):
            continue
        last, folded = 0, ""
        for credit in credits_in(block.text):
            folded = folded or fold(block.text)
            if next(close_looks, None) is None:
                return
            if credit.start >= last and (span := _span(block.text, folded, credit, last, known)):
                start, last = span
                # The credit itself may be cut out by a rule that knows it.
                own = [cut.start for cut in cuts if cut.block == block.index and start < cut.start < last]
                yield block.index, Chrome.MEDIA, start, min(own, default=last)


def _span(text: str, folded: str, credit: Credit, least: int, known: Callable[[], Words]) -> tuple[int, int] | None:
    """Where the caption of a credit begins and ends; None where nothing is glued to it."""
    # A caption that begins farther away is none.
    least = max(least, credit.start - 2 * _LONGEST)
    starts = [stop.end() for stop in SENTENCE_END.finditer(folded, least, credit.start) if stop.end() < credit.start]
    starts = [least, *(start for start in starts if least < start)]
    is_apart = SENTENCE_END.search(folded, starts[-1], credit.start) is not None
    begin = starts[-1]
    if is_apart and credit.start - begin > _SENTENCE:
        begin = credit.start
    if quotes_in(folded, 0, begin) % 2 or quotes_in(folded, 0, credit.start) % 2:
        return None
    end = credit.end if credit.end is not None else _end(text, begin, credit, known())
    if end is None or end - begin > _LONGEST or len(text) - end < _LEFT:
        return None
    first = text[end : end + _LEFT].lstrip()[:1]
    is_beginning = (first.isalnum() and not first.islower()) or first in _OPENS
    return (begin, end) if is_beginning else None


def _end(text: str, begin: int, credit: Credit, known: Words) -> int | None:
    """Where a credit ends: where a sentence begins behind a name, or behind a few words for sure."""
    ends = [(share, place) for place, share in line_ends(text, begin, known, labelled=False) if place > credit.name]
    share, place = max(ends, default=(0.0, 0))
    if share >= _SURE and len(text[credit.name : place].split()) <= _NAME_WORDS:
        return place
    named = [(share, place) for share, place in ends if share >= _LIKELY and credit.is_name(text[credit.name : place])]
    return max(named)[1] if named else None
