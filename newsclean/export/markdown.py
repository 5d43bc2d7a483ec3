"""An article as CommonMark in which text stays text."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.article import Article

_WHITE_SPACE = re.compile("[ \\t\\r\\n\\v\\f\\x1c-\\x1f\\x85\u2028\u2029]+")
_INLINE = re.compile(r"([\\`*_\[\]<~|])|&(?=[#A-Za-z])")
_BLOCK_START = re.compile(r"[#>+=-]|\d{1,9}[.)]")
_BACKTICKS = re.compile(r"`+")


def to_markdown(article: Article) -> str:
    """Return the article as CommonMark, a newline at its end; the empty string for an empty article.

    Headline, standfirst (bold), byline and date (italics), then the paragraphs by kind, the dateline (bold) before the
    one it stood in. Everything that CommonMark or GitHub's dialect would read as markup is escaped
    (https://spec.commonmark.org/0.31.2/#backslash-escapes). The rows of a table become a list, since no row is known
    to be its header, which a Markdown table must have.
    """
    blocks = [block for block in (*_head(article), *_body(article)) if block]
    text = ""
    for before, block in pairwise(("", *blocks)):
        tight = before.startswith("- ") and block.startswith("- ")
        text += ("\n" if tight else "\n\n" if before else "") + block
    return text + "\n" if text else ""


def _head(article: Article) -> Iterator[str]:
    yield _heading("#", article.headline or "")
    yield _wrapped("**", article.subheadline or "")
    yield _wrapped("*", " · ".join(filter(None, (article.byline, _when(article.published)))))


def _body(article: Article) -> Iterator[str]:
    stood_at = _dateline_index(article)
    for index, (text, kind) in enumerate(_paragraphs(article)):
        lead = _wrapped("**", article.dateline.text) if article.dateline and index == stood_at else ""
        if lead and kind == "paragraph":
            yield f"{lead} {_inline(text)}".rstrip()
        else:
            yield lead
            yield _block(kind, text)


def _paragraphs(article: Article) -> list[tuple[str, str]]:
    if article.paragraphs:
        return [(paragraph.text, paragraph.kind) for paragraph in article.paragraphs]
    return [(text, "paragraph") for text in article.body.split("\n\n")]


def _dateline_index(article: Article) -> int:
    """Return the index of the paragraph that the dateline stood before, as `body_with_dateline` tells."""
    whole, at = article.body_with_dateline, 0
    for index, (text, _) in enumerate(_paragraphs(article)):
        if not whole.startswith(text, at):
            return index
        at += len(text) + len("\n\n")
    return 0


def _block(kind: str, text: str) -> str:
    if not text.strip():
        return ""
    match kind:
        case "heading":
            return _heading("##", text)
        case "preformatted":
            return _fenced(text)
        case "list_item" | "table_row":
            return f"- {_line(text)}"
        case "quote":
            return f"> {_line(text)}"
        case "caption":
            return _wrapped("*", text)
        case _:
            return _line(text)


def _folded(text: str) -> str:
    return _WHITE_SPACE.sub(" ", text).strip()


def _inline(text: str) -> str:
    return _INLINE.sub(lambda found: "\\" + found[0], _folded(text))


def _line(text: str) -> str:
    """Escape what opens a block as well: `#`, `-`, `1.` at the start of a line."""
    inline = _inline(text)
    start = _BLOCK_START.match(inline)
    return inline if start is None else f"{inline[: start.end() - 1]}\\{inline[start.end() - 1 :]}"


def _heading(marks: str, text: str) -> str:
    # A run of # at the end would be read as the heading's closing marks.
    inline = _inline(text).replace("#", "\\#")
    return f"{marks} {inline}" if inline else ""


def _wrapped(marks: str, text: str) -> str:
    inline = _inline(text)
    return f"{marks}{inline}{marks}" if inline else ""


def _fenced(text: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    return f"{fence}\n{text}\n{fence}"


def _when(when: dt.datetime | dt.date | None) -> str:
    if isinstance(when, dt.datetime):
        return when.isoformat(" ", "minutes")
    return when.isoformat() if when else ""
