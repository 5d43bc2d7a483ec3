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


@pytest.mark.parametrize(
    ("pack", "line", "sentence"),
    [
        ("zh", "颱風假薪水怎麼算？勞工局一張圖說明", "他說，昨晚只準備平常三分之一的量，不到凌晨就全部賣光。"),
        ("ja", "港はなぜ八月から閉鎖されているのか", "運航会社によると、船は一週間にわたり港に停泊する見通しだ。"),
    ],
)
def test_no_space_need_part_a_line_from_a_sentence(pack: str, line: str, sentence: str) -> None:
    assert likeliest(line + sentence, pack) == sentence


def test_a_name_that_the_text_has_elsewhere_is_not_parted() -> None:
    line = "Harbour tolls to rise in May Anna Vognsen found the crack"
    share, again = (
        dict(line_ends(text, 0, words_of([text], "en"), labelled=True))[line.index("Vognsen")]
        for text in (f"{line} on Monday.", f"{line} on Monday. The keeper Anna Vognsen closed the harbour.")
    )
    assert again < share / 2


def test_a_foreign_word_is_not_parted() -> None:
    text = "新型iPhone-15を県内の店が12.5%引きで販売した。"
    assert not {text.index("Phone"), text.index("15"), text.index("5%")} & {
        place for place, _ in line_ends(text, 0, words_of([text], "ja"), labelled=True)
    }


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
