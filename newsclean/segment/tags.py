"""What HTML's elements mean for the flow of text."""

from __future__ import annotations

from newsclean.document import BlockKind

# No text of the page: code, templates, embedded things and the controls of forms.
SILENT = frozenset(
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
INLINE = frozenset(
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
CELLS = frozenset({"td", "th"})
# What a paragraph inside a list item, a quote or a cell is, unless another part of the page begins there.
INHERITED = frozenset(
    {BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.TABLE_ROW, BlockKind.PREFORMATTED}
)
SECTIONING = frozenset(["ul", "ol", "table", "nav", "header", "footer", "aside", "article", "section"])
# Where a page speaks of itself.
HEADS = frozenset(["script", "meta", "title", "link", "time", "html"])
