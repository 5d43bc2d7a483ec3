"""The trained model: which blocks are the story, how sure that is, and why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.story.class_names import CLASSES, class_columns
from newsclean.story.features import NAMES, features
from newsclean.story.forest import Forest, Matrix
from newsclean.story.scene import Scene

_WEIGHTS = Path(__file__).with_name("weights.npz")
_PARTS = ("features", "borders", "leaves", "counts")
#: The columns that the model sees, in order; for text those of `features.NAMES` alone.
COLUMNS = (*NAMES, *CLASSES)
#: A block of more than this probability is kept.
KEPT = 0.5


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of a document.

    Attributes:
        probabilities: that each block is of the story, 0..1; 0 for those that a rule has removed.
        expected: the F1 score by words that the answer has if the probabilities are right, 0..1.
        rows: what the model saw, one row a block.
    """

    probabilities: Matrix
    expected: float
    rows: Matrix

    @property
    def kept(self) -> list[bool]:
        """Whether each block is of the story."""
        return [bool(kept) for kept in self.probabilities > KEPT]


@dataclass(frozen=True, slots=True)
class StoryModel:
    """Two boosted forests, for flattened text and for HTML, on the columns of `COLUMNS`.

    Attributes:
        text: for flattened text.
        html: for HTML.
        calibration: for each form, points of a line from `Judgement.expected` to the score that such documents had out
            of fold: the first row is the expected ones, ascending, the second row the measured ones.
        odds: for names of ids and classes, the log-odds that a block below them is of the story.
    """

    text: Forest
    html: Forest
    calibration: dict[str, Matrix]
    odds: Mapping[str, float] = field(default_factory=dict)

    def judge(self, scene: Scene, form: str) -> Judgement:
        """Return which of a document's blocks are the story.

        Args:
            scene: the document.
            form: `text` or `html`.
        """
        rows = features(scene)
        if form == "html":
            rows = np.concatenate(
                [rows, class_columns([block.trail for block in scene.blocks], self.odds)], 1, dtype=np.float32
            )
        free = np.array([kind is None for kind in scene.chrome], np.bool_)
        probabilities = np.zeros(len(rows), np.float32)
        probabilities[free] = 1 / (1 + np.exp(-self.forest(form).log_odds(rows[free])))
        return Judgement(probabilities, _expected(probabilities, scene), rows)

    def forest(self, form: str) -> Forest:
        """Return the forest for `text` or for `html`."""
        return self.html if form == "html" else self.text

    def confidence(self, expected: float, form: str) -> float:
        """Return the score that documents with this expectation had out of fold, 0..1."""
        line = self.calibration[form]
        return float(np.interp(expected, line[0], line[1]))

    def save(self, path: Path) -> None:
        """Write the model to a file."""
        arrays: dict[str, NDArray[Any]] = {}
        for form in ("text", "html"):
            forest = self.forest(form)
            arrays |= {f"{form}_{part}": getattr(forest, part) for part in _PARTS}
            arrays[f"{form}_bias"] = np.array(forest.bias, np.float32)
            arrays[f"{form}_calibration"] = self.calibration[form]
        # Characters as bytes: numpy's own strings take four times the space.
        arrays["class_names"] = np.frombuffer("\n".join(self.odds).encode(), np.uint8)
        arrays["class_odds"] = np.array(list(self.odds.values()), np.float16)
        np.savez_compressed(path, names=np.array(json.dumps(COLUMNS)), **arrays)  # type: ignore[arg-type]


@cache
def built_in_model() -> StoryModel:
    """Return the model that comes with the library, read when first asked for."""
    return load_model(_WEIGHTS)


def load_model(path: Path) -> StoryModel:
    """Return the model in a file.

    Raises:
        ValueError: it was trained on other columns than this version has.
    """
    with np.load(path, allow_pickle=False) as arrays:
        if tuple(json.loads(str(arrays["names"]))) != COLUMNS:
            raise ValueError(f"{path} was trained on other features than this version has; train it again")
        forests = {
            form: Forest(**{part: arrays[f"{form}_{part}"] for part in _PARTS}, bias=float(arrays[f"{form}_bias"]))
            for form in ("text", "html")
        }
        calibration = {form: arrays[f"{form}_calibration"] for form in forests}
        names = arrays["class_names"].tobytes().decode().split("\n")
        odds = dict(zip(names, map(float, arrays["class_odds"]), strict=len(names) > 1))
    return StoryModel(forests["text"], forests["html"], calibration, odds)


def _expected(probabilities: Matrix, scene: Scene) -> float:
    words = np.array([look.words for look in scene.looks], np.float32)
    kept = probabilities > KEPT
    right = float((probabilities * words * kept).sum())
    total = float((words * kept).sum() + (probabilities * words).sum())
    return 2 * right / total if right else 0.0
