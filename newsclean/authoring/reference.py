"""The reference of all built-in rules, as Markdown pages: one for each pack, and one that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from newsclean.authoring.catalogue import Entry

# The files of the package say the rest.
_MOST_PHRASES = 8
_MOST_EXAMPLES = 2
_LONGEST = 160


def reference_pages(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the pages by file name; the same entries give the same pages."""
    packs = {pack: list(group) for pack, group in groupby(sorted(entries, key=_order), key=lambda e: e.pack)}
    pages = {f"{pack}.md": _page(pack, group) for pack, group in packs.items()}
    return {"index.md": _index(packs), **pages}


def _order(entry: Entry) -> tuple[str, str, str]:
    return entry.pack, entry.kind, entry.id


def _index(packs: dict[str, list[Entry]]) -> str:
    rows = [
        f"| [{pack}]({pack}.md) | {len(group)} | {sum(len(entry.looks_for) for entry in group)} |"
        for pack, group in packs.items()
    ]
    return "\n".join(
        [
            "# All built-in rules",
            "",
            "Written by `newsclean rules reference docs/rules`; `newsclean rules show ID` shows a rule whole.",
            "",
            "| pack | rules | phrases and patterns |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def _page(pack: str, entries: Sequence[Entry]) -> str:
    lines = [f"# Rules: {pack}", ""]
    for kind, group in groupby(entries, key=lambda entry: entry.kind):
        lines += [f"## {kind}", ""]
        for entry in group:
            lines += _entry(entry)
    return "\n".join(lines)


def _entry(entry: Entry) -> list[str]:
    lines = [f"### {entry.id}", "", entry.why, ""]
    if entry.looks_for:
        lines.append(f"- {entry.match}: {_listed(entry.looks_for, _MOST_PHRASES)}")
    else:
        lines.append(f"- {entry.match}")
    for name, examples in (("marks", entry.marks), ("keeps", entry.keeps)):
        if examples:
            lines.append(f"- {name}: {_listed(examples, _MOST_EXAMPLES)}")
    return [*lines, ""]


def _listed(texts: Sequence[str], most: int) -> str:
    shown = " · ".join(map(_code, texts[:most]))
    return shown + (f" … and {len(texts) - most} more" if len(texts) > most else "")


def _code(text: str) -> str:
    """A text as a span of code, whatever signs are in it."""
    line = " ⏎ ".join(part.strip() for part in text.splitlines() if part.strip())
    line = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    fence = "`" * (1 + max((len(run) for run in _runs_of_ticks(line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _runs_of_ticks(line: str) -> list[str]:
    return ["".join(run) for tick, run in groupby(line) if tick == "`"]


def write_reference(folder: Path, entries: Iterable[Entry]) -> list[Path]:
    """Write the pages into a folder, and take away those of packs that are gone; return what was written."""
    pages = reference_pages(entries)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in pages]
