"""Compressed bytes are unpacked within bounds, files that are no text are named."""

from __future__ import annotations

import gzip

import pytest

from newsclean.read import unpack

TEXT = b"The ferry has stopped. " * 100


def test_gzip_is_unpacked() -> None:
    assert unpack(gzip.compress(TEXT), 10_000) == unpack(TEXT, 10_000)


def test_no_more_is_unpacked_than_one_byte_over_the_bound() -> None:
    assert len(unpack(gzip.compress(b"a" * 1_000_000), 1000).raw) == 1001


def test_gzip_that_breaks_off_gives_what_there_is() -> None:
    unpacked = unpack(gzip.compress(TEXT)[:-20], 10_000)
    assert TEXT.startswith(unpacked.raw)
    assert "breaks off" in unpacked.warnings[0]


def test_what_only_begins_as_gzip_does_is_said_not_to_be() -> None:
    unpacked = unpack(b"\x1f\x8b\x08nothing of the kind", 10_000)
    assert unpacked.raw == b""
    assert "cannot be unpacked" in unpacked.warnings[0]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"PK\x03\x04\x14", "a zip archive"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP image"),
        (b"\0\0\0\x18ftypmp42", "an MP4 film"),
        (gzip.compress(b"%PDF-1.7\n", mtime=0), "a PDF document"),
    ],
)
def test_files_that_are_no_text_are_named(head: bytes, kind: str) -> None:
    unpacked = unpack(head, 10_000)
    assert unpacked.raw == b""
    assert kind in unpacked.warnings[-1]


@pytest.mark.parametrize("raw", [b"", b"RIFF", b"RIFF is a word", b"BZ", b"\0\0\0\0more", TEXT])
def test_anything_else_is_left_alone(raw: bytes) -> None:
    assert unpack(raw, 10_000).raw == raw
    assert not unpack(raw, 10_000).warnings
