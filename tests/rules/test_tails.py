"""Lines glued to the end of a paragraph are told as lines of their own, and only they."""

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
