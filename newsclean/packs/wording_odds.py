"""How much a line is worded as the prompts of sites are, in any language: a linear model of hashed words.

The words are hashed into tables of weights, so that no list of words is shipped. Fitted by benchmarks/wording.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from newsclean.mark import Chrome
from newsclean.packs.prompt_words import UNSPACED
from newsclean.rules.fold import QUOTE, fold
from newsclean.rules.hashed import Table

#: What a prompt may call for, or label.
PROMPTS = (
    Chrome.ADVERTISEMENT,
    Chrome.APP_DOWNLOAD,
    Chrome.COMMENTS,
    Chrome.CORRECTION,
    Chrome.DONATE,
    Chrome.FOLLOW,
    Chrome.LOGIN,
    Chrome.NEWSLETTER,
    Chrome.PAYWALL,
    Chrome.PROMOTION,
    Chrome.SHARE,
)
#: What a list of other stories may be, that a line heads.
LISTS = (Chrome.MOST_READ, Chrome.RELATED)
#: The order of the columns of `Wording.kinds`.
KINDS = tuple(Chrome)
# A word is told by its first letters: so many, and so many more of a long one.
_STEM = 5
_LONG_STEM = 8
# So many words, and pairs of them, are kept with their hashes; and so many lines, of which several things are asked.
_KNOWN, _LINES = 30_000, 2_000
_UNSPACED_RUN = re.compile(f"{UNSPACED.pattern}+")
# With the vowel signs and points of Hebrew, Arabic and the scripts of India, which are no letters for `re`.
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff])+")
_DIGITS = re.compile(r"\d+")
_TELLING = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Wording:
    """The fitted model.

    Attributes:
        prompt: how much a token speaks for a prompt.
        heading: how much it speaks for the heading of a list of other stories.
        kinds: how much it speaks for each of `KINDS`, a row a slot, a power of two of them, in steps.
        kinds_scale: the logarithms that a step stands for.
        kinds_bias: what these scores begin with.
        calibration: what one log-odd, the share of its words that the story says too, and a script without spaces add
            to the log-odds of a prompt in the end; and what these begin with.
    """

    prompt: Table
    heading: Table
    kinds: NDArray[np.int8]
    kinds_scale: float
    kinds_bias: NDArray[np.float32]
    calibration: tuple[float, float, float, float]

    def odds(self, line: str, said: Callable[[], Set[str]] = frozenset) -> float:
        """Return the log-odds that a line among a story's paragraphs is a prompt.

        Args:
            line: as it stands.
            said: returns the `stems` of the story; asked only where the line's own words speak for a prompt.
        """
        by_word, by_share, by_script, bias = self.calibration
        odds = by_word * self.prompt.odds(codes(line)) + by_script * holds_unspaced(line) + bias
        return odds + by_share * shared(line, said()) if odds > 0 else odds

    def kind(self, line: str, among: Sequence[Chrome], but_for: Chrome | None = None, lead: float = 0.0) -> Chrome:
        """Return the likeliest kind of a line that is none of the story.

        Args:
            line: as it stands.
            among: the kinds that it may be of.
            but_for: the kind that it is of unless another is likelier.
            lead: how much likelier that must be, in logarithms.
        """
        last = len(self.kinds) - 1
        steps = self.kinds[[code & last for code in codes(line)]].sum(axis=0, dtype=np.int32)
        scores = self.kinds_bias + self.kinds_scale * steps
        best = max(among, key=lambda kind: float(scores[KINDS.index(kind)]))
        if but_for is not None and scores[KINDS.index(best)] - scores[KINDS.index(but_for)] < lead:
            return but_for
        return best


@lru_cache(maxsize=_LINES)
def codes(line: str) -> tuple[int, ...]:
    """Return the hashes of what a line is told by: stems of its words and pairs of them, and the signs at its ends."""
    plain = _DIGITS.sub("0", fold(line)).strip()
    found: list[int] = []
    before = "^"
    for word in _WORD.findall(plain):
        stem, own = _word_codes(word)
        found += own
        if stem:
            found.append(_pair_code(before, stem))
        before = stem
    if before:
        found.append(_pair_code(before, "$"))
    for name, sign in (("ends", plain[-1:]), ("begins", plain[:1])):
        found.append(_pair_code(f"!{name}", "" if sign.isalnum() else sign))
    found += [_pair_code("!has", sign) for sign in ("%", QUOTE, ",") if sign in plain]
    return tuple(found)


@lru_cache(maxsize=_KNOWN)
def _word_codes(word: str) -> tuple[str, tuple[int, ...]]:
    """Return a word's stem, and the hashes of what tells it: its stems, a shorter and a longer one.

    A word of a script without spaces has no stem; it is told by all its runs of two and three signs.
    """
    if UNSPACED.search(word):
        pieces = [word[at : at + size] for size in (2, 3) for at in range(len(word) - size + 1)]
        return "", tuple(crc32(piece.encode()) for piece in pieces)
    pieces = [f"{word}$"] if len(word) <= _STEM else [word[:_STEM], word[:_LONG_STEM]]
    return word[:_STEM], tuple(crc32(piece.encode()) for piece in pieces)


@lru_cache(maxsize=_KNOWN)
def _pair_code(before: str, after: str) -> int:
    return crc32(f"{before} {after}".encode())


def holds_unspaced(text: str) -> bool:
    """Return whether signs of a script without spaces stand in a text."""
    return not text.isascii() and UNSPACED.search(text) is not None


def stems(text: str) -> set[str]:
    """Return what a text speaks of: the stems of its longer words, and in scripts without spaces all pairs of signs."""
    plain = fold(text)
    words = _TELLING.findall(plain)
    if not holds_unspaced(plain):
        return {word[:_STEM] for word in words}
    found = {word[:_STEM] for word in words if not UNSPACED.search(word)}
    for run in _UNSPACED_RUN.findall(plain):
        found.update(run[at : at + 2] for at in range(len(run) - 1))
    return found


def shared(line: str, said: Set[str]) -> float:
    """Return which share of a line's stems a story says, too, given as its stems; 0 where the line has none."""
    own = stems(line)
    return len(own & said) / len(own) if own else 0.0


@cache
def wording() -> Wording:
    """Return the model that comes with the library."""
    with np.load(Path(__file__).with_name("wording.npz"), allow_pickle=False) as file:
        kinds = file["kinds"], float(file["kinds_scale"]), file["kinds_bias"]
        by_word, by_share, by_script, bias = file["calibration"].tolist()
        calibration = (by_word, by_share, by_script, bias)
        return Wording(Table.of(file, "prompt"), Table.of(file, "heading"), *kinds, calibration)
