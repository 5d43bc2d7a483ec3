"""Cut a text into its lines, whatever ends them."""

from __future__ import annotations

import re
from typing import NamedTuple

# The line ends of Unicode's newline guideline (UAX 14): CR LF, LF, CR, VT, FF, NEL, line and paragraph separator.
_LINE = re.compile("([^\n\r\x0b\x0c\x85\u2028\u2029]*)(\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|$)")
# Shorter than this, in characters, a line behind a hyphen is an item of a list all the same.
_SPOKEN = 40
_SPEECH = "-–"
# A talk is set with this dash. Of so many lines it is no list; farther away than so many it is not looked at.
_TALK = "–"
_SHORT_TALK, _LONG_TALK = 2, 8
_ENDS = ".!?…”»\"'"
_INVISIBLE = " \t\u00a0\u200b\u200e\u200f\ufeff\u2060\u00ad\u3000"
# Signs that mean something else too are bullets only before a space: »German quotes« open with one, footnotes with "*".
# "—" opens speech in many languages and is none.
BULLET = re.compile(r"(?:[•◦▪▸►‣∙●○■□✓✔➤➔→]|[-–*+»›·‧・](?=\s))\s{0,8}(?=\S)")


class Line(NamedTuple):
    """One line that says something.

    Attributes:
        start: offset of its first visible character.
        end: offset just past its last one.
        text: the input between the two.
        indent: the number of white-space characters before it.
        gap: the number of blank lines before it.
        bullet: the length of the bullet and the space behind it; 0 where there is none.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    bullet: int


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold a visible character, in order."""
    lines: list[Line] = []
    gap = 0
    for match in _LINE.finditer(text):
        content = match[1]
        body = content.strip().strip(_INVISIBLE)
        if not body:
            gap += bool(match[2])
            continue
        start = match.start() + content.index(body)
        bullet = BULLET.match(body)
        lines.append(
            Line(
                start,
                start + len(body),
                body,
                start - match.start(),
                gap if lines else 0,
                bullet.end() if bullet else 0,
            )
        )
        gap = 0
    return [_without_speech_dash(lines, at) for at in range(len(lines))]


def _without_speech_dash(lines: list[Line], at: int) -> Line:
    """The line, its dash no bullet where it begins speech, as in Norwegian, French or Polish.

    So it is where no line beside it has a bullet, and in a talk: a sentence or two, or more of which one asks.
    """
    line = lines[at]
    is_item = line.text[0] == "-" and len(line.text) < _SPOKEN
    if line.text[0] not in _SPEECH or not line.bullet or is_item:
        return line
    beside = lines[max(0, at - 1) : at] + lines[at + 1 : at + 2]
    is_list = any(other.bullet for other in beside) and not _is_talk(lines, at)
    return line if is_list else line._replace(bullet=0)


def _is_talk(lines: list[Line], at: int) -> bool:
    """Whether the lines with bullets around one are sentences behind dashes, and few, or a question among them."""
    if lines[at].text[0] != _TALK:
        return False
    first = last = at
    while first and lines[first - 1].bullet and at - first < _LONG_TALK:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].bullet and last - at < _LONG_TALK:
        last += 1
    run = lines[first : last + 1]
    if not all(line.text[0] == _TALK and len(line.text) >= _SPOKEN and line.text[-1] in _ENDS for line in run):
        return False
    return len(run) <= _SHORT_TALK or any("?" in line.text for line in run)
