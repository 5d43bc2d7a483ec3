"""Labels and prompts glued into a paragraph: where they begin and end."""

from __future__ import annotations

import pytest

from newsclean import Chrome, Layer
from newsclean.rules.glued import glued_span, is_glued, opens_glued, pointer_span
from newsclean.rules.rule import Match, Rule
from newsclean.rules.standing import prepare
from newsclean.rules.words import words_of

BEFORE = "The ferry stopped on Monday after crews found a crack in its shaft."
AFTER = "About three thousand islanders will wait for a week, said the operator."


def rule(chrome: Chrome, phrase: str) -> Rule:
    return Rule("en.x.y", Layer.LANGUAGE, chrome, Match.WHOLE, (phrase,), "why", (), ())


def cut(label: str, text: str, chrome: Chrome = Chrome.RELATED, *, pack: str = "en") -> str | None:
    """Return what is cut out of a text that holds a label."""
    line = prepare(text)
    start = text.index(label)
    end = start + len(label)
    if chrome is Chrome.RELATED:
        span = pointer_span(line, start, end, words_of([text], pack))
        return None if span is None else text[slice(*span)].strip()
    return label if is_glued(rule(chrome, label), line, start, end) else None


@pytest.mark.parametrize(
    ("pointer", "label"),
    [
        ("See also: 18 pictures", "See also"),
        ("Read also: Harbour tolls to rise in May", "Read also"),
        ("READ ALSO. Harbour tolls to rise in May", "READ ALSO"),
        ("» Read more | Why the bakers of Hirtshals argue", "Read more"),
        ("(Related: Third whale of the week seen off Grenen?", "Related"),
    ],
)
def test_a_pointer_is_cut_up_to_the_next_sentence(pointer: str, label: str) -> None:
    assert cut(label, f"{BEFORE} {pointer} {AFTER}") == pointer
    assert cut(label, f"{BEFORE} {pointer}") == pointer


@pytest.mark.parametrize(
    ("pointer", "label"), [("Read also:", "Read also"), ("► Read more »", "Read more"), ("READ MORE…", "READ MORE")]
)
def test_a_pointer_at_a_paragraphs_end_points_at_what_stands_below(pointer: str, label: str) -> None:
    assert cut(label, f"{BEFORE} {pointer}") == pointer
    assert cut(label, pointer) is None


@pytest.mark.parametrize(
    ("pack", "text", "pointer"),
    [
        (
            "de",
            "Die Fähre steht still. Lesen Sie auch: Hafen erhöht Gebühren für Boote Das Amt prüft die Welle.",
            "Lesen Sie auch: Hafen erhöht Gebühren für Boote",
        ),
        (
            "fi",
            "Lautta seisoo. Lue myös: Satama korottaa maksuja Akseli korjataan maanantaina telakalla.",
            "Lue myös: Satama korottaa maksuja",
        ),
        (
            "ar",
            "توقفت العبارة. اقرأ أيضا: هل ترتفع رسوم الميناء هذا العام؟ وقالت الشركة إنها تنتظر.",
            "اقرأ أيضا: هل ترتفع رسوم الميناء هذا العام؟",
        ),
    ],
)
def test_pointers_in_other_languages(pack: str, text: str, pointer: str) -> None:
    assert cut(pointer.split(":")[0], text, pack=pack) == pointer


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE} Read also the report on the harbour, which came out on Monday. {AFTER}",
        f"He said: “It stopped. Read also: Harbour tolls to rise in May” {AFTER}",
        f"Those who read also: a study of Harbour tolls shows this much. {AFTER}",
    ],
)
def test_no_pointer_in_a_sentence_or_in_speech(text: str) -> None:
    assert cut("ead also", text.replace("read", "Read")) is None


