"""An article as plain text, for reading and for pipes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.article import Article


def to_text(article: Article) -> str:
    """Return headline, subheadline, byline and body, those there are, parted by a blank line; no newline at the end.

    No blank line parts the subheadline from its headline, which sets it apart from the story. The body has its
    dateline: to a reader it is part of the story.
    """
    head = "\n".join(part for part in (article.headline, article.subheadline) if part)
    parts = (head, article.byline, article.body_with_dateline or article.body)
    return "\n\n".join(part for part in parts if part)
