"""Bytes to text: byte order mark, declared charset, then detection by a library."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# Longest first: the UTF-32 LE mark begins with the UTF-16 LE one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The WHATWG prescan looks at the first 1,024 bytes; real pages put the declaration later, behind their first scripts.
_PRESCAN = 4096
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})""", re.I
)
# Labels that the WHATWG Encoding Standard reads as their Windows superset, because that is what pages mean by them.
_SUPERSETS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "windows-874": "cp874",
}
# Detection reads this much: more does not change its answer and costs time.
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text read from bytes.

    Attributes:
        text: the text, without a byte order mark.
        encoding: the Python codec that read it.
        warnings: what went wrong.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(raw: bytes) -> Decoded:
    """Return `raw` as text. Never raises: what no codec can read becomes U+FFFD, with a warning.

    The order is that of the HTML standard: byte order mark, valid UTF-8, the charset the page declares, detection.
    UTF-8 goes before the declaration since bytes that happen to be valid UTF-8 and are not are very rare, while pages
    that still declare their former charset are not.
    """
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return _lenient(raw, codec)
    if wide := _wide_codec(raw):
        return _lenient(raw, wide)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared := _declared_codec(raw):
        try:
            return Decoded(raw.decode(declared), declared)
        except (UnicodeDecodeError, LookupError):  # LookupError: "rot13" and the like are codecs, but no charset
            if declared == "utf-8" and _mostly_utf8(raw):
                return _lenient(raw, "utf-8")
    elif _mostly_utf8(raw):
        return _lenient(raw, "utf-8")
    return _detected(raw)


def _lenient(raw: bytes, codec: str) -> Decoded:
    text = raw.decode(codec, "replace")
    # utf-32 and utf-16 take their own mark off; a second one is a stray zero-width character.
    text = text.removeprefix("\ufeff")
    lost = text.count("\ufffd")
    warnings = (f"{lost} bytes could not be read as {codec} and became U+FFFD.",) if lost else ()
    return Decoded(text, codec, warnings)


def _wide_codec(raw: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes, which no other text encoding has in such number."""
    head = raw[:400]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _declared_codec(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:_PRESCAN])
    if not found:
        return None
    label = found[1].decode("ascii", "ignore").lower()
    label = _SUPERSETS.get(label, label)
    try:
        codec = codecs.lookup(label)
    except LookupError:
        return None
    # A page that could be read this far is not UTF-16, whatever it declares.
    return None if codec.name.startswith(("utf-16", "utf-32")) else codec.name


def _mostly_utf8(raw: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few broken ones, as pages put together from several sources are."""
    text = raw[:_SAMPLE].decode("utf-8", "replace")
    foreign = sum(c > "\x7f" for c in text)
    return text.count("\ufffd") * 10 <= foreign


def _detected(raw: bytes) -> Decoded:
    import chardet

    guess = chardet.detect(raw[:_SAMPLE]).get("encoding") or "cp1252"
    guess = _SUPERSETS.get(guess.lower(), guess)
    try:
        text = raw.decode(guess)
    except (UnicodeDecodeError, LookupError):
        decoded = _lenient(raw, "cp1252")
        return Decoded(decoded.text, "cp1252", (*decoded.warnings, "The encoding could not be detected."))
    return Decoded(text, guess.lower())
