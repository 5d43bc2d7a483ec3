"""Captions glued into a paragraph, told by the credit behind them."""

from __future__ import annotations

import pytest

import newsclean

SENTENCE = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, said the operator."
)
NEXT = (
    "About three thousand people who live on the islands will wait for a week for the boat that brings them their fuel."
)


def body(text: str) -> str:
    return newsclean.clean(f"{NEXT} It rains.\n\n{text}\n\n{SENTENCE}").body


@pytest.mark.parametrize(
    "caption",
    [
        "Cars wait at the pier. Photo: Joel Arrieta",
        "Cars wait at the pier. Photo: imago/Joel Arrieta",
        "Cars wait at the pier (Photo: The Ledger)",
        "Cars wait at the pier. (JOEL ARRIETA / THE LEDGER)",
        "Photo: Joel Arrieta",
    ],
)
def test_a_caption_at_the_beginning_of_a_paragraph_or_inside_it_is_cut_out(caption: str) -> None:
    assert caption.split()[0] not in body(f"{caption} {SENTENCE}").split("\n\n")[1].split()
    inside = body(f"{SENTENCE} {caption} {NEXT}")
    assert f"{SENTENCE} {NEXT}" in inside


def test_the_sentence_in_front_of_a_credit_stays_if_it_is_longer_than_captions_are() -> None:
    text = body(f"{SENTENCE} Photo: Joel Arrieta {NEXT}")
    assert f"{SENTENCE} {NEXT}" in text


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE} She kept one photo: Joel Arrieta had taken it in spring, when the boat was still new.",
        f"{SENTENCE} “Photo: Joel Arrieta” stands below it, and nobody on the islands knows who that man was.",
    ],
)
def test_no_caption_in_a_sentence_or_in_quotation_marks(text: str) -> None:
    assert text in body(text)
