"""How phrases and patterns are found in blocks: each way of matching, where it hits and where it must not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Block, BlockKind, Run
from newsclean.mark import Chrome, Layer, Role
from newsclean.rules.matching import Hit, Matcher
from newsclean.rules.rule import Match, Rule, SiteRules, Takes


def rule(match: Match, *phrases: str, name: str = "rule") -> Rule:
    return Rule(
        f"xx.related.{name}", Layer.LANGUAGE, Chrome.RELATED, match, phrases, "It leads away.", ("a mark",), ("a keep",)
    )


def blocks(*texts: str) -> list[Block]:
    return [Block(i, text, BlockKind.PARAGRAPH, 0, len(text), (Run(0, 0),)) for i, text in enumerate(texts)]


def hits(rules: Rule | list[Rule], *texts: str) -> list[Hit]:
    return Matcher(rules if isinstance(rules, list) else [rules]).read(blocks(*texts))


def taken(a_rule: Rule, text: str) -> str | None:
    """Return the stretch of `text` that the rule removes, or None."""
    found = hits(a_rule, text)
    if not found:
        return None
    mark = found[0].mark
    return text[mark.start : mark.end]


WHOLE = rule(Match.WHOLE, "Read also", "C'est à voir")


@pytest.mark.parametrize(
    "line",
    [
        "Read also",
        "READ ALSO:",
        "» Read also",
        "• Read also →",
        "[Read also]",
        "Read also (12)",
        "12 read also",
        "Read\u00a0also",
        "C’est à voir !",
    ],
)
def test_whole_takes_the_line_that_says_nothing_else(line: str) -> None:
    assert taken(WHOLE, line) == line


@pytest.mark.parametrize(
    "line", ["Read also this", "I read also", "Read alsot", "Bread also", "“Read also”", "«Read also»", "Read", ""]
)
def test_whole_takes_no_other_line(line: str) -> None:
    assert taken(WHOLE, line) is None


STARTS = replace(rule(Match.STARTS_WITH, "Read also"), max_words=6)


@pytest.mark.parametrize("line", ["Read also: Ten ways to boil", "→ Read also this", "Read also", "  • read also now"])
def test_starts_with_takes_short_lines(line: str) -> None:
    assert taken(STARTS, line) == line


@pytest.mark.parametrize(
    "line",
    [
        "Now read also this",
        "Read alsome",
        "Read also what the other six had said",
        "“Read also this”, he said",
        "“Read also” is a label",
    ],
)
def test_starts_with_takes_no_other_line(line: str) -> None:
    assert taken(STARTS, line) is None


def test_ends_with_is_the_mirror_of_starts_with() -> None:
    ends = replace(rule(Match.ENDS_WITH, "read more"), max_words=6)
    assert taken(ends, "Ferry stops for a week. Read more »") is None
    assert taken(ends, "Ferry stops. Read more »") == "Ferry stops. Read more »"
    assert taken(ends, "Read more books") is None
    assert taken(ends, "I bread more") is None


def test_contains_takes_the_line_it_stands_in() -> None:
    contains = rule(Match.CONTAINS, "all rights reserved")
    assert taken(contains, "© 2031 Courier. All rights reserved. x") == "© 2031 Courier. All rights reserved. x"
    assert taken(contains, "all rights reservedly") is None
    assert taken(contains, "He wrote “all rights reserved” under it.") is None
    assert taken(contains, "all rights reserved " + "word " * 25) is None


def test_contains_knows_scripts_without_spaces() -> None:
    assert taken(rule(Match.CONTAINS, "相关新闻"), "更多相关新闻请看") == "更多相关新闻请看"


PHRASE = replace(rule(Match.CONTAINS, "ADVERTISEMENT"), takes=Takes.PHRASE)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("It rained. ADVERTISEMENT It snowed.", "ADVERTISEMENT"),
        ("It rained ADVERTISEMENT on Monday", "ADVERTISEMENT"),
        ("It rained. Advertisement It snowed.", "Advertisement"),
        ("Advertisement", "Advertisement"),
        ("The advertisement was short.", None),
        ("THE ADVERTISEMENT WAS SHORT", None),
        ("The “ADVERTISEMENT” sign fell.", None),
    ],
)
def test_a_phrase_is_cut_out_where_it_was_glued_in(text: str, cut: str | None) -> None:
    assert taken(PHRASE, text) == cut


def test_a_phrase_of_another_script_is_cut_out() -> None:
    label = replace(rule(Match.CONTAINS, "إعلان"), takes=Takes.PHRASE)
    assert taken(label, "The ferry إعلان has stopped") == "إعلان"
    assert taken(label, "نشرت الشركة إعلان الوظيفة") is None


def test_cutting_a_phrase_needs_no_short_line() -> None:
    text = "It rained. ADVERTISEMENT " + "It snowed. " * 50
    assert taken(PHRASE, text) == "ADVERTISEMENT"


PATTERN = replace(rule(Match.PATTERN, r"^\d+ hours? ago$", r"^updated: "), max_words=5)


@pytest.mark.parametrize("line", ["3 hours ago", "1 HOUR AGO", "Updated: today"])
def test_patterns_are_searched_in_any_case(line: str) -> None:
    assert taken(PATTERN, line) == line


@pytest.mark.parametrize("line", ["3 hours ago it rained", "It was updated: today", "Updated: on the day that was"])
def test_patterns_are_held_by_their_anchors_and_the_limit_of_words(line: str) -> None:
    assert taken(PATTERN, line) is None


def test_a_pattern_may_take_its_stretch_only() -> None:
    assert (
        taken(replace(rule(Match.PATTERN, r"\[ad_\d\]"), takes=Takes.PHRASE), "It rained. [ad_1] It snowed.")
        == "[ad_1]"
    )


def test_a_hit_carries_what_its_rule_says() -> None:
    (hit,) = hits(WHOLE, "It rained.", "Read also")
    assert (hit.mark.rule, hit.mark.layer, hit.mark.block) == ("xx.related.rule", Layer.LANGUAGE, 1)
    assert (hit.mark.role, hit.mark.chrome, hit.mark.why) == (Role.BOILERPLATE, Chrome.RELATED, "It leads away.")


def test_a_rule_without_chrome_keeps() -> None:
    (hit,) = hits(replace(WHOLE, chrome=None), "Read also")
    assert (hit.mark.keeps, hit.mark.chrome) == (True, None)


def test_alone_means_that_the_block_says_nothing_else() -> None:
    assert [hit.alone for hit in hits(STARTS, "• Read also:", "Read also this")] == [True, False]


@pytest.mark.parametrize("line", ["Share Print Copy link", "Share | Copy link", "Copy link • Print • Share"])
def test_whole_lines_in_a_row_fill_a_line_together(line: str) -> None:
    found = hits([rule(Match.WHOLE, "Share", "Print", "Copy link")], line)
    assert [(hit.mark.block, hit.mark.start, hit.mark.end, hit.alone) for hit in found] == [(0, 0, None, False)]


def test_a_row_is_of_the_kind_that_most_of_its_labels_are_of() -> None:
    share, print_it = rule(Match.WHOLE, "Share", "Copy link"), rule(Match.WHOLE, "Print")
    (hit,) = hits(
        [replace(print_it, id="en.navigation.print", chrome=Chrome.NAVIGATION), share], "Print | Share | Copy link"
    )
    assert hit.rule.chrome is share.chrome


@pytest.mark.parametrize(
    "line", ["Share Print", "Share Print Copy links", "Print Copy link to the mayor", "“Share Print Copy link”"]
)
def test_a_row_of_labels_is_nothing_but_labels(line: str) -> None:
    assert hits([rule(Match.WHOLE, "Share", "Print", "Copy link")], line) == []


def test_a_phrase_does_not_reach_over_two_blocks() -> None:
    assert hits(rule(Match.CONTAINS, "read also"), "It was read", "also here") == []


def test_hits_come_in_the_order_of_the_document() -> None:
    rules = [rule(Match.CONTAINS, "rain", name="b"), rule(Match.CONTAINS, "snow", name="a")]
    assert [(hit.mark.block, hit.mark.rule) for hit in hits(rules, "snow rain", "rain")] == [
        (0, "xx.related.a"),
        (0, "xx.related.b"),
        (1, "xx.related.b"),
    ]


def test_two_rules_may_share_a_phrase() -> None:
    rules = [rule(Match.WHOLE, "Read also", name="a"), rule(Match.STARTS_WITH, "Read also", name="b")]
    assert [hit.mark.rule for hit in hits(rules, "Read also")] == ["xx.related.a", "xx.related.b"]


def test_rules_of_a_site_wait_for_the_site() -> None:
    own = replace(rule(Match.WHOLE, "Ask the captain"), site="courier")
    site = SiteRules("courier", (), ("Island Courier premium",), {}, {}, (own,), ())
    matcher = Matcher([], [site])
    assert matcher.read(blocks("Ask the captain")) == []
    assert [hit.rule for hit in matcher.read(blocks("Ask the captain"), lambda _: {"courier"})] == [own]
    assert [hit.rule for hit in matcher.read(blocks("Ask the captain", "Get island courier premium"))] == [own]
    assert matcher.read(blocks("Ask the captain", "Get island courier premium"), lambda _: set()) == []


def test_a_fingerprint_may_run_over_a_line_end() -> None:
    site = SiteRules("echo", (), ("Read also Latest news",), {}, {}, (), ())
    asked: list[set[str]] = []

    def settle(fingerprinted: set[str]) -> set[str]:
        asked.append(fingerprinted)
        return fingerprinted

    matcher = Matcher([], [site])
    matcher.read(blocks("Read also", "Latest news"), settle)
    matcher.read(blocks("Latest news", "Read also"), settle)
    # Each of the two lines stands above, too.
    matcher.read(blocks("Latest news", "Read also", "A swan", "Read also", "Latest news"), settle)
    assert asked == [{"echo"}, set(), {"echo"}]


def test_what_is_said_again_is_hit_again() -> None:
    assert [hit.mark.block for hit in hits(WHOLE, "Read also", "A swan", "Read also", "read also")] == [0, 2, 3]


def test_what_rules_of_other_languages_say_alike_is_said_once() -> None:
    own = [replace(WHOLE, id=f"{language}.related.list") for language in ("aa", "bb", "cc")]
    found = Matcher(own).read(blocks("Read also"), language="bb")
    assert [(hit.mark.rule, hit.mark.layer) for hit in found] == [
        ("bb.related.list", Layer.LANGUAGE),
        ("aa.related.list", Layer.ANY),
    ]


def test_phrases_hit_tells_which_phrases_an_example_has() -> None:
    matcher = Matcher([rule(Match.CONTAINS, "rain", "snow", "wind")])
    assert matcher.phrases_hit("snow  and\nrain") == {0, 1}


def test_no_rules_no_hits() -> None:
    assert Matcher([]).read(blocks("Read also")) == []


@given(st.lists(st.text(st.sampled_from("READ also«»“”(): •→\u0130") | st.characters(exclude_categories=["Cs"]))))
def test_any_blocks_can_be_read(texts: list[str]) -> None:
    for hit in hits([WHOLE, STARTS, PHRASE, PATTERN], *texts):
        assert hit.mark.block is not None
        end = len(texts[hit.mark.block]) if hit.mark.end is None else hit.mark.end
        assert 0 <= hit.mark.start < end <= len(texts[hit.mark.block])
