"""The `newsclean` command: its subcommands and what holds for all of them."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from newsclean import __version__
from newsclean.cli.clean import clean
from newsclean.cli.explain import explain
from newsclean.cli.rules.app import rules

app = typer.Typer(
    name="newsclean",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(clean)
app.command()(explain)
app.add_typer(rules)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsclean {__version__}")
        raise typer.Exit


@app.callback()
def describe(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn scraped news pages, HTML or flattened text, into clean articles."""


def run() -> None:
    """Run the command on the process's arguments, and exit.

    Standard output is UTF-8 whatever the locale, as JSON must be. A reader that goes away early ends the run quietly.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app(prog_name="newsclean")
