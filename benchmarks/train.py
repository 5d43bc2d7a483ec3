"""Train the model of which blocks are the story, and measure it on sites that it was not trained on.

    python benchmarks/train.py CORPORA --cv              # print the out-of-fold scores and write nothing
    python benchmarks/train.py CORPORA --out weights.npz # train on all pages, calibrate out of fold, write the weights

CORPORA is a folder with a folder a corpus (see `corpora.py`), and `metrics.py`, which scores a body against its gold,
in it or above it. Pages are parted by site into five folds, made-up pages by language. The same corpora, seed and
versions give the same weights. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import multiprocessing
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from catboost import CatBoostClassifier
from class_odds import Counts, count, log_odds, totals
from corpora import MADE_OF_GOLD, Sample, read_corpus, read_fixtures, read_made_up
from labelling import Label, label
from marked_up import read_marked_up

from newsclean import Cleaner
from newsclean.story.choosing import scene_of, sections_of
from newsclean.story.class_names import class_columns
from newsclean.story.features import features
from newsclean.story.forest import Forest, Matrix
from newsclean.story.model import StoryModel

FOLDS = 5
SEED = 1
PARAMETERS = {
    "iterations": 400,
    "depth": 6,
    "learning_rate": 0.1,
    "l2_leaf_reg": 5,
    "rsm": 0.3,
    "border_count": 128,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.7,
    "random_seed": SEED,
    "allow_writing_files": False,
    "verbose": 0,
}
# A block weighs by its words up to a bound, and a little for itself; one that may be the standfirst hardly at all.
MOST_WORDS = 60
ITSELF = 4.0
STANDFIRST = 0.2
# A long story weighs more than a short one, but less than its length.
LENGTH = 0.7
SHORTEST = 80.0
# The made-up pages and the fixtures are few, and in more languages than all others.
OWN = frozenset(["made_up", "fixtures"])
MADE_UP = 3.0
# Scores are calibrated by so many groups of documents, the first of them parted into so many.
GROUPS = 12
UNSURE = 4


@dataclass
class Seen:
    """A document as the model sees it: its rows, which of them it decides, their labels, and where they stand."""

    rows: Matrix
    free: np.ndarray[Any, np.dtype[np.bool_]]
    labels: list[Label]
    trails: list[tuple[str, ...]]


def see(sample: Sample) -> Seen | None:
    """Return what the model sees of a sample whose gold is a body."""
    if "body" not in sample.gold:
        return None
    case = _CLEANER.case(sample.raw)
    scene = scene_of(case, sections_of(case, None) if case.page is None else [])
    labels = label(case.document.blocks, sample.gold["body"], sample.gold.get("standfirst") or 0)[: case.own]
    free = np.array([kind is None for kind in scene.chrome], np.bool_)
    return Seen(features(scene), free, labels, [block.trail for block in scene.blocks])


def load_metrics(path: Path) -> ModuleType:
    """Return the module that scores bodies."""
    spec = importlib.util.spec_from_file_location("metrics", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot read {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# A process of a pool has one cleaner, with the model that it was started for.
_CLEANER: Cleaner
_METRICS: ModuleType


def start(model: StoryModel | None, metrics: Path) -> None:
    """Make the cleaner of a process."""
    global _CLEANER, _METRICS
    _CLEANER, _METRICS = Cleaner(model=model), load_metrics(metrics)


def weights(sample: Sample, seen: Seen) -> Matrix:
    """Return how much each block counts."""
    each = np.array([min(told.words, MOST_WORDS) + ITSELF for told in seen.labels], np.float32)
    each[[told.standfirst for told in seen.labels]] *= STANDFIRST
    right = np.array([told.share >= 0.5 for told in seen.labels])
    each /= max(SHORTEST, float(each[right].sum())) ** LENGTH
    return each * MADE_UP if sample.corpus in OWN else each


def fit(samples: Sequence[Sample], seen: Sequence[Seen | None], threads: int) -> tuple[Forest, dict[str, float]]:
    """Return a forest trained on some samples of one form, and for HTML the log-odds of class names."""
    known = [
        (sample, facts) for sample, facts in zip(samples, seen, strict=True) if facts is not None and len(facts.rows)
    ]
    sites: dict[str, Counts] = {}
    for sample, facts in known:
        if sample.form == "html":
            count(sites.setdefault(sample.site, {}), facts.trails, facts.labels, facts.free)
    total = totals(sites)
    others = {site: log_odds(total, counts) for site, counts in sites.items()}
    rows = np.concatenate([with_classes(sample, facts, others)[facts.free] for sample, facts in known])
    right = np.concatenate([np.array([told.share >= 0.5 for told in facts.labels])[facts.free] for _, facts in known])
    each = np.concatenate([weights(sample, facts)[facts.free] for sample, facts in known])
    trained = CatBoostClassifier(**PARAMETERS, thread_count=threads)
    trained.fit(rows, right, sample_weight=each)
    return to_forest(trained), log_odds(total)


def with_classes(sample: Sample, facts: Seen, others: Mapping[str, Mapping[str, float]]) -> Matrix:
    """Return a sample's rows, for HTML with what the class names of other sites say of them."""
    if sample.form != "html":
        return facts.rows
    return np.concatenate([facts.rows, class_columns(facts.trails, others[sample.site])], 1, dtype=np.float32)


