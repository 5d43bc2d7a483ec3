"""Flattened text as blocks: one a paragraph, whatever the layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.document import Block, BlockKind, Document, Run
from newsclean.segment import markdown
from newsclean.segment.folding import BlockText, is_folded
from newsclean.segment.lines import Line, split_lines
from newsclean.segment.markdown_blocks import markdown_blocks
from newsclean.segment.wrapping import continuations

# A text has no line structure where most of it stands in lines as long as this; its sentences are judged one by one.
_ENDLESS = 600
_ENDLESS_SHARE = 0.85
_ENDLESS_LINES = 12
_MOST_SENTENCES = 2_000
_SENTENCE = re.compile(
    r"(?<=[^\s.][a-z\d)\]%”’\"'»][.!?…])[\"'”’»)\]]{0,3}\s{1,4}(?=[\"'“‘«„(\[¿¡—–-]{0,2}[^\W\d_a-z])|(?<=[。！？؟۔।])[”’」』）\"]{0,2}\s{0,4}(?=\S)"
)


def segment_text(
    text: str, *, url: str | None = None, language: str | None = None, warnings: tuple[str, ...] = ()
) -> Document:
    """Return flattened text as a `Document`.

    Lines are paragraphs, unless they were hard-wrapped or broken inside a sentence: those are joined, never across a
    blank line. A text with hardly any line ends is cut into sentences, which the story may take or leave one by one.
    """
    lines = split_lines(text)
    is_markdown = markdown.looks_like_markdown(text)
    endless = _is_endless(lines)
    blocks: list[Block] = []
    group: list[Line] = []
    for line, joined in zip(lines, continuations(lines), strict=True):
        if group and not joined:
            blocks.extend(_blocks(group, len(blocks), text, is_markdown, endless))
            group = []
        group.append(line)
    if group:
        blocks.extend(_blocks(group, len(blocks), text, is_markdown, endless))
    return Document(text, tuple(blocks), "text", language=language, url=url, warnings=warnings)


def _is_endless(lines: list[Line]) -> bool:
    total = sum(len(line.text) for line in lines)
    long = sum(len(line.text) for line in lines if len(line.text) >= _ENDLESS)
    return len(lines) <= _ENDLESS_LINES and long > _ENDLESS_SHARE * total


def _blocks(group: list[Line], index: int, text: str, is_markdown: bool, endless: bool) -> Iterator[Block]:
    if is_markdown:
        yield from markdown_blocks(group, index)
    elif endless and len(group) == 1 and len(group[0].text) >= _ENDLESS:
        yield from _sentences(group[0], index, text)
    else:
        kind = BlockKind.LIST_ITEM if group[0].bullet else BlockKind.PARAGRAPH
        yield _join([(line.start + line.bullet, line.end) for line in group], text, index, group[0], kind)


def _join(
    stretches: list[tuple[int, int]], text: str, index: int, first: Line, kind: BlockKind, *, continues: bool = False
) -> Block:
    """One block from stretches of the input that stood on lines of their own, none with white space around it."""
    begin, end = stretches[0][0], stretches[-1][1]
    block_text = text[begin:end]
    runs: tuple[Run, ...] = (Run(0, begin),)
    if len(stretches) > 1 or not is_folded(block_text):
        block_text, runs = _folded(stretches, text)
    start, gap = (begin, 0) if continues else (first.start, first.gap)
    return Block(index, block_text, kind, start, end, runs, gap, continues=continues)


def _folded(stretches: list[tuple[int, int]], text: str) -> tuple[str, tuple[Run, ...]]:
    """The text of a block from stretches of the input, and its runs."""
    joined = BlockText()
    for n, (start, end) in enumerate(stretches):
        piece = text[start:end]
        if n:
            if joined.ends_with_hyphen and piece[0].islower():
                joined.drop_hyphen()
            elif not (piece[0] in ",.;!?)]}’”»%" or _is_ideographic(text[stretches[n - 1][1] - 1], piece[0])):
                joined.space(stretches[n - 1][1])
        joined.add(piece, start)
    return joined.build()


def _is_ideographic(before: str, after: str) -> bool:
    """Whether two characters meet without a space: both of Chinese or Japanese."""
    return all("\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" for c in (before, after))


def _sentences(line: Line, index: int, text: str) -> Iterator[Block]:
    start = 0
    ends = [m.end() for m in _SENTENCE.finditer(line.text)]
    # Of very many sentences several are judged together.
    cuts = [*ends[:: 1 + len(ends) // _MOST_SENTENCES], len(line.text)]
    first = True
    for cut in cuts:
        sentence = line.text[start:cut]
        if sentence.strip():
            end = line.start + start + len(sentence.rstrip())
            yield _join([(line.start + start, end)], text, index, line, BlockKind.PARAGRAPH, continues=not first)
            index += 1
            first = False
        start = cut
