"""The `clean` command: files in, articles out."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from newsclean.cli.complaint import complain
from newsclean.cli.inputs import read
from newsclean.cli.options import Disable, Language, Retrieved, Rules, Url, cleaner_for

if TYPE_CHECKING:
    from newsclean.article import Article


class Format(StrEnum):
    """What an article is written as."""

    JSON = "json"
    TEXT = "text"
    MARKDOWN = "markdown"
    SCHEMA_ORG = "schema-org"
    NINJS = "ninjs"


_FOR_READING = frozenset({Format.TEXT, Format.MARKDOWN})


def clean(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Pages or texts, in any encoding; - is standard input.")
    ],
    form: Annotated[Format, typer.Option("--format", "-f", help="What to write.", show_choices=True)] = Format.JSON,
    url: Url = None,
    language: Language = None,
    retrieved: Retrieved = None,
    rules: Rules = None,
    disable: Disable = None,
) -> None:
    """Write the article in each FILE.

    As JSON, one file gives an indented object, several give one object a line, in the order of the files.
    As text or Markdown, articles are parted by a line ---, and warnings go to standard error.

    A file that cannot be read is named on standard error, the others are still done, and the exit code is 1.
    It is 2 where a rule file cannot be used.

    [bold]Examples[/bold]

    \b
    newsclean clean page.html
    newsclean clean --format markdown --language fr page.txt
    newsclean clean crawl/*.html > articles.jsonl
    curl -s "$URL" | newsclean clean --url "$URL" -
    """  # noqa: D301 - the formatter of help texts wants the backspace itself
    if url is not None and len(files) > 1:
        raise typer.BadParameter("it is the address of one page, and several were given", param_hint="--url")
    cleaner = cleaner_for(rules, disable)
    one = len(files) == 1
    written = 0
    for name in files:
        raw = read(name)
        if raw is None:
            continue
        article = cleaner.clean(raw, url=url, language=language, retrieved=retrieved)
        if form in _FOR_READING:
            for warning in article.warnings:
                complain(f"{name}: {warning}")
            if written:
                typer.echo("\n---\n")
        typer.echo(_shape(article, form, indent=2 if one else None))
        written += 1
    if written < len(files):
        raise typer.Exit(1)


def _shape(article: Article, form: Format, *, indent: int | None) -> str:
    match form:
        case Format.JSON:
            return article.model_dump_json(indent=indent)
        case Format.TEXT:
            return article.to_text()
        case Format.MARKDOWN:
            return article.to_markdown().rstrip("\n")
        case Format.SCHEMA_ORG:
            return json.dumps(article.to_schema_org(), ensure_ascii=False, indent=indent)
        case Format.NINJS:
            return json.dumps(article.to_ninjs(), ensure_ascii=False, indent=indent)
