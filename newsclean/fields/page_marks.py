"""What an HTML page says of itself, put down as marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from newsclean.document import Document
from newsclean.fields.byline import author_names
from newsclean.fields.domain_name import name_of_domain
from newsclean.fields.published import Moment, date_from_url, parse_moment, plausible
from newsclean.fields.publisher import known_publisher, stated_publisher
from newsclean.fields.publisher_suffix import looks_like_a_name, split_suffix
from newsclean.fields.story_view import field_mark
from newsclean.mark import Mark, Role

# Two systems of one site note the same publication no farther apart.
_SAME_MOMENT = dt.timedelta(minutes=10)


def page_marks(document: Document, today: dt.date) -> Iterator[Mark]:
    """What an HTML page says of itself; each the first one that holds."""
    page = document.metadata
    for name, values in (("published", page.published), ("modified", page.modified)):
        read = (moment for value in values if (moment := parse_moment(value)) is not None)
        moment = _in_local_time([m for m in read if plausible(m, today=today)])
        if moment is not None:
            why = "The page's metadata says so."
            yield field_mark(Role.PUBLISHED, f"{name}.metadata", None, {name: moment.isoformat()}, why)
    if document.url and (day := date_from_url(document.url)) and plausible(day, today=today):
        why = "The address has this date in it."
        yield field_mark(Role.PUBLISHED, "published.url", None, {"published_fallback": day.isoformat()}, why)
    if authors := author_names(page.authors):
        why = "The page's metadata says so."
        yield field_mark(Role.BYLINE, "byline.metadata", None, {"authors": authors}, why)
    if document.url and (publisher := known_publisher(document.url)):
        why = "The page is under the domain of this outlet."
        yield field_mark(Role.CREDIT_LINE, "source.domain", None, {"publisher": publisher}, why)
    elif publisher := stated_publisher(page, document.url, document.text):
        why = "The page's metadata says so."
        yield field_mark(Role.CREDIT_LINE, "source.metadata", None, {"publisher": publisher}, why)
    elif page.title and (cuts := split_suffix(page.title)) and looks_like_a_name(cuts[0][1]):
        why = "The page's title ends with it."
        yield field_mark(Role.CREDIT_LINE, "source.title_suffix", None, {"publisher": cuts[0][1]}, why)
    elif document.url and (publisher := name_of_domain(document.url, document.text)):
        why = "The page writes the name of its domain so."
        yield field_mark(Role.CREDIT_LINE, "source.domain_in_text", None, {"publisher": publisher}, why)


def _in_local_time(moments: Sequence[Moment]) -> Moment | None:
    """The first of some moments; where it is in UTC and another tells the same one in local time, that one."""
    first = next(iter(moments), None)
    if isinstance(first, dt.datetime) and first.tzinfo is not None and not first.utcoffset():
        for other in moments[1:]:
            local = isinstance(other, dt.datetime) and other.utcoffset()
            if local and isinstance(other, dt.datetime) and abs(other - first) <= _SAME_MOMENT:
                return other
    return first
