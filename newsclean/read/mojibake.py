"""Text that was decoded wrongly before it was stored: "donâ€™t" for "don’t"."""

from __future__ import annotations

import re

# UTF-8 that was read as Windows-1252 or Latin-1 holds one of these, unless it has no punctuation beyond ASCII and no
# letter of Western Europe. One character is looked for in a tenth of the time that two take, and most texts hold none.
_SIGNS = (
    ("\u0080", re.compile("\u00e2\u0080")),
    ("€", re.compile("\u00e2€")),
    ("\u00c3", re.compile("\u00c3[\u0080-\u00bfŒœŠšŸŽžƒ]")),
)
# The first byte of a character in UTF-8, and one of those that follow it, so read.
_SUSPECT = re.compile("[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
# Each piece is judged alone: pages put together from several sources are wrong in some.
_PARTS = re.compile("([<>\n])")


def repair_mojibake(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with what had been decoded wrongly decoded again, and a warning that says so.

    What is wrong is told, and mended, by ftfy's heuristic (Speer, "ftfy", 2019), piece by piece.
    """
    if text.isascii() or not any(sign in text and told.search(text) for sign, told in _SIGNS):
        return text, ()
    import ftfy

    parts = _PARTS.split(text)
    mended = 0
    for number, part in enumerate(parts):
        if not part.isascii() and _SUSPECT.search(part) and (again := ftfy.fix_encoding(part)) != part:
            parts[number] = again
            mended += 1
    if not mended:
        return text, ()
    pieces = f"{mended} pieces of text" if mended > 1 else "1 piece of text"
    return "".join(parts), (f"{pieces} had been decoded wrongly before (mojibake): decoded again.",)
