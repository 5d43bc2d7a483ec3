"""Patterns that take little to compile, and match wherever a costly one does."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from newsclean.rules.builtin import as_written, builtin_packs
from newsclean.rules.gates import gate_of
from newsclean.rules.patterns import re2_options
from newsclean.rules.rule import Match

_REST = r"\x{80}-\x{10FFFF}"


@pytest.mark.parametrize(
    ("pattern", "gate"),
    [
        (r"^(?:ad|pub) {0,3}of (?:x ){2}y{4,}$", r"^(?:ad|pub) *of (?:x )+y+$"),
        (r"\pL{1,30}\p{Lu}\P{Lu}", rf"[A-Za-z{_REST}]+[A-Z{_REST}]\P{{Lu}}"),
        (r"[\pL.’-]+[^\pL\pN]{0,4}", rf"[A-Za-z{_REST}.’-]+[^A-Za-z0-9]*"),
        (r"[^]{2}x][[:alpha:]{3}]\{2}\Q{2}\E", r"[^]{2}x][[:alpha:]{3}]\{2}\Q{2}\E"),
        (r"\x{2014}{2}[\x{2014}{2}]\\{2}", r"\x{2014}+[\x{2014}{2}]\\+"),
        (r"[^\p{Sc}\d]\p{Sc}{x}", r"[^\p{Sc}\d]\p{Sc}{x}"),
    ],
)
def test_what_is_made_wider(pattern: str, gate: str) -> None:
    assert gate_of(pattern) == gate
    re2.compile(gate, re2_options())


def test_every_example_that_a_built_in_pattern_hits_passes_its_gate() -> None:
    refused, shut = [], []
    for rule in as_written(builtin_packs(["ru"])):
        for pattern in rule.phrases if rule.match is Match.PATTERN else ():
            try:
                gate = re2.compile(gate_of(pattern), re2_options())
            except re2.error:
                refused.append(pattern)
                continue
            closed = [line for line in rule.marks if not gate.search(" ".join(line.split()))]
            exact = re2.compile(pattern, re2_options()) if closed else None
            shut += [(pattern, line) for line in closed if exact is not None and exact.search(" ".join(line.split()))]
    assert refused == []
    assert shut == []


_PIECES = ["a", "é", "Б", "7", " ", ".", r"\pL", r"\p{Lu}", r"[^\pL\pN]", r"[\pL-]", r"\d", r"(?-i:\p{Lu})", r"\b"]


@given(
    st.lists(
        st.tuples(st.sampled_from(_PIECES), st.sampled_from(["", "?", "*", "{2}", "{1,3}", "{0,2}?"])), max_size=5
    ),
    st.text("aAéÉБб7 .-ſ", max_size=8),
)
def test_a_gate_is_passed_by_all_that_its_pattern_matches(pieces: list[tuple[str, str]], line: str) -> None:
    pattern = "^(?:" + "".join(piece + repeat for piece, repeat in pieces) + "){1,2}$"
    if re2.compile(pattern, re2_options()).search(line):
        assert re2.compile(gate_of(pattern), re2_options()).search(line)
