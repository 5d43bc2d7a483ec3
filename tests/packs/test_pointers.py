"""Pointers are told by what their label is made of, in many languages; subheads and sentences stay."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import Chrome
from newsclean.packs.pointers import pointer_words
from newsclean.rules.builtin import builtin_packs

# A paragraph of a story in each language that is tried, long enough to be one.
STORY = {
    "cs": "Trajekt na ostrovy v pondělí nevyplul, protože posádka našla v hřídeli trhlinu, a lidé tam čekají.",
    "en": "The ferry to the islands stopped on Monday after crews found a crack in its shaft, and people wait.",
    "he": "המעבורת לאיים הפסיקה לפעול ביום שני לאחר שהצוות מצא סדק בציר, ושלושת אלפים תושבים ממתינים שם לדלק.",
    "id": "Feri ke pulau berhenti pada hari Senin setelah awak menemukan retakan pada poros, dan warga menunggu.",
    "nl": "De veerboot naar de eilanden ligt stil omdat de bemanning een scheur in de as vond, en men wacht er.",
    "ru": "Паром на острова встал в понедельник, когда команда нашла трещину в валу, и жители ждут топлива.",
}


def pointed(language: str, line: str) -> list[str]:
    """What is removed from between two paragraphs, by which rule."""
    story = STORY[language]
    raw = "\n\n".join((f"{story} {story}", line, f"{story[:-1]}, 2026. {story}"))
    removed = newsclean.explain(raw, language=language).removed
    return [span.rule or "" for span in removed if span.text.strip() == line]


def test_all_words_are_of_languages_with_a_pack() -> None:
    packs = {rule.id.split(".")[0] for rule in builtin_packs()}
    unspaced = {"ja", "th", "zh"}
    assert {language for language in packs - {"any"} if pointer_words(language) is None} == unspaced


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("cs", "Přehrát audio: Reportáž z opraveného přístavu (3:12)"),
        ("en", "Watch the full video below: How the shaft broke"),
        ("he", "עוד באתר: כמה באמת לוקח להגיע לאיים?"),
        ("id", "Simak Video Pilihan di Bawah Ini :"),
        ("nl", "Lees verder na de tip"),
        ("ru", "Смотрите видео: как чинили вал"),
    ],
)
def test_a_label_of_such_words_points(language: str, line: str) -> None:
    assert pointed(language, line)


@pytest.mark.parametrize(
    "line", ["The video: what it shows", "Watch the shaft: it breaks", "Islanders read and listen"]
)
def test_a_subhead_stays(line: str) -> None:
    assert pointed("en", line) == []


def test_a_label_names_what_it_points_to() -> None:
    words = pointer_words("en")
    assert words is not None
    assert words.kind("watch the video", range(9), is_whole=False) is Chrome.MEDIA
    assert words.kind("more on this topic", range(9), is_whole=False) is Chrome.RELATED
    assert words.kind("partner content", range(9), is_whole=False) is Chrome.ADVERTISEMENT
    assert words.kind("watch", range(9), is_whole=True) is None
