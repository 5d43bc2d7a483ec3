"""`newsclean rules list`: the rules there are."""

from __future__ import annotations

from typing import Annotated

import typer

from newsclean.cli.options import Rules, cleaner_for
from newsclean.cli.table import Json, write_rows
from newsclean.mark import Chrome


def list_rules(
    language: Annotated[
        list[str] | None,
        typer.Option("--language", metavar="CODE", help="Only this pack: fr, any, sites. Repeat for more."),
    ] = None,
    chrome: Annotated[
        list[Chrome] | None,
        typer.Option("--chrome", metavar="KIND", help="Only this kind of chrome. Repeat for more."),
    ] = None,
    rules: Rules = None,
    as_json: Json = False,
) -> None:
    """List the rules: id, kind, how it looks, how many phrases, and why.

    [bold]Examples[/bold]

    \b
    newsclean rules list --language fr --chrome related
    newsclean rules list --rules my_rules/ --language sites
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    from newsclean.authoring.catalogue import catalogue, select

    entries = catalogue(cleaner_for(rules, None).book)
    if unknown := sorted(set(language or ()) - {entry.pack for entry in entries}):
        there = ", ".join(sorted({entry.pack for entry in entries}))
        raise typer.BadParameter(f"no rules for {', '.join(unknown)}; there are: {there}", param_hint="--language")
    rows = [(e.id, e.kind, e.match, len(e.looks_for), e.why) for e in select(entries, language or (), chrome or ())]
    write_rows(("rule", "chrome", "match", "phrases", "why"), rows, as_json=as_json)
