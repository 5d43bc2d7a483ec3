"""Labels and prompts glued into a paragraph: where they begin is told by a stop, where they end by what follows."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsclean.mark import Chrome
from newsclean.rules.fold import quotes_in
from newsclean.rules.line_ends import line_ends
from newsclean.rules.rule import Match, Rule
from newsclean.rules.standing import Line, is_unspaced
from newsclean.rules.words import STRIP, Words

_FULL_STOPS = frozenset('.!?…。！？؟۔।॥"”»’“)')
# Signs that do not begin a sentence.
_GOES_ON = frozenset(",.;:!?)]}…-–—|/·•")
# Behind them no space parts what is glued in.
_IDEOGRAPHIC_STOPS = frozenset("。！？」』")
_FIRST_UNSPACED = "\u2e80"
_FIRST_THAI, _LAST_THAI = "\u0e00", "\u0e7f"
_DASHES, _DASHES_BEHIND = re.compile(r"(?<!\S)[-–—*]{1,3} ?$"), re.compile(r" ?[-–—*]{1,3}(?!\S)")
_MOST_DASHES, _DASH_SIGNS = 5, frozenset("-–—*")
_BRACKETS = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕"}
# A Dutch quotation mark, of two commas.
_LOW_QUOTE = ",,"
# What stands between a label and the headline that it points to; "(1-0 |" is nothing of the kind.
_POINTS = re.compile(r"\s?(?:[:：?؟|｜\]】＞〉»>→…／]|\.\.+|[-–—] )[\s:：]*")
_STOPS_LABEL = re.compile(r"\.\s+(?=\S)")
# Of signs in front of a label so many are looked at, in characters.
_MOST_SIGNS = 40
_BEFORE_LABEL = re.compile(r"[\s<>»→•[(*▶►☛👉【＜〈（■◆●▼▲☞-]*$")
#: A row of labels is no longer than this, in words.
ROW_WORDS = 20
# And where words are not parted by spaces, in characters.
_ROW_CHARACTERS = 60
# How likely the end of what a label points at must be, for it to be cut out.
_LIKELY = 0.25
# Among many more places, where no spaces part words, each is less likely.
_LIKELY_UNSPACED = 0.12
# A Thai headline is no longer than this, in characters; the place before the end that is likeliest then has so much.
_LONG_THAI, _CERTAIN, _LIKELY_BEFORE_THAI = 75, 0.95, 0.1
# In characters; "Download our app", "打开客户端阅读全文".
_LONG_LABEL = 14
_LONGEST_LABEL = 24
_LONG_IDEOGRAPHS = 8
# An abbreviation is shorter.
_CAPITALS = 5
_PROMPTS = frozenset({Chrome.ADVERTISEMENT, Chrome.APP_DOWNLOAD})
# A Japanese sentence goes on with one of these signs; behind an advertisement label the next one may begin with one.
_HIRAGANA = re.compile("[\u3041-\u309f]")
# A headline has at least so many words, and so has a label that is a long one.
_HEADLINE_WORDS = 3


def is_paragraph(line: Line) -> bool:
    """Return whether a line is longer than rows of labels are, in words; in characters where no spaces part these."""
    is_long = len(line.text) > _ROW_CHARACTERS and line.first < len(line.text)
    return line.words > ROW_WORDS or (is_long and is_unspaced(line.text[line.first]))


def glued_span(rule: Rule, line: Line, start: int, end: int, words: Callable[[], Words]) -> tuple[int, int] | None:
    """Return what to cut out of a paragraph into which the label at start..end is glued; None where it is not."""
    is_pointer = is_paragraph(line) and (rule.chrome is Chrome.RELATED or _is_film(rule, line.text, start, end))
    if is_pointer and (span := pointer_span(line, start, end, words())):
        return span
    if rule.match is not Match.WHOLE or line.quoted:
        return None
    start, end = _with_brackets(line.text, start, end)
    if is_glued(rule, line, start, end):
        return start, end
    is_opening = start <= line.first and is_paragraph(line) and opens_glued(rule, line, start, end, words())
    return (0, end) if is_opening else None


def _is_film(rule: Rule, text: str, start: int, end: int) -> bool:
    """Whether a label of films or pictures points at a title behind its brackets: "【動画】…"."""
    return rule.chrome is Chrome.MEDIA and text[max(0, start - 1) : start] == "【" and text[end : end + 1] == "】"


def opens_glued(rule: Rule, line: Line, start: int, end: int, words: Words) -> bool:
    """Return whether a label of its own line stands at start..end, glued to the first sentence of a paragraph.

    "Advertisement The council met.": before a frequent word with a capital, for a name may go on with any other. A
    label in capitals, or of several words where nouns are written small, may stand before a name, too. A single word
    is a label only where it is that of an advertisement: "Follow The Money" is none.
    """
    if rule.chrome is None or start > line.first or line.text[start].islower() or not line.text[end].isspace():
        return False
    if rule.chrome is not Chrome.ADVERTISEMENT and " " not in line.text[start:end]:
        return False
    first, after = [*line.text[end:].split(None, 2), "", ""][:2]
    bare = first.strip(STRIP)
    if not bare[:1].isupper() or bare[1:] != bare[1:].lower():
        return False
    if words.is_frequent(bare) or (not words.nouns and bare.lower() in words.lowered):
        return True
    label = line.text[start:end]
    if label.isupper() and len(label) >= _CAPITALS and label != label.lower():
        return True
    is_long = end - start >= _LONG_LABEL and line.text.count(" ", start, end) + 1 >= _HEADLINE_WORDS
    return is_long and not words.nouns and after[:1].islower()


def is_glued(rule: Rule, line: Line, start: int, end: int) -> bool:
    """Return whether a label of its own line stands at start..end between two sentences of a paragraph.

    "He left. ADVERTISEMENT She stayed.": behind the end of one, without a sign of its own, before what begins the
    next. A label of another kind than advertisement must be long enough not to be somebody's exclamation.
    """
    least = _LONG_LABEL if line.text[start] < _FIRST_UNSPACED else _LONG_IDEOGRAPHS
    if rule.chrome is None or (rule.chrome is not Chrome.ADVERTISEMENT and end - start < least):
        return False
    before, after = line.text[:start].rstrip(), line.text[end:].lstrip()
    # No sentence goes on with "Story continues below advertisement".
    if rule.chrome is Chrome.ADVERTISEMENT and end - start >= _LONGEST_LABEL and line.text[start].isupper():
        return bool(before) and line.text[end : end + 1].isspace() and quotes_in(line.folded, 0, start) % 2 == 0
    apart = len(before) < start or before[-1:] in _IDEOGRAPHIC_STOPS
    # Nobody who is quoted says "ADVERTISEMENT" between two sentences.
    is_shouted = rule.chrome is Chrome.ADVERTISEMENT and line.text[start:end].isupper() and end - start >= _CAPITALS
    if not before or not apart or not _is_over(before):
        return False
    if quotes_in(line.folded, 0, start) % 2 and not is_shouted:
        return False
    if not after:
        return rule.chrome is Chrome.ADVERTISEMENT
    first = line.text[start]
    parted = line.text[end].isspace() or (before[-1] in _IDEOGRAPHIC_STOPS and rule.chrome in _PROMPTS)
    goes_on = after[0] in _GOES_ON and not after.startswith(_LOW_QUOTE)
    if rule.chrome is not Chrome.ADVERTISEMENT and _HIRAGANA.match(after):
        return False
    return parted and not first.islower() and not after[0].islower() and not goes_on


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A label with the brackets or the dashes around it: "(广告)", "- Advertisement -"."""
    closer = _BRACKETS.get(text[start - 1]) if start else None
    if closer and text[end : end + 1] == closer:
        return start - 1, end + 1
    # Few labels have a sign in front of them.
    if text[max(0, start - 2) : start].strip()[-1:] not in _DASH_SIGNS:
        return start, end
    before, after = _DASHES.search(text, max(0, start - _MOST_DASHES), start), _DASHES_BEHIND.match(text, end)
    return (before.start(), after.end()) if before and after else (start, end)


