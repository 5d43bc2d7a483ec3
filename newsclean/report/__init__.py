"""An explanation made readable: in a terminal, and as a page."""

from newsclean.report.page import to_html
from newsclean.report.terminal import to_text

__all__ = ["to_html", "to_text"]
