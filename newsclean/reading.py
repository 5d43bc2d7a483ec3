"""From raw input to a document: unpacked, cut to size, decoded, parsed where it is HTML, cut into blocks."""

from __future__ import annotations

from dataclasses import replace

from newsclean.document import Document
from newsclean.read import (
    MAX_SIZE,
    cut_lines,
    cut_to_size,
    decode,
    detect_language,
    looks_like_html,
    most_lines,
    repair_mojibake,
    scrub_html,
    unpack,
)
from newsclean.segment.deep import flattened
from newsclean.segment.html import HtmlPage, Parsed, parse, segment_html
from newsclean.segment.text import segment_text

# The longest blocks are the story's, and enough of them to outweigh one in another language.
_LANGUAGE_BLOCKS = 4


def read(
    raw: str | bytes, url: str | None = None, language: str | None = None, max_size: int = MAX_SIZE
) -> tuple[Document, HtmlPage | None]:
    """Return `raw` as a document and, where it is HTML, the parsed page behind it.

    Args:
        raw: the input.
        url: its address, where known.
        language: BCP 47, where known.
        max_size: what of it is read at most, in characters, or in bytes before they are decoded.
    """
    text, warnings = _text_of(raw, max_size)
    text, mended = repair_mojibake(text)
    warnings = (*warnings, *mended)
    html = scrub_html(text) if looks_like_html(text) else None
    parsed = None if html is None else parse(html)
    if html is not None and parsed is not None:
        parsed, lost = _whole(parsed, html)
        page = segment_html(
            parsed.tree, url=url, language=language, warnings=(*warnings, *lost), most_blocks=most_lines(len(text))
        )
        return with_language(page.document), page
    text, left = cut_lines(text)
    return with_language(segment_text(text, url=url, language=language, warnings=(*warnings, *left))), None


def _text_of(raw: str | bytes, max_size: int) -> tuple[str, tuple[str, ...]]:
    if isinstance(raw, str):
        return cut_to_size(raw, max_size)
    unpacked = unpack(bytes(raw), max_size)
    # The decoder is given as much as may be kept; what is cut off in the middle of a character is no loss to tell of.
    decoded = decode(unpacked.raw[: max_size + 4])
    text, cut = cut_to_size(decoded.text, max_size) if len(unpacked.raw) > max_size else (decoded.text, ())
    if len(unpacked.raw) > max_size and not cut:
        cut = (f"The input is longer than {max_size:,} bytes: what stands behind them was left out.",)
    return text, (*unpacked.warnings, *decoded.warnings, *cut)


def _whole(parsed: Parsed, html: str) -> tuple[Parsed, tuple[str, ...]]:
    """A page that libxml2 read in part is read by lexbor, flattened, and read again."""
    if parsed.lost is None:
        return parsed, ()
    again = parse(flattened(html))
    if again is None or again.lost is not None:
        return parsed, (f"The page could not be read whole ({parsed.lost}): text was lost.",)
    return again, ()


def with_language(document: Document) -> Document:
    """Return `document` with its language; where nobody states it, it is told by the longest blocks."""
    if document.language is not None:
        return document
    longest = sorted(document.blocks, key=lambda block: -len(block.text))[:_LANGUAGE_BLOCKS]
    return replace(document, language=detect_language(" ".join(block.text for block in longest)))
