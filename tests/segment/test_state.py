"""Stories that a page keeps in a script, in the shapes of the frameworks that write them."""

from __future__ import annotations

import json

import pytest

import newsclean

SENTENCES = [
    f"Sentence {n} of the story says that the goat with the number {n} has left the line near the harbour of Graz, and "
    "that nobody was hurt, which a guard told the passengers, who had waited for an hour in the dark on a Sunday."
    for n in range(5)
]
HTML = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
NEXT = {"props": {"pageProps": {"article": {"title": "Goats hold a train", "body": HTML}, "menu": ["Home", "News"]}}}
FUSION = {"content_elements": [{"type": "text", "content": sentence} for sentence in SENTENCES]}
SCRIPTS = {
    "Next.js data": f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(NEXT)}</script>',
    "Next.js stream": f"<script>self.__next_f.push({json.dumps([1, '5:' + json.dumps(NEXT)])})</script>",
    "Fusion": f"<script>Fusion.globalContent={json.dumps(FUSION)};Fusion.spa=false;</script>",
    "Apollo": f"<script>window.__APOLLO_STATE__ = {json.dumps({'Article:1': {'html': HTML}})};</script>",
    "Nuxt": f"<script>window.__NUXT__=(function(a){{return {{data:[{json.dumps({'text': HTML})}]}}}}(null));</script>",
}


def page(script: str, inside: str = '<div id="app">Loading</div>') -> str:
    return (
        f"<html><head><title>Goats hold a train</title></head><body><h1>Goats hold a train</h1>{inside}{script}</body>"
    )


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_a_story_in_a_script_is_the_body_of_a_page_without_one(script: str) -> None:
    article = newsclean.clean(page(script))
    assert article.body.split("\n\n") == SENTENCES
    assert article.headline == "Goats hold a train"


def test_a_page_with_a_story_of_its_own_keeps_it() -> None:
    own = "".join(f"<p>{sentence.replace('goat', 'cow')}</p>" for sentence in SENTENCES)
    assert "goat" not in newsclean.clean(page(SCRIPTS["Fusion"], own)).body


def test_placeholders_are_no_words_of_the_story() -> None:
    script = SCRIPTS["Apollo"].replace("Sentence 1", "$$ARTICLEAD$$ Sentence 1")
    assert newsclean.clean(page(script)).body.split("\n\n") == SENTENCES


@pytest.mark.parametrize(
    "script",
    [
        "<script>var a = 'no story at all';</script>",
        f"<script>{'if (a < b) { c(); } ' * 200}</script>",
        '<script type="application/json">{"a": "' + "word " * 300 + '"}</script>',
        '<script type="application/json">{"a": "\\ud800 ' + SENTENCES[0] + '"</script>',
        "<script>" + '"' * 5000 + "</script>",
    ],
)
def test_other_scripts_hold_none(script: str) -> None:
    assert len(newsclean.clean(page(script)).body) < 60
