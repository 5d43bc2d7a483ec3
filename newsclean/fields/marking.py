"""Run the field readers over a document and put down what they find as marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from newsclean.document import Document
from newsclean.fields.author_bio import bare_names, tells_of
from newsclean.fields.byline import author_names, read_byline
from newsclean.fields.credit import read_credit_line, read_credit_tail
from newsclean.fields.dateline import read_dateline
from newsclean.fields.headline import HeadlineChoice, choose_headline, looks_like_a_name, split_suffix
from newsclean.fields.headline_lines import plain
from newsclean.fields.published import date_from_url, parse_moment, plausible, read_published_line
from newsclean.fields.publisher import known_publisher, stated_publisher
from newsclean.mark import Chrome, FieldValue, Layer, Mark, Role
from newsclean.segment.looks import Look
from newsclean.story.resolving import Verdict

# How many blocks above the lead, and below the story's end, the readers of bylines, dates and credits look at.
_ABOVE = 14
# On a page that states no date elsewhere, a date line is looked for as far as this above.
_FAR_ABOVE = 60
_BELOW = 6
# Credits may also stand on the story's own last lines, bylines and datelines on its first ones.
_TAIL = 3
_OPENING = 3
_FIELD_WORDS = 25
# The author is told of below so many of the story's blocks.
_LEAST_BODY = 2
# A standfirst has no more words than this, and nothing but a kicker between it and the headline.
_STANDFIRST_WORDS = 50
_NEAR_HEADLINE = 2
# Chrome that a date line may be taken for.
_DATED = frozenset({Chrome.TIMESTAMP, Chrome.AUTHOR_BIO})
# Chrome that stands between a headline and its story.
_UNDER_HEADLINES = frozenset({Chrome.SHARE, Chrome.TIMESTAMP, Chrome.AUTHOR_BIO, Chrome.COMMENTS, Chrome.FOLLOW})


@dataclass(frozen=True, slots=True)
class _Story:
    """A document with what is known of its story so far."""

    document: Document
    looks: Sequence[Look]
    verdicts: Sequence[Verdict]
    body: Sequence[int]
    today: dt.date

    def is_chrome(self, index: int) -> bool:
        """Whether a rule, and not only the model, has removed the block."""
        verdict = self.verdicts[index]
        return verdict.chrome is not None and not (verdict.rule or "").startswith("model.")

    def farther(self) -> Iterator[int]:
        """Yield the short blocks between the headline and the story, far as they may be; the nearest first."""
        first = self.body[0]
        places = range(first - 1, max(-1, first - 1 - _FAR_ABOVE), -1)
        return (i for i in places if self.looks[i].words <= _FIELD_WORDS)

    def around(self) -> Iterator[int]:
        """Yield the blocks near the story's beginning and right after its end, short ones only."""
        first, last = self.body[0], self.body[-1]
        opening = self.body[:_OPENING][-1]
        places = (
            *range(max(0, first - _ABOVE), opening + 1),
            *range(last + 1, min(len(self.looks), last + 1 + _BELOW)),
        )
        return (i for i in dict.fromkeys(places) if self.looks[i].words <= _FIELD_WORDS)


def mark_fields(document: Document, looks: Sequence[Look], verdicts: Sequence[Verdict], today: dt.date) -> list[Mark]:
    """Return the marks of all fields.

    Args:
        document: the document.
        looks: what its blocks look like.
        verdicts: what is known of each block.
        today: dates after tomorrow are refused.
    """
    body = [i for i, verdict in enumerate(verdicts) if verdict.is_story]
    story = _Story(document, looks, verdicts, body, today)
    marks = list(_page_fields(document, today))
    if body:
        marks += _published_lines(story)
        marks += _byline(story, {mark.block for mark in marks})
        marks += _credits(story, {mark.block for mark in marks})
    taken = {mark.block for mark in marks}
    skip = [i in taken or story.is_chrome(i) for i in range(len(verdicts))]
    under = [i in taken or verdict.chrome in _UNDER_HEADLINES for i, verdict in enumerate(verdicts)]
    left = [i for i in body if i not in taken]
    headline = list(_headline(choose_headline(document, looks, left, skip, under)))
    taken |= {mark.block for mark in headline}
    if body:
        bios = list(_author_bios(story, headline[0].block if headline else None, [*marks, *headline]))
        marks += bios
        taken |= {mark.block for mark in bios}
    standfirst = list(_subheadline(document, verdicts) or _standfirst(story, headline, marks, taken))
    taken |= {mark.block for mark in standfirst}
    marks += _dateline(document, [i for i in left if i not in taken])
    return [*headline, *standfirst, *marks]


