"""`newsclean rules stats`: what the rules of some files do on many inputs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsclean.cli.inputs import read
from newsclean.cli.options import cleaner_for
from newsclean.cli.table import Json, write_rows

Inputs = Annotated[list[str], typer.Argument(metavar="INPUTS", help="Pages or texts, in any encoding.")]


Assumed = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", help="The inputs' address; that of the site whose rules are tried otherwise."),
]


def stats(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A rule file or a folder of them.")],
    inputs: Inputs,
    url: Assumed = None,
    as_json: Json = False,
) -> None:
    """Count what each rule at PATH does on INPUTS, those that never fire too.

    Columns: hits; inputs with a hit; characters removed by its word; share of the inputs' running text that it would
    remove, in percent, which should be near 0 for anything but related stories and comments; what was said of it.

    [bold]Examples[/bold]

    \b
    newsclean rules stats example.com.toml pages/*.html
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    from newsclean.authoring.cases import assumed_address
    from newsclean.authoring.statistics import statistics
    from newsclean.rules.sources import rule_files

    cleaner = cleaner_for([path], None)
    files = list(rule_files([path]))
    url = url or assumed_address(files)
    explanations = [cleaner.explain(raw, url=url) for name in inputs if (raw := read(name)) is not None]
    rows = [
        (row.rule, row.kind, row.deeds.hits, row.deeds.inputs, row.deeds.removed, row.share, row.note)
        for row in statistics(cleaner.book, files, explanations)
    ]
    write_rows(("rule", "chrome", "hits", "inputs", "removed", "share", "notes"), rows, as_json=as_json)
    if len(explanations) < len(inputs):
        raise typer.Exit(1)
