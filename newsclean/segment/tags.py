"""What HTML's elements mean for the flow of text."""

from __future__ import annotations

from enum import Enum
from typing import Final

from newsclean.document import BlockKind


class Flow(Enum):
    """What an element does to the line that it stands in: it runs on inside it, breaks it, or stands apart."""

    SILENT = "silent"
    INLINE = "inline"
    BREAK = "break"
    CELL = "cell"
    APART = "apart"


# Asked for a thousand times a page: a name of the module is found in a fifth of the time of one of the enumeration.
SILENT: Final = Flow.SILENT
INLINE: Final = Flow.INLINE
BREAK: Final = Flow.BREAK
APART: Final = Flow.APART

# No text of the page: code, templates, embedded things and the controls of forms.
_SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "datalist",
        "textarea",
        "head",
        "title",
        "meta",
        "link",
        "base",
    ]
)
# Elements that run on inside a line; every other one, custom elements too, stands apart.
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "amp-img",
        "g-emoji",
        "o:p",
    ]
)
KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "tr": BlockKind.TABLE_ROW,
    "td": BlockKind.TABLE_ROW,
    "th": BlockKind.TABLE_ROW,
    "pre": BlockKind.PREFORMATTED,
}
#: Of every element that does not stand apart.
FLOW = {
    **dict.fromkeys(_SILENT, SILENT),
    **dict.fromkeys(_INLINE, INLINE),
    "br": BREAK,
    "td": Flow.CELL,
    "th": Flow.CELL,
}
# What a paragraph inside a list item, a quote or a cell is, unless another part of the page begins there.
INHERITED = frozenset(
    {BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.TABLE_ROW, BlockKind.PREFORMATTED}
)
SECTIONING = frozenset(["ul", "ol", "table", "nav", "header", "footer", "aside", "article", "section"])
# Where a page speaks of itself.
HEADS = frozenset(["script", "meta", "title", "link", "time", "html"])
