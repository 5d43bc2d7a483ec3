"""`newsclean rules check`: all that is wrong with rule files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Rule files, of sites or of packs, or folders of them.")
]


def check(paths: Paths) -> None:
    """Check rule files strictly: keys, selectors, patterns, and every example. All problems are said at once.

    The exit code is 1 where there are any.

    [bold]Examples[/bold]

    \b
    newsclean rules check my_rules/
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    from newsclean.authoring.linting import lint

    files, problems = lint(paths)
    for problem in problems:
        typer.echo(str(problem))
    faulty = len({problem.file for problem in problems})
    said = f"{len(problems)} problems in {faulty} of them" if problems else "no problems"
    typer.echo(f"{len(files)} rule files, {said}", err=True)
    if problems or not files:
        raise typer.Exit(1)