def to_forest(trained: CatBoostClassifier) -> Forest:
    """Return CatBoost's trees as tables."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "forest.json"
        trained.save_model(str(path), format="json")
        model = json.loads(path.read_text("utf-8"))
    trees = model["oblivious_trees"]
    depth = PARAMETERS["depth"]
    features = np.zeros((len(trees), depth), np.uint8)
    borders = np.full((len(trees), depth), np.inf, np.float32)
    leaves = np.zeros((len(trees), 1 << depth), np.float32)
    counts = np.zeros((len(trees), 1 << depth), np.float32)
    for number, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"]):
            features[number, level] = split["float_feature_index"]
            borders[number, level] = split["border"]
        leaves[number, : len(tree["leaf_values"])] = tree["leaf_values"]
        counts[number, : len(tree["leaf_weights"])] = tree["leaf_weights"]
    scale, bias = model["scale_and_bias"]
    return Forest(features, borders, leaves * scale, counts, bias[0])


@dataclass(frozen=True)
class Result:
    """What came of one sample.

    Attributes:
        sample: the sample, without its text.
        expected: the score that the model expected, 0..1.
        scores: of the body, or for snippets the counts of those hit, wrong, missed and left out.
    """

    sample: Sample
    expected: float
    scores: dict[str, float]


def clean(sample: Sample) -> Result:
    """Return what the process's model makes of a sample."""
    article = _CLEANER.clean(sample.raw)
    scores = score(sample, article.body_with_dateline)
    return Result(replace(sample, raw=""), article.confidence or 0.0, scores)


STRAIGHT = np.array([[0.0, 1.0], [0.0, 1.0]], np.float32)


def train(
    samples: Sequence[Sample],
    seen: Sequence[Seen | None],
    some: Iterable[int],
    lines: Mapping[str, Matrix],
    threads: int,
) -> StoryModel:
    """Return a model trained on some of the samples, by number, with these lines of calibration."""
    numbers = list(some)
    forests, odds = {}, {}
    for form in ("text", "html"):
        own = [n for n in numbers if samples[n].form == form]
        forests[form], odds[form] = fit([samples[n] for n in own], [seen[n] for n in own], threads)
    return StoryModel(forests["text"], forests["html"], dict(lines), odds["html"])


def out_of_fold(samples: Sequence[Sample], seen: Sequence[Seen | None], metrics: Path, jobs: int) -> list[Result]:
    """Return what models trained on the other folds make of each sample."""
    results: list[Result] = []
    for fold in range(FOLDS):
        others = [n for n, sample in enumerate(samples) if sample.fold(FOLDS) != fold]
        model = train(samples, seen, others, {"text": STRAIGHT, "html": STRAIGHT}, jobs)
        own = [sample for sample in samples if sample.fold(FOLDS) == fold]
        with multiprocessing.Pool(jobs, start, (model, metrics)) as pool:
            results += pool.map(clean, own, 16)
        print(f"fold {fold}: {len(own)} samples", flush=True)
    return results


