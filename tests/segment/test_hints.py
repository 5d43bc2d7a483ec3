"""Words of ids, classes, roles and labels that name a kind of chrome."""

from __future__ import annotations

import pytest
from lxml import html

from newsclean import Chrome
from newsclean.segment.hints import Hint, hint, named, vocabulary


def attributes(markup: str) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in html.fragment_fromstring(markup).items()]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("related", Chrome.RELATED),
        ("c-mostRead__list", Chrome.MOST_READ),
        ("article_newsletter-box", Chrome.NEWSLETTER),
        ("NAVBAR", Chrome.NAVIGATION),
        ("lesen-sie-auch", Chrome.RELATED),
        ("box ad-slot-3", Chrome.ADVERTISEMENT),
    ],
)
def test_a_name_is_read_word_by_word(value: str, kind: Chrome) -> None:
    assert (named(value) or (None,))[0] is kind


@pytest.mark.parametrize("value", ["article-body", "shadow", "downloads", "", "x1", "advantage", "unrelatedly"])
def test_other_names_name_nothing(value: str) -> None:
    assert named(value) is None


def test_two_words_say_more_than_one() -> None:
    assert named("author-bio ad") == (Chrome.AUTHOR_BIO, "author bio")


def test_attributes_are_read_in_their_order() -> None:
    found = hint(attributes('<div role="navigation" class="share"></div>'), "div", 7)
    assert found == Hint(Chrome.NAVIGATION, "navigation", 7)
    assert hint(attributes('<div data-testid="related-links" title="ad"></div>'), "div", 1) == Hint(
        Chrome.RELATED, "related links", 1
    )


def test_the_id_of_a_heading_is_made_of_its_words() -> None:
    assert hint(attributes('<h2 id="related-crimes">Related crimes</h2>'), "h2", 1) is None
    assert hint(attributes('<h2 class="related">Related</h2>'), "h2", 1) is not None


def test_a_very_long_attribute_names_nothing() -> None:
    assert hint(attributes(f'<div class="{"x " * 200}related"></div>'), "div", 1) is None


def test_no_word_names_two_kinds() -> None:
    assert all(word == word.lower().strip() for word in vocabulary())
