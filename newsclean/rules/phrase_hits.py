"""Which phrases hit a document: those that stand where their rules want them, in rows of labels, or glued into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsclean.mark import Chrome
from newsclean.rules.glued import ROW_WORDS, glued_span
from newsclean.rules.rule import Match, Rule
from newsclean.rules.standing import Line, stands_right
from newsclean.rules.words import words_of

_LEAST_ROW = 3
# A block in which more phrases stand than these and one in so many characters is no text; the first of them tell that.
_FEW_PHRASES = 100
_CHARACTERS_A_PHRASE = 4
# A paragraph into which more labels are glued is made of them, and so is a document. So many phrases of a paragraph are
# looked at to find them.
_MOST_GLUED = 20
_MOST_GLUED_IN_ALL = 500
_MOST_LOOKED_AT = 200
# Of a document in which more phrases stand than these only the first few of each block are looked at.
_MOST_PHRASES = 5_000
_FIRST_PHRASES = 10
# So many sections that rules know make a row of a menu, though others stand among them.
_LEAST_MENU = 3


class Found(NamedTuple):
    """A phrase or pattern that hits a block; `glued` where it is to be cut out of a paragraph."""

    block: int
    rule: int
    phrase: int
    start: int
    end: int
    glued: bool = False


class Standing(NamedTuple):
    """Where in a block phrases of the same words stand."""

    block: int
    start: int
    end: int
    phrases: tuple[tuple[int, int], ...]  # (rule, phrase in the rule)


class _Label(NamedTuple):
    """A whole-line phrase that stands in a line among other words."""

    start: int
    end: int
    rule: int
    phrase: int


def phrase_hits(
    lines: Sequence[Line], phrases: Iterable[Standing], rules: Mapping[int, Rule], language: str
) -> Iterator[Found]:
    """Yield every phrase that stands where its rule wants it.

    Whole-line phrases may also stand in a row ("Share Print Copy link"): where they fill a line together, the line
    is the first one's. And they may be glued between the sentences of a paragraph.

    Args:
        lines: the document.
        phrases: that stand in it, in order.
        rules: by number.
        language: of its words, the name of a pack.
    """
    labels: dict[int, list[_Label]] = {}
    hits: Counter[int] = Counter()
    glued: Counter[int] = Counter()
    looked_at: Counter[int] = Counter()
    seen = glued_in_all = 0
    # Gathered only where a paragraph holds a label.
    words = cache(lambda: words_of((line.text for line in lines), language))
    for index, at, to, entries in phrases:
        line = lines[index]
        hits[index] += 1
        seen += 1
        few = _FEW_PHRASES + len(line.text) // _CHARACTERS_A_PHRASE if seen < _MOST_PHRASES else _FIRST_PHRASES
        if hits[index] > few:
            continue
        if to > len(line.folded):
            continue
        for number, n in entries:
            rule = rules[number]
            if stands_right(rule, line, at, to):
                yield Found(index, number, n, at, to)
            elif (
                glued[index] < _MOST_GLUED and glued_in_all < _MOST_GLUED_IN_ALL and looked_at[index] < _MOST_LOOKED_AT
            ):
                looked_at[index] += 1
                if span := glued_span(rule, line, at, to, words):
                    glued[index] += 1
                    glued_in_all += 1
                    yield Found(index, number, n, *span, glued=True)
            if rule.match is Match.WHOLE and not line.quoted and line.words <= ROW_WORDS:
                labels.setdefault(index, []).append(_Label(at, to, number, n))
    for index, row in labels.items():
        if first := _filled_by(lines[index], row, rules):
            yield Found(index, first.rule, first.phrase, first.start, first.end)


def _filled_by(line: Line, labels: Sequence[_Label], rules: Mapping[int, Rule]) -> _Label | None:
    """Return the first of the labels that fill a line, of the kind most of them are; None where there is more in it.

    A row of a menu may name sections that no rule knows: single words with a capital, fewer than half of all.
    """
    longest: dict[int, _Label] = {}
    for label in labels:
        if label.start not in longest or label.end > longest[label.start].end:
            longest[label.start] = label
    at, words, unknown = line.first, 0, 0
    row: list[_Label] = []
    while at <= line.last:
        if not line.folded[at].isalnum():
            at += 1
        elif at in longest:
            row.append(longest[at])
            words += line.folded[at : longest[at].end].count(" ") + 1
            at = longest[at].end
        elif line.text[at].isupper():
            unknown += 1
            at = end if (end := line.folded.find(" ", at)) > 0 else len(line.folded)
        else:
            return None
    if unknown:
        menu = sum(rules[label.rule].chrome is Chrome.NAVIGATION for label in row)
        return row[0] if menu >= _LEAST_MENU and menu > unknown else None
    # Two single words may be a name ("Google Home").
    if len(row) < 2 or words < _LEAST_ROW:
        return None
    kinds = Counter(rules[label.rule].chrome for label in row)
    return max(row, key=lambda label: kinds[rules[label.rule].chrome])
