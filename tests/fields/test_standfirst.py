"""A standfirst below byline and date is told from the story's first paragraph by how the next one begins."""

from __future__ import annotations

import newsclean

HEAD = ("Hải đăng Mũi Cát tắt đèn vì tổ thiên nga", "Lê Minh An", "16:20, 4/3/2026")
STANDFIRST = "Lần đầu tiên sau một trăm năm, ngọn hải đăng phải tắt đèn, tàu vào cảng phải neo chờ ngoài khơi."
STORY = (
    "Sáng 4/3, người gác hải đăng phát hiện một đôi thiên nga làm tổ giữa bóng đèn và thấu kính khi leo lên kiểm tra.",
    "Văn phòng cảng cho biết đôi chim có thể ở lại đến khi trứng nở, một ngọn đèn tạm đã được lắp trên mái nhà gần đó.",
    "Người dân trong làng nói chưa từng thấy đêm nào tối như vậy, nhiều nhà đã thắp đèn dầu để dẫn đường cho tàu.",
)


def read(*paragraphs: str) -> newsclean.Article:
    return newsclean.clean("\n".join((*HEAD, *paragraphs)), language="vi")


def test_a_report_begins_with_the_day_behind_its_standfirst() -> None:
    article = read(STANDFIRST, *STORY)
    assert article.subheadline == STANDFIRST
    assert article.body == "\n\n".join(STORY)


def test_a_first_paragraph_that_has_a_day_itself_is_the_story() -> None:
    first = STANDFIRST.replace("Lần đầu tiên", "Ngày 3/3, lần đầu tiên")
    assert read(first, *STORY).body == "\n\n".join((first, *STORY))


def test_a_number_with_a_point_for_thousands_is_no_day() -> None:
    first = STANDFIRST.replace("Lần đầu tiên", "Trước 1.800 người, lần đầu tiên")
    assert first != STANDFIRST
    assert read(first, *STORY).subheadline == first


def test_where_the_next_one_has_no_day_the_first_paragraph_is_the_story() -> None:
    story = (STORY[0].removeprefix("Sáng 4/3, "), *STORY[1:])
    assert read(STANDFIRST, *story).body == "\n\n".join((STANDFIRST, *story))
