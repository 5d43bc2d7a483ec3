"""Labels and prompts glued into a paragraph: where they begin is told by a stop, where they end by what follows."""

from __future__ import annotations

import re
from itertools import pairwise

from newsclean.mark import Chrome
from newsclean.rules.fold import quotes_in
from newsclean.rules.rule import Rule
from newsclean.rules.standing import Line
from newsclean.rules.words import SIGNS, STRIP, Words

_FULL_STOPS = frozenset('.!?…。！？؟۔।॥"”»’“)')
# Signs that do not begin a sentence.
_GOES_ON = frozenset(",.;:!?)]}…-–—|/·•")
# Behind them no space parts what is glued in.
_IDEOGRAPHIC_STOPS = frozenset("。！？」』")
_FIRST_UNSPACED = "\u2e80"
# A Dutch quotation mark, of two commas.
_LOW_QUOTE = ",,"
# What stands between a label and the headline that it points to; "(1-0 |" is nothing of the kind.
_POINTS = re.compile(r"\s?(?:[:|\]»>→]|[-–—] )\s*")
# Of signs in front of a label so many are looked at, in characters.
_MOST_SIGNS = 40
_BEFORE_LABEL = re.compile(r"[\s>»→•[(*▶►☛👉-]*$")
# In characters; "Download our app", "打开客户端阅读全文".
_LONG_LABEL = 14
_LONG_IDEOGRAPHS = 8
# An abbreviation is shorter.
_CAPITALS = 5
_PROMPTS = frozenset({Chrome.ADVERTISEMENT, Chrome.APP_DOWNLOAD})
# A Japanese sentence goes on with one of these signs; behind an advertisement label the next one may begin with one.
_HIRAGANA = re.compile("[\u3041-\u309f]")
# A headline has at least so many words, and ends within so many characters.
_HEADLINE_WORDS = 3
_HEADLINE = 150
_WORD = re.compile(r"\S+")
# What a headline cannot go on behind, and what ends a headline that asks.
_STOPS = frozenset(".!…。！।۔")
_ASKS = frozenset("?؟？")
_MAY_END = frozenset("%€’'”»\"?)")
# "St." is no end, in characters with the stop.
_ABBREVIATION = 3
# A quotation that begins as a sentence does, and how many words it has at least.
_QUOTATION = re.compile(r"[\"“”„«‘](?=[^\Wa-zß-ÿа-яёα-ω\d_])([^\"“”„«»]{20,400})")
_SPEECH_WORDS = 6
# The shortest word that has a capital in a headline with capitals.
_STEM = 4
# So many words tell that a headline has one at every word.
_TITLED = 5
# What must speak for a place at which a headline ends likelier than elsewhere.
_LIKELY = 0
# How the words end that stand before a noun, in the languages that write nouns with a capital.
_ADJECTIVES = ("e", "em", "en", "er", "es")


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
    apart = len(before) < start or before[-1:] in _IDEOGRAPHIC_STOPS
    if not before or not apart or before[-1] not in _FULL_STOPS or quotes_in(line.folded, 0, start) % 2:
        return False
    if not after:
        return rule.chrome is Chrome.ADVERTISEMENT
    first = line.text[start]
    parted = line.text[end].isspace() or (before[-1] in _IDEOGRAPHIC_STOPS and rule.chrome in _PROMPTS)
    goes_on = after[0] in _GOES_ON and not after.startswith(_LOW_QUOTE)
    if rule.chrome is not Chrome.ADVERTISEMENT and _HIRAGANA.match(after):
        return False
    return parted and not first.islower() and not after[0].islower() and not goes_on


def pointer_span(line: Line, start: int, end: int, words: Words) -> tuple[int, int] | None:
    """Return the span of a label at start..end that points at a headline, both glued into a paragraph; None if not.

    "He left. Read also: Harbour tolls to rise She stayed.": the label stands behind a stop and has a colon or the like
    behind it; the headline ends where the next sentence begins. At the paragraph's beginning no stop is needed, but
    something must be left behind the headline.
    """
    opened = _BEFORE_LABEL.search(line.text, max(0, start - _MOST_SIGNS), start)
    begin = start if opened is None else opened.start()
    # An arrow in front of a label is the sign that closes a quotation, too.
    if quotes_in(line.folded, 0, begin) % 2 and (closing := line.text.find("»", begin, start)) >= 0:
        begin = closing + 1
    before = line.text[:begin]
    points = _POINTS.match(line.text, end)
    if points is None or (before and (before[-1] not in _FULL_STOPS or begin == start)):
        return None
    if quotes_in(line.folded, 0, begin) % 2 or line.text[start].islower():
        return None
    at = points.end()
    stop = (
        end_of_headline(line.text, at, words) or _likely_end(line.text, at, words) or _stopped_end(line.text, at, words)
    )
    if stop is None or (not before and stop == len(line.text)):
        return None
    return (begin + 1 if before else 0), stop


