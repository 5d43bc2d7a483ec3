"""Weights of hashed tokens: a linear model of words without a list of words.

The tokens are hashed into a table of weights (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning",
2009).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of hashed tokens, in a byte each.

    Attributes:
        weights: one for each slot, a power of two of them.
        scale: the log-odds that one stands for.
        bias: what the log-odds begin with.
    """

    weights: array[int]
    scale: float
    bias: float

    @classmethod
    def of(cls, file: Any, name: str) -> Table:  # noqa: ANN401 - numpy's type for it is none of its public ones
        """Return the table of a name in an open `npz` file: its weights, `<name>_scale` and `<name>_bias`."""
        weights = array("b", file[name].tobytes())
        return cls(weights, float(file[f"{name}_scale"]), float(file[f"{name}_bias"]))

    def odds(self, found: Iterable[int]) -> float:
        """Return the log-odds by some tokens, given as their hashes."""
        last = len(self.weights) - 1
        return self.bias + self.scale * sum([self.weights[code & last] for code in found])
