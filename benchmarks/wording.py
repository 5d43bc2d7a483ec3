"""Fit what tells prompts and headings of lists by their wording, `newsclean/packs/wording.npz`, and measure it.

    python benchmarks/wording.py CORPORA [--write]

What is to be told are the examples of the packs and the labelled lines of the made-up pages, of `lines` and of
`paragraphs`. What is none of it are the lines that the packs' examples keep, the sentences, subheads, headlines and
other stories' headlines of the made-up pages and of `paragraphs`, the subheads and questions of `lines` that have the
words of prompts, and the short lines of the corpora's gold bodies. For the figures the made-up pages are held out by
the letter in their names, lots that were written at one time, and the corpora's by page. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import re
import tomllib
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from corpora import CUT, LINES, MADE_UP, ODD_WORDINGS, PARAGRAPHS, read_corpus, read_lines
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import newsclean
from newsclean.packs.prompt_words import UNSPACED
from newsclean.packs.wording import HEADING_BAR, line_bar
from newsclean.packs.wording_odds import KINDS, LISTS, PROMPTS, codes, shared, stems

PACKS = Path(newsclean.__file__).with_name("packs")
OUT = PACKS / "wording.npz"
SLOTS, KIND_SLOTS = 1 << 19, 1 << 17
STRENGTH, KIND_STRENGTH, KIND_STEPS = 2.0, 0.3, 120
FOLDS = 8
# How much a line of each sort weighs, where prompts are told, and where headings are; 1 where it is not said.
WEIGHTS = {
    "subhead": 6.0,
    "byline": 3.0,
    "headline": 2.0,
    "subheadline": 2.0,
    "prompt": 2.0,
    "pack": 0.5,
    "kept": 0.5,
    "like_chrome": 2.0,
    "gold": 0.3,
}
HEADING_WEIGHTS = {
    "subhead": 6.0,
    "headline": 2.0,
    "prompt": 0.3,
    "pack": 0.3,
    "kept": 0.5,
    "like_chrome": 2.0,
    "gold": 0.3,
}
# No token says more than this, in log-odds.
HEAVIEST = 4.0
LONGEST, SHORTEST = 160, 9
GOLD_WORDS, HEADING_WORDS, FEWEST_WORDS = 20, 5, 3
# Of the corpora's paragraphs one in so many is read.
ONE_IN = 3
KIND_NAMES = frozenset(kind.value for kind in KINDS)
PROMPT_NAMES = frozenset(kind.value for kind in PROMPTS)
LIST_NAMES = frozenset(kind.value for kind in LISTS)
FIELDS = frozenset(["headline", "subheadline", "byline", "published"])
GLUED = re.compile(r"\{\{(\w+)\|(.*?)\}\}")
SENTENCE = re.compile(r"(?<=[.!?…。！？।])[\"')»”]*\s*")


class Line(NamedTuple):
    """A line with what it is.

    Attributes:
        sort: where it stands: `prompt`, `heading`, `subhead` … of a made-up page, `pack` and `pack_heading` for what
            the packs' examples and single lines mark, `kept` for what they keep, `like_chrome` for a single line of a
            story, `gold` for a line of a gold body, `other` for chrome that is neither prompt nor heading.
        kind: its kind of chrome; None for what is of the story.
        text: as it stands.
        story: the story that it stands in.
        fold: the fold that it is held out in; -1 for none.
        corpus: where it is from.
    """

    sort: str
    kind: str | None
    text: str
    story: str
    fold: int
    corpus: str


def made_up() -> Iterator[Line]:
    """Yield the lines and sentences of the made-up pages."""
    for path in sorted((*MADE_UP.glob("*.txt"), *ODD_WORDINGS.glob("*.txt"))):
        lot = zlib.crc32(path.stem.rpartition("-")[2].encode()) % FOLDS
        lines = read_lines(path)
        story = " ".join(CUT.sub("", text) for kind, text in lines if kind == "body")
        before = ""
        for kind, text in lines:
            sort, told = kind, None
            if kind in PROMPT_NAMES:
                sort, told = "prompt", kind
            elif kind in LIST_NAMES:
                is_heading = before != kind and heads(text)
                sort, told = ("heading", kind) if is_heading else ("teaser", None)
            elif kind == "body":
                yield from (
                    Line("glued", found[1], found[2], story, lot, "made_up")
                    for found in GLUED.finditer(text)
                    if found[1] in PROMPT_NAMES
                )
                yield from of_story(GLUED.sub("", text), lot, "made_up")
            if sort in ("prompt", "heading", "teaser", "subhead"):
                yield Line(sort, told, text, story, lot, "made_up")
            elif sort in FIELDS:
                yield Line(sort, None, text, "", lot, "made_up")
            if sort in KIND_NAMES - PROMPT_NAMES or sort == "teaser":
                yield Line("other", kind, text, "", lot, "made_up")
            before = kind


def of_story(paragraph: str, held_out: int, corpus: str) -> Iterator[Line]:
    """Yield the sentences of a paragraph, and the first words of each: a prompt glued into one may end anywhere."""
    for sentence in SENTENCE.split(paragraph):
        if len(sentence) >= SHORTEST:
            yield Line("sentence", None, sentence, "", held_out, corpus)
            ends = [at for at, sign in enumerate(sentence) if sign == " "][FEWEST_WORDS - 1 :]
            if ends:
                yield Line(
                    "beginning", None, sentence[: ends[zlib.crc32(sentence.encode()) % len(ends)]], "", held_out, corpus
                )


def heads(text: str) -> bool:
    """Return whether the first line of a list can be its heading, and no headline."""
    return len(text.split()) <= HEADING_WORDS or text.rstrip().endswith((":", "："))


def packs() -> Iterator[Line]:
    """Yield the examples of the packs' rules."""
    for path in sorted(PACKS.glob("*/*.toml")):
        for rule in tomllib.loads(path.read_text("utf-8")).get("rule", []):
            marked = [] if rule.get("keep") else [example.split("\n") for example in rule.get("marks", [])]
            if path.stem in PROMPT_NAMES:
                found = [("pack", text) for texts in marked for text in texts]
            elif path.stem in LIST_NAMES:
                found = [("pack_heading", texts[0]) for texts in marked if heads(texts[0])]
            else:
                found = [("other", texts[0]) for texts in marked]
            for sort, text in found:
                if text.strip() and len(text) < LONGEST:
                    yield Line(sort, path.stem, text.strip(), "", -1, "packs")
            kept = rule.get("keeps", []) if path.stem in PROMPT_NAMES | LIST_NAMES else ()
            for text in (text.strip() for example in kept for text in example.split("\n")):
                if text:
                    yield Line("kept", None, text, "", -1, "packs")


