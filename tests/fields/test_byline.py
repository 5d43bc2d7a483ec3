"""Bylines of pages and author strings of metadata."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.byline import author_names, read_bare_byline, read_byline


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("By Ana Ruiz", ["Ana Ruiz"]),
        ("By Ana Ruiz and Tom Weld", ["Ana Ruiz", "Tom Weld"]),
        ("Por Ana Ruiz. Barcelona", ["Ana Ruiz"]),
        ("By Ana Ruiz. Cape Town", ["Ana Ruiz"]),
        ("By ANA RUIZ, TOM WELD And LI MARSH", ["ANA RUIZ", "TOM WELD", "LI MARSH"]),
        ("ByAna Ruiz", ["Ana Ruiz"]),
        ("byBy ANA RUIZ", ["ANA RUIZ"]),
        ("By Ana Ruiz, Example Press National Political Writer", ["Ana Ruiz"]),
        ("By Ana Ruiz, Head of Tides at the Odense Institute", ["Ana Ruiz"]),
        ("By Ana Ruiz For Example.Com", ["Ana Ruiz"]),
        ("By Ana Ruiz in Odense", ["Ana Ruiz"]),
        ("By Ana Ruiz, Reuters", ["Ana Ruiz"]),
        ("By Ana Ruiz Associated Press", ["Ana Ruiz"]),
        ("By Ana RuizTwitter", ["Ana Ruiz"]),
        ("By Ana Ruiz 5 min read", ["Ana Ruiz"]),
        ("By Ana Ruiz | ana.ruiz@example.com", ["Ana Ruiz"]),
        ("By Dr. Ana Ruiz, MD", ["Ana Ruiz"]),
        ("By Tom Weld, Jr.", ["Tom Weld, Jr."]),
        ("By J.R. Stone and Ludo van der Meer", ["J.R. Stone", "Ludo van der Meer"]),
        ("Author: Kirsten", ["Kirsten"]),
        ("Written by Ana Ruiz", ["Ana Ruiz"]),
        ("Posted by Ana Ruiz on May 3, 2024", ["Ana Ruiz"]),
        ("By Daniel | Published: May 3, 2024", ["Daniel"]),
        ("May 3, 2024 by Ana Ruiz", ["Ana Ruiz"]),
        ("By Reuters", []),
        ("By Example News with Agencies", []),
        ("Ana Ruiz, Staff Writer", ["Ana Ruiz"]),
        ("Ana Ruiz – Journalist", ["Ana Ruiz"]),
        ("Ana Ruiz | Senior Writer | July 2, 2025", ["Ana Ruiz"]),
        ("Von Jana Holt, Berlin", ["Jana Holt"]),
        ("Von Jana Holt und Uwe Brandt, Sankt Petersburg", ["Jana Holt", "Uwe Brandt"]),
        ("Von Jana Holt Landespolitische Korrespondentin", ["Jana Holt"]),
        ("Von Jana HoltKorrespondentin", ["Jana Holt"]),
        ("Von Jana Holt, Redakteurin für Finanzen 09.09.2025, 15:15 Uhr", ["Jana Holt"]),
        ("Ein Kommentar von Jana Holt", ["Jana Holt"]),
        ("Par Luc Morel (avec AFP)", ["Luc Morel"]),
        ("Propos recueillis par Luc Morel", ["Luc Morel"]),
        ("Por Marta Gil / Javier Ríos", ["Marta Gil", "Javier Ríos"]),
        ("Por José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Di Carla Bruni Rossi", ["Carla Bruni Rossi"]),
        ("Door Jan de Wit", ["Jan de Wit"]),
        ("Av Anna Lind", ["Anna Lind"]),
        ("Af Mette Dahl", ["Mette Dahl"]),
        ("Tekst: Kari Moen", ["Kari Moen"]),
        ("Autor: Jan Nowak", ["Jan Nowak"]),
        ("Tekst: Kari Moen Foto: Ola Moen", ["Kari Moen"]),
        ("Tekst og foto: Kari Moen", ["Kari Moen"]),
        ("Teksti Aino Virta", ["Aino Virta"]),
        ("Von unserem Redaktionsmitglied Jana Holt", ["Jana Holt"]),
        ("dal nostro inviato Carla Rossi", ["Carla Rossi"]),
        ("Του ανταποκριτή μας Νίκου Παππά", ["Νίκου Παππά"]),
        ("Разговора води: Ана Петрова", ["Ана Петрова"]),
        ("Rozmawia Jan Nowak", ["Jan Nowak"]),
        ("كتب - سامي حداد:", ["سامي حداد"]),
        ("نویسنده: سارا رضایی‌نسب", ["سارا رضایی‌نسب"]),
        ("撰文／王小明　攝影／李大同", ["王小明"]),
        ("（社会部・山田花子）", ["山田花子"]),
        ("取材・文：山田 はな子（ライター）", ["山田はな子"]),
        ("Yazan: Ayşe Kaya", ["Ayşe Kaya"]),
        ("Oleh Budi Santoso", ["Budi Santoso"]),
        ("Текст: Иван Петров", ["Иван Петров"]),
        ("Автор: Олена Коваль и Иван Петров", ["Олена Коваль", "Иван Петров"]),
        ("Γράφει ο Νίκος Παππάς", ["Νίκος Παππάς"]),
        ("بقلم: أحمد سالم", ["أحمد سالم"]),
        ("מאת: דנה לוי", ["דנה לוי"]),
        ("文／田中太郎", ["田中太郎"]),
        ("取材・文＝田中 太郎", ["田中太郎"]),
        ("记者 张伟 李娜", ["张伟", "李娜"]),
        ("〔記者王小明／台北報導〕", ["王小明"]),
        ("김민수 기자", ["김민수"]),
        ("이영희·박철수 기자 young@example.com", ["이영희", "박철수"]),
        ("부산, 대구 김민수 기자 외 1명", ["김민수"]),
    ],
)
def test_read_byline(text: str, authors: list[str]) -> None:
    byline = read_byline(text)
    assert byline is not None
    assert list(byline.authors) == authors


@pytest.mark.parametrize(
    "text",
    [
        "",
        "By",
        "Ana Ruiz",
        "By Monday, the ferry was full.",
        "By Monday",
        "By the time they left",
        "By Popular Demand",
        "By Event Type",
        "BY USE CASE",
        "By Ana Ruiz and Tom Weld were already at sea",
        "By Land and Sea",
        "Von der Leyen reist nach Kiew",
        "Von Haus zu Haus",
        "Par exemple",
        "Por primera vez",
        "De Vuelta al Barrio",
        "Door & Window Sensors",
        "Free Resources for Editors",
        "Human Resources Intern",
        "Letters To The Editor",
        "Getting Started in Freelance Web Development",
        "— Ana Ruiz, Senior Editor",
        "Is Ana Ruiz, Staff Writer, right?",
        "DE FR IT EN",
        "記者コラム",
        "記者会見",
        "编辑：张伟",
        "기자",
        "현장 취재 기자 모집",
        "By Ana Ruiz " + "and Tom Weld " * 20,
    ],
)
def test_is_no_byline(text: str) -> None:
    assert read_byline(text) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("By Ana Ruiz | June 23, 2025", "By Ana Ruiz"),
        ("• Von Jana Holt, Berlin", "Von Jana Holt, Berlin"),
        ("Ana Ruiz – Journalist", "Ana Ruiz – Journalist"),
        ("Published August 7, 2023 by Ana Ruiz", "by Ana Ruiz"),
        ("By Ana Ruiz • 4 min read", "By Ana Ruiz"),
    ],
)
def test_span(text: str, span: str) -> None:
    byline = read_byline(text)
    assert byline is not None
    assert text[byline.start : byline.end] == span


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["Ana Ruiz", "ana ruiz"], ["Ana Ruiz"]),
        (["Ana Ruiz and Tom Weld, Li Marsh"], ["Ana Ruiz", "Tom Weld", "Li Marsh"]),
        (["By Ana Ruiz, Staff writer"], ["Ana Ruiz"]),
        (["Ruiz, Ana"], ["Ana Ruiz"]),
        (["Jana Holt und Uwe Brandt, Nairobi"], ["Jana Holt", "Uwe Brandt"]),
        (["Se\u00e1n O&#039;Donnell"], ["Se\u00e1n O'Donnell"]),
        (["Troy Weld | troy@example.com"], ["Troy Weld"]),
        (["Mathias Lund / Journalist"], ["Mathias Lund"]),
        (["https://example.com/ana", "@anaruiz", "/author/ana-ruiz", "ana-ruiz", "105092", ""], []),
        (["AFP", "Reuters", "admin", "Redaktion", "Example News", "Harbour Foundation", "example.com"], []),
        (["UXCam", "BSS"], []),
        (["Kristin", "viktor lind"], ["Kristin", "viktor lind"]),
        (["김민수 기자", "田中太郎", "編集部"], ["김민수", "田中太郎"]),
    ],
)
def test_author_names(values: list[str], expected: list[str]) -> None:
    assert list(author_names(values)) == expected


@given(st.text(max_size=130))
def test_never_raises(text: str) -> None:
    read_byline(text)
    author_names([text])


PIECES = [
    "By ",
    "Ana",
    " ",
    "Ruiz",
    ",",
    "(",
    ")",
    "@",
    ".",
    "|",
    "–",
    "and ",
    "Von ",
    "기자",
    "記者",
    "/",
    "5",
    "Reuters",
    "Jr.",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_span_stays_in_the_line(pieces: list[str]) -> None:
    text = "".join(pieces)
    byline = read_byline(text)
    assert byline is None or 0 <= byline.start < byline.end <= len(text)


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Journalist Kari Moen", ["Kari Moen"]),
        ("Luc MOREL.", ["Luc MOREL"]),
        ("Jane Doe", ["Jane Doe"]),
        ("Jane Doe, Odense", ["Jane Doe"]),
        ("Jane Doe / ODENSE", ["Jane Doe"]),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe avec AFP", ["Jane Doe"]),
        ("Jane Doe, erhvervsredaktør", ["Jane Doe"]),
        ("28. Jan. 2022 Jane Doe", ["Jane Doe"]),
        ("De Ilinca Popescu", ["Ilinca Popescu"]),
        ("אנה כהן", ["אנה כהן"]),
    ],
)
def test_read_bare_byline(text: str, authors: list[str]) -> None:
    found = read_bare_byline(text)
    assert found is not None
    assert list(found.authors) == authors


@pytest.mark.parametrize(
    "text",
    [
        "Odense",
        "Jane Doe Wednesday",
        "The Daily Example",
        "Par Le Exemple et AFP",
        "Jane Doe said so.",
        "Who is Jane Doe?",
        "x" * 100,
    ],
)
def test_is_no_bare_byline(text: str) -> None:
    assert read_bare_byline(text) is None
