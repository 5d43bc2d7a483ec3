"""All phrases as one automaton, all patterns searched together: a document is read once, whatever the rules."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from newsclean.document import Block
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.rules.automaton import Automaton
from newsclean.rules.fold import fold_phrase, fold_together
from newsclean.rules.glued import ROW_WORDS, glued_span
from newsclean.rules.index import Index
from newsclean.rules.keys import with_keys
from newsclean.rules.late import RuleTable
from newsclean.rules.literals import LONGEST
from newsclean.rules.patterns import Patterns
from newsclean.rules.rule import Match, Rule, SiteRules, Takes
from newsclean.rules.spoken import Spoken
from newsclean.rules.standing import Line, is_bounded, prepare, stands_right
from newsclean.rules.words import words_of

# A phrase that opens or holds a line is a label of its own from this many characters on ("Subscribe to our").
_LABEL = 14
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
# What is looked for is kept for so many pairs of a language and the sites that a document is of.
_MOST_SPOKEN = 128
# So many sections that rules know make a row of a menu, though others stand among them.
_LEAST_MENU = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's mark, with the rule."""

    rule: Rule
    mark: Mark
    alone: bool  # the block says nothing but the phrase


class _Found(NamedTuple):
    """A phrase or pattern that hits a block; `glued` where it is to be cut out of a paragraph."""

    block: int
    rule: int
    phrase: int
    start: int
    end: int
    glued: bool = False


class _Page(NamedTuple):
    """A document laid out for matching."""

    lines: list[Line]
    starts: list[int]  # where each line begins in `folded`; and where one more would
    folded: str


class _Standing(NamedTuple):
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


