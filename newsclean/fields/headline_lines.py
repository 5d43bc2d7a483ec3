"""Which of the lines above a story is its headline: every line is weighed by what it says and by where it stands."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsclean.document import Block
from newsclean.kept import kept_for_short
from newsclean.segment.looks import Look

# A byline, a date or share buttons stand within so many blocks under a headline: a standfirst may be between.
_UNDER = 4
# The story's first blocks: their words are the headline's.
_OPENING = 12
# In characters: what is read of each.
_LONGEST = 5000
# And of what is kept reduced.
_LONGEST_KEPT = 500
_WORDS = re.compile(r"[^\W\d_\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{4,}")
# Two signs of scripts without spaces, or of Korean, whose words change their ends; the pairs overlap.
_PAIRS = re.compile(r"(?=([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}))")
_BARS = re.compile(r"[|»›>•]|\s/\s")
# What closes a quotation is no bar.
_QUOTED = re.compile(r"«[^»]*»")
_COLON = re.compile(r"\w: ")
_PLAIN = re.compile(r"\W+")
_ASKS = frozenset("?!？！؟")
# A row of a menu has wide gaps, so many at least, and items of so many words on average; in scripts without spaces, or
# of short words, items of so many signs. Of such scripts are so many of the signs.
_ITEMS = 2
_ITEM_WORDS = 3.5
_ITEM_SIGNS = 3.5
_DENSE = 0.8
# Korean parts its words by spaces, which are longer in a headline than in a menu.
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HANGUL_SIGNS = 2.7

# What speaks for a line, and how much. A conditional logit by `benchmarks/headline.py`, rounded.
WEIGHTS = {
    "shared": 4.5,
    "length": 1.7,
    "long": -1.1,
    "very long": 0.3,
    "bars": -1.5,
    "colon": 0.9,
    "asks": 0.0,
    "small letter": -1.6,
    "all capitals": -0.6,
    "capitals": -0.2,
    "item": -1.7,
    "row": -3.2,
    "repeated": 0.2,
    "title": 0.6,
    "top": -0.1,
    "distance": -0.2,
    "field below": -0.3,
    "field near": 1.9,
    "standfirst": 1.3,
    "sentences below": 0.2,
    "apart above": 1.0,
    "apart below": 0.5,
    "first": 1.0,
    "above another": 0.7,
    "below another": -0.8,
    "longest": 0.3,
}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines above a story.

    Attributes:
        blocks: of the document.
        looks: what they look like.
        body: indexes of the blocks of the story, in order.
        under: for each block, whether it is of the sort that stands under a headline: a byline, a date, share buttons.
    """

    blocks: Sequence[Block]
    looks: Sequence[Look]
    body: Sequence[int]
    under: Sequence[bool]

    def best(self, candidates: Sequence[int]) -> int | None:
        """Return the one of some lines for which most speaks."""
        told = self.features(candidates)
        return max(candidates, key=lambda i: (sum(WEIGHTS[n] * v for n, v in told[i].items()), i), default=None)

    def features(self, candidates: Sequence[int]) -> dict[int, dict[str, float]]:
        """Return what is known of each of some lines, by name; most are 0 or 1."""
        story = {word for i in self.body[:_OPENING] for word in words_of(self.blocks[i].text[:_LONGEST])}
        top = plain(" ".join(block.text for block in self.blocks[:2]))
        longest = max((self.looks[i].words for i in candidates), default=0)
        return {
            i: self._own(i, story)
            | self._place(i, top)
            | {
                "first": float(i == candidates[0]),
                "above another": float(i + 1 in candidates),
                "below another": float(i - 1 in candidates),
                "longest": float(self.looks[i].words == longest),
            }
            for i in candidates
        }

    def _own(self, index: int, story: set[str]) -> dict[str, float]:
        text, look = self.blocks[index].text, self.looks[index]
        words = set(words_of(text))
        spaced = text.split()
        return {
            "shared": len(words & story) / len(words) if words else 0.0,
            "length": math.log(look.words),
            "long": float(look.words > 14),
            "very long": float(look.words > 22),
            "bars": float(_BARS.search(_QUOTED.sub("", text)) is not None),
            "colon": float(_COLON.search(text) is not None),
            "asks": float(text[-1] in _ASKS),
            "small letter": float(text[0].islower()),
            "all capitals": float(text.isupper()),
            "capitals": sum(word[0].isupper() for word in spaced) / len(spaced),
            "item": float(look.item),
            "row": float(_is_row(self.blocks[index], look)),
            "repeated": float(look.repeated),
        }

    def _place(self, index: int, top: str) -> dict[str, float]:
        lead = self.body[0]
        below = range(index + 1, lead)
        return {
            "title": float(index > 1 and plain(self.blocks[index].text) in top),
            "top": float(index == 0),
            "distance": (lead - index) / 10,
            "field below": float(any(self.under[index + 1 : index + 2])),
            "field near": float(any(self.under[index + 1 : index + 1 + _UNDER])),
            "standfirst": float(index + 1 < lead and self.looks[index + 1].prose),
            "sentences below": float(sum(self.looks[i].sentence for i in below[:3])),
            "apart above": float(self.blocks[index].gap > 0),
            "apart below": float(index + 1 < len(self.blocks) and self.blocks[index + 1].gap > 0),
        }


def _is_row(block: Block, look: Look) -> bool:
    """Whether a line is a row of a menu: short items with more than a space between them, or of a few signs each."""
    wide = len(block.items) - 1
    if wide >= _ITEMS:
        return look.words <= _ITEM_WORDS * (wide + 1)
    items = block.text.split()
    signs = sum(map(len, items))
    dense = len(_PAIRS.findall(block.text)) + len(items) >= _DENSE * signs
    most = _HANGUL_SIGNS if _HANGUL.search(block.text) else _ITEM_SIGNS
    return dense and len(items) > _ITEMS + 1 and signs <= most * len(items)


# A page's headline is compared with what it states of itself, and with its blocks, by several readers.
@kept_for_short(_LONGEST_KEPT, most=256)
def plain(text: str) -> str:
    """Return `text` reduced to what two forms of one headline share: letters and digits, in lower case."""
    return _PLAIN.sub(" ", text.casefold()).strip()


def words_of(text: str) -> Iterable[str]:
    """Return the words of a text that tell something: of four letters and more, or pairs of signs without spaces."""
    text = text.casefold()
    return _WORDS.findall(text) if text.isascii() else [*_WORDS.findall(text), *_PAIRS.findall(text)]
