"""What the tests of several modules about patterns look at."""

from __future__ import annotations

import pytest
import re2

from newsclean.rules.builtin import as_written, builtin_packs
from newsclean.rules.fold import fold
from newsclean.rules.patterns import re2_options
from newsclean.rules.rule import Match, Rule

# Of all sorts of scripts.
_PACKS = ("en", "ru", "ar", "zh")


@pytest.fixture(scope="session")
def lines_hit() -> list[tuple[Rule, int, str]]:
    """The folded examples that each pattern of some packs hits, with its rule and its number in the rule.

    Of all packs the tests of their examples show that nothing is missed; this tells which pattern it is.
    """
    found = []
    for rule in as_written(builtin_packs(_PACKS)):
        if rule.match is Match.PATTERN:
            lines = [" ".join(line.split()) for line in rule.marks]
            for number, pattern in enumerate(rule.phrases):
                regex = re2.compile(pattern, re2_options())
                found += [(rule, number, fold(line)) for line in lines if regex.search(line)]
    return found
