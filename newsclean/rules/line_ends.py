"""Where a line ends that a sentence was glued to: "Harbour tolls to rise in May She stayed".

A linear model of hashed words and signs says of each word how likely the sentence begins with it: by capitals, by how
often the language uses the words around it and how the document writes them, by whether the document comes back to
them elsewhere, as a story does, by the words themselves, and by what stands before them. It is fitted by
benchmarks/line_ends.py on lines and sentences that are put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from math import exp
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from newsclean.rules.fold import fold, has_case
from newsclean.rules.hashed import Table
from newsclean.rules.words import SIGNS, STRIP, Words, stem

#: A line is no longer than this, in characters.
LONGEST = 150
# So many words and situations are kept with their hashes.
_KNOWN = 20_000
_WORD = re.compile(r"\S+")
# Where no spaces part words a line may end behind any sign that is no letter of a foreign word, and what closes it.
_SIGN = re.compile(
    r"[「『“‘（(【《〈\[]*(?:[\u30a0-\u30ff]+|[^\W\u2e80-\uffff]+(?:[.,:&'%/+-]+[^\W\u2e80-\uffff]+)*|\S)"
    r"[、，,。！？!?…：:；;．.」』”’）)】》〉\]%％]*"
)
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
# A text is of such a script if one of so many characters is.
_MOSTLY = 3
_STOP = re.compile("[.!?…।؟۔。！？][\"'”’»)」』]*$")
# Shorter words with a stop are abbreviations, in characters.
_ABBREVIATION = 3
_OPENS, _CLOSES = "«„“「『（(【《", "»”」』）)】》"
_QUOTES, _DASHES = frozenset("\"“”„«‘'「『"), frozenset("–—-")
# A language's words by their rank: so many of the most frequent ones are alike.
_RANKS = (15, 40, 100)
# What stands before and behind a place is told by so many signs there, too, where spaces part no words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_SIGNS = (1, 2, 3)
# So many words tell whether a line has a capital at every word, of which the shorter ones say nothing, in letters.
_TITLED, _TITLED_LETTERS = 5, 4
# Words, tens of characters and stops are counted up to these.
_MOST_WORDS, _MOST_TENS, _MOST_STOPS = 14, 15, 2
_NEAR = 10
# Two words with a capital; how much less likely a line ends between those that the text has together elsewhere, too.
_PAIR = re.compile(r"[^\W\d_a-zß-ÿа-я][\w’'-]+ [^\W\d_a-zß-ÿа-я][\w’'-]+")
_NAMED = 4.0
# Whether the document comes back to words is asked of so many before and behind a place.
_AROUND = 6
# A sentence begins as others do, by so many letters: the article, a conjunction that is written with the word.
_OPENINGS = (2, 3, 4)


class _Word(NamedTuple):
    """What is known of a word by itself."""

    start: int
    text: str
    bare: str
    shape: str
    sign: str  # what it ends with that is neither letter nor digit
    rank: int
    is_small: bool  # the document writes it small somewhere
    is_stop: bool
    is_upper: bool
    recurs: str  # whether the document comes back to it: yes, no, or it says nothing, as frequent words and numbers do


def line_ends(
    text: str, start: int, words: Words, *, labelled: bool, last: int | None = None
) -> list[tuple[int, float]]:
    """Return the places where the line may end that begins at `start`, each with its probability.

    Args:
        text: a paragraph.
        start: where the line begins.
        words: those of the document.
        labelled: whether a label stands in front of the line, so that it is none of the story for sure.
        last: where the text ends; where it does if not told.

    Returns:
        Where each word behind the first one begins, and the text's end if that is not too far; the probabilities sum
        up to 1.
    """
    # What is farther away says nothing, and a paragraph may be a megabyte long.
    ahead = text[start : min(start + 2 * LONGEST, len(text) if last is None else last)]
    found = ((start + place, _table().odds(told)) for place, told in candidates(ahead, words, labelled=labelled))
    places = [(place, odds - _parts_a_name(text, place) * _NAMED) for place, odds in found]
    if not places:
        return []
    most = max(odds for _, odds in places)
    weights = [exp(odds - most) for _, odds in places]
    whole = sum(weights)
    return [(place, weight / whole) for (place, _), weight in zip(places, weights, strict=True)]


def candidates(text: str, words: Words, *, labelled: bool) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the places where the line may end that a text begins with, each with the hashes of what tells it."""
    script = _script_of(text[:LONGEST])
    is_ideographic = script == "i"
    found = [*(_SIGN if is_ideographic else _WORD).finditer(text, 0, LONGEST)]
    recurring = words.recurring()
    line = [_seen(match, words, recurring) for match in found]
    titled = all(word.text[:1].isupper() for word in line[:_TITLED] if len(word.text) >= _TITLED_LETTERS)
    sort = f"{script}{words.nouns:d}{titled:d}"
    stops = opened = 0
    is_all = bool(found) and not text[found[-1].end() :].strip()
    for n in range(1, len(line)):
        before, word = line[n - 1 : n + 1]
        after = line[n + 1] if n + 1 < len(line) else None
        stops += n > 1 and line[n - 2].is_stop
        opened += _opened(before.text)
        is_unspaced = is_ideographic or _UNSPACED.match(word.bare) is not None
        # No sentence is of one word.
        if is_all and n == len(line) - 1 and not is_unspaced:
            continue
        signs = _signs(sort, word[3:-1], before[3:-1], None if after is None else after[3:-1])
        tens = min(word.start // 10, _MOST_TENS)
        place = _place(script, min(n, _MOST_WORDS), tens, min(stops, _MOST_STOPS), before.is_stop, labelled)
        bare = after.bare if after else "$"
        own: tuple[int, ...] = (
            *_beginning(word.bare),
            *_ending(before.bare),
            _hash("a", bare),
            # Pairs seldom come again.
            crc32(f"W{word.bare} {bare}".encode()),
            _hash("q", f"{script}{before.is_stop}{_rest(line, n)}"),
            _hash("o", f"{script}{min(opened, 1)}{opened % 2}"),
        )
        if recurring is not None and not is_unspaced:
            own += _recurrence(
                script, "".join(w.recurs for w in line[max(0, n - _AROUND) : n + _AROUND]), min(n, _AROUND)
            )
        if is_unspaced:
            own += _run(text, word.start)
        if is_ideographic:
            own += (_hash("g", f"{text[word.start - 1].isspace()}{before.is_stop}{before.sign}"),)
        yield word.start, (*signs, *place, *own)
    if is_all:
        stops += len(line) > 1 and line[-2].is_stop
        tens = min(len(text) // 10, _MOST_TENS)
        place = _place(script, min(len(line), _MOST_WORDS), tens, min(stops, _MOST_STOPS), line[-1].is_stop, labelled)
        sign = _hash("E", f"{line[-1].sign}{stops > 0:d}")
        yield len(text), (*(code ^ _AT_END for code in (*place, *_ending(line[-1].bare), sign)), _AT_END)


def _parts_a_name(text: str, place: int) -> bool:
    """Whether two words with a capital stand around a place, and again together in the text: "Anna Berg"."""
    if not text[place : place + 1].isupper() or not (pair := _PAIR.match(text, text.rfind(" ", 0, place - 1) + 1)):
        return False
    return text.count(pair[0]) > 1


def _script_of(text: str) -> str:
    """A letter for the script: without capitals, or without spaces between words, all else weighs otherwise."""
    if len(_IDEOGRAPH.findall(text)) * _MOSTLY >= len(text):
        return "i"
    return "u" if _UNSPACED.search(text) else "c" if has_case(text) else "x"


@lru_cache(_KNOWN)
def _opened(text: str) -> int:
    """How many more quotation marks and brackets a word opens than it closes; one for marks that do both."""
    more = sum(text.count(sign) for sign in _OPENS) - sum(text.count(sign) for sign in _CLOSES)
    return more + text.count('"') % 2


def _seen(match: re.Match[str], words: Words, recurring: Set[str] | None) -> _Word:
    text = match[0]
    bare = fold(text.strip(SIGNS))
    is_stop = len(text) > _ABBREVIATION and _STOP.search(text) is not None
    sign = "" if text[-1].isalnum() else text[-1]
    is_upper = len(text) > 1 and text.isupper()
    rank = _rank(bare, words.common)
    is_small = bare in words.lowered
    if rank <= len(_RANKS) or not bare or bare[0].isdigit():
        recurs = "-"
    else:
        recurs = "y" if recurring and stem(bare) in recurring else "n"
    return _Word(match.start(), text, bare, _shape(text), sign, rank, is_small, is_stop, is_upper, recurs)


def _shape(text: str) -> str:
    first = text.strip(STRIP)[:1]
    shape = "C" if first.isupper() else "c" if first.islower() else "d" if first.isdigit() else "x"
    return f"q{shape}" if text[0] in _QUOTES else "-" if text[0] in _DASHES else shape


def _rank(bare: str, common: Mapping[str, int]) -> int:
    rank = common.get(bare)
    return len(_RANKS) + 1 if rank is None else next((n for n, most in enumerate(_RANKS) if rank < most), len(_RANKS))


def _rest(line: Sequence[_Word], n: int) -> int:
    """How many words stand from one on up to the next stop, up to a number of them."""
    behind = line[n : n + _NEAR]
    return next((count for count, word in enumerate(behind, 1) if word.is_stop), _NEAR)


@lru_cache(_KNOWN)
def _signs(
    sort: str, word: tuple[object, ...], before: tuple[object, ...], after: tuple[object, ...] | None
) -> tuple[int, ...]:
    """The hashes of what the shapes and ranks of three words tell."""
    shape, _, own, small, _, upper = word
    shape_before, sign, own_before, _, _, upper_before = before
    shape_after, rank, small_after = ("$", -1, False) if after is None else (after[0], after[2], after[3])
    return tuple(
        crc32(feature.encode())
        for feature in (
            f"1{shape}{shape_before}{shape_after}{sort}",
            f"2{shape}{sign}{shape_before}{sort[0]}",
            f"3{shape}{own}{small}{sort[0]}",
            f"4{shape}{own}{own_before}{rank}{small}{sort[0]}",
            f"5{shape}{small}{shape_after}{shape_before}{sort}{own_before}",
            f"6{shape}{shape_before}{sign}{own}{sort[0]}",
            f"7{upper_before}{upper}",
            f"8{shape}{shape_after}{rank}{small_after}{sort[0]}",
        )
    )


@lru_cache(_KNOWN)
def _place(script: str, words: int, tens: int, stops: int, stopped: bool, labelled: bool) -> tuple[int, ...]:
    """The hashes of what tells how much stands before a place."""
    return tuple(
        crc32(f"{script}{feature}".encode())
        for feature in (
            f"n{words}",
            f"l{tens}",
            f"s{stops}{stopped}",
            f"t{stopped}{min(words, _NEAR)}",
            f"k{labelled}{stopped}",
            f"K{labelled}{min(words, _NEAR)}",
        )
    )


@lru_cache(_KNOWN)
def _beginning(bare: str) -> tuple[int, ...]:
    """The hashes of what a sentence may begin with."""
    return _hash("w", bare), *(_hash(f"p{letters}", bare[:letters]) for letters in _OPENINGS)


@lru_cache(_KNOWN)
def _ending(bare: str) -> tuple[int, int, int]:
    """The hashes of what a line may end with."""
    return _hash("b", bare), _hash("c", bare[-3:]), _hash("d", bare[-2:])


@lru_cache(_KNOWN)
def _recurrence(script: str, around: str, at: int) -> tuple[int, ...]:
    """The hashes of whether the document comes back to the words around a place, given a sign a word."""
    old, new = around[:at], around[at:]
    said, unsaid = (old.count("y"), new.count("y")), (old.count("n"), new.count("n"))
    more = tuple((here > there) - (here < there) for here, there in zip(said, unsaid, strict=True))
    return tuple(
        crc32(f"{script}{feature}".encode())
        for feature in (
            f"r{old[-1:]}{new[:2]}",
            f"R{said[0]}{unsaid[0]}",
            f"S{said[1]}{unsaid[1]}",
            f"T{more}",
        )
    )


def _run(text: str, at: int) -> tuple[int, ...]:
    """The hashes of the signs around a place."""
    before, behind = text[max(0, at - max(_SIGNS) - 1) : at].rstrip(), text[at : at + max(_SIGNS)]
    pieces = [*(("j", behind[:n]) for n in _SIGNS), *(("e", before[-n:]) for n in _SIGNS)]
    return tuple(crc32(f"{name}{piece}".encode()) for name, piece in pieces)


@lru_cache(_KNOWN)
def _hash(name: str, text: str) -> int:
    return crc32(f"{name}{text}".encode())


_AT_END = crc32(b"end")


@cache
def _table() -> Table:
    import numpy as np

    with np.load(Path(__file__).with_name("line_ends.npz"), allow_pickle=False) as file:
        return Table.of(file, "ends")