def apart() -> Iterator[Line]:
    """Yield the lines and the sentences of paragraphs that stand on no page."""
    for path in sorted(PARAGRAPHS.glob("*.txt")):
        lot = zlib.crc32(path.stem.rpartition("-")[2].encode()) % FOLDS
        for kind, text in read_lines(path):
            if kind in PROMPT_NAMES:
                yield Line("pack", kind, text, "", lot, "paragraphs")
            elif kind in KIND_NAMES:
                yield Line("teaser", None, text, "", lot, "paragraphs")
                yield Line("other", kind, text, "", lot, "paragraphs")
            else:
                yield from of_story(text, lot, "paragraphs")


def single() -> Iterator[Line]:
    """Yield the lines that stand by themselves."""
    for path in sorted(LINES.glob("*.txt")):
        for kind, text in read_lines(path):
            if kind in PROMPT_NAMES:
                yield Line("pack", kind, text, "", -1, "lines")
            elif kind in LIST_NAMES and heads(text):
                yield Line("pack_heading", kind, text, "", -1, "lines")
            elif kind in KIND_NAMES:
                yield Line("other", kind, text, "", -1, "lines")
            else:
                yield Line("like_chrome", None, text, "", -1, "lines")


def gold(folder: Path) -> Iterator[Line]:
    """Yield the short lines of a corpus's gold bodies."""
    seen: set[str] = set()
    for sample in read_corpus(folder):
        if sample.id in seen or "body" not in sample.gold:
            continue
        seen.add(sample.id)
        lines = [line.strip() for text in sample.gold["body"] for line in text.split("\n") if line.strip()]
        short = [line for line in lines if len(line.split()) <= GOLD_WORDS]
        story = " ".join(line for line in lines if len(line.split()) > GOLD_WORDS)
        page = zlib.crc32(sample.id.encode()) % FOLDS
        yield from (Line("gold", None, line, story, page, folder.name) for line in short)
        for line in lines:
            if len(line.split()) > GOLD_WORDS and zlib.crc32(line.encode()) % ONE_IN == 0:
                yield from of_story(line, page, folder.name)


def table(lines: Sequence[Line], size: int) -> Any:  # noqa: ANN401 - scipy has no types
    """Return which tokens stand in which lines, a row a line."""
    rows = [[code & (size - 1) for code in codes(line.text)] for line in lines]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(rows), ends), shape=(len(lines), size))


def fit(lines: Sequence[Line], rows: Any, *, headings: bool) -> LogisticRegression:  # noqa: ANN401
    """Return the regression that tells prompts, or headings."""
    names, own = (LIST_NAMES, HEADING_WEIGHTS) if headings else (PROMPT_NAMES, WEIGHTS)
    weights = [own.get(line.sort, 1.0) for line in lines]
    regression = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=0)
    return regression.fit(rows, [line.kind in names for line in lines], sample_weight=weights)


