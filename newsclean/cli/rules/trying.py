"""`newsclean rules test`: the examples of rules, and the cases beside a site's rules."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsclean.cli.complaint import complain
from newsclean.cli.rules.check import Paths

if TYPE_CHECKING:
    from newsclean.authoring.cases import Case
    from newsclean.cleaner import Cleaner


def run_tests(
    paths: Paths,
    update: Annotated[
        bool, typer.Option("--update", help="Write what comes out to each expected.json, to be looked over.")
    ] = False,
) -> None:
    """Run the examples of rule files, and the cases beside them: one result a field.

    The cases of example.com.toml stand in the folder example.com beside it, or in one named as a domain of the site:
    a folder each, with input.html or input.txt and expected.json. The exit code is 1 where anything fails.

    [bold]Examples[/bold]

    \b
    newsclean rules test my_rules/example.com.toml
    newsclean rules test my_rules/ --update
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    from newsclean.authoring.cases import cases_beside
    from newsclean.authoring.linting import lint
    from newsclean.cleaner import Cleaner

    files, problems = lint(paths)
    for problem in problems:
        typer.echo(f"FAIL {problem}")
    if problems or not files:
        complain("the cases are not run while rule files have problems" if problems else "no rule files there")
        raise typer.Exit(1)
    typer.echo(f"ok   the examples of {len(files)} rule files")
    cleaner = Cleaner(rules=paths)
    failed = passed = 0
    for file in files:
        for case, url in cases_beside(file):
            if update:
                case.update(case.explain(cleaner, url))
                typer.echo(f"wrote {case.folder / 'expected.json'}")
                continue
            good, bad = _run(case, url, cleaner, file)
            passed, failed = passed + good, failed + bad
    if not update:
        typer.echo(f"{passed} passed, {failed} failed", err=True)
    if failed:
        raise typer.Exit(1)


def _run(case: Case, url: str | None, cleaner: Cleaner, file: Path) -> tuple[int, int]:
    name = f"{file.stem}/{case.folder.name}"
    if not case.fields:
        typer.echo(f"FAIL {name}: no expected.json; write one, or run with --update")
        return 0, 1
    explanation = case.explain(cleaner, url)
    failed = 0
    for field in case.fields:
        found, wanted = case.compare(explanation, field)
        if found == wanted:
            typer.echo(f"ok   {name} {field}")
            continue
        failed += 1
        typer.echo(f"FAIL {name} {field}")
        for line in difflib.unified_diff(_lines(wanted), _lines(found), "expected", "found", lineterm="", n=1):
            typer.echo(f"     {line}")
    return len(case.fields) - failed, failed


def _lines(value: object) -> list[str]:
    return json.dumps(value, ensure_ascii=False, indent=1).splitlines()
