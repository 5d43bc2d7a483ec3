"""Text that was decoded wrongly before it reached us is decoded again; text that was not is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.read import repair_mojibake

RIGHT = "The ferry’s crew – “tired, but glad” – is back in Malmö."


@pytest.mark.parametrize("codec", ["latin-1", "sloppy-windows-1252"])
def test_utf8_read_as_another_encoding_is_mended(codec: str) -> None:
    import ftfy.bad_codecs  # noqa: F401 - names the codec that browsers read as Windows-1252

    wrong = RIGHT.encode().decode(codec)
    assert wrong != RIGHT
    text, warnings = repair_mojibake(f"<p>{wrong}</p>\n<p>Nothing is wrong here: “so it is”.</p>")
    assert text == f"<p>{RIGHT}</p>\n<p>Nothing is wrong here: “so it is”.</p>"
    assert len(warnings) == 1
    assert warnings[0].startswith("1 piece of text")


@pytest.mark.parametrize(
    "text",
    [
        "plain ASCII",
        RIGHT,
        "A CONSTRUÇÃO DA PONTE É “A MAIOR” – ATÉ AGORA.",
        "Le billet coûte 12 € de plus, «réclamé…» par l’exploitant.",
        "Ein Fiancé—a good one. Maß­nahmen für 3 € und gewä­hlt.",
        "Цена – 12 €, не больше.",
    ],
)
def test_what_was_read_rightly_is_left_alone(text: str) -> None:
    assert repair_mojibake(text) == (text, ())


@given(st.text())
def test_it_never_raises_and_says_what_it_does(text: str) -> None:
    mended, warnings = repair_mojibake(text)
    assert (mended == text) == (not warnings)
