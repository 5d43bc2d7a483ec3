"""Prompts that no phrase knows, glued into a paragraph, told by the words they are made of."""

from __future__ import annotations

import pytest

from newsclean import Chrome
from newsclean.mark import Mark
from newsclean.packs.glued_wording import glued_wording
from newsclean.segment.text import segment_text

(RULE,) = glued_wording.rules
STORY = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, and about three "
    "thousand people who live on the islands will wait for a week, said the operator, for the boat that brings fuel."
)
SERBIAN = (
    "Trajekt ka spoljnim ostrvima prestao je da saobraća u ponedeljak pošto je posada našla pukotinu na osovini, a oko "
    "tri hiljade ljudi koji žive na ostrvima čekaće nedelju dana na brod koji donosi gorivo, rekao je prevoznik."
)


def found(paragraph: str, language: str = "en", marks: tuple[Mark, ...] = ()) -> list[tuple[str, Chrome]]:
    """Return what is cut out, and its kind."""
    document = segment_text(paragraph, language=language)
    return [
        (document.blocks[mark.block].text[mark.start : mark.end], mark.chrome)
        for mark in RULE.apply(document, marks)
        if mark.block is not None and mark.chrome is not None
    ]


@pytest.mark.parametrize(
    ("language", "story", "line", "after"),
    [
        ("en", STORY, "Sign up for our free morning e-mail", "The boat is late."),
        ("sr", SERBIAN, "Preuzmite našu aplikaciju za Android i iOS", "Njegova sestra čeka na obali."),
    ],
)
def test_a_prompt_without_a_stop_ends_where_a_sentence_begins(language: str, story: str, line: str, after: str) -> None:
    paragraph = f"{story} {line} {after}"
    assert [text.strip() for text, _ in found(paragraph, language=language)] == [line]


def test_a_prompt_may_come_to_its_call_late() -> None:
    line = "Stay ahead of the traffic: get breaking news on our WhatsApp channel or download the free Echo app here."
    assert [text.strip() for text, _ in found(f"{STORY} {line} It rains.")] == [line]


@pytest.mark.parametrize("sentence", ["He signed up for the morning boat.", "“Sign up for our newsletter!” she calls."])
def test_a_sentence_of_the_story_is_not_cut_out(sentence: str) -> None:
    assert found(f"{STORY} {sentence} It rains.") == []


def test_what_another_rule_cuts_is_not_cut_twice() -> None:
    paragraph = f"{STORY} Sign up for our free morning e-mail The boat is late."
    cut = Mark("any.prompts.call", glued_wording.layer, 0, len(STORY) + 1, len(STORY) + 20, chrome=Chrome.NEWSLETTER)
    assert found(paragraph, marks=(cut,)) == []


CHINESE = (
    "粮站建于上世纪六十年代，停用后闲置了近二十年，院墙开裂、屋顶漏雨，一度成了附近居民堆放杂物的地方，直到去年五月才动工改造。",
    "首批二十名员工目前已经到岗，预计下周开始为老人提供午餐，配送费由爱心企业认领。",
)


def test_a_chinese_prompt_need_no_space_behind_it() -> None:
    prompt = "关注“港湾发布”微信公众号，第一时间获取权威资讯"
    document = segment_text(f"{CHINESE[0]}{prompt}{CHINESE[1]}", language="zh")
    (mark,) = RULE.apply(document, ())
    assert document.blocks[0].text[mark.start : mark.end] == prompt
