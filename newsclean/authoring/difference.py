"""What would change on some inputs if other rules were used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsclean.authoring.cases import PLAIN, as_json
from newsclean.explanation import Explanation


@dataclass(frozen=True, slots=True)
class Line:
    """A line that one set of rules keeps and the other removes.

    Attributes:
        text: the line.
        rule: id of the rule by whose word it goes.
    """

    text: str
    rule: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes on one input from the first rules to the second.

    Attributes:
        removed: lines that only the second remove.
        kept: lines that only the first remove.
        fields: fields of the article that change: name, before, after.
    """

    removed: tuple[Line, ...]
    kept: tuple[Line, ...]
    fields: tuple[tuple[str, object, object], ...]

    def __bool__(self) -> bool:
        return bool(self.removed or self.kept or self.fields)


def difference(before: Explanation, after: Explanation) -> Difference:
    """Return what changes between two explanations of one input."""
    fields = [
        (name, was, becomes)
        for name in PLAIN
        if (was := as_json(getattr(before.article, name))) != (becomes := as_json(getattr(after.article, name)))
    ]
    return Difference(_only(after, before), _only(before, after), tuple(fields))


def _removed(explanation: Explanation) -> list[Line]:
    lines = []
    for span in explanation.removed:
        lines += [Line(line.strip(), span.rule) for line in span.text.splitlines() if line.strip()]
    return lines


def _only(one: Explanation, other: Explanation) -> tuple[Line, ...]:
    """The lines that one explanation removes and the other does not, as often as it does so more often."""
    there = Counter(line.text for line in _removed(other))
    only = []
    for line in _removed(one):
        if there[line.text]:
            there[line.text] -= 1
        else:
            only.append(line)
    return tuple(only)
