"""Questions of an interview are no prompts, whatever their words are."""

from __future__ import annotations

import newsclean
from newsclean.rules.guards import questions_in
from newsclean.segment.looks import look_at
from newsclean.segment.text import segment_text

ANSWER = "The swan came in March, when the lamp was being cleaned, and by the evening she had built half a nest there."
QUESTIONS = ("How did you find the swan?", "Want to read more about her?", "Have you subscribed to the bird journal?")
INTERVIEW = "\n\n".join(f"{question}\n\n{n}. {ANSWER}" for n, question in enumerate(QUESTIONS, 1))


def asked(text: str) -> list[str]:
    blocks = segment_text(text).blocks
    return [blocks[index].text for index in sorted(questions_in(blocks, look_at(blocks)))]


def test_three_questions_with_their_answers_are_an_interview() -> None:
    assert asked(f"Swan stops lighthouse\n\n{INTERVIEW}") == list(QUESTIONS)


def test_two_questions_may_be_prompts() -> None:
    assert asked(INTERVIEW.rpartition("\n\nHave")[0]) == []


def test_a_question_without_an_answer_or_one_that_comes_again_is_none() -> None:
    assert asked(f"{INTERVIEW}\n\nAny questions?\n\nShare\n\nMore?\n\n{ANSWER}\n\nMore?") == list(QUESTIONS)


def test_questions_of_an_interview_stay() -> None:
    article = newsclean.clean(f"Swan stops lighthouse\n\nBy Ana Ruiz\n\n{ANSWER}\n\n{INTERVIEW}", language="en")
    assert [paragraph.text for paragraph in article.paragraphs][1::2] == list(QUESTIONS)


def test_a_label_that_is_all_of_a_line_is_chrome_in_an_interview_too() -> None:
    article = newsclean.clean(f"Swan stops lighthouse\n\n{INTERVIEW}\n\nAdvertisement\n\n{ANSWER}", language="en")
    assert "Advertisement" not in article.body


COOKIES = (
    "This website uses cookies to improve your experience while you navigate through the website. Out of these "
    "cookies, the cookies that are categorized as necessary are stored on your browser as they are essential for the "
    "working of basic functionalities of the website."
)


def test_what_a_site_says_of_its_cookies_may_be_longer_than_the_story() -> None:
    banner = "\n\n".join(f"{COOKIES} {n}" for n in range(1, 5))
    explanation = newsclean.explain(f"Swan stops lighthouse\n\n{ANSWER}\n\n{ANSWER[::-1]}\n\n{banner}", language="en")
    assert not any("held back" in warning for warning in explanation.article.warnings)
    assert "cookies" not in explanation.article.body
    assert ANSWER in explanation.article.body


def test_a_rule_that_would_take_nearly_all_is_held_back() -> None:
    article = newsclean.clean("\n\n".join(f"{COOKIES} {n}" for n in range(1, 5)), language="en")
    assert any("en.consent.banner_text was held back" in warning for warning in article.warnings)
