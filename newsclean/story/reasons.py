"""Say in words what weighed most in the model's judgement of a block."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from newsclean.story.forest import Forest
from newsclean.story.model import COLUMNS, KEPT, Judgement

# So many columns are named.
_MOST = 3
_NEIGHBOUR = re.compile(r"(\w+?)([+-]\d)")
_AROUND = re.compile(r"(\w+?)_(within|ahead|behind)_(\d+)")


def reason(forest: Forest, judgement: Judgement, index: int) -> str:
    """Return how likely a block is of the story, and the three columns that weighed most for what was decided.

    Args:
        forest: the one that judged it.
        judgement: of the document.
        index: the block.
    """
    row = judgement.rows[index]
    probability = float(judgement.probabilities[index])
    weights = forest.contributions(row)
    order = np.argsort(-weights if probability > KEPT else weights)[:_MOST]
    said = "; ".join(_say(COLUMNS[column], float(row[column])) for column in order)
    return f"The model gives it {probability:.0%} for the story. What weighed most: {said}."


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("reasons.toml").read_text("utf-8"))


def _say(name: str, value: float) -> str:
    columns, places = _tables()["columns"], _tables()["places"]
    if name in columns:
        return _fill(columns[name], value)
    if near := _NEIGHBOUR.fullmatch(name):
        return places[near[2]] + _fill(columns[near[1]], value)
    around = _AROUND.fullmatch(name)
    return name if around is None else places[around[2]].format(around[3]) + _fill(columns[around[1]], value)


def _fill(words: str, value: float) -> str:
    if value < 0 and words.startswith("the share"):
        return words.split(":")[0] + ": not known"
    return words.format(f"{value:.0%}" if words.startswith("the share") else f"{value:.3g}")
