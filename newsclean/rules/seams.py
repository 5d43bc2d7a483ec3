"""Chrome glued into a paragraph, told by the rules for lines of its own.

Sentences end with a stop, headlines and labels do not. Words behind a paragraph's last stop, without one themselves,
are likely to have been a line; and so are words at the beginning of a sentence into which another sentence runs
without a stop. Where a rule says of such a line that it is chrome, it is cut out. So is a whole sentence, stop and
all, of which a rule says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

from newsclean.document import Block, BlockKind, Run
from newsclean.mark import Chrome, Layer
from newsclean.rules.fold import QUOTE, fold, quotes_in
from newsclean.rules.line_ends import line_ends
from newsclean.rules.matching import Hit, Matcher
from newsclean.rules.rule import Match
from newsclean.rules.seam_words import ENDS, GOES_ON, is_credited, is_stop, may_be_first, may_begin, signed
from newsclean.rules.words import Words, words_of

# In characters: how long a paragraph is at least, how long what is glued to it, and how long what then is left of it.
_PARAGRAPH = 80
_LINE = range(6, 141)
# Where words are not spaced, what is glued to the end may be as short as this.
_LEAST_IDEOGRAPHS = 3
_LEFT = 40
# A headline may be of two sentences; in Thai, where a space parts sentences and clauses, the label is farther away.
_SENTENCES, _CLAUSES = 2, 6
# Addresses, names of networks and hashtags end posts that a story quotes, too.
_QUOTED = frozenset({Chrome.NAVIGATION, Chrome.SHARE, Chrome.TAGS})
# Only its end counts: with a `+` behind the signs, a long row of them would be read once for each.
_STOP = re.compile("(?:[.!?…؟۔।][\"'”’»)]{0,2}\\s+|[。！？][」』”）]{0,2}\\s*)(?=\\S)")
_CLOSES = frozenset(")）]】")
_NOTICE = re.compile("[.!?…。！？؟۔।][\"'”’»」』]{0,2}\\s*([(（\\[【][^()（）\\[\\]【】]{4,120}[)）\\]】])$")
# Between two sentences of a paragraph.
_INSERTED = re.compile(
    "[.!?…。！？؟۔।][\"'”’»」』]{0,2}\\s*([(（\\[【][^()（）\\[\\]【】]{8,120}[)）\\]】]) ?(?=[^\\s.,;:!?])"
)
_THAI, _THAI_STOP = re.compile("[\u0e00-\u0e7f]"), re.compile('[\u0e00-\u0e7f%)"”]\\s+(?=\\S)')
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"\S+")
# A sentence is looked at where what rules look for stands in so many of its first characters.
_OPENING = 24
# Where more sentences have such words, they are what the text is about.
_FEW_KNOWN, _MOST_KNOWN = 12, 0.15
# In characters: of a document with longer paragraphs the first are looked at.
_MOST_READ = 500_000
# And so are the first of more places: a story has a few.
_MOST_PLACES = 1000
# What is glued in front of a sentence has so many words, and so has a whole sentence at least.
_HEAD_WORDS = range(2, 21)
_SURE_WORDS = 3
# How likely the end of such a line must be, and if it is a word that hardly any ends with.
_SURE, _SURER = 0.2, 0.6
# What a sentence among a story's is, if a rule says so; other calls may be the author's own, as they are in blogs.
_IN_SENTENCES = frozenset(
    {Chrome.NEWSLETTER, Chrome.FOLLOW, Chrome.APP_DOWNLOAD, Chrome.MEDIA, Chrome.ADVERTISEMENT, Chrome.PAYWALL}
)
# What hits a line for its words at a certain place, and not for some of them.
_FIXED = frozenset({Match.WHOLE, Match.PATTERN, Match.STARTS_WITH})


class _Sort(Enum):
    """Why a line may have been glued in somewhere."""

    TAIL = "what stands behind the paragraph's last stop"
    LONG_TAIL = "what stands behind an earlier stop, if a rule knows how it begins"
    SURE = "what another sentence begins behind"
    CREDIT = "what ends in a label and a name, before the last of the capitals or with a stop, if a rule knows a credit"
    CLOSED = "what another sentence may begin behind, if a rule knows the line and neither more of it nor less"
    NOTICE = "what stands in brackets between two sentences, if a rule knows how it begins"
    SENTENCE = "a whole sentence, if a rule knows it and not less of it"


_TAILS = frozenset({_Sort.TAIL, _Sort.LONG_TAIL})


class _Place(NamedTuple):
    """Where a line may have been glued into a paragraph.

    Attributes:
        block: the paragraph.
        start: where the line begins.
        end: where it ends.
        sort: why it may.
        others: where else it would end, and a rule that knows it so counts for nothing: of those that are `CLOSED` a
            word before and behind, of a `SENTENCE` wherever another one may begin in it.
    """

    block: Block
    start: int
    end: int
    sort: _Sort
    others: tuple[int, ...] = ()

    def may_be(self, hit: Hit) -> bool:
        """Whether a hit on the line is enough to tell that it is none of the paragraph's."""
        if self.sort is _Sort.TAIL:
            return True
        if self.sort is _Sort.LONG_TAIL:
            return hit.rule.match in _FIXED
        if self.sort is _Sort.SURE:
            # A single word may be how the sentence begins: "Today USA Swimming said".
            is_word = " " not in self.block.text[self.start : self.end].rstrip()
            return not is_word or hit.mark.chrome is Chrome.ADVERTISEMENT
        if hit.mark.layer is not Layer.LANGUAGE:
            return False
        if self.sort is _Sort.SENTENCE:
            return hit.mark.chrome in _IN_SENTENCES and hit.rule.match in _FIXED
        if self.sort is _Sort.CREDIT:
            return hit.mark.chrome is Chrome.MEDIA
        return hit.rule.match in _FIXED


