"""`newsclean explain`: the text report, its colours, and the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from typer.testing import CliRunner, Result

from newsclean.cli.app import app

SENTENCES = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, the operator said.",
    "About 3,000 people live on the four islands and depend on the boat for fuel, post and medicine all year round.",
    "Repairs will take a week, the chief engineer told reporters on the quay, and a cargo boat will sail until then.",
)
STORY = "Ferry to the outer islands stops for a week\n\n" + "\n\n".join(SENTENCES) + "\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["explain", *map(str, arguments)], input=stdin, prog_name="newsclean")


def words_of_the_input(page: str) -> list[str]:
    tree: html.HtmlElement = html.document_fromstring(page)
    texts = tree.xpath("//div[@class='text']//text()[not(parent::span[@class='heard'])]")
    return "".join(map(str, texts)).split()


def test_text_names_the_fate_of_every_line(story: Path) -> None:
    result = run(story)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert "+ body" in result.stdout
    told = result.stdout.split()
    assert all(word in told for word in STORY.split())
    assert result.stdout.splitlines()[-1].startswith("characters: kept ")


def test_colour_is_given_when_asked_for(story: Path) -> None:
    assert "\x1b[32m" in run(story, "--color").stdout
    assert "\x1b" not in run(story, "--no-color").stdout


@pytest.mark.parametrize(("setting", "coloured"), [("FORCE_COLOR", True), ("NO_COLOR", False)])
def test_colour_follows_the_environment(
    setting: str, coloured: bool, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(setting, "1")
    assert ("\x1b[32m" in run(story).stdout) is coloured


def test_html_is_written_to_a_file(story: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    result = run(story, "--html", report)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert words_of_the_input(report.read_text(encoding="utf-8")) == STORY.split()


def test_html_to_standard_output(story: Path, tmp_path: Path) -> None:
    run(story, "--html", tmp_path / "report.html")
    assert run(story, "--html", "-").stdout == (tmp_path / "report.html").read_text(encoding="utf-8")


def test_html_that_cannot_be_written_is_one_line(story: Path, tmp_path: Path) -> None:
    report = tmp_path / "no-such-folder" / "report.html"
    result = run(story, "--html", report)
    assert result.exit_code == 1
    assert result.stderr == f"newsclean: {report}: No such file or directory\n"


def test_standard_input(story: Path) -> None:
    assert run("-", stdin=STORY.encode()).stdout == run(story).stdout


def test_an_unreadable_file_is_one_line(tmp_path: Path) -> None:
    result = run(tmp_path / "no-such.txt")
    assert result.exit_code == 1
    assert result.stderr == f"newsclean: {tmp_path / 'no-such.txt'}: No such file or directory\n"
    assert result.stdout == ""


def test_a_bad_rule_file_is_told_with_its_place(story: Path, tmp_path: Path) -> None:
    rules = tmp_path / "mine.toml"
    rules.write_text('chrom = "related"\n', encoding="utf-8")
    result = run(story, "--rules", rules)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{rules}:1: ")


def test_help_shows_examples() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "newsclean explain page.html --html report.html" in result.stdout
