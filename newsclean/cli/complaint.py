"""What the command line says when something goes wrong."""

from __future__ import annotations

import typer


def complain(message: str) -> None:
    """Write `newsclean: message` on standard error."""
    typer.echo(f"newsclean: {message}", err=True)
