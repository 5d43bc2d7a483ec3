"""The patterns of numeric dates, clock times and zone offsets; none can backtrack over more than a few characters."""

from __future__ import annotations

import re

# Quotes, question marks, percent and currency signs are no part of a date line.
SEPARATORS = re.compile(r"[^\w?!\"“”„«»%$€£°=+#]+|_+")
GAP = re.compile(r"[\s.,\-/'’־–]{0,3}")
YEAR_HINT = re.compile(
    r"(?:19|20|25)\d\d|1[34]\d\d|[和成]\d{1,2}年|(?<![\d.])\d{1,2}\.\d{1,2}\.\d\d(?![\d.])|[\u0e00-\u0e7f]\.?\s?[5-9]\d(?!\d|[:.]\d)"
)
TOKEN_START = re.compile(r"(?<!\w)\w|(?<=[^\W\d])\d|(?<=\d)[^\W\d]|(?<=[a-zа-я])[A-ZА-Я]")

# A year that runs into the day of the date printed behind it ("22. Mai 202022. Mai 2020") or a count still counts.
YEAR = re.compile(r"((?:19|20|25)\d\d|1[34]\d\d)(?:\D|$|(?=\d{1,3}(?:\D|$)))")
YEAR_FIRST = re.compile(
    r"(\d{4})\s?(?:年|년|([-/.])|[ ])\s?(\d{1,2})\s?(?:月|월|\2)\s?(\d{1,2})(?!\d)(?:\s?[日일]|\.(?!\d)|T(?=\d))?"
)
YEAR_LAST = re.compile(r"(\d{1,2})\s?([./\-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
# "23.09.25", with points only: other signs leave open which of the three is the year.
YEAR_SHORT = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d\d)(?![\d.])")
# "19 ก.พ. 69": behind a Thai month, the last two digits of a year of the Buddhist era.
YEAR_THAI = re.compile(r"(?<=[\u0e00-\u0e7f.])\s?([5-9]\d)(?!\d|[:.]\d)")
MONTH_DAY_CJK = re.compile(r"(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
ERA_DATE = re.compile(r"(\d{1,2})年\s?(\d{1,2})月\s?(\d{1,2})日")
DAY = re.compile(r"(\d{1,2})(?:(st|nd|rd|th|er|re|de|ste|:?e|-?го|-?е|[ºª°a]|日)(?![^\W\d_])|(\.))?(?!\d)")
MONTH_NUMBER = re.compile(r"(?:tháng|thg)\.?\s?(\d{1,2})(?!\d)", re.IGNORECASE)
CLOCK = re.compile(
    r"(\d{1,2})\s?(?:[:h時时點点시])\s?(\d{2})(?!\d)(?:\s?[:分분m]\s?(\d{2})(?!\d)\s?[秒초s]?)?(?:[.,]\d{1,9})?\s?[分분]?"
)
CLOCK_DOTTED = re.compile(r"(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.])")
CLOCK_HOUR = re.compile(
    r"(\d{1,2})\s?(?:[時时點点시]|(?:h|uhr|uur)(?![^\W\d_])|(?=[ap]\.?\s?m(?![^\W\d_])))", re.IGNORECASE
)
CLOCK_PLAIN = re.compile(r"(\d{2})(\d{2})(?=\s?(?:GMT|UTC|IST|EST|CET|WIB|hrs|h)(?![^\W\d_]))")
MERIDIEM = re.compile(r"\s?([ap])\s?\.?\s?m(?![^\W\d_a-z])\.?", re.IGNORECASE)
RUNNING_TIME = re.compile(r"\s?(?:min|std)", re.IGNORECASE)
OFFSET = re.compile(r"\s?([+\-])(\d{1,2}):?(\d{2})?(?!\d)")
ZULU = re.compile(r"Z(?![^\W\d_])")
COUNT = re.compile(r"\d{1,3}(?:[.,]?\d{3})?(?!\d)")


def gap_end(text: str, at: int) -> int:
    """Return where the next part of a date begins, past a few spaces and signs."""
    gap = GAP.match(text, at)
    return gap.end() if gap else at


def offset_minutes(offset: re.Match[str]) -> int:
    """Return the minutes ahead of UTC that a match of `OFFSET` says."""
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    return -minutes if offset[1] == "-" else minutes
