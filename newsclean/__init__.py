"""Turn any scrape of a news page, HTML or flattened text, into a typed article."""

from typing import TYPE_CHECKING, Any

from newsclean.article import Article, Dateline, Paragraph, Source
from newsclean.document import Block, BlockKind, Document
from newsclean.errors import RuleFileError
from newsclean.explanation import Explanation, Span
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.rules.ruleset import RuleSet

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner, clean, explain

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Chrome",
    "Cleaner",
    "Dateline",
    "Document",
    "Explanation",
    "Layer",
    "Mark",
    "Paragraph",
    "Role",
    "RuleFileError",
    "RuleSet",
    "Source",
    "Span",
    "clean",
    "explain",
]

_OF_THE_PIPELINE = ("Cleaner", "clean", "explain")


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import the pipeline when it is first asked for: the types alone are much faster to import."""
    if name in _OF_THE_PIPELINE:
        from newsclean import cleaner

        return getattr(cleaner, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
