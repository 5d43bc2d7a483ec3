"""Input that loses or hangs other extractors: `clean` returns an article, and the story where there is one."""

from __future__ import annotations

import time

import pytest

import newsclean

SENTENCES = (
    "The night train from Graz was held for an hour on Sunday while a herd of goats left the line, a guard said.",
    "Nobody was hurt, but the dining car ran out of soup and the driver was asked to sing, which he did for an hour.",
    "The railway has promised a fence and a refund, and the farmer has promised to read the timetable in the future.",
)
STORY = "\n\n".join(SENTENCES)
TEXT = f"Goats hold the night train from Graz for an hour\n\n{STORY}\n"
PAGE = (
    "<html><body><h1>Goats hold the night train from Graz for an hour</h1>"
    + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    + "</body></html>"
)

ODD: dict[str, str | bytes] = {
    "nothing": "",
    "no bytes": b"",
    "white space": " \n\t\u3000",
    "zero bytes": "\0\0",
    "byte order mark": b"\xef\xbb\xbf",
    "half a UTF-16 character": b"\xff\xfe\xff",
    "all bytes": bytes(range(256)),
    "lone surrogate": "a\ud800b",
    "comment": "<!-- nothing -->",
    "one element": "<html>",
    "one sign": "<",
    "XML declaration": '<?xml version="1.0" encoding="utf-16"?><html><body/></html>',
    "deep brackets in JSON-LD": f'<html><script type="application/ld+json">{"[" * 5000}{"]" * 5000}</script>',
    "deep objects in JSON-LD": '<html><script type="application/ld+json">' + '{"a":' * 5000 + "</script>",
    "a hundred thousand open elements": "<html>" + "<div>" * 100_000,
}


@pytest.mark.parametrize("raw", ODD.values(), ids=ODD)
def test_odd_input_gives_an_article(raw: str | bytes) -> None:
    explanation = newsclean.explain(raw)
    assert isinstance(explanation.article, newsclean.Article)
    assert not [w for w in explanation.article.warnings if w.startswith("Cleaning failed")]
    assert "".join(span.text for span in explanation.spans) == explanation.document.text


STORIES_IN_ODD_PAGES = {
    "XML declaration": '<?xml version="1.0" encoding="utf-16"?>' + PAGE,
    "an attribute over libxml2's bound": PAGE.replace("<h1>", f'<h1 data-x="{"x" * 11_000_000}">'),
    "a text over libxml2's bound": PAGE.replace("</body>", f"<p>{'goats ' * 1_800_000}</p></body>"),
    "three thousand nested elements": "<html><body>" + "<div>" * 3000 + PAGE,
    "fifty thousand attributes": PAGE.replace("<h1>", f"<h1 {' '.join(f'a{n}=x' for n in range(50_000))}>"),
    "ten thousand rows": PAGE.replace("</body>", f"<table>{'<tr><td>Yes</td></tr>' * 9_000}</table></body>"),
    "three hundred nested elements": "<html><body>" + "<div>" * 300 + PAGE,
    "forbidden character references": PAGE.replace("night", "night&#2;&#x1b;&#xFFFE;"),
    "forbidden characters": PAGE.replace("</p>", "\0\x0b\x1b</p>"),
    "broken JSON-LD": PAGE.replace("<body>", '<body><script type="application/ld+json">{"@type": </script>'),
    "deep JSON-LD": PAGE.replace("<body>", f'<body><script type="application/ld+json">{"[" * 5000}</script>'),
    "ten thousand links": PAGE.replace("</body>", "<a href='/'>More</a>" * 10_000 + "</body>"),
    "unclosed button": PAGE.replace("<body>", "<body><button>Menu"),
    "unclosed tag at the end": PAGE + "<p",
}


@pytest.mark.parametrize("raw", STORIES_IN_ODD_PAGES.values(), ids=STORIES_IN_ODD_PAGES)
def test_odd_pages_keep_their_story(raw: str) -> None:
    body = newsclean.clean(raw).body
    assert all(sentence[15:] in body for sentence in SENTENCES)


def test_a_lone_surrogate_ends_nothing() -> None:
    assert SENTENCES[2] in newsclean.clean(TEXT.replace("Sunday", "Sun\ud800day")).body
    assert SENTENCES[2] in newsclean.clean(PAGE.replace("Sunday", "Sun\ud800day")).body


@pytest.mark.parametrize("url", ["http://[", "http://[::1/a", "not an address", "", "\0", "http://example.com:99999/"])
def test_a_bad_address_costs_nothing(url: str) -> None:
    assert newsclean.clean(TEXT, url=url).body == STORY


def test_a_bad_address_in_the_page_costs_nothing() -> None:
    page = PAGE.replace("<body>", '<head><link rel="canonical" href="http://[bad/"></head><body>')
    assert newsclean.clean(page).body == STORY
    # Found by the fuzzer: the publisher's name is held against the address.
    named = page.replace("<head>", '<head><meta property="og:site_name" content="Goats.example">')
    assert newsclean.clean(named).source.publisher == "Goats.example"


REPETITIONS = {
    "lines": "a\n" * 20_000,
    "list items": "- a\n" * 20_000,
    "quotation marks": '"' * 200_000,
    "open links": "[a](" * 50_000,
    "open tags": "<p " * 50_000,
    "spaces": " " * 200_000 + "a",
    "dots": "." * 200_000,
    "sentences": "a. " * 50_000,
    "sentences in a script without capitals": "وقال الحارس. " * 80_000,
    "questions": "Goats? " * 40_000,
    "labels above lines": "".join(f"Read more\nGoats {n} hold a train\n" for n in range(4000)),
    "short paragraphs": "<html><body>" + "<p>Yes.</p>" * 4000,
    "table rows": "<html><body><table>" + "<tr><td>Yes</td></tr>" * 5000,
}


@pytest.mark.parametrize("raw", REPETITIONS.values(), ids=REPETITIONS)
def test_repetition_takes_linear_time(raw: str) -> None:
    """Each takes a second or less; what is quadratic takes many times as long."""
    newsclean.clean(TEXT)
    begin = time.process_time()
    newsclean.clean(raw)
    assert time.process_time() - begin < 10


def test_a_label_in_another_script_is_found_in_a_long_paragraph() -> None:
    """The bound on phrases in a block counts script by script, and must lie far above what any text holds."""
    told = [
        f"Sentence {n} says that goat {n} has left the line, and that it will read the timetable." for n in range(60)
    ]
    halves = " ".join(told[:20]), " ".join(told[20:40])
    lines = ("Goats hold the night train", SENTENCES[0], f"{halves[0]} اضافة اعلان {halves[1]}", *told[40:])
    body = newsclean.clean("\n\n".join(lines)).body
    assert "اعلان" not in body
    assert all(sentence in body for sentence in told)
