"""Which date lines near a story tell when it appeared, and whether they or the page's metadata are to be believed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsclean.fields.date_grammar import find_date
from newsclean.fields.date_moments import day_of, read_moments
from newsclean.fields.published import MAX_LINE, Moment, PublishedLine, parse_moment, plausible, read_published_line
from newsclean.fields.story_view import OPENING, StoryView, field_mark
from newsclean.mark import Chrome, FieldValue, Mark, Role

# Date lines that stand together are no farther apart, in blocks.
_TOGETHER = 3
# Chrome that a date line may be taken for.
_DATED = frozenset({Chrome.TIMESTAMP, Chrome.AUTHOR_BIO})
# A line that differs by no more than this from what the metadata states may be of another zone.
_ZONES = dt.timedelta(days=1)
_MONTHS = 12
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d\d(?![\d/.-])")


def published_marks(story: StoryView, stated: Sequence[Mark]) -> list[Mark]:
    """Return the marks of the date lines near a story, and those of the page's metadata, the more credible first.

    Many systems state in the metadata when a page was last built. A date line at the story is to be believed where the
    metadata gives one day for the publication and the last change, or a day after that of the line; and where a day and
    month of the metadata, read the other way round, are those of the line: a line in numbers is read as they are.

    Args:
        story: the document and its story.
        stated: the marks of what the page says of itself.
    """
    published, modified = (_stated(stated, name) for name in ("published", "modified"))
    lines = _published_lines(story, published)
    if not lines and published is None and _is_undated_page(story):
        lines = [*_dates_beside(story)]
    said = _stated(lines, "published")
    if said is None or published is None or said == published:
        return [*stated, *lines]
    is_rebuilt = published == modified or said < published - _ZONES or _swapped(published) == said
    return [*lines, *stated] if is_rebuilt else [*stated, *lines]


def _stated(marks: Iterable[Mark], name: str) -> dt.date | None:
    """The day that the first of some marks sets for a field."""
    values = (value for mark in marks for field, value in mark.sets if field == name)
    moment = parse_moment(str(next(values, "")))
    return None if moment is None else day_of(moment)


def _published_lines(story: StoryView, stated: dt.date | None) -> list[Mark]:
    marks: list[Mark] = []
    known: set[str] = set()
    for index, found in _date_lines(story):
        told = {"published": _as_stated(story, index, found.published, stated), "modified": found.modified}
        sets: dict[str, FieldValue | None] = {
            name: moment.isoformat()
            for name, moment in told.items()
            if moment is not None and name not in known and plausible(moment, today=story.today)
        }
        if not sets or (index > story.body[-1] and "published" in known):
            continue
        known |= set(sets)
        text = story.document.blocks[index].text
        # What stands beside a date in a line that is none of the story is no more than a label.
        whole = index not in story.body or not any(map(str.isalnum, text[: found.start] + text[found.end :]))
        span = (0, None) if whole else (found.start, found.end)
        mark = field_mark(Role.PUBLISHED, "published.line", index, sets, "A date line.", start=span[0], end=span[1])
        # The day of a change is read, but the line is no more of the article than "3 hours ago".
        marks.append(mark if "published" in sets else replace(mark, role=Role.BOILERPLATE, chrome=Chrome.TIMESTAMP))
    return marks


def _as_stated(story: StoryView, index: int, moment: Moment | None, stated: dt.date | None) -> Moment | None:
    """A moment in numbers read day first, month first where that makes it the day that the page's metadata states.

    Where the metadata states another, the page's other dates in numbers tell which part is the month.
    """
    blocks = story.document.blocks
    if moment is None or (swapped := _swapped(moment)) is None or not _NUMBERS.search(blocks[index].text):
        return moment
    if stated in (day_of(moment), day_of(swapped)):
        return moment if day_of(moment) == stated else swapped
    parts = [(int(found[1]), int(found[2])) for block in blocks for found in _NUMBERS.finditer(block.text)]
    month_first = sum(first <= _MONTHS < second for first, second in parts)
    return swapped if month_first > sum(second <= _MONTHS < first for first, second in parts) else moment


def _swapped(moment: Moment) -> Moment | None:
    """A moment with its day for its month; None where that is no other day."""
    if moment.day > _MONTHS or moment.month == moment.day:
        return None
    return moment.replace(month=moment.day, day=moment.month)


def _date_lines(story: StoryView) -> list[tuple[int, PublishedLine]]:
    """The date lines near the story, the one that tells when it appeared first.

    Of those above the story they are the ones with a time of day, if any has, and of these the nearest: at the top of
    a page stands the day of the visit. Of several that stand together the earliest counts, the others tell of changes.
    """
    near = [*_read_dates(story, story.around())]
    first = story.body[0]
    above = [found for found in near if found[0] < first and found[1].published is not None]
    timed = [found for found in above if isinstance(found[1].published, dt.datetime)] or above
    together = [found for found in timed if timed[-1][0] - found[0] <= _TOGETHER]
    lines = [*sorted(together, key=lambda found: str(found[1].published))[:1], *near]
    # Dates far above a text's story may be of anything; on a page they stand in its head.
    if not lines and _is_undated_page(story):
        lines = [*_read_dates(story, story.farther())]
    return list(dict.fromkeys(lines))


def _is_undated_page(story: StoryView) -> bool:
    return story.document.form == "html" and not story.document.metadata.published


def _dates_beside(story: StoryView) -> Iterator[Mark]:
    """The date that a line above the story, or its first, begins or ends with, whatever else it says; the nearest."""
    for index in (*story.body[:OPENING], *story.farther()):
        text = story.document.blocks[index].text
        found = find_date(text) if len(text) <= MAX_LINE else None
        moments = read_moments(found) if found else None
        if not found or not moments or moments.published is None or not plausible(moments.published, today=story.today):
            continue
        if not any(map(str.isalnum, text[: found.start])) or not any(map(str.isalnum, text[moments.said :])):
            sets: dict[str, FieldValue | None] = {"published": moments.published.isoformat()}
            why = f"Above the story stands “{text[:60]}”."
            yield field_mark(Role.PUBLISHED, "published.beside", None, sets, why)
            return


def _read_dates(story: StoryView, places: Iterable[int]) -> Iterator[tuple[int, PublishedLine]]:
    for index in places:
        if story.is_chrome(index) and story.verdicts[index].chrome not in _DATED:
            continue
        if found := read_published_line(story.document.blocks[index].text):
            yield index, found
