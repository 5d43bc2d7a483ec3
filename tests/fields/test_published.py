"""Publication dates: date lines, metadata strings and addresses."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.published import (
    Moment,
    date_from_url,
    parse_moment,
    plausible,
    read_published_line,
)

DAY = dt.date(2025, 6, 23)
NOON = dt.datetime(2025, 6, 23, 16, 12)  # noqa: DTZ001 - the lines state no zone
UTC = dt.UTC
INDIA = dt.timezone(dt.timedelta(hours=5, minutes=30))


def zone(hours: int) -> dt.timezone:
    return dt.timezone(dt.timedelta(hours=hours))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-06-23", DAY),
        ("20250623", DAY),
        ("2025/06/23", DAY),
        ("2025-6-23", DAY),
        ("2025-06-23T16:12:00Z", NOON.replace(tzinfo=UTC)),
        ("2025-06-23T16:12Z", NOON.replace(tzinfo=UTC)),
        ("2025-06-23T16:12:00+0200", NOON.replace(tzinfo=zone(2))),
        ("2025-06-23T16:12:00.123456789Z", NOON.replace(microsecond=123456, tzinfo=UTC)),
        ("2025-06-23 16:12", NOON),
        ("2025-06-23 16:12:00 +0200", NOON.replace(tzinfo=zone(2))),
        ("2025-06-23 16:12:00 UTC", NOON.replace(tzinfo=UTC)),
        ("20250623T1612", NOON),
        ("20250623161200", NOON),
        ("Mon, 23 Jun 2025 16:12:00 GMT", NOON.replace(tzinfo=UTC)),
        ("Mon Jun 23 16:12:00 CEST 2025", NOON.replace(tzinfo=zone(2))),
        ("Mon Jun 23 2025 16:12:00 GMT+0000 (Coordinated Universal Time)", NOON.replace(tzinfo=UTC)),
        ("1750695120", NOON.replace(tzinfo=UTC)),
        ("1750695120000", NOON.replace(tzinfo=UTC)),
        ("6/23/2025 4:12:00 PM", NOON),
        ("23/06/2025 16:12:00", NOON),
        ("  June 23rd, 2025 ", DAY),
    ],
)
def test_parse_moment(text: str, expected: Moment) -> None:
    assert parse_moment(text) == expected


@pytest.mark.parametrize(
    "text", ["", "Jetzt", "2025", "2025-06", "23 June", "2025-13-45", "9" * 10_000, "PT15M", "June 23, 2025 in Lima"]
)
def test_parse_moment_refuses(text: str) -> None:
    assert parse_moment(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "June 23, 2025   04:12 pm",
        "23.06.2025, 16:12 Uhr",
        "23. Juni 2025 um 16.12 Uhr",
        "23 Haziran 2025 Pazartesi 16.12",
        "Publié le 23 juin 2025 à 16h12",
        "23 de junio de 2025, a las 16:12 hrs.",
        "Publicado em 23 de junho de 2025 às 16h12",
        "Pubblicato il 23 giugno 2025 alle ore 16:12",
        "Gepubliceerd op 23 juni 2025 om 16:12 uur",
        "Publicerad 23 juni 2025 kl. 16.12",
        "Publisert 23.06.2025, kl. 16.12",
        "Julkaistu 23.6.2025 klo 16.12",
        "Opublikowano: 23 czerwca 2025 r., godz. 16:12",
        "23. června 2025 v 16:12",
        "23. lipnja 2025. u 16:12",
        "2025. június 23., hétfő 16:12",
        "23 iunie 2025, ora 16:12",
        "Опубликовано 23 июня 2025 г. в 16:12",
        "23 червня 2025, 16:12",
        "Δευτέρα 23 Ιουνίου 2025 4:12 μμ",
        "Giriş: 23 Haziran 2025 - 16:12",
        "2025. gada 23. jūnijs, 16:12",
        "2025 m. birželio 23 d. 16:12",
        "الاثنين 23 حزيران/يونيو 2025 الساعة 16:12",
        "٢٣ يونيو ٢٠٢٥ ١٦:١٢",
        "۲ تیر ۱۴۰۴ - ۱۶:۱۲",
        "פורסם: 23 ביוני 2025, 16:12",
        "23 जून 2025, 16:12",
        "23 มิ.ย. 2568 เวลา 16:12 น.",
        "23 มิ.ย. 68 (16:12 น.)",
        "23 มิถุนายน 68 16:12 น.",
        "Thứ Hai, ngày 23 tháng 6 năm 2025, 16:12",
        "Diterbitkan 23 Juni 2025 pukul 16.12",
        "2025年6月23日 16:12",
        "令和7年6月23日 16時12分",
        "公開日：2025/06/23 16:12",
        "입력 2025.06.23 16:12",
        "2025년 6월 23일 오후 4:12",
        "16:12, 23 Jun 2025",
        "4:12 PM • June 23, 2025",
        "• JUNE 23, 2025 | 4:12 p.m.",
        "23.06.2025 - 16:12 UhrLesedauer: 4 Min.",
        "June 23, 2025 at 4:12 pm • 3 minute read",
        "2025-06-23 16:12:00 来源： 江城晚报",
        "江城网新闻频道 ( 2025-06-23 16:12:00 ) 稿件来源： 江城晚报",
        "Harbour / June 23, 2025, 4:12 p.m.",
        "By Ana Ruiz | June 23, 2025 4:12 pm",
        "June 23, 2025 4:12 pm by Ana Ruiz 5 Comments",
        "23.06.25, 16:12 Uhr",
        "פורסם: 23.06.25, 16:12",
        "Odense, 23 de junio de 2025, 16:12",
        "কলকাতা ২৩ জুন ২০২৫ ১৬:১২",
        "23 Jun 2025, 4:12 petang",
        "23. Juni 2025, 16:12 vor 3 Stunden",
        "Publicat: 23 iunie 2025, 16:12 | De Ana Ruiz",
        "June 23, 2025 16:12 · Ana Ruiz on behalf of the ferry crews",
        "⋅ June 23, 2025 16:12 ⋅ Email this post ⋅ Print this page ⋅ Comment",
        "By Ana Ruiz | Published: June 23, 2025 16:12 | Comments closed",
        "June 23, 2025 16:12 Ana Ruiz",
    ],
)
def test_read_published_line(text: str) -> None:
    line = read_published_line(text)
    assert line is not None
    assert (line.published, line.modified) == (NOON, None)


@pytest.mark.parametrize(
    ("text", "published", "modified"),
    [
        ("Mis à jour le 23 juin 2025 à 16h12", None, NOON),
        ("Last updated: June 23, 2025 4:12 pm", None, NOON),
        ("Publié le 3 mai 2024 - Modifié le 4 mai 2024", dt.date(2024, 5, 3), dt.date(2024, 5, 4)),
        ("3. Mai 20244. Mai 2024", dt.date(2024, 5, 3), dt.date(2024, 5, 4)),
        ("May 3, 2024May 3, 2024", dt.date(2024, 5, 3), None),
        (
            "Published: 23 Jun 2025, 4:12 PM IST | Updated: 24 Jun 2025, 4:12 PM IST",
            NOON.replace(tzinfo=INDIA),
            NOON.replace(day=24, tzinfo=INDIA),
        ),
        (
            "Published on 23/06/2025 - 16:12 GMT+1 • Updated 17:20",
            NOON.replace(tzinfo=zone(1)),
            NOON.replace(hour=17, minute=20, tzinfo=zone(1)),
        ),
        ("2025年6月23日 16時12分 (6月24日 01時40分更新)", NOON, dt.datetime(2025, 6, 24, 1, 40)),  # noqa: DTZ001
        ("Aktualizacja: 24.06.2025 Publikacja: 23.06.2025", DAY, dt.date(2025, 6, 24)),
    ],
)
def test_two_moments(text: str, published: Moment | None, modified: Moment | None) -> None:
    line = read_published_line(text)
    assert line is not None
    assert (line.published, line.modified) == (published, modified)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03/04/2025", dt.date(2025, 4, 3)),
        ("03/25/2025", dt.date(2025, 3, 25)),
        ("Thu, 09/04/2025", dt.date(2025, 9, 4)),
        ("Updated 03/04/2025 05:13 AM EST", dt.date(2025, 3, 4)),
        ("03/04/2025 5:13 am", dt.date(2025, 3, 4)),
        ("Actualizado el 03/04/2025 05:13 a.m.", dt.date(2025, 4, 3)),
        ("03/04/2025 5:13 am IST", dt.date(2025, 4, 3)),
        ("23. listopada 2025.", dt.date(2025, 10, 23)),
        ("23 listopada 2025", dt.date(2025, 11, 23)),
    ],
)
def test_order_of_day_and_month(text: str, expected: dt.date) -> None:
    line = read_published_line(text)
    assert line is not None
    moment = line.published or line.modified
    assert moment is not None
    assert (moment.date() if isinstance(moment, dt.datetime) else moment) == expected


def test_american_zone_takes_summer_time() -> None:
    summer = parse_moment("June 23, 2025 5 AM PT")
    winter = parse_moment("January 23, 2025 5 AM PT")
    assert isinstance(summer, dt.datetime)
    assert isinstance(winter, dt.datetime)
    assert (summer.utcoffset(), winter.utcoffset()) == (dt.timedelta(hours=-7), dt.timedelta(hours=-8))


@pytest.mark.parametrize(
    "text",
    [
        "3 hours ago",
        "June 23",
        "25/06/23, 16:12 Uhr",
        "8 января, 17:46",
        "23 มิ.ย. 16:12 น.",
        "On June 23, 2025 the ferry left the harbour of Odense.",
        "The ferry left on June 23, 2025.",
        "Was ist seit dem 23. Juni 2025 geschehen?",
        "June 23, 2025: ferry service resumes between the islands",
        "Nov. 27, 2025 – Jan. 17, 2026",
        "June 23, 2025, 2:00 p.m. - 3:00 p.m. ET",
        "2/1/2023 -1.0%",
        "June 23, 2025!",
        "Eleven ways to moor a boat, tested at sea June 23, 2025",
        "June 31, 2025",
        "Version 23.06.25",
        "June 23, 2025 " + "x" * 200,
        "",
    ],
)
def test_is_no_date_line(text: str) -> None:
    assert read_published_line(text) is None


def test_span_leaves_the_byline_out() -> None:
    text = "By Ana Ruiz | Published June 23, 2025"
    line = read_published_line(text)
    assert line is not None
    assert text[line.start : line.end] == "Published June 23, 2025"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com/2025/06/23/ferry", DAY),
        ("https://example.com/2025/jun/23/ferry", DAY),
        ("https://example.com/news/2025-06-23-ferry.html", DAY),
        ("https://example.com/a/20250623/ferry", DAY),
        ("https://example.com/n1/2025/0623/c1-4.html", DAY),
        ("https://example.com/web/20250623174457/story", None),
        ("https://example.com/2025/06/ferry", None),
        ("https://example.com/2025/13/45/ferry", None),
        ("https://example.com/?day=20250623", None),
        ("", None),
    ],
)
def test_date_from_url(url: str, expected: dt.date | None) -> None:
    assert date_from_url(url) == expected


def test_plausible() -> None:
    assert plausible(DAY, today=DAY)
    assert plausible(NOON.replace(day=25), today=DAY)
    assert not plausible(dt.date(2025, 6, 26), today=DAY)
    assert not plausible(dt.date(1970, 1, 1), today=DAY)


def test_every_language_names_all_months_and_weekdays() -> None:
    tables = tomllib.loads(resources.files("newsclean.fields").joinpath("published.toml").read_text(encoding="utf-8"))
    assert len(tables["months"]) >= 25
    for language, names in tables["months"].items():
        assert len(names) == 12, language
        for number, variants in enumerate(names, start=1):
            for name in variants.split("|"):
                line = read_published_line(f"3 {name} 2025")
                assert line is not None, name
                assert line.published == dt.date(2025, number, 3), (language, name)
    assert all(len(names) == 7 for names in tables["weekdays"].values())


def test_every_label_tells_published_from_modified() -> None:
    tables = tomllib.loads(resources.files("newsclean.fields").joinpath("published.toml").read_text(encoding="utf-8"))
    wrong = []
    for table in ("published", "modified"):
        for phrases in tables[table].values():
            for phrase in phrases:
                line = read_published_line(f"{phrase}: 2025-06-23")
                if line is None or getattr(line, table) != DAY:
                    wrong.append((table, phrase))
    assert wrong == []


@given(st.text(max_size=130))
def test_never_raises(text: str) -> None:
    parse_moment(text)
    read_published_line(text)
    date_from_url(text)


PIECES = [
    "23",
    "2025",
    "06",
    "/",
    ".",
    "-",
    ":",
    "16",
    " ",
    "June",
    "pm",
    "Uhr",
    "年",
    "月",
    "日",
    "GMT",
    "+",
    "T",
    "Z",
    "1404",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_never_raises_on_scrambled_dates(pieces: list[str]) -> None:
    text = "".join(pieces)
    parse_moment(text)
    line = read_published_line(text)
    assert line is None or 0 <= line.start < line.end <= len(text)
