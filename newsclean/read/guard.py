"""What has to be taken out of HTML before libxml2 sees it, because libxml2 drops or cuts text there."""

from __future__ import annotations

import re

# Characters that XML 1.0 has no room for: libxml2 ends the text at NUL and drops others.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_BYTES = bytes({*range(0x20)} - set(b"\t\n\r"))
_LAST = ("\ufffe".encode(), "\uffff".encode())
# The same, written as character references: libxml2 keeps them and every consumer behind it then fails.
_REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]{1,6})|0*([0-9]{1,7}));?", re.I)


# A start tag of more characters than this may hold more attributes than libxml2, which compares each with each, can
# read in time; no page needs as many as are kept.
_LONG = 8000
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{_LONG},}}")
_ATTRIBUTE = re.compile(r"""[^\s=/"'<>]+(?:\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*'|[^\s"'>]*))?""")
_MOST_ATTRIBUTES = 500


def _may_hold_forbidden(html: str) -> bool:
    """Whether a forbidden character may be there: asked of the bytes, which takes a quarter of the time."""
    try:
        raw = html.encode()
    except UnicodeEncodeError:
        return True
    return len(raw.translate(None, _FORBIDDEN_BYTES)) != len(raw) or any(last in raw for last in _LAST)


def _without_attributes(tag: re.Match[str]) -> str:
    """A start tag without the attributes that are too many."""
    for count, attribute in enumerate(_ATTRIBUTE.finditer(tag[0], 1)):
        if count > _MOST_ATTRIBUTES:
            return tag[0][: attribute.start()]
    return tag[0]


def _clean_reference(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    allowed = (
        code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
    )
    return match[0] if allowed else " "


def scrub_html(html: str) -> str:
    """Return `html` without what XML forbids: form feeds and the like become spaces, lone surrogates U+FFFD.

    Of an element with more than 500 attributes the first 500 are kept.
    """
    if _may_hold_forbidden(html):
        html = _FORBIDDEN.sub(lambda m: "\ufffd" if m[0] >= "\ud800" else " ", html)
    if max(map(len, html.split("<"))) > _LONG:
        html = _LONG_TAG.sub(_without_attributes, html)
    return _REFERENCE.sub(_clean_reference, html) if "&#" in html else html
