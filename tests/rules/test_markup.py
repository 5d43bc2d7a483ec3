"""Chrome by the names of the elements around it."""

from __future__ import annotations

import newsclean
from newsclean import Chrome
from newsclean.rules.markup import markup_marks
from newsclean.segment.hints import Hint
from newsclean.segment.looks import Look

PROSE = Look(50.0, True, True, False, False)
LINE = Look(3.0, False, False, False, False)
CAPTION = Hint(Chrome.MEDIA, "image caption", 1)
STORY = (
    "Trams will run to the lighthouse until two in the morning from the first of July, the transport office said.",
    "The line had closed at ten since the winter, when a landslide took away one of its two tracks above the beach.",
    "The last tram back leaves at a quarter to two, and a ticket will cost as much as it does by day.",
)


def test_a_small_element_with_a_telling_name_is_chrome() -> None:
    marks = markup_marks([PROSE, PROSE, PROSE, LINE], [None, None, None, Hint(Chrome.RELATED, "related", 1)])
    assert [(mark.block, mark.chrome, mark.rule) for mark in marks] == [(3, Chrome.RELATED, "any.markup.related")]


def test_an_element_that_holds_the_story_is_not() -> None:
    hint = Hint(Chrome.NEWSLETTER, "newsletter", 1)
    assert markup_marks([PROSE, PROSE, LINE], [hint, hint, hint]) == []


def test_names_that_sites_give_to_their_stories_too_are_not() -> None:
    assert markup_marks([PROSE, PROSE, LINE], [None, None, Hint(Chrome.PAYWALL, "paywall", 1)]) == []


def thread(count: int, looks: list[Look], hints: list[Hint | None]) -> set[str]:
    for element in range(count):
        looks.append(PROSE)
        hints.append(Hint(Chrome.COMMENTS, "comment", element + 10))
    return {mark.rule for mark in markup_marks(looks, hints)}


def test_what_readers_wrote_goes_however_much_it_is() -> None:
    assert thread(20, [PROSE, LINE], [None, None]) == {"any.markup.comment_thread"}


def test_two_comments_are_no_thread_and_a_forum_is_its_comments() -> None:
    assert thread(2, [PROSE] * 8, [None] * 8) == {"any.markup.comments"}
    assert thread(20, [LINE], [None]) == {"any.markup.comments"}


def test_a_picture_s_caption_is_told_by_its_name_and_any_other_is_not() -> None:
    assert [mark.chrome for mark in markup_marks([PROSE] * 4 + [LINE], [None] * 4 + [CAPTION])] == [Chrome.MEDIA]
    assert markup_marks([PROSE] * 4 + [LINE], [None] * 4 + [CAPTION._replace(word="caption")]) == []


def test_a_page_with_more_comments_than_story() -> None:
    comments = "".join(f"<li class='comment'><p>{' '.join(f'{word}{n}' for word in STORY)}</p></li>" for n in range(9))
    raw = page("") + f"<ol class='commentlist'>{comments}</ol>"
    assert newsclean.clean(raw).body == "\n\n".join(STORY)


def page(inside: str) -> str:
    one, two, three = (f"<p>{text}</p>" for text in STORY)
    return (
        f"<html lang='en'><body><article><h1>Night trams run late</h1>{one}{inside}{two}{three}</article></body></html>"
    )


def test_a_box_between_the_paragraphs_goes_with_its_reason() -> None:
    raw = page(
        "<div class='newsletter-signup'><p>Our letter comes every Friday, and it is free for all readers.</p></div>"
    )
    explanation = newsclean.explain(raw)
    assert explanation.article.body == "\n\n".join(STORY)
    (box,) = [span for span in explanation.removed if "every Friday" in span.text]
    assert (box.chrome, box.rule) == (Chrome.NEWSLETTER, "any.markup.newsletter")


def test_a_story_inside_misnamed_elements_stays() -> None:
    whole = "".join(f"<p>{text}</p>" for text in STORY)
    raw = f"<html lang='en'><body class='newsletter'><div class='comments related'>{whole}</div></body></html>"
    assert newsclean.clean(raw).body == "\n\n".join(STORY)


def test_what_is_left_out_has_the_kind_its_element_names() -> None:
    raw = page("").replace("<article>", "<div class='share-tools'><p>Tools</p></div><article>")
    (share,) = [span for span in newsclean.explain(raw).removed if "Tools" in span.text]
    assert share.chrome is Chrome.SHARE
