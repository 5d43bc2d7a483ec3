"""Which packs there are, and whose patterns are tried on a document."""

from __future__ import annotations

import pytest

from newsclean import Cleaner
from newsclean.rules.languages import pack_names, pack_of, spoken_beside

TEXT = "The ferry to Marrow Island will run at night from June, the port said on Monday, as islanders had asked for it."


@pytest.mark.parametrize(
    ("language", "pack"), [("nn-NO", "nb"), ("iw", "he"), ("fr-CA", "fr"), (None, ""), ("hr", "hr")]
)
def test_the_pack_of_a_language(language: str | None, pack: str) -> None:
    assert pack_of(language) == pack


def test_patterns_of_a_language_its_kin_and_english_are_tried() -> None:
    assert spoken_beside("sv") == {"any", "en", "sv", "da", "nb"}
    assert spoken_beside("ja") == {"any", "en", "ja"}


def test_all_patterns_are_tried_where_a_language_has_no_pack() -> None:
    assert spoken_beside("hr") == set(pack_names()) == spoken_beside("")


def test_a_pattern_of_another_language_takes_nothing_and_a_phrase_does() -> None:
    def removed(line: str, language: str) -> set[str | None]:
        found = Cleaner().explain(f"{TEXT}\n\n{line}\n\n{TEXT} It rained.", language=language).removed
        return {span.rule for span in found if span.text.strip() == line}

    assert removed("Meer over schaatsen", "nl") == {"nl.related.more_about"}
    assert "nl.related.more_about" not in removed("Meer over schaatsen", "fr")
    assert removed("Lees ook", "fr") == {"nl.related.read_also"}
