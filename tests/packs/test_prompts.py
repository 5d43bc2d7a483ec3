"""Prompts between the paragraphs and in them, told by words of many languages and by what the story does not say."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean import Chrome
from newsclean.packs import prompts
from newsclean.packs.prompt_words import prompt_words
from newsclean.packs.prompts import SENTENCE_END
from newsclean.rules.languages import ANY, pack_names
from newsclean.segment.text import segment_text

RULE, OFFER = prompts.prompts.rules
WORDS = tomllib.loads(Path(prompts.__file__).with_name("prompts.toml").read_text("utf-8"))
STORY = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, and about three "
    "thousand people who live on the islands will wait for a week, said the operator, for the boat that brings fuel."
)


def found(*lines: str, language: str = "en") -> list[tuple[str, Chrome | None]]:
    """Return what is marked, by its text, and its kind."""
    document = segment_text("\n\n".join(lines), language=language)
    marks = RULE.apply(document, [])
    return [(document.blocks[mark.block or 0].text[mark.start : mark.end], mark.chrome) for mark in marks]


def test_there_are_words_for_every_language_with_a_pack() -> None:
    assert set(WORDS) == set(pack_names())
    topics = {"calls", "newsletter", "app_download", "donate", "promotion", "comments"}
    assert {
        language: topics - set(words) for language, words in WORDS.items() if language != ANY and topics - set(words)
    } == {}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Get the day's top stories in your inbox. Sign up for our newsletter", Chrome.NEWSLETTER),
        ("Download our app and never miss a story", Chrome.APP_DOWNLOAD),
        ("Follow us on WhatsApp", Chrome.FOLLOW),
        ("Support independent journalism", Chrome.DONATE),
        ("Subscribe now: 3 months for $1 a month", Chrome.PROMOTION),
        ("Have your say in the comments", Chrome.COMMENTS),
    ],
)
def test_a_line_that_calls_on_the_reader(line: str, kind: Chrome) -> None:
    assert found(STORY, line, STORY + " It rains.") == [(line, kind)]


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("de", "Täglich das Wichtigste: Jetzt den Newsletter abonnieren", Chrome.NEWSLETTER),
        ("fr", "L’info en continu : téléchargez notre appli", Chrome.APP_DOWNLOAD),
        ("ru", "Подписывайтесь на наш канал в Телеграме", Chrome.FOLLOW),
        ("nl", "Deel dit artikel: WhatsApp Facebook X", Chrome.SHARE),
        ("tr", "Uygulamamızı indirin, son dakika haberlerini kaçırmayın", Chrome.APP_DOWNLOAD),
        ("ar", "اشترك في النشرة البريدية ليصلك كل جديد", Chrome.NEWSLETTER),
    ],
)
def test_languages_have_words_of_their_own(language: str, line: str, kind: Chrome) -> None:
    story = "Ferry " * 40 + "."
    assert found(story, line, language=language) == [(line, kind)]


def test_what_the_story_speaks_of_is_no_prompt() -> None:
    about = STORY.replace("the operator", "its newsletter")
    assert found(about, "Sign up for our newsletter", about + " It rains.") == []


@pytest.mark.parametrize(
    "line",
    [
        "The operator has a newsletter for islanders.",
        "“Sign up for our newsletter”",
        "Get the boat to the islands, he told them.",
        "He said: no newsletter will tell you that.",
    ],
)
def test_a_sentence_that_only_holds_a_word_of_one(line: str) -> None:
    assert found(STORY, line, STORY + " It rains.") == []


def test_a_prompt_inside_a_paragraph_is_cut_out_with_the_call_before_it() -> None:
    cut = "Get the news of the islands first. Sign up for our newsletter. "
    marked = found(f"{STORY} {cut}It rains on the islands.")
    assert marked == [(cut, Chrome.NEWSLETTER)]


def test_a_prompt_is_cut_out_with_the_call_of_a_few_words_before_it() -> None:
    cut = "Never miss a story! Sign up for our newsletter. "
    assert found(f"{STORY}\n\n{cut}{STORY}") == [(cut, Chrome.NEWSLETTER)]
    assert found(f"{STORY}\n\n{cut.replace('Never miss a story', 'It rains again')}{STORY}")[0][0].startswith("Sign up")


def test_no_sentence_begins_inside_an_address() -> None:
    ends = [stop.end() for stop in SENTENCE_END.finditer("see www.tern.example/join or tern.com now. it rains.")]
    assert ends == [43, 52]


def test_a_prompt_inside_a_paragraph_ends_behind_all_that_it_speaks_of() -> None:
    cut = "Sign up for our newsletter Harbour, every Monday in your inbox "
    marked = found(f"{STORY} {cut}The islands have been without a boat since then.")
    assert marked == [(cut, Chrome.NEWSLETTER)]


def test_a_stem_is_no_part_of_a_common_word() -> None:
    told = prompt_words("ru")
    assert told is not None
    assert told.topic("главный дом, по словам жителей, почти не пострадал", {}) is None
    assert told.topic("подпишитесь на почту", {}) is Chrome.NEWSLETTER


def test_without_a_story_nothing_is_a_prompt() -> None:
    assert found("Sign up for our newsletter", "Follow us on WhatsApp") == []


def test_a_language_without_words_has_no_prompts() -> None:
    assert found(STORY, "Sign up for our newsletter", STORY, language="mt") == []
