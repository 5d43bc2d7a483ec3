"""`newsclean rules diff`: what would change with other rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsclean.cli.inputs import read
from newsclean.cli.options import cleaner_for
from newsclean.cli.rules.counting import Assumed, Inputs
from newsclean.cli.table import Json

if TYPE_CHECKING:
    from newsclean.authoring.difference import Difference

# In place of a path: the rules that come with newsclean, and no others.
_BUILT_IN = "builtin"


def diff(
    before: Annotated[
        str, typer.Argument(metavar="RULES_A", help=f"A rule file or folder; {_BUILT_IN} for the built-in rules alone.")
    ],
    after: Annotated[str, typer.Argument(metavar="RULES_B", help="The same, for what would come instead.")],
    inputs: Inputs,
    url: Assumed = None,
    as_json: Json = False,
) -> None:
    """Show what would change on INPUTS from RULES_A to RULES_B: lines removed (-) and kept (+), and fields.

    [bold]Examples[/bold]

    \b
    newsclean rules diff builtin example.com.toml pages/*.html
    newsclean rules diff old/ new/ pages/*.html
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    from newsclean.authoring.cases import assumed_address
    from newsclean.authoring.difference import difference
    from newsclean.rules.sources import rule_files

    paths = [[] if name == _BUILT_IN else [Path(name)] for name in (before, after)]
    first, second = (cleaner_for(given, None) for given in paths)
    url = url or assumed_address(rule_files(paths[1])) or assumed_address(rule_files(paths[0]))
    changed = removed = kept = there = 0
    for name in inputs:
        raw = read(name)
        if raw is None:
            continue
        there += 1
        found = difference(first.explain(raw, url=url), second.explain(raw, url=url))
        if found:
            changed, removed, kept = changed + 1, removed + len(found.removed), kept + len(found.kept)
            (_write_json if as_json else _write)(name, found)
    total = f"{changed} of {there} inputs change: {removed} more lines removed, {kept} more kept"
    typer.echo(total, err=as_json)
    if there < len(inputs):
        raise typer.Exit(1)


def _write(name: str, found: Difference) -> None:
    typer.echo(name)
    for field, was, becomes in found.fields:
        typer.echo(f"  {field}: {was!r} -> {becomes!r}")
    for sign, lines in (("-", found.removed), ("+", found.kept)):
        for line in lines:
            typer.echo(f"  {sign} {line.text}  [{line.rule}]")
    typer.echo()


def _write_json(name: str, found: Difference) -> None:
    changes = {
        "input": name,
        "removed": [{"text": line.text, "rule": line.rule} for line in found.removed],
        "kept": [{"text": line.text, "rule": line.rule} for line in found.kept],
        "fields": {field: [was, becomes] for field, was, becomes in found.fields},
    }
    typer.echo(json.dumps(changes, ensure_ascii=False))