def test_a_label_between_two_sentences() -> None:
    assert cut("ADVERTISEMENT", f"{BEFORE} ADVERTISEMENT {AFTER}", Chrome.ADVERTISEMENT)
    assert cut("ADVERTISEMENT", f"{BEFORE} ADVERTISEMENT", Chrome.ADVERTISEMENT)
    assert cut("Download our app", f"{BEFORE} Download our app {AFTER}", Chrome.APP_DOWNLOAD)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("(ADVERTISEMENT)", f"{BEFORE} (ADVERTISEMENT) {AFTER}"),
        ("- Advertisement -", f"{BEFORE} - Advertisement - {AFTER}"),
        ("（広告の後にも続きます）", "船は月曜に止まった。（広告の後にも続きます）うち2人は今も島で待つ。"),
        ("โฆษณา", "เรือหยุดเดินเมื่อวันจันทร์ โฆษณา ชาวเกาะสามพันคนต้องรอหนึ่งสัปดาห์"),
    ],
)
def test_a_label_between_sentences_with_the_brackets_or_dashes_around_it(label: str, text: str) -> None:
    bare = label.strip("()（）- ")
    line, start = prepare(text), text.index(bare)
    own = rule(Chrome.ADVERTISEMENT, bare)
    span = glued_span(own, line, start, start + len(bare), lambda: words_of([text], "en"))
    assert span is not None
    assert text[slice(*span)] == label


def test_a_pointer_stands_behind_speech_in_single_marks() -> None:
    pointer = "यह भी पढ़ें: मंडी में गेहूं की आवक घटी"
    assert cut("यह भी पढ़ें", f"उन्होंने कहा, 'नाव रुकेगी।' {pointer}", pack="hi") == pointer


def test_no_label_that_a_sentence_goes_on_with() -> None:
    assert not cut("Advertisement", f"{BEFORE} Advertisement, he said, is all. {AFTER}", Chrome.ADVERTISEMENT)
    assert not cut("Follow us", f"{BEFORE} Follow us {AFTER}", Chrome.FOLLOW)
    assert not cut("ADVERTISEMENT", f"the ADVERTISEMENT {AFTER}", Chrome.ADVERTISEMENT)


@pytest.mark.parametrize(
    ("pack", "pointer", "after"),
    [
        ("ar", "اقرأ أيضا: نقص أدوية السكري يقلق مرضى المحافظات", "وأضافت الشركة أن العبارة ستبقى في الميناء أسبوعا."),
        ("fa", "بیشتر بخوانید: ردپای دایناسورها در البرز", "به گفته او، کشتی یک هفته در بندر خواهد ماند."),
        ("he", "לקריאה נוספת: רוכב אופנוע תבע את המדינה", "עם זאת, הספינה תישאר בנמל במשך שבוע ימים."),
        ("hi", "यह भी पढ़ें: मंडी में गेहूं की आवक घटी", "उन्होंने कहा कि नाव एक हफ्ते तक बंदरगाह में रहेगी।"),
        ("bn", "আরও পড়ুন: তিস্তার পানি বিপৎসীমার ওপরে", "তিনি বলেন, ফেরি এক সপ্তাহ ঘাটে থাকবে।"),
    ],
)
def test_in_languages_without_capitals_words_tell_where_a_headline_ends(pack: str, pointer: str, after: str) -> None:
    label = pointer.partition(":")[0]
    assert cut(label, f"{BEFORE} {pointer} {after}", pack=pack) == pointer


@pytest.mark.parametrize(
    ("pack", "pointer", "after"),
    [
        ("de", "Lesen Sie auch: Warum der Maschinenbau in Sachsen unter Druck steht", "Fördermittel könnten fehlen."),
        ("sv", "Läs också: Rekordmånga vargar i renskötselområdet", "Per-Anders Labba hoppas på snö."),
    ],
)
def test_a_headline_may_end_before_a_name_behind_a_word_that_may_be_its_last(
    pack: str, pointer: str, after: str
) -> None:
    assert cut(pointer.partition(":")[0], f"{BEFORE} {pointer} {after}", pack=pack) == pointer


