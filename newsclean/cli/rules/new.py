"""`newsclean rules new`: a rule file to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsclean.cli.complaint import complain
from newsclean.cli.inputs import read


def new(
    domain: Annotated[str, typer.Argument(metavar="DOMAIN", help="The site's host, as in its addresses: example.com.")],
    pages: Annotated[
        list[str] | None,
        typer.Option(
            "--from", metavar="PAGE", help="A page of the site, as HTML. Repeat for more; more files may follow."
        ),
    ] = None,
    more: Annotated[list[str] | None, typer.Argument(metavar="[PAGE]...", help="More pages, behind --from.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="Write it there, where no file is yet.")
    ] = None,
) -> None:
    """Write a commented rule file for DOMAIN, with the selectors that find fields and chrome on the given pages.

    [bold]Examples[/bold]

    \b
    newsclean rules new example.com
    newsclean rules new example.com --from pages/*.html -o my_rules/example.com.toml
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    from newsclean.authoring.finding import samples
    from newsclean.authoring.skeleton import publisher_of, skeleton
    from newsclean.cleaner import default_cleaner

    domain = _host(domain)
    names = [*(pages or ()), *(more or ())]
    raws = [raw for name in names if (raw := read(name)) is not None]
    found = samples(raws, default_cleaner(), f"https://{domain}/")
    if len(found) < len(raws):
        complain(f"{len(raws) - len(found)} of the files are no HTML, and have no selectors")
    text = skeleton(domain, found, publisher_of(found))
    if output is None:
        typer.echo(text, nl=False)
    else:
        _write(output, text)
    if len(raws) < len(names):
        raise typer.Exit(1)


def _host(domain: str) -> str:
    """The host in what may be a whole address.

    Raises:
        typer.BadParameter: it is no host.
    """
    from pydantic import TypeAdapter, ValidationError

    from newsclean.rules.schema import Host

    host = domain.split("://")[-1].split("/")[0].lower().removeprefix("www.")
    try:
        return TypeAdapter(Host).validate_python(host)
    except ValidationError:
        raise typer.BadParameter(f"{domain!r} is no host, as example.com is", param_hint="DOMAIN") from None


def _write(path: Path, text: str) -> None:
    try:
        # "x": a rule file that somebody has worked on must not be lost.
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        complain(f"{path}: {error.strerror}")
        raise typer.Exit(1) from None
