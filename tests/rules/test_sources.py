"""Rules of the environment, of files and folders, and the choice of languages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsclean import Cleaner, RuleFileError
from newsclean.rules.sources import VARIABLE

SITE = 'domains = ["courier.example"]\nset.publisher = "{}"\n'
PACK = """
chrome = "related"
[[rule]]
name = "more"
match = "whole"
phrases = ["{}"]
why = "It heads a list of other stories."
marks = ["{}"]
keeps = ["A sentence."]
"""
TEXT = "It rained on Tuesday, said the mayor of Porto."


def publisher(cleaner: Cleaner) -> str | None:
    return cleaner.clean(TEXT, url="https://courier.example/").source.publisher


def test_the_environment_names_files_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder" / "below").mkdir(parents=True)
    (tmp_path / "folder" / "below" / "courier.toml").write_text(SITE.format("From the folder"))
    (tmp_path / "other.toml").write_text('domains = ["other.example"]\n')
    paths = [str(tmp_path / "other.toml"), "", str(tmp_path / "folder")]
    monkeypatch.setenv(VARIABLE, os.pathsep.join(paths))
    assert publisher(Cleaner()) == "From the folder"


def test_what_the_caller_gives_replaces_what_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mine", "theirs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "courier.toml").write_text(SITE.format(name))
    monkeypatch.setenv(VARIABLE, str(tmp_path / "theirs"))
    assert publisher(Cleaner(rules=[tmp_path / "mine"])) == "mine"


def test_a_bad_file_in_the_environment_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "missing.toml"))
    with pytest.raises(RuleFileError, match=r"missing\.toml:0: file: No such file"):
        Cleaner()


def test_a_pack_of_ones_own_has_the_language_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "mt").mkdir()
    (tmp_path / "mt" / "related.toml").write_text(PACK.format("Aqra wkoll", "AQRA WKOLL"))
    cleaner = Cleaner(rules=[tmp_path])
    assert cleaner.book.knows("mt")
    found = cleaner.explain(f"{TEXT}\n\nAqra wkoll\n\n{TEXT.replace('rained', 'snowed')}", language="mt")
    assert [(span.text.strip(), span.rule) for span in found.removed if span.text.strip()] == [
        ("Aqra wkoll", "mt.related.more")
    ]


def test_a_pack_of_ones_own_may_say_its_language(tmp_path: Path) -> None:
    (tmp_path / "related.toml").write_text('language = "mt"' + PACK.format("Aqra wkoll", "Aqra wkoll"))
    assert "mt.related.more" in {rule.id for rule in Cleaner(rules=[tmp_path]).book.rules}


def test_a_pack_without_a_language_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "related.toml").write_text(PACK.format("Aqra wkoll", "Aqra wkoll"))
    with pytest.raises(RuleFileError, match=r"related\.toml:2: chrome: .*add language = "):
        Cleaner(rules=[tmp_path])


def test_a_rule_of_ones_own_replaces_the_built_in_one_of_its_id(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    theirs = next(rule for rule in Cleaner().book.rules if rule.id.startswith("en.related."))
    text = PACK.replace('"more"', f'"{theirs.id.rsplit(".", 1)[1]}"').format("Zigzag", "Zigzag")
    (tmp_path / "en" / "related.toml").write_text(text)
    mine = [rule for rule in Cleaner(rules=[tmp_path]).book.rules if rule.id == theirs.id]
    assert [rule.phrases for rule in mine] == [("Zigzag",)]


def test_languages_choose_the_packs() -> None:
    book = Cleaner(languages=["fr", "nn"]).book
    assert {rule.id.split(".")[0] for rule in book.rules if rule.site is None} == {"any", "fr", "nb"}
    assert Cleaner(languages="fr").book.knows("fr-CA")
    with pytest.raises(ValueError, match="no rules for the languages eu; there are: ar, "):
        Cleaner(languages=["eu", "fr"])
