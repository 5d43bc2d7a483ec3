"""Tests of who chooses the story, and of what is made of the answer."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.mark import Layer

PARAGRAPHS = [
    "The ferry to Marrow Island will run at night from June, the port said on Monday, as islanders had asked for it.",
    "The last boat leaves at seven today, and whoever misses the train from the city has to find a bed ashore.",
    "Two more captains have been hired, and the old pier lamps are being replaced so that the crew can see the steps.",
    "“My daughter can come home for supper now,” said Runa Eide, who keeps the island's shop and its only petrol pump.",
    "The county pays for the first year, and will then count how many passengers the late crossings have carried.",
]
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
MENU = "<nav><ul><li>Home</li><li>Harbour</li><li>Letters</li></ul></nav>"


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"


def rules_of_the_body(html: str) -> set[str | None]:
    explanation = newsclean.explain(html)
    return {span.rule for span in explanation.spans if span.role in (newsclean.Role.LEAD, newsclean.Role.BODY)}


def stated(body: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'


def test_the_model_chooses_on_a_page() -> None:
    html = page(f"{MENU}<article>{STORY}</article>")
    assert rules_of_the_body(html) == {"model.story.body"}
    assert [p.text for p in newsclean.clean(html).paragraphs] == PARAGRAPHS


def test_the_model_chooses_in_text() -> None:
    assert rules_of_the_body("Home\nHarbour\n" + "\n".join(PARAGRAPHS)) == {"model.story.body"}


def test_trafilatura_is_asked_where_the_model_is_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    html = page(f"{MENU}<article>{STORY}</article>")
    monkeypatch.setattr("newsclean.story.choosing._DOUBT", {"html": (1.1, 0.0), "text": (1.1, 0.0)})
    assert rules_of_the_body(html) == {"model.trafilatura.body"}
    why = next(mark.why for mark in newsclean.explain(html).marks if mark.rule == "model.trafilatura.body")
    assert "case of doubt" in (why or "")
    monkeypatch.setattr("newsclean.story.choosing.extract", lambda _: [])
    assert rules_of_the_body(html) == {"model.story.body"}


def test_without_a_model_trafilatura_chooses_on_a_page_and_looks_where_it_finds_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cleaner = newsclean.Cleaner(model=None)
    html = page(f"{MENU}<article>{STORY}</article>")
    assert [p.text for p in cleaner.clean(html).paragraphs] == PARAGRAPHS
    assert "model.trafilatura.body" in {mark.rule for mark in cleaner.explain(html).marks}
    monkeypatch.setattr("newsclean.story.choosing.extract", lambda _: [])
    assert [p.text for p in cleaner.clean(html).paragraphs] == PARAGRAPHS
    assert "model.trafilatura.body" not in {mark.rule for mark in cleaner.explain(html).marks}


def test_without_a_model_looks_choose_in_text() -> None:
    found = newsclean.Cleaner(model=None).clean("Home\nHarbour\n" + "\n".join(PARAGRAPHS))
    assert [p.text for p in found.paragraphs] == PARAGRAPHS
    assert found.confidence is None


@pytest.mark.parametrize("raw", [page(f"{MENU}<article>{STORY}</article>"), "\n".join(PARAGRAPHS)])
def test_the_model_says_how_sure_it_is(raw: str) -> None:
    confidence = newsclean.clean(raw).confidence
    assert confidence is not None
    assert 0.9 < confidence <= 1
    unsure = newsclean.clean("Home\nHarbour\nLetters").confidence
    assert unsure is not None
    assert unsure < confidence


def test_json_ld_is_the_story_where_the_elements_lack_it() -> None:
    html = page(f"{MENU}<div id='app'></div>", stated(" ".join(PARAGRAPHS[:3])))
    assert rules_of_the_body(html) == {"model.article_body.body"}


def test_the_elements_are_the_story_where_json_ld_tells_another() -> None:
    other = "In other news, a heron has learned to ride the lift of the town hall, and the mayor lets it. " * 5
    article = newsclean.clean(page(f"{MENU}<article>{STORY}</article>", stated(other.strip())))
    assert [p.text for p in article.paragraphs] == PARAGRAPHS


def test_every_block_is_spoken_of_in_the_lowest_layer() -> None:
    explanation = newsclean.explain(page(f"{MENU}<article>{STORY}</article><footer>Imprint</footer>"))
    spoken = {mark.block for mark in explanation.marks if mark.layer is Layer.MODEL and mark.block is not None}
    assert spoken == set(range(len(explanation.document.blocks)))
