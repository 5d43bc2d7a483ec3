"""What stands in the brackets of a dateline or a credit: agencies, a date, an outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsclean.fields.agencies import agency_at, fold, is_generic
from newsclean.fields.dateline_date import date_at
from newsclean.fields.dateline_terms import LETTER, terms

_CLOSERS = {"(": ")", "[": "]", "/": "/", "{": "}"}
_WIDEST = 60
_BETWEEN = re.compile(r"[\s,،/;&+·=|、.–—-]+")
_ITEM = re.compile(r"[^,،/;&+·=|、]+")
_OUTLET = re.compile(rf"(?:{LETTER}|[0-9.’'-])+(?: (?:{LETTER}|[0-9.’'-])+){{0,3}}")
_CODE = re.compile(r"[^\W\d_]{1,4}|[^\W_]{2,4}\.?|[^\W\d_]{2,6}\.")


@dataclass(frozen=True, slots=True)
class Bracket:
    """The contents of a bracket that opens at an offset.

    Attributes:
        end: offset just past the closing bracket.
        inside: what stands between the brackets.
        agencies: canonical names.
        as_written: the same names as they stand.
        date: the date as it stands, or None.
        generic: whether it credits agencies without naming one.
        rest: what is neither, item by item.
    """

    end: int
    inside: str
    agencies: tuple[str, ...]
    as_written: tuple[str, ...]
    date: str | None
    generic: bool
    rest: tuple[str, ...]

    @property
    def credits(self) -> bool:
        """Whether it credits agencies, and holds nothing else but a desk's code ("dpa/lnw") and a date."""
        return (bool(self.agencies) or self.generic) and len(self.rest) <= 2 and all(map(_is_code, self.rest))

    @property
    def credits_reporter(self) -> bool:
        """Whether it credits agencies and at most two persons with them ("/Корр. ТАСС Anna Ruiz/")."""
        return bool(self.agencies) and len(self.rest) <= 2 and all(_is_code(x) or _is_person(x) for x in self.rest)

    @property
    def dates(self) -> bool:
        """Whether it holds a date and nothing else."""
        return self.date is not None and not (self.agencies or self.rest or self.generic)

    @property
    def outlet(self) -> str | None:
        """The paper or station whose name it may be ("KMIZ", "HawaiiNewsNow"), or None."""
        if self.agencies or self.date or self.generic or len(self.rest) != 1:
            return None
        name = self.rest[0]
        if not _OUTLET.fullmatch(name) or sum(c.isalpha() for c in name) < 2 or name[0].isdigit():
            return None
        words = name.split(" ")
        if any(fold(word) in terms().labels for word in words if word.islower() or len(words) == 1):
            return None
        return name if len(words) == 1 or not any(word.islower() for word in words) else None


def _is_code(item: str) -> bool:
    return bool(_CODE.fullmatch(item)) and fold(item) not in terms().labels


def _is_person(item: str) -> bool:
    words = item.split(" ")
    return 2 <= len(words) <= 3 and all(
        word[0].isupper() and fold(word) not in terms().labels for word in words if word
    )


def read_contents(text: str, start: int, end: int) -> Bracket:
    """Return what stands between two offsets of `text` (made plain with `plain`), as agencies, date and rest."""
    agencies: list[str] = []
    as_written: list[str] = []
    rest: list[str] = []
    date, generic, position = None, False, start
    # Every date has a digit, and most lines have none.
    dated = any(map(str.isdigit, text[start:end]))
    while position < end:
        if gap := _BETWEEN.match(text, position, end):
            position = gap.end()
            continue
        if (hit := agency_at(text, position)) and hit[0] <= end:
            agencies.append(hit[1])
            as_written.append(text[position : hit[0]])
            position = hit[0]
        elif dated and (day := date_at(text, position)) and day.end <= end and date is None:
            date = text[position : day.end]
            position = day.end
        else:
            position, known = _read_rest(text, position, end, rest, dated=dated)
            generic = generic or known
    return Bracket(end, text[start:end], tuple(agencies), tuple(as_written), date, generic, tuple(rest))


def _read_rest(text: str, start: int, end: int, rest: list[str], *, dated: bool) -> tuple[int, bool]:
    """Put the item at `start` into `rest` unless it says "agencies"; return where it ends, and whether it does."""
    item = _ITEM.match(text, start, end)
    stop = item.end() if item else start + 1
    if is_generic(text[start:stop].strip()):
        return stop, True
    # An agency or a date may stand in the item's middle ("Кар. БЕЛТА").
    for space in re.finditer(r"\s+", text[start:stop]):
        at = start + space.end()
        if agency_at(text, at) or (dated and date_at(text, at)):
            stop = start + space.start()
            break
    item_text = text[start:stop].strip()
    if fold(item_text) not in terms().conjunctions:
        rest.append(item_text)
    return stop, False


def bracket_at(text: str, start: int) -> Bracket | None:
    """Return the bracket that opens at `start` of `text` (made plain with `plain`), or None.

    Slashes are brackets too ("/ritzau/"). It is at most 60 characters long and holds no other bracket.
    """
    closer = _CLOSERS.get(text[start : start + 1])
    if closer is None:
        return None
    end = text.find(closer, start + 1, start + _WIDEST)
    # Two agencies in slashes: /dpa/AFP/.
    if closer == "/" and end >= 0 and agency_at(text, end + 1):
        end = text.find(closer, end + 1, start + _WIDEST)
    if end <= start + 1 or text[start] in text[start + 1 : end].replace("/", ""):
        return None
    return replace(read_contents(text, start + 1, end), end=end + 1)
