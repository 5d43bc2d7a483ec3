"""Credit lines and credits behind a story's last sentence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.credit import read_credit_line, read_credit_tail


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Source: Reuters", ("Reuters",)),
        ("--Agencies", ()),
        ("(AFP)", ("AFP",)),
        ("  (Xinhua) ", ("Xinhua",)),
        ("/ritzau/", ("Ritzau",)),
        ("(dpa/lno)", ("dpa",)),
        ("mit Material der dpa", ("dpa",)),
        ("Quelle: dpa", ("dpa",)),
        ("(Quelle: APA/sda/dpa)", ("APA", "sda", "dpa")),
        ("red, hafenbote.at/Agenturen", ()),
        ("Quelle: hafenbote.de, ino/dpa", ("dpa",)),
        ("Avec AFP", ("AFP",)),
        ("(Com agências)", ()),
        ("Con información de EFE", ("EFE",)),
        ("Źródło: PAP", ("PAP",)),
        ("Источник: ТАСС", ("ТАСС",)),
        ("المصدر: رويترز", ("رويترز",)),
        ("来源：新华社", ("新华社",)),
        ("出典：ロイター", ("ロイター",)),
        ("(With inputs from PTI)", ("PTI",)),
        ("AP and Reuters", ("AP", "Reuters")),
        ("Reporting by Ana Ruiz; Editing by Tom Weld", ()),
        ("(Reporting by Ana Ruiz in Porto; Editing by Tom Weld)", ()),
        ("Associated Press writers Ana Ruiz and Tom Weld contributed to this report.", ("AP",)),
        ("© dpa-infocom, dpa:310401-99-000001/2", ("dpa",)),
    ],
)
def test_a_line_of_nothing_but_a_credit(line: str, agencies: tuple[str, ...]) -> None:
    found = read_credit_line(line)
    assert found is not None
    assert found.agencies == agencies
    assert line[found.start : found.end] == line.strip()


@pytest.mark.parametrize(
    "line",
    [
        "",
        " ",
        "-",
        "()",
        "(1)",
        "Source",
        "Berlin",
        "A source told Reuters that the ferry would not sail before Monday.",
        "According to AFP, the harbour master resigned",
        "With Reuters reporting a loss, shares of the ferry line fell",
        "Source: the company said in its annual report that sales had doubled.",
        "Agencies must report by Friday",
        "Editing by hand is slow. The crew used a machine.",
        "Photo: AFP",
        "(AP Photo/Ana Ruiz)",
        "Foto: EFE/Ana Ruiz",
        "[AP=연합뉴스 자료사진]",
        "von APA",
        "Avec plaisir",
        "Reporting: which figures the harbour must show",
        "Source: " + "Reuters " * 100,
    ],
)
def test_sentences_and_photo_credits_are_none(line: str) -> None:
    assert read_credit_line(line) is None


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [
        ("The ferry will sail again on Friday, she said. (AFP)", "(AFP)"),
        ("Die Fähre fährt wieder. (dpa/lno)", "(dpa/lno)"),
        ("Færgen sejler igen. /ritzau/", "/ritzau/"),
        ("“It sails again,” she said. — AP", "— AP"),
        ("The ferry will sail again. Reuters", "Reuters"),
        ("The ferry will sail again. (With inputs from PTI)", "(With inputs from PTI)"),
        ("渡轮周五恢复航行。（法新社）", "（法新社）"),
        ("नाव फिर चलेगी। (भाषा)", "(भाषा)"),
        (
            "The ferry sails again. (Reporting by Ana Ruiz; Editing by Tom Weld)",
            "(Reporting by Ana Ruiz; Editing by Tom Weld)",
        ),
    ],
)
def test_a_credit_behind_the_last_sentence(paragraph: str, credit: str) -> None:
    found = read_credit_tail(paragraph)
    assert found is not None
    assert paragraph[found.start : found.end] == credit


def test_offsets_hold_in_a_long_paragraph() -> None:
    paragraph = "The ferry sails again. " * 50 + "(AFP)"
    found = read_credit_tail(paragraph)
    assert found is not None
    assert paragraph[found.start : found.end] == "(AFP)"


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "(AFP)",
        "She told the Associated Press (AP)",
        "She works for Agence France-Presse (AFP).",
        "She has worked at the AP",
        "Courses in Tides and Currents (Beta)",
        "The islanders keep goats (and dogs)",
        "The ferry sails again. (It did not last year.)",
    ],
)
def test_a_bracket_of_the_sentence_is_none(paragraph: str) -> None:
    assert read_credit_tail(paragraph) is None


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    for found in (read_credit_line(text), read_credit_tail(text)):
        assert found is None or 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "text", ["(" * 20_000, "/a " * 10_000, ". " * 20_000, "Reporting by a. " * 5_000, "AFP, " * 10_000]
)
def test_hostile_text_costs_little(text: str) -> None:
    start = time.perf_counter()
    read_credit_line(text[:400])
    read_credit_line(text)
    read_credit_tail(text)
    assert time.perf_counter() - start < 0.5
