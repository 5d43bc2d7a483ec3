"""HTML is told from text that only speaks of it."""

from __future__ import annotations

import pytest

from newsclean.read.sniff import looks_like_html


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><body>Rain</body></html>",
        "<html>",
        "\ufeff \n<HTML lang='en'>",
        "<!-- served by web3 -->\n<!doctype html>",
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
        "<p>It rained in Bergen.</p>",
        "\n  <div class='story'><p>It rained.</div>",
        "It rained.<br><p>It <b>rained</b> again.</p> <a href='/'>More</a>",
    ],
)
def test_html(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained in Bergen.",
        "The price is < 5 euros and > 3 euros.",
        "if a < b and b > c: print(a)",
        "I <3 Bergen",
        "<John> Hello, <Mary>!",
        "Pages begin with <html> and end with </html>, and a <p> with a </p>, he said. "
        + "But nobody keeps to it. " * 30,
        "# Rain\n\nIt rained in [Bergen](https://example.com/bergen).<br>\n\nAnd then it rained again, all the week."
        * 3,
        "Write to <ana@example.com> or see <https://example.com/p>.",
    ],
)
def test_text(text: str) -> None:
    assert not looks_like_html(text)
