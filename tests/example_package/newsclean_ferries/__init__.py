"""Rules for the papers of the ferry islands."""

from __future__ import annotations

import re
from pathlib import Path

from newsclean import Block, Chrome, Document, Layer, RuleSet

RULES = Path(__file__).parent / "rules"

timetable = RuleSet("ferries", layer=Layer.LANGUAGE)
_TIMES = re.compile(r"(?:\d{2}:\d{2} ){3,}\d{2}:\d{2}")


@timetable.rule(
    "timetable",
    chrome=Chrome.NAVIGATION,
    marks=["Outer islands 06:10 09:30 13:00 17:45"],
    keeps=["The boats at 06:10 and 09:30 were late.", "06:10"],
)
def is_a_timetable(block: Block, document: Document) -> bool:  # noqa: ARG001
    """The papers of the islands print today's boats on every page."""
    return _TIMES.search(block.text) is not None
