"""The register of agencies: names, aliases, case and script."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.agencies import agencies_in, agency, agency_at, is_generic

REGISTER = tomllib.loads(files("newsclean.fields").joinpath("agencies.toml").read_text("utf-8"))
ENTRIES = REGISTER["agencies"].values()


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("The Associated Press", "AP"),
        ("A.P.", "AP"),
        ("afp", "AFP"),
        ("ＡＦＰ", "AFP"),
        ("agence  france-presse", "AFP"),
        ("DPA", "dpa"),
        ("/ritzau/".strip("/"), "Ritzau"),
        ("РЕЙТЕР", "Рейтер"),
        ("İHA", "İHA"),
        ("新华社", "新华社"),
        ("رويترز", "رويترز"),
    ],
)
def test_agency_goes_by_its_sign_in_the_script_of_the_name(name: str, canonical: str) -> None:
    assert agency(name) == canonical


@pytest.mark.parametrize(
    "name", ["", "Mehr", "mehr", "map", "Map", "beta", "app", "Sid", "The Harbour Gazette", "x" * 5000]
)
def test_everyday_words_are_no_agency(name: str) -> None:
    assert agency(name) is None


def test_every_name_in_the_register_leads_to_a_sign() -> None:
    signs = {sign for entry in ENTRIES for sign in entry["signs"]}
    for entry in ENTRIES:
        for name in [*entry["signs"], *entry.get("aliases", ())]:
            assert agency(name) in signs, name


def test_no_name_stands_for_two_agencies() -> None:
    names = [name for entry in ENTRIES for name in [*entry["signs"], *entry.get("aliases", ())]]
    assert sorted(names) == sorted(set(names))


def test_register_covers_the_world() -> None:
    assert len(ENTRIES) >= 250


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("dpa/AFP", ("dpa", "AFP")),
        ("AP and Reuters", ("AP", "Reuters")),
        ("AFP, AFP", ("AFP",)),
        ("mit Material der dpa", ("dpa",)),
        ("ＡＦＰ時事", ("AFP", "時事")),
        ("AP=연합뉴스", ("AP", "연합뉴스")),
        ("the mayor said", ()),
        ("", ()),
    ],
)
def test_agencies_in_a_credit_keep_their_order(credit: str, names: tuple[str, ...]) -> None:
    assert agencies_in(credit) == names


def test_an_agency_ends_where_its_word_ends() -> None:
    assert agency_at("AFPTV", 0) is None
    assert agency_at("新华社北京", 0) == (3, "新华社")


@pytest.mark.parametrize("word", ["Agencies", "AGENTUREN", "وكالات", "एजेंसी"])
def test_generic_words_credit_agencies_unnamed(word: str) -> None:
    assert is_generic(word)
    assert agency(word) is None


@given(st.text())
def test_never_raises(text: str) -> None:
    agency(text)
    agencies_in(text)
