"""Captions of pictures, told by the name of whoever took them, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.document import Block, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.packs.photo_credits import find_credit
from newsclean.packs.structure import is_running_text, story_bounds
from newsclean.rules.ruleset import Place, RuleSet

captions = RuleSet("any.caption", layer=Layer.ANY)

_WORDS = range(5, 46)
_CHARACTERS = range(12, 120)
# In characters: where a credit is looked for.
_END = 160
_DATE = re.compile(r"(?:19|20)\d\d")
# What stands behind a caption: "(Joel Arrieta / The Ledger)", "© L'Echo", "| G. Pulido", ". JOAQUIN ARRIETA".
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_TAKEN = (
    rf"\({_NAME}(?: {_NAME}){{0,4}} ?/ ?{_NAME}(?: {_NAME}){{0,4}}\)\.?$"
    rf"|[.!?)”»\"] ?[|/] ?{_NAME}(?: {_NAME}){{1,3}}$"
    r"|[.!?)”»\"] (?P<capitals>[^\W\d_a-z]{2,}(?: [^\W\d_a-z]{2,}){1,3})$"
)
_LABELLED = (
    r"(?:[.!?)”»\"。।] ?|[\u0e00-\u0e7f] )[/|-]?\s?[^\W\d_][^\s:：=.]{1,14}(?: [^\s:：=.]{2,14})?\s?"
    r"[:：=]\s?[^\W\d_][^.:!?，。]{2,40}$"
)
_OWNED = rf"[.!?)”»\"] ?\|? ?© ?{_NAME}[^.!?]{{0,60}}$"
_CREDIT = re.compile(f"{_TAKEN}|{_OWNED}|{_LABELLED}")
# Agencies whose pictures are everywhere, behind a line that is no sentence: "… at Brackley Road — PA", "… [AFP]".
_AGENCY = (
    r"(?:AP|AFP|PA|EPA|EFE|ANSA|DPA|dpa|LUSA|TASS|APA|ANP|NTB|TT|STT|PAP|MTI|CTK|ČTK|TASR|SITA"
    r"|Reuters|REUTERS|Getty Images)"
)
_BETWEEN = re.compile(
    rf"{_TAKEN}|\S \|? ?© ?{_NAME}(?:(?: | ?/ ?){_NAME}){{0,5}}$"
    rf"|[\w%)”»\"] [—–|/] ?{_AGENCY}(?:/[\w .-]{{2,40}})?$"
    rf"|[\w%)”»\"] ?[\[(]{_AGENCY}(?:[/ ][\w .-]{{2,40}})?[\])]$"
)
# In characters: how far from a line's end the label of a credit stands; what has more words in front is a paragraph.
_TAIL = 90
_PARAGRAPH_WORDS = 30
_LEAD = (
    "The council voted on Tuesday night to replace the old bridge over the river, which has carried cars since the war."
)


@captions.document_rule(
    "before_the_lead",
    chrome=Chrome.MEDIA,
    marks=[
        f"Cars cross the bridge on Tuesday. (Joel Arrieta / The Ledger)\n\n{_LEAD}",
        f"Elias, 19, celebrates his second goal. | G. Pulido\n\n{_LEAD}",
        f"The market hall, closed for years. JOAQUIN ARRIETA\n\n{_LEAD}",
        f"The hall, built by the city, may fall. © The Echo / Joel Arrieta\n\n{_LEAD}",
    ],
    keeps=[
        f"The bridge will be rebuilt, the council said (with two against).\n\n{_LEAD}",
        f"{_LEAD}\n\nThe council voted for it on Tuesday. (Anna Berg / The Ledger)",
    ],
)
def before_the_lead(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """A line above the story that ends in somebody's name, as pictures are credited, is a caption."""
    for block in document.blocks[: story_bounds(document)[0]]:
        text = block.text[-_END:]
        if _is_caption_long(block) and _is_credited(text, _CREDIT) and not _DATE.search(text):
            yield block.index


@captions.document_rule(
    "between_paragraphs",
    chrome=Chrome.MEDIA,
    marks=[
        f"{_LEAD}\n\nCars cross the bridge on Tuesday. (Joel Arrieta / The Ledger)\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nCars cross the bridge for the third time this week © Joel Arrieta\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nSnow covers the bridge, where no car has come along — PA\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nCars cross the bridge on Tuesday [AFP]\n\n{_LEAD} It rains.",
    ],
    keeps=[
        f"{_LEAD}\n\nThe council voted for it on Tuesday. (Anna Berg / The Ledger)",
        f"{_LEAD}\n\nThe mayor told the agency so on Tuesday. Reuters has seen the paper.\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nThe bridge will be rebuilt, the council said (with two against).\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nЧто делать жителям? Ждать помощи\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nThe bridge will be rebuilt, the council said. © All rights reserved\n\n{_LEAD} It rains.",
    ],
)
def between_paragraphs(document: Document, marks: Sequence[Mark]) -> Iterator[int]:  # noqa: ARG001
    """A line between paragraphs that ends in a photographer's name or in that of an agency is a caption."""
    first, last = story_bounds(document)
    for before, block, after in zip(
        document.blocks[first:], document.blocks[first + 1 : last], document.blocks[first + 2 :], strict=False
    ):
        # A story's parts may be signed one by one: those end in a sentence, and come one behind the other.
        is_between = is_running_text(before) and is_running_text(after)
        if is_between and _is_caption_long(block) and _is_credited(block.text[-_END:], _BETWEEN):
            yield block.index


@captions.document_rule(
    "labelled",
    chrome=Chrome.MEDIA,
    marks=[
        f"{_LEAD}\n\nCars cross the bridge on Tuesday. Photo: P. Miller\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nAutos auf der Brücke (Foto: H.-P. Berg/dpa)\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nWhere did the cars go? • Foto: Joel Arrieta\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nJoel Arrieta\n\nCars on the bridge © Joel Arrieta\n\n{_LEAD} It rains.",
        f"{_LEAD} Foto: P.Miller\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nFotó: Rácz Tibor / Facebook\n\n{_LEAD} It rains.",
    ],
    keeps=[
        f"{_LEAD}\n\nShe kept a photo: P. Miller had taken it in spring.\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nWitnesses for the bridge: P. Miller\n\n{_LEAD} It rains.",
        f"{_LEAD}\n\nWhat is on it? Photo: evidence of cars\n\n{_LEAD} It rains.",
    ],
)
def labelled(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:  # noqa: ARG001
    """A line ends in the label of a credit and a name: one with initials, or one behind a sign that parts it."""
    for block in document.blocks:
        start = find_credit(block.text, max(0, len(block.text) - _TAIL))
        if start is not None:
            if block.text[:start].count(" ") < _PARAGRAPH_WORDS:
                yield block.index
            else:
                yield block.index, Chrome.MEDIA, start, len(block.text)


def _is_credited(text: str, credit: re.Pattern[str]) -> bool:
    """Whether a text ends in a credit; only Latin letters are told apart by case in a pattern."""
    found = credit.search(text)
    if found is None:
        return False
    return found["capitals"] is None or found["capitals"].isupper()


def _is_caption_long(block: Block) -> bool:
    # In scripts without spaces a credit is often all that has one.
    return block.words in _WORDS or (len(block.text) in _CHARACTERS and not block.text.isascii())
