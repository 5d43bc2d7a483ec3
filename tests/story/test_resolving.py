"""From marks to verdicts: who outranks whom, and what is cut out of a block."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.story.resolving import Verdict, resolve


def removes(layer: Layer, rule: str = "a.removes", *, start: int = 0, end: int | None = None) -> Mark:
    return Mark(rule, layer, 0, start, end, chrome=Chrome.SHARE)


def keeps(layer: Layer, rule: str = "a.keeps", *, start: int = 0, end: int | None = None) -> Mark:
    return Mark(rule, layer, 0, start, end, role=Role.BODY)


def verdict(*marks: Mark) -> Verdict:
    (found,) = resolve(1, marks)
    return found


def test_a_block_nobody_spoke_of_is_kept() -> None:
    assert verdict() == Verdict(Role.BODY, None, None)


def test_a_mark_on_a_block_decides_it() -> None:
    assert verdict(removes(Layer.ANY)) == Verdict(Role.BOILERPLATE, Chrome.SHARE, "a.removes")
    assert verdict(keeps(Layer.ANY)) == Verdict(Role.BODY, None, "a.keeps")


@pytest.mark.parametrize("layer", Layer)
def test_within_a_layer_keeping_beats_removing(layer: Layer) -> None:
    for marks in permutations([keeps(layer), removes(layer)]):
        assert verdict(*marks).rule == "a.keeps"


@pytest.mark.parametrize(("low", "high"), [(a, b) for a in Layer for b in Layer if a < b])
def test_a_higher_layer_beats_a_lower_one_either_way(low: Layer, high: Layer) -> None:
    for marks in permutations([keeps(low), removes(high)]):
        assert verdict(*marks).rule == "a.removes"
    for marks in permutations([removes(low), keeps(high)]):
        assert verdict(*marks).rule == "a.keeps"


def test_of_two_marks_that_say_the_same_the_first_is_named() -> None:
    assert verdict(removes(Layer.ANY, "a.first"), removes(Layer.ANY, "a.second")).rule == "a.first"


def test_marks_on_the_document_decide_no_block() -> None:
    assert verdict(Mark("a.b", Layer.SITE, None, chrome=Chrome.SHARE)).chrome is None


def test_each_block_has_its_own_verdict() -> None:
    found = resolve(3, [Mark("a.b", Layer.ANY, 1, chrome=Chrome.SHARE)])
    assert [v.chrome for v in found] == [None, Chrome.SHARE, None]


def test_a_span_is_cut_out_of_a_block_that_is_kept() -> None:
    found = verdict(keeps(Layer.MODEL), removes(Layer.ANY, start=3, end=9))
    assert (found.chrome, found.rule) == (None, "a.keeps")
    assert [(cut.start, cut.end, cut.chrome, cut.rule) for cut in found.cuts] == [(3, 9, Chrome.SHARE, "a.removes")]


def test_a_removed_block_has_no_cuts() -> None:
    assert verdict(removes(Layer.ANY), removes(Layer.ANY, start=3, end=9)).cuts == ()


def test_nothing_is_cut_out_of_a_block_that_a_higher_layer_keeps() -> None:
    assert verdict(keeps(Layer.SITE), removes(Layer.LANGUAGE, start=3, end=9)).cuts == ()
    assert len(verdict(keeps(Layer.LANGUAGE), removes(Layer.SITE, start=3, end=9)).cuts) == 1


def test_a_field_is_cut_out_of_a_block_whoever_keeps_it() -> None:
    dateline = Mark("dateline.place", Layer.LANGUAGE, 0, 0, 6, role=Role.DATELINE)
    assert [cut.role for cut in verdict(keeps(Layer.SITE), dateline).cuts] == [Role.DATELINE]


def test_of_two_cuts_that_overlap_the_higher_layer_has_its_way() -> None:
    for marks in permutations(
        [removes(Layer.ANY, "a.any", start=0, end=5), removes(Layer.SITE, "a.site", start=3, end=9)]
    ):
        assert [cut.rule for cut in verdict(*marks).cuts] == ["a.site"]


def test_cuts_come_in_the_order_of_the_text() -> None:
    found = verdict(removes(Layer.ANY, start=7, end=9), removes(Layer.SITE, start=5, end=7), removes(Layer.ANY, end=2))
    assert [(cut.start, cut.end) for cut in found.cuts] == [(0, 2), (5, 7), (7, 9)]


marks = st.builds(
    Mark,
    st.sampled_from(["a.a", "a.b"]),
    st.sampled_from(Layer),
    st.none() | st.integers(0, 2),
    st.integers(0, 9),
    st.none() | st.integers(0, 9),
    st.sampled_from([Role.BODY, Role.BOILERPLATE, Role.DATELINE]),
    st.sampled_from(Chrome),
)


@given(st.lists(marks))
def test_cuts_never_overlap_and_are_never_empty(said: list[Mark]) -> None:
    for found in resolve(3, said):
        bounds = [place for cut in found.cuts for place in (cut.start, cut.end)]
        assert bounds == sorted(bounds)
        assert all(cut.start < cut.end for cut in found.cuts)
        assert found.chrome is None or not found.cuts
