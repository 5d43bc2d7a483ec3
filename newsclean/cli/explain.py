"""The `explain` command: what became of every character of a file, and which rule said so."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from newsclean.cli.complaint import complain
from newsclean.cli.inputs import STDIN, read
from newsclean.cli.options import Disable, Language, Retrieved, Rules, Url, cleaner_for


def explain(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A page or a text, in any encoding; - is standard input.")
    ],
    page: Annotated[
        Path | None,
        typer.Option("--html", metavar="PATH", help="Write a self-contained HTML page there (- is standard output)."),
    ] = None,
    color: Annotated[
        bool | None,
        typer.Option("--color/--no-color", help="Colour the text; where neither is given, if a terminal shows it."),
    ] = None,
    url: Url = None,
    language: Language = None,
    retrieved: Retrieved = None,
    rules: Rules = None,
    disable: Disable = None,
) -> None:
    """Show what was kept of FILE and what was removed, each stretch with its kind and its rule.

    [bold]Examples[/bold]

    \b
    newsclean explain page.html
    newsclean explain --color page.txt | less -R
    newsclean explain page.html --html report.html
    newsclean explain page.html --rules my_site.toml --disable en.related
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    cleaner = cleaner_for(rules, disable)
    raw = read(file)
    if raw is None:
        raise typer.Exit(1)
    explanation = cleaner.explain(raw, url=url, language=language, retrieved=retrieved)
    if page is None:
        wanted = _terminal_has_colour() if color is None else color
        typer.echo(explanation.to_text(color=wanted), nl=False, color=wanted)
    elif str(page) == STDIN:
        typer.echo(explanation.to_html(), nl=False)
    else:
        _write(page, explanation.to_html())


def _terminal_has_colour() -> bool:
    from rich.console import Console

    console = Console(file=sys.stdout)
    return console.color_system is not None and not console.no_color


def _write(page: Path, text: str) -> None:
    try:
        page.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        complain(f"{page}: {error.strerror}")
        raise typer.Exit(1) from None
