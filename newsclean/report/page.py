"""An explanation as one self-contained HTML page."""

from __future__ import annotations

import datetime as dt
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from newsclean.mark import Chrome
from newsclean.report.fate import Tally, is_removed, kind, spoken, tally
from newsclean.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.article import Article
    from newsclean.explanation import Explanation, Span

_GOLDEN_ANGLE = 137.508
"""Degrees between the hues of neighbouring kinds: the turn that keeps any number of them apart."""
_FATE = {True: "cut", False: "kept"}
_FATE_SPOKEN = {True: "removed", False: "kept"}


def to_html(explanation: Explanation) -> str:
    """Return a page that shows the input with what was kept and what was removed, each with its kind and rule.

    It needs no script and loads nothing: its style sheet is inside, and its content policy forbids all else. The
    input is escaped and its white space kept; control characters are shown as their pictures.
    """
    counts = tally(explanation.spans)
    article = explanation.article
    return _template().substitute(
        language=_attribute(article.language or "en"),
        style=_style(),
        title=_text(article.headline or "An article without a headline"),
        origin=_origin(explanation),
        figures=_figures(counts),
        bar=_bar(counts),
        fields=_fields(article),
        removed=_removed(counts),
        warnings=_warnings(article.warnings),
        legend=_legend(explanation.spans),
        rows="\n".join(_row(row) for row in _rows(explanation.spans)),
    )


@cache
def _template() -> Template:
    return Template((files(__package__) / "page.html").read_text(encoding="utf-8"))


@cache
def _style() -> str:
    hues = (f".k-{chrome.value}{{--hue:{index * _GOLDEN_ANGLE % 360:.0f}}}" for index, chrome in enumerate(Chrome))
    return (files(__package__) / "page.css").read_text(encoding="utf-8") + "\n".join(hues)


def _text(text: str) -> str:
    # A bare carriage return would be read as a newline.
    return escape(visible(text)).replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return _text(" ".join(text.split()))


def _rule(rule: str) -> str:
    return _text(rule).replace(".", ".<wbr>")


def _when(when: dt.datetime | dt.date | None) -> str:
    if isinstance(when, dt.datetime):
        return when.isoformat(" ", "minutes")
    return when.isoformat() if when else ""


def _origin(explanation: Explanation) -> str:
    document = explanation.document
    article = explanation.article
    form = {"html": "HTML page", "text": "Text"}[document.form]
    blocks = f"{len(document.blocks):,} blocks" if document.blocks else None
    parts = (form, blocks, article.language, article.url)
    return "".join(f"<li><bdi>{_text(part)}</bdi></li>" for part in parts if part)


def _figures(counts: Tally) -> str:
    named = (("kept", counts.kept), ("removed", counts.removed))
    return "".join(
        f'<div class="figure {name}"><dt>characters {name}</dt><dd>{count:,}</dd></div>' for name, count in named
    )


def _bar(counts: Tally) -> str:
    total = counts.kept + counts.removed or 1
    shares = [("kept", "kept", counts.kept), *(("cut", name, count) for name, count in counts.by_kind)]
    spoken_shares = ", ".join(f"{spoken(name)} {count / total:.0%}" for _, name, count in shares)
    pieces = "".join(
        f'<i class="{fate} k-{name}" style="flex-grow:{count}" title="{spoken(name)}: {count:,} characters"></i>'
        for fate, name, count in shares
        if count
    )
    return f'<div class="bar" role="img" aria-label="Shares of the input: {spoken_shares}">{pieces}</div>'


def _fields(article: Article) -> str:
    dateline, source = article.dateline, article.source
    named = (
        ("Headline", article.headline),
        ("Subheadline", article.subheadline),
        ("Byline", article.byline),
        ("Authors", ", ".join(article.authors)),
        ("Published", _when(article.published)),
        ("Modified", _when(article.modified)),
        ("Dateline", dateline and dateline.text),
        ("Places", dateline and ", ".join(dateline.places)),
        ("Date filed", _when(dateline.date) if dateline else ""),
        ("Publisher", source.publisher),
        ("Agencies", ", ".join(source.agencies or (dateline.agencies if dateline else ()))),
        ("Credit line", source.credit),
        ("Aggregator", source.aggregator),
    )
    return "".join(f'<dt>{name}</dt><dd dir="auto">{_text(value)}</dd>' for name, value in named if value)


def _removed(counts: Tally) -> str:
    if not counts.by_rule:
        return '<p class="none">Nothing was removed.</p>'
    rows = "".join(
        f"<tr><td>{_chip(name)}</td><td><code>{_rule(rule) or 'no rule'}</code></td><td>{count:,}</td></tr>"
        for name, rule, count in counts.by_rule
    )
    return (
        '<table><thead><tr><th scope="col">Kind</th><th scope="col">Rule</th><th scope="col">Characters</th></tr>'
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _warnings(warnings: Iterable[str]) -> str:
    items = "".join(f"<li>{_text(warning)}</li>" for warning in warnings)
    return f'<section class="warnings"><h2>Warnings</h2><ul>{items}</ul></section>' if items else ""


def _legend(spans: Iterable[Span]) -> str:
    kept: dict[str, None] = {}
    cut: dict[str, None] = {}
    for span in spans:
        if span.text.strip():
            (cut if is_removed(span) else kept)[kind(span)] = None
    chips = [_chip(name, fate="kept") for name in kept] + [_chip(name) for name in sorted(cut)]
    return "".join(f"<li>{chip}</li>" for chip in chips)


def _chip(name: str, *, fate: str = "cut") -> str:
    return f'<span class="chip {fate} k-{name}">{spoken(name)}</span>'


def _rows(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Part the spans at line ends, so that a dateline and the sentence after it stay on one line."""
    row: list[Span] = []
    for span in spans:
        if row and (row[-1].text.endswith("\n") or (span.text.startswith("\n") and span.text.strip())):
            yield row
            row = []
        row.append(span)
    if row:
        yield row


def _row(row: list[Span]) -> str:
    said = {(is_removed(span), kind(span), span.rule or ""): None for span in row if span.text.strip()}
    reasons = "".join(
        f"<p>{_chip(name, fate=_FATE[removed])}<code>{_rule(rule)}</code></p>" for removed, name, rule in said
    )
    texts = "".join(_piece(span, alone=len(said) == 1) for span in row)
    fates = {_FATE[removed] for removed, _, _ in said}
    fate = "mixed" if len(fates) > 1 else "".join(fates) or "blank"
    return f'<li class="{fate}"><div class="why">{reasons}</div><div class="text" dir="auto">{texts}</div></li>'


def _piece(span: Span, *, alone: bool) -> str:
    core = span.text.strip()
    if not core:
        return _text(span.text)
    before, after = span.text.split(core, 1)
    removed, name = is_removed(span), spoken(kind(span))
    reason = f"{_FATE_SPOKEN[removed]}: {name}" + (f" ({span.rule})" if span.rule else "")
    # In a row of several pieces the column beside it cannot tell a listener which is which.
    heard = "" if alone else f'<span class="heard">[{_FATE_SPOKEN[removed]} {name}] </span>'
    tag = "del" if removed else "span"
    marked = f'<{tag} class="{_FATE[removed]} k-{kind(span)}" title="{_attribute(reason)}">{_text(core)}</{tag}>'
    return f"{_text(before)}{heard}{marked}{_text(after)}"
