"""The catalogue: every rule of every sort as one entry."""

from __future__ import annotations

from pathlib import Path

from newsclean import Chrome, Cleaner
from newsclean.authoring.catalogue import catalogue, find, select
from newsclean.cleaner import default_cleaner
from newsclean.packs import structure
from tests.authoring import site

ENTRIES = catalogue(default_cleaner().book)


def test_every_rule_is_there_once_with_its_file_and_line() -> None:
    book = default_cleaner().book
    ids = [entry.id for entry in ENTRIES]
    assert len(ids) == len(set(ids))
    assert {rule.id for rule in book.rules} | {rule.id for rule in book.python} <= set(ids)
    assert [entry.id for entry in ENTRIES if entry.file is None or not entry.line] == []


def test_a_rule_in_a_file_stands_at_its_line() -> None:
    (entry,) = find(ENTRIES, "fr.related.read_also")
    assert entry.file is not None
    assert entry.file.read_text("utf-8").splitlines()[entry.line - 1] == "[[rule]]"
    assert (entry.pack, entry.kind, entry.match) == ("fr", "related", "starts_with")


def test_a_rule_in_python_stands_in_its_module() -> None:
    (entry,) = find(ENTRIES, "any.structure.no_words")
    assert (entry.file, entry.match) == (Path(structure.__file__), "python")


def test_selectors_of_a_site_are_rules_too(tmp_path: Path) -> None:
    path = site.write(tmp_path)
    entries = find(catalogue(Cleaner(rules=[path]).book), "sites.courier_example")
    assert [(entry.id, entry.match, entry.line) for entry in entries] == [
        ("sites.courier_example.ferryman", "whole", 21),
        ("sites.courier_example.strip_1", "selector", 11),
        ("sites.courier_example.strip_2", "selector", 16),
    ]


def test_entries_are_chosen_by_pack_and_kind() -> None:
    chosen = select(ENTRIES, ["fr", "de"], [Chrome.RELATED])
    assert {(entry.pack, entry.chrome) for entry in chosen} == {("fr", Chrome.RELATED), ("de", Chrome.RELATED)}
    assert select(ENTRIES) == ENTRIES


def test_a_name_stands_for_the_rules_below_it() -> None:
    assert {entry.id.rsplit(".", 1)[0] for entry in find(ENTRIES, "fr.related")} == {"fr.related"}
    assert find(ENTRIES, "fr.rel") == []
