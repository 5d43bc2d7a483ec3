"""What the names of ids and classes say of the blocks below them, counted over the pages of many sites."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from labelling import Label

from newsclean.story.class_names import UPS, names_of

# A name must stand on the pages of so many sites: it is then the web's, and no site's.
FEWEST_SITES = 5
# Added to both sides, in sites.
PRIOR = 0.5
# A block weighs by its words up to a bound, and a little for itself.
MOST_WORDS = 60
ITSELF = 2

# For each name, how much of the text below it is of the story, and how much text that is.
Counts = dict[str, list[float]]


def count(counts: Counts, trails: Iterable[Sequence[str]], labels: Iterable[Label], free: Iterable[bool]) -> None:
    """Add the blocks of a page of which no rule has told what they are."""
    for trail, told, is_free in zip(trails, labels, free, strict=True):
        if not is_free:
            continue
        weight = min(told.words, MOST_WORDS) + ITSELF
        for name in frozenset().union(*map(names_of, trail[-UPS:])):
            found = counts.setdefault(name, [0.0, 0.0])
            found[0] += weight * (told.share >= 0.5)
            found[1] += weight


def totals(sites: Mapping[str, Counts]) -> dict[str, tuple[float, int]]:
    """Return, for each name, the sum of the shares that its sites have, and the number of these."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for counts in sites.values():
        for name, (good, every) in counts.items():
            found[name].append(good / every)
    return {name: (sum(shares), len(shares)) for name, shares in found.items() if len(shares) >= FEWEST_SITES}


def log_odds(total: Mapping[str, tuple[float, int]], without: Counts | None = None) -> dict[str, float]:
    """Return the log-odds of each name; every site counts the same.

    Args:
        total: of all sites.
        without: the counts of one of these sites that are not to count: what is learnt of a page must not come from it.
    """
    odds = {}
    for name, (share, number) in total.items():
        good, sites = share, number
        if without is not None and name in without:
            own = without[name]
            good, sites = good - own[0] / own[1], sites - 1
        if sites >= FEWEST_SITES:
            odds[name] = math.log((good + PRIOR) / (sites - good + PRIOR))
    return odds