def _is_over(before: str) -> bool:
    """Whether a sentence ends with a text; Thai has no full stop, and a space where one ends."""
    last = before[-1]
    return last in _FULL_STOPS or (last == "'" and before[-2:-1] in _FULL_STOPS) or _FIRST_THAI <= last <= _LAST_THAI


def pointer_span(line: Line, start: int, end: int, words: Words) -> tuple[int, int] | None:
    """Return the span of a label at start..end that points at a headline, both glued into a paragraph; None if not.

    "He left. Read also: Harbour tolls to rise She stayed.": the label stands behind a stop and has a colon or the like
    behind it; the headline ends where the next sentence begins. At the paragraph's beginning no stop is needed, but
    something must be left behind the headline. "He left. Read also:" points at what stands below the paragraph.
    """
    opened = _BEFORE_LABEL.search(line.text, max(0, start - _MOST_SIGNS), start)
    begin = start if opened is None else opened.start()
    # An arrow in front of a label is the sign that closes a quotation, too.
    if quotes_in(line.folded, 0, begin) % 2 and (closing := line.text.find("»", begin, start)) >= 0:
        begin = closing + 1
    before = line.text[:begin]
    points = _POINTS.match(line.text, end)
    # "READ ALSO. Harbour tolls to rise": no sentence is of a label's capitals.
    if points is None and " " in line.text[start:end] and line.text[start:end].isupper():
        points = _STOPS_LABEL.match(line.text, end)
    # Behind a stop of ideographs no space need stand.
    is_apart = begin < start or before[-1:] in _IDEOGRAPHIC_STOPS
    if points is None or (before and not (_is_over(before) and is_apart)):
        return None
    if quotes_in(line.folded, 0, begin) % 2 or line.text[start].islower():
        return None
    stop = end_of_pointer(line.text, points.end(), words) if points.end() < len(line.text) else points.end()
    if stop is None or (not before and stop == len(line.text)):
        return None
    return (begin + line.text[begin].isspace() if before else 0), stop


def end_of_pointer(text: str, start: int, words: Words, likely: float = _LIKELY) -> int | None:
    """Return where the headline that begins at `start` ends; None if there is none, or none ends `likely` enough."""
    if start >= len(text):
        return None
    ends = line_ends(text, start, words, labelled=True)
    if text[start] >= _FIRST_UNSPACED:
        likely = min(likely, _LIKELY_UNSPACED)
    end, share = max(ends, key=lambda place: place[1], default=(start, 0.0))
    if end == len(text) and share < _CERTAIN and end - start > _LONG_THAI and _FIRST_THAI <= text[start] <= _LAST_THAI:
        # Without stops the rest of a paragraph looks like a headline, but for its length.
        end, share = max(ends[:-1], key=lambda place: place[1], default=(start, 0.0))
        likely = min(likely, _LIKELY_BEFORE_THAI)
    # "Photo gallery: 18 pictures" is shorter than a headline.
    least = _HEADLINE_WORDS - text[start].isdigit()
    is_headline = text.count(" ", start, end) + (end == len(text)) >= least or is_unspaced(text[start])
    return end if share >= likely and is_headline else None
