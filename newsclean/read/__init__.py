"""From raw input to a decoded string that is known to be HTML or text."""

from newsclean.read.decode import Decoded, decode
from newsclean.read.guard import scrub_html
from newsclean.read.language import detect_language
from newsclean.read.limits import MAX_SIZE, cut_lines, cut_to_size, most_lines
from newsclean.read.mojibake import repair_mojibake
from newsclean.read.sniff import looks_like_html
from newsclean.read.unpack import unpack

__all__ = [
    "MAX_SIZE",
    "Decoded",
    "cut_lines",
    "cut_to_size",
    "decode",
    "detect_language",
    "looks_like_html",
    "most_lines",
    "repair_mojibake",
    "scrub_html",
    "unpack",
]