def seam_hits(blocks: Sequence[Block], matcher: Matcher, pack: str) -> list[Hit]:
    """Return the hits on what is glued into paragraphs, as marks on that part of their blocks.

    Args:
        blocks: those of one document of which no rule has told what they are.
        matcher: the rules.
        pack: first part of the ids of the rules for the document's language; empty where it is not known.
    """
    # What a page says again is looked at once.
    same: dict[str, list[Block]] = {}
    for block in blocks:
        if len(block.text) >= _PARAGRAPH:
            same.setdefault(block.text, []).append(block)
    read = accumulate(map(len, same))
    long = [alike[0] for alike, length in zip(same.values(), read, strict=True) if length <= _MOST_READ]
    places = [place for block in long for place in (*_tails(block), *_notices(block))][:_MOST_PLACES]
    begins = [(block, start) for block in long for start in _sentences(block)]
    openings = [block.text[start : start + _OPENING] for block, start in begins]
    known = [begin for begin, told in zip(begins, matcher.tells_of(openings, pack), strict=True) if told]
    if 0 < len(known) <= max(_FEW_KNOWN, len(begins) * _MOST_KNOWN):
        words = words_of((block.text for block in blocks), pack)
        places += [place for block, start in known for place in _heads(block, start, words)][:_MOST_PLACES]
    found: dict[tuple[int, int | None], Hit] = {}
    for place, hit in _told(places, matcher, pack):
        for block in same[place.block.text]:
            mark = replace(hit.mark, block=block.index, start=place.start, end=place.end, opens_section=False)
            # Of what may be glued to its end the first that is told counts, and so does of each sentence.
            key = (block.index, None if place.sort in _TAILS else place.start)
            found.setdefault(key, replace(hit, mark=mark, alone=False))
    return list(found.values())


def _told(places: Sequence[_Place], matcher: Matcher, pack: str) -> Iterator[tuple[_Place, Hit]]:
    """Yield those of the places whose words a rule takes for a line, each with the first such hit, in their order."""
    if not places:
        return
    texts = (place.block.text[place.start : end] for place in places for end in (place.end, *place.others))
    numbers = {text: n for n, text in enumerate(dict.fromkeys(texts))}
    lines = [Block(n, text, BlockKind.PARAGRAPH, 0, len(text), (Run(0, 0),)) for text, n in numbers.items()]
    hits: list[dict[str, Hit]] = [{} for _ in lines]
    for hit in matcher.read(lines, lambda _: set(), pack):
        if hit.mark.block is not None and _is_told(hit):
            hits[hit.mark.block].setdefault(hit.mark.rule, hit)
    for place in places:
        text = place.block.text
        beyond = [hits[numbers[text[place.start : end]]] for end in place.others]
        for rule, hit in hits[numbers[text[place.start : place.end]]].items():
            if place.may_be(hit) and not any(rule in told for told in beyond):
                yield place, hit
                break


def _is_told(hit: Hit) -> bool:
    """Whether a hit takes the whole line, by a rule that may say so of a part of a paragraph."""
    if hit.mark.chrome is None or hit.mark.end is not None:
        return False
    # In another language the words may mean something else.
    is_any = hit.rule.id.startswith("any.") and hit.mark.chrome not in _QUOTED
    return hit.mark.layer is Layer.LANGUAGE or is_any


