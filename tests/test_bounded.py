"""A cleaner with a timeout: same answers, from a process that can be killed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsclean import Cleaner, RuleSet
from newsclean.bounded import OutOfTimeError, Workers

STORY = (
    "Goats hold the night train\n\nThe night train from Graz was held for an hour on Sunday while a herd of goats left "
    "the line.\n\nNobody was hurt, but the dining car ran out of soup and the driver was asked to sing for an hour."
)
LONG = "The goats, he said, had never seen a train at night before. " * 200_000


def test_it_cleans_as_any_other() -> None:
    with Cleaner(timeout=60) as bounded:
        assert bounded.clean(STORY) == Cleaner().clean(STORY)
        assert bounded.explain(STORY) == Cleaner().explain(STORY)


def test_what_takes_longer_is_returned_as_it_is_and_the_next_one_is_cleaned() -> None:
    with Cleaner(timeout=3) as bounded:
        article = bounded.clean(LONG)
        assert article.warnings == ("Cleaning took longer than its timeout; the input is returned as it is.",)
        assert article.body.split() == LONG.split()
        assert bounded.clean(STORY).headline == "Goats hold the night train"


def test_threads_have_a_worker_each() -> None:
    with Cleaner(timeout=60) as bounded, ThreadPoolExecutor(3) as pool:
        answers = set(pool.map(lambda _: bounded.clean(STORY).body, range(9)))
    assert answers == {Cleaner().clean(STORY).body}


def test_rules_are_those_of_the_cleaner(tmp_path: Path) -> None:
    (tmp_path / "goats.example.toml").write_text(
        'domains = ["goats.example"]\n[[rule]]\nname = "driver"\nchrome = "promotion"\nmatch = "starts_with"\n'
        'phrases = ["Nobody was hurt"]\nwhy = "To be seen."\nmarks = ["Nobody was hurt"]\nkeeps = ["It rained."]\n'
    )
    with Cleaner(rules=[tmp_path], timeout=60) as bounded:
        assert "Nobody" not in bounded.clean(STORY, url="https://goats.example/a").body


def test_rules_that_no_other_process_can_have_are_an_error() -> None:
    rules = RuleSet("own")

    @rules.document_rule("never", marks=["a"], keeps=["b"], chrome="promotion")  # type: ignore[arg-type]
    def never(document: object, marks: object) -> list[int]:  # noqa: ARG001
        """Nothing is."""
        return []

    with pytest.raises(TypeError, match="importable"):
        Cleaner(rules=rules, timeout=60)


@pytest.mark.parametrize("timeout", [0, -1])
def test_no_time_is_an_error(timeout: float) -> None:
    with pytest.raises(ValueError, match="no time"):
        Cleaner(timeout=timeout)


def test_a_worker_that_dies_is_told_from_one_that_is_late() -> None:
    workers = Workers({}, timeout=60)
    with pytest.raises(RuntimeError, match="died"):
        workers.explain({"nonsense": True})
    slow = Workers({}, timeout=0.01)
    with pytest.raises(OutOfTimeError):
        slow.explain({"raw": LONG, "url": None, "language": None, "retrieved": None, "with_reasons": False})
