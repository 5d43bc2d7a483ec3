"""Rule sets in Python: what a rule must bring, and what it says of a document."""

from __future__ import annotations

import doctest
from collections.abc import Iterator, Sequence

import pytest

from newsclean.document import Block, Document
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.rules import ruleset
from newsclean.rules.ruleset import RuleSet
from newsclean.segment.text import segment_text


def starts_with_an_arrow(block: Block, document: Document) -> bool:  # noqa: ARG001
    """A line behind an arrow
    leads to another story."""  # noqa: D205, D209
    return block.text.startswith("> ")


def test_a_rule_looks_at_each_block() -> None:
    mine = RuleSet("mine.related")
    mine.rule("arrow", chrome=Chrome.RELATED, marks=["> More"], keeps=["5 > 3"])(starts_with_an_arrow)
    (rule,) = mine.rules
    (mark,) = rule.apply(segment_text("It rained.\n> More on rain\n5 > 3"), [])
    assert (mark.rule, mark.layer, mark.block) == ("mine.related.arrow", Layer.SITE, 1)
    assert (mark.role, mark.chrome) == (Role.BOILERPLATE, Chrome.RELATED)
    assert mark.why == "A line behind an arrow leads to another story."


def test_a_document_rule_is_given_the_marks_so_far() -> None:
    mine = RuleSet("mine.related", layer=Layer.LANGUAGE)

    @mine.document_rule("below", chrome=Chrome.RELATED, marks=["a\n\nb"], keeps=["a"])
    def below_the_first_mark(document: Document, marks: Sequence[Mark]) -> Iterator[int]:
        """What stands below a mark belongs to it."""
        first = min(mark.block for mark in marks if mark.block is not None)
        yield from range(first + 1, len(document.blocks))

    marks = mine.rules[0].apply(segment_text("a\n\nb\n\nc\n\nd"), [Mark("x.y", Layer.ANY, 1)])
    assert [(mark.block, mark.layer) for mark in marks] == [(2, Layer.LANGUAGE), (3, Layer.LANGUAGE)]


def test_the_decorator_leaves_the_function_as_it_was() -> None:
    decorate = RuleSet("mine").rule("arrow", chrome=Chrome.RELATED, marks=["a"], keeps=["b"])
    assert decorate(starts_with_an_arrow) is starts_with_an_arrow


@pytest.mark.parametrize(("marks", "keeps"), [([], ["b"]), (["a"], []), ([], [])])
def test_examples_are_required(marks: list[str], keeps: list[str]) -> None:
    with pytest.raises(ValueError, match=r"mine\.arrow: give at least one example"):
        RuleSet("mine").rule("arrow", chrome=Chrome.RELATED, marks=marks, keeps=keeps)


def test_a_reason_is_required() -> None:
    def says_nothing(block: Block, document: Document) -> bool:  # noqa: ARG001
        return True

    with pytest.raises(ValueError, match=r"mine\.arrow: say in the function's docstring why"):
        RuleSet("mine").rule("arrow", chrome=Chrome.RELATED, marks=["a"], keeps=["b"])(says_nothing)


def test_names_are_given_once() -> None:
    mine = RuleSet("mine")
    mine.rule("arrow", chrome=Chrome.RELATED, marks=["a"], keeps=["b"])(starts_with_an_arrow)
    with pytest.raises(ValueError, match=r"mine\.arrow: there is a rule of this name already"):
        mine.rule("arrow", chrome=Chrome.SHARE, marks=["a"], keeps=["b"])


def test_the_example_in_the_documentation_runs() -> None:
    result = doctest.testmod(ruleset)
    assert (result.failed, result.attempted > 0) == (0, True)


def test_headings_of_lists_are_marked_as_such() -> None:
    rules = RuleSet("mysite.lists")

    @rules.document_rule("more", chrome=Chrome.RELATED, opens_section=True, marks=["More"], keeps=["More rain"])
    def heads_a_list(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
        """What is no more than this word heads a list."""
        return (block.index for block in document.blocks if block.text == "More")

    (mark,) = rules.rules[0].apply(segment_text("It rains.\n\nMore\n\nTram"), [])
    assert (mark.block, mark.opens_section) == (1, True)
