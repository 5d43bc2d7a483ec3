"""From raw input to a decoded string that is known to be HTML or text."""

from newsclean.read.decode import Decoded, decode
from newsclean.read.guard import scrub_html
from newsclean.read.language import detect_language
from newsclean.read.sniff import looks_like_html

__all__ = ["Decoded", "decode", "detect_language", "looks_like_html", "scrub_html"]
