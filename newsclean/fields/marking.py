"""Run the field readers over a document and put down what they find as marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from newsclean.document import Document
from newsclean.fields.author_bio import bare_names, may_tell, names_among, signs, tells_of
from newsclean.fields.byline_marks import byline_behind, byline_below, byline_marks
from newsclean.fields.credit import read_credit_line, read_credit_tail
from newsclean.fields.dateline import DatelineSpan, read_dateline
from newsclean.fields.headline import HeadlineChoice, choose_headline
from newsclean.fields.page_marks import page_marks
from newsclean.fields.published_marks import published_marks
from newsclean.fields.standfirst import standfirst_marks
from newsclean.fields.story_view import ABOVE, BELOW, FIELD_WORDS, OPENING, StoryView, field_mark
from newsclean.mark import Chrome, FieldValue, Layer, Mark, Role
from newsclean.segment.looks import Look
from newsclean.story.resolving import Verdict

# Credits may also stand on the story's own last lines.
_TAIL = 3
# The author is told of below so many of the story's blocks.
_LEAST_BODY = 2
# What somebody is, on a line below the name, has no more words.
_ROLE_WORDS = 6
# A line with nothing but a dateline ends with one.
_DASHES = ("-", "–", "—")


def mark_fields(document: Document, looks: Sequence[Look], verdicts: Sequence[Verdict], today: dt.date) -> list[Mark]:
    """Return the marks of all fields.

    Args:
        document: the document.
        looks: what its blocks look like.
        verdicts: what is known of each block.
        today: dates after tomorrow are refused.
    """
    body = [i for i, verdict in enumerate(verdicts) if verdict.is_story]
    story = StoryView(document, looks, verdicts, body, today)
    marks = list(page_marks(document, today))
    if body:
        marks = published_marks(story, marks)
        marks += byline_marks(story, _dated(verdicts, marks))
        marks += _credits(story, {mark.block for mark in marks})
    taken = {mark.block for mark in marks}
    left = [i for i in body if i not in taken]
    headline = list(_headline(choose_headline(story, left, taken)))
    taken |= {mark.block for mark in headline}
    place = headline[0].block if headline else None
    if body and place is not None and not any(mark.role is Role.BYLINE for mark in marks):
        marks += byline_below(story, place, taken)
        taken |= {mark.block for mark in marks}
    if body and not any(mark.role is Role.BYLINE for mark in marks):
        marks += byline_behind(story, taken)
        taken |= {mark.block for mark in marks}
    standfirst = list(standfirst_marks(story, place, marks, taken))
    taken |= {mark.block for mark in standfirst}
    if body:
        marks += list(_author_bios(story, place, [*marks, *headline, *standfirst]))
        taken |= {mark.block for mark in marks}
    left = [i for i in left if i not in taken]
    dateline = list(_dateline(document, left)) or list(_dateline_above(story, left, taken))
    # A standfirst keeps its dateline: it is none of the body.
    own = (mark.block for mark in standfirst if mark.block is not None)
    marks += dateline or [replace(mark, block=None, start=0, end=None) for mark in _dateline(document, [*own])]
    return [*headline, *standfirst, *marks]


def _headline(choice: HeadlineChoice | None) -> Iterator[Mark]:
    if choice is None:
        return
    sets: dict[str, FieldValue | None] = {"headline": choice.text}
    if choice.publisher:
        sets["publisher"] = choice.publisher
    yield field_mark(Role.HEADLINE, choice.rule, choice.block, sets, "The headline.")
    for index in choice.repeats:
        yield field_mark(Role.HEADLINE, "headline.repeat", index, {}, "The headline again.")


def _dated(verdicts: Sequence[Verdict], marks: Iterable[Mark]) -> set[int]:
    """The blocks that hold a date, or tell how old the story is."""
    dates = {mark.block for mark in marks if mark.block is not None and mark.role is Role.PUBLISHED}
    return dates | {i for i, verdict in enumerate(verdicts) if verdict.chrome is Chrome.TIMESTAMP}


def _named(marks: Iterable[Mark]) -> list[str]:
    """The names of the authors that some marks set."""
    authors = (value for mark in marks for name, value in mark.sets if name == "authors" and isinstance(value, tuple))
    return [name for names in authors for name in names]


def _author_bios(story: StoryView, headline: int | None, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The lines at the story's end that name its author, who is named above it: in a byline, or alone on a line."""
    first, last = story.body[0], story.body[-1]
    taken = {mark.block for mark in marks}
    above = range(max(0, first - ABOVE) if headline is None else headline + 1, first)
    lines = [story.document.blocks[i].text for i in above if not story.is_chrome(i)]
    said = "\n".join(story.document.blocks[i].text for i in story.body[:-_TAIL])
    authors = _named(marks)
    names = [name for name in authors if " " in name] + bare_names(lines) + names_among(lines, said)
    left = [i for i in story.body[:_LEAST_BODY:-1] if i not in taken]
    end = list(takewhile(lambda index: _is_bio(story, index, names) or _is_signed(story, index, authors), left))
    # Tags and buttons stand between.
    below = [i for i in range(last + 1, min(len(story.looks), last + 1 + 2 * BELOW)) if i not in taken]
    for index in (*end, *(i for i in below if _is_bio(story, i, names) or _is_signed(story, i, authors))):
        why = "It stands at the end and names the story's author."
        yield Mark("author_bio.names_the_author", Layer.LANGUAGE, index, chrome=Chrome.AUTHOR_BIO, why=why)


