"""Marks: what rules, the story model and the field readers say of a block, as evidence and not as a deletion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Chrome(StrEnum):
    """The kinds of text on a news page that are not the article. The list is closed."""

    NAVIGATION = "navigation"
    CONSENT = "consent"
    NEWSLETTER = "newsletter"
    SHARE = "share"
    FOLLOW = "follow"
    RELATED = "related"
    MOST_READ = "most_read"
    COMMENTS = "comments"
    APP_DOWNLOAD = "app_download"
    PROMOTION = "promotion"
    ADVERTISEMENT = "advertisement"
    PAYWALL = "paywall"
    LOGIN = "login"
    MEDIA = "media"
    AUTHOR_BIO = "author_bio"
    TAGS = "tags"
    TIMESTAMP = "timestamp"
    COPYRIGHT = "copyright"
    CORRECTION = "correction"
    DONATE = "donate"


class Role(StrEnum):
    """What a block, or a span of one, is in the article."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    BYLINE = "byline"
    DATELINE = "dateline"
    PUBLISHED = "published"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    CREDIT_LINE = "credit_line"
    BOILERPLATE = "boilerplate"
    END_OF_STORY = "end_of_story"


class Layer(IntEnum):
    """Who speaks. A higher layer overrides a lower one; within a layer, keeping beats removing."""

    MODEL = 0
    ANY = 1
    LANGUAGE = 2
    SITE = 3


FieldValue = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement about a block, a span of it, or (for a field the page states elsewhere) about the document.

    Attributes:
        rule: dotted id of what speaks: `fr.related.read_also`.
        layer: its rank.
        block: index of the block; None for a statement about the document.
        start: first character of the span in `Block.text`.
        end: just past its last one; None for the block's end.
        role: what the span is; `Role.BOILERPLATE` goes with a `chrome`.
        chrome: the kind of chrome, where it is to be removed.
        sets: values for the article's fields, as (field, value) pairs; dates in ISO 8601.
        why: the reason in words, where it is not the rule's own.
        opens_section: the block heads a list; the few lines below it, before the next paragraph, belong to it.
    """

    rule: str
    layer: Layer
    block: int | None
    start: int = 0
    end: int | None = None
    role: Role = Role.BOILERPLATE
    chrome: Chrome | None = None
    sets: tuple[tuple[str, FieldValue], ...] = ()
    why: str | None = None
    opens_section: bool = False

    @property
    def keeps(self) -> bool:
        """Whether this mark holds text in the article, against marks of its layer and below."""
        return self.role is not Role.BOILERPLATE
