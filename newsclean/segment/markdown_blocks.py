"""The blocks of a paragraph of Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Block, BlockKind
from newsclean.segment import markdown
from newsclean.segment.folding import BlockText
from newsclean.segment.lines import Line


def markdown_blocks(lines: Sequence[Line], index: int) -> list[Block]:
    """Return the blocks of the lines of one paragraph.

    Each image is a block of its own, for its text is no part of the sentence it stands in; what stands behind it
    continues the paragraph.

    Args:
        lines: of one paragraph, in order; at least one.
        index: index of the first block.
    """
    paragraph = _Paragraph(lines[0], index)
    for n, line in enumerate(lines):
        offset = paragraph.skip if n == 0 else 0
        if n:
            paragraph.text.space(line.start - 1)
        for piece in markdown.pieces(line.text[offset:]):
            paragraph.add(piece, line.start + offset + piece.at)
    paragraph.flush(lines[-1].end)
    return paragraph.blocks


class _Paragraph:
    """A paragraph under construction."""

    def __init__(self, first: Line, index: int) -> None:
        self.blocks: list[Block] = []
        self.text = BlockText()
        self.skip = first.bullet
        self._index = index
        self._gap = first.gap
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._linked = 0
        self._start = first.start
        if heading := markdown.HEADING.match(first.text):
            self._kind, self._level, self.skip = BlockKind.HEADING, len(heading[1]), heading.end()
        elif quote := markdown.QUOTE.match(first.text):
            self._kind, self.skip = BlockKind.QUOTE, quote.end()
        elif first.bullet:
            self._kind = BlockKind.LIST_ITEM

    def add(self, piece: markdown.Piece, at: int) -> None:
        """Take in a piece that stood at offset `at` of the input."""
        if piece.kind != "image":
            self.text.add(piece.text, at)
            self._linked += len(piece.text) if piece.kind == "link" else 0
            return
        self.flush(at)
        self._start, self.text = at, BlockText()
        self.text.add(piece.text, at)
        self._emit(BlockKind.CAPTION, 0, at + len(piece.text), continues=False)

    def flush(self, end: int) -> None:
        """Make a block of the text so far, which ends at offset `end` of the input."""
        self._emit(self._kind, self._level, end, continues=bool(self.blocks))

    def _emit(self, kind: BlockKind, level: int, end: int, *, continues: bool) -> None:
        if len(self.text):
            text, runs = self.text.build()
            block = Block(
                index=self._index + len(self.blocks),
                text=text,
                kind=kind,
                start=self._start,
                end=end,
                runs=runs,
                gap=0 if self.blocks else self._gap,
                level=level,
                link_density=min(1.0, self._linked / len(text)),
                continues=continues,
            )
            self.blocks.append(block)
        self.text, self._linked, self._start = BlockText(), 0, end
