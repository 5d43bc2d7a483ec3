"""Lines glued into a paragraph are told as lines of their own, and only they."""

from __future__ import annotations

import pytest

import newsclean

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
)
JAPANESE = (
    "灯台の灯が木曜日に百年ぶりに消え、港に入る船は沖で待つように言われた。"
    "白鳥がレンズの間に巣を作っていたためで、卵がかえるまで灯台は使えないという。"
)


def body(tail: str, language: str = "en", paragraph: str = STORY[1]) -> str:
    raw = "\n\n".join(("Swan puts out the lighthouse", STORY[0], f"{paragraph} {tail}", STORY[2]))
    return newsclean.clean(raw, language=language).body


@pytest.mark.parametrize(
    "tail",
    [
        "Video above: How the swan was found",
        "☞ The ten loudest birds of the coast",
        "► Third whale of the week. It swam off",
    ],
)
def test_a_line_behind_the_last_stop_is_cut_off(tail: str) -> None:
    assert body(tail) == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "tail",
    [
        "He wrote to a friend of the photo of Ana Ruiz",
        "Read more books, the keeper was told.",
        "pic.twitter.com/x1y2z3",
        "#swans #lighthouse",
    ],
)
def test_what_no_rule_tells_stays(tail: str) -> None:
    assert body(tail) == "\n\n".join((STORY[0], f"{STORY[1]} {tail}", STORY[2]))


def glued(line: str, *, language: str = "en", story: tuple[str, ...] = STORY, at: int = 0) -> str:
    """Return what is left of a paragraph into which a line is glued, in front of a sentence."""
    sentences = " ".join(story[1:]).split(". ")
    sentences[at] = f"{line} {sentences[at]}"
    raw = "\n\n".join(("Swan puts out the lighthouse", story[0], ". ".join(sentences)))
    return newsclean.clean(raw, language=language).body.removeprefix(f"{story[0]}\n\n")


DANISH = (
    "Fyret i Skagen gik ud torsdag for første gang i hundrede år, og skibene fik besked på at vente uden for havnen.",
    "Havnefoged Mette Vognsen opdagede reden, da hun var gået op ad trappen. Han-svanen bed hende i hånden ved lampen.",
    "Fuglen må blive, til æggene er klækket, siger havnekontoret, som har sat en lampe op på taget i mellemtiden.",
)
PERSIAN = (
    "چراغ فانوس دریایی روز پنجشنبه پس از صد سال خاموش شد و کشتی‌ها بیرون بندر منتظر ماندند تا هوا روشن شود.",
    "نگهبان فانوس می‌گوید قویی میان لامپ و عدسی لانه ساخته است و تا جوجه‌ها از تخم بیرون نیایند کاری نمی‌شود کرد.",
    "اداره بندر اعلام کرد پرنده تا پایان ماه می‌تواند بماند و چراغی موقت روی بام نصب شده است تا کشتی‌ها راه را بیابند.",
)


@pytest.mark.parametrize("line", ["Read also: Harbour tolls to rise in May", "Advertisement", "Skip advertisement"])
def test_a_line_in_front_of_a_paragraph_is_cut_off_before_a_frequent_word(line: str) -> None:
    assert glued(line) == " ".join(STORY[1:])


def test_a_line_that_a_rule_knows_as_a_whole_is_cut_off_before_a_name() -> None:
    assert glued("Tilmeld dig vores nyhedsbrev", language="da", story=DANISH) == " ".join(DANISH[1:])


def test_so_it_is_where_there_are_no_capitals() -> None:
    assert glued("ما را در تلگرام دنبال کنید", language="fa", story=PERSIAN) == " ".join(PERSIAN[1:])


def test_a_line_in_front_of_a_later_sentence_is_cut_out() -> None:
    assert glued("Tilmeld dig vores nyhedsbrev", language="da", story=DANISH, at=1) == " ".join(DANISH[1:])


@pytest.mark.parametrize("line", ["Foto: Mette Holm", "Foto: Scanpix/M. Holm", "Foto: Privat"])
def test_a_credit_is_cut_out_before_the_capital_that_the_sentence_begins_with(line: str) -> None:
    assert glued(line, language="da", story=DANISH, at=1) == " ".join(DANISH[1:])


def test_so_it_is_where_the_words_that_tell_of_it_are_long() -> None:
    story = (
        "Deniz feneri perşembe günü yüz yıldan beri ilk kez söndü ve gemilere limanın dışında beklemeleri söylendi.",
        "Fener bekçisi yuvayı sabah erkenden merdivenlerden çıkınca "
        "buldu, kuğular lamba ile mercek arasına yerleşmişti. Kuş uyuyordu ve kimse onu uyandırmak istemedi.",
        "Kuş yumurtalar açılana kadar kalabilecek, liman idaresi bu arada çatıya geçici bir lamba koydu.",
    )
    assert glued("Fotoğraf: Selin Akgöl", language="tr", story=story, at=1) == " ".join(story[1:])


def test_no_name_is_parted_from_its_sentence_for_a_credit() -> None:
    story = (DANISH[0], DANISH[1].replace("Han-svanen bed", "Mette Vognsen bed"), DANISH[2])
    assert "Mette Vognsen bed" in glued("Foto: AFP", language="da", story=story, at=1)