def out_of_fold(lines: Sequence[Line], rows: Any, *, headings: bool) -> NDArray[np.float64]:  # noqa: ANN401
    """Return the log-odds of each line, by a regression fitted without its fold; 0 for what is in none."""
    folds = np.array([line.fold for line in lines])
    odds = np.zeros(len(lines))
    for held_out in range(FOLDS):
        known = np.flatnonzero(folds != held_out)
        regression = fit([lines[i] for i in known], rows[known], headings=headings)
        odds[folds == held_out] = regression.decision_function(rows[folds == held_out])
    return odds


def facts(lines: Sequence[Line], odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what the log-odds of a prompt in the end are told by."""
    unspaced = [UNSPACED.search(line.text) is not None for line in lines]
    said = cache(stems)
    return np.c_[odds, [shared(line.text, said(line.story)) for line in lines], unspaced]


def fit_kinds(lines: Sequence[Line]) -> LogisticRegression:
    """Return the regression that tells what prompts call for, and what lists are."""
    regression = LogisticRegression(C=KIND_STRENGTH, max_iter=KIND_STEPS, tol=0.001)
    weights = [WEIGHTS.get(line.sort, 1.0) for line in lines]
    return regression.fit(table(lines, KIND_SLOTS), [line.kind for line in lines], sample_weight=weights)


def packed(name: str, weights: NDArray[np.float64], bias: NDArray[np.float64]) -> dict[str, Any]:
    """Return weights in a byte each, what one step stands for, and the bias, under their names in the file."""
    weights = np.clip(weights, -HEAVIEST, HEAVIEST)
    scale = float(np.abs(weights).max()) / 127
    steps = np.round(weights / scale).astype(np.int8)
    return {name: steps, f"{name}_scale": scale, f"{name}_bias": bias.astype(np.float32)}


def report(title: str, lines: Sequence[Line], odds: NDArray[np.float64], bar: Callable[[int], float]) -> None:
    """Print which share of each sort of lines has log-odds above the bar for lines of so many words."""
    print(f"{title}, out of fold:")
    odds = odds - np.array([bar(len(line.text.split())) for line in lines])
    for sort in ("prompt", "glued", "heading", "subhead", "teaser", *sorted(FIELDS), "sentence", "beginning"):
        own = np.array([line.sort == sort for line in lines])
        print(f"  {sort:10} {(odds[own] > 0).mean():.3f} of {own.sum()}")
    for corpus in sorted({line.corpus for line in lines if line.sort == "gold"}):
        own = np.array([line.sort == "gold" and line.corpus == corpus for line in lines])
        print(f"  gold, {corpus:8} {(odds[own] > 0).sum()} of {own.sum()}")


def main() -> None:
    """Fit, measure, print and, if asked, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    folders = sorted(path.parent for path in options.corpora.glob("*/gold.jsonl"))
    every = [*made_up(), *packs(), *apart(), *single(), *(line for folder in folders for line in gold(folder))]
    lines = [line for line in every if line.sort != "other"]
    rows = table(lines, SLOTS)
    known = facts(lines, out_of_fold(lines, rows, headings=False))
    decided = np.array([line.sort in ("prompt", "subhead") for line in lines])
    is_prompt = np.array([line.sort == "prompt" for line in lines])
    calibration = LogisticRegression(C=10.0).fit(known[decided], is_prompt[decided])
    report("prompts", lines, calibration.decision_function(known), line_bar)
    report("headings", lines, out_of_fold(lines, rows, headings=True), lambda _: HEADING_BAR)
    named = [line for line in every if line.kind is not None]
    right = 0
    held = [line for line in named if line.fold >= 0]
    for held_out in range(FOLDS):
        kinds = fit_kinds([line for line in named if line.fold != held_out])
        own = [line for line in held if line.fold == held_out]
        right += sum(kinds.predict(table(own, KIND_SLOTS)) == [line.kind for line in own]) if own else 0
    print(f"kind right, out of fold: {right / len(held):.3f} of {len(held)}")
    if options.write:
        write(lines, rows, named, calibration)


def write(lines: Sequence[Line], rows: Any, named: Sequence[Line], calibration: LogisticRegression) -> None:  # noqa: ANN401
    """Fit on all there is and write the weights."""
    prompt, heading = fit(lines, rows, headings=False), fit(lines, rows, headings=True)
    kinds = fit_kinds(named)
    order = [list(kinds.classes_).index(kind.value) for kind in KINDS]
    np.savez_compressed(
        OUT,
        **packed("prompt", prompt.coef_[0], prompt.intercept_[0]),
        **packed("heading", heading.coef_[0], heading.intercept_[0]),
        **packed("kinds", kinds.coef_[order].T, kinds.intercept_[order]),
        calibration=np.r_[calibration.coef_[0], calibration.intercept_],
    )
    print(f"{OUT.name}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
