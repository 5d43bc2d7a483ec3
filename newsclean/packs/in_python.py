"""The rule sets that are written in Python, in the order in which they are asked: each sees what those before told."""

from __future__ import annotations

from newsclean.packs.captions import captions
from newsclean.packs.glued_captions import glued_captions
from newsclean.packs.glued_wording import glued_wording
from newsclean.packs.pointers import pointers
from newsclean.packs.prompts import prompts
from newsclean.packs.signatures import signatures
from newsclean.packs.structure import structure
from newsclean.packs.threads import threads
from newsclean.packs.wording import worded
from newsclean.rules.ruleset import RuleSet

IN_PYTHON: tuple[RuleSet, ...] = (
    *(structure, captions, glued_captions, signatures, threads, pointers, prompts, worded, glued_wording),
)
