"""Mark the made-up pages up as HTML: what a page of few elements and no telling class names looks like.

Real pages with gold labels are of few languages, and most have class names that tell. A page of these has links, lists,
headings, paragraphs and sections, chosen by the number of its name, so that each comes out the same in every run.
"""

from __future__ import annotations

import html
import random
import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from corpora import MADE_UP, Sample, gold_of, read_lines

# What is linked on a page, and what comes in lists.
LINKED = frozenset(["related", "most_read", "navigation", "tags", "share", "follow", "app_download", "login"])
LISTED = 3
PIECE = re.compile(r"(\{\{\w+\|.*?\}\})")
GLUED = re.compile(r"\{\{(\w+)\|(.*?)\}\}$")
# Around the whole, the part above the story, the story, and the part below it.
LAYOUTS = (
    ("", "", "", "", "", "", "", ""),
    ("<main>", "<header>", "</header>", "<article>", "</article>", "<footer>", "</footer>", "</main>"),
    ("<div>", "<div>", "</div>", "<div><div>", "</div></div>", "<div>", "</div>", "</div>"),
    ("<div>", "", "", "<div>", "</div>", "<section>", "</section>", "</div>"),
)


def read_marked_up(folder: Path = MADE_UP) -> Iterator[Sample]:
    """Yield each made-up page as HTML; its standfirst, if it has one, may be told as the body or not."""
    for path in sorted(folder.glob("*.txt")):
        lines = [(kind, text) for kind, text in read_lines(path) if kind != "blank"]
        above = [text for kind, text in lines if kind == "subheadline"][:1]
        gold = gold_of(lines)
        raw = marked_up(path.stem, gold["title"] or "", [*_pieces(lines)])
        gold |= {"body": above + gold["body"], "standfirst": len(above)}
        yield Sample("marked_up", path.stem, path.stem.split("-")[0], "html", raw, gold)


def marked_up(name: str, title: str, lines: Sequence[tuple[str, str]]) -> str:
    """Return the HTML of a page.

    Args:
        name: of the page; its language, a hyphen and a number.
        title: its headline.
        lines: of the page, each as (kind, text).
    """
    chance = random.Random(zlib.crc32(name.encode()))
    opens, header, header_ends, story, story_ends, footer, footer_ends, ends = chance.choice(LAYOUTS)
    heading = chance.choice(("h2", "h3", "p><strong"))
    places = [at for at, (kind, _) in enumerate(lines) if kind == "body"]
    first, last = (places[0], places[-1]) if places else (0, len(lines) - 1)
    parts = (lines[:first], lines[first : last + 1], lines[last + 1 :])
    above, inside, below = ("\n".join(_elements(part, heading, chance)) for part in parts)
    return (
        f'<!doctype html>\n<html lang="{name.split("-")[0]}">\n<head><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title></head>\n<body>{opens}\n{header}{above}{header_ends}\n"
        f"{story}{inside}{story_ends}\n{footer}{below}{footer_ends}\n{ends}</body>\n</html>\n"
    )


def _pieces(lines: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the lines, with what is glued into a paragraph as lines of their own."""
    for kind, text in lines:
        for piece in PIECE.split(text):
            glued = GLUED.match(piece)
            if piece.strip():
                yield (glued[1], glued[2]) if glued else (kind, piece.strip())


def _elements(lines: Sequence[tuple[str, str]], heading: str, chance: random.Random) -> Iterator[str]:
    for kind, group in groupby(lines, key=lambda line: line[0]):
        texts = [html.escape(text) for _, text in group]
        if kind in LINKED and len(texts) >= LISTED:
            items = "".join(f'<li><a href="/{kind}/{n}">{text}</a></li>' for n, text in enumerate(texts))
            yield f"<ul>{items}</ul>"
            continue
        for n, text in enumerate(texts):
            if kind == "headline":
                yield f"<h1>{text}</h1>"
            elif kind == "subhead":
                yield f"<{heading}>{text}</{'></'.join(reversed(heading.split('><')))}>"
            elif kind in ("body", "subheadline"):
                yield f"<p>{text}</p>"
            elif kind in LINKED and chance.random() < 0.7:
                yield f'<div><a href="/{kind}/{n}">{text}</a></div>'
            else:
                yield chance.choice((f"<div>{text}</div>", f"<p>{text}</p>", f"<div><span>{text}</span></div>"))
