"""What a reporter signs a story with is no part of its last paragraph."""

from __future__ import annotations

import pytest

import newsclean

STORY = (
    "해담시 시내버스 노사가 파업을 한 시간 앞두고 임금 협상에 극적으로 합의했다. "
    "이에 따라 첫차부터 모든 버스가 정상 운행에 들어갔다.",
    "노조는 기본급을 3.4% 올리고 정년을 한 해 늘리는 조정안을 받아들였다. "
    "합의안은 다음 달 조합원 투표를 거쳐 최종 확정된다.",
)
LAST = (
    "앞서 시는 파업에 대비해 지하철 막차를 새벽 1시까지 연장하고 열차를 늘리는 대책을 마련했으나 "
    "협상 타결로 모두 해제했다."
)


@pytest.mark.parametrize(
    "signature",
    [
        "김민수 기자 kim@example.kr",
        "김민수 기자",
        "kim@example.kr",
        "/김민수 기자 kim@example.kr",
    ],
)
def test_the_last_paragraph_stays_without_its_signature(signature: str) -> None:
    article = newsclean.clean(
        "\n".join(("버스 노사 협상 타결", *STORY, f"{LAST} {signature}", "많이 본 뉴스", "댓글 0"))
    )
    assert article.body == "\n\n".join((*STORY, LAST))


def test_an_address_that_a_sentence_speaks_of_stays() -> None:
    asked = "Those who have seen the ferry or its crew since Monday evening are asked to write to harbour@example.com"
    story = (
        "The ferry to the outer islands has been missing since Monday, and boats have been looking for it for a day."
    )
    assert (
        asked
        in newsclean.clean("\n\n".join(("Ferry missing", story, story + " It rains.", asked, story + " So."))).body
    )
