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
