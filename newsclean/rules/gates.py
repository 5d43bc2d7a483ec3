"""Regular expressions that take little to compile, and match wherever a costly one does."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\\Q.*?(?:\\E|$)"  # quoted text
    r"|\\[pPx]\{[^}]*\}|\\[pP].|\\."  # a property, a character by its number, another escape
    r"|\[\^?\]?(?:\[:\^?\w+:\]|\\[pPx]\{[^}]*\}|\\.|[^\]\\])*\]"  # a class
    r"|\{(?P<least>\d+)(?P<comma>,)?(?P<most>\d*)\}"  # a repetition
    r"|[^\\\[{]+|.",
    re.DOTALL,
)
_MEMBER = re.compile(r"\\[pPx]\{[^}]*\}|\\[pP].|\\.|\[:\^?\w+:\]|.", re.DOTALL)
_PROPERTY = re.compile(r"\\p(?:\{(\w+)\}|(\w))")
_ANY_OTHER = r"\x{80}-\x{10FFFF}"
# For properties of characters, more than they hold; and for what a class leaves out, less.
_MORE = {
    "L": f"A-Za-z{_ANY_OTHER}",
    "Lu": f"A-Z{_ANY_OTHER}",
    "Ll": f"a-z{_ANY_OTHER}",
    "M": _ANY_OTHER,
    "N": f"0-9{_ANY_OTHER}",
    "Nd": f"0-9{_ANY_OTHER}",
}
_LESS = {"L": "A-Za-z", "Lu": "A-Z", "Ll": "a-z", "N": "0-9", "Nd": "0-9"}


def gate_of(pattern: str) -> str:
    r"""Return an RE2 pattern that matches every text that `pattern` matches, and others, and compiles fast.

    RE2 writes a repetition out as often as it may come, and each of Unicode's properties as all that it holds, byte by
    byte: `(?:\p{L}{1,30} ){2,9}` takes it a quarter of a second and a megabyte, a gate 0.2 ms. Nothing that RE2 knows
    matches more where a part of it matches less, but for classes that leave something out.
    """
    return "".join(map(_widened, _TOKEN.finditer(pattern)))


def _widened(token: re.Match[str]) -> str:
    text = token[0]
    if token["least"] is not None:
        return "+" if int(token["least"]) else "*"
    if text[0] == "[" and len(text) > 1:
        opening, table = ("[^", _LESS) if text.startswith("[^") else ("[", _MORE)
        members = (_of_table(member[0], table) or member[0] for member in _MEMBER.finditer(text, len(opening)))
        return opening + "".join(members)
    wider = _of_table(text, _MORE)
    return f"[{wider}]" if wider else text


def _of_table(text: str, table: dict[str, str]) -> str | None:
    found = _PROPERTY.fullmatch(text)
    return table.get(found[1] or found[2]) if found else None
