"""Chrome by the names of the elements around it: evidence that the share of the running text in them can outweigh."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.mark import Chrome, Layer, Mark
from newsclean.segment.hints import Hint
from newsclean.segment.looks import Look

_RULES = "any.markup"
# Kinds whose names are given to nothing else. Elements named after advertisements, paywalls, consent or sharing hold
# the story on many sites, and so do those named after navigation where they hold running text.
_TELLING = frozenset({Chrome.NEWSLETTER, Chrome.RELATED, Chrome.AUTHOR_BIO, Chrome.COMMENTS, Chrome.COPYRIGHT})
# An element that holds more of the page's running text than this is the story's, whatever its name.
_MOST = 0.3


def markup_marks(looks: Sequence[Look], hints: Sequence[Hint | None]) -> list[Mark]:
    """Return marks for the blocks in elements whose attributes name a kind of chrome.

    Args:
        looks: what the blocks look like.
        hints: what the markup around each block names; shorter than `looks` where the last blocks stood in no element.
    """
    total = sum(look.words for look in looks if look.prose)
    inside: dict[int, float] = {}
    for look, hint in zip(looks, hints, strict=False):
        if hint is not None and look.prose:
            inside[hint.element] = inside.get(hint.element, 0.0) + look.words
    return [
        Mark(
            f"{_RULES}.{hint.chrome.value}",
            Layer.ANY,
            index,
            chrome=hint.chrome,
            why=f"It stands in an element that names itself “{hint.word}”.",
        )
        for index, hint in enumerate(hints)
        if hint is not None and hint.chrome in _TELLING and inside.get(hint.element, 0.0) <= _MOST * total
    ]
