"""What the model sees of a block by itself: its length, its signs, its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, compress

from newsclean.document import BlockKind
from newsclean.mark import Chrome
from newsclean.story.scene import Scene
from newsclean.story.signs import sign_counts

# A word that says what a text is about is this long; in scripts without spaces two characters stand for one.
WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{2}")
_QUOTES = frozenset("\"'“„«‘»”『「’")
_DASHES = frozenset("-–—•*·")
_CLOSING = "\"'”’»)] "
_STOPS = ".:?!…,;|"
_OTHER_STOPS = frozenset("。।؟۔！？")
_KINDS = {kind: number for number, kind in enumerate(BlockKind)}
# A paragraph of so many words speaks for what the story is about.
_PARAGRAPH = 12

_GROUPS = {
    1: (
        Chrome.SHARE,
        Chrome.ADVERTISEMENT,
        Chrome.NEWSLETTER,
        Chrome.PROMOTION,
        Chrome.PAYWALL,
        Chrome.APP_DOWNLOAD,
        Chrome.FOLLOW,
        Chrome.DONATE,
    ),
    2: (Chrome.RELATED, Chrome.MOST_READ),
    3: (Chrome.MEDIA, Chrome.TIMESTAMP),
    4: (Chrome.COPYRIGHT, Chrome.COMMENTS, Chrome.TAGS, Chrome.AUTHOR_BIO, Chrome.CORRECTION),
    5: (Chrome.NAVIGATION, Chrome.CONSENT, Chrome.LOGIN),
}
# Kinds by where they stand: between paragraphs, lists of other stories, beside pictures, at the end, around the page.
GROUP_OF = {kind: number for number, kinds in _GROUPS.items() for kind in kinds}

OWN = (
    "words",
    "sentence",
    "prose",
    "item",
    "repeated",
    "kind",
    "gap",
    "begins",
    "ends",
    "common",
    "letters",
    "digits",
    "capitals",
    "commas",
    "bars",
    "sentences",
    "quoted",
    "signs",
    "marked",
    "section",
)


def own_rows(scene: Scene) -> Iterator[tuple[float, ...]]:
    """Yield the facts about each block by itself, in the order of `OWN`."""
    counts: list[list[int]] = sign_counts([block.text for block in scene.blocks]).tolist()
    each = zip(scene.blocks, scene.looks, scene.chrome, scene.sections, counts, strict=True)
    for block, look, chrome, section, signs in each:
        text = block.text
        yield (
            look.words,
            look.sentence,
            look.prose,
            look.item,
            look.repeated,
            _KINDS[block.kind],
            min(block.gap, 3),
            _begins(text[:1]),
            _ends(text),
            *_shares(text, look.words, scene.common, signs),
            GROUP_OF[chrome] if chrome is not None else 0,
            GROUP_OF[section] if section is not None else 0,
        )


def _begins(first: str) -> int:
    if first.isupper():
        return 1
    if first.islower():
        return 2
    if first.isdigit():
        return 3
    if first in _QUOTES:
        return 4
    if first in _DASHES:
        return 5
    return 6 if first.isalpha() else 0


def _ends(text: str) -> int:
    last = text.rstrip(_CLOSING)[-1:] or text[-1:]
    at = _STOPS.find(last)
    if last and at >= 0:
        return at + 1
    return 9 if last.isdigit() else 10 if last in _OTHER_STOPS else 0


def _shares(text: str, words: float, common: Mapping[str, int], counts: Sequence[int]) -> tuple[float, ...]:
    digits, capitals, commas, bars, sentences = counts
    parts = text.lower().split(" ")
    count = len(parts)
    length = max(1, len(text))
    frequent = sum(map(common.__contains__, parts)) / count if common else -1.0
    signs = ("@" in text) + 2 * ("http" in text or "www." in text) + 4 * ("©" in text) + 8 * ("#" in text)
    return (
        frequent,
        len(text) / max(1.0, words),
        digits / length,
        capitals / count,
        commas / count,
        bars,
        sentences,
        (text[:1] in _QUOTES) + (text[-1:] in _QUOTES or text[-2:-1] in _QUOTES),
        signs,
    )


def topic_rows(scene: Scene, core: Sequence[bool], lead: int | None) -> Iterator[tuple[float, float, float]]:
    """Yield what share of each block's words the story's paragraphs, its first one and the headline say, too.

    Args:
        scene: the document.
        core: which of its blocks are running text that nothing speaks against.
        lead: the first block of the story, as far as it is known.

    Yields:
        Three shares in 0..1; -1 where the block has no such words, or a rule has told what it is.
    """
    words = [
        frozenset(WORD.findall(block.text.casefold())) if chrome is None else frozenset()
        for block, chrome in zip(scene.blocks, scene.chrome, strict=True)
    ]
    speaks = [is_core and look.words >= _PARAGRAPH for is_core, look in zip(core, scene.looks, strict=True)]
    story = Counter(chain.from_iterable(compress(words, speaks)))
    again = {word for word, count in story.items() if count > 1}
    first = words[lead] if lead is not None else frozenset()
    headline = frozenset(word for text in scene.headlines for word in WORD.findall(text.casefold()))
    for own, is_story in zip(words, speaks, strict=True):
        if not own:
            yield -1.0, -1.0, -1.0
            continue
        # What another paragraph than the block itself says.
        yield (
            len(own & again if is_story else own & story.keys()) / len(own),
            len(own & first) / len(own) if lead is not None else -1.0,
            len(own & headline) / len(own) if headline else -1.0,
        )
