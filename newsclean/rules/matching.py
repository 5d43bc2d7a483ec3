"""All phrases as one automaton, all patterns searched together: a document is read once, whatever the rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from newsclean.document import Block
from newsclean.mark import Layer, Mark, Role
from newsclean.rules.fold import QUOTE, fold, fold_phrase
from newsclean.rules.patterns import Patterns
from newsclean.rules.rule import Match, Rule, SiteRules, Takes

_SENTENCE_ENDS = frozenset(".!?…:;|•。！？؟۔।\"')]")
# Scripts that put no space between words: any place in them is a word boundary.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3000", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff00", "\uffef"),
)
# A phrase that opens or holds a line is a label of its own from this many characters on ("Subscribe to our").
_LABEL = 14
# A row of labels is no longer than this, in words.
_ROW_WORDS = 20
_LEAST_ROW = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's mark, with the rule."""

    rule: Rule
    mark: Mark
    alone: bool  # the block says nothing but the phrase


@dataclass(frozen=True, slots=True)
class _Line:
    """A block prepared for matching: folded, with the bounds of what is neither space nor sign in it."""

    text: str
    folded: str
    words: int
    first: int  # first letter
    last: int  # last letter
    quoted: bool


class _Label(NamedTuple):
    """A whole-line phrase that stands in a line among other words."""

    start: int
    end: int
    rule: int
    phrase: int


def _letters(folded: str) -> tuple[int, int]:
    """The bounds of what is neither space, sign nor digit: the first letter, and the last one."""
    first = next((i for i, c in enumerate(folded) if c.isalpha()), len(folded))
    last = next((i for i in range(len(folded) - 1, first - 1, -1) if folded[i].isalpha()), -1)
    return first, last


def _prepare(text: str) -> _Line:
    folded = fold(text)
    quoted = len(folded) > 1 and folded[0] == QUOTE and folded[-1] == QUOTE
    return _Line(text, folded, folded.count(" ") + 1, *_letters(folded), quoted)


def _unspaced(char: str) -> bool:
    return any(low <= char <= high for low, high in _UNSPACED)


def _parts_words(before: str, after: str) -> bool:
    """Whether a word may end between two characters: not between two letters, nor between two digits."""
    if before.isalpha() and after.isalpha():
        return _unspaced(before) or _unspaced(after)
    return not (before.isdigit() and after.isdigit())


def _is_bounded(line: _Line, start: int, end: int) -> bool:
    """Whether start..end of a line begins and ends at word boundaries."""
    folded = line.folded
    return (not start or _parts_words(folded[start - 1], folded[start])) and (
        end >= len(folded) or _parts_words(folded[end - 1], folded[end])
    )


def _script(char: str) -> str:
    """A rough script, enough to see that an Arabic phrase stands in English text."""
    code = ord(char)
    if code < 0x250:
        return "latin"
    return str(code >> 8) if code < 0x2E80 else "han"