def _tails(block: Block) -> Iterator[_Place]:
    """Yield what may be glued to a paragraph's end, the shortest first."""
    text = block.text
    # A notice in brackets behind the last stop is no part of the sentence before it, and may have a stop of its own.
    notice = _NOTICE.search(text) if text[-1] in _CLOSES else None
    if notice is not None and notice.end() - notice.start(1) in _LINE:
        yield _Place(block, notice.start(1), len(text), _Sort.LONG_TAIL)
    if ENDS.search(text[-4:]):
        return
    first = len(text) - _LINE.stop
    stop, most = (_THAI_STOP, _CLAUSES) if _THAI.search(text) else (_STOP, _SENTENCES)
    ends = [match.end() for match in stop.finditer(text, max(0, first))][-most:]
    folded = fold(text)
    sort = _Sort.TAIL
    for start in reversed(ends):
        least = _LEAST_IDEOGRAPHS if _IDEOGRAPH.match(text, start) else _LINE.start
        if least <= len(text) - start < _LINE.stop and quotes_in(folded, 0, start) % 2 == 0:
            yield _Place(block, start, len(text), sort)
        sort = _Sort.LONG_TAIL if stop is _STOP else sort


def _notices(block: Block) -> Iterator[_Place]:
    """Yield the notices in brackets between two sentences of a paragraph."""
    folded = ""
    for found in _INSERTED.finditer(block.text):
        folded = folded or fold(block.text)
        if quotes_in(folded, 0, found.start(1)) % 2 == 0:
            yield _Place(block, found.start(1), found.end(1), _Sort.NOTICE)


def _sentences(block: Block) -> Iterator[int]:
    """Yield where the sentences of a paragraph begin, outside quotations."""
    folded = fold(block.text)
    before = quotes = 0
    for start in (0, *(match.end() for match in _STOP.finditer(block.text))):
        quotes += quotes_in(folded, before, start)
        before = start
        if quotes % 2 == 0:
            yield start


def _heads(block: Block, start: int, words: Words) -> Iterator[_Place]:
    """Yield what may be glued in front of a paragraph's sentence that begins at `start`, the likeliest first.

    That is where another sentence is likely to begin, the likeliest place first; behind a credit; then wherever one
    may begin; and the sentence itself.
    """
    text = block.text
    found = [*_WORD.finditer(text, start, start + _LINE.stop + 1)]
    spelled = [word[0] for word in found]
    folded = fold(text[start : start + _LINE.stop])
    last = next((n for n, word in enumerate(spelled) if is_stop(word)), len(found) - 1)
    # Where no word looks like a sentence's first one none runs into it.
    may_run = any(may_be_first(word) for word in spelled[1 : last + 1])
    shares = dict(line_ends(text, start, words, labelled=False)) if may_run else {}
    sure: list[int] = []
    credits: list[int] = []
    maybe: list[tuple[int, tuple[int, ...]]] = []
    for count in range(1, min(last + 1, len(found) - 1, _HEAD_WORDS.stop)):
        before, word = spelled[count - 1 : count + 1]
        at = found[count].start()
        if GOES_ON.search(before) or at - start not in _LINE or len(text) - at < _LEFT:
            continue
        if quotes_in(folded, 0, at - start) % 2:
            continue
        if shares.get(at, 0) >= (_SURER if words.goes_on(before) else _SURE) and may_be_first(word):
            sure.append(at)
        elif count < _HEAD_WORDS.start:
            continue
        elif is_credited(spelled[: count + 2]):
            credits.append(at)
        elif may_begin(word, at - start, words) and not words.goes_on(before):
            # A single word may be a label by itself, whatever it is a label of.
            less = (found[count - 2].end(),) if count > _HEAD_WORDS.start else ()
            maybe.append((at, (*less, found[count].end())))
    yield from (_Place(block, start, end, _Sort.CREDIT) for end in signed(text, found[: last + 1]))
    for end in sorted(sure, key=shares.__getitem__, reverse=True):
        yield _Place(block, start, end, _Sort.SURE)
    for end in credits:
        yield _Place(block, start, end, _Sort.CREDIT)
    for end, others in reversed(maybe):
        yield _Place(block, start, end, _Sort.CLOSED, others)
    end = found[last].end()
    is_whole = last + 1 >= _SURE_WORDS and is_stop(spelled[last]) and end - start in _LINE and folded[0] != QUOTE
    if is_whole and (not start or end == len(text)):
        # What a rule knows already without its last words may be two lines.
        yield _Place(block, start, end, _Sort.SENTENCE, (*sure, *(at for at, _ in maybe)))
