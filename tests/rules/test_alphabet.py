"""Whether a pattern can match a line in ASCII."""

from __future__ import annotations

import pytest

from newsclean.rules.alphabet import matches_ascii


@pytest.mark.parametrize(
    ("pattern", "may"),
    [
        ("read (?:also|more)", True),
        ("[0-9]{1,2}分$", False),
        ("(?:分|秒)", False),
        ("(?:分|min)", True),
        ("分?min", True),
        ("(?:分){2}min", False),
        ("[à-ö]t", False),
        ("[a-zà-ö]t", True),
        (r"\pL+ lire", True),
        # What is the same as a letter of ASCII where case does not count.
        ("\u212a", True),
        ("(", True),
    ],
)
def test_a_pattern_needs_a_letter_beyond_ascii(pattern: str, may: bool) -> None:
    assert matches_ascii(pattern) is may