class Matcher:
    """The compiled phrases and patterns of a fixed set of rules. Threads may share it.

    Args:
        rules: of packs.
        sites: whose rules count only where the site is found to apply.
        index: of the first of `rules`, where it is known; it then belongs to the matcher.
    """

    def __init__(self, rules: Sequence[Rule], sites: Sequence[SiteRules] = (), index: Index | None = None) -> None:
        self._index = Index() if index is None else index
        known = len(self._index.starts) - 1
        given = (*rules[known:], *(rule for site in sites for rule in site.rules))
        added = [rule if rule.keys or rule.needs else with_keys(rule) for rule in given]
        self.rules = RuleTable.of(rules if known == len(rules) else rules[:known]).followed_by(added)
        self._rules = self.rules.by_number
        self._patterns = Patterns(self._index)
        self._spoken = lru_cache(_MOST_SPOKEN)(partial(Spoken, self._index, self.rules))
        self._fingerprints: dict[str, list[str]] = {}
        for site in sites:
            for phrase in site.fingerprint:
                self._fingerprints.setdefault(fold_phrase(phrase), []).append(site.name)
        self._index.add(added)
        self._names = Automaton(self._fingerprints)

    def compile(self) -> None:
        """Compile the automata now, which would be compiled when a document first needs them; patterns still are."""
        self._index.automaton.compile()

    @property
    def refused(self) -> Mapping[str, str]:
        """What RE2 says of the patterns that it turned out not to take, by rule."""
        return {self.rules.ids[number]: said for number, said in self._patterns.refused.items()}

    def phrases_hit(self, text: str) -> set[int]:
        """Return the indexes, in their rules, of the phrases that hit `text` as a block of its own, to test a rule."""
        page = _laid_out([" ".join(text.split())])
        found = self._found(page, self._index.automaton.find(page.folded), self._spoken("", None))
        return {hit.phrase for hit in found if not hit.glued}

    def label_spans(self, text: str) -> list[tuple[int, int]]:
        """Return where, as (start, end), phrases stand in `text` that would be chrome if they stood alone."""
        line = prepare(text)
        spans = []
        spoken = self._spoken("", None)
        for key, start, end in self._index.automaton.find(line.folded):
            phrases = meaning.phrases if (meaning := spoken.meet(key)) else ()
            if any(_is_label(self._rules[n], end - start) for n, _ in phrases) and is_bounded(line.folded, start, end):
                spans.append((start, end))
        return spans

    def tells_of(self, openings: Sequence[str], pack: str) -> list[bool]:
        """Return for each beginning of a sentence whether words stand in it that tell of a rule of a language."""
        # Labels that are glued into one paragraph are glued into many.
        numbers = _numbered(openings)
        page, spoken = _laid_out([*numbers]), self._spoken(pack, frozenset())
        told = [False] * len(numbers)
        for key, start, end in self._index.automaton.find(page.folded):
            # What a pattern needs may be the beginning of a word, and has the space in front of it.
            last = len(page.folded) if len(key) == LONGEST else end
            if spoken.is_telling(key) and is_bounded(page.folded, start, last):
                told[bisect_right(page.starts, end - 1) - 1] = True
        return [told[numbers[opening]] for opening in openings]

    def read(
        self, blocks: Sequence[Block], settle: Callable[[set[str]], set[str]] = set, language: str | None = None
    ) -> list[Hit]:
        """Return the hits in `blocks`, in order.

        Args:
            blocks: of one document.
            settle: given the names of the sites whose fingerprint is found, returns those of the sites that apply.
            language: first part of the ids of the rules for the document's own language, if known: those of other
                languages then speak in the layer of rules that know no language.
        """
        texts = [block.text for block in blocks]
        # Pages say the same again and again: below each comment, beside each teaser.
        numbers = _numbered(texts)
        page = _laid_out([*numbers])
        occurrences = self._index.automaton.find(page.folded)
        active = settle({site for name in self._named(texts) for site in self._fingerprints[name]})
        found: dict[int, list[_Found]] = {}
        for one in self._found(page, occurrences, self._spoken(language or "", frozenset(active))):
            found.setdefault(one.block, []).append(one)
        told = {number: self._told_once(hits, language) for number, hits in found.items()}
        hits: list[Hit] = []
        for index, text in enumerate(texts):
            if (number := numbers[text]) in told:
                line = page.lines[number]
                hits += sorted((self._hit(one, line, language, index) for one in told[number]), key=_order)
        return hits

    def _told_once(self, found: Sequence[_Found], language: str | None) -> Sequence[_Found]:
        """What is found in a block, and of what rules for other languages than the document's say alike the first.

        Where the document's is not known, all are others.
        """
        if len(found) == 1:
            return found
        kept = []
        said: set[tuple[object, ...]] = set()
        for one in sorted(found, key=lambda one: self.rules.ids[one.rule]):
            rule = self._rules[one.rule]
            if _is_of_another(rule, language):
                meant = (one[3:], rule.chrome, rule.match, rule.takes, rule.where, rule.opens_section)
                if meant in said:
                    continue
                said.add(meant)
            kept.append(one)
        return kept

    def _named(self, texts: Sequence[str]) -> set[str]:
        """The fingerprints that stand in a document, given as the texts of its blocks."""
        return {name for name, _, _ in self._names.find(fold_together(texts)[0])} if self._fingerprints else set()

    def _found(self, page: _Page, occurrences: Iterable[tuple[str, int, int]], spoken: Spoken) -> Iterator[_Found]:
        """Yield every phrase and pattern that hits.

        Args:
            page: the document.
            occurrences: of keys in it, as (key, start, end).
            spoken: which of them count.
        """
        starts = page.starts
        phrases: list[_Standing] = []
        candidates: dict[int, set[int]] = {}
        for key, start, end in occurrences:
            meaning = spoken.met[key] if key in spoken.met else spoken.meet(key)
            if meaning is None:
                continue
            entries, patterns = meaning
            if patterns:
                candidates.setdefault(bisect_right(starts, start) - 1, set()).update(patterns)
            if entries and is_bounded(page.folded, start, end):
                index = bisect_right(starts, start) - 1
                phrases.append(_Standing(index, start - starts[index], end - starts[index], entries))
        yield from self._phrase_hits(page.lines, phrases, spoken.pack)
        for index, line in enumerate(page.lines):
            for number, n, at, to in self._patterns.search(line, candidates.get(index, ()), spoken):
                yield _Found(index, number, n, at, to)

    def _phrase_hits(self, lines: Sequence[Line], phrases: Iterable[_Standing], language: str) -> Iterator[_Found]:
        """Yield every phrase that stands where its rule wants it.

        Whole-line phrases may also stand in a row ("Share Print Copy link"): where they fill a line together, the line
        is the first one's. And they may be glued between the sentences of a paragraph.
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
                rule = self._rules[number]
                if stands_right(rule, line, at, to):
                    yield _Found(index, number, n, at, to)
                elif (
                    glued[index] < _MOST_GLUED
                    and glued_in_all < _MOST_GLUED_IN_ALL
                    and looked_at[index] < _MOST_LOOKED_AT
                ):
                    looked_at[index] += 1
                    if span := glued_span(rule, line, at, to, words):
                        glued[index] += 1
                        glued_in_all += 1
                        yield _Found(index, number, n, *span, glued=True)
                if rule.match is Match.WHOLE and not line.quoted and line.words <= ROW_WORDS:
                    labels.setdefault(index, []).append(_Label(at, to, number, n))
        for index, row in labels.items():
            if first := _filled_by(lines[index], row, self._rules):
                yield _Found(index, first.rule, first.phrase, first.start, first.end)

    def _hit(self, found: _Found, line: Line, language: str | None, block: int) -> Hit:
        rule = self._rules[found.rule]
        alone = found.start <= line.first and found.end > line.last
        cut = found.glued or (rule.takes is Takes.PHRASE and not alone)
        start, end = (found.start, found.end) if cut else (0, None)
        role = Role.BODY if rule.chrome is None else Role.BOILERPLATE
        # A rule for another language than the document's knows as much of it as one for no language.
        layer = Layer.ANY if language and _is_of_another(rule, language) else rule.layer
        return Hit(rule, Mark(rule.id, layer, block, start, end, role, rule.chrome, why=rule.why), alone)


def _is_of_another(rule: Rule, language: str | None) -> bool:
    """Whether a rule is for a language, and for another than the document's, or that is not known."""
    return rule.layer is Layer.LANGUAGE and not (language and rule.id.startswith(f"{language}."))


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.mark.start, -hit.mark.layer, hit.mark.rule


def _numbered(texts: Iterable[str]) -> dict[str, int]:
    """Each text once, with its number, in their order."""
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}


def _laid_out(texts: Sequence[str]) -> _Page:
    """The texts of blocks laid out."""
    folded, starts = fold_together(texts)
    bounds = zip(texts, pairwise(starts), strict=True)
    return _Page([prepare(text, folded[at : to - 1]) for text, (at, to) in bounds], starts, folded)


def _filled_by(line: Line, labels: Sequence[_Label], rules: Mapping[int, Rule]) -> _Label | None:
    """Return the first of the labels that fill a line, one behind the other; None where something else is in it.

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
    return row[0] if len(row) >= 2 and words >= _LEAST_ROW else None


def _is_label(rule: Rule, length: int) -> bool:
    """Whether a phrase of a rule would be chrome if it stood alone: any but the short ones that only open a line."""
    return rule.chrome is not None and (rule.match is Match.WHOLE or length >= _LABEL)
