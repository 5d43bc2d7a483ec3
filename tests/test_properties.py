"""What holds for every input, tried on made-up ones: text, bytes, pages of prose and chrome in odd layouts."""

from __future__ import annotations

import html
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsclean
from newsclean.assembling import assemble
from newsclean.read import repair_mojibake

FAST = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SLOW = settings(FAST, max_examples=150)

PROSE = (
    "The mayor of Bergen opened the new fish market on Monday, an hour late and in the rain, as the old one burned.",
    "LISBON, May 3 (Reuters) - A tram without a driver rolled down four streets and stopped at a red light by itself.",
    "« Lire aussi les poètes », conseillait-il à ses élèves, qui préféraient de loin les histoires de pirates.",
    "Der Rat beschloss am Dienstag, den Brunnen wieder anzustellen, was die Kinder der Stadt schon getan hatten.",
    "أعلنت البلدية يوم الاثنين أنها ستعيد فتح الجسر القديم بعد عام من أعمال الترميم التي كلفت أكثر مما كان متوقعا.",
    "市政府星期一表示，旧桥将在一年的修缮之后重新开放，费用比预计的高出许多，但居民们仍然十分高兴。",
    "A line broken in the mid-\ndle of a word, and then again after a comma,\nas scrapes of narrow columns often are.",
)
CHROME = (
    "Share",
    "Read also: Ten ways to boil an egg",
    "Advertisement",
    "Lire aussi",
    "Ähnliche Artikel",
    "اقرأ أيضا",
    "Related Articles",
    "Sign up for our newsletter",
    "© 2031 The Bergen Bell. All rights reserved.",
    "By Ana Ruiz",
    "3 hours ago",
    "(AFP)",
    "* * *",
    "Home | News | Sport",
    "[Subscribe](https://example.com/s)",
    "![A fish](https://example.com/f.jpg)",
    "# Fish market opens",
    "Source: dpa",
    "14:02 Fish market opens",
    "Published: 3 May 2031 at 14:02",
    "Fish market opens - The Bergen Bell",
    "[ad_1]",
    "Topics:",
    "fish, tram",
    # Labels with nothing behind them, and what may stand at the end of a paragraph.
    "Read also:",
    "Lire aussi :",
    "Watch the full video here:",
    "Download our app",
    "The old fish market in the rain. Photo: Ana Ruiz",
)
#: Paragraphs that differ, as those of a story do, with chrome that stands between them.
STORY_LINES = (
    *(
        f"Sentence {n} of the story says that goat {n} has left the line near the harbour, as {who} said on {day}."
        for n, (who, day) in enumerate(
            (who, day) for who in ("a guard", "the mayor", "two divers") for day in ("Monday", "Tuesday", "Friday")
        )
    ),
    "Advertisement",
    "Read also: Ten ways to boil an egg",
    "Sign up for our newsletter",
)
SEPARATORS = ("\n", "\n\n", "\r\n", "\r", " ", "", "\n- ", "\n  * ", "\n> ", "\t", *"\u2028\x85\x0c\u200b\u00a0\ufeff")
TAGS = (
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "blockquote",
    "td",
    "a",
    "span",
    "button",
    "noscript",
    "b",
    "figcaption",
    "unheard-of",
)
SOUP = ("<p>", "</p>", "<", ">", "&lt;", "&#2;", "<!--", "-->", "<script>", "<b", "=", '"', "a b", "\0")

# Lone surrogates too: a str from a careless decoder may hold them.
any_text = st.text(st.characters(exclude_categories=()), max_size=300)
pieces = st.sampled_from(PROSE + CHROME) | st.text(max_size=30)
pages_of_text = st.lists(st.tuples(pieces, st.sampled_from(SEPARATORS)), max_size=40).map(
    lambda parts: "".join(piece + separator for piece, separator in parts)
)
elements = st.tuples(st.sampled_from(TAGS), pieces, st.booleans()).map(
    lambda part: f"<{part[0]}>{html.escape(part[1])}" + (f"</{part[0]}>" if part[2] else "")
)
pages_of_html = st.lists(elements, max_size=25).map(lambda parts: "<html><body>" + "\n".join(parts))
tag_soup = st.lists(st.sampled_from(SOUP))


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def is_subsequence(part: str, whole: str) -> bool:
    """Return whether the characters of `part` stand in `whole` in the same order."""
    rest = iter(whole)
    return all(char in rest for char in part)


def check(raw: str | bytes) -> newsclean.Explanation:
    """Explain `raw` and assert what every explanation promises."""
    explanation = newsclean.explain(raw)
    article, document = explanation.article, explanation.document
    assert not [w for w in article.warnings if w.startswith("Cleaning failed")]
    assert newsclean.clean(raw) == article
    assert newsclean.explain(raw) == explanation
    assert assemble(document, explanation.marks) == explanation
    assert "".join(span.text for span in explanation.spans) == document.text
    assert all(before.end == after.start for before, after in pairwise(explanation.spans))
    assert all(span.rule for span in explanation.removed)
    assert article.body == "\n\n".join(paragraph.text for paragraph in article.paragraphs)
    assert newsclean.Article.model_validate_json(article.model_dump_json()) == article
    return explanation


def check_text(raw: str) -> None:
    explanation = check(raw)
    if explanation.document.form == "text":
        text, _ = repair_mojibake(raw)
        assert explanation.document.text == text
        assert is_subsequence(letters(explanation.article.body_with_dateline), letters(text))


@FAST
@given(any_text)
def test_any_text(raw: str) -> None:
    check_text(raw)


@FAST
@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    check(raw)


@settings(FAST, max_examples=600)
@given(pages_of_text)
def test_pages_of_prose_and_chrome(raw: str) -> None:
    check_text(raw)


@FAST
@given(pages_of_text, st.sampled_from(["utf-8-sig", "utf-16", "cp1252", "cp1256", "gb18030", "shift_jis"]))
def test_pages_in_any_encoding(text: str, encoding: str) -> None:
    check(text.encode(encoding, "replace"))


@SLOW
@given(pages_of_html)
def test_pages_of_html_give_words_of_the_page(raw: str) -> None:
    explanation = check(raw)
    assert set(re.findall(r"\w+", explanation.article.body)) <= set(re.findall(r"\w+", explanation.document.text))


@SLOW
@given(st.lists(st.sampled_from(STORY_LINES), min_size=4, max_size=12, unique=True))
def test_what_has_been_cleaned_is_clean(lines: list[str]) -> None:
    article = newsclean.clean("\n\n".join(lines))
    assert newsclean.clean(article.to_text(), language=article.language).body == article.body


@SLOW
@given(st.lists(pages_of_text | pages_of_html, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_inputs_makes_no_difference(inputs: list[str], random: Random) -> None:
    answers = {raw: newsclean.clean(raw) for raw in inputs}
    shuffled = random.sample(inputs, len(inputs))
    with ThreadPoolExecutor(4) as pool:
        assert dict(zip(shuffled, pool.map(newsclean.clean, shuffled), strict=True)) == answers


@SLOW
@given(tag_soup.map("".join))
def test_tag_soup(raw: str) -> None:
    check(raw)


@SLOW
@given(any_text, any_text)
def test_any_address_and_language(url: str, language: str) -> None:
    assert PROSE[0] in newsclean.clean(PROSE[0], url=url, language=language).body
