"""The article: what `newsclean.clean()` returns."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Paragraph(_Frozen):
    """One paragraph of the body, without the dateline that may have stood before it."""

    text: str
    kind: Literal["paragraph", "heading", "list_item", "quote", "caption", "table_row", "preformatted"] = "paragraph"


class Dateline(_Frozen):
    """Where, when and by which agencies a story was filed, as its first words say.

    Attributes:
        text: the dateline as it stood, with its closing dash, colon or bracket.
        places: as they stood, in order (`("ISTANBUL", "MOSCOW")`).
        date_text: the date as it stood.
        date: the date, where it can be resolved to a day; None otherwise.
        agencies: canonical names, in order.
    """

    text: str
    places: tuple[str, ...] = ()
    date_text: str | None = None
    date: dt.date | None = None
    agencies: tuple[str, ...] = ()


class Source(_Frozen):
    """Where the text comes from. Always there; its fields may be empty.

    Attributes:
        publisher: the outlet that published it.
        agencies: the wire agencies it credits, by canonical name.
        credit: the credit line as it stood, its lines joined by a space.
        aggregator: the site this copy was found on, where that is not the publisher.
        url: the address of the page.
    """

    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    credit: str | None = None
    aggregator: str | None = None
    url: str | None = None


class Article(_Frozen):
    """A news article.

    Attributes:
        headline: as it stood, without the publisher's name behind it; None where the input has none.
        subheadline: the standfirst, where it is set apart.
        dateline: parsed, or None.
        byline: as it stood ("By Ana Ruiz and Tom Weld").
        authors: the persons named, without titles.
        published: datetime where the time of day is known (with its zone where stated), date otherwise; the last change
            where only that is told.
        modified: as `published`.
        body: the paragraphs joined by a blank line, the dateline taken off.
        body_with_dateline: the same, the dateline where it stood.
        paragraphs: the body's paragraphs, each with its kind.
        source: where the text comes from.
        language: BCP 47.
        url: as given, or as the page states it.
        confidence: how right the body is expected to be, 0..1: the F1 score, by words, that such documents had when the
            model was measured on sites it had not seen. None where no model chose the story.
        warnings: what went wrong, in sentences.
    """

    headline: str | None = None
    subheadline: str | None = None
    dateline: Dateline | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.datetime | dt.date | None = None
    modified: dt.datetime | dt.date | None = None
    body: str = ""
    body_with_dateline: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    source: Source = Source()
    language: str | None = None
    url: str | None = None
    confidence: float | None = None
    warnings: tuple[str, ...] = ()

    def to_text(self) -> str:
        """Return headline, subheadline, byline and body as plain text, parts parted by a blank line."""
        from newsclean.export import to_text

        return to_text(self)

    def to_markdown(self) -> str:
        """Return the article as CommonMark."""
        from newsclean.export import to_markdown

        return to_markdown(self)

    def to_schema_org(self) -> dict[str, object]:
        """Return a schema.org NewsArticle as a JSON-LD object."""
        from newsclean.export import to_schema_org

        return to_schema_org(self)

    def to_ninjs(self) -> dict[str, object]:
        """Return the article as an IPTC ninjs 3 item."""
        from newsclean.export import to_ninjs

        return to_ninjs(self)
