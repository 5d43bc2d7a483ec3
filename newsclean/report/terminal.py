"""An explanation as text for a terminal: what became of each stretch of the input, and which rule said so."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from newsclean.mark import Chrome, Role
from newsclean.report.fate import Tally, is_removed, kind, spoken, tally
from newsclean.report.visible import visible

if TYPE_CHECKING:
    from newsclean.explanation import Explanation, Span

_WIDTH = 120
_RULE_WIDTH = 36
_HUES = ("red", "yellow", "magenta", "cyan", "blue")
_HUE_OF_KIND = {chrome.value: _HUES[index % len(_HUES)] for index, chrome in enumerate(Chrome)}


def to_text(explanation: Explanation, *, color: bool = False) -> str:
    """Return the input in three columns: `+ role` or `- kind of chrome`, the rule's id, the text; then the sums.

    Lines are 120 terminal cells wide, whatever the terminal, so that the same explanation gives the same text. With
    `color`, ANSI colours: kept text green, removed text dim in a colour of its kind. Stretches of white space alone
    are left out, and control characters are shown as their pictures.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True)
    rows.add_column(max_width=_RULE_WIDTH, overflow="fold")
    rows.add_column(overflow="fold")
    for span in explanation.spans:
        if span.text.strip():
            style = _style(span)
            sign = "-" if is_removed(span) else "+"
            rows.add_row(
                Text(f"{sign} {spoken(kind(span))}", style=style),
                Text(visible(span.rule or ""), style="dim"),
                Text(_lines(span.text), style=style),
            )
    written = io.StringIO()
    console = Console(
        file=written,
        width=_WIDTH,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(rows)
    lines = (line.rstrip() for line in written.getvalue().split("\n"))
    notes = [f"warning: {visible(warning)}" for warning in explanation.article.warnings]
    return "\n".join([*filter(None, lines), "", _sums(tally(explanation.spans)), *notes]).lstrip("\n") + "\n"


def _style(span: Span) -> str:
    if is_removed(span):
        return f"dim {_HUE_OF_KIND.get(kind(span), 'white')}"
    return "green" if span.role in {Role.BODY, Role.LEAD, Role.CAPTION} else "bold green"


def _lines(text: str) -> str:
    lines = (visible(line.rstrip()).replace("\r", "␍") for line in text.strip().split("\n"))
    return "\n".join(line for line in lines if line)


def _sums(counts: Tally) -> str:
    kinds = ", ".join(f"{spoken(name)} {count}" for name, count in counts.by_kind)
    removed = f"removed {counts.removed}" + (f" ({kinds})" if kinds else "")
    return f"characters: kept {counts.kept}, {removed}"
