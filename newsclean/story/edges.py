"""Where the model's bar is another: at subheads, behind the story, in a text that is clean already, above headlines."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import BlockKind
from newsclean.mark import Chrome
from newsclean.segment.looks import Look
from newsclean.story.forest import Matrix
from newsclean.story.scene import Scene

# What the bar is for a line right above a paragraph of so many words, of no more words itself ...
_SUBHEAD = 0.4
_SUBHEAD_WORDS = 8
_PARAGRAPH_WORDS = 20
# ... and for the sentences behind the last paragraph, of so many words at least, one line of chrome between them.
_LAST = 0.15
_LAST_WORDS = 3
# ... and for one with nothing behind it: a page ends with other things.
_LAST_OF_ALL = 0.05
# Of a text that looks clean no more blocks than this are left out for anything but its head.
_MOST_LEFT_OUT = 2


def with_edges(kept: Sequence[bool], probabilities: Matrix, scene: Scene) -> list[bool]:
    """Return which blocks of a text are the story, those at its inner and outer edges included.

    A subhead looks like a line of chrome, and a last short sentence like the first of what follows; but for their
    places the model gives both too little.

    Args:
        kept: which blocks the model keeps.
        probabilities: that each is of the story, 0..1.
        scene: the document.
    """
    found = list(kept)
    places = [index for index, keep in enumerate(kept) if keep]
    if not places:
        return found
    for index in range(places[0], places[-1]):
        if probabilities[index] > _SUBHEAD and kept[index + 1]:
            look, below = scene.looks[index], scene.looks[index + 1]
            is_subhead = look.words <= _SUBHEAD_WORDS and below.words >= _PARAGRAPH_WORDS and not look.repeated
            found[index] = found[index] or is_subhead
    for index in _last_sentences(places[-1] + 1, probabilities, scene.looks, scene.chrome):
        found[index] = True
    left = [index for index, keep in enumerate(found) if not keep and (index > places[0] or scene.looks[index].prose)]
    if len(left) <= _MOST_LEFT_OUT and _looks_clean(scene):
        for index in left:
            found[index] = index < places[-1] or scene.looks[index].prose
    return found


def below_headline(kept: Sequence[bool], scene: Scene) -> list[bool]:
    """Return which blocks of a page are the story, without the labels above its main heading.

    Args:
        kept: which blocks the model keeps.
        scene: the document.
    """
    prose = (index for index, keep in enumerate(kept) if keep and scene.looks[index].prose)
    above = scene.blocks[: next(prose, 0)]
    heading = max((b.index for b in above if b.kind is BlockKind.HEADING and b.level == 1), default=0)
    return [keep and (index >= heading or scene.looks[index].prose) for index, keep in enumerate(kept)]


def _looks_clean(scene: Scene) -> bool:
    """Whether a text is laid out as an article: paragraphs behind blank lines, and nothing that a rule calls chrome.

    A standfirst may stand right below its headline. To take a line or two from such a text does as much harm as good.
    """
    return not any(scene.chrome) and all(block.gap == 1 for block in scene.blocks[2:]) and len(scene.blocks) > 2


def _last_sentences(
    start: int, probabilities: Matrix, looks: Sequence[Look], chrome: Sequence[Chrome | None]
) -> list[int]:
    found: list[int] = []
    bridged = False
    for index in range(start, len(looks)):
        if chrome[index] is not None and not bridged:
            bridged = True
        elif (
            looks[index].sentence
            and looks[index].words >= _LAST_WORDS
            and probabilities[index] > (_LAST if index + 1 < len(looks) else _LAST_OF_ALL)
        ):
            found.append(index)
        else:
            break
    return found
