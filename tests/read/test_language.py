"""The language of a text, and None where nobody could tell."""

from __future__ import annotations

import pytest

from newsclean.read.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry to the outer islands stopped on Monday after crews found a crack in its shaft.", "en"),
        ("Die Fähre zu den äußeren Inseln fährt seit Montag nicht mehr, weil ihre Welle einen Riss hat.", "de"),
        ("Le bac vers les îles est arrêté depuis lundi, car son arbre est fendu, a dit son capitaine.", "fr"),
        ("توقفت العبارة إلى الجزر البعيدة يوم الاثنين بعد أن اكتشف الطاقم شرخا في عمودها الرئيسي.", "ar"),
        ("渡轮星期一停驶，因为工作人员发现主轴有裂缝，修理需要一个星期，居民们只好改乘货船出行。", "zh"),
    ],
)
def test_language_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "Rain", "1,200 – 3,400 (2031) +++ 14:02 +++ 100 % +++ 7 : 3", " \n\t" * 100])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_a_lone_surrogate_is_no_trouble() -> None:
    assert detect_language("The ferry to the outer islands \ud800 stopped on Monday after a storm.") == "en"
