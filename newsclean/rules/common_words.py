"""The words a language writes most often: one of them with a capital inside a line begins a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# The names of justext's lists, by the names of the packs. For the other packs there is none, or no capitals.
_LISTS = {
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ms": "Malay",
    "nb": "Norwegian_Bokmal",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sr": "Serbian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
}

# So many words of each language stand in most of its texts.
_MOST_FREQUENT = 40

# Serbian is written in two scripts, and the list has most words in one.
_TO_LATIN = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dž"}
)


@cache
def common_words(pack: str) -> Mapping[str, int]:
    """Return the frequent words of a language in small letters with their ranks, the most frequent one's being 0.

    They are those that justext ships; none where it has no list.

    Source: Pomikálek, "Removing Boilerplate and Duplicate Content from Web Corpora" (2011). Only the list is read:
    importing justext would bring the HTML parsers with it.
    """
    package = find_spec("justext") if pack in _LISTS else None
    if package is None or package.origin is None:
        return {}
    words = Path(package.origin).with_name("stoplists") / f"{_LISTS[pack]}.txt"
    ranks: dict[str, int] = {}
    for rank, word in enumerate(words.read_text("utf-8").lower().split()):
        ranks.setdefault(word, rank)
        if pack == "sr":
            ranks.setdefault(word.translate(_TO_LATIN), rank)
    return ranks


@cache
def frequent_anywhere() -> frozenset[str]:
    """Return the words that are among the most frequent ones of a language with a list."""
    return frozenset(word for pack in _LISTS for word, rank in common_words(pack).items() if rank < _MOST_FREQUENT)
