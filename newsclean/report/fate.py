"""What a report says of a span: whether it was removed, as what, and how much each kind and rule removed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclean.mark import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.explanation import Span

_NOT_IN_ARTICLE = frozenset({Role.BOILERPLATE, Role.END_OF_STORY})


def is_removed(span: Span) -> bool:
    """Return whether the span is not in the article: chrome, boilerplate of no named kind, or an end-of-story mark."""
    return span.chrome is not None or span.role in _NOT_IN_ARTICLE


def kind(span: Span) -> str:
    """Return the kind of chrome of a removed span, where it has one, else the role."""
    return span.chrome.value if span.chrome is not None else span.role.value


def spoken(name: str) -> str:
    """Return a kind or role as words: `most_read` as "most read"."""
    return name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many characters met which fate.

    Attributes:
        kept: characters that are in the article.
        removed: characters that are not; the two together are the input.
        by_kind: characters removed as each kind, most first.
        by_rule: characters removed by each rule, as (kind, rule, characters), most first; rule "" where none spoke.
    """

    kept: int
    removed: int
    by_kind: tuple[tuple[str, int], ...]
    by_rule: tuple[tuple[str, str, int], ...]


def tally(spans: Sequence[Span]) -> Tally:
    """Count the characters of `spans`; kinds and rules with the same count are in alphabetical order."""
    kinds: Counter[str] = Counter()
    rules: Counter[tuple[str, str]] = Counter()
    for span in spans:
        if is_removed(span):
            kinds[kind(span)] += len(span.text)
            rules[kind(span), span.rule or ""] += len(span.text)
    removed = kinds.total()
    return Tally(
        kept=sum(len(span.text) for span in spans) - removed,
        removed=removed,
        by_kind=tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
        by_rule=tuple((*item[0], item[1]) for item in sorted(rules.items(), key=lambda item: (-item[1], item[0]))),
    )
