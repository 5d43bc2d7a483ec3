"""From a document and its marks to the article and the spans."""

from __future__ import annotations

import datetime as dt

import pytest

import newsclean
from newsclean.article import Paragraph, Source
from newsclean.assembling import assemble
from newsclean.document import Document
from newsclean.explanation import Explanation
from newsclean.mark import Chrome, FieldValue, Layer, Mark, Role
from newsclean.segment.text import segment_text

LINES = (
    "Swan puts out light",
    "SKAGEN (AFP) - A swan has put out the light.",
    "Share",
    "It may stay until its eggs have hatched.",
)
TEXT = "\n\n".join(LINES) + "\n"
DATELINE = len("SKAGEN (AFP) - ")


def says(**sets: FieldValue) -> Mark:
    return Mark("a.field", Layer.LANGUAGE, None, role=Role.BODY, sets=tuple(sets.items()))


MARKS = (
    Mark("a.headline", Layer.LANGUAGE, 0, role=Role.HEADLINE, sets=(("headline", LINES[0]),)),
    Mark("a.dateline", Layer.LANGUAGE, 1, 0, DATELINE, Role.DATELINE, sets=(("dateline", "SKAGEN (AFP) - "),)),
    Mark("a.share", Layer.LANGUAGE, 2, chrome=Chrome.SHARE),
)


def explained(*marks: Mark, text: str = TEXT) -> Explanation:
    return assemble(segment_text(text), marks)


JAPANESE = (
    "長野県の諏訪湖で、全面結氷した氷がせり上がる現象を見守ってきた地元の神社は三日、今季も現れなかったと宣言した。",
    "神社の総代らは一月五日から毎朝、湖岸で気温と水温を測ってきたが、湖面のおよそ七割が薄氷に覆われただけだった。",
    "観光業への影響も小さくない。湖畔の旅館組合によると、現象が現れた年には宿泊客が平年より三割ほど増えるという。",
)


def test_without_marks_all_is_body() -> None:
    assert [paragraph.text for paragraph in explained().article.paragraphs] == list(LINES)


def test_marks_make_the_article() -> None:
    article = explained(*MARKS).article
    assert article.headline == LINES[0]
    assert article.body == "A swan has put out the light.\n\nIt may stay until its eggs have hatched."
    assert article.body_with_dateline == f"{LINES[1]}\n\n{LINES[3]}"
    assert article.dateline is not None
    assert article.dateline.text == "SKAGEN (AFP) -"


def test_marks_make_the_spans() -> None:
    spans = explained(*MARKS).spans
    assert [(span.text, span.role, span.chrome, span.rule) for span in spans] == [
        ("Swan puts out light\n\n", Role.HEADLINE, None, "a.headline"),
        ("SKAGEN (AFP) - ", Role.DATELINE, None, "a.dateline"),
        ("A swan has put out the light.\n\n", Role.LEAD, None, None),
        ("Share\n\n", Role.BOILERPLATE, Chrome.SHARE, "a.share"),
        ("It may stay until its eggs have hatched.\n", Role.BODY, None, None),
    ]


def test_what_was_removed_can_be_asked_for() -> None:
    assert [span.text.strip() for span in explained(*MARKS).removed] == ["Share"]


def test_the_answer_holds_what_it_was_made_from() -> None:
    document = segment_text(TEXT)
    explanation = assemble(document, MARKS)
    assert (explanation.document, explanation.marks) == (document, MARKS)


def test_a_bullet_goes_with_its_item() -> None:
    spans = explained(Mark("a.b", Layer.ANY, 1, chrome=Chrome.SHARE), text="First line.\n  • Share\nLast line.").spans
    assert [span.text for span in spans] == ["First line.\n  ", "• Share\n", "Last line."]


@pytest.mark.parametrize("text", ["", " ", "\n\u200b\n"])
def test_a_document_without_blocks_is_one_span_or_none(text: str) -> None:
    explanation = explained(text=text)
    assert [span.text for span in explanation.spans] == ([text] if text else [])
    assert explanation.article.body == ""


