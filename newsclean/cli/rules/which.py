"""`newsclean rules which`: what applies to an input, and what each rule did there."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from newsclean.cli.inputs import read
from newsclean.cli.options import Disable, Language, Retrieved, Rules, Url, cleaner_for
from newsclean.cli.table import Json, write_rows


def which(
    file: Annotated[
        str, typer.Argument(metavar="INPUT", help="A page or a text, in any encoding; - is standard input.")
    ],
    url: Url = None,
    language: Language = None,
    retrieved: Retrieved = None,
    rules: Rules = None,
    disable: Disable = None,
    as_json: Json = False,
) -> None:
    """Show which rule sets apply to INPUT, and what each rule did: hits, characters removed and kept, and notes.

    [bold]Examples[/bold]

    \b
    newsclean rules which page.html --url https://example.com/story
    newsclean rules which page.txt --rules example.toml
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    from newsclean.authoring.tracing import trace

    cleaner = cleaner_for(rules, disable)
    raw = read(file)
    if raw is None:
        raise typer.Exit(1)
    explanation = cleaner.explain(raw, url=url, language=language, retrieved=retrieved)
    sites = [site.name for site in cleaner.book.sites_for(explanation.document, retrieved and retrieved.date())]
    document = explanation.document
    known = document.language if cleaner.book.knows(document.language) else None
    if as_json:
        facts = {"form": document.form, "language": document.language, "pack": known, "sites": sites}
        typer.echo(json.dumps(facts, ensure_ascii=False))
    else:
        typer.echo(f"form: {document.form}")
        typer.echo(f"language: {document.language or 'unknown'}" + ("" if known else " (no rules of its own)"))
        typer.echo(f"sites: {', '.join(sites) or 'none'}\n")
    rows = [(d.rule, d.hits, d.removed, d.kept, "; ".join(d.notes)) for d in trace(explanation).values()]
    write_rows(("rule", "hits", "removed", "kept", "notes"), rows, as_json=as_json)
