"""The promises of `clean`, `explain` and `Cleaner`: arguments, order, switches, rules, hostile input."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice

import pytest

import newsclean
from newsclean import Cleaner, Role
from newsclean.cleaner import default_cleaner

SENTENCES = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, the operator said.",
    "About 3,000 people live on the four islands and depend on the boat for fuel, post and medicine all year round.",
    "Repairs will take a week, the chief engineer told reporters on the quay, and a cargo boat will sail until then.",
)
STORY = "\n\n".join(SENTENCES)
TEXT = f"Ferry to the outer islands stops for a week\n\nShare\n\n{STORY}\n\nAdvertisement\n"
PAGE = (
    "<html><body><h1>Ferry to the outer islands stops for a week</h1>"
    + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    + "</body></html>"
)


def rules_of(explanation: newsclean.Explanation) -> set[str]:
    return {mark.rule for mark in explanation.marks}


def test_clean_and_explain_are_those_of_the_default_cleaner() -> None:
    assert newsclean.clean(TEXT) == default_cleaner().clean(TEXT)
    assert newsclean.explain(TEXT) == default_cleaner().explain(TEXT)


def test_the_story_is_kept_and_the_chrome_removed() -> None:
    article = newsclean.clean(TEXT)
    assert article.headline == "Ferry to the outer islands stops for a week"
    assert article.body == STORY


def test_str_and_bytes_give_the_same() -> None:
    assert newsclean.clean(TEXT.encode()) == newsclean.clean(TEXT)


def test_address_and_language_are_named_arguments() -> None:
    with pytest.raises(TypeError):
        newsclean.clean(TEXT, "https://example.com/")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        newsclean.explain(TEXT, "https://example.com/")  # type: ignore[call-arg]


def test_what_the_caller_knows_goes_into_the_article() -> None:
    article = newsclean.clean(TEXT, url="https://example.com/a", language="sv")
    assert article.url == article.source.url == "https://example.com/a"
    assert article.language == "sv"


def test_language_is_detected_where_nobody_says_it() -> None:
    assert newsclean.clean(TEXT).language == "en"


def test_many_inputs_are_cleaned_as_they_are_asked_for() -> None:
    taken: list[int] = []

    def endless() -> Iterator[str]:
        for number in count():
            taken.append(number)
            yield TEXT.replace("week", f"week {number}")

    articles = Cleaner().clean_many(endless())
    assert taken == []
    assert [article.headline for article in islice(articles, 3)] == [
        f"Ferry to the outer islands stops for a week {number}" for number in range(3)
    ]
    assert taken == [0, 1, 2]


def test_a_rule_is_switched_off_by_its_id_and_by_any_part_of_it_up_to_a_dot() -> None:
    assert "en.share.label" in rules_of(Cleaner().explain(TEXT))
    for prefix in ("en.share.label", "en.share", "en.share.", "en"):
        assert "en.share.label" not in rules_of(Cleaner(disable=[prefix]).explain(TEXT))
    for prefix in ("en.shar", "e", "share", "fr.share"):
        assert "en.share.label" in rules_of(Cleaner(disable=[prefix]).explain(TEXT))


def test_one_prefix_needs_no_list() -> None:
    assert "en.share.label" not in rules_of(Cleaner(disable="en.share").explain(TEXT))


def test_switching_off_leaves_the_other_rules_on() -> None:
    rules = rules_of(Cleaner(disable=["en.share", "fr"]).explain(TEXT))
    assert any(rule.startswith("en.advertisement.") for rule in rules)


@pytest.mark.parametrize("prefix", ["headline", "model"])
def test_the_model_and_the_field_readers_can_be_switched_off_too(prefix: str) -> None:
    assert any(rule.startswith(f"{prefix}.") for rule in rules_of(Cleaner().explain(TEXT)))
    assert not any(rule.startswith(f"{prefix}.") for rule in rules_of(Cleaner(disable=[prefix]).explain(TEXT)))


def test_threads_share_a_cleaner() -> None:
    cleaner = Cleaner()
    inputs = [TEXT.replace("3,000", str(number)) for number in range(30)] + [PAGE] * 10
    alone = [default_cleaner().explain(raw) for raw in inputs]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(cleaner.explain, inputs)) == alone


def test_other_processes_give_the_same_whatever_their_hash_seed() -> None:
    program = (
        "import sys, newsclean\n"
        "for raw in sys.stdin.read().split('\\x1f'):\n"
        "    explanation = newsclean.explain(raw)\n"
        "    print(explanation.article.model_dump_json(), explanation.spans)\n"
    )
    answers = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
        command, pages = [sys.executable, "-c", program], f"{TEXT}\x1f{PAGE}"
        done = subprocess.run(command, input=pages, capture_output=True, text=True, check=True, env=environment)
        answers.add(done.stdout)
    assert len(answers) == 1
    assert newsclean.clean(TEXT).model_dump_json() in answers.pop()


def test_the_order_of_inputs_does_not_matter() -> None:
    one, other = Cleaner(), Cleaner()
    first = [one.clean(raw) for raw in (TEXT, PAGE, "")]
    last = [other.clean(raw) for raw in ("", PAGE, TEXT)]
    assert first == last[::-1]


def test_results_travel_between_processes() -> None:
    explanation = newsclean.explain(PAGE)
    assert pickle.loads(pickle.dumps(explanation)) == explanation


def test_the_lead_and_the_headline_have_their_roles() -> None:
    roles = {span.text.strip(): span.role for span in newsclean.explain(TEXT).spans}
    assert roles["Ferry to the outer islands stops for a week"] is Role.HEADLINE
    assert [roles[sentence] for sentence in SENTENCES] == [Role.LEAD, Role.BODY, Role.BODY]
