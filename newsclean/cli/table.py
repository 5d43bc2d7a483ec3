"""Rows for people and programs: aligned on a terminal, parted by tabs where another program reads them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Write a JSON object a line instead.")]


def write_rows(names: Sequence[str], rows: Iterable[Sequence[object]], *, as_json: bool = False) -> None:
    """Write rows under their columns' names.

    Args:
        names: of the columns; keys of the objects where JSON is asked for.
        rows: a value for each column.
        as_json: write a JSON object a row.
    """
    if as_json:
        for row in rows:
            typer.echo(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False))
    elif sys.stdout.isatty():
        _write_table(names, rows)
    else:
        for row in rows:
            typer.echo("\t".join("" if value is None else " ".join(str(value).split()) for value in row))


def _write_table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*names, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    Console().print(table)
