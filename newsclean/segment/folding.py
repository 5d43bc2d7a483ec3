"""Build a block's text from pieces of the input, and remember where each piece stood."""

from __future__ import annotations

import re

from newsclean.document import Run

# Invisible characters that carry no meaning in running text: zero-width space, word joiner, byte order mark, soft
# hyphen, bidi marks and controls. The zero-width (non-)joiners are left: Persian and Indic scripts spell with them.
_INVISIBLE = "\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1b\x7f"
_ODD = re.compile(rf"[\s{_INVISIBLE}]{{2,}}|[^\S ]|[{_INVISIBLE}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")


def fold_space(text: str) -> str:
    """Return `text` folded as `BlockText` does it, where nobody asks for offsets."""
    if not text.isascii() or not text.isprintable():
        text = _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))
    return " ".join(text.split())


def is_folded(text: str) -> bool:
    """Return whether `text` is as `BlockText` would leave it, its ends aside: most lines are."""
    return _ODD.search(text) is None and (text.isascii() or _SURROGATE.search(text) is None)


class BlockText:
    """A text under construction, and the runs that map its offsets to those of the input.

    White space is folded to single spaces and trimmed, invisible characters are left out, lone surrogates become U+FFFD
    (one for one, so that offsets hold).
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._space_at: int | None = None

    def __len__(self) -> int:
        return self._length

    def add(self, text: str, source: int) -> None:
        """Append `text`, which stood at offset `source` of the input."""
        at = 0
        for odd in _ODD.finditer(text):
            self._add_plain(text[at : odd.start()], source + at)
            if any(map(str.isspace, odd[0])):
                self.space(source + odd.start())
            at = odd.end()
        self._add_plain(text[at:], source + at)

    def space(self, source: int) -> None:
        """Append a space that stands for the white space (or line end) at offset `source`; none at the beginning."""
        if self._length and self._space_at is None:
            self._space_at = source

    def drop_hyphen(self) -> None:
        """Take the hyphen of a word broken at a line's end off again."""
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1

    @property
    def ends_with_hyphen(self) -> bool:
        """Whether the text so far ends in a letter and a hyphen, with no space after it."""
        if not self._parts or self._space_at is not None:
            return False
        tail = self._parts[-1][-2:]
        return len(tail) == 2 and tail[1] in "-\u2010" and tail[0].isalpha()

    def build(self) -> tuple[str, tuple[Run, ...]]:
        """Return the text and its runs."""
        return _SURROGATE.sub("\ufffd", "".join(self._parts)), tuple(self._runs) or (Run(0, 0),)

    def _add_plain(self, piece: str, source: int) -> None:
        """Append a piece in which all white space is single plain spaces."""
        if piece.startswith(" "):
            self.space(source)
            piece = piece[1:]
            source += 1
        trailing = piece.endswith(" ")
        if trailing:
            piece = piece[:-1]
        if piece:
            if self._space_at is not None:
                self._put(" ", self._space_at)
                self._space_at = None
            self._put(piece, source)
        if trailing:
            self.space(source + len(piece))

    def _put(self, piece: str, source: int) -> None:
        if not self._runs or self._runs[-1].source + self._length - self._runs[-1].at != source:
            self._runs.append(Run(self._length, source))
        self._parts.append(piece)
        self._length += len(piece)