def _field(
    role: Role,
    rule: str,
    block: int | None,
    sets: dict[str, FieldValue | None],
    why: str,
    *,
    start: int = 0,
    end: int | None = None,
) -> Mark:
    values = tuple((name, value) for name, value in sets.items() if value)
    return Mark(rule, Layer.LANGUAGE, block, start, end, role, None, values, why)


def _headline(choice: HeadlineChoice | None) -> Iterator[Mark]:
    if choice is None:
        return
    sets: dict[str, FieldValue | None] = {"headline": choice.text}
    if choice.publisher:
        sets["publisher"] = choice.publisher
    yield _field(Role.HEADLINE, choice.rule, choice.block, sets, "The headline.")
    for index in choice.repeats:
        yield _field(Role.HEADLINE, "headline.repeat", index, {}, "The headline again.")


def _standfirst(
    story: _Story, headline: Sequence[Mark], marks: Sequence[Mark], taken: set[int | None]
) -> Iterator[Mark]:
    """In text, the sentence right below the headline that a byline or a date parts from the story."""
    body = [i for i in story.body if story.looks[i].prose and i not in taken]
    if not headline or headline[0].block is None or len(body) < _LEAST_BODY or story.document.form != "text":
        return
    first, second = body[:2]
    parting = [mark.role for mark in marks if mark.block is not None and first < mark.block < second]
    near = headline[0].block < first <= headline[0].block + _NEAR_HEADLINE
    if near and story.looks[first].words <= _STANDFIRST_WORDS and {Role.BYLINE, Role.PUBLISHED} & set(parting):
        text = story.document.blocks[first].text
        why = "It stands below the headline, and a byline or a date below it."
        yield _field(Role.SUBHEADLINE, "subheadline.standfirst", first, {"subheadline": text}, why)


def _subheadline(document: Document, verdicts: Sequence[Verdict]) -> list[Mark]:
    """The block, outside the body, that says what the page states as its description: its standfirst."""
    wanted = plain(document.metadata.description or "")
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        if wanted and verdict.chrome is not None and plain(block.text) == wanted:
            why = "The page states it as its description."
            return [_field(Role.SUBHEADLINE, "subheadline.description", block.index, {"subheadline": block.text}, why)]
    return []


def _published_lines(story: _Story) -> list[Mark]:
    marks: list[Mark] = []
    known: set[str] = set()
    near = list(story.around())
    # Dates far above a text's story may be of anything; on a page they stand in its head.
    far = story.document.form == "html" and not story.document.metadata.published
    for index in dict.fromkeys((*near, *(story.farther() if far else ()))):
        text = story.document.blocks[index].text
        if not any(map(str.isdigit, text)) or ("published" in known and index not in near):
            continue
        if story.is_chrome(index) and story.verdicts[index].chrome not in _DATED:
            continue
        found = read_published_line(text)
        if found is None or (index > story.body[-1] and "published" in known):
            continue
        stated = {"published": found.published, "modified": found.modified}
        sets: dict[str, FieldValue | None] = {
            name: moment.isoformat()
            for name, moment in stated.items()
            if moment is not None and name not in known and plausible(moment, today=story.today)
        }
        if not sets:
            continue
        known |= set(sets)
        whole = not any(map(str.isalnum, text[: found.start] + text[found.end :]))
        span = (0, None) if whole else (found.start, found.end)
        mark = _field(Role.PUBLISHED, "published.line", index, sets, "A date line.", start=span[0], end=span[1])
        # The day of a change is read, but the line is no more of the article than "3 hours ago".
        marks.append(mark if "published" in sets else replace(mark, role=Role.BOILERPLATE, chrome=Chrome.TIMESTAMP))
    return marks


def _byline(story: _Story, dated: set[int | None]) -> Iterator[Mark]:
    for index in story.around():
        text = story.document.blocks[index].text
        if story.is_chrome(index) or story.looks[index].prose:
            continue
        found = read_byline(text)
        if found is None:
            continue
        sets: dict[str, FieldValue | None] = {"byline": text[found.start : found.end], "authors": found.authors}
        span = (found.start, found.end) if index in dated else (0, None)
        yield _field(Role.BYLINE, "byline.line", index, sets, "A byline.", start=span[0], end=span[1])
        return


def _named(marks: Iterable[Mark]) -> list[str]:
    """The full names of the authors that some marks set."""
    authors = (value for mark in marks for name, value in mark.sets if name == "authors" and isinstance(value, tuple))
    return [name for names in authors for name in names if " " in name]


