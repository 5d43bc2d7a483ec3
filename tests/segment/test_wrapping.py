"""Which lines go on with the line before: hard wraps and broken sentences do, menus and paragraphs do not."""

from __future__ import annotations

import textwrap

import pytest

from newsclean.segment.lines import split_lines
from newsclean.segment.wrapping import continuations, ends_sentence, wrap_width

PARAGRAPH = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, "
    "the operator said, and nobody knows when it will sail again, since the only dry dock of "
    "the region is full until the end of summer."
)


def joined(text: str) -> list[str]:
    """Return the lines of `text`, each joined with those that go on with it by `|`."""
    lines = split_lines(text)
    found: list[str] = []
    for line, goes_on in zip(lines, continuations(lines), strict=True):
        if goes_on:
            found[-1] += "|" + line.text
        else:
            found.append(line.text)
    return found


@pytest.mark.parametrize(
    "text", ["It rained.", "Why?", "“It rained.”", "(It rained.)", "他说。", "قال ذلك؟", "He said:", "He left…"]
)
def test_sentence_ends(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "Rain", "3.5", "and then,", "Mr. Weld", "a (b)"])
def test_no_sentence_ends(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize("width", [45, 60, 72, 80])
def test_the_width_of_wrapped_text_is_found(width: int) -> None:
    wrapped = textwrap.wrap(PARAGRAPH, width)
    found = wrap_width(split_lines("\n".join(wrapped * 2)))
    assert found == max(map(len, wrapped))


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPH,
        "\n".join([PARAGRAPH] * 8),
        "Home\nNews\nSport\nWeather\nRain\nWind\nSnow",
        "\n".join(f"The council of ward {n} met on Monday and adopted the plan." for n in range(20)),
        "",
    ],
    ids=["one line", "long lines", "menu", "short paragraphs", "nothing"],
)
def test_text_that_was_not_wrapped_has_no_width(text: str) -> None:
    assert wrap_width(split_lines(text)) is None


def test_lines_of_a_poem_have_no_width() -> None:
    """Long and short lines take turns: no wrapper would have left that much room."""
    poem = "\n".join(["and the ferry lies at the quay of the old harbour in rain", "while nobody calls it"] * 4)
    assert wrap_width(split_lines(poem)) is None


def test_wrapped_paragraphs_are_joined_and_not_across_blank_lines() -> None:
    wrapped = textwrap.fill(PARAGRAPH, 66)
    assert joined(f"{wrapped}\n\n{wrapped}") == [wrapped.replace("\n", "|")] * 2


def test_wrapped_paragraphs_without_blank_lines_are_parted_by_their_indent() -> None:
    wrapped = textwrap.fill(PARAGRAPH, 66, initial_indent="   ")
    assert joined("\n".join([wrapped] * 3)) == [wrapped.strip().replace("\n", "|")] * 3


def test_wrapped_paragraphs_end_where_a_line_had_room_for_more() -> None:
    wrapped = textwrap.fill(PARAGRAPH, 66)
    assert joined(f"{wrapped}\n{wrapped}") == [wrapped.replace("\n", "|")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The ferry, which sails to the\nouter islands\nevery morning, has stopped.",
        "The ferry sails every morning to the\nOuter Islands\nand has now stopped.",
        "The operator (\nIsland Ferries\n) said so on Monday.",
        "He named three reasons for that, wind,\nwater and weather, and left it at that.",
    ],
)
def test_a_sentence_broken_at_its_links_is_joined(text: str) -> None:
    assert joined(text) == [text.replace("\n", "|")]


@pytest.mark.parametrize(
    "text",
    [
        "Home\nNews\nSport",
        "It rained on Monday.\nand then it snowed",
        "Ferry stops for a week\nCouncil votes on tram\nTwo rescued from lake",
        "The four reasons are these\n- wind and all\n- water and all",
        "The ferry to the outer islands\n\nhas stopped for a week",
        "Share\nTweet\nemail",
        "The ferry to the outer islands has stopped for a week\nby Ana Ruiz and Tom Boyd\nThe harbour is closed.",
        "Il traghetto per le isole si è fermato per una settimana\ndal nostro inviato Ana Ruiz\n25 luglio 2024",
        "Паром према острвима стоји већ целу недељу\nАутор: Милена Обрадовић\nнедеља, 12.10.2025. у 18:30",
        "The ferry to the outer islands has stopped for a week\nby\nAna Ruiz\nThe harbour is closed.",
        "Il traghetto per le isole è fermo da una settimana\ndi Ana Ruiz\nIl porto è chiuso.",
        "Pages: one two Show all\nTags\nbroken bridge\nflood",
        "Rektor tiltalt for svindel: »Jeg har intet at skjule«\nNu lukker den sidste bank på Vestkysten",
        "Das Schiff steht seit einer Woche still\nvor 3 Stunden\nKommentare",
        "Mittwoch, 12. März 2031\naktualisiert um 16:08 Uhr",
        "Leggi tutte le notizie dal porto di Vallombra\nIl traghetto resta fermo\ndi Ana Ruiz e Tom Boyd\nMare",
        "Sdílejte tento článek s přáteli z ostrovů\nastronomie, přístav, trajekt, počasí",
        "Follow us on all networks and in the app\nferry  harbour  islands",
        "자전거 도로 공사가 다시 미뤄졌다 주민들은 반발\nⓒ 한결일보, 무단 전재 및 재배포 금지",
        'We use cookies to improve this site\n,,It hurts a lot", said Weld',
    ],
)
def test_lines_that_stand_for_themselves_are_not_joined(text: str) -> None:
    assert joined(text) == [line for line in text.split("\n") if line]
