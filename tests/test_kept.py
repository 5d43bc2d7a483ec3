"""What is kept for short texts, and what is not."""

from __future__ import annotations

from newsclean.kept import kept_for_short


def test_only_short_texts_are_kept() -> None:
    asked: list[str] = []

    @kept_for_short(3, most=8)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length(text) for text in ("abc", "abcd", "abc", "abcd")] == [3, 4, 3, 4]
    assert asked == ["abc", "abcd", "abcd"]
    assert length.__name__ == "length"
