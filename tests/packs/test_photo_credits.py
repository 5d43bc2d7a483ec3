"""Credits at the end of a line are found in many languages, and no story's words are taken for one."""

from __future__ import annotations

import pytest

from newsclean.packs.photo_credits import find_credit


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The ferry in the harbour. Photo: P. Miller", "Photo: P. Miller"),
        ("Die Fähre im Hafen (Foto: H.-P. Berg/dpa)", "(Foto: H.-P. Berg/dpa)"),
        ("Le bac au port ; photo : Anne Le Goff", "photo : Anne Le Goff"),
        ("Where does the ferry go? • Foto: Joel Arrieta", "Foto: Joel Arrieta"),
        ("Chiếc phà cũ ở cảng. Ảnh: Đ.Quyên", "Ảnh: Đ.Quyên"),
        ("Паром в порту. Фото: П. Мёллер", "Фото: П. Мёллер"),
        ("המעבורת בנמל. צילום: פ. מילר", "צילום: פ. מילר"),
        ("बंदरगाह में नौका। फोटो: पी. मिलर", "फोटो: पी. मिलर"),
        ("De pont bij de steiger © Jorieke Haverslag", "© Jorieke Haverslag"),
    ],
)
def test_a_label_and_a_name_end_a_caption(line: str, credit: str) -> None:
    start = find_credit(line, 0)
    assert start is not None
    assert line[start:].strip() == credit


@pytest.mark.parametrize(
    "line",
    [
        "What is on it? Photo: evidence of a crack",
        "Witnesses for the ferry: P. Miller",
        "She kept a photo: P. Miller had taken it in spring.",
        "Foto: eine Kunst in Gefahr",
        "© 2026 Harbour Observer",
        "",
    ],
)
def test_other_words_are_none(line: str) -> None:
    assert find_credit(line, 0) is None


def test_what_stands_too_far_from_the_end_is_none() -> None:
    line = "The ferry in the harbour. Photo: P. Miller"
    assert find_credit(line, len(line) - 5) is None
