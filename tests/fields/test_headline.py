"""The headline: which line it is, and what of it is the publisher's name."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.fields.headline_lines import plain

STORY = (
    "The lighthouse of Skagen went dark on Thursday for the first time in a century, and ships were told to wait.",
    "A swan had built its nest between the lamp and its lens, the keeper found when he had climbed the stairs.",
    "The bird may stay until its eggs have hatched, the harbour office said, and a lamp was set up on the roof.",
)
HEADLINE = "Swan puts out the lighthouse of Skagen"


def clean(*lines: str) -> newsclean.Article:
    return newsclean.clean("\n\n".join((*lines, *STORY)))


def page(head: str = "", body: str = "") -> str:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return f"<html><head>{head}</head><body>{body}<article>{story}</article></body></html>"


def test_two_forms_of_one_headline_are_plainly_the_same() -> None:
    assert plain("“Swan” puts – OUT the light!") == plain("Swan puts out the light") == "swan puts out the light"


def test_the_line_above_the_story_is_the_headline() -> None:
    assert clean(HEADLINE).headline == HEADLINE


def test_the_last_step_of_a_breadcrumb_is_a_headline_without_its_number() -> None:
    assert clean("1. Home", "2. Harbour", f"3. {HEADLINE}").headline == HEADLINE
    assert clean(f"24. {HEADLINE}").headline == f"24. {HEADLINE}"


def test_the_colon_of_a_kicker_left_out_goes() -> None:
    assert clean(f": {HEADLINE}").headline == HEADLINE
    assert newsclean.clean(page(body=f"<h1>: {HEADLINE}</h1>")).headline == HEADLINE


def test_the_headline_is_no_part_of_the_body() -> None:
    assert clean(HEADLINE, HEADLINE).body == "\n\n".join(STORY)


def test_a_story_without_a_headline_has_none() -> None:
    assert clean().headline is None


def test_a_standfirst_of_several_sentences_is_no_headline() -> None:
    standfirst = (
        "The lamp of Skagen is dark. A swan is to blame. Now ships wait, keepers whisper and the harbour is full"
    )
    assert clean(standfirst).headline is None
    assert clean(
        "Skagen. Swan puts out the light of the old lighthouse, and ships wait outside the full harbour for days now"
    ).headline


def test_byline_and_date_may_stand_between_headline_and_story() -> None:
    article = clean(HEADLINE, "By Ana Ruiz", "May 3, 2024", "Share")
    assert (article.headline, article.byline) == (HEADLINE, "By Ana Ruiz")


@pytest.mark.parametrize("sign", [" - ", " | ", " – ", " — "])
def test_the_publishers_name_behind_it_is_cut_off_and_kept(sign: str) -> None:
    article = clean(f"{HEADLINE}{sign}The Skagen Post")
    assert (article.headline, article.source.publisher) == (HEADLINE, "The Skagen Post")


def test_a_dash_of_the_headlines_own_stays() -> None:
    article = clean("Swan puts out light – what the keeper says")
    assert (article.headline, article.source.publisher) == ("Swan puts out light – what the keeper says", None)


def test_the_line_that_repeats_the_pages_title_is_the_headline() -> None:
    article = clean(
        f"{HEADLINE} | The Skagen Post", "News", "Harbours and ferries today", HEADLINE, "Thursday in Skagen"
    )
    assert (article.headline, article.source.publisher) == (HEADLINE, "The Skagen Post")


def test_a_question_may_be_a_headline() -> None:
    assert (
        clean("Who will put the lighthouse of Skagen on again?").headline
        == "Who will put the lighthouse of Skagen on again?"
    )


def test_a_question_above_a_byline_may_be_a_headline() -> None:
    article = clean("Who will put the lighthouse of Skagen on again, and what will become of the swan?", "Ana Ruiz")
    assert article.headline == "Who will put the lighthouse of Skagen on again, and what will become of the swan?"
    assert article.byline == "Ana Ruiz"


def test_a_title_may_end_with_a_stop() -> None:
    title = "The Lighthouse of Skagen Went Dark. Here’s Why Nobody Minds."
    assert clean(title).headline == title
    assert clean("The lighthouse of Skagen went dark, and nobody seemed to mind.").headline is None


def test_the_heading_that_the_page_states_is_the_headline() -> None:
    html = page(f'<meta property="og:title" content="{HEADLINE}">', f"<h1>The Skagen Post</h1><h1>{HEADLINE}</h1>")
    explanation = newsclean.explain(html)
    assert explanation.article.headline == HEADLINE
    assert [span.text.strip() for span in explanation.spans if span.role is newsclean.Role.HEADLINE] == [HEADLINE]


def test_the_headline_is_taken_as_the_heading_writes_it() -> None:
    html = page(f"<title>{HEADLINE.upper()} - The Skagen Post</title>", f"<h1>{HEADLINE}</h1>")
    assert newsclean.clean(html).headline == HEADLINE


def test_without_a_heading_the_page_is_believed_and_the_sites_name_cut_off() -> None:
    site = '<meta property="og:site_name" content="The Skagen Post">'
    assert newsclean.clean(page(f"<title>{HEADLINE} - The Skagen Post</title>{site}")).headline == HEADLINE


def test_a_page_that_states_nothing_gives_its_first_heading() -> None:
    assert newsclean.clean(page(body=f"<h1>{HEADLINE}</h1>")).headline == HEADLINE


def test_a_heading_inside_the_story_is_not_the_headline_of_a_page_that_has_a_main_one() -> None:
    head = '<meta property="og:title" content="What is a lamp? A guide to lighthouses">'
    html = page(head, f"<h1>{HEADLINE}</h1>").replace("</p><p>", "</p><h2>What is a lamp?</h2><p>", 1)
    assert newsclean.clean(html).headline == HEADLINE


def test_a_short_main_heading_right_above_the_story_is_its_headline_where_the_page_says_as_much() -> None:
    head = '<meta property="og:title" content="The Swans of Skagen and their nests in spring">'
    assert newsclean.clean(page(head, "<h1>Swans of Skagen</h1>")).headline == "Swans of Skagen"
    # A section is not.
    assert newsclean.clean(page(head, "<h1>Animals</h1>")).headline == "The Swans of Skagen and their nests in spring"


def test_a_page_hidden_until_it_is_drawn_has_its_headline_hidden_with_it() -> None:
    head = '<meta property="og:title" content="Lighthouse swan: what we know about Skagen">'
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    html = f'<html><head>{head}</head><body><div style="display:none"><h1>{HEADLINE}</h1>{story}</div></body></html>'
    assert newsclean.clean(html).headline == HEADLINE


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ("Animals " + HEADLINE, HEADLINE),
        ("The " + HEADLINE, "The " + HEADLINE),
        ("2031 " + HEADLINE, "2031 " + HEADLINE),
    ],
    ids=["kicker", "article", "number"],
)
def test_what_the_page_leaves_out_in_front_is_a_kicker_if_it_is_a_word(heading: str, headline: str) -> None:
    html = page(f'<meta property="og:title" content="{HEADLINE}">', f"<h1>{heading}</h1>")
    assert newsclean.clean(html).headline == headline


@pytest.mark.parametrize("above", ["<p>Skagen</p><h1>", "<h1><div>Skagen</div><span hidden>: </span>"])
def test_a_kicker_that_the_page_states_as_part_of_its_headline_is_part_of_it(above: str) -> None:
    stated = f'<meta property="og:title" content="Skagen: {HEADLINE}">'
    assert newsclean.clean(page(stated, f"{above}{HEADLINE}</h1>")).headline == f"Skagen: {HEADLINE}"
    assert (
        newsclean.clean(page(f'<meta property="og:title" content="{HEADLINE}">', f"{above}{HEADLINE}</h1>")).headline
        == HEADLINE
    )


def test_a_kicker_goes_where_the_page_states_the_headline_with_its_name_behind_it() -> None:
    stated = f'<meta property="og:title" content="{HEADLINE} | Skagen Post">'
    assert newsclean.clean(page(stated, f"<h1>Blog: {HEADLINE}</h1>")).headline == HEADLINE
    assert newsclean.clean(page(stated, f"<h1>“A swan!” – {HEADLINE}</h1>")).headline == f"“A swan!” – {HEADLINE}"


def test_the_name_of_a_site_is_no_part_of_a_heading() -> None:
    site = '<meta property="og:site_name" content="Skagen Post">'
    assert newsclean.clean(page(site, f"<h1>{HEADLINE} – Skagen Post</h1>")).headline == HEADLINE


def test_the_name_of_a_blog_above_a_post_is_not_the_headline() -> None:
    head = '<title>Lessons of the lighthouse: The lean swan</title><meta property="og:title" content="The lean swan">'
    assert newsclean.clean(page(head, "<h1>Lessons of the lighthouse</h1>")).headline == "The lean swan"
