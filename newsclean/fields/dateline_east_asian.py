"""Datelines in Chinese, Japanese and Korean: the bracket conventions of their agencies and papers."""

from __future__ import annotations

import re

from newsclean.fields.agencies import agency_at
from newsclean.fields.dateline_span import DatelineSpan
from newsclean.fields.dateline_terms import place_key, plain, terms

_OPEN = r"[(\[【〔「［（]"
_SHUT = r"[)\]】〕」］）]"
_LETTERS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CHINESE = re.compile(
    rf"(?P<open>{_OPEN})?(?P<head>[^\s\d()\[\]【】〔〕,，。:;、!?「」]{{0,24}}[/、]?[^\s\d()\[\]【】〔〕,，。:;、!?「」]{{0,8}})"
    r"(?P<date>(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?"
    r"(?P<verb>专电|專電|(?:綜合|综合)?(?:外電|外电)?(?:報導|报道|報道)|电|電|讯|訊|消息)"
    rf"(?P<shut>{_SHUT})?(?P<reporter>\s?[(（][^()（）]{{0,6}}(?:记者|記者)[^()（）]{{1,30}}[)）])?\s*:?\s*",
)
_ORGANISATION = re.compile(r"本报|本報|本刊|本社|[^\s\d]{1,6}?(?:社|网|網|报|報|周刊|电视台|電視台)")
_REPORTER = re.compile(r"(?:特派员|特派員|驻外记者|记者|記者)")
_REPORT = re.compile(
    rf"{_OPEN}\s*(?P<who>[^/()\[\]【】〔〕]{{2,24}})/(?P<place>[^/()\[\]【】〔〕\s]{{1,14}}?)"
    rf"(?:報導|报道|報道|电|電|訊|讯){_SHUT}\s*",
)
_JAPANESE = re.compile(rf"(?P<open>{_OPEN})(?P<inside>[^()\[\]【】〔〕]{{2,36}}){_SHUT}\s*(?:[-—–]\s?)?")
_JAPANESE_DATE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日")
_KATAKANA_AND_NAME = re.compile(r"(?P<place>[ァ-ヴー・]{2,14})(?P<name>[一-龥々]{3,5})")
_JAPANESE_NAME = re.compile(r"[一-龥々ぁ-んァ-ヴー・ ]{2,12}")
_KOREAN = re.compile(
    r"[(\[](?P<left>[^()\[\]=]{1,30})=(?P<right>[^()\[\]=]{1,30})[)\]]\s*"
    r"(?:[가-힣·,ㆍ ]{2,30}?(?:기자|특파원|통신원|객원기자)\s?=\s*)?",
)
_KOREAN_OUTLET = re.compile(r"\[[^()\[\]=|]{2,15}[ |][가-힣]{2,4} ?(?:기자|특파원)\]\s*")
_KOREAN_PLACE = re.compile(r"[가-힣]{2,8}(?:[·ㆍ,/] ?[가-힣]{2,8}){0,4}")
_PLACE_SPLIT = re.compile(r"[·ㆍ,/、] ?")
_SENTENCE_END = "。.!?！？”」』…\"'"


def is_east_asian(text: str) -> bool:
    """Return whether the first words are written in Chinese, Japanese or Korean letters."""
    return bool(_LETTERS.search(text, 0, 16))


def read_east_asian(text: str) -> DatelineSpan | None:
    """Return the dateline that opens `text`, or None."""
    even = plain(text)
    start = len(even) - len(even.lstrip())
    return (
        _korean(text, even, start)
        or _chinese_report(text, even, start)
        or _chinese(text, even, start)
        or _japanese(text, even, start)
    )


def read_east_asian_tail(text: str, offset: int) -> DatelineSpan | None:
    """Return the dateline in the bracket that closes `text`, which begins at `offset` of the paragraph, or None."""
    even = plain(text).rstrip()
    start = max(even.rfind("("), even.rfind("〔"), even.rfind("["))
    if start <= 0 or even[:start].rstrip()[-1:] not in _SENTENCE_END:
        return None
    found = _chinese(text, even, start)
    if found is None or found.end < len(even) or found.date_text is None:
        return None
    return DatelineSpan(
        offset + start,
        offset + found.end,
        found.places,
        found.date_text,
        found.agencies,
        f"tail_{found.rule}",
        found.agencies_text,
    )


def _labelled(inside: str) -> bool:
    return any(label in inside for label in terms().bracket_labels)


def _is_city(name: str) -> bool:
    return place_key(name) in terms().cities


def _places(raw: str) -> tuple[str, ...]:
    return tuple(part for part in _PLACE_SPLIT.split(raw.strip()) if part)


