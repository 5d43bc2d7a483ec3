"""Which lines near a story are shown to the reader of bylines, and which of them may be names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.fields.author_bio import tells_of
from newsclean.fields.byline import Byline, read_bare_byline, read_byline
from newsclean.fields.east_asian_byline import has_east_asian
from newsclean.fields.story_view import ABOVE, StoryView, field_mark
from newsclean.mark import Chrome, FieldValue, Mark, Role
from newsclean.rules.fold import has_case
from newsclean.rules.languages import pack_of

# A line of names alone stands so near to the date, or under the headline, in blocks; where no capitals tell a name, the
# date is right beside it.
_NEAR = 2
# Shorter words of names are particles, initials and what is found in any text.
_LEAST_LETTERS = 4
_WORD = re.compile(r"[^\W\d_]+")
# What a rule may take a byline above the story for: who the author is, and who took the pictures.
_MAY_HOLD_ONE = frozenset({Chrome.AUTHOR_BIO, Chrome.MEDIA})
# So many of the story's last lines may tell of its author.
_TAIL = 2
# A story that is signed has so many paragraphs.
_LEAST_BODY = 3
_NAME_WORDS = 4
# In these languages names stand there without anything that announces them.
_SIGNED_BEHIND = frozenset({"vi"})


def byline_marks(story: StoryView, dated: set[int]) -> Iterator[Mark]:
    """Yield the mark of the story's byline: of the first line that is one by itself, or of names beside a date.

    Args:
        story: the document and its story.
        dated: the blocks that hold a date, or a line about the date.
    """
    for index in story.around():
        above = index < story.body[0] and story.verdicts[index].chrome in _MAY_HOLD_ONE
        if (story.is_chrome(index) and not above) or story.looks[index].prose:
            continue
        if found := read_byline(story.document.blocks[index].text):
            yield _mark(story, index, found, "byline.line", "A byline.", dated)
            return
    first = story.body[0]
    # The model may have taken a line of names for the first of the story's.
    opening = [i for i in story.body[:_NEAR] if i not in dated and has_case(story.document.blocks[i].text)]
    for index in (*range(max(0, first - ABOVE), first), *opening):
        if index in dated or _is_beside(story, index, dated):
            found = _bare(story, index)
            if found is not None:
                yield _mark(story, index, found, "byline.beside_date", "Names beside a date.", dated)
                return


def byline_below(story: StoryView, headline: int, taken: set[int | None]) -> Iterator[Mark]:
    """Yield the mark of the names that stand right below the headline, or below its standfirst, on a line of their own.

    In a text that is clean but for that, the line may have been taken for the story's own.

    Args:
        story: the document and its story.
        headline: index of the block that is the headline.
        taken: the blocks that other field readers have taken.
    """
    below = range(headline + 1, headline + 1 + _NEAR)
    # The headline of such a text has been taken for the story's own, too.
    opening = [i for i in story.body if i > headline][:_NEAR]
    for index in (i for i in below if i in opening or i < min(opening, default=0)):
        text = story.document.blocks[index].text
        if index not in taken and has_case(text) and (found := _bare(story, index)):
            yield _mark(story, index, found, "byline.below_headline", "Names below the headline.", set())
            return


def byline_behind(story: StoryView, taken: set[int | None]) -> Iterator[Mark]:
    """Yield the mark of the names that sign a story, on a line of their own right behind its last paragraph.

    Args:
        story: the document and its story.
        taken: the blocks that other field readers have taken.
    """
    last = story.body[-1]
    for index in (last, last + 1):
        if index in taken or index >= len(story.looks) or len(story.body) < _LEAST_BODY:
            continue
        text = story.document.blocks[index].text
        # Elsewhere what stands there are as often tags and the headings of what follows.
        may_sign = pack_of(story.document.language) in _SIGNED_BEHIND or has_east_asian(text)
        found = _bare(story, index) if may_sign else None
        if found is not None and all(name.count(" ") < _NAME_WORDS for name in found.authors):
            yield _mark(story, index, found, "byline.behind", "Names right behind the story.", set())
            return


def _is_beside(story: StoryView, index: int, dated: set[int]) -> bool:
    near = _NEAR if has_case(story.document.blocks[index].text) else 1
    return any(i in dated for i in range(index - near, index + near + 1))


def _bare(story: StoryView, index: int) -> Byline | None:
    if story.is_chrome(index) and story.verdicts[index].chrome is not Chrome.TIMESTAMP:
        return None
    found = None if story.looks[index].prose else read_bare_byline(story.document.blocks[index].text)
    return None if found is None or _speaks_of(story, found.authors, index) else found


def _speaks_of(story: StoryView, names: Sequence[str], but: int) -> bool:
    """Whether the story, but for one block, has words of these names.

    Who is spoken of did not write it, and what is written small there is no name ("Healthy Eating Tips").
    """
    words = {word for name in names for word in _WORD.findall(name) if len(word) >= _LEAST_LETTERS}
    words |= {word.lower() for word in words}
    ends = {i for i in story.body[-_TAIL:] if tells_of(story.document.blocks[i].text, story.looks[i].words, names)}
    texts = (story.document.blocks[i].text for i in story.body if i != but and i not in ends)
    # To look for a few words takes a tenth of the time that it takes to part a text into its own.
    return any(not words.isdisjoint(_WORD.findall(text)) for text in texts if any(word in text for word in words))


def _mark(story: StoryView, index: int, found: Byline, rule: str, why: str, dated: set[int]) -> Mark:
    text = story.document.blocks[index].text
    sets: dict[str, FieldValue | None] = {"byline": text[found.start : found.end], "authors": found.authors}
    span = (found.start, found.end) if index in dated else (0, None)
    return field_mark(Role.BYLINE, rule, index, sets, why, start=span[0], end=span[1])
