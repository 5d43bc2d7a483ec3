"""An HTML page as blocks: one walk over the tree."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from lxml import etree

from newsclean.document import Block, BlockKind, Document, Run
from newsclean.segment.article_body import with_article_body
from newsclean.segment.folding import fold_space
from newsclean.segment.hints import Hint, hint
from newsclean.segment.metadata import read_metadata
from newsclean.segment.state import story_in_state
from newsclean.segment.tags import APART, BREAK, FLOW, HEADS, INHERITED, INLINE, KINDS, SECTIONING, SILENT, Flow

_HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.I)
_HIDING = frozenset({"hidden", "aria-hidden", "style"})
# `Block.trail` and `Block.xpath` are for people and rules; past this depth nobody reads them and they cost memory.
_TRAIL = 40
# A page with fewer words in its elements may have its story in a script.
_FEW_WORDS = 150


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A parsed page: its document, and the tree behind it for the rules that select in it.

    Attributes:
        document: the page as blocks.
        tree: the root element.
        elements: the element each block's text stood in; blocks made of JSON-LD, the last ones, stood in none.
        hints: for each of these elements, what the nearest around it that names a kind of chrome names; or None.
    """

    document: Document
    tree: etree._Element
    elements: tuple[etree._Element, ...]
    hints: tuple[Hint | None, ...]


class _Open(NamedTuple):
    """An open element that stands apart."""

    element: etree._Element
    kind: BlockKind
    level: int
    trail: tuple[str, ...]
    hidden: bool
    hint: Hint | None = None


class _Path:
    """Where the walk is, as the steps of an XPath."""

    def __init__(self) -> None:
        # Each open element's tag, and which of its parent's of that tag it is.
        self._steps: list[tuple[str, int]] = []
        # For each open element, and above the root, how many children of each tag were met; None before the first.
        self._counts: list[dict[str, int] | None] = [None]
        # The first of the steps as they are written, where they have been asked for: most elements hold no block.
        self._written: list[str] = []

    def enter(self, tag: str) -> None:
        counts = self._counts[-1]
        if counts is None:
            counts = self._counts[-1] = {}
        counts[tag] = number = counts.get(tag, 0) + 1
        self._steps.append((tag, number))
        self._counts.append(None)

    def leave(self) -> None:
        self._steps.pop()
        self._counts.pop()
        if len(self._written) > len(self._steps):
            self._written.pop()

    def text(self) -> str | None:
        if len(self._steps) > _TRAIL:
            return None
        for tag, number in self._steps[len(self._written) :]:
            name = tag if ":" not in tag else f"*[name()='{tag}']"
            self._written.append(f"{name}[{number}]")
        return "/" + "/".join(self._written)


class Parsed(NamedTuple):
    """A page's root element, and why libxml2 dropped a part of the page; None where it dropped nothing."""

    tree: etree._Element
    lost: str | None


def parse(html: str) -> Parsed | None:
    """Return the root element of `html` and what was lost on the way, or None where there is no element in it.

    Given as bytes, since lxml refuses a str with an XML declaration; `huge_tree` lifts libxml2's limit of 256 levels,
    past which it would drop the rest of the page.
    """
    # `remove_blank_text` must stay off: the white space between inline elements parts words. The elements are plain
    # ones: those of `lxml.html` have their class looked up in Python each time the walk comes to one.
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        tree: etree._Element | None = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if tree is None:
        return None
    lost = next((entry.message.strip() for entry in parser.error_log if "depth" in entry.message.lower()), None)
    return Parsed(tree, lost)


def segment_html(
    tree: etree._Element,
    *,
    url: str | None = None,
    language: str | None = None,
    warnings: tuple[str, ...] = (),
    most_blocks: int = sys.maxsize,
) -> HtmlPage:
    """Return a parsed page as blocks, no more than `most_blocks`, with what it says of itself."""
    walk = _Walk(most_blocks)
    walk.run(tree)
    if walk.is_cut:
        warnings = (*warnings, f"The page has more than {most_blocks:,} lines: what stands behind them was left out.")
    metadata = read_metadata(walk.heads)
    if metadata.article_body is None and sum(block.words for block in walk.blocks) < _FEW_WORDS:
        metadata = replace(metadata, article_body=story_in_state(walk.heads))
    document = Document(
        text="\n".join(block.text for block in walk.blocks),
        blocks=tuple(walk.blocks),
        form="html",
        language=language or metadata.language,
        url=url or metadata.canonical_url,
        metadata=metadata,
        warnings=warnings,
    )
    return HtmlPage(with_article_body(document), tree, tuple(walk.elements), tuple(walk.hints))


