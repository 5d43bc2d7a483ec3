"""Credit lines: the agencies, papers and desk a story says it comes from, on their own line or behind its last word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newsclean.fields.agencies import agencies_in, fold, is_generic, may_name_agencies, words_in
from newsclean.fields.dateline_bracket import Bracket, bracket_at, read_contents
from newsclean.fields.dateline_terms import plain

_WIDEST_LINE = 400
_MOST_WORDS = 12
_TAIL = 320
_DASHES = "—–-"
_WRAP = {"(": ")", "[": "]", "/": "/", "【": "】", "〔": "〕"}
_LABEL_END = re.compile(r"\s?[:=|]\s?|\s[—–-]\s|\s+")
_COLON = re.compile(r"\s?[:=|]\s?")
_ITEM_GAP = re.compile(r"[/,;&+·=|、]")
_SENTENCE_END = "。.!?！？…”»“\"'’」』।"
_TAIL_DASH = re.compile(r"\s(?:[—–]|--?)\s?(?=[^\s—–-]{2,24}(?: [^\s—–-]{1,20}){0,2}\s*$)")
_LAST_SENTENCE = re.compile(r"[.!?…”»\"।]\s+(?=[^.!?…”»\"।]{2,40}\.?\s*$)")
# A photo credit says that it is one in so many words.
_FIRST_WORDS = 20
_PRESS_ID = re.compile(r"©\s?dpa(?:-[a-z]+)?[,:]? .{0,60}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A credit that stands in a text.

    Attributes:
        start: offset of its first character.
        end: offset just past its last one.
        agencies: canonical names of the agencies it credits, in order; none where it credits a paper or persons.
        rule: the convention that matched, in snake_case.
    """

    start: int
    end: int
    agencies: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class _Phrases:
    labels: tuple[str, ...]
    material: tuple[str, ...]
    roles: tuple[str, ...]
    role_ends: tuple[str, ...]
    photo: frozenset[str]
    photo_unspaced: tuple[str, ...]  # of scripts without spaces: they stand inside what looks like a word


@cache
def _phrases() -> _Phrases:
    data: dict[str, list[str]] = tomllib.loads(files("newsclean.fields").joinpath("credit.toml").read_text("utf-8"))
    by_length = {key: tuple(sorted(map(fold, words), key=len, reverse=True)) for key, words in data.items()}
    return _Phrases(
        labels=by_length["labels"],
        material=by_length["material"],
        roles=by_length["roles"],
        role_ends=by_length["role_ends"],
        photo=frozenset(by_length["photo"]),
        photo_unspaced=tuple(word for word in by_length["photo"] if "\u2e80" < word[0] < "\ud7b0"),
    )


def read_credit_line(text: str) -> CreditLine | None:
    """Return the credit a whole line consists of, or None where it is a sentence, a photo credit or anything else.

    "Source: Reuters", "--Agencies", "(AFP)", "mit Material der dpa", "/ritzau/" and "Reporting by Ana Ruiz; Editing by
    Tom Weld" are credits; "A source told Reuters ..." is none. Lines longer than 400 characters are not looked at.
    """
    if len(text) > _WIDEST_LINE:
        return None
    even = plain(text)
    start, end = _strip(even, 0, len(even))
    found = _read(even, start, end) if start < end else None
    return CreditLine(start, end, *found) if found else None


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _read(text: str, start: int, end: int) -> tuple[tuple[str, ...], str] | None:
    """Return agencies and rule for the credit that `text` is between two offsets."""
    wrapped = _WRAP.get(text[start])
    if wrapped and end - start > 2 and text[end - 1] == wrapped:
        inner = _strip(text, start + 1, end - 1)
        found = _plain_credit(text, *inner)
        return (found[0], f"{found[1]}_bracket") if found else None
    dashed = text[start] in _DASHES
    while start < end and (text[start] in _DASHES or text[start].isspace()):
        start += 1
    if start == end:
        return None
    found = _plain_credit(text, start, end)
    return (found[0], f"{found[1]}_dash") if found and dashed else found


