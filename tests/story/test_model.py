"""The trained model that comes with the library."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import newsclean
from newsclean import Cleaner
from newsclean.story.model import COLUMNS, built_in_model, load_model

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
    "Fishermen say that the new light is the better one, and that they would rather keep it and the swan as well.",
)


def body(text: str) -> list[str]:
    return [paragraph.text for paragraph in newsclean.clean(text).paragraphs]


@pytest.mark.parametrize("parting", ["\n", "\n\n"])
def test_text_that_is_clean_already_stays_as_it_is(parting: str) -> None:
    assert body(parting.join(STORY)) == list(STORY)


def test_a_subhead_between_paragraphs_stays() -> None:
    lines = [*STORY[:2], "What the bird wants", *STORY[2:]]
    assert body("\n\n".join(lines)) == lines


@pytest.mark.parametrize("text", ["Home\nNews\nSport", "<!-- nothing -->", "Share\nLog in\nThis site uses tea."])
def test_a_text_without_a_story_has_none_and_says_so(text: str) -> None:
    article = newsclean.clean(text)
    assert (article.body, len(article.warnings)) == ("", 1)


def test_a_model_is_written_and_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    built_in_model().save(path)
    again = load_model(path)
    rows = np.random.default_rng(1).normal(0, 5, (20, len(COLUMNS))).astype(np.float32)
    for form in ("text", "html"):
        assert np.array_equal(again.forest(form).log_odds(rows), built_in_model().forest(form).log_odds(rows))
        assert again.confidence(0.7, form) == built_in_model().confidence(0.7, form)
    text = "\n".join(STORY)
    assert Cleaner(model=path).clean(text) == newsclean.clean(text)


def test_a_model_of_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    with np.load(Path(newsclean.__file__).parent / "story" / "weights.npz") as arrays:
        np.savez(path, **{**arrays, "names": np.array('["words"]')})
    with pytest.raises(ValueError, match="train it again"):
        Cleaner(model=path)


def test_the_weights_are_small_and_their_confidence_never_falls() -> None:
    path = Path(newsclean.__file__).parent / "story" / "weights.npz"
    assert path.stat().st_size < 2_000_000
    for line in built_in_model().calibration.values():
        assert (np.diff(line) >= 0).all()
        assert line.min() >= 0
        assert line.max() <= 1
