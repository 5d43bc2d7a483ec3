"""`newsclean rules show`: one rule, whole."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from newsclean.cli.complaint import complain
from newsclean.cli.options import Rules, cleaner_for

if TYPE_CHECKING:
    from newsclean.authoring.catalogue import Entry


def show(
    rule: Annotated[str, typer.Argument(metavar="ID", help="A rule's id, or the beginning of several: fr.related.")],
    rules: Rules = None,
) -> None:
    """Show a rule: where it is written, what it looks for, why, and its examples.

    [bold]Examples[/bold]

    \b
    newsclean rules show fr.related.read_also
    newsclean rules show fr.related
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    from newsclean.authoring.catalogue import catalogue, find

    entries = catalogue(cleaner_for(rules, None).book)
    found = find(entries, rule)
    if not found:
        near = get_close_matches(rule, [entry.id for entry in entries], n=3)
        complain(f"no rule {rule}" + (f"; there is {', '.join(near)}" if near else ""))
        raise typer.Exit(1)
    typer.echo("\n\n".join(map(_written, found)))


def _written(entry: Entry) -> str:
    lines = [entry.id, f"  {entry.kind}, {entry.match}: {entry.why}"]
    if entry.file:
        lines.append(f"  {entry.file}:{entry.line}")
    for name, values in (("looks for", entry.looks_for), ("marks", entry.marks), ("keeps", entry.keeps)):
        if values:
            lines += [f"  {name}:", *(f"    {' ⏎ '.join(value.splitlines())}" for value in values)]
    return "\n".join(lines)
