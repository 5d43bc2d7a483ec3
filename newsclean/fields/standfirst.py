"""The standfirst: the sentence or two between a headline and its story that sum it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.document import BlockKind
from newsclean.fields.byline import read_bare_byline
from newsclean.fields.date_grammar import find_date
from newsclean.fields.dateline import read_dateline
from newsclean.fields.headline_lines import plain
from newsclean.fields.story_view import StoryView, field_mark
from newsclean.mark import Chrome, Mark, Role

# A standfirst has so many words, and nothing but a kicker, labels, a byline and a date between it and the headline.
_WORDS = range(5, 61)
_NEAR_HEADLINE = 2
_REACH = 6
# Below a standfirst at least so many blocks of running text are the story.
_LEAST_BODY = 2
# A line of links is another story's headline.
_LINKS = 0.5
# A line that shares more of its words with the headline says it again.
_SAME = 0.6
# How much of a block is compared first, in characters.
_BEGINNING = 20
# "Sáng 16/4, …", "เมื่อเวลา 01.20 น. …", below a paragraph of so many words without any such: a report opens so.
_LONGEST = 48
_WHEN = re.compile(r"(?<!\d)\d{1,2}[/.:-]\d{1,2}(?!\d)")
_OPENS_WITH_DAY = re.compile(r".{0,14}(?<!\d)(?:\d{1,2}[/-]\d{1,2}|\d{1,2}[.:]\d{2})(?![\d%])")


def standfirst_marks(
    story: StoryView, headline: int | None, marks: Sequence[Mark], taken: set[int | None]
) -> Iterator[Mark]:
    """Yield the mark of a story's standfirst.

    Args:
        story: the document and its story.
        headline: index of the block that is the headline, None where none is.
        marks: of the other field readers.
        taken: the blocks that they have taken.
    """
    described = _described(story)
    if described is not None:
        why = "The page states it as its description."
        yield _mark(story, described, "subheadline.description", why)
    elif headline is not None and story.body:
        if (index := _left_out(story, headline, taken)) is not None:
            yield _mark(story, index, "subheadline.below_headline", "It stands between the headline and the story.")
        elif (index := _parted(story, headline, marks, taken)) is not None:
            why = "It stands below the headline, and a byline, a date or share buttons below it."
            yield _mark(story, index, "subheadline.standfirst", why)


def _mark(story: StoryView, index: int, rule: str, why: str) -> Mark:
    return field_mark(Role.SUBHEADLINE, rule, index, {"subheadline": story.document.blocks[index].text}, why)


def _described(story: StoryView) -> int | None:
    """The block, outside the body, that says what the page states as its description."""
    wanted = plain(story.document.metadata.description or "")
    if not wanted:
        return None
    pairs = zip(story.document.blocks, story.verdicts, strict=True)
    # Most blocks are far shorter or begin otherwise, which costs less to see than what is left of them; "ß" becomes two
    # letters there.
    left_out = (b for b, verdict in pairs if verdict.chrome is not None and 2 * len(b.text) > len(wanted))
    alike = (b for b in left_out if wanted.startswith(plain(b.text[:_BEGINNING])))
    return next((b.index for b in alike if plain(b.text) == wanted), None)


def _left_out(story: StoryView, headline: int, taken: set[int | None]) -> int | None:
    """The first line below the headline that no rule knows and that is none of the story.

    Behind a byline, a date or share buttons it must be a sentence: captions stand there, too.
    """
    for index in range(headline + 1, min(headline + 1 + _REACH, story.body[0])):
        if index in taken or story.is_chrome(index):
            continue
        block = story.document.blocks[index]
        is_text = block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE)
        linked = block.link_density is not None and block.link_density > _LINKS
        may_be = index == headline + 1 or story.looks[index].sentence
        if is_text and not linked and may_be and int(story.looks[index].words) in _WORDS:
            return None if _is_another_line(block.text, story.document.blocks[headline].text) else index
        if story.looks[index].words > _WORDS.stop:
            return None
    return None


def _is_another_line(text: str, headline: str) -> bool:
    """Whether a line says the headline once more, or who wrote the story and when."""
    said = set(plain(headline).split())
    words = plain(text).split()
    again = sum(word in said for word in words) > _SAME * len(words)
    return again or find_date(text) is not None or read_bare_byline(text) is not None


def _begins_anew(first: str, second: str) -> bool:
    """Whether a report begins with the second of two paragraphs: with a dateline, a day or a time of day."""
    if len(first.split()) > _LONGEST or _WHEN.search(first) or read_dateline(first) is not None:
        return False
    return _OPENS_WITH_DAY.match(second) is not None or read_dateline(second) is not None


def _parted(story: StoryView, headline: int, marks: Sequence[Mark], taken: set[int | None]) -> int | None:
    """In text, the story's first block where a byline, a date, share buttons or white space part it from the next."""
    body = [i for i in story.body if story.looks[i].prose and i not in taken]
    if len(body) < _LEAST_BODY or story.document.form != "text":
        return None
    first, second = body[:2]
    # Headline and standfirst stand together, and a blank line stands between the paragraphs.
    together = first == headline + 1 and not story.document.blocks[first].gap
    if together and all(story.document.blocks[i].gap for i in body[1:]):
        return first
    parting = {mark.role for mark in marks if mark.block is not None and first < mark.block < second}
    if story.looks[first].words >= _WORDS.stop or first <= headline:
        return None
    if first <= headline + _NEAR_HEADLINE and {Role.BYLINE, Role.PUBLISHED} & parting:
        return first
    if first <= headline + _REACH and _begins_anew(*(story.document.blocks[i].text for i in (first, second))):
        return first
    # Buttons to share a story stand above it, or below.
    shared = any(story.verdicts[i].chrome is Chrome.SHARE for i in range(first + 1, second))
    return first if shared and first <= headline + _REACH else None