def _chinese(text: str, even: str, start: int) -> DatelineSpan | None:
    match = _CHINESE.match(even, start)
    if match is None or bool(match["open"]) != bool(match["shut"]) or _labelled(match["head"]):
        return None
    if match["date"] is None and match["open"] is None:
        return None
    agencies, as_written, at = _agencies_from(text, even, match.start("head"), match.end("head"))
    owner = bool(agencies)
    organisation = None if owner else _ORGANISATION.match(even, at, match.end("head"))
    # A place may end like a paper's name; then nothing is left to be the place, and it is one.
    if organisation and (organisation.end() < match.end("head") or not _is_city(organisation[0])):
        at, owner = organisation.end(), True
    place_at = _past_reporter(even, at, match.end("head"))
    place = text[place_at : match.end("head")]
    if (not place and not owner) or (match["date"] is None and not (place and len(place) <= 6)):
        return None
    if len(place) > 12 or (not match["open"] and not owner and not _is_city(place)):
        return None
    date = text[match.start("date") : match.end("date")] if match["date"] else None
    kinds = [kind for kind, there in (("agency", agencies), ("place", place), ("date", date)) if there]
    rule = "_".join(["chinese", *kinds, "bracket" if match["open"] else "wire"])
    return DatelineSpan(0, match.end(), _places(place), date, agencies, rule, as_written)


def _agencies_from(text: str, even: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    names: list[str] = []
    as_written: list[str] = []
    position = start
    while (hit := agency_at(even, position)) and hit[0] <= end:
        names.append(hit[1])
        as_written.append(text[position : hit[0]])
        position = hit[0]
        while position < end and even[position] in "/=、· ":
            position += 1
    return tuple(dict.fromkeys(names)), tuple(as_written), position


def _past_reporter(even: str, start: int, end: int) -> int:
    """Return where the place begins behind a reporter's name: 中央社記者劉世怡台北."""
    reporter = _REPORTER.match(even, start, end)
    if reporter is None:
        return start
    for at in range(reporter.end() + 2, end):
        if _is_city(even[at:end]):
            return at
    # Chinese names have three characters more often than two.
    return min(reporter.end() + 3, end)


def _chinese_report(text: str, even: str, start: int) -> DatelineSpan | None:
    match = _REPORT.match(even, start)
    if match is None:
        return None
    place = text[match.start("place") : match.end("place")]
    places = () if place in terms().round_ups else _places(place)
    return DatelineSpan(0, match.end(), places, None, (), "reporter_place_bracket")


def _japanese(text: str, even: str, start: int) -> DatelineSpan | None:
    match = _JAPANESE.match(even, start)
    if match is None or _labelled(match["inside"]):
        return None
    inside, base = match["inside"], match.start("inside")
    day = _JAPANESE_DATE.search(inside)
    date = text[base + day.start() : base + day.end()] if day else None
    cut = next((i for i in range(len(inside)) if agency_at(even, base + i)), None)
    if cut is None:
        places = _correspondent_places(text, base, inside)
        return DatelineSpan(0, match.end(), places, date, (), "place_reporter_bracket") if places else None
    agencies, as_written, end = _agencies_from(text, even, base + cut, match.end("inside"))
    if end < match.end("inside") and even[end : match.end("inside")].strip(" ="):
        return None
    place_end = base + (min(cut, day.start()) if day else cut)
    place = text[base:place_end].strip(" \u3000=＝・、")
    if not place and not date:
        return None
    kinds = [kind for kind, there in (("place", place), ("date", date)) if there]
    return DatelineSpan(
        0, match.end(), _places(place), date, agencies, "_".join([*kinds, "agency_bracket"]), as_written
    )


def _correspondent_places(text: str, base: int, inside: str) -> tuple[str, ...]:
    """Return the places of a paper's own man there: 【ソウル＝小池和樹】, 【パリ篠田一郎】."""
    left, mark, name = inside.partition("=")
    if mark:
        fits = 2 <= len(left.strip()) <= 16 and _JAPANESE_NAME.fullmatch(name.strip())
        return _places(text[base : base + len(left)]) if fits else ()
    match = _KATAKANA_AND_NAME.fullmatch(inside)
    return (text[base : base + match.end("place")],) if match else ()


def _korean(text: str, even: str, start: int) -> DatelineSpan | None:
    if even[start] not in "([":
        return None
    if outlet := _KOREAN_OUTLET.match(even, start):
        return None if _labelled(outlet[0]) else DatelineSpan(0, outlet.end(), (), None, (), "outlet_reporter_bracket")
    match = _KOREAN.match(even, start)
    if match is None or _labelled(match["left"] + match["right"]) or not _LETTERS.search(match[0]):
        return None
    place_end = match.end("left")
    # A foreign agency may stand behind the place: (뉴욕 AP=연합뉴스).
    foreign = next((i for i in range(match.start("left"), place_end) if agency_at(even, i)), place_end)
    before, before_text, _ = _agencies_from(text, even, foreign, place_end)
    after, after_text, _ = _agencies_from(text, even, match.start("right"), match.end("right"))
    place = text[match.start("left") : foreign].strip()
    agencies = tuple(dict.fromkeys(before + after))
    if not agencies and re.search("기자|특파원|의 ", match["right"]):
        return DatelineSpan(0, match.end(), (), None, (), "outlet_reporter_bracket")
    if not _KOREAN_PLACE.fullmatch(place):
        return None
    rule = "place_agency_bracket" if agencies else "place_outlet_bracket"
    return DatelineSpan(0, match.end(), _places(place), None, agencies, rule, before_text + after_text)
