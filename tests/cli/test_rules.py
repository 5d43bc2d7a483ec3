"""`newsclean rules`: the commands for rule authors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsclean.cli.app import app
from tests.authoring import site


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return site.write(tmp_path)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(site.page("Night trams to the lighthouse"))
    return path


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["rules", *map(str, arguments)], input=stdin, prog_name="newsclean")


def test_list_writes_a_row_a_rule() -> None:
    rows = [line.split("\t") for line in run("list", "--language", "fr", "--chrome", "related").stdout.splitlines()]
    assert {(row[0].rsplit(".", 1)[0], row[1]) for row in rows} == {("fr.related", "related")}
    assert all(len(row) == 5 for row in rows)


def test_list_writes_objects() -> None:
    first = json.loads(run("list", "--language", "any", "--json").stdout.splitlines()[0])
    assert first.keys() == {"rule", "chrome", "match", "phrases", "why"}


def test_list_knows_rules_of_ones_own(rules: Path) -> None:
    assert "sites.courier_example.strip_1" in run("list", "--rules", rules, "--language", "sites").stdout


def test_list_of_a_language_without_rules_says_which_there_are() -> None:
    result = run("list", "--language", "xx")
    assert result.exit_code == 2
    assert "no rules for xx" in result.stderr


def test_show_writes_a_rule_whole(rules: Path) -> None:
    assert run("show", "sites.courier_example.ferryman", "--rules", rules).stdout == (
        "sites.courier_example.ferryman\n"
        "  promotion, whole: The paper advertises its assistant.\n"
        f"  {rules}:21\n"
        "  looks for:\n    Ask the Ferryman\n"
        "  marks:\n    Ask the Ferryman\n"
        "  keeps:\n    Ask the ferryman, he will know.\n"
    )


def test_show_of_several_and_of_none() -> None:
    assert run("show", "any.structure").stdout.count("python: ") >= 3
    result = run("show", "fr.related.read_alos")
    assert result.exit_code == 1
    assert "there is fr.related.read_also" in result.stderr


def test_which_tells_what_applies_and_what_each_rule_did(rules: Path, page: Path) -> None:
    result = run("which", page, "--rules", rules, "--url", "https://courier.example/trams")
    lines = result.stdout.splitlines()
    assert lines[:3] == ["form: html", "language: en", "sites: courier_example"]
    assert f"sites.courier_example.strip_1\t1\t{len(site.CLUB)}\t0\t" in lines
    assert "sites.courier_example.strip_2\t0\t0\t0\t'.gone' finds no text on this page." in lines


def test_which_reads_standard_input_and_writes_objects() -> None:
    lines = run("which", "-", "--json", stdin=b"It rained on Monday, said the mayor of Porto.").stdout.splitlines()
    assert json.loads(lines[0]) == {"form": "text", "language": "en", "pack": "en", "sites": []}
    assert {"rule", "hits", "removed", "kept", "notes"} == json.loads(lines[1]).keys()


def test_check_says_all_problems(rules: Path, tmp_path: Path) -> None:
    assert run("check", rules).exit_code == 0
    bad = tmp_path / "bad.toml"
    bad.write_text('domain = ["a.example"]\n[[strip]]\nselect = "a"\nchrome = "shar"\nwhy = "x"\n')
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert [line.split(": ")[:2] for line in result.stdout.splitlines()] == [
        [f"{bad}:1", "domain"],
        [f"{bad}:4", "strip.chrome"],
    ]
    assert "2 rule files, 2 problems in 1 of them" in result.stderr


def test_check_of_nothing_fails(tmp_path: Path) -> None:
    assert run("check", tmp_path).exit_code == 1


def test_new_writes_a_file_that_passes_check(page: Path, tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    assert run("new", "https://www.courier.example/a", "--from", page, "-o", path).exit_code == 0
    assert run("check", path).exit_code == 0
    assert 'domains = ["courier.example"]' in path.read_text()
    again = run("new", "courier.example", "-o", path)
    assert again.exit_code == 1
    assert "File exists" in again.stderr


def test_new_takes_several_pages_behind_from(page: Path) -> None:
    assert "# 2 of 2 pages, " in run("new", "courier.example", "--from", page, page).stdout


def test_new_of_no_host_is_refused() -> None:
    result = run("new", "courier")
    assert result.exit_code == 2
    assert "is no host" in result.stderr


def test_test_gives_one_result_a_field(rules: Path) -> None:
    result = run("test", rules)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "ok   the examples of 1 rule files",
        "ok   courier.example/night-trams body",
        "ok   courier.example/night-trams headline",
    ]


def test_test_shows_what_differs(rules: Path) -> None:
    expected = rules.parent / "courier.example" / "night-trams" / "expected.json"
    expected.write_text(json.dumps({"why": "x", "headline": "Another", "body": list(site.STORY)}))
    result = run("test", rules)
    assert result.exit_code == 1
    assert "FAIL courier.example/night-trams headline" in result.stdout
    assert '     -"Another"\n     +"Night trams to the lighthouse"\n' in result.stdout
    assert "1 passed, 1 failed" in result.stderr


def test_test_updates_expectations(rules: Path) -> None:
    expected = rules.parent / "courier.example" / "night-trams" / "expected.json"
    expected.unlink()
    assert run("test", rules).exit_code == 1
    assert run("test", rules, "--update").exit_code == 0
    assert run("test", rules).exit_code == 0
    assert json.loads(expected.read_text("utf-8"))["body"] == list(site.STORY)


def test_test_does_not_run_cases_of_bad_rules(rules: Path) -> None:
    rules.write_text(rules.read_text().replace("Ask the Ferryman", "Ask the Captain", 1))
    result = run("test", rules)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"FAIL {rules}:21: ")


def test_stats_counts_each_rule_on_the_sites_own_pages(rules: Path, page: Path) -> None:
    rows = {row[0]: row for row in (line.split("\t") for line in run("stats", rules, page, page).stdout.splitlines())}
    assert rows["sites.courier_example.strip_1"][1:5] == ["promotion", "2", "2", str(2 * len(site.CLUB))]
    assert rows["sites.courier_example.strip_2"][-1] == "'.gone' finds no text on this page."


def test_diff_shows_lines_fields_and_the_total(rules: Path, page: Path) -> None:
    result = run("diff", "builtin", rules, page)
    assert f"  - {site.CLUB}  [sites.courier_example.strip_1]" in result.stdout
    assert result.stdout.splitlines()[-1] == "1 of 1 inputs change: 2 more lines removed, 0 more kept"
    back = json.loads(run("diff", rules, "builtin", page, "--json").stdout.splitlines()[0])
    assert [line["text"] for line in back["kept"]] == ["Ask the Ferryman", site.CLUB]


def test_a_file_that_is_missing_is_named(rules: Path, tmp_path: Path) -> None:
    for command in (["which"], ["stats", rules], ["diff", "builtin", rules]):
        result = run(*command, tmp_path / "missing.html")
        assert result.exit_code == 1
        assert "missing.html: No such file" in result.stderr


def test_reference_writes_a_page_a_pack(tmp_path: Path) -> None:
    assert run("reference", tmp_path / "rules").exit_code == 0
    assert (tmp_path / "rules" / "fr.md").exists()
