"""Lines among the paragraphs that are worded as the prompts of sites are, though no phrase is known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from newsclean.document import Block, BlockKind, Document
from newsclean.mark import Chrome, Layer, Mark
from newsclean.packs.prompts import STORY, is_long
from newsclean.packs.wording_odds import KINDS, LISTS, PROMPTS, codes, stems, wording
from newsclean.rules.fold import QUOTE, fold
from newsclean.rules.ruleset import Place, RuleSet
from newsclean.rules.standing import AFTER_COLON

worded = RuleSet("any.wording", layer=Layer.ANY)

# Log-odds above which a line below the first paragraph is told for a prompt by its wording alone, by its words:
# the shortest lines are the likeliest to be subheads. Measured by benchmarks/wording.py.
_BARS = ((7, 1.5), (4, 2.0), (0, 2.5))
# And of a line that other signs tell more of: on a page, whose markup names what a prompt stands in; a heading, since
# more of them are subheads; an item of a list; and so many blocks below the heading of a list of other stories, whose
# headlines may begin as prompts do.
_CAREFUL_BARS = ((7, 2.0), (0, 2.7))
_CAREFUL_KINDS = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_LIST_REACH = 8
# And above the first paragraph, where bylines and headlines stand.
_HEAD_BAR = 3.7
#: Log-odds above which a line is the heading of a list.
HEADING_BAR = 1.0
# One that is as long as a short paragraph, in words, is a prompt above another bar.
_PARAGRAPH_WORDS, _PARAGRAPH_BAR = 34, 3.5
# A heading of a list has no more characters and words, and nothing behind its colon.
_LONGEST_HEADING = 50
_HEADING_WORDS = 6
# A prompt is no longer than this, in characters (or than the other, if it is a paragraph), and stands no farther above
# the story and behind it, in blocks.
_LONGEST = 140
_LONGEST_PARAGRAPH = 240
_ABOVE, _BEHIND = 12, 12


_PLEA = (
    "Support us with a gift today: as a member you read all our stories without advertising, get our weekly letter in "
    "your inbox and help us keep it free for all."
)
_LETTER = (
    "The islanders are a small team and their boats are free for everybody. Those who like it become members of the "
    "club, and find a letter in their inbox every spring."
)


def line_bar(words: int, *, is_careful: bool = False) -> float:
    """Return the log-odds above which a line of so many words between paragraphs is told for a prompt.

    Args:
        words: how many it has.
        is_careful: whether its place or its form speak for the story, or other signs tell more of it.
    """
    return next(bar for least, bar in (_CAREFUL_BARS if is_careful else _BARS) if words >= least)


@worded.document_rule(
    "prompt",
    chrome=Chrome.PROMOTION,
    marks=[
        f"{STORY}\n\nPlease put my name on your list\n\n{STORY} It rains.",
        f"{STORY}\n\n{_PLEA}\n\n{STORY} It rains.",
    ],
    keeps=[
        f"{STORY}\n\nA crack in the shaft\n\n{STORY} It rains.",
        f"{STORY}\n\n{_LETTER}\n\n{STORY} It rains.",
        "Please put my name on your list",
    ],
)
def prompt(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """A short line among the paragraphs has the words of a prompt, and few of the story's."""
    paragraphs, lines = _untold(document, marks)
    counts = cache(lambda: stem_counts(document.blocks[index] for index in paragraphs))
    again = cache(lambda: said_again(counts()))
    heads = [mark.block for mark in marks if mark.chrome in LISTS and mark.block is not None and mark.end is None]
    listed = {index for head in heads for index in range(head + 1, head + 1 + _LIST_REACH)}
    model = wording()
    for block in lines:
        is_below = block.index > paragraphs[0]
        is_careful = document.form == "html" or block.index in listed or block.kind in _CAREFUL_KINDS
        bar = line_bar(block.words, is_careful=is_careful) if is_below else _HEAD_BAR
        if len(block.text) <= _LONGEST and model.odds(block.text, lambda: counts().keys()) > bar:
            kind = model.kind(block.text, KINDS)
            # Subheads are likest to the headlines of other stories.
            if kind not in LISTS:
                yield block.index, kind
    for index in paragraphs[1:]:
        text = document.blocks[index].text
        is_short = document.blocks[index].words <= _PARAGRAPH_WORDS and len(text) <= _LONGEST_PARAGRAPH
        if not is_short or _is_said(text) or model.odds(text) <= _PARAGRAPH_BAR:
            continue
        if model.odds(text, again) > _PARAGRAPH_BAR:
            yield index, model.kind(text, PROMPTS)


@worded.document_rule(
    "heading",
    chrome=Chrome.RELATED,
    opens_section=True,
    marks=[f"{STORY}\n\nWhat others read today\nHarbour tolls to rise\n\n{STORY} It rains."],
    keeps=[f"{STORY}\n\nA crack in the shaft\n\n{STORY} It rains.", "What others read today"],
)
def heading(document: Document, marks: Sequence[Mark]) -> Iterator[Place]:
    """A few words among the paragraphs are those that lists of other stories stand under."""
    paragraphs, lines = _untold(document, marks)
    model = wording()
    for block in lines:
        if block.index > paragraphs[0] and _is_label(block) and model.heading.odds(codes(block.text)) > HEADING_BAR:
            yield block.index, model.kind(block.text, LISTS)


def _is_label(block: Block) -> bool:
    is_short = len(block.text) <= _LONGEST_HEADING and block.words <= _HEADING_WORDS
    return is_short and not AFTER_COLON.search(block.text)


def _untold(document: Document, marks: Sequence[Mark]) -> tuple[list[int], list[Block]]:
    """The indexes of the blocks that can be the story's paragraphs, and the short ones among them and near them.

    Of neither has another rule told what they are.
    """
    told = {mark.block for mark in marks if mark.end is None}
    paragraphs = [block.index for block in document.blocks if block.index not in told and is_long(block)]
    if not paragraphs:
        return [], []
    near = document.blocks[max(0, paragraphs[0] - _ABOVE) : paragraphs[-1] + 1 + _BEHIND]
    return paragraphs, [block for block in near if block.index not in told and _may_be_chrome(block)]


def _may_be_chrome(block: Block) -> bool:
    return not is_long(block) and not _is_said(block.text) and block.kind is not BlockKind.PREFORMATTED


def _is_said(text: str) -> bool:
    return fold(text[:1]) == QUOTE == fold(text[-1:])


def stem_counts(paragraphs: Iterable[Block]) -> Counter[str]:
    """How many paragraphs say each stem."""
    return Counter(stem for block in paragraphs for stem in stems(block.text))


def said_again(counts: Mapping[str, int]) -> set[str]:
    """The stems that two paragraphs or more say."""
    return {stem for stem, count in counts.items() if count > 1}
