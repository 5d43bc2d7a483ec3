"""What is too long is cut, at the end of a paragraph, and said to be."""

from __future__ import annotations

from newsclean.read import cut_lines, cut_to_size, most_lines


def test_a_text_within_the_bound_is_left_alone() -> None:
    assert cut_to_size("abc", 3) == ("abc", ())


def test_a_long_text_is_cut_behind_a_paragraph() -> None:
    text, (said,) = cut_to_size("One.\n\nTwo and three.\n\nFour.", 20)
    assert text == "One.\n\n"
    assert "longer than 20 characters" in said


def test_a_long_page_is_cut_behind_a_paragraph() -> None:
    assert cut_to_size("<p>One.</p><p>Two and three.</p>", 20)[0] == "<p>One.</p>"


def test_a_long_word_is_cut_anywhere() -> None:
    assert cut_to_size("a" * 30, 20)[0] == "a" * 20


def test_lines_past_the_bound_are_left_out() -> None:
    text, (said,) = cut_lines("line\n" * 30_000)
    assert text.count("\n") == most_lines(150_000) - 1
    assert "left out" in said


def test_many_long_lines_are_kept() -> None:
    text = f"{'a' * 200}\n" * 20_000
    assert cut_lines(text) == (text, ())