def _plain_credit(text: str, start: int, end: int) -> tuple[tuple[str, ...], str] | None:
    line = text[start:end]
    folded = fold(line)
    words = words_in(folded)
    if _holds_photo_words(line, words):
        return None
    if len(line.split()) > _MOST_WORDS + 6:
        return _roles(line, folded)
    contents = read_contents(text, start, end) if may_name_agencies(words) else None
    if contents and _is_of_agencies(contents, line):
        return contents.agencies, "agencies"
    return (
        _labelled(line, folded)
        or _material(line, folded)
        or _roles(line, folded)
        or (_outlets(contents) if contents else None)
        or _press_id(line)
    )


def _is_of_agencies(contents: Bracket, line: str) -> bool:
    """Return whether a line consists of agencies, and the codes of desks ("dpa/lno").

    These stand apart; a word that runs on to the agency ("von APA") makes it something else.
    """
    items = [item.strip() for item in _ITEM_GAP.split(line)]
    apart = all(item in items for item in contents.rest)
    return contents.credits and apart and contents.date is None and len(line.split()) <= _MOST_WORDS


def _holds_photo_words(line: str, words: Sequence[str]) -> bool:
    if not _phrases().photo.isdisjoint(words[:_FIRST_WORDS]):
        return True
    return not line.isascii() and any(word in line for word in _phrases().photo_unspaced)


def _labelled(line: str, folded: str) -> tuple[tuple[str, ...], str] | None:
    """Read "Source: Reuters": a label, a colon, and names; without a colon only agencies count."""
    # Asked of all at once first: most lines begin with none.
    if len(folded) != len(line) or not folded.startswith(_phrases().labels):
        return None
    label = next(label for label in _phrases().labels if folded.startswith(label))
    gap = _LABEL_END.match(line, len(label))
    rest = line[gap.end() :].strip(" .") if gap else ""
    if not gap or not rest or len(rest.split()) > _MOST_WORDS:
        return None
    agencies = agencies_in(rest)
    if _COLON.match(line, len(label)):
        ends_as_sentence = line.rstrip().endswith((".", "!", "?", "…", "。")) and len(rest.split()) > 4
        return None if ends_as_sentence else (agencies, "source_label")
    contents = read_contents(rest, 0, len(rest))
    return (agencies, "source_label") if contents.credits else None


def _material(line: str, folded: str) -> tuple[tuple[str, ...], str] | None:
    """Read "mit Material der dpa", "Avec AFP": a phrase and nothing but agencies."""
    if len(folded) != len(line) or not folded.startswith(_phrases().material):
        return None
    phrase = next((p for p in _phrases().material if folded.startswith(p + " ")), None)
    if phrase is None:
        return None
    rest = line[len(phrase) :].strip(" .:")
    contents = read_contents(rest, 0, len(rest))
    words = [word for item in contents.rest for word in item.split()]
    if (
        len(words) > 6
        or not all(map(_in_name, words))
        or not (contents.agencies or contents.generic)
        or len(rest.split()) > _MOST_WORDS
    ):
        return None
    return contents.agencies, "with_material"


def _in_name(word: str) -> bool:
    """Return whether `word` can stand in a name, or between two."""
    return not word[0].islower() or len(word) <= 3


def _roles(line: str, folded: str) -> tuple[tuple[str, ...], str] | None:
    """Read "Reporting by ...; Editing by ..." and "... contributed to this report."."""
    begins = folded.startswith(_phrases().roles)
    role = next(role for role in _phrases().roles if folded.startswith(role)) if begins else ""
    if role and not line[len(role) :].lstrip()[:1].islower():
        sentences = re.split(r"[.!?]\s+(?=[^\W\d_]{3,}\s[^\W\d_]{2,}\s)", line)
        others = [s for s in sentences[1:] if not fold(s).startswith(_phrases().roles)]
        return (agencies_in(line), "newsroom_roles") if not others else None
    ending = folded.rstrip(" .")
    if ending.endswith(_phrases().role_ends) and len(line) <= 300:
        return agencies_in(line), "contributors"
    return None


