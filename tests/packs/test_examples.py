"""Every example of every built-in rule: what must be marked is marked, and nobody marks what must be kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import newsclean
from newsclean import Block, BlockKind, Chrome, Layer, RuleSet
from newsclean.document import Run
from newsclean.packs.in_python import IN_PYTHON
from newsclean.rules.builtin import as_written, builtin_packs, builtin_sites
from newsclean.rules.languages import ANY
from newsclean.rules.loading import load_pack_file, load_rule_file
from newsclean.rules.matching import Matcher
from newsclean.rules.rule import Rule
from newsclean.testing import check_rule_set

PACKAGE = Path(newsclean.__file__).parent
PACKS = sorted((PACKAGE / "packs").glob("*/*.toml"))
SITES = sorted((PACKAGE / "sites").glob("*.toml"))
LANGUAGES = sorted({path.parent.name for path in PACKS})
# The languages in which most news is written, behind English.
LARGE = ("ar", "de", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt", "ru", "tr", "zh")


def name_of(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def blocks_of(lines: list[str]) -> list[Block]:
    folded = [" ".join(line.split()) for line in lines]
    return [Block(i, text, BlockKind.PARAGRAPH, 0, len(text), (Run(0, 0),)) for i, text in enumerate(folded)]


@cache
def rules_of(language: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in as_written(builtin_packs()) if rule.id.split(".")[0] == language)


@pytest.mark.parametrize("path", PACKS, ids=name_of)
def test_examples_of_a_pack(path: Path) -> None:
    # Raises a RuleFileError that lists every example that fails.
    assert load_pack_file(path, path.parent.name, Layer.LANGUAGE, check=True)


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_examples_of_a_site(path: Path) -> None:
    assert load_rule_file(path, check=True).file == path


@pytest.mark.parametrize("path", PACKS, ids=name_of)
def test_a_pack_is_named_after_the_kind_of_chrome_it_finds(path: Path) -> None:
    rules = load_pack_file(path, path.parent.name, Layer.LANGUAGE, check=False)
    assert {rule.chrome for rule in rules} <= {Chrome(path.stem), None}
    assert all(rule.id.startswith(f"{path.parent.name}.{path.stem}.") for rule in rules)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_of_a_language_marks_what_another_keeps(language: str) -> None:
    keeps = [(rule.id, line) for rule in rules_of(language) for line in rule.keeps]
    hits = Matcher(rules_of(language)).read(blocks_of([line for _, line in keeps]))
    clashes = [(hit.rule.id, *keeps[hit.mark.block or 0]) for hit in hits if hit.rule.chrome is not None]
    assert clashes == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_in_two_kinds_of_a_language(language: str) -> None:
    kinds: dict[tuple[str, str], set[str]] = {}
    for rule in rules_of(language):
        for phrase in rule.phrases:
            kinds.setdefault((rule.match.value, phrase.casefold()), set()).add(rule.id.split(".")[1])
    assert {phrase: sorted(found) for phrase, found in kinds.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != ANY])
def test_a_language_has_a_pack_for_every_kind(language: str) -> None:
    assert {path.stem for path in PACKS if path.parent.name == language} == {kind.value for kind in Chrome}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != ANY])
def test_a_language_has_phrases_enough(language: str) -> None:
    least = {"en": 120, **dict.fromkeys(LARGE, 80)}.get(language, 50)
    assert sum(len(rule.phrases) for rule in rules_of(language)) >= least


def test_all_packs_and_sites_are_loaded() -> None:
    assert {rule.file for rule in builtin_packs()} == set(PACKS)
    assert {site.file for site in builtin_sites()} == set(SITES)


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in builtin_packs()] + [rule.id for rules in IN_PYTHON for rule in rules.rules]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rules", IN_PYTHON, ids=lambda rules: rules.name)
def test_examples_of_rules_in_python(rules: RuleSet) -> None:
    check_rule_set(rules)
