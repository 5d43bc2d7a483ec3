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
# "caption" alone names the lines below a headline, too.
_CAPTIONS = frozenset({"imagecaption", "image caption", "photocaption", "photo caption", "wp caption"})
# An element that holds more of the page's running text than this is the story's, whatever its name.
_MOST = 0.3


# So many elements named after comments, with running text in each, are what readers wrote, however much that is ...
_LEAST_COMMENTS = 3
# ... if there is a story beside them: of a forum they are the story. In words of running text.
_LEAST_STORY = 40
#: The rule that a page's comments are removed by, where that is beyond doubt.
THREAD = f"{_RULES}.comment_thread"


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
    comments = {
        hint.element
        for hint in hints
        if hint is not None and hint.chrome is Chrome.COMMENTS and 0 < inside.get(hint.element, 0.0) <= _MOST * total
    }
    said = sum(inside[element] for element in comments)
    is_thread = len(comments) >= _LEAST_COMMENTS and total - said >= _LEAST_STORY
    return [
        Mark(
            THREAD if is_thread and hint.element in comments else f"{_RULES}.{hint.chrome.value}",
            Layer.ANY,
            index,
            chrome=hint.chrome,
            why=f"It stands in an element that names itself “{hint.word}”.",
        )
        for index, hint in enumerate(hints)
        if hint is not None and _is_telling(hint) and inside.get(hint.element, 0.0) <= _MOST * total
    ]


def _is_telling(hint: Hint) -> bool:
    return hint.chrome in _TELLING or hint.word in _CAPTIONS