def _outlets(contents: Bracket) -> tuple[tuple[str, ...], str] | None:
    """Read a paper's own mix, "red, ORF.at/Agenturen", "ntv.de, ino/dpa": agencies, a domain, and desk codes."""
    if not (contents.agencies or contents.generic) or len(contents.rest) > 3 or contents.date:
        return None
    domains = [item for item in contents.rest if re.fullmatch(r"[\w-]+\.[a-z]{2,4}", item)]
    codes = [item for item in contents.rest if re.fullmatch(r"[^\W\d_]{1,5}", item) and item.islower()]
    whole = len(domains) + len(codes) == len(contents.rest)
    return (contents.agencies, "outlet_and_agencies") if domains and whole else None


def _press_id(line: str) -> tuple[tuple[str, ...], str] | None:
    return (("dpa",), "press_id") if _PRESS_ID.fullmatch(line) and any(c.isdigit() for c in line) else None


def read_credit_tail(text: str) -> CreditLine | None:
    """Return the credit behind the last sentence of a story's paragraph, or None.

    "... on Friday. (AFP)" and "... på fredag. /ritzau/" end in one. The span is the credit alone. Only the last 320
    characters are read; a bracket that belongs to the sentence ("the Associated Press (AP).") is none.
    """
    offset = max(len(text) - _TAIL, 0)
    even = plain(text[offset:])
    start, end = _strip(even, 0, len(even))
    if end - start < 3:
        return None
    found = _bracket_tail(even, end) or _dash_tail(even, end) or _bare_tail(even, end)
    if found is None or found.start <= start:
        return None
    return CreditLine(found.start + offset, found.end + offset, found.agencies, found.rule)


def _bracket_tail(text: str, end: int) -> CreditLine | None:
    shut = text[end - 1]
    opener = next((o for o, c in _WRAP.items() if c == shut), None)
    if opener is None:
        return None
    at = text.rfind(opener, 0, end - 1)
    before = text[:at].rstrip() if at > 0 else ""
    if not before or (opener == "/" and not text[at - 1].isspace()):
        return None
    found = _read(text, at, end)
    # Without a full stop before it, the bracket must hold agencies and nothing else, and follow no name.
    closed = before[-1] in _SENTENCE_END
    named = before.rsplit(None, 1)[-1][0].isupper()
    bracket = bracket_at(text, at)
    sure = bracket is not None and bracket.credits and not bracket.rest and bracket.end == end
    if found is None or not (closed or (sure and not named and not _shortens(before, bracket))):
        return None
    return CreditLine(at, end, found[0], f"tail_{found[1]}")


def _shortens(before: str, bracket: Bracket | None) -> bool:
    """Return whether the bracket shortens the name before it: "the Associated Press (AP)"."""
    if bracket is None:
        return True
    words = [word for word in re.split(r"[\s-]+", before[-80:]) if word]
    inside = fold(bracket.inside).strip()
    initials = "".join(fold(word[0]) for word in words[-len(inside) :])
    return initials == inside or any(name in agencies_in(before[-60:]) for name in bracket.agencies)


def _dash_tail(text: str, end: int) -> CreditLine | None:
    match = _TAIL_DASH.search(text, max(end - 60, 0), end)
    if match is None or text[: match.start()].rstrip()[-1:] not in _SENTENCE_END:
        return None
    contents = read_contents(text, match.end(), end)
    if not contents.credits or contents.date:
        return None
    at = match.start() + 1
    return CreditLine(at, end, contents.agencies, "tail_agencies_dash")


def _bare_tail(text: str, end: int) -> CreditLine | None:
    for match in _LAST_SENTENCE.finditer(text, 0, end):
        line = text[match.end() : end].rstrip(".")
        contents = read_contents(text, match.end(), match.end() + len(line))
        words = line.split()
        if contents.credits and not contents.rest and len(words) <= 4 and not is_generic(words[0].lower()):
            return CreditLine(match.end(), end, contents.agencies, "tail_agencies")
    return None
