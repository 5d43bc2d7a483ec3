"""Where a line ends that a sentence was glued to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.rules.line_ends import LONGEST, line_ends
from newsclean.rules.words import words_of

SENTENCES = {
    "en": "They found the crack in the shaft on Monday, and the ferry will stay in the harbour for a week.",
    "fr": "Elles ont trouvé la fissure lundi, et le bateau restera une semaine au port.",
    "ru": "Они нашли трещину в понедельник, и паром простоит в порту неделю.",
    "zh": "据船长介绍，渡轮将在港口停泊一周。",
}


def likeliest(text: str, pack: str, *, labelled: bool = True) -> str:
    """Return what stands behind the likeliest end of the line that a text begins with."""
    places = line_ends(text, 0, words_of([text], pack), labelled=labelled)
    return text[max(places, key=lambda place: place[1])[0] :]


@pytest.mark.parametrize(
    ("pack", "line"),
    [
        ("en", "Why the harbour has been closed since last August"),
        ("en", "Harbour tolls to rise in May"),
        ("en", "Who pays for the new ferry?"),
        ("fr", "Pourquoi le port de Brelec est fermé depuis le mois d'août"),
        ("ru", "Почему порт закрыт с августа"),
        ("zh", "海港今年八月以来为何关闭"),
    ],
)
def test_a_line_ends_where_the_sentence_begins(pack: str, line: str) -> None:
    assert likeliest(f"{line} {SENTENCES[pack]}", pack) == SENTENCES[pack]


def test_a_line_with_nothing_behind_it_ends_with_the_text() -> None:
    assert likeliest("Harbour tolls to rise in May", "en") == ""
    assert likeliest("Harbour tolls to rise in May ", "en") == ""


def test_a_sentence_into_which_none_runs_ends_with_its_stop() -> None:
    sentence = "The operator said on Monday that the ferry will stay in the harbour."
    assert likeliest(f"{sentence} {SENTENCES['en']}", "en", labelled=False) == SENTENCES["en"]


def test_a_word_alone_ends_with_itself() -> None:
    assert line_ends("Harbour", 0, words_of([], "en"), labelled=True) == [(len("Harbour"), 1.0)]
    assert line_ends("", 0, words_of([], "en"), labelled=True) == []


@given(st.text(max_size=400), st.booleans())
def test_the_places_lie_behind_the_beginning_and_their_probabilities_sum_up(text: str, labelled: bool) -> None:
    places = line_ends(text, 0, words_of([text], "en"), labelled=labelled)
    ends = [place for place, _ in places]
    assert ends == sorted(set(ends))
    assert all(0 < end <= max(LONGEST, len(text)) for end in ends)
    assert not places or sum(share for _, share in places) == pytest.approx(1)
