"""What a reporter signs a story with, behind its last sentence: an address to write to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.document import Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.packs.prompts import is_long
from newsclean.rules.ruleset import Place, RuleSet

signatures = RuleSet("any.signature", layer=Layer.ANY)

_MOST = 160
_ADDRESS = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,40}){1,3}"
# "… 말했다. 김민수 기자 kim@example.kr": the sign of the profession tells the name in front of it.
_REPORTER = r"(?:[가-힣]{2,4}(?:[·,] ?[가-힣]{2,4}){0,3} ?(?:[가-힣]{2,4})?기자)"
_SIGNATURE = re.compile(
    r"(?:[.!?。][\"'”’)]?|[다요]) ?"
    rf"(?P<tail>[(\[=/<]{{0,2}} ?(?:{_REPORTER} ?[=/(<]? ?{_ADDRESS}|{_REPORTER}|{_ADDRESS})[)\]>.]{{0,2}})$"
)
_STORY = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, and about three "
    "thousand people who live on the islands will wait for a week."
)
_KOREAN = (
    "섬으로 가는 배가 월요일 아침에 멈췄고 섬에 사는 주민 3천 명은 일주일을 기다려야 한다고 선사가 밝혔다. "
    "시는 다음 달까지 대책을 마련하기로 했다고 덧붙였다."
)


@signatures.document_rule(
    "address",
    chrome=Chrome.AUTHOR_BIO,
    marks=[
        f"{_STORY} aruiz@example.com",
        f"{_KOREAN} 김민수 기자 kim@example.kr",
        f"{_KOREAN} 김민수·이영희 기자",
    ],
    keeps=[
        "Write to aruiz@example.com",
        f"{_STORY} Those who want to know more may write to aruiz@example.com",
        f"{_KOREAN} 시장은 김민수 기자",
    ],
)
def addresses(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:  # noqa: ARG001
    """Behind a paragraph's last sentence stands an address, or a reporter's name as Korean papers sign."""
    for block in document.blocks:
        tail = block.text[-_MOST:]
        if ("@" in tail or tail.endswith("기자")) and is_long(block) and (found := _SIGNATURE.search(tail)):
            start = len(block.text) - len(tail) + found.start("tail")
            yield block.index, Chrome.AUTHOR_BIO, start, len(block.text)
