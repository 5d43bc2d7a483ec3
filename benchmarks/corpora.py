"""Read the pages that models are trained and measured on: labelled corpora, made-up pages, and the fixtures.

A corpus is a folder: `gold.jsonl` has a row a page with `id`, `url` and either `body` (a list of paragraphs, the first
`standfirst` of which may be told as the standfirst) or snippets `with` and `without`; `pages/<id>.html.gz` is the page;
`texts.jsonl.gz` has rows with `id`, `flattener` and `text`, the page flattened by a tool.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

MADE_UP = Path(__file__).with_name("made_up")
# Made-up pages whose chrome is worded oddly: they tell more of words than of how many such lines a page has.
ODD_WORDINGS = Path(__file__).with_name("odd_wordings")
PARAGRAPHS = Path(__file__).with_name("paragraphs")
# Lines of chrome, and of stories in the words of chrome, each by itself.
LINES = Path(__file__).with_name("lines")
FIXTURES = Path(__file__).parents[1] / "fixtures"
# The name of a company stands left of these two labels in a host's name: bbc.co.uk.
SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "gov", "net", "or", "org"])
# What the gold body itself is called, among the flatteners.
CLEAN = "clean"
# The gold body below its title and byline, as a database of articles has it.
ARTICLE = "article"
# Both are made of the gold, and no flattened pages.
MADE_OF_GOLD = frozenset([CLEAN, ARTICLE])
CUT = re.compile(r"\{\{\w+\|(.*?)\}\}")
LINE = re.compile(r"([a-z_]+)\|\s?(.*)$")


@dataclass(frozen=True)
class Sample:
    """One input with what must come out of it.

    Attributes:
        corpus: the name of the corpus.
        id: the page.
        site: what it may not share with the pages a model was trained on: the site, or for made-up pages the language.
        flattener: the tool that flattened it; `html` for the page itself.
        raw: the input.
        gold: the row of the corpus.
    """

    corpus: str
    id: str
    site: str
    flattener: str
    raw: str | bytes
    gold: dict[str, Any]

    @property
    def form(self) -> str:
        """`text` or `html`."""
        return "html" if self.flattener == "html" else "text"

    def fold(self, folds: int) -> int:
        """Return the fold that the site is in: the same in every run."""
        return zlib.crc32(self.site.encode()) % folds


def site_of(url: str) -> str:
    """Return the registered name of a page's site."""
    labels = (urlsplit(url).hostname or url).split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and labels[-2] in SECOND_LEVEL else labels[-2:])


def read_corpus(folder: Path) -> Iterator[Sample]:
    """Yield every text of a corpus, then every page, and its gold body as a text."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        gold = {row["id"]: row for row in map(json.loads, lines)}
    sites = {key: site_of(row.get("url") or key) for key, row in gold.items()}
    texts = folder / "texts.jsonl.gz"
    if texts.exists():
        with gzip.open(texts, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                key = row["id"]
                yield Sample(folder.name, key, sites[key], row["flattener"], row["text"], gold[key])
    for key, row in gold.items():
        raw = gzip.decompress((folder / "pages" / f"{key}.html.gz").read_bytes())
        yield Sample(folder.name, key, sites[key], "html", raw, row)
        if "body" in row:
            # What is clean already must come back as it is.
            parting = "\n\n" if zlib.crc32(key.encode()) % 2 else "\n"
            yield Sample(folder.name, key, sites[key], CLEAN, parting.join(row["body"]), row)
            if row.get("title"):
                yield Sample(folder.name, key, sites[key], ARTICLE, parting.join(_whole(key, row)), row)


def _whole(key: str, row: dict[str, Any]) -> Iterator[str]:
    """The lines of an article: its title, as often as not its byline, and its body."""
    yield row["title"]
    authors = row.get("authors") or row.get("author")
    if authors and zlib.crc32(key.encode()) // 2 % 2:
        yield authors if isinstance(authors, str) else ", ".join(authors)
    yield from row["body"]


def read_lines(path: Path) -> list[tuple[str, str]]:
    """Return the lines of a made-up page, each as (kind, text)."""
    found = (LINE.match(line) for line in path.read_text("utf-8").splitlines())
    return [(match[1], match[2].rstrip()) for match in found if match]


def gold_of(lines: list[tuple[str, str]]) -> dict[str, Any]:
    """Return the body and the title that must come out of the lines of a made-up page."""
    body = [" ".join(CUT.sub("", text).split()) for kind, text in lines if kind in ("body", "subhead")]
    return {"body": body, "title": next((text for kind, text in lines if kind == "headline"), None)}


def read_made_up(folder: Path = MADE_UP) -> Iterator[Sample]:
    """Yield the made-up pages: a file each, `kind| text` a line, `{{kind|text}}` for what is glued into a paragraph."""
    for path in sorted(folder.glob("*.txt")):
        lines = read_lines(path)
        raw = "\n".join("" if kind == "blank" else CUT.sub(r"\1", text) for kind, text in lines)
        gold = gold_of(lines)
        yield Sample("made_up", path.stem, path.stem.split("-")[0], "made_up", raw + "\n", gold)


def read_fixtures(folder: Path = FIXTURES) -> Iterator[Sample]:
    """Yield the fixtures whose body is told: a folder each, with the input and `expected.json`."""
    for path in sorted(folder.glob("*/expected.json")):
        expected = json.loads(path.read_text("utf-8"))
        source = next(iter(sorted(path.parent.glob("input.*"))))
        if not expected.get("body"):
            continue
        body = list(expected["body"])
        if dateline := expected.get("dateline"):
            body[0] = f"{dateline['text']} {body[0]}"
        name = path.parent.name
        form = "html" if source.suffix == ".html" else "fixture"
        yield Sample("fixtures", name, name, form, source.read_bytes(), {"body": body})
