"""Which packs there are, which one reads a language, and which languages' patterns are tried beside it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PACKS = Path(__file__).parent.parent / "packs"
# The pack of what needs no language, and that of the language in which sites of all languages have some chrome.
ANY = "any"
_EVERYWHERE = frozenset({ANY, "en"})
# Codes of languages that are read by the pack of another code: Norwegian by that of Bokmål, and two withdrawn codes.
_SAME_PACK = {"no": "nb", "nn": "nb", "iw": "he", "in": "id"}
# Languages that are taken for each other in short texts.
_KIN = (
    frozenset({"da", "nb", "sv"}),
    frozenset({"id", "ms"}),
    frozenset({"cs", "sk"}),
    frozenset({"bg", "ru", "sr", "uk"}),
    frozenset({"es", "pt"}),
    frozenset({"ar", "fa"}),
)


@cache
def pack_files() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the files of each pack, in order: of kinds, with their ending."""
    # Hundreds of files: to make a path of each takes longer than to read what was made of them.
    with os.scandir(PACKS) as found:
        folders = sorted(entry.name for entry in found if entry.is_dir())
    listed = {name: os.listdir(PACKS / name) for name in folders}  # noqa: PTH208 - as above
    files = {name: tuple(sorted(n for n in names if n.endswith(".toml"))) for name, names in listed.items()}
    return {name: names for name, names in files.items() if names}


def pack_names() -> tuple[str, ...]:
    """Return the names of the packs: language codes, and `any`."""
    return tuple(pack_files())


def pack_of(language: str | None) -> str:
    """Return the name of the pack for a language, given as BCP 47; empty where none is given."""
    primary = (language or "").split("-", 1)[0]
    return _SAME_PACK.get(primary, primary)


@cache
def spoken_beside(pack: str) -> frozenset[str]:
    """Return the packs whose patterns are tried on documents of a pack's language: its own, its kin's, English ones.

    For a language that has no pack they are all: one of them may be close enough.
    """
    if pack not in pack_names():
        return frozenset(pack_names())
    kin = (family for family in _KIN if pack in family)
    return frozenset({pack}).union(_EVERYWHERE, *kin)
