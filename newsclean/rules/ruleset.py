"""Rules written in Python: a `RuleSet` is a named collection of functions that look at blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsclean.document import Block, Document
from newsclean.mark import Chrome, Layer, Mark

BlockTest = Callable[[Block, Document], bool]
# A block; or also its kind, where that is not the rule's; or also where in the block it begins and ends.
Place = int | tuple[int, Chrome] | tuple[int, Chrome, int, int]
DocumentTest = Callable[[Document, Sequence[Mark]], Iterable[Place]]
_Test = TypeVar("_Test", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class PythonRule:
    """A function that finds chrome.

    Attributes:
        id: dotted.
        layer: who speaks.
        chrome: what its hits are removed as.
        test: called once a block, or once a document.
        per_document: which of the two.
        why: the function's own docstring.
        marks: documents (as text) in which it must mark something.
        keeps: documents in which it must mark nothing.
        opens_section: what it finds are headings of lists; the few lines below belong to them.
    """

    id: str
    layer: Layer
    chrome: Chrome
    test: Callable[..., object]
    per_document: bool
    why: str
    marks: tuple[str, ...]
    keeps: tuple[str, ...]
    opens_section: bool = False

    def apply(self, document: Document, marks: Sequence[Mark]) -> list[Mark]:
        """Return this rule's marks on `document`, given those of the rules before it."""
        found: Iterable[Place]
        if self.per_document:
            found = self.test(document, marks)  # type: ignore[assignment]
        else:
            found = (block.index for block in document.blocks if self.test(block, document))
        return [self._mark(place) for place in found]

    def _mark(self, place: Place) -> Mark:
        index, chrome, *span = (place, self.chrome) if isinstance(place, int) else place
        start, end = span or (0, None)
        opens = self.opens_section
        return Mark(self.id, self.layer, index, start, end, chrome=chrome, why=self.why, opens_section=opens)


class RuleSet:
    """A named set of rules in Python.

    Example:
        >>> related = RuleSet("mysite.related")
        >>> @related.rule("arrow", chrome=Chrome.RELATED, marks=["> More on this"], keeps=["5 > 3"])
        ... def starts_with_an_arrow(block, document):
        ...     "A line behind an arrow is a link to another story."
        ...     return block.text.startswith("> ")
        >>> related.rules[0].id
        'mysite.related.arrow'
    """

    def __init__(self, name: str, *, layer: Layer = Layer.SITE) -> None:
        self.name = name
        self.layer = layer
        self.rules: list[PythonRule] = []

    def rule(
        self, name: str, *, chrome: Chrome, marks: Sequence[str], keeps: Sequence[str]
    ) -> Callable[[BlockTest], BlockTest]:
        """Add a function that is called with each block and its document and tells whether the block is chrome.

        Args:
            name: last part of the rule's id.
            chrome: what the blocks it finds are removed as.
            marks: texts in which it must find a block; at least one.
            keeps: texts in which it must find none; at least one.

        Raises:
            ValueError: an example is missing, the function has no docstring, or the name is taken.
        """
        return self._adder(name, chrome, marks, keeps, per_document=False)

    def document_rule(
        self, name: str, *, chrome: Chrome, marks: Sequence[str], keeps: Sequence[str], opens_section: bool = False
    ) -> Callable[[DocumentTest], DocumentTest]:
        """Add a function that is called once with the document and the marks so far, and yields indexes of blocks.

        Where a block is of another kind than the rule's, it yields its index and that kind; where only a part of it is
        meant, also the offsets in its text at which that begins and ends. With `opens_section` what it finds are
        headings of lists, and the few lines below them go with them.

        Other args, and errors, are those of `rule`.
        """
        return self._adder(name, chrome, marks, keeps, per_document=True, opens_section=opens_section)

    def _adder(
        self,
        name: str,
        chrome: Chrome,
        marks: Sequence[str],
        keeps: Sequence[str],
        *,
        per_document: bool,
        opens_section: bool = False,
    ) -> Callable[[_Test], _Test]:
        rule_id = f"{self.name}.{name}"
        if not marks or not keeps:
            raise ValueError(f"{rule_id}: give at least one example each of what it marks and what it keeps")
        if any(rule.id == rule_id for rule in self.rules):
            raise ValueError(f"{rule_id}: there is a rule of this name already")

        def add(test: _Test) -> _Test:
            why = " ".join((test.__doc__ or "").split())
            if not why:
                raise ValueError(f"{rule_id}: say in the function's docstring why what it finds is chrome")
            self.rules.append(
                PythonRule(
                    rule_id, self.layer, chrome, test, per_document, why, tuple(marks), tuple(keeps), opens_section
                )
            )
            return test

        return add
