"""Pages nested so deep that libxml2 drops part of them: read by another parser, and flattened."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsclean.segment.tags import FLOW, INLINE

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Elements deeper than this are dropped and their text kept: half of what libxml2 takes.
_DEEPEST = 1000
# Time and memory of lexbor grow with the square of the depth; deeper elements are left out before it sees them.
_DEEPEST_PARSED = 5000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})[^<>]{0,2000}>")
# They have no end tag, or one that the next of their kind implies: they nest nothing.
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_SHALLOW = _VOID | frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody"])
_RAW = frozenset(["script", "style"])


def flattened(page: str) -> str:
    """Return an HTML page with the same text and without the elements nested deeper than 1,000 levels."""
    # Heavy, and for very few pages.
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(_bounded(page)).root
    return "" if root is None else "".join(_written(root))


def _bounded(page: str) -> str:
    """Leave out the tags of elements that nest deeper than lexbor should see; each is a space instead."""
    depth = 0

    def bounded(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _SHALLOW:
            return tag[0] if depth <= _DEEPEST_PARSED else " "
        depth = max(0, depth - 1) if tag[1] else depth + 1
        return tag[0] if depth + bool(tag[1]) <= _DEEPEST_PARSED else " "

    return _TAG.sub(bounded, page)


def _written(root: LexborNode) -> Iterator[str]:
    """Write a tree of lexbor's as HTML, its deepest elements without their tags. No recursion: it may be deep."""
    node: LexborNode | None = root
    above: list[LexborNode] = []
    while node is not None:
        yield _opening(node, above)
        if node.child is not None:
            above.append(node)
            node = node.child
            continue
        yield _closing(node, len(above))
        while node.next is None and above:
            node = above.pop()
            yield _closing(node, len(above))
        node = node.next if above else None


def _opening(node: LexborNode, above: list[LexborNode]) -> str:
    tag = node.tag or ""
    if tag == "-text":
        text = node.text_content or ""
        return text if above and above[-1].tag in _RAW else html.escape(text, quote=False)
    if not tag[:1].isalpha():
        return ""
    if len(above) >= _DEEPEST:
        return "" if FLOW.get(tag) is INLINE else "<br><br>"
    attributes = (f' {name}="{html.escape(value or "")}"' for name, value in node.attributes.items())
    return f"<{tag}{''.join(attributes)}>"


def _closing(node: LexborNode, depth: int) -> str:
    tag = node.tag or ""
    return f"</{tag}>" if tag[:1].isalpha() and tag not in _VOID and depth < _DEEPEST else ""