class Matcher:
    """The compiled phrases and patterns of a fixed set of rules. Immutable once made, so threads may share it."""

    def __init__(self, rules: Sequence[Rule], sites: Sequence[SiteRules] = ()) -> None:
        self.rules = (*rules, *(rule for site in sites for rule in site.rules))
        self._entries: dict[str, list[tuple[int, int]]] = {}
        self._fingerprints: dict[str, list[str]] = {}
        lines: list[tuple[int, int]] = []
        phrases: list[tuple[int, int]] = []
        for number, rule in enumerate(self.rules):
            for n, phrase in enumerate(rule.phrases):
                if rule.match is Match.PATTERN:
                    (lines if rule.takes is Takes.LINE else phrases).append((number, n))
                else:
                    self._entries.setdefault(_key(rule, phrase), []).append((number, n))
        for site in sites:
            for phrase in site.fingerprint:
                self._fingerprints.setdefault(fold_phrase(phrase), []).append(site.name)
        self._phrases = list(dict.fromkeys((*self._entries, *self._fingerprints)))
        self._line_patterns = Patterns(self.rules, lines)
        self._phrase_patterns = Patterns(self.rules, phrases)

    @cached_property
    def _automaton(self) -> Any:  # noqa: ANN401 - ahocorasick_rs has no types
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(self._phrases) if self._phrases else None

    def phrases_hit(self, text: str) -> set[int]:
        """Return the indexes, in their rules, of the phrases that hit `text` as a block of its own, to test a rule."""
        line = _prepare(" ".join(text.split()))
        occurrences = self._occurrences(line.folded)
        hits = [*self._phrase_hits([line], [0], occurrences), *self._pattern_hits(0, line)]
        return {n for _, _, n, _, _ in hits}

    def label_spans(self, text: str) -> list[tuple[int, int]]:
        """Return where, as (start, end), phrases stand in `text` that would be chrome if they stood alone."""
        line = _prepare(text)
        spans = []
        for phrase, start, end in self._occurrences(line.folded):
            entries = self._entries.get(phrase, ())
            if any(_is_label(self.rules[n], end - start) for n, _ in entries) and _is_bounded(line, start, end):
                spans.append((start, end))
        return spans

    def _occurrences(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield (phrase, start, end) for every phrase and fingerprint in a folded text, wherever it stands."""
        if self._automaton is not None:
            for which, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
                yield self._phrases[which], start, end

    def read(
        self, blocks: Sequence[Block], sites: Iterable[str] = (), language: str | None = None
    ) -> tuple[list[Hit], set[str]]:
        """Return the hits in `blocks`, in order, and the names of the sites that apply.

        Args:
            blocks: of one document.
            sites: names of the sites that are known to apply; those whose fingerprint is found are added.
            language: first part of the ids of the rules for the document's own language, if known: those of other
                languages then speak in the layer of rules that know no language.
        """
        lines = [_prepare(block.text) for block in blocks]
        starts, at = [], 0
        for line in lines:
            starts.append(at)
            at += len(line.folded) + 1
        # A space between the lines, since a fingerprint may be two headings in a row.
        occurrences = list(self._occurrences(" ".join(line.folded for line in lines)))
        active = set(sites).union(*(self._fingerprints.get(phrase, ()) for phrase, _, _ in occurrences))
        found = list(self._phrase_hits(lines, starts, occurrences))
        for index, line in enumerate(lines):
            found += self._pattern_hits(index, line)
        hits = [
            self._hit(index, self.rules[number], start, end, lines[index])
            for index, number, _, start, end in found
            if self.rules[number].site is None or self.rules[number].site in active
        ]
        if language:
            hits = [_foreign(hit) if not hit.rule.id.startswith(f"{language}.") else hit for hit in hits]
        hits.sort(key=lambda hit: (hit.mark.block, hit.mark.start, -hit.mark.layer, hit.mark.rule))
        return hits, active

    def _phrase_hits(
        self, lines: Sequence[_Line], starts: Sequence[int], occurrences: Iterable[tuple[str, int, int]]
    ) -> Iterable[tuple[int, int, int, int, int]]:
        """Yield (block, rule, phrase, start, end) for every phrase that stands where its rule wants it.

        Whole-line phrases may also stand in a row ("Share Print Copy link"): where they fill a line together, the line
        is the first one's.
        """
        labels: dict[int, list[_Label]] = {}
        for phrase, start, end in occurrences:
            entries = self._entries.get(phrase)
            if not entries:
                continue
            index = bisect_right(starts, start) - 1
            line, at, to = lines[index], start - starts[index], end - starts[index]
            if to > len(line.folded) or not _is_bounded(line, at, to):
                continue
            for number, n in entries:
                if _stands_right(self.rules[number], line, at, to):
                    yield index, number, n, at, to
                elif self.rules[number].match is Match.WHOLE and line.words <= _ROW_WORDS and not line.quoted:
                    labels.setdefault(index, []).append(_Label(at, to, number, n))
        for index, row in labels.items():
            if first := _filled_by(lines[index], row):
                yield index, first.rule, first.phrase, first.start, first.end

    def _pattern_hits(self, index: int, line: _Line) -> Iterator[tuple[int, int, int, int, int]]:
        for number, n, start, end in self._line_patterns.search(line.text, line.words):
            if line.words <= self.rules[number].max_words:
                yield index, number, n, start, end
        for number, n, start, end in self._phrase_patterns.search(line.text):
            yield index, number, n, start, end

    @staticmethod
    def _hit(index: int, rule: Rule, start: int, end: int, line: _Line) -> Hit:
        alone = start <= line.first and end > line.last
        role = Role.BODY if rule.chrome is None else Role.BOILERPLATE
        mark = Mark(rule.id, rule.layer, index, role=role, chrome=rule.chrome, why=rule.why)
        if rule.takes is Takes.PHRASE and not alone:
            mark = replace(mark, start=start, end=end)
        return Hit(rule, mark, alone)


def _filled_by(line: _Line, labels: Sequence[_Label]) -> _Label | None:
    """Return the first of the labels that fill a line, one behind the other; None where something else is in it."""
    longest: dict[int, _Label] = {}
    for label in labels:
        if label.start not in longest or label.end > longest[label.start].end:
            longest[label.start] = label
    at, count, words = line.first, 0, 0
    while at <= line.last:
        if not line.folded[at].isalnum():
            at += 1
        elif at in longest:
            count += 1
            words += line.folded[at : longest[at].end].count(" ") + 1
            at = longest[at].end
        else:
            return None
    # Two single words may be a name ("Google Home").
    return longest[line.first] if count >= 2 and words >= _LEAST_ROW else None


def _foreign(hit: Hit) -> Hit:
    """The hit of a rule for another language than the document's: it knows as much of it as one for no language."""
    if hit.mark.layer is not Layer.LANGUAGE:
        return hit
    return replace(hit, mark=replace(hit.mark, layer=Layer.ANY))


def _is_label(rule: Rule, length: int) -> bool:
    """Whether a phrase of a rule would be chrome if it stood alone: any but the short ones that only open a line."""
    return rule.chrome is not None and (rule.match is Match.WHOLE or length >= _LABEL)


def _key(rule: Rule, phrase: str) -> str:
    """The folded phrase; for whole lines without the signs around it, since those are not compared."""
    folded = fold_phrase(phrase)
    if rule.match is not Match.WHOLE:
        return folded
    first, last = _letters(folded)
    return folded[first : last + 1] or folded


def _stands_right(rule: Rule, line: _Line, start: int, end: int) -> bool:
    """Whether a phrase found at start..end of a line stands where its rule wants it, and outside quotation marks."""
    if rule.match is Match.WHOLE:
        return start <= line.first and end > line.last and not line.quoted
    if rule.takes is Takes.LINE and line.words > rule.max_words:
        return False
    if line.folded[:start].rstrip().endswith(QUOTE) and QUOTE in line.folded[end:]:
        return False
    if rule.match is Match.STARTS_WITH:
        return start <= line.first
    if rule.match is Match.ENDS_WITH:
        return end > line.last
    return rule.takes is Takes.LINE or _stands_apart(line, start, end)


def _stands_apart(line: _Line, start: int, end: int) -> bool:
    """Whether a phrase inside a paragraph was glued in: between sentences, in another script, or in capitals."""
    before, after = line.text[:start].rstrip(), line.text[end:].lstrip()
    if not before or not after or before[-1] in _SENTENCE_ENDS:
        return True
    inside = _script(next(filter(str.isalpha, line.text[start:end]), "a"))
    letters = [next(filter(str.isalpha, reversed(before[-30:])), None), next(filter(str.isalpha, after[:30]), None)]
    if all(letter is not None and _script(letter) != inside for letter in letters):
        return True
    return line.text[start:end].isupper() and end - start >= 6 and not before[-30:].isupper()
