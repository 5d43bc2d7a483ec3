"""Thousands of values of which a document needs a few: each is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

from newsclean.rules.rule import Rule

T = TypeVar("T")


class Late(dict[int, T]):
    """Values by number. Threads may share it: at worst two make the same value.

    Args:
        make: makes the value of a number.
    """

    def __init__(self, make: Callable[[int], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, number: int) -> T:
        value = self[number] = self._make(number)
        return value


class RuleTable(Sequence[Rule]):
    """A fixed sequence of rules.

    Attributes:
        ids: their ids, which are known before any is made.
        sites: the names of the sites that they belong to; None for those of packs.
        by_number: the rules; the quickest way to one that is known to be there.

    Args:
        ids: as above.
        sites: as above.
        make: makes the rule of a number.
    """

    def __init__(self, ids: Sequence[str], sites: Sequence[str | None], make: Callable[[int], Rule]) -> None:
        self.ids = ids
        self.sites = sites
        self.by_number = Late(make)

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> RuleTable:
        """Return a table of rules that are there already."""
        if isinstance(rules, RuleTable):
            return rules
        return cls([rule.id for rule in rules], [rule.site for rule in rules], rules.__getitem__)

    def followed_by(self, added: Sequence[Rule]) -> RuleTable:
        """Return a table with some rules more behind these."""
        known, more = len(self), RuleTable.of(added)

        def make(number: int) -> Rule:
            return self.by_number[number] if number < known else added[number - known]

        return RuleTable([*self.ids, *more.ids], [*self.sites, *more.sites], make)

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> Rule: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Rule, ...]: ...
    def __getitem__(self, index: int | slice) -> Rule | tuple[Rule, ...]:
        numbers = range(len(self.ids))[index]
        return self.by_number[numbers] if isinstance(numbers, int) else tuple(map(self.by_number.__getitem__, numbers))
