"""Hostile characters made visible, so that a page cannot drive the terminal or the browser that shows it."""

from __future__ import annotations

import re

_SHOWN = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_REPLACED = re.compile("[\x80-\x9f\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """Return `text` of the same length with control characters as their pictures (ESC as ␛).

    C1 controls, lone surrogates and noncharacters, which have no picture, become U+FFFD. Tabs and line ends stay.
    Pictures: Unicode block Control Pictures, U+2400-U+2421.
    """
    return _REPLACED.sub("\ufffd", text.translate(_SHOWN))
