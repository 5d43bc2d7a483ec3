"""What several columns of the model are made of: sums up to each block, and the last block of which something holds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def running_sums(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the sums of the rows above each row, and those of all rows behind the last one."""
    return np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(values, 0, dtype=np.float64)])


def last_where(there: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return, for each block, the number of the last one up to it of which something holds; -1 where there is none."""
    found: NDArray[np.intp] = np.maximum.accumulate(np.where(there, np.arange(len(there)), -1))
    return found
