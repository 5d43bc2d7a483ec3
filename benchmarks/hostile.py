"""Inputs that are made to cost: families that grow with one number, and odd inputs of one size.

Each family is a function of a size in characters, roughly kept; twice the size must cost about twice the time.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable

SENTENCES = (
    "The night train from Graz was held for an hour on Sunday while a herd of goats left the line, a guard said. ",
    "Nobody was hurt, but the dining car ran out of soup and the driver was asked to sing, which he did for an hour. ",
    "The railway has promised a fence and a refund, and the farmer has promised to read the timetable in the future. ",
    "The goats, he said, had never seen a train at night before, and had taken its lamps for those of a late milkman. ",
)
SENTENCE = SENTENCES[0]
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(inside: str, head: str = "") -> str:
    """Return a page with a short story and something behind it."""
    title = "Goats hold the night train from Graz"
    body = f"<body><h1>{title}</h1>{STORY}{inside}</body>"
    return f"<html><head><title>{title}</title>{head}</head>{body}</html>"


_SENTENCE = "The ferry to the islands stopped on Monday after crews found a crack in its shaft, said the operator."


def _times(piece: str, size: int) -> str:
    return piece * max(1, size // len(piece))


def _numbered(piece: str, size: int) -> str:
    """Repeat a piece, each time with another number in place of its `{n}`."""
    return "".join(piece.replace("{n}", str(n)) for n in range(max(1, size // (len(piece) + 3))))


def _rows(size: int) -> str:
    return page("<table>" + _times("<tr><td>Yes</td><td>No</td><td>12</td></tr>", size) + "</table>")


def _json_ld(size: int, *, deep: bool) -> str:
    if deep:
        levels = max(1, size // 6)
        inside = '{"a":' * levels + "1" + "}" * levels
    else:
        inside = json.dumps([{"@type": "NewsArticle", "headline": f"Train {n}"} for n in range(max(1, size // 50))])
    return page("", f'<script type="application/ld+json">{inside}</script>')


def _attributes(size: int) -> str:
    return page(f"<div {' '.join(f'data-a{n}=x' for n in range(max(1, size // 12)))}>{SENTENCE}</div>")


def _many_attributed(size: int) -> str:
    return page(_times('<div class="a b c" id="x" data-a="1" aria-label="y" role="note">Yes</div>', size))


#: By name, what makes an input of about so many characters.
FAMILIES: dict[str, Callable[[int], str]] = {
    "nested elements": lambda n: page("<div>" * (n // 11) + SENTENCE + "</div>" * (n // 11)),
    "nested inline elements": lambda n: page("<b><i>" * (n // 13) + SENTENCE + "</i></b>" * (n // 13)),
    "nested lists": lambda n: page("<ul><li>a" * (n // 9)),
    "nested tables": lambda n: page("<table><tr><td>a" * (n // 16)),
    "unclosed paragraphs": lambda n: page(_times("<p>Yes", n)),
    "unclosed inline elements": lambda n: page(_times("<b>yes ", n)),
    "unclosed links": lambda n: page(_times("<a href=/>yes ", n)),
    "closing tags": lambda n: page(_times("</div></p></b>", n)),
    "open tags": lambda n: page(_times("<p ", n)),
    "attributes of one element": _attributes,
    "elements with attributes": _many_attributed,
    "one long attribute": lambda n: page(f'<div class="{_times("share ", n)}">{SENTENCE}</div>'),
    "links": lambda n: page(_times('<a href="/a/b">More of it</a> ', n)),
    "table rows": _rows,
    "short paragraphs": lambda n: page(_times("<p>Yes.</p>", n)),
    "long paragraphs": lambda n: page(_numbered("<p>" + "".join(SENTENCES) + "{n} {n}.</p>", n)),
    "headings": lambda n: page(_numbered("<h2>Goats on line {n}</h2>", n)),
    "line breaks": lambda n: page(_times("yes<br>", n)),
    "images": lambda n: page(_times('<figure><img src="a.jpg" alt="Goats"><figcaption>Goats</figcaption></figure>', n)),
    "comments": lambda n: page(_times("<!-- yes -->", n)),
    "one comment": lambda n: page(f"<!--{_times('- ', n)}-->"),
    "entities": lambda n: page(_times("&amp;&lt;&#228;", n)),
    "bad references": lambda n: page(_times("&#2;&#xFFFE;&x", n)),
    "scripts": lambda n: page(_times("<script>var a = '<p>';</script>", n)),
    "one script": lambda n: page(f"<script>{_times('if (a < b) { c(); } ', n)}</script>"),
    "deep JSON-LD": lambda n: _json_ld(n, deep=True),
    "wide JSON-LD": lambda n: _json_ld(n, deep=False),
    "meta elements": lambda n: page("", _times('<meta property="og:title" content="Goats">', n)),
    "custom elements": lambda n: page(_times("<app-x><app-y>Yes</app-y></app-x>", n)),
    "one line": lambda n: _times("goats ", n),
    "one word": lambda n: "a" * n,
    "one sentence after another": lambda n: _numbered("{n} " + SENTENCE, n),
    "lines": lambda n: _times("Goats\n", n),
    "lines that differ": lambda n: _numbered("{n} goats\n", n),
    "paragraphs": lambda n: _numbered("{n} " + f"{SENTENCE}\n\n", n),
    "wrapped lines": lambda n: _times(SENTENCE[:70] + "\n", n),
    "spaces": lambda n: "a" + " " * n + "a",
    "empty lines": lambda n: "a" + "\n" * n + "a",
    "brackets": lambda n: _times("(", n),
    "pairs of brackets": lambda n: _times("[a](", n),
    "quotation marks": lambda n: _times('"a ', n),
    "digits": lambda n: "1" * n,
    "dates": lambda n: _times("12.03.2026 ", n),
    "lines of dates": lambda n: _times("12 March 2026, 14:05\n", n),
    "runs like datelines": lambda n: _times("BERLIN, May 3 (AP) - ", n),
    "lines like datelines": lambda n: _times("BERLIN, May 3 (AP) - Goats.\n", n),
    "lines like bylines": lambda n: _times("By Ana Ruiz and Tom Weld\n", n),
    "lines like credits": lambda n: _times("(AFP/dpa, Reuters)\n", n),
    "labels": lambda n: _times("Advertisement\nRead also: goats\nShare\n", n),
    "labels above lines": lambda n: _numbered("Read more\nGoats {n} hold a train\n", n),
    "labels in one line": lambda n: _times("He left. Read also: Goats hold a train ", n),
    "prompts in one line": lambda n: _times("Sign up for our newsletter. ", n),
    "labels that differ in one line": lambda n: _numbered("He left {n}. Read also: Goats hold a train {n} ", n),
    "prompts that differ in one line": lambda n: _numbered("Sign up for our newsletter, {n} readers do. ", n),
    "prompts between paragraphs": lambda n: _times(
        f"{_SENTENCE} {_SENTENCE}\nGet the news by e-mail each morning\n", n
    ),
    "prompts in paragraphs": lambda n: _times(f"{_SENTENCE} Get the news by e-mail Ana is there. {_SENTENCE}\n", n),
    "labels in paragraphs": lambda n: _numbered(
        f"{_SENTENCE} Read also: Goats hold train {{n}} She stayed at home.\n", n
    ),
    "labels with links": lambda n: page(_numbered('<p>Read also: <a href="/{n}">Goats hold train {n}</a></p>', n)),
    "list items": lambda n: _times("- goats\n", n),
    "menu rows": lambda n: _times("Home | News | Sport | Weather\n", n),
    "questions": lambda n: _times("Goats? ", n),
    "dots": lambda n: "." * n,
    "combining marks": lambda n: "a" + "\u0301" * n,
    "bidirectional marks": lambda n: _times("\u202e\u200fa", n),
    "zero-width characters": lambda n: _times("\u200b\ufeffa", n),
    "ideographs": lambda n: _times("山羊在铁轨上站了一个小时。", n),
    "ideographs that differ": lambda n: _numbered("山羊{n}在铁轨上站了一个小时。", n),
    "ideographs without a stop": lambda n: "山" * n,
    "Thai": lambda n: _times("แพะยืนอยู่บนราง", n),
    "Arabic": lambda n: _times("وقال الحارس إن الماعز وقفت على السكة. ", n),
    "emoji": lambda n: _times("🐐", n),
    "addresses": lambda n: _times("https://example.com/a/b?c=d\n", n),
    "Markdown": lambda n: _times("## Goats\n\n[a](https://example.com) **b** ![c](d)\n\n", n),
    "Markdown emphasis": lambda n: _times("**_a", n),
    "text full of tags": lambda n: _times("a < b > c </ ", n),
}


def oddities() -> dict[str, str | bytes]:
    """Return inputs of one size, by name, that make extractors raise, hang or lose the story; most hold a story."""
    text = page("")
    other = "".join(f"<p>Sentence {n} of a long text says that goat {n} has left the line.</p>" for n in range(400_000))
    cyrillic = "Ночной поезд простоял час, пока стадо коз не ушло с путей, сообщил дежурный по станции. " * 4
    korean = "야간열차가 염소 떼 때문에 한 시간 동안 멈춰 섰다고 역무원이 일요일 밤 밝혔다. " * 4
    japanese = "夜行列車は山羊の群れが線路から去るまで一時間止まったと駅員が日曜日の夜に明らかにした。" * 4
    chinese = "夜班列车因一群山羊站在铁轨上停了一个小时，值班员星期日晚上表示，车上没有人受伤。" * 4
    return {
        "nothing": "",
        "no bytes": b"",
        "white space": " \n\t\u3000",
        "zero bytes": "\0\0",
        "all bytes": bytes(range(256)),
        "random bytes": zlib.compress(bytes(range(256)) * 50),
        "a lone surrogate": text.replace("Sunday", "Sun\ud800day"),
        "an XML declaration": '<?xml version="1.0" encoding="utf-16"?>' + text,
        "forbidden references": text.replace("night", "night&#2;&#x1b;&#xFFFE;"),
        "zero bytes in paragraphs": text.replace("</p>", "\0</p>"),
        "300 nested elements": "<div>" * 300 + text,
        "10,000 nested elements": page("<div>" * 10_000 + f"<p>{SENTENCE}</p>"),
        "100,000 nested elements": page("<div>" * 100_000 + f"<p>{SENTENCE}</p>"),
        "50,000 attributes": _attributes(600_000),
        "an attribute of 12 MB": page(f'<p data-x="{"x" * 12_000_000}">{SENTENCE}</p>'),
        "a text of 12 MB": page(f"<p>{SENTENCE * 110_000}</p>"),
        "a comment only": "<!-- nothing -->",
        "a frameset": '<html><frameset cols="50%,50%"><frame src="a"><frame src="b"></frameset></html>',
        "deep JSON-LD": _json_ld(60_000, deep=True),
        "broken JSON-LD": page("", '<script type="application/ld+json">{"@type": </script>'),
        "an entity bomb": '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        + text.replace("Sunday", "&b;"),
        "an external entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + text.replace("Sunday", "&x;"),
        "gzip": gzip.compress(text.encode()),
        "30 MB of gzip": gzip.compress(page(other).encode()),
        "25 MB of text": other.replace("<p>", "").replace("</p>", "\n\n"),
        "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type /Catalog>>\nendobj\n" + bytes(range(256)) * 9,
        "a PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9,
        "a JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 9,
        "a zip": b"PK\x03\x04\x14\0\0\0" + bytes(range(256)) * 9,
        "UTF-16": text.encode("utf-16"),
        "UTF-16 without a mark": text.encode("utf-16-le"),
        "UTF-32": text.encode("utf-32"),
        "Cyrillic in cp1251": cyrillic.encode("cp1251"),
        "Korean in EUC-KR": korean.encode("euc-kr"),
        "Japanese in Shift_JIS": japanese.encode("shift_jis"),
        "Chinese in GBK": chinese.encode("gbk"),
    }
