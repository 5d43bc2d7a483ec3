"""How a subhead right behind a list of other stories is told from the list: the weights of `story/sections.py`.

    python benchmarks/subheads.py

In the made-up pages each list between two paragraphs is either followed by a subhead of the story, or ends in a
headline. A logistic regression on the three facts that `subhead_facts` tells says which; its scores are those of
languages that it was not fitted on. Needs the extra `train`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from corpora import CUT, MADE_UP, read_lines
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from newsclean.story.subheads import BAR, BELOW, subhead_facts

LISTS = frozenset(["related", "most_read"])
STRENGTH = 10.0
FOLDS = 17


class Case(NamedTuple):
    """A line between a list's headlines and a paragraph."""

    language: str
    facts: tuple[float, float, float]
    subhead: bool


def cases() -> Iterator[Case]:
    """Yield the last lines before the paragraphs behind lists of two lines and more under a heading."""
    for path in sorted(MADE_UP.glob("*.txt")):
        lines = [(kind, CUT.sub("", text)) for kind, text in read_lines(path) if kind != "blank"]
        run: list[str] = []
        for at, ((kind, text), (following, _)) in enumerate(pairwise([*lines, ("end", "")]), 1):
            if kind in LISTS:
                run.append(text)
            elif kind != "subhead" or following != "body":
                run = []
            own = [*run, text] if kind == "subhead" else run
            if following == "body" and len(own) > 2:
                paragraphs = [line for below, line in lines[at : at + BELOW] if below == "body"]
                facts = subhead_facts(own[1:-1], own[-1], paragraphs)
                yield Case(path.stem.split("-")[0], facts, kind == "subhead")
            if kind not in LISTS:
                run = []


def main() -> None:
    """Fit, measure, print."""
    found = list(cases())
    facts, right = np.array([case.facts for case in found]), np.array([case.subhead for case in found])
    regression = LogisticRegression(C=STRENGTH)
    languages = [case.language for case in found]
    folds = GroupKFold(FOLDS)
    odds = cross_val_predict(regression, facts, right, groups=languages, cv=folds, method="decision_function")
    told = odds > BAR
    print(f"{len(found)} lines, {right.sum()} subheads")
    print(f"of other languages: {(told & right).sum()} subheads found, {(told & ~right).sum()} headlines taken for one")
    regression.fit(facts, right)
    share, of_all, length = regression.coef_[0]
    print(f"bias {regression.intercept_[0]:.1f}, by share {share:.1f}, of all {of_all:.1f}, by length {length:.1f}")


if __name__ == "__main__":
    main()