def _author_bios(story: _Story, headline: int | None, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The lines at the story's end that name its author, who is named above it: in a byline, or alone on a line."""
    first, last = story.body[0], story.body[-1]
    taken = {mark.block for mark in marks}
    above = range(max(0, first - _ABOVE) if headline is None else headline + 1, first)
    names = _named(marks) + bare_names(story.document.blocks[i].text for i in above if not story.is_chrome(i))
    left = [i for i in story.body[:_LEAST_BODY:-1] if i not in taken]
    end = list(takewhile(lambda index: _is_bio(story, index, names), left))
    below = [i for i in range(last + 1, min(len(story.looks), last + 1 + _BELOW)) if i not in taken]
    for index in (*end, *(i for i in below if _is_bio(story, i, names))):
        why = "It stands at the end and names the story's author."
        yield Mark("author_bio.names_the_author", Layer.LANGUAGE, index, chrome=Chrome.AUTHOR_BIO, why=why)


def _is_bio(story: _Story, index: int, names: Sequence[str]) -> bool:
    return not story.is_chrome(index) and tells_of(story.document.blocks[index].text, story.looks[index].words, names)


def _credits(story: _Story, taken: set[int | None]) -> Iterator[Mark]:
    first, last = story.body[0], story.body[-1]
    below = range(last + 1, min(len(story.looks), last + 1 + _BELOW))
    at_end = False
    for index in dict.fromkeys((*range(max(0, first - _ABOVE), first), *story.body[:2], *story.body[-_TAIL:], *below)):
        text = story.document.blocks[index].text
        if story.looks[index].words > _FIELD_WORDS or index in taken or story.is_chrome(index):
            continue
        found = read_credit_line(text)
        # A generic credit ("--Agencies") counts only behind the story; above it, it is a label of another kind.
        if found is None or (index < last and not found.agencies):
            continue
        at_end |= index >= last
        sets: dict[str, FieldValue | None] = {"credit": text, "agencies": found.agencies}
        yield _field(Role.CREDIT_LINE, f"source.{found.rule}", index, sets, "A credit line.")
    text = story.document.blocks[last].text
    if not at_end and (found := read_credit_tail(text)):
        sets = {"credit": text[found.start : found.end], "agencies": found.agencies}
        # The credit stays where it is, in its paragraph: what is said of the source is no reason to cut the story.
        yield _field(Role.CREDIT_LINE, f"source.{found.rule}", None, sets, "A credit behind the last paragraph.")


def _dateline(document: Document, body: Sequence[int]) -> Iterator[Mark]:
    for index in body[:_OPENING]:
        text = document.blocks[index].text
        found = read_dateline(text)
        if found is not None and found.end < len(text):
            sets: dict[str, FieldValue | None] = {
                "dateline": text[found.start : found.end],
                "dateline_places": found.places,
                "dateline_date": found.date_text,
                "dateline_agencies": found.agencies,
            }
            rule = f"dateline.{found.rule}"
            yield _field(Role.DATELINE, rule, index, sets, "A dateline.", start=found.start, end=found.end)
            return


def _page_fields(document: Document, today: dt.date) -> Iterator[Mark]:
    """What an HTML page says of itself; each the first one that holds."""
    page = document.metadata
    for name, values in (("published", page.published), ("modified", page.modified)):
        moments = (moment for value in values if (moment := parse_moment(value)) is not None)
        moment = next((m for m in moments if plausible(m, today=today)), None)
        if moment is not None:
            why = "The page's metadata says so."
            yield _field(Role.PUBLISHED, f"{name}.metadata", None, {name: moment.isoformat()}, why)
    if document.url and (day := date_from_url(document.url)) and plausible(day, today=today):
        why = "The address has this date in it."
        yield _field(Role.PUBLISHED, "published.url", None, {"published_fallback": day.isoformat()}, why)
    if authors := author_names(page.authors):
        why = "The page's metadata says so."
        yield _field(Role.BYLINE, "byline.metadata", None, {"authors": authors}, why)
    if document.url and (publisher := known_publisher(document.url)):
        why = "The page is under the domain of this outlet."
        yield _field(Role.CREDIT_LINE, "source.domain", None, {"publisher": publisher}, why)
    elif publisher := stated_publisher(page, document.url):
        why = "The page's metadata says so."
        yield _field(Role.CREDIT_LINE, "source.metadata", None, {"publisher": publisher}, why)
    elif page.title:
        names = [tail for _, tail in split_suffix(page.title)[:1] if looks_like_a_name(tail)]
        why = "The page's title ends with it."
        yield from (_field(Role.CREDIT_LINE, "source.title_suffix", None, {"publisher": n}, why) for n in names)
