"""What is looked for, as data that can be kept and added to."""

from __future__ import annotations

from newsclean import Chrome, Layer
from newsclean.rules.index import Index
from newsclean.rules.keys import with_keys
from newsclean.rules.literals import required_literals
from newsclean.rules.rule import Match, Rule


def rule(name: str, match: Match, *phrases: str) -> Rule:
    return with_keys(Rule(f"en.x.{name}", Layer.LANGUAGE, Chrome.SHARE, match, phrases, "why", (), ()))


RULES = [
    rule("a", Match.WHOLE, "Share", "Copy link"),
    rule("b", Match.PATTERN, r"^share \d+ times$", r"^(?:x|y) \pL", r".x$"),
    rule("c", Match.WHOLE, "Share", "Print"),
]


def all_of(index: Index) -> tuple[object, ...]:
    phrases = {key: index.phrases(key) for key in index.firsts}
    return (phrases, {key: index.keyed_by(key) for key in index.keyed}, dict(index.headed), index.unkeyed)


def test_a_key_stands_for_the_phrases_of_all_rules() -> None:
    index = Index()
    index.add(RULES)
    assert index.starts == [0, 2, 2, 4]
    assert {key: index.phrases(key) for key in index.firsts} == {"share": (0, 2), "copy link": (1,), "print": (3,)}
    assert index.phrases("paste") == ()
    needed = required_literals(RULES[1].phrases[0])
    assert {key: index.keyed_by(key) for key in index.keyed} == {key: [0] for key in needed}
    assert {key: index.headed_by(key) for key in index.headed} == {"x ": [1], "y ": [1]}
    assert index.unkeyed == [2]


def test_rules_added_later_are_as_if_they_had_been_there() -> None:
    whole, parts = Index(), Index()
    whole.add(RULES)
    for added in RULES:
        parts.add([added])
    assert all_of(parts) == all_of(whole)
    assert set(parts.automaton.find("copy link print")) == set(whole.automaton.find("copy link print"))


def test_an_index_made_of_a_state_can_be_added_to() -> None:
    index = Index()
    index.add(RULES[:2])
    again = Index(index.state)
    again.add(RULES[2:])
    whole = Index()
    whole.add(RULES)
    assert all_of(again) == all_of(whole)
    assert all_of(Index(again.state)) == all_of(whole)
    assert {key for key, _, _ in again.automaton.find("print the page: share")} >= {"print", "share"}


def test_an_empty_index() -> None:
    index = Index(Index().state)
    assert index.state == Index().state
    assert list(index.automaton.find("share")) == []


def test_the_number_of_a_pattern_may_be_that_of_any_character() -> None:
    index = Index()
    index.add([rule("many", Match.PATTERN, *(rf"^(?:{chr(n)}x|{chr(n)}y) \pL" for n in range(ord("a"), ord("o"))))])
    again = Index(index.state)
    assert all_of(again) == all_of(index)
    assert 9 in {which for beginning in again.headed for which in again.headed_by(beginning)}
