"""The arguments and options that several commands take, and the cleaner they make."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsclean.cli.complaint import complain

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner

Url = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", help="The page's address, where the input does not say it."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="TAG", help="The language as a BCP 47 tag (en, pt-BR); detected otherwise."),
]
Retrieved = Annotated[
    dt.datetime | None,
    typer.Option(
        "--retrieved",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        help="The day the page was scraped, for site rules that are valid for a time; today otherwise.",
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="PATH",
        help="A rule file or a folder of them, besides the built-in ones and NEWSCLEAN_RULES. Repeat for more.",
    ),
]
Disable = Annotated[
    list[str] | None,
    typer.Option(
        "--disable", metavar="PREFIX", help="Switch off the rules whose id starts so (fr.related). Repeat for more."
    ),
]


def cleaner_for(rules: list[Path] | None, disable: list[str] | None) -> Cleaner:
    """Return the cleaner that the options ask for.

    Raises:
        typer.Exit: with code 2, every problem said on standard error, where a rule file cannot be used.
    """
    from newsclean.cleaner import Cleaner
    from newsclean.errors import RuleFileError

    try:
        return Cleaner(rules=rules or [], disable=disable or [])
    except RuleFileError as error:  # its lines begin with file and line, as editors and terminals like to find them
        typer.echo(str(error), err=True)
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}")
    except ValueError as error:
        complain(str(error))
    raise typer.Exit(2)
