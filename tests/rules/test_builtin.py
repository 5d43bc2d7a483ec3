"""The packs that come with newsclean, and their cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean.rules import builtin
from newsclean.rules.builtin import builtin_pack, builtin_packs, pack_names


@pytest.fixture
def cache_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "cache" / "en"
    monkeypatch.setattr(builtin, "_cache_of", lambda _: path)
    builtin_pack.cache_clear()
    yield path
    builtin_pack.cache_clear()


def test_the_cache_gives_the_rules_that_the_files_give(cache_file: Path) -> None:
    from_files = builtin_pack("en")
    assert cache_file.exists()
    builtin_pack.cache_clear()
    from_cache = builtin_pack("en")
    assert from_cache == from_files
    assert [rule.keys for rule in from_cache] == [rule.keys for rule in from_files]
    assert [rule.needs for rule in from_cache] == [rule.needs for rule in from_files]


@pytest.mark.parametrize("content", [b"", b"not marshal", b"\xfb\x00", b"N"])
def test_a_broken_cache_is_written_anew(cache_file: Path, content: bytes) -> None:
    cache_file.parent.mkdir()
    cache_file.write_bytes(content)
    assert builtin_pack("en")
    assert cache_file.read_bytes() != content


def test_a_cache_of_other_sources_is_not_read(cache_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = builtin_pack("en")
    before = cache_file.read_bytes()
    monkeypatch.setattr(builtin, "_code_signature", lambda: [("other.py", 1, 1)])
    builtin_pack.cache_clear()
    assert builtin_pack("en") == rules
    assert cache_file.read_bytes() != before


def test_a_cache_that_cannot_be_written_is_done_without(cache_file: Path) -> None:
    cache_file.parent.write_text("a file where the folder should be")
    assert builtin_pack("en")


def test_packs_of_some_languages_come_with_what_needs_no_language() -> None:
    assert {rule.id.split(".")[0] for rule in builtin_packs(["fr"])} == {"any", "fr"}
    assert {rule.id.split(".")[0] for rule in builtin_packs()} == set(pack_names())
