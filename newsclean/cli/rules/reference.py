"""`newsclean rules reference`: all rules as pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsclean.cli.options import Rules, cleaner_for


def reference(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where the pages go; Markdown files there are replaced.")
    ],
    rules: Rules = None,
) -> None:
    """Write the reference of all rules as Markdown, a page for each pack.

    [bold]Examples[/bold]

    \b
    newsclean rules reference docs/rules
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    from newsclean.authoring.catalogue import catalogue
    from newsclean.authoring.reference import write_reference

    for path in write_reference(folder, catalogue(cleaner_for(rules, None).book)):
        typer.echo(path)
