"""What is made of rule files is kept until they change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsclean.rules import cache
from newsclean.rules.cache import CacheFile, read_shipped, write_shipped


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cache" / "kept"
    monkeypatch.setattr(cache, "_place", lambda *_: path)
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "share.toml"
    path.write_text("chrome = 'share'")
    return path


def test_what_was_written_is_read(kept: Path, source: Path) -> None:
    assert CacheFile("kept", [str(source)]).read() is None
    CacheFile("kept", [str(source)]).write([("read also", 1)])
    assert kept.exists()
    assert CacheFile("kept", [str(source)]).read() == [("read also", 1)]


@pytest.mark.parametrize("content", [b"", b"not marshal", b"\xfb\x00", b"N"])
def test_a_broken_file_is_none(kept: Path, source: Path, content: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(content)
    assert CacheFile("kept", [str(source)]).read() is None


@pytest.mark.usefixtures("kept")
def test_what_was_made_of_other_sources_is_not_read(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CacheFile("kept", [str(source)]).write("old")
    os.utime(source, ns=(1, 1))
    assert CacheFile("kept", [str(source)]).read() is None
    CacheFile("kept", [str(source)]).write("new")
    monkeypatch.setattr(cache, "_code_signature", lambda: [("other.py", 1, 1)])
    assert CacheFile("kept", [str(source)]).read() is None


def test_a_file_that_cannot_be_written_is_done_without(kept: Path, source: Path) -> None:
    kept.parent.write_text("a file where the folder should be")
    CacheFile("kept", [str(source)]).write("value")
    assert CacheFile("kept", [str(source)]).read() is None


def test_two_installations_do_not_share_a_file(tmp_path: Path) -> None:
    places = {cache._place("en", [f"{tmp_path}/{folder}/share.toml"]) for folder in ("a", "b")}
    assert len(places) == 2


def test_what_is_shipped_is_read_whatever_the_time_of_its_sources(tmp_path: Path, source: Path) -> None:
    path = tmp_path / "index.marshal"
    assert read_shipped(path, [str(source)]) is None
    write_shipped(path, [str(source)], {"read also": 1})
    os.utime(source, ns=(1, 1))
    assert read_shipped(path, [str(source)]) == {"read also": 1}


def test_what_is_shipped_is_not_read_where_its_sources_are_others(tmp_path: Path, source: Path) -> None:
    path = tmp_path / "index.marshal"
    write_shipped(path, [str(source)], "old")
    added = source.with_name("follow.toml")
    added.touch()
    assert read_shipped(path, [str(source), str(added)]) is None
    source.write_text("chrome = 'share' # changed")
    assert read_shipped(path, [str(source)]) is None