class _Walk:
    """The state of one walk: the open elements, and the text collected since the last boundary."""

    def __init__(self, most_blocks: int) -> None:
        self.is_cut = False
        self.blocks: list[Block] = []
        self.elements: list[etree._Element] = []
        self.hints: list[Hint | None] = []
        self.heads: list[etree._Element] = []
        self._most_blocks = most_blocks
        self._count = 0
        self._stack: list[_Open] = []
        self._path = _Path()
        self._text: list[str] = []
        self._has_text = False
        self._linked = 0
        self._links = 0
        self._hidden = False
        self._breaks = 0
        self._offset = 0

    def run(self, tree: etree._Element) -> None:
        """Walk the tree."""
        self._stack.append(_Open(tree, BlockKind.PARAGRAPH, 0, (), hidden=False))
        silent = 0
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            tag = cast("str", element.tag)
            flow = FLOW.get(tag, APART)
            if event == "start":
                if flow is SILENT:
                    silent += 1
                    if tag in HEADS:
                        self.heads.append(element)
                elif not silent:
                    if flow is INLINE:
                        self._start_inline(element, tag)
                    else:
                        self._start(element, tag, flow)
                    if text := element.text:
                        self._add(text)
                continue
            if flow is SILENT:
                silent -= 1
            elif not silent:
                self._end(tag, flow)
            if not silent and (text := element.tail) and element is not tree:
                self._add(text)
            if len(self.blocks) >= self._most_blocks:
                self.is_cut = True
                return
        self._flush()

    def _start_inline(self, element: etree._Element, tag: str) -> None:
        if tag == "a":
            self._links += 1
        elif tag in HEADS:
            self.heads.append(element)
        self._path.enter(tag)
        # Its attributes' names cost less than their values, and most elements have none of these.
        if not _HIDING.isdisjoint(element.keys()):
            self._hidden = self._hidden or _is_hidden(cast("list[tuple[str, str]]", element.items()))

    def _start(self, element: etree._Element, tag: str, flow: Flow) -> None:
        if tag in HEADS:
            self.heads.append(element)
        # Each look at `attrib` makes a new view of it.
        attributes = cast("list[tuple[str, str]]", element.items())
        hidden = tag == "noscript" or (attributes != [] and _is_hidden(attributes))
        if flow is BREAK:
            self._break()
            self._path.enter(tag)
            self._hidden = self._hidden or hidden
            return
        if flow is APART:
            self._flush()
        elif self._has_text and self._stack[-1].kind is BlockKind.TABLE_ROW:
            self._text.append(" | ")
        self._path.enter(tag)
        parent = self._stack[-1]
        label = _label(tag, attributes) if attributes else tag
        trail = parent.trail if len(parent.trail) >= _TRAIL else (*parent.trail, label)
        kind = _kind(tag, parent.kind)
        level = int(tag[1]) if kind is BlockKind.HEADING and tag in KINDS else 0
        self._count += 1
        # The whole page is no kind of chrome, whatever its classes say of what it holds.
        own = hint(attributes, tag, self._count) if attributes and tag != "body" else None
        self._stack.append(_Open(element, kind, level, trail, hidden or parent.hidden, own or parent.hint))

    def _end(self, tag: str, flow: Flow) -> None:
        if flow is INLINE:
            if tag == "a":
                self._links -= 1
        elif flow is not BREAK:
            if flow is APART:
                self._flush()
            self._stack.pop()
        self._path.leave()

    def _add(self, text: str) -> None:
        if not text.isspace():
            self._has_text = True
            self._breaks = 0
            if self._links:
                self._linked += len(text.strip())
        self._text.append(text)

    def _break(self) -> None:
        """A line break is a space; two in a row with nothing between them part paragraphs."""
        self._breaks += 1
        if self._breaks >= 2:
            self._flush()
        else:
            self._text.append(" ")

    def _flush(self) -> None:
        if self._has_text:
            self._keep()
        self._text.clear()
        self._has_text = self._hidden = False
        self._linked = self._breaks = 0

    def _keep(self) -> None:
        """Make a block of the text collected."""
        if text := fold_space("".join(self._text)):
            place = self._stack[-1]
            block = Block(
                index=len(self.blocks),
                text=text,
                kind=place.kind,
                start=self._offset,
                end=self._offset + len(text),
                runs=(Run(0, self._offset),),
                level=place.level,
                link_density=min(1.0, self._linked / len(text)),
                xpath=self._path.text(),
                line=_line(place.element),
                trail=place.trail,
                hidden=place.hidden or self._hidden,
            )
            self.blocks.append(block)
            self.elements.append(place.element)
            self.hints.append(place.hint)
            self._offset += len(text) + 1


def _kind(tag: str, around: BlockKind) -> BlockKind:
    """The kind of what stands in an element: its own, or that of the list item, quote or cell around it."""
    kind = KINDS.get(tag)
    if kind is None and around in INHERITED and tag not in SECTIONING:
        return around
    return kind or BlockKind.PARAGRAPH


def _line(element: etree._Element) -> int | None:
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def _is_hidden(attributes: Iterable[tuple[str, str]]) -> bool:
    """Whether attributes, as (name, value), say that an element is not shown."""
    for name, value in attributes:
        if name not in _HIDING:
            continue
        if name == "hidden" or (name == "aria-hidden" and value == "true"):
            return True
        if name == "style" and _HIDDEN_STYLE.search(value[:500]):
            return True
    return False


def _label(tag: str, attributes: Iterable[tuple[str, str]]) -> str:
    """A step of the trail: `tag#id.class.class`."""
    name = classes = ""
    for key, value in attributes:
        if key == "id":
            name = f"#{value}" if value else ""
        elif key == "class":
            classes = "." + ".".join(value.split()) if value else ""
    return f"{tag}{name}{classes}"
