"""Tell HTML from flattened text by content."""

from __future__ import annotations

import re

_START = re.compile(
    r"\s{0,2000}(?:<\?xml[^>]{0,300}\?>\s{0,500})?(?:<!--(?s:.{0,5000}?)-->\s{0,500}){0,5}(?:<!doctype\s+html|<(?:html|head|body)\b)",
    re.I,
)
_TAG = re.compile(
    r"<(/?)(?:p|div|span|a|br|h[1-6]|ul|ol|li|table|tr|td|article|section|main|header|footer|nav|aside|figure|figcaption"
    r"|blockquote|img|strong|em|b|i|script|style|meta|link|body|html|head|time|button|form|input|picture|source)(?:\s[^<>]{0,2000})?/?>",
    re.I,
)
_SAMPLE = 200_000


def looks_like_html(text: str) -> bool:
    """Return whether `text` is an HTML page or a fragment of one.

    A page says so in its first element. A fragment has closing tags, begins with a tag, or has so many tags that they
    cannot be the subject of the text; a text *about* HTML, a Markdown dump with a few tags and `a < b` are text.
    """
    sample = text[:_SAMPLE]
    if "<" not in sample:
        return False
    sample = sample.lstrip("\ufeff")
    if _START.match(sample):
        return True
    tags = closing = length = 0
    first = None
    for match in _TAG.finditer(sample):
        first = match.start() if first is None else first
        tags += 1
        closing += bool(match[1])
        length += match.end() - match.start()
    if not tags or first is None:
        return False
    if not sample[:first].strip() and closing:
        return True
    return closing >= 2 and length > 0.04 * len(sample)
