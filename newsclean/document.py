"""The input as a sequence of blocks: one type for HTML and for flattened text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple


class BlockKind(StrEnum):
    """What a block is by its form, whatever it says."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE_ROW = "table_row"
    PREFORMATTED = "preformatted"


class Run(NamedTuple):
    """From `at` in `Block.text` on, `Block.text` and `Document.text` run in step, beginning there at `source`."""

    at: int
    source: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the input that its layout sets apart: a paragraph, a heading, a list item.

    Attributes:
        index: its place in `Document.blocks`, from 0.
        text: what it says: white space folded to single spaces, hard-wrapped lines joined, invisible characters gone.
        kind: its form.
        start: offset in `Document.text` of its first character.
        end: offset in `Document.text` just past its last one.
        runs: how offsets in `text` map to offsets in `Document.text`, in order; the first run is at 0.
        gap: the number of blank lines (text) before it, 0 at the document's start; always 0 for HTML.
        level: the level of a heading, 1 to 6; 0 for anything else.
        link_density: share of its characters that stand inside links, 0..1; None where the input does not tell.
        xpath: where it stood in the HTML tree; None for text.
        line: the source line it stood on, from 1; None where unknown.
        trail: for HTML, the ancestors from the root down, each as `tag#id.class.class`; empty for text.
        hidden: for HTML, the markup says that it is not shown (evidence, never proof).
        continues: it goes on with the paragraph of the block before; both were cut from one line, to be judged apart.
        words: the number of words, told apart by white space.
    """

    index: int
    text: str
    kind: BlockKind
    start: int
    end: int
    runs: tuple[Run, ...]
    gap: int = 0
    level: int = 0
    link_density: float | None = None
    xpath: str | None = None
    line: int | None = None
    trail: tuple[str, ...] = ()
    hidden: bool = False
    continues: bool = False
    words: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Counted once: rules ask for it a dozen times a block.
        object.__setattr__(self, "words", self.text.count(" ") + 1 if self.text else 0)

    @property
    def items(self) -> list[str]:
        """What stands between its wide gaps: white space of more than one character begins a run."""
        starts = [run.at for run in self.runs]
        return [self.text[start:end] for start, end in zip(starts, [*starts[1:], len(self.text)], strict=True)]

    def source_offset(self, at: int) -> int:
        """Return the offset in `Document.text` of character `at` of `text`; `len(text)` gives the block's end."""
        if at >= len(self.text):
            return self.end
        run = self.runs[bisect_right(self.runs, at, key=lambda r: r.at) - 1]
        return run.source + at - run.at


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What an HTML page says of itself, in JSON-LD, Open Graph, meta elements and `<time>`.

    Every field is what the page states, untrusted and unparsed; a field the page does not state is None or empty.
    """

    headlines: tuple[str, ...] = ()
    description: str | None = None
    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    publisher: str | None = None
    site_name: str | None = None
    credit: str | None = None
    dateline: str | None = None
    article_body: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The whole input, read and cut into blocks.

    Attributes:
        text: the text that all offsets refer to: the input itself where that was text (or bytes of text, decoded);
            for HTML the blocks' texts, a line each.
        blocks: in the order they stood.
        form: what the input was told to be.
        language: BCP 47, as given by the caller, stated by the page or detected; None if unknown.
        url: as given by the caller, or stated by the page.
        metadata: what an HTML page says of itself.
        warnings: what went wrong while reading.
    """

    text: str
    blocks: tuple[Block, ...]
    form: Literal["text", "html"]
    language: str | None = None
    url: str | None = None
    metadata: PageMetadata = field(default_factory=PageMetadata)
    warnings: tuple[str, ...] = ()