def _is_bio(story: StoryView, index: int, names: Sequence[str]) -> bool:
    return not story.is_chrome(index) and tells_of(story.document.blocks[index].text, story.looks[index].words, names)


def _is_signed(story: StoryView, index: int, authors: Sequence[str]) -> bool:
    """Whether a line is the author's name alone, or stands right below it and may say who that is."""
    if story.is_chrome(index):
        return False
    text, above = (story.document.blocks[i].text for i in (index, index - 1))
    words = story.looks[index].words
    return signs(text, authors) or (signs(above, authors) and (words <= _ROLE_WORDS or may_tell(text, words)))


def _credits(story: StoryView, taken: set[int | None]) -> Iterator[Mark]:
    first, last = story.body[0], story.body[-1]
    below = range(last + 1, min(len(story.looks), last + 1 + BELOW))
    at_end = False
    for index in dict.fromkeys((*range(max(0, first - ABOVE), first), *story.body[:2], *story.body[-_TAIL:], *below)):
        text = story.document.blocks[index].text
        if story.looks[index].words > FIELD_WORDS or index in taken or story.is_chrome(index):
            continue
        found = read_credit_line(text)
        # A generic credit ("--Agencies") counts only behind the story; above it, it is a label of another kind.
        if found is None or (index < last and not found.agencies):
            continue
        at_end |= index >= last
        sets: dict[str, FieldValue | None] = {"credit": text, "agencies": found.agencies}
        yield field_mark(Role.CREDIT_LINE, f"source.{found.rule}", index, sets, "A credit line.")
    text = story.document.blocks[last].text
    if not at_end and (found := read_credit_tail(text)):
        sets = {"credit": text[found.start : found.end], "agencies": found.agencies}
        # The credit stays where it is, in its paragraph: what is said of the source is no reason to cut the story.
        yield field_mark(Role.CREDIT_LINE, f"source.{found.rule}", None, sets, "A credit behind the last paragraph.")


def _dateline(document: Document, body: Sequence[int]) -> Iterator[Mark]:
    for at, index in enumerate(body[:OPENING]):
        found, text = _read_dateline(document, index, body[at + 1 :]), document.blocks[index].text
        if found is not None:
            yield _dateline_mark(found, index, text)
            return


def _dateline_above(story: StoryView, body: Sequence[int], taken: set[int | None]) -> Iterator[Mark]:
    """The dateline on a line of its own, which looks like none of the story's."""
    index = body[0] - 1 if body else -1
    if index < 0 or index in taken or story.is_chrome(index):
        return
    found = _read_dateline(story.document, index, body)
    if found is not None and found.end == len(story.document.blocks[index].text):
        why = "A dateline on a line of its own, right above the story that it opens."
        yield field_mark(Role.BODY, "dateline.own_line", index, {}, why)
        yield _dateline_mark(found, index, story.document.blocks[index].text)


def _read_dateline(document: Document, index: int, below: Sequence[int]) -> DatelineSpan | None:
    """The dateline that opens a block, or is all of it: then the words that it opens stand in the next of the story."""
    text = document.blocks[index].text
    found = read_dateline(text)
    if found is not None:
        return found if found.end < len(text) else None
    if not text.endswith(_DASHES) or not below:
        return None
    found = read_dateline(f"{text} {document.blocks[below[0]].text}")
    is_all = found is not None and found.end in (len(text), len(text) + 1)
    return replace(found, end=len(text)) if found is not None and is_all else None


def _dateline_mark(found: DatelineSpan, index: int, text: str) -> Mark:
    sets: dict[str, FieldValue | None] = {
        "dateline": text[found.start : found.end],
        "dateline_places": found.places,
        "dateline_date": found.date_text,
        "dateline_agencies": found.agencies,
    }
    rule = f"dateline.{found.rule}"
    return field_mark(Role.DATELINE, rule, index, sets, "A dateline.", start=found.start, end=found.end)
