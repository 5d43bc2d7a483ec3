"""What has to be taken out of HTML before libxml2 sees it, because libxml2 drops or cuts text there."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def _may_hold_long_tag(html: str) -> bool:
    """Whether a long tag may be there: it would fill one of these windows with no other begun."""
    half = _LONG // 2
    return any(html.find("<", at, at + half) < 0 for at in range(0, len(html) - half + 1, half))


def _without_attributes(tag: re.Match[str]) -> str:
    """A start tag without the attributes that are too many."""
    for count, attribute in enumerate(_ATTRIBUTE.finditer(tag[0], 1)):
        if count > _MOST_ATTRIBUTES:
            return tag[0][: attribute.start()]
    return tag[0]


def _is_allowed(number: Sequence[str]) -> bool:
    """Whether XML has room for the character of a reference, given as its number in base 16 or in base 10."""
    code = int(number[0], 16) if number[0] else int(number[1])
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def scrub_html(html: str) -> str:
    """Return `html` without what XML forbids: form feeds and the like become spaces, lone surrogates U+FFFD.

    Of an element with more than 500 attributes the first 500 are kept.
    """
    if _may_hold_forbidden(html):
        html = _FORBIDDEN.sub(lambda m: "\ufffd" if m[0] >= "\ud800" else " ", html)
    if _may_hold_long_tag(html):
        html = _LONG_TAG.sub(_without_attributes, html)
    # Pages hold the same few references over and over.
    if all(map(_is_allowed, set(_REFERENCE.findall(html)))):
        return html
    return _REFERENCE.sub(lambda found: found[0] if _is_allowed(found.groups("")) else " ", html)
