"""Bytes of any encoding become the text they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.read.decode import decode

GERMAN = "Die Fähre fährt – sagt der Käpt’n – nächste Woche wieder."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_taken_off(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)).text == GERMAN


def test_a_second_byte_order_mark_goes_too() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfa").text == "a"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_told_without_its_mark(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)).text == GERMAN


def test_a_few_zero_bytes_make_no_utf_16() -> None:
    assert decode(b"The ferry\0 is late and\0 full.").text == "The ferry\0 is late and\0 full."


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("windows-1251", "cp1251", "Паром остановлен"),
        ("Shift_JIS", "cp932", "船は月曜日に止まった"),
        ("euc-kr", "cp949", "배가 월요일에 멈췄다"),
        ("gb2312", "gb18030", "渡轮星期一停驶"),
        ("big5", "big5hkscs", "渡輪星期一停駛"),
        ("iso-8859-9", "cp1254", "Vapur durdu: çağ, ışık, göl"),
    ],
)
def test_the_declared_charset_is_used(label: str, encoding: str, text: str) -> None:
    for page in (f'<meta charset="{label}"><p>{text}', f'<?xml version="1.0" encoding="{label}"?><p>{text}'):
        assert decode(page.encode(encoding)).text == page


def test_the_charset_of_a_content_type_is_used() -> None:
    page = '<META http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Паром'
    assert decode(page.encode("cp1251")).text == page


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    page = f'<meta charset="iso-8859-1"><p>{GERMAN}'
    assert decode(page.encode("cp1252")).text == page


def test_valid_utf_8_beats_a_stale_declaration() -> None:
    page = f'<meta charset="iso-8859-1"><p>{GERMAN}'
    assert decode(page.encode("utf-8")).text == page


def test_a_declaration_behind_the_first_scripts_is_found() -> None:
    page = f'<script>{"x" * 3000}</script><meta charset="windows-1251"><p>Паром'
    assert decode(page.encode("cp1251")).text == page


@pytest.mark.parametrize("label", ["rot13", "hex", "nonsense", "utf-16", "utf-7z"])
def test_a_declaration_that_cannot_be_true_is_passed_over(label: str) -> None:
    page = f'<meta charset="{label}"><p>F\xe4hre h\xe4lt'
    assert decode(page.encode("latin-1")).text == page


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "La réunion a été annulée à cause de la grève générale décidée par les élus."),
        ("cp1251", "Паром на острова остановлен в понедельник после того, как нашли трещину."),
        ("gbk", "渡轮星期一停驶，因为工作人员发现主轴有裂缝，修理需要一个星期。"),
        ("euc-kr", "섬으로 가는 배가 월요일에 멈췄다고 선사가 밝혔다. 수리는 일주일 걸린다."),
    ],
)
def test_the_encoding_is_detected_where_nothing_declares_it(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">'])
def test_a_broken_character_in_utf_8_is_replaced_and_reported(head: str) -> None:
    decoded = decode((head + GERMAN * 5).encode() + b"\xff" + GERMAN.encode())
    assert decoded.text == f"{head}{GERMAN * 5}\ufffd{GERMAN}"
    assert decoded.warnings == ("1 bytes could not be read as utf-8 and became U+FFFD.",)


def test_plain_bytes_need_no_warning() -> None:
    assert decode(b"The ferry is late.").warnings == ()
    assert decode(b"").text == ""


@given(st.binary())
def test_no_bytes_raise_and_all_give_text_that_can_be_written(raw: bytes) -> None:
    decode(raw).text.encode("utf-8")


@given(st.text())
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text.removeprefix("\ufeff")
