"""Datelines: the conventions that are read, and the look-alikes that are not."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.dateline import read_dateline, read_tail_dateline, resolve_date

# Text, dateline, places, date, agencies.
CONVENTIONS = [
    ("PORTO (AP) — The ferry ran aground.", "PORTO (AP) — ", ("PORTO",), None, ("AP",)),
    ("ST. IVES, Ohio (AP) — The mill shut.", "ST. IVES, Ohio (AP) — ", ("ST. IVES, Ohio",), None, ("AP",)),
    ("LISBON, May 3 (Reuters) - The port shut.", "LISBON, May 3 (Reuters) - ", ("LISBON",), "May 3", ("Reuters",)),
    (
        "BERN/THE HAGUE, Jan. 9 (Reuters) - A ban.",
        "BERN/THE HAGUE, Jan. 9 (Reuters) - ",
        ("BERN", "THE HAGUE"),
        "Jan. 9",
        ("Reuters",),
    ),
    ("Pune, Feb 3 (PTI) Two bridges opened.", "Pune, Feb 3 (PTI) ", ("Pune",), "Feb 3", ("PTI",)),
    (
        "OSLO & LUND--(BUSINESS WIRE)--Two mills merge.",
        "OSLO & LUND--(BUSINESS WIRE)--",
        ("OSLO", "LUND"),
        None,
        ("BUSINESS WIRE",),
    ),
    (
        "TURIN, March 3, 2031 /PRNewswire/ -- A mill.",
        "TURIN, March 3, 2031 /PRNewswire/ -- ",
        ("TURIN",),
        "March 3, 2031",
        ("PRNewswire",),
    ),
    ("Shiraz, May 3, IRNA – The dam is full.", "Shiraz, May 3, IRNA – ", ("Shiraz",), "May 3", ("IRNA",)),
    ("JOPLIN, Mo. (KQZX) — The mill shut down.", "JOPLIN, Mo. (KQZX) — ", ("JOPLIN, Mo.",), None, ()),
    ("ATLANTA — The airport will close early.", "ATLANTA — ", ("ATLANTA",), None, ()),
    ("ISTANBUL/MOSCOW: Ferries sail again on Sunday.", "ISTANBUL/MOSCOW: ", ("ISTANBUL", "MOSCOW"), None, ()),
    ("GENEVA (1 July 2031) – Experts met on Tuesday.", "GENEVA (1 July 2031) – ", ("GENEVA",), "1 July 2031", ()),
    ("(Bloomberg) -- Tin climbed.", "(Bloomberg) -- ", (), None, ("Bloomberg",)),
    ("Mainz (dpa/lrs) - Die Brücke ist zu.", "Mainz (dpa/lrs) - ", ("Mainz",), None, ("dpa",)),
    ("Frankfurt/Oder (dpa) - Die Brücke ist zu.", "Frankfurt/Oder (dpa) - ", ("Frankfurt/Oder",), None, ("dpa",)),
    ("Ulm. Die Brücke bleibt gesperrt.", "Ulm. ", ("Ulm",), None, ()),
    ("KAIRO taz | Die Brücke ist zu.", "KAIRO taz | ", ("KAIRO",), None, ()),
    ("Thiès, 3 mai 2031 (APS) – Le pont est fermé.", "Thiès, 3 mai 2031 (APS) – ", ("Thiès",), "3 mai 2031", ("APS",)),
    ("Cuenca, 3 may (EFE).- El puente se cerró.", "Cuenca, 3 may (EFE).- ", ("Cuenca",), "3 may", ("EFE",)),
    ("NATAL, RN (FOLHAPRESS) - A ponte fechou.", "NATAL, RN (FOLHAPRESS) - ", ("NATAL, RN",), None, ("FOLHAPRESS",)),
    ("(ANSA) - LUCCA, 3 MAG - Il ponte è chiuso.", "(ANSA) - LUCCA, 3 MAG - ", ("LUCCA",), "3 MAG", ("ANSA",)),
    ("BREDA (ANP) - De brug is dicht.", "BREDA (ANP) - ", ("BREDA",), None, ("ANP",)),
    ("Odense /ritzau/ - Broen er lukket.", "Odense /ritzau/ - ", ("Odense",), None, ("Ritzau",)),
    ("Bergen (NTB): Broen er stengt.", "Bergen (NTB): ", ("Bergen",), None, ("NTB",)),
    ("Tampere (STT) Silta on suljettu.", "Tampere (STT) ", ("Tampere",), None, ("STT",)),
    ("Lublin, 3 maja (PAP) - Most zamknięto.", "Lublin, 3 maja (PAP) - ", ("Lublin",), "3 maja", ("PAP",)),
    ("Brno 3. května (ČTK) - Most je zavřený.", "Brno 3. května (ČTK) - ", ("Brno",), "3. května", ("ČTK",)),
    (
        "Pécs, 2031. május 3., szombat (MTI) - Zárva.",
        "Pécs, 2031. május 3., szombat (MTI) - ",
        ("Pécs",),
        "2031. május 3., szombat",
        ("MTI",),
    ),
    ("Iași, 3 mai /Agerpres/ - Podul e închis.", "Iași, 3 mai /Agerpres/ - ", ("Iași",), "3 mai", ("Agerpres",)),
    ("Варна, 3 май /БТА/ Мостът е затворен.", "Варна, 3 май /БТА/ ", ("Варна",), "3 май", ("БТА",)),
    ("Πάτρα (ΑΠΕ-ΜΠΕ) - Η γέφυρα έκλεισε.", "Πάτρα (ΑΠΕ-ΜΠΕ) - ", ("Πάτρα",), None, ("ΑΠΕ-ΜΠΕ",)),
    ("BURSA (AA) - ALİ KAYA - Köprü kapandı.", "BURSA (AA) - ALİ KAYA - ", ("BURSA",), None, ("AA",)),
    ("ТУЛА, 3 мая — РИА Новости. Мост закрыт.", "ТУЛА, 3 мая — РИА Новости. ", ("ТУЛА",), "3 мая", ("РИА Новости",)),
    ("ПСКОВ, 3 мая. /ТАСС/. Мост закрыт.", "ПСКОВ, 3 мая. /ТАСС/. ", ("ПСКОВ",), "3 мая", ("ТАСС",)),
    ("ОДЕСА. 3 травня. УНН. Міст закрито.", "ОДЕСА. 3 травня. УНН. ", ("ОДЕСА",), "3 травня", ("УНН",)),
    ("3 мая, Гродна /Кар. БЕЛТА/. Мост закрыты.", "3 мая, Гродна /Кар. БЕЛТА/. ", ("Гродна",), "3 мая", ("БЕЛТА",)),
    ("НИШ, 3. маја (Танјуг) - Мост је затворен.", "НИШ, 3. маја (Танјуг) - ", ("НИШ",), "3. маја", ("Танјуг",)),
    ("صلالة/مسقط (رويترز) - أغلق الجسر.", "صلالة/مسقط (رويترز) - ", ("صلالة", "مسقط"), None, ("رويترز",)),
    ("دبي في 3 مايو / وام / أغلق الجسر.", "دبي في 3 مايو / وام / ", ("دبي",), "3 مايو", ("وام",)),
    ("دمشق-سانا أغلق الجسر.", "دمشق-سانا ", ("دمشق",), None, ("سانا",)),
    ("تبریز- ایرنا- پل بسته شد.", "تبریز- ایرنا- ", ("تبریز",), None, ("ایرنا",)),
    ("חיפה (רויטרס) - הגשר נסגר.", "חיפה (רויטרס) - ", ("חיפה",), None, ("רויטרס",)),
    ("पटना, 3 मई (भाषा) पुल बंद हो गया।", "पटना, 3 मई (भाषा) ", ("पटना",), "3 मई", ("भाषा",)),
    ("ঢাকা, ৩ মে (বাসস) : সেতু বন্ধ।", "ঢাকা, ৩ মে (বাসস) : ", ("ঢাকা",), "৩ মে", ("বাসস",)),
    ("Medan (ANTARA) - Jembatan ditutup.", "Medan (ANTARA) - ", ("Medan",), None, ("ANTARA",)),
    ("Bogor, CNN Indonesia -- Jembatan itu ditutup.", "Bogor, CNN Indonesia -- ", ("Bogor",), None, ()),
    ("Huế (TTXVN 3/5) Cầu đã đóng.", "Huế (TTXVN 3/5) ", ("Huế",), "3/5", ("TTXVN",)),
    ("新华社上海5月3日电（记者王明）大桥关闭。", "新华社上海5月3日电（记者王明）", ("上海",), "5月3日", ("新华社",)),
    ("（中央社記者王大明高雄3日電）大橋關閉。", "（中央社記者王大明高雄3日電）", ("高雄",), "3日", ("中央社",)),
    ("〔記者王大明／花蓮報導〕大橋關閉。", "〔記者王大明／花蓮報導〕", ("花蓮",), None, ()),
    ("［大阪　３日　ロイター］ - 橋は閉鎖された。", "［大阪　３日　ロイター］ - ", ("大阪",), "３日", ("ロイター",)),
    ("【マドリード共同】橋は閉鎖された。", "【マドリード共同】", ("マドリード",), None, ("共同",)),
    ("(전주=연합뉴스) 김하나 기자 = 다리가 닫혔다.", "(전주=연합뉴스) 김하나 기자 = ", ("전주",), None, ("연합뉴스",)),
    ("[오사카=AP/뉴시스] 다리가 닫혔다.", "[오사카=AP/뉴시스] ", ("오사카",), None, ("AP", "뉴시스")),
]

LOOK_ALIKES = [
    "",
    " ",
    "The ferry sails again on Sunday.",
    "Berlin - a city of bridges - has a new one.",
    "Paris, which has many bridges, opened another on Monday.",
    "UPDATE: The bridge has reopened after the storm.",
    "NOTE: The bridge is closed on Mondays and Fridays.",
    "Smith: The bridge will not open before the summer.",
    "RUIZ: We will open the bridge before the summer.",
    "LE MAIRE : Nous ouvrirons le pont avant l'été.",
    "BOTTOM LINE: The bridge is worth the money.",
    "FAVOURITE DISHES: Smoked eel and fried bread with dill.",
    "LEEDS 2-1 DERBY - A late goal won the match for the hosts.",
    "DURHAM STATE (10-2) — The team has won every home match.",
    "Bremen - Kiel 2:1: Ein spätes Tor entscheidet das Spiel.",
    "Alcoholics Anonymous (AA) - a fellowship - turns ninety.",
    "The Associated Press (AP) — one of the oldest agencies — was founded long ago.",
    "Bridge Corp. (NYSE: BRC) — shares rose after the news.",
    "LONDON, OHIO (1994) - A man walks back into town after years.",
    "October 3 – Phoenix, at the old bridge",
    "Lee Marsh, Old Gallery, October 2, 2031 – February 15, 2032",
    "10 p.m. — Police have reopened the bridge to traffic.",
    "AFP journalists saw dozens of people on the bridge.",
    "According to PTI, the bridge will open next week.",
    "“LONDON — it is the greatest city of bridges,” she said.",
    "(AP Photo/Ana Ruiz)",
    "REUTERS/Ana Ruiz/File Photo",
    "(KQZX) The school board met on the bridge.",
    "ROUTER-- Assign the name servers to every client",
    "Львів — місто мостів, кави та музики.",
    "据新华社报道，大桥下周将开放。",
    "[AP=연합뉴스 자료사진]",
    "(사진=뉴시스)",
    "【速報】橋は閉鎖された。",
]


@pytest.mark.parametrize(("text", "dateline", "places", "date", "agencies"), CONVENTIONS)
def test_convention(
    text: str,
    dateline: str,
    places: tuple[str, ...],
    date: str | None,
    agencies: tuple[str, ...],
) -> None:
    found = read_dateline(text)
    assert found is not None
    assert found.start == 0
    assert (text[: found.end], found.places, found.date_text, found.agencies) == (dateline, places, date, agencies)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike(text: str) -> None:
    assert read_dateline(text) is None


def test_agencies_are_kept_as_written_too() -> None:
    found = read_dateline("KAIRO dpa/afp | Die Brücke ist zu.")
    assert found is not None
    assert found.agencies == ("dpa", "AFP")
    assert found.agencies_text == ("dpa", "afp")


def test_rule_names_the_convention() -> None:
    found = read_dateline("LISBON, May 3 (Reuters) - The port shut.")
    assert found is not None
    assert found.rule == "place_date_agency_hyphen"


@given(
    place=st.sampled_from(
        ["PORTO", "Lyon", "OSLO/LUND", "SALEM, Ore.", "Rio de Janeiro", "МОСКВА", "ΑΘΗΝΑ", "القاهرة", "मुंबई"]
    ),
    date=st.sampled_from(
        ["", ", May 3", ", 3 mai 2031", ", 23. Juni", ", 3 июня", ", 3 مايو", ", 3 जून", ", 3 de mayo"]
    ),
    agency=st.sampled_from(["AP", "Reuters", "dpa", "AFP", "EFE", "Xinhua", "ТАСС", "رويترز", "पीटीआई"]),
    bracket=st.sampled_from(["()", "[]", "//"]),
    close=st.sampled_from([" — ", " - ", " -- ", " – ", ": ", ".- "]),
    story=st.sampled_from(
        ["The bridge is shut today.", "Мост закрыли утром.", "“Shut,” she said of it.", "أغلق الجسر اليوم."]
    ),
)
def test_a_dateline_made_from_the_grammar_is_read_back(
    place: str,
    date: str,
    agency: str,
    bracket: str,
    close: str,
    story: str,
) -> None:
    dateline = f"{place}{date} {bracket[0]}{agency}{bracket[1]}{close}"
    found = read_dateline(dateline + story)
    assert found is not None
    assert (dateline + story)[: found.end] == dateline
    assert found.places == (tuple(place.split("/")))
    assert found.date_text == (date.removeprefix(", ") or None)
    assert found.agencies == (agency,)


@given(st.text())
def test_never_raises_and_stays_in_the_text(text: str) -> None:
    for found in (read_dateline(text), read_tail_dateline(text)):
        assert found is None or 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 50_000,
        "क" * 50_000,
        "कि " * 20_000,
        "BERLIN, " * 9_000,
        "(AP) " * 9_000,
        "1 " * 9_000,
        "中" * 50_000,
        "A-" * 9_000,
        "ab.c" * 9_000,
    ],
)
def test_hostile_text_costs_little(text: str) -> None:
    read_dateline("Berlin (dpa) - Die Brücke ist zu.")
    for shaped in (text, f"BERLIN, {text}", f"दिल्ली, {text}", f"[{text}"):
        start = time.perf_counter()
        read_dateline(shaped)
        read_tail_dateline(shaped)
        assert time.perf_counter() - start < 0.2


def test_a_tail_dateline_is_the_bracket_behind_the_last_sentence() -> None:
    text = "大桥将于下周重新开放。（新华社上海5月3日电）"
    found = read_tail_dateline(text)
    assert found is not None
    assert text[found.start : found.end] == "（新华社上海5月3日电）"
    assert (found.places, found.date_text, found.agencies) == (("上海",), "5月3日", ("新华社",))
    assert read_tail_dateline("大桥将于下周重新开放。（新华社）") is None


PUBLISHED = dt.date(2031, 5, 4)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("May 3", PUBLISHED, dt.date(2031, 5, 3)),
        ("May 5", PUBLISHED, dt.date(2031, 5, 5)),
        ("May 6", PUBLISHED, dt.date(2030, 5, 6)),
        ("31 dic", dt.date(2031, 1, 1), dt.date(2030, 12, 31)),
        ("29 Feb", PUBLISHED, dt.date(2028, 2, 29)),
        ("３日", PUBLISHED, dt.date(2031, 5, 3)),
        ("30日", dt.date(2031, 3, 2), dt.date(2031, 1, 30)),
        ("3/5", PUBLISHED, dt.date(2031, 5, 3)),
        ("27.6.2029", None, dt.date(2029, 6, 27)),
        ("3 de mayo de 2029", None, dt.date(2029, 5, 3)),
        ("2029. május 3., csütörtök", None, dt.date(2029, 5, 3)),
        ("13/5/2029", None, dt.date(2029, 5, 13)),
        ("4/5/2029", None, None),
        ("May 3", None, None),
        ("31 February 2029", None, None),
        ("3 خرداد", PUBLISHED, None),
        ("soon", PUBLISHED, None),
        ("", PUBLISHED, None),
    ],
)
def test_resolve_date(text: str, published: dt.date | None, day: dt.date | None) -> None:
    assert resolve_date(text, published) == day


@given(st.text(), st.dates())
def test_resolve_date_never_raises(text: str, published: dt.date) -> None:
    resolve_date(text, published)


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max, dt.datetime(2031, 5, 4, tzinfo=dt.UTC)])
def test_resolve_date_at_the_ends_of_time(published: dt.date) -> None:
    found = resolve_date("May 3", published)
    assert found is None or found <= dt.date(2031, 5, 3)
