"""The places of a dateline: runs of words at the start of a paragraph that may name them, and what speaks for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsclean.fields.agencies import agency_at, fold
from newsclean.fields.dateline_date import date_at
from newsclean.fields.dateline_terms import LETTER, place_key, terms

_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,4}")
_WORD = re.compile(rf"['’]?{LETTER}(?:{LETTER}|['’ʻ‘`](?={LETTER})|-(?=[^\W\d_]))*")
_UNCASED_RUN = re.compile(rf"{LETTER}+(?: {LETTER}+){{0,3}}")
_JOINER = re.compile(r"/ ?(?=\S)| / | & |[·‧・](?=\S)|,? ([^\W\d_]{1,3}) ")
_QUALIFIER = re.compile(r",\s?([^,،()\[\]/:;|—–\d]{2,40}?)(?=\s*(?:,|\(|\[|/|:|—|–|\||--| -|$)|\s+(?:and|e|E|AND)\s)")
_MOST_WORDS = 5
_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Places:
    """A run of words read as places.

    Attributes:
        names: each place as it stands, with its qualifier ("SIOUX FALLS, S.D.").
        mains: the names without qualifiers.
        end: offset just past the last one.
        cased: whether the script has capitals.
        qualified: whether a known state, province or country follows one of them.
        doubtful: offset where the last qualifier begins, if it is not a known one; it may be an outlet.
    """

    names: tuple[str, ...]
    mains: tuple[str, ...]
    end: int
    cased: bool
    qualified: bool
    doubtful: int | None

    @property
    def capitals(self) -> bool:
        """Whether every place is written in capitals."""
        return self.cased and all(_is_upper(main) for main in self.mains)

    @property
    def known(self) -> bool:
        """Whether any place is a well-known city; a label's words cannot hide behind one."""
        return any(place_key(main) in terms().cities for main in self.mains)

    @property
    def label(self) -> bool:
        """Whether the words speak for a label, a speaker or a sentence."""
        labels = terms().labels
        return any(
            fold(word).strip(".") in labels
            for main in self.mains
            if place_key(main) not in terms().cities
            for word in re.split(r"[\s’'-]", main)
        )

    @property
    def toponym(self) -> bool:
        """Whether the only place is one word that ends as place names do."""
        if len(self.mains) != 1 or " " in self.mains[0]:
            return False
        word = fold(self.mains[0])
        return len(word) >= 7 and word.endswith(terms().place_endings) and word not in terms().not_places


def _is_upper(name: str) -> bool:
    return name.upper() == name and name.lower() != name


def _is_cased(char: str) -> bool:
    return char.upper() != char.lower()


def _next_word(text: str, start: int) -> tuple[int, bool] | None:
    """Return the end of the word at `start`, its full stop included where that is part of it, and whether it is one."""
    if initials := _INITIALS.match(text, start):
        return initials.end(), True
    word = _WORD.match(text, start)
    if word is None:
        return None
    end = word.end()
    shortened = fold(word[0]) in terms().abbreviations and text[end : end + 1] == "."
    return (end + 1, True) if shortened else (end, False)


def _capital_run(text: str, start: int) -> int | None:
    """Return the end of the run of capitalised words at `start`, lower-case particles between them included."""
    position, end, words = start, None, 0
    while words < _MOST_WORDS and (found := _next_word(text, position)):
        word = text[position : found[0]].lstrip("'’")
        if _starts_name(text, word, position, first=end is None):
            end, words = found[0], words + 1
        elif end is None or fold(word) not in terms().particles:
            break
        position = found[0]
        if text[position : position + 1] != " ":
            break
        position += 1
    return end


def _starts_name(text: str, word: str, position: int, *, first: bool) -> bool:
    if not word[:1].isupper() and not ("-" in word and word.split("-", 1)[1][:1].isupper()):
        return fold(word) in {"a.m."} and not first
    # A date or an agency may follow the place without a comma.
    return first or not (date_at(text, position) or (agency_at(text, position) and _is_upper(word)))


def _cased_place(text: str, start: int) -> int | None:
    end = _capital_run(text, start)
    if end is None:
        return None
    if text[end : end + 1] == "/" and (river := _capital_run(text, end + 1)):
        stop = river + 1 if text[river : river + 1] == "." else river
        names = terms().slash_names
        if fold(text[end + 1 : river]) in names:
            return river
        if fold(text[end + 1 : stop]) in names:
            return stop
    return end


def _qualifier(text: str, end: int) -> tuple[int, bool] | None:
    """Return the end of the state or country after the place that ends at `end`, and whether it is a known one."""
    match = _QUALIFIER.match(text, end)
    if match is None or date_at(text, match.start(1)) or agency_at(text, match.start(1)):
        return None
    name = match[1].rstrip()
    stop = match.start(1) + len(name)
    if fold(name) in terms().qualifiers:
        return stop, True
    run = _capital_run(text, match.start(1))
    return (stop, False) if run == stop and stop - match.start(1) > 1 else None


def _joiner(text: str, end: int, *, capitals: bool) -> int | None:
    match = _JOINER.match(text, end)
    if match is None:
        return None
    word = match[1]
    if word is not None and (fold(word) not in terms().conjunctions or (word.isupper() and not capitals)):
        return None
    return match.end()


def _read_cased(text: str, start: int) -> Places | None:
    names: list[str] = []
    mains: list[str] = []
    position, qualified, end, doubtful = start, False, start, None
    while len(names) < _MOST_PLACES and (stop := _cased_place(text, position)):
        if names and agency_at(text, position):
            break
        mains.append(text[position:stop])
        doubtful = None
        for step in range(2):
            if step and _joiner(text, stop, capitals=_is_upper(mains[-1])):
                break
            more = _qualifier(text, stop)
            if more is None:
                break
            qualified = qualified or more[1]
            doubtful = None if more[1] else stop
            stop = more[0]
        names.append(text[position:stop])
        end = stop
        after = _joiner(text, stop, capitals=_is_upper(mains[-1]))
        if after is None:
            break
        position = after
    return Places(tuple(names), tuple(mains), end, True, qualified, doubtful) if names else None


def _known_start(words: list[str]) -> str | None:
    """Return the longest well-known city that `words` begin with."""
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((name for name in starts if place_key(name) in terms().cities), None)


def _read_uncased(text: str, start: int) -> Places | None:
    names: list[str] = []
    position, end = start, start
    while len(names) < _MOST_PLACES and (run := _UNCASED_RUN.match(text, position)):
        if names and agency_at(text, position):
            break
        words = run[0].split(" ")
        while len(words) > 1 and fold(words[-1]) in terms().date_words:
            words.pop()
        name = " ".join(words)
        names.append(name)
        end = position + len(name)
        if text[end : end + 1] == " " and end == run.end() and len(words) > 1:
            name = _known_start(words) or name
            names[-1], end = name, position + len(name)
        if text[end : end + 1] != "/" or text[end + 1 : end + 2] in {"", " "}:
            break
        position = end + 1
    return Places(tuple(names), tuple(names), end, False, False, None) if names else None


def places_at(text: str, start: int) -> Places | None:
    """Return the words at `start` of `text` (made plain with `plain`) that have the form of places, or None."""
    char = text[start : start + 1]
    if not char.isalpha() and char not in {"'", "’"}:
        return None
    return _read_cased(text, start) if _is_cased(char) or not char.isalpha() else _read_uncased(text, start)