def test_a_prompt_with_a_stop_of_its_own_is_cut_off() -> None:
    assert glued("Subscribe to our YouTube channel.") == " ".join(STORY[1:])


@pytest.mark.parametrize(
    "line", ["Follow The Money reporters found that", "Advertising Standards officials say", "Read more books, for"]
)
def test_the_first_words_of_a_sentence_are_no_line(line: str) -> None:
    assert line in glued(line)


def test_no_sentence_is_taken_with_the_line_behind_it() -> None:
    story = f"{STORY[1]} The keeper waits."
    assert body("© All rights reserved", paragraph=story) == "\n\n".join((STORY[0], story, STORY[2]))


def test_the_rules_of_another_language_have_no_say() -> None:
    tail = "Lesen Sie auch: Der Schwan"
    assert tail in body(tail, "en")
    assert tail not in body(tail, "de")


def test_where_no_spaces_part_sentences() -> None:
    raw = f"{JAPANESE}【関連記事】灯台に住む白鳥の一日\n\n{JAPANESE[::-1]}"
    assert "関連記事" not in newsclean.clean(raw, language="ja").body
    assert JAPANESE in newsclean.clean(raw, language="ja").body


def test_the_mark_says_which_rule_it_was() -> None:
    raw = "\n\n".join((STORY[0], f"{STORY[1]} Video above: How the swan was found", STORY[2]))
    (span,) = newsclean.explain(raw, language="en").removed
    assert span.text.strip() == "Video above: How the swan was found"
    assert (span.rule or "").startswith("en.media.")


def test_a_paragraph_without_spaces_stays_without_the_notice_glued_to_it() -> None:
    story = (
        "灯塔周四一百年来首次熄灭，进港的船只被要求在外海等候，港务局说至少要等到下个月才能重新点亮。",
        "不过业内人士提醒，鸟卵孵化的时间难以预料。守塔人对此也有准备，他说港口已经在屋顶装了一盏临时的灯，"
        "希望过往的船只不必再等。新灯预计下半年投入使用。",
    )
    raw = "\n".join(("灯塔熄灭", *story[:1], f"{story[1]}（本文为海港商报原创，未经授权不得转载）", "相关阅读"))
    assert newsclean.clean(raw, language="zh").body == "\n\n".join(story)


def test_a_notice_in_brackets_with_a_stop_of_its_own_is_cut_off() -> None:
    assert "advertisement" not in body("(Article continues below advertisement…)")
    assert f"{STORY[1]} (The bird is still there…)" in body("(The bird is still there…)")


@pytest.mark.parametrize("line", ["(Read also: Harbour tolls to rise in May)", "[Subscribe to our newsletter]"])
def test_a_notice_in_brackets_between_two_sentences_is_cut_out(line: str) -> None:
    assert glued(line, at=1) == " ".join(STORY[1:])


@pytest.mark.parametrize("line", ["(The bird is still there.)", "(In Danish the word for swan is svane)"])
def test_other_words_in_brackets_stay(line: str) -> None:
    assert line in glued(line, at=1)


def test_without_spaces_what_is_glued_to_the_end_may_be_of_a_few_characters() -> None:
    first = "灯塔周四一百年来首次熄灭，进港的船只被要求在外海等候，港务局说至少要等到下个月才能重新点亮。"
    last = (
        "“鸟卵孵化的时间难以预料。”守塔人方明说，港口已经在屋顶装了一盏临时的灯，过往的船只不必再等。"
        "新灯预计下半年投入使用，港务局将在那之前每天派人检查电路，并向渔民通报海上的情况。"
    )
    article = newsclean.clean("\n\n".join(("灯塔熄灭", first, first[::-1], f"{last}受访者供图")), language="zh")
    assert article.body.endswith(last)


@pytest.mark.parametrize("line", ["Photo: Ana Ruiz.", "Photo: Ana Ruiz / Skagen Press."])
def test_a_credit_is_cut_out_with_its_stop(line: str) -> None:
    assert glued(line, at=1) == " ".join(STORY[1:])


THAI = (
    "ประภาคารสกาเกนดับเมื่อวันพฤหัสบดีเป็นครั้งแรกในรอบร้อยปี และเรือทุกลำถูกสั่งให้รออยู่นอกท่าเรือจนถึงเช้า",
    "ผู้ดูแลประภาคารพบรังหงส์ระหว่างตะเกียงกับเลนส์เมื่อเขาปีนบันไดขึ้นไป และคนบนเกาะมากกว่า 80% อยากให้มันอยู่ต่อ",
)


def test_what_is_glued_behind_a_thai_number_is_cut_off() -> None:
    story = THAI[1].removesuffix(" อยากให้มันอยู่ต่อ")
    raw = "\n\n".join(("หงส์ดับประภาคาร", THAI[0], f"{story} โฆษณา - อ่านบทความต่อด้านล่าง", THAI[1]))
    assert newsclean.clean(raw, language="th").body == "\n\n".join((THAI[0], story, THAI[1]))
