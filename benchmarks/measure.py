"""Measure newsclean on labelled corpora, beside trafilatura and the input as it is, in one run.

    python benchmarks/measure.py CORPORA [--corpus NAME ...] [--limit N]

CORPORA is a folder with one folder a corpus, and in each:

- `gold.jsonl`: a row a page with `id` and `body` (a list of paragraphs), and where known `title`, `date`,
  `publisher`; `standfirst` says how many of the first paragraphs may be left out;
- `pages/ID.html.gz`: the pages;
- `texts.jsonl.gz`, optional: rows with `id`, `flattener` and `text`, the page flattened.

Body scores are those of the public article-extraction benchmark: precision and recall over shingles of four words,
averaged over the pages, and their harmonic mean; "exact" is the share of pages whose words are all right. Times are of
one process, each tool seeing each page once after it has warmed up; only their ratio means anything.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Any

import trafilatura

import newsclean

# Scripts without spaces: a character is a word.
_WORD = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+"
)
_SHINGLE = 4
_WARM_UP = 3

Gold = dict[str, Any]


@dataclass
class Tally:
    """The scores of one tool on one set of pages."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    exact: list[bool] = field(default_factory=list)
    fields: dict[str, list[bool]] = field(default_factory=dict)
    seconds: float = 0.0

    def add(self, gold: Gold, body: str) -> None:
        """Take in the body a tool gave for a page: against the gold with or without its standfirst, as fits better."""
        bodies = [gold["body"]]
        if gold.get("standfirst") and gold["body"][gold["standfirst"] :]:
            bodies.append(gold["body"][gold["standfirst"] :])
        precision, recall, exact = max((overlap("\n".join(b), body) for b in bodies), key=lambda s: s[0] * s[1])
        if words(body):
            self.precision.append(precision)
        self.recall.append(recall)
        self.exact.append(exact)

    def row(self) -> str:
        """Return the figures as cells."""
        p, r = mean(self.precision or [0.0]), mean(self.recall or [0.0])
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        cells = [f"F1 {f1:.3f}", f"exact {mean(self.exact or [False]):.2f}"]
        cells += [f"{name} {mean(right):.2f}" for name, right in self.fields.items()]
        return "  ".join(cells)


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def overlap(gold: str, found: str) -> tuple[float, float, bool]:
    """Return precision and recall over shingles, and whether all words are right."""
    wanted, given = words(gold), words(found)
    a, b = (Counter(tuple(w[i : i + _SHINGLE]) for i in range(max(1, len(w) - 3)) if w) for w in (wanted, given))
    both = (a & b).total()
    return both / b.total() if b else 0.0, both / a.total() if a else float(not b), wanted == given


def plain(text: str | None) -> str:
    """Return a title or name without case, punctuation and spaces."""
    return "".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold()))


def by_newsclean(raw: str | bytes, gold: Gold, tally: Tally) -> str:
    """Clean a page, and score the fields that its gold states."""
    article = newsclean.clean(raw)
    found = {
        "title": article.headline,
        "date": str(article.published or "")[:10],
        "publisher": article.source.publisher,
    }
    for name, value in found.items():
        if gold.get(name):
            tally.fields.setdefault(name, []).append(bool(value) and plain(value) == plain(str(gold[name])))
    # The gold of public corpora keeps datelines.
    return article.body_with_dateline


def by_trafilatura(raw: str | bytes, gold: Gold, tally: Tally) -> str:  # noqa: ARG001 - the shape of a tool
    """Give a page, or the lines of a text as paragraphs, to trafilatura."""
    if isinstance(raw, str):
        raw = "<html><body>" + "".join(f"<p>{line}</p>" for line in raw.splitlines() if line.strip()) + "</body></html>"
    found = trafilatura.bare_extraction(raw, include_comments=False)
    return str(getattr(found, "text", None) or "")


def as_it_is(raw: str | bytes, gold: Gold, tally: Tally) -> str:  # noqa: ARG001 - the shape of a tool
    """Return a text unchanged."""
    return raw if isinstance(raw, str) else raw.decode("utf-8", "replace")


Tool = Callable[[str | bytes, Gold, Tally], str]
TOOLS: dict[str, dict[str, Tool]] = {
    "html": {"newsclean": by_newsclean, "trafilatura": by_trafilatura},
    "text": {"newsclean": by_newsclean, "trafilatura": by_trafilatura, "as it is": as_it_is},
}


def inputs(
    corpus: Path, form: str, gold: dict[str, Gold], limit: int | None
) -> Iterator[tuple[str, Gold, str | bytes]]:
    """Yield (group, gold row, raw) for a corpus: pages in one group, texts in one a flattener."""
    if form == "html":
        for page in sorted(gold)[:limit]:
            yield "pages", gold[page], gzip.decompress((corpus / "pages" / f"{page}.html.gz").read_bytes())
    elif (corpus / "texts.jsonl.gz").exists():
        with gzip.open(corpus / "texts.jsonl.gz", "rt", encoding="utf-8") as rows:
            for row in [json.loads(line) for line in rows][:limit]:
                yield row["flattener"], gold[row["id"]], row["text"]


def measure(corpus: Path, form: str, limit: int | None) -> None:
    """Print a line for each tool and group of a corpus."""
    # Not splitlines(): JSON strings hold line separators of Unicode as they are.
    lines = (corpus / "gold.jsonl").read_text("utf-8").strip().split("\n")
    gold = {row["id"]: row for row in map(json.loads, lines) if row.get("body")}
    tallies: dict[str, dict[str, Tally]] = {}
    for number, (group, row, raw) in enumerate(inputs(corpus, form, gold, limit)):
        for name, tool in TOOLS[form].items():
            for key in {"all", group} - {"pages"}:
                tallies.setdefault(key, {}).setdefault(name, Tally())
            tally = tallies["all"][name]
            for _ in range(_WARM_UP if not number else 0):
                tool(raw, row, Tally())
            start = time.perf_counter()
            body = tool(raw, row, tally)
            tally.seconds += time.perf_counter() - start
            tally.add(row, body)
            if group in tallies:
                tallies[group][name].add(row, body)
    for group, by_tool in tallies.items():
        count = len(next(iter(by_tool.values())).recall)
        for name, tally in by_tool.items():
            ratio = tally.seconds / by_tool["trafilatura"].seconds if tally.seconds and name == "newsclean" else None
            suffix = f"  time/trafilatura {ratio:.2f}" if ratio else ""
            print(f"{form} {corpus.name} {group:20} {count:5} {name:12} {tally.row()}{suffix}", flush=True)


def main() -> None:
    """Run the measurements that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--corpus", action="append", help="only this one (repeatable)")
    parser.add_argument("--form", choices=list(TOOLS), action="append", help="only this one")
    parser.add_argument("--limit", type=int, help="only the first N inputs of each")
    options = parser.parse_args()
    for corpus in sorted(p for p in options.corpora.iterdir() if (p / "gold.jsonl").exists()):
        if not options.corpus or corpus.name in options.corpus:
            for form in options.form or list(TOOLS):
                measure(corpus, form, options.limit)


if __name__ == "__main__":
    main()