def score(sample: Sample, body: str) -> dict[str, float]:
    """Return the scores of a body against its gold."""
    if "body" in sample.gold:
        scores: dict[str, float] = _METRICS.body_scores(sample.gold, body)
        return scores
    found = _METRICS.snippet_counts(sample.gold, body)
    return dict(zip(("hit", "wrong", "missed", "left"), found, strict=True))


def table(metrics: ModuleType, results: Sequence[Result]) -> Iterator[str]:
    """Yield the lines of the table of scores: by corpus, flattener and language."""
    rows: dict[tuple[str, ...], list[dict[str, float]]] = defaultdict(list)
    for result in results:
        sample, scores = result.sample, result.scores
        if sample.flattener not in MADE_OF_GOLD:
            rows[(sample.corpus, sample.form)].append(scores)
        if sample.form == "text" and sample.corpus not in OWN:
            rows[(sample.corpus, "text", sample.flattener)].append(scores)
            if sample.flattener not in MADE_OF_GOLD:
                rows[("text", "by language", str(sample.gold.get("lang")))].append(scores)
    for key, found in sorted(rows.items()):
        if "hit" in found[0]:
            hit, wrong, missed = (sum(row[name] for row in found) for name in ("hit", "wrong", "missed"))
            yield f"{' '.join(key):40}{len(found):6}  snippetF1={2 * hit / max(1, 2 * hit + wrong + missed):.3f}"
        else:
            s = metrics.summary(found)
            told = f"F1={s['f1']:.3f} P={s['p']:.3f} R={s['r']:.3f} exact={s['exact']:.3f}"
            yield f"{' '.join(key):40}{len(found):6}  {told}"


def calibration(results: Sequence[Result]) -> Matrix:
    """Return the line from what the model expects of a document to what such documents scored, never falling.

    What is clean already is left out: of that the model is always sure. The groups are of the same size, but for the
    documents that it is least sure of, which are few and told apart by more groups.
    """
    pairs = []
    for result in results:
        if "body" in result.sample.gold and result.sample.flattener not in MADE_OF_GOLD:
            s = result.scores
            pairs.append((result.expected, 2 * s["p"] * s["r"] / (s["p"] + s["r"]) if s["p"] + s["r"] else 0.0))
    unsure, *groups = np.array_split(np.array(sorted(pairs), np.float32), GROUPS)
    points = np.array([group.mean(0) for group in (*np.array_split(unsure, UNSURE), *groups)])
    points[:, 1] = np.maximum.accumulate(points[:, 1])
    return points.T.astype(np.float32)


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--cv", action="store_true", help="only measure")
    parser.add_argument("--out", type=Path, help="the file to write the weights to")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    metrics = next(p for p in (args.corpora / "metrics.py", args.corpora.parent / "metrics.py") if p.exists())
    folders = sorted(path.parent for path in args.corpora.glob("*/gold.jsonl"))
    made = [*read_made_up(), *read_marked_up(), *read_fixtures()]
    samples = [*made, *(sample for folder in folders for sample in read_corpus(folder))]
    with multiprocessing.Pool(args.jobs, start, (None, metrics)) as pool:
        seen = pool.map(see, samples, 16)
    print(f"{len(samples)} samples, {sum(len(facts.rows) for facts in seen if facts)} blocks", flush=True)
    results = out_of_fold(samples, seen, metrics, args.jobs)
    print("\n".join(table(load_metrics(metrics), results)))
    lines = {
        form: calibration([result for result in results if result.sample.form == form]) for form in ("text", "html")
    }
    for form, line in lines.items():
        print(form, "expected and measured:", *(f"{expected:.3f} {measured:.3f};" for expected, measured in line.T))
    if args.cv:
        return
    train(samples, seen, range(len(samples)), lines, args.jobs).save(args.out)


if __name__ == "__main__":
    main()
