"""The packs that come with newsclean, and what is kept of them between runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean.rules import builtin, cache
from newsclean.rules.builtin import as_written, builtin_index, builtin_pack, builtin_packs
from newsclean.rules.index import Index
from newsclean.rules.languages import pack_names


@pytest.fixture(autouse=True)
def cache_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    directory = tmp_path / "cache"
    monkeypatch.setattr(cache, "_place", lambda name, _: directory / name)
    builtin_pack.cache_clear()
    yield directory
    builtin_pack.cache_clear()


def test_the_cache_gives_the_rules_that_the_files_give(cache_directory: Path) -> None:
    from_files = builtin_pack("en")
    assert (cache_directory / "en").exists()
    builtin_pack.cache_clear()
    from_cache = builtin_pack("en")
    assert from_cache == from_files
    assert [rule.keys for rule in from_cache] == [rule.keys for rule in from_files]
    assert [rule.needs for rule in from_cache] == [rule.needs for rule in from_files]
    assert [rule.heads for rule in from_cache] == [rule.heads for rule in from_files]


def test_packs_of_some_languages_come_with_what_needs_no_language() -> None:
    assert {rule.id.split(".")[0] for rule in builtin_packs(["fr"])} == {"any", "fr"}


def test_the_index_of_all_packs_is_the_same_from_the_cache_and_as_it_is_shipped(
    cache_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules, made = builtin_index()
    assert (cache_directory / "index").exists()
    again, read = builtin_index()
    packs = builtin_packs()
    assert tuple(rules) == tuple(again) == packs
    assert {rule.id.split(".")[0] for rule in rules} == set(pack_names())
    assert made.state == read.state
    builtin.ship_index(shipped := cache_directory / "shipped")
    monkeypatch.setattr(builtin, "SHIPPED", shipped)
    monkeypatch.setattr(cache.CacheFile, "read", lambda _: pytest.fail("there is no need to"))
    rules, brought = builtin_index()
    assert (tuple(rules), brought.state) == (tuple(again), made.state)
    wanted = Index()
    wanted.add(packs)
    assert (wanted.firsts, wanted.keyed) == (read.firsts, read.keyed)
    assert all(wanted.phrases(key) == read.phrases(key) for key in wanted.firsts)


def test_rules_as_written_have_phrases_and_examples() -> None:
    rules = builtin_pack("en")
    assert not any(rule.marks for rule in rules)
    assert all(rule.phrases and rule.marks and rule.keeps for rule in as_written(rules))
