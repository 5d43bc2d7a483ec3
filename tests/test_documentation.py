"""The examples in the documentation are true: they run, and what they print is what the page shows."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLE = re.compile(r"^```(python|console)\n(.*?)^```$\n*(?:^```text\n(.*?)^```$)?", re.M | re.S)
SHOWN = re.compile(r"^<!-- explain output -->\n```text\n(.*?)^```$", re.M | re.S)
RULE = re.compile(r"^```toml\n(# The Quayside Courier.*?)^```$", re.M | re.S)


def _name(page: Path) -> str:
    return page.stem


def _run(command: str) -> str:
    newsclean = f"{shlex.quote(sys.executable)} -c 'from newsclean.cli import main; main()'"
    script = f'newsclean() {{ {newsclean} "$@"; }}\n{command}'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


def _printed(kind: str, code: str, names: dict[str, Any]) -> str:
    if kind == "console":
        return "".join(_run(line.removeprefix("$ ")) for line in code.splitlines())
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        exec(compile(code, "example", "exec"), names)
    return written.getvalue()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a reader would run the examples: the shipped inputs are there, and what is written goes nowhere else."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=_name)
@pytest.mark.usefixtures("desk")
def test_examples_print_what_the_page_shows(page: Path) -> None:
    names: dict[str, Any] = {"__name__": "example"}
    for kind, code, shown in EXAMPLE.findall(page.read_text("utf-8")):
        assert _printed(kind, code, names) == shown, code


@pytest.mark.usefixtures("desk")
def test_readme_shows_the_explanation_of_its_example() -> None:
    shown = SHOWN.findall((ROOT / "README.md").read_text("utf-8"))
    assert [_run("newsclean explain examples/harbour-festival.txt")] == shown


@pytest.mark.parametrize("page", ["README.md", "docs/writing-rules.md"])
def test_the_shipped_site_rule_is_the_one_shown(page: str) -> None:
    rule = (ROOT / "examples" / "quayside-courier.toml").read_text("utf-8")
    assert RULE.findall((ROOT / page).read_text("utf-8")) == [rule]