def _stopped_end(text: str, start: int, words: Words) -> int | None:
    """Return where a headline with a stop ends: there, or where its second sentence runs into the story.

    Only where no word inside it has a capital, with which the story might begin, but for names behind a preposition.
    """
    if words.nouns or words.openers:
        return None
    found = [*_WORD.finditer(text, start, start + _HEADLINE)]
    stop = next((n for n, word in enumerate(found) if _is_stop(word[0])), 0)
    if stop + 1 < _HEADLINE_WORDS or any(
        word[0][:1].isupper() and not words.goes_on(before[0]) for before, word in pairwise(found[: stop + 1])
    ):
        return None
    for before, word, after in zip(found[stop + 1 :], found[stop + 2 :], found[stop + 3 :], strict=False):
        if before[0][-1] in _STOPS:
            break
        if after[0][0].islower() and words.begins(word[0], before[0], after[0]):
            return word.start()
    return found[stop].end()


def _is_stop(word: str) -> bool:
    return word.rstrip(STRIP)[-1:] in _STOPS and len(word) > _ABBREVIATION


def _likely_end(text: str, start: int, words: Words) -> int | None:
    """Return where a headline without a stop is likeliest to end, among its words with a capital; None if nowhere.

    Names have capitals, too: a word speaks for itself that the document writes small elsewhere, or behind which a small
    one stands; and a frequent word or a name in front of it speaks against it.
    """
    found = [*_WORD.finditer(text, start, start + _HEADLINE)]
    best: tuple[int, int] | None = None
    for before, word, after in zip(
        found[_HEADLINE_WORDS - 1 :], found[_HEADLINE_WORDS:], found[_HEADLINE_WORDS + 1 :], strict=False
    ):
        bare, last = word[0].strip(SIGNS), before[0].strip(STRIP)
        if before[0][-1] in _STOPS:
            break
        if not bare[:1].isupper() or not last or words.goes_on(last) or before[0][-1] in _GOES_ON:
            continue
        score = (
            (bare.lower() in words.lowered or words.is_frequent(bare))
            + 2 * after[0][0].islower()
            - words.is_frequent(last)
            - 2 * (last[0].isupper() and not words.nouns)
            - 2 * (words.nouns and last.endswith(_ADJECTIVES))
        )
        if best is None or score > best[0]:
            best = score, word.start()
    return best[1] if best is not None and best[0] >= _LIKELY else None


def _is_speech(text: str, start: int, before: str) -> bool:
    """Whether a quotation begins at `start`, behind the word `before`, that is long enough to be a sentence."""
    quotation = _QUOTATION.match(text, start)
    return quotation is not None and before[-1].isalnum() and quotation[1].count(" ") + 1 >= _SPEECH_WORDS


def end_of_headline(text: str, start: int, words: Words) -> int | None:
    """Return where the words from `start` on end that have no stop and are followed by a sentence; None if nowhere.

    At the end of the text they end there, and behind a question mark. In scripts without capitals a word that begins
    many sentences tells the place.
    """
    found = [*_WORD.finditer(text, start, start + _HEADLINE)]
    titled = all(word[0][:1].isupper() for word in found[:_TITLED] if len(word[0]) >= _STEM)
    behind_name: int | None = None
    for count, word in enumerate(found):
        before = found[count - 1][0] if count else ""
        after = found[count + 1][0] if count + 1 < len(found) else ""
        if count >= _HEADLINE_WORDS:
            asked = before[-1] in _ASKS and not word[0][0].islower()
            if asked or words.opens(word[0], after) or _is_speech(text, word.start(), before):
                return word.start()
            later = found[count + 2][0] if count + 2 < len(found) else ""
            # Of two words in a row that may begin a sentence the second does: "closed since August He told".
            is_last = not words.begins(after, word[0], later, titled=titled)
            # "in 90 years" ends with a unit, however frequent that word is.
            last = f"{found[count - 2][0]}{before}" if found[count - 2][0].isdigit() else before
            may_end = before[-1].isalnum() or before[-1] in _MAY_END
            if may_end and is_last and words.begins(word[0], last, after, titled=titled):
                # Behind a word with a capital it may be of the same name; a place without such doubt is better.
                if words.nouns or not before.strip(STRIP)[:1].isupper():
                    return word.start()
                behind_name = behind_name or word.start()
        if word[0][-1] in _STOPS and (len(word[0]) > _ABBREVIATION or not after):
            return behind_name
    if behind_name is not None:
        return behind_name
    if start + _HEADLINE < len(text) or len(found) < _HEADLINE_WORDS:
        return None
    return len(text)
