"""What each rule of some files does on many inputs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsclean.authoring.catalogue import catalogue
from newsclean.authoring.tracing import Deeds, running_text, total, trace
from newsclean.explanation import Explanation
from newsclean.rules.applying import RuleBook


@dataclass(frozen=True, slots=True)
class Row:
    """One rule's statistics.

    Attributes:
        rule: its id.
        kind: the kind of chrome it removes, `keep`, or `field`.
        deeds: what it did on all inputs together.
        share: of the inputs' running text, in percent, in whole blocks that it would remove.
        note: that it never fired, that it was held back, that a selector found nothing.
    """

    rule: str
    kind: str
    deeds: Deeds
    share: float
    note: str


def statistics(book: RuleBook, files: Collection[Path], explanations: Sequence[Explanation]) -> list[Row]:
    """Return a row for every rule of some files, by id, and for the selectors of their fields.

    Args:
        book: the rules.
        files: the rule files.
        explanations: of the inputs, by a cleaner with these rules.
    """
    deeds = total(map(trace, explanations))
    prose = sum(map(running_text, explanations)) or 1
    kinds = {entry.id: entry.kind for entry in catalogue(book) if entry.file in files}
    kinds |= dict.fromkeys(_field_rules(book, files), "field")
    rows = []
    for rule, kind in sorted(kinds.items()):
        deed = deeds.get(rule, Deeds(rule))
        note = "; ".join(deed.notes) or ("" if deed.hits else "never fired")
        rows.append(Row(rule, kind, deed, round(100 * deed.at_stake / prose, 2), note))
    return rows


def _field_rules(book: RuleBook, files: Collection[Path]) -> Iterable[str]:
    for site in book.sites.values():
        if site.file in files:
            yield from (f"sites.{site.name}.select.{field}" for field in site.select)
