"""Tests of finding the lines of a TOML file's keys."""

from __future__ import annotations

import pytest

from newsclean.rules.positions import Positions, Where

SOURCE = """domains = ["a.example"]

[set]
publisher = "A"

[[rule]]
name = "one"

[[rule]]
# name = "commented"
name = "two"
"quoted" = 1
"""


@pytest.mark.parametrize(
    ("where", "line"),
    [
        (("domains",), 1),
        (("domains", 0), 1),
        (("set",), 3),
        (("set", "publisher"), 4),
        (("set", "missing"), 3),
        (("rule",), 6),
        (("rule", 0, "name"), 7),
        (("rule", 1), 9),
        (("rule", 1, "name"), 11),
        (("rule", 1, "quoted"), 12),
        (("rule", 1, "why"), 9),
        (("nothing",), 1),
        ((), 1),
    ],
)
def test_a_key_stands_on_its_line_or_its_tables(where: Where, line: int) -> None:
    assert Positions(SOURCE).line(where) == line
