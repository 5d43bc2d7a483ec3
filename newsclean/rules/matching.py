"""All phrases as one automaton, all patterns searched together: a document is read once, whatever the rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from newsclean.document import Block
from newsclean.mark import Layer, Mark, Role
from newsclean.rules.automaton import Automaton
from newsclean.rules.fold import fold_phrase, fold_together
from newsclean.rules.index import Index
from newsclean.rules.keys import with_keys
from newsclean.rules.late import RuleTable
from newsclean.rules.literals import LONGEST
from newsclean.rules.patterns import Patterns
from newsclean.rules.phrase_hits import Found, Standing, phrase_hits
from newsclean.rules.rule import Match, Rule, SiteRules, Takes
from newsclean.rules.spoken import Spoken
from newsclean.rules.standing import Line, is_bounded, prepare

# A phrase that opens or holds a line is a label of its own from this many characters on ("Subscribe to our").
_LABEL = 14
# What is looked for is kept for so many pairs of a language and the sites that a document is of.
_MOST_SPOKEN = 128


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's mark, with the rule."""

    rule: Rule
    mark: Mark
    alone: bool  # the block says nothing but the phrase


class _Page(NamedTuple):
    """A document laid out for matching."""

    lines: list[Line]
    starts: list[int]  # where each line begins in `folded`; and where one more would
    folded: str


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
        found: dict[int, list[Found]] = {}
        for one in self._found(page, occurrences, self._spoken(language or "", frozenset(active))):
            found.setdefault(one.block, []).append(one)
        told = {number: self._told_once(hits, language) for number, hits in found.items()}
        hits: list[Hit] = []
        for index, text in enumerate(texts):
            if (number := numbers[text]) in told:
                line = page.lines[number]
                hits += sorted((self._hit(one, line, language, index) for one in told[number]), key=_order)
        return hits

    def _told_once(self, found: Sequence[Found], language: str | None) -> Sequence[Found]:
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

    def _found(self, page: _Page, occurrences: Iterable[tuple[str, int, int]], spoken: Spoken) -> Iterator[Found]:
        """Yield every phrase and pattern that hits.

        Args:
            page: the document.
            occurrences: of keys in it, as (key, start, end).
            spoken: which of them count.
        """
        starts = page.starts
        phrases: list[Standing] = []
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
                phrases.append(Standing(index, start - starts[index], end - starts[index], entries))
        yield from phrase_hits(page.lines, phrases, self._rules, spoken.pack)
        for index, line in enumerate(page.lines):
            for number, n, at, to in self._patterns.search(line, candidates.get(index, ()), spoken):
                yield Found(index, number, n, at, to)

    def _hit(self, found: Found, line: Line, language: str | None, block: int) -> Hit:
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


def _is_label(rule: Rule, length: int) -> bool:
    """Whether a phrase of a rule would be chrome if it stood alone: any but the short ones that only open a line."""
    return rule.chrome is not None and (rule.match is Match.WHOLE or length >= _LABEL)
