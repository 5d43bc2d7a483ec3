"""The story that a page keeps in a script, from which a browser would make its elements: an embedded state object.

Next.js (`__NEXT_DATA__`, `__next_f`), Nuxt, Apollo, Fusion and their like hold the same things in other shapes, so no
shape is relied on: the strings of the script are read, and of those that are running text the longest one, or a row of
them, is the story.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator

from lxml import etree

_MOST_CHARACTERS = 3_000_000
# A string literal of JSON that is long enough to be a paragraph; nothing in it can backtrack.
_STRING = re.compile(r'"((?:[^"\\]|\\.){60,})"')
_TAG = re.compile(r"<[^<>]{1,500}>")
_PARAGRAPH = re.compile(r"</?p\b|<br", re.I)
# Sentences: words with spaces between them, or ideographs, with a stop among them.
_PROSE = re.compile(r"(?:[^\W\d_]+[ ,]+){4}.*[.!?…。؟۔।]|[\u3040-\u30ff\u3400-\u9fff]{8}.*[。！？]", re.S)
_CODE = re.compile(r"[{};]|=>|https?://\S+$|\bfunction\b")
# Where a site's program puts something in: "$$ARTICLEAD$$".
_PLACEHOLDER = re.compile(r"\$\$\w{1,40}\$\$|\[\[\w{1,40}\]\]|\{\{[\w.]{1,40}\}\}")
# A story has so many characters, in one string or in a row of them.
_LEAST_STORY = 600
_LEAST_ROW = 3


def story_in_state(scripts: Iterable[etree._Element]) -> str | None:
    """Return the story that one of some `script` elements holds as data, paragraphs parted by newlines; or None."""
    stories = (_longest(list(_prose(script.text or ""))) for script in scripts if script.tag == "script")
    longest = max((story for story in stories if story), key=len, default=None)
    return None if longest is None else _PLACEHOLDER.sub(" ", longest)


def _prose(source: str) -> Iterator[str]:
    """The strings of a script that are running text, in order, each once."""
    if len(source) > _MOST_CHARACTERS:
        return
    seen: set[str] = set()
    for text in _strings(source, nested=True):
        if text not in seen and _is_prose(text):
            seen.add(text)
            yield text


def _strings(source: str, *, nested: bool) -> Iterator[str]:
    """The string literals of a script; those inside one that holds JSON itself, in its place."""
    for literal in _STRING.finditer(source):
        try:
            text = json.loads(f'"{literal[1]}"', strict=False)
        except ValueError:
            continue
        inside = list(_strings(text, nested=False)) if nested and '":' in text else []
        yield from inside or [text]


def _is_prose(text: str) -> bool:
    plain = html.unescape(_TAG.sub(" ", text))
    return _PROSE.search(plain) is not None and _CODE.search(plain) is None


def _longest(texts: list[str]) -> str | None:
    """The one text that is a whole story, written as HTML; or else all of them, where they are paragraphs."""
    whole = max((text for text in texts if len(_PARAGRAPH.findall(text)) >= _LEAST_ROW), key=len, default=None)
    if whole is not None and len(_TAG.sub("", whole)) >= _LEAST_STORY:
        return whole
    row = "\n".join(texts)
    return row if len(texts) >= _LEAST_ROW and len(row) >= _LEAST_STORY else None
