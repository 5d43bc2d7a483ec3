"""Bytes before they are text: compressed ones are unpacked, and files that are no text are named."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

_GZIP = b"\x1f\x8b"
# Told by their first bytes (their "magic numbers", as file(1) and the WHATWG MIME Sniffing Standard list them).
_BINARIES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a zip archive (or an Office or EPUB document)"),
    (b"PK\x05\x06", "a zip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"wOFF", "a web font"),
    (b"wOF2", "a web font"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x00\x00\x01\x00", "an icon"),
)
# Behind four bytes of length.
_BOXED = ((b"ftypavif", "an AVIF image"), (b"ftyphei", "an HEIF image"), (b"ftyp", "an MP4 film"))
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "a WAV recording", b"AVI ": "an AVI film"}


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was in the bytes.

    Attributes:
        raw: the bytes, unpacked; of a file that is no text, none.
        warnings: what went wrong.
    """

    raw: bytes
    warnings: tuple[str, ...] = ()


def unpack(raw: bytes, size: int) -> Unpacked:
    """Return `raw` unpacked where it is gzip, and nothing of a file that is no text.

    Args:
        raw: the bytes.
        size: no more bytes than this are unpacked, and one more, by which it shows that there were more.
    """
    unpacked = _gunzip(raw, size + 1) if raw.startswith(_GZIP) else Unpacked(raw)
    kind = _binary(unpacked.raw)
    if kind is None:
        return unpacked
    warning = f"The input is {kind}, not a page or a text: nothing of it was read."
    return Unpacked(b"", (*unpacked.warnings, warning))


def _gunzip(raw: bytes, most: int) -> Unpacked:
    reader = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        text = reader.decompress(raw, most)
    except zlib.error as error:
        return Unpacked(b"", (f"The input begins as gzip does and cannot be unpacked ({error}): nothing was read.",))
    if reader.eof or len(text) == most:
        return Unpacked(text)
    return Unpacked(text, ("The input is gzip that breaks off: what could be unpacked was read.",))


def _binary(raw: bytes) -> str | None:
    """What kind of file the bytes are that is no text; None for any other."""
    for magic, kind in _BINARIES:
        if raw.startswith(magic):
            return kind
    if raw.startswith(b"RIFF"):
        return _RIFF.get(raw[8:12])
    return next((kind for magic, kind in _BOXED if raw.startswith(magic, 4)), None)