@pytest.mark.parametrize(
    ("pack", "pointer", "after"),
    [
        (
            "ro",
            "CITEȘTE ȘI: Programul „Casa caldă”, relansat. Cine poate primi bani",
            "În aceste condiții, prețul crește.",
        ),
        ("en", "Read also: Harbour tolls to rise in spring. Who will pay them", "The ferry waits."),
        ("en", "Read also: Harbour tolls to rise in spring.", "They wait for the ferry, said Maria Blom."),
        ("en", "Read also: Why the harbour has been closed since August", "He told the hearing that it rained."),
        ("fa", "بیشتر بخوانید: سهم تالاب‌ها چقدر است؟", "کشتی منتظر است."),
        # A number's unit ends a headline, and in one with a capital at every word a capital begins nothing.
        ("sv", "Läs också: Färjan till öarna går igen – för första gången på 90 år", "Den här gången höll axeln."),
        (
            "id",
            "Baca juga: Tarif Pelabuhan Berlaku di 12 Titik Baru Kota",
            '"Kapal itu sudah tua dan kami menunggu," ujar dia.',
        ),
    ],
)
def test_where_a_pointer_ends_is_told_by_what_follows(pack: str, pointer: str, after: str) -> None:
    label = pointer.partition(":")[0]
    assert cut(label, f"{BEFORE} {pointer} {after}", pack=pack) == pointer


def test_a_pointer_stands_behind_a_quotation() -> None:
    pointer = "بیشتر بخوانید: سهم تالاب‌ها چقدر است؟"
    assert cut("بیشتر بخوانید", f"او گفت: «کشتی رفت.» {pointer} کشتی منتظر است.", pack="fa") == pointer


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("広告", "氷は風で割れた。広告神社の総代は湖を見守る。"),
        ("Advertentie", "Het schip ligt stil. Advertentie ,,Dat duurt een week’’, zegt de kapitein."),
    ],
)
def test_a_label_in_scripts_without_spaces_and_before_speech(label: str, text: str) -> None:
    assert cut(label, text, Chrome.ADVERTISEMENT)


@pytest.mark.parametrize(
    ("label", "cut_out"), [("打开客户端，阅读体验更佳", True), ("打开客户端", False), ("分享到微信朋友圈", False)]
)
def test_a_long_prompt_between_sentences_of_ideographs(label: str, cut_out: bool) -> None:
    chrome = Chrome.SHARE if label.startswith("分享") else Chrome.APP_DOWNLOAD
    assert bool(cut(label, f"渡轮星期一停航。{label}岛上有三千居民在等船。", chrome)) is cut_out


def test_a_label_that_a_japanese_sentence_goes_on_with_stays() -> None:
    text = "船は月曜に止まった。公式アプリをダウンロードした人は四千人を超えた。"
    assert cut("公式アプリをダウンロード", text, Chrome.APP_DOWNLOAD) is None


def test_names_behind_prepositions_do_not_begin_the_story() -> None:
    pointer = "CZYTAJ TEŻ: Norowirus w przedszkolu w Krośnie. Rodzice zabierają dzieci do domów"
    assert cut("CZYTAJ TEŻ", f"{BEFORE} {pointer} W szpitalu są wolne miejsca.", pack="pl") == pointer


@pytest.mark.parametrize(("label", "opens"), [("ADVERTISEMENT", True), ("Advertisement", False), ("AD", False)])
def test_a_label_in_capitals_may_stand_before_a_name(label: str, opens: bool) -> None:
    line = prepare(f"{label} Blom wants the ferry back, and said so on Monday to the islanders who wait for it.")
    words = words_of([line.text], "en")
    assert opens_glued(rule(Chrome.ADVERTISEMENT, label), line, 0, len(label), words) is opens


@pytest.mark.parametrize(
    ("label", "pointer", "after"),
    [
        (
            "延伸閱讀",
            "延伸閱讀：颱風假薪水怎麼算？勞工局一張圖秒懂",
            "他說，昨晚只準備平常三分之一的量，結果不到凌晨五點就全部賣光。",
        ),
        (
            "相关阅读",
            "【相关阅读】三千岛民出行靠渔船 渡轮何时复航？",
            "经过三轮居民议事会讨论，改造方案最终在七月敲定。",
        ),
    ],
)
def test_no_space_need_part_a_pointer_in_ideographs(label: str, pointer: str, after: str) -> None:
    before = "渡轮停在港口已经一个星期，三千名岛民只能乘渔船往返于各岛之间。"
    assert cut(label, f"{before}{pointer}{after}", pack="zh") == pointer


def test_an_advertisement_label_in_capitals_is_none_of_a_quotation() -> None:
    text = "“We saw the crack on Monday. ADVERTISEMENT Then we went home and slept,” the keeper of the island said."
    assert cut("ADVERTISEMENT", text, Chrome.ADVERTISEMENT)
