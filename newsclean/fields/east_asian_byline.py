"""Bylines of Chinese, Japanese and Korean pages, where no capitals tell a name."""

from __future__ import annotations

import re

from newsclean.fields.byline_words import BylineWords, byline_words

_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EMAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,64}\.[\w.\-]{2,64}")
_KOREAN_NAME = re.compile(r"[\uac00-\ud7a3]{2,4}")
_NAME = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff·・]{2,10}")
_KANA = re.compile(r"[\u3040-\u30ff]")
_OPENER = re.compile(r"\s*([/／:：|｜=＝]?)\s*")
# "来源：江南晨报 记者 陆文渊"
_SOURCE = re.compile(r"^(?:来源|來源|稿源)\s?[:：]\s?[^\s:：]{2,20}\s+(?=\S)")
# Behind the writer stand those who took the pictures and who edited; and what the writer is, in brackets.
_OTHERS = re.compile(
    r"(?<=[^\s　（(])[\s　]*(?:[（(][^（）()]{1,30}[）)]|(?:攝影|摄影|撮影|写真|编辑|編輯|责编|責編)\s?[/／:：].*)$"
)
# "（報道部・牧野沙織）"
_DESK = re.compile(r"^[\u30a0-\u30ff\u3400-\u9fff]{1,8}[部局室]・(?=[\u3400-\u9fff])")
_PARTS = re.compile(r"[、，,/／|｜;；&＆]|\s和\s|\s与\s")
_BRACKETS = "【】〔〕[]［］（）() 　"
_MAX_PERSONS = 6


def has_east_asian(text: str) -> bool:
    """Return whether a letter of a Chinese, Japanese or Korean script stands in `text`."""
    return _SCRIPT.search(text) is not None


def read_east_asian(text: str) -> tuple[int, int, tuple[str, ...]] | None:
    """Return start, end and authors of the byline a line is, None if it is none."""
    words = byline_words()
    inner = _OTHERS.sub("", _SOURCE.sub("", text.strip())).strip(_BRACKETS)
    if (desk := _DESK.match(inner)) and (persons := _persons([inner[desk.end() :]], words)):
        return 0, len(text), persons
    authors = _read_korean(inner, words) or _read_announced(inner, words)
    return (0, len(text), authors) if authors else None


def _read_korean(text: str, words: BylineWords) -> tuple[str, ...] | None:
    """Read "김민수 기자", "이영희·박철수 기자 kim@example.com", "부산 김민수 기자 외 1명"."""
    tokens = re.split(r"[\s·,=]+", _EMAIL.sub(" ", text))
    tokens = [token for token in tokens if token]
    if not 0 < len(tokens) <= 8:
        return None
    names: list[str] = []
    waiting: list[str] = []
    for token in tokens:
        role = next((role for role in words.reporters if token.endswith(role)), None)
        if role and names and not waiting and token == role:
            continue
        if role:
            glued = token.removesuffix(role)
            waiting += [glued] if glued else []
            named = waiting if "·" in text else waiting[-1:]
            if not named or not all(_KOREAN_NAME.fullmatch(name) for name in named):
                return None
            names += named
            waiting = []
        elif names and (token == "외" or re.fullmatch(r"\d{1,2}명", token)):
            continue
        else:
            waiting.append(token)
    return tuple(dict.fromkeys(names)) if names and not waiting else None


def _read_announced(text: str, words: BylineWords) -> tuple[str, ...] | None:
    """Read "文／田中太郎", "记者 张伟 李娜", "記者王小明／台北報導", "田中太郎記者"."""
    chinese = words.east_asian["chinese"]
    openers = sorted(chinese | words.east_asian["separated"], key=len, reverse=True)
    opener = next((word for word in openers if text.startswith(word)), None)
    if opener is None:
        name = text.removesuffix("記者").strip()
        return _persons([name], words) if name != text and " " not in name and len(name) <= 5 else None
    mark = _OPENER.match(text, len(opener))
    if mark is None or (not mark[1] and opener not in chinese):
        return None
    rest = text[mark.end() :].strip(_BRACKETS)
    pieces = [piece.strip() for piece in _PARTS.split(rest)]
    if len(pieces) > 1 and any(pieces[-1].endswith(word) for word in words.east_asian["places_behind"]):
        pieces.pop()
    names: list[str] = []
    for piece in pieces:
        # In Chinese a space parts two persons, in Japanese family from given name.
        names += piece.split() if opener in chinese else ["".join(piece.split())]
    if names and names[-1] in words.east_asian["places_behind"]:
        names.pop()
    if not mark[1] and _KANA.search(rest):
        return None
    return _persons(names, words)


def _persons(names: list[str], words: BylineWords) -> tuple[str, ...] | None:
    if not 0 < len(names) <= _MAX_PERSONS:
        return None
    for name in names:
        longest = 10 if _KANA.search(name) or "·" in name else 4
        if not _NAME.fullmatch(name) or len(name) > longest:
            return None
        if any(name.endswith(word) or name.startswith(word) for word in words.east_asian["not_names"]):
            return None
    return tuple(dict.fromkeys(names))
