"""The explanation: what became of every character, and which rule said so."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Article
from newsclean.document import Document
from newsclean.mark import Chrome, Mark, Role


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the input that met one fate.

    Attributes:
        text: as it stood; for text input the spans' texts joined are the input.
        start: offset in `Document.text`.
        end: offset in `Document.text`, just past the last character.
        role: what it is in the article; `Role.BOILERPLATE` where it was removed.
        chrome: the kind of chrome it was removed as; None where it was kept.
        rule: dotted id of the rule that decided; None where no rule spoke.
    """

    text: str
    start: int
    end: int
    role: Role
    chrome: Chrome | None
    rule: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The article, and beside it what became of the whole input.

    Attributes:
        article: what `clean()` returns for the same input.
        document: the input as blocks.
        marks: everything that was said of them; the article can be rebuilt from these.
        spans: in order, without gaps.
    """

    article: Article
    document: Document
    marks: tuple[Mark, ...]
    spans: tuple[Span, ...]

    @property
    def removed(self) -> tuple[Span, ...]:
        """The spans that were removed, each with its kind of chrome."""
        return tuple(span for span in self.spans if span.chrome is not None)

    def to_text(self, *, color: bool = False) -> str:
        """Return the input line by line, each span with its role or kind and its rule; in ANSI colours if asked."""
        from newsclean.report import to_text

        return to_text(self, color=color)

    def to_html(self) -> str:
        """Return one self-contained page: the input, kept and removed parts coloured, the rule on hover, a legend."""
        from newsclean.report import to_html

        return to_html(self)
