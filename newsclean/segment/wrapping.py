"""Tell which lines of a text go on with the line before: hard wraps, and breaks at every inline link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsclean.segment.lines import Line

# Behind the end of a sentence any quotation mark closes: „so“ in German and Czech, »so« in German, «so» in French.
SENTENCE_END = re.compile(r"[.!?…。！？｡؟۔।॥៖:;][\"'”“’‘»›«‹」』）)\]*_]{0,4}$")
_GOES_ON = ",.;!?)]}’”»%、。，）"
_OPENS = "([{“«„‘¿¡「（"
# A wrapped text is at least this wide, and no wider: 132 is the widest terminal, below 40 lie menus and verse.
_WIDTHS = range(40, 133)
_MIN_WRAPS = 3
# "il y a 3 heures" (in words) above a paragraph of so many does not go on with the byline.
_AGO_WORDS = range(2, 6)
_PARAGRAPH_WORDS = 15
# A line of so few words with a date and a time, or with a year at its end, is a date line: "mercredi 12 mars 2031".
_DATE_WORDS = range(2, 8)
_DATE = re.compile(r"\b(?:19|20)\d\d\b.{0,4}\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[. ].{0,14}\b(?:19|20)\d\d\W*$")
# A byline that begins small has so many words, and no other small word of more letters than this: "af", "and".
_SIGNATURE_WORDS = range(3, 9)
# "From our correspondent", as the bylines of some languages begin.
_OUR = re.compile(
    r"^(?:dal|dalla|de|do|da|van|von) (?:nostr[oa]|notre|nuestr[oa]|noss[oa]|onze|unsere[mr]) (?=[^\W\d_]{5,20} )"
)
_SMALL = 3
_NAME_WORDS = range(2, 5)
# An e-mail address or a handle on a line of its own.
_ADDRESS = re.compile(r"\S{0,60}@\S{1,60}")
# A number in a line; those of an address say nothing.
_HAS_DIGIT = re.compile(r"^[^/@]{0,40}\d")
# "aktualisiert um 16:08 Uhr", "преди 3 часа": a line with a clock time or a number has so many words.
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_CLOCK_WORDS, _NUMBER_WORDS = 8, 5
# What stands in a row is parted by wide gaps, by bars, or by three commas and more with so many words between two.
_PARTED = re.compile(r"\w(?: {2,}| *[|•·] *)\w")
_COMMAS, _ITEM_WORDS = 3, 2.5
# A tag has so many words.
_TAG_WORDS = 2


def ends_sentence(text: str) -> bool:
    """Return whether `text` ends as a sentence or an introduction to a list does, quotes and brackets aside."""
    return bool(SENTENCE_END.search(text[-8:]))


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width in characters at which the text was hard-wrapped, or None where it was not.

    Wrapped text has no line wider than its width, and where a line goes on in the next one, that one's first word did
    not fit any more (the greedy rule of `fmt` and `textwrap`).
    """
    lengths = sorted(line.indent + len(line.text) for line in lines)
    if len(lengths) < 2 * _MIN_WRAPS:
        return None
    # One line in fifty may be too long: an address, or a title the wrapper left alone.
    width = lengths[-1 - len(lengths) // 50]
    if width not in _WIDTHS:
        return None
    wraps = misfits = 0
    for before, line in pairwise(lines):
        if line.gap or line.bullet or not line.text[0].islower() or ends_sentence(before.text):
            continue
        if before.indent + len(before.text) + 1 + len(line.text.split(None, 1)[0]) > width:
            wraps += 1
        else:
            misfits += 1
    return width if wraps >= _MIN_WRAPS and misfits <= wraps * 0.25 else None


def _is_wrapped(before: Line, line: Line, width: int) -> bool:
    if line.gap or line.bullet or line.indent > before.indent + before.bullet + 1:
        return False
    return before.indent + len(before.text) + 1 + len(line.text.split(None, 1)[0]) > width


def _is_broken_sentence(before: Line, line: Line, after: Line | None, joined: bool) -> bool:
    """Whether `line` goes on with the sentence `before` left open, as where each inline link is a line of its own."""
    if line.gap or line.bullet or ends_sentence(before.text) or _ADDRESS.fullmatch(line.text):
        return False
    if after is not None and _ADDRESS.fullmatch(after.text):
        after = None
    first = line.text[0]
    if first in _GOES_ON:
        return not line.text.startswith(("...", ",,")) and not _opens_speech(line.text)
    if before.text[-1] in _OPENS and not _closes_speech(before.text):
        return True
    words, words_before = len(line.text.split()), len(before.text.split())
    if before.text[-1] == "," and words_before >= 4:
        return True
    if _is_row(line.text) or _is_row(before.text) or _is_date_line(before.text):
        return False
    if first.islower() and first.isalpha():
        return not _stands_alone(line, after) and (joined or words_before >= 4 or words >= 6)
    # A link that begins with a capital: the sentence must be open on both sides of it.
    return (
        after is not None
        and (words_before >= 5 or len(after.text.split()) >= 5)
        and before.text[-1].islower()
        and not line.text.split()[-1][0].islower()
        and not (after.gap or after.bullet)
        and (after.text[0].islower() or after.text[0] in _GOES_ON)
        and not (_is_tag(after.text) or _is_dated(after.text) or _is_row(after.text) or _is_signature(after.text))
        and not ends_sentence(line.text)
        and not _is_dated(line.text)
        # "Author: Ana Ruiz", above the date.
        and not (":" in line.text and _DATE.search(after.text))
    )


def _stands_alone(line: Line, after: Line | None) -> bool:
    """Whether a line that begins small is none of a sentence, as it looks: a date, a byline, a tag among others."""
    words = len(line.text.split())
    if words in _DATE_WORDS and _DATE.search(line.text):
        return True
    goes_on = after is not None and (after.text[0].islower() or after.text[0] in _GOES_ON)
    if words == 1 and after is not None and _is_name(after.text):
        return True
    if not goes_on and (_is_dated(line.text) or _is_signature(line.text)):
        return True
    if _is_tag(line.text) and (not goes_on or (after is not None and _is_tag(after.text))):
        return True
    is_ago = words in _AGO_WORDS and _HAS_DIGIT.search(line.text) is not None
    return is_ago and after is not None and _is_paragraph(after)


def _is_dated(text: str) -> bool:
    """Whether a line tells a date, a time or a number in few words, and is no sentence: "vor 3 Stunden"."""
    is_short = len(text.split()) <= _NUMBER_WORDS and _HAS_DIGIT.search(text) is not None and not ends_sentence(text)
    return is_short or _is_date_line(text)


def _is_date_line(text: str) -> bool:
    """Whether a line is a date or a clock time with few words around it."""
    is_short = len(text.split()) <= _CLOCK_WORDS and not ends_sentence(text)
    return is_short and (_CLOCK.search(text) is not None or _DATE.search(text) is not None)


def _is_row(text: str) -> bool:
    """Whether a line is a row of things: parted by wide gaps, by bars or by commas."""
    if _PARTED.search(text):
        return True
    commas = text.count(",")
    return commas >= _COMMAS and len(text.split()) <= _ITEM_WORDS * (commas + 1) and not ends_sentence(text)


def _is_tag(text: str) -> bool:
    """Whether a line is a word or two without a sign in them or behind them."""
    words = text.split()
    return len(words) <= _TAG_WORDS and all(word.replace("-", "").isalnum() for word in words)


def _is_signature(text: str) -> bool:
    """Whether a line is a small word and names ("di Ana Ruiz", "by Ana Ruiz and Tom Boyd"), as bylines are.

    "dal nostro inviato Ana Ruiz" is such a line, too.
    """
    if len(text.split()) not in _SIGNATURE_WORDS:
        return False
    _, *names = _OUR.sub("", text).split()
    capitals = sum(name[0].isupper() for name in names)
    return names[-1][0].isupper() and capitals >= 2 and all(n[0].isupper() or len(n) <= _SMALL for n in names)


def _is_name(text: str) -> bool:
    """Whether a line is two to four words with capitals, such as stand below a "by" on a line of its own."""
    names = text.split()
    return len(names) in _NAME_WORDS and all(name[0].isupper() for name in names) and not ends_sentence(text)


def _is_paragraph(line: Line) -> bool:
    return not line.text[0].islower() and len(line.text.split()) >= _PARAGRAPH_WORDS


def _closes_speech(text: str) -> bool:
    """Whether the sign that a text ends with, which opens a quotation in most languages, closes one in this one.

    „So“ in German and Czech, »so« in German and Danish.
    """
    return any(text[-1] == closer and text.count(opener) == text.count(closer) for opener, closer in ("„“", "»«"))


def _opens_speech(text: str) -> bool:
    """Whether a line begins with a sign that closes a quotation in most languages and opens it in this one."""
    return text[0] in "”’»" and text[1:2].isupper()


def continuations(lines: Sequence[Line]) -> list[bool]:
    """Return, for each line, whether it goes on with the paragraph of the line before."""
    width = wrap_width(lines)
    joins = [False] * len(lines)
    for i in range(1, len(lines)):
        before, line = lines[i - 1], lines[i]
        after = lines[i + 1] if i + 1 < len(lines) else None
        joins[i] = (width is not None and _is_wrapped(before, line, width)) or _is_broken_sentence(
            before, line, after, joins[i - 1]
        )
    return joins