def test_a_cut_leaves_one_space_between_words() -> None:
    at = LINES[3].index("until")
    cut = Mark("a.ad", Layer.ANY, 3, at, at + len("until"), chrome=Chrome.ADVERTISEMENT)
    assert explained(*MARKS, cut).article.paragraphs[-1].text == "It may stay its eggs have hatched."


def test_a_cut_between_ideographs_leaves_no_space() -> None:
    assert newsclean.clean(f"{JAPANESE[0]}広告{JAPANESE[1]}\n\n{JAPANESE[2]}").body.startswith(
        JAPANESE[0] + JAPANESE[1]
    )


def test_a_block_that_is_cut_away_wholly_leaves_no_paragraph() -> None:
    cut = Mark("a.ad", Layer.ANY, 3, 0, len(LINES[3]), chrome=Chrome.ADVERTISEMENT)
    assert [paragraph.text for paragraph in explained(*MARKS, cut).article.paragraphs] == [
        "A swan has put out the light."
    ]


def test_sentences_cut_from_one_line_are_one_paragraph_again() -> None:
    text = "The swan has put out the light of Skagen again today. " * 40
    document = segment_text(text)
    assert len(document.blocks) == 40
    assert [paragraph.text for paragraph in assemble(document, ()).article.paragraphs] == [text.strip()]


def test_paragraphs_have_the_kinds_of_their_blocks() -> None:
    article = explained(text="# Swan\n\nIt [stays](/s).\n\n- One [egg](/e)\n").article
    assert article.paragraphs == (
        Paragraph(text="Swan", kind="heading"),
        Paragraph(text="It stays."),
        Paragraph(text="One egg", kind="list_item"),
    )


def test_the_highest_layer_sets_a_field() -> None:
    site = Mark("sites.a.set", Layer.SITE, None, role=Role.BODY, sets=(("headline", "From the site"),))
    assert explained(*MARKS, site).article.headline == "From the site"


def test_the_source_is_put_together_from_all_who_speak_of_it() -> None:
    marks = (
        says(credit="(AFP)", agencies=("AFP",)),
        says(credit="With dpa", agencies=("dpa", "AFP")),
        says(dateline="BERLIN (Reuters) -", dateline_agencies=("Reuters",)),
        says(publisher="The Skagen Post", aggregator="Nine"),
    )
    assert explained(*marks).article.source == Source(
        publisher="The Skagen Post", agencies=("Reuters", "AFP", "dpa"), credit="(AFP) With dpa", aggregator="Nine"
    )


def test_the_date_of_a_dateline_takes_its_year_from_the_publication() -> None:
    marks = (says(dateline="SKAGEN, May 3 -", dateline_date="May 3"), says(published="2024-05-04T10:00:00"))
    dateline = explained(*marks).article.dateline
    assert dateline is not None
    assert (dateline.date_text, dateline.date) == ("May 3", dt.date(2024, 5, 3))


def test_the_date_of_the_address_counts_where_nothing_else_does() -> None:
    assert explained(says(published_fallback="2024-05-03")).article.published == dt.date(2024, 5, 3)
    both = explained(says(published_fallback="2024-05-03"), says(published="2024-05-04"))
    assert both.article.published == dt.date(2024, 5, 4)


def test_warnings_are_said_once_each_in_order() -> None:
    document = Document("", (), "text", warnings=("First.", "Second."))
    assert assemble(document, [says(warning="Third."), says(warning="First.")]).article.warnings == (
        "First.",
        "Second.",
        "Third.",
        "The input holds no text.",
    )


def test_a_lone_surrogate_in_a_field_can_be_written() -> None:
    article = explained(says(headline="Swan \ud800 puts out light")).article
    assert article.headline == "Swan \ufffd puts out light"
    assert article.model_dump_json()
