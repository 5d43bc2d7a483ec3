"""How far a section reaches that a heading such as "Related Articles" opens: found by structure, not by a count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsclean.document import Block
from newsclean.mark import Chrome, Layer, Mark, Role
from newsclean.rules.matching import Hit
from newsclean.rules.rule import Match
from newsclean.rules.standing import AFTER_COLON
from newsclean.segment.looks import Look
from newsclean.story.extent import story_extent
from newsclean.story.section_view import Known, View
from newsclean.story.subheads import BELOW, SUBHEAD_WORDS, is_subhead

# Kinds whose lines stand between a story's paragraphs.
_BETWEEN = frozenset(Chrome) - {Chrome.RELATED, Chrome.MOST_READ, Chrome.TIMESTAMP, Chrome.TAGS, Chrome.COMMENTS}
# Lines that are none of a list, though they may stand in it.
_BUTTONS = frozenset({Chrome.SHARE, Chrome.TAGS, Chrome.PAYWALL})
# Lines behind a list that call for comments, or head them: so many at most.
_COMMENTS = 3
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s?(?:am|pm)\b", re.I)
# Labels that, alone on a line, say what the next lines are, though their rules do not open sections.
_POINTERS = frozenset({Chrome.RELATED, Chrome.AUTHOR_BIO})
# A label above a list has no more words, and nothing behind its colon.
_LABEL_WORDS = 6
# An author is told of in no more words than this, with no more of the story behind it.
_BIO_WORDS = 80.0
_BIO_LINES = 3
# Teasers under a "Read more" between two paragraphs, and the paragraph behind them.
_TEASERS = 5
# Fewer words than this above a heading are a teaser, not a story that could be over.
_STORY_WORDS = 60.0
# A story with subheads looks like other stories under their headlines, but then most of it stands below the heading.
_MOST_ABOVE = 0.4
# What may stand in such a section in running text: other stories and what readers say. Tags and contents are short.
_WITH_PROSE = frozenset({Chrome.RELATED, Chrome.MOST_READ, Chrome.COMMENTS})
# Other stories come with a line of their own above each piece of running text; one that goes on has none.
_HEADED = 0.6
_HEADLINE_WORDS = 5
# A paragraph has more words than this, or all of them on average; what stands under the headlines of a list has fewer.
_PARAGRAPH_WORDS = 25.0
# So many blocks of a list that goes on in running text are looked at.
_LOOKED_AT = 300
# A heading with fewer lines below it has no list.
_LEAST_LIST = 2


def section_marks(
    blocks: Sequence[Block],
    looks: Sequence[Look],
    hits: Sequence[Hit],
    others: Sequence[Mark] = (),
    story: Sequence[bool] | None = None,
) -> list[Mark]:
    """Return marks for the blocks that belong to the sections which some of the hits open.

    A section is looked for only inside the story and behind it: the headings above the story head menus, whose lines
    are none of the story anyway, and the story itself must not be taken for the last of them.

    Args:
        blocks: of one document.
        looks: what each looks like.
        hits: of the rules; some of them open sections.
        others: marks of rules that look at the whole document.
        story: what is known to be the story, one for each block; None where nothing is.
    """
    marked = (*(hit.mark for hit in hits), *others)
    labels = {m.block for m in marked if m.block is not None and m.end is None and m.chrome in _BETWEEN}
    by_block: dict[int, list[Known]] = {}
    for known in (*map(_of_hit, hits), *(_of_rule(mark) for mark in others if _tells_of_section(mark))):
        # Marks may also be of what the page states beside its elements.
        if known.mark.end is None and known.mark.block is not None and known.mark.block < len(blocks):
            by_block.setdefault(known.mark.block, []).append(known)
    if story is None:
        extent = story_extent(looks, [i in by_block for i in range(len(blocks))])
    else:
        prose = [i for i, is_story in enumerate(story) if is_story and looks[i].prose]
        extent = range(prose[0], prose[-1] + 1) if prose else range(0)
    view = View(blocks, looks, by_block, frozenset(labels), extent, story)
    marks: list[Mark] = []
    covered = extent.start
    for index, found in sorted(by_block.items()):
        opener = next((hit for hit in found if _opens(hit, blocks[index])), None)
        if opener is None or index < covered:
            continue
        covered = _before_comments(view, index + 1, _section_end(view, index, opener))
        why = f"It belongs to the section that “{blocks[index].text[:60]}” opens."
        # What stands in a section is told by its place, whatever language its heading is in.
        layer = max(opener.mark.layer, Layer.LANGUAGE)
        lines = (inside for inside in range(index + 1, covered) if not _is_own_line(view, inside))
        marks += [replace(opener.mark, layer=layer, block=inside, why=why) for inside in lines]
        if _ends_before_subhead(view, range(index + 1, covered)):
            why = "It stands between a list and a paragraph, and says what the paragraph says."
            marks.append(Mark("any.structure.subhead", Layer.ANY, covered, role=Role.BODY, why=why))
    return marks


def _is_own_line(view: View, index: int) -> bool:
    """Whether a line of a section is nothing but a button or a row of tags, which may stand anywhere."""
    return any(
        hit.alone and hit.mark.layer >= Layer.LANGUAGE and hit.chrome in _BUTTONS for hit in view.hits.get(index, ())
    )


def _of_hit(hit: Hit) -> Known:
    return Known(hit.mark, hit.rule.opens_section, hit.alone, hit.rule.match is Match.PATTERN)


def _of_rule(mark: Mark) -> Known:
    # What no phrase tells may be a mistake: only the few lines right below it are taken along.
    by_wording = mark.rule.startswith("any.wording.")
    return Known(mark, opens_section=False, alone=False, is_pattern=False, by_wording=by_wording)


def _tells_of_section(mark: Mark) -> bool:
    """Whether the mark of a rule in Python opens a section, or ends one."""
    return mark.opens_section or (mark.layer is Layer.ANY and mark.chrome in _BETWEEN)


def _ends_before_subhead(view: View, lines: range) -> bool:
    """Whether a section ends before a subhead of the story, and not before its paragraph."""
    index = lines.stop
    if not lines or index + 1 >= len(view.blocks) or view.is_prose(index) or not view.is_prose(index + 1):
        return False
    return index not in view.hits and _is_subhead_behind(view, lines, index)


def _opens(hit: Known, block: Block) -> bool:
    # A line that is more than a label, "Read also: Harbour tolls to rise", brings its headline with it.
    is_label = block.words <= _LABEL_WORDS and not AFTER_COLON.search(block.text)
    if hit.opens_section:
        return is_label if hit.is_pattern else hit.alone
    if hit.mark.opens_section:
        return True
    # "Read more" on a line of its own points at the lines below it.
    return hit.alone and not hit.is_pattern and hit.chrome in _POINTERS


def _section_end(view: View, opener_index: int, opener: Known) -> int:
    """Return the index just past the section's last block."""
    limit = view.limit(opener_index, opener)
    first_prose = view.first_paragraph(range(opener_index + 1, limit))
    if view.story is not None:
        lines = range(opener_index + 1, first_prose)
        return limit if first_prose == limit else _before_subhead(view, lines, first_prose)
    if not opener.opens_section:
        return _pointed_at(view, opener_index, opener, first_prose, limit)
    if first_prose == limit or opener_index >= view.extent.stop:
        return limit
    lines = range(opener_index + 1, first_prose)
    if _stands_apart(view, lines, first_prose):
        return _before_subhead(view, lines, first_prose)
    if not lines:
        # Running text right under the heading: the list that stood here did not survive the flattening.
        return opener_index + 1
    if opener.chrome in _WITH_PROSE and _follows_a_story(view, opener_index):
        above = view.prose_words(range(view.extent.start, opener_index))
        most_above = above >= _MOST_ABOVE * (above + view.prose_words(range(first_prose, limit)))
        rest = range(first_prose, min(limit, first_prose + _LOOKED_AT))
        # What readers say stands under their names, without a headline.
        named = opener.chrome is Chrome.COMMENTS
        if _is_other_stories(view, lines, rest, most_above=most_above, named=named):
            return limit
    return _before_subhead(view, lines, first_prose)


def _before_comments(view: View, start: int, stop: int) -> int:
    """Return where a section ends but for what is said of comments behind it; one beside each headline is its count."""
    said = [index for index in range(start, stop) if _is_of(view, index, Chrome.COMMENTS)]
    if not said:
        return stop
    is_behind = said[0] == stop - len(said) and len(said) <= _COMMENTS
    # A heading of their own, without a count, has what readers wrote under it.
    is_heading = any(h.chrome is Chrome.COMMENTS and h.opens_section and h.alone for h in view.hits[said[0]])
    # So has one with a form right below it.
    is_one = len(said) == 1 or said[1] == said[0] + 1
    is_section = is_heading and is_one and not _DIGIT.search(view.blocks[said[0]].text)
    return said[0] if is_behind or is_section else stop


def _is_of(view: View, index: int, chrome: Chrome) -> bool:
    return any(hit.chrome is chrome for hit in view.hits.get(index, ()))


def _pointed_at(view: View, opener_index: int, opener: Known, first_prose: int, limit: int) -> int:
    """Return the index just past the few lines that a label such as "Read more" or "About the author" stands above."""
    if opener.chrome is Chrome.AUTHOR_BIO:
        is_last = view.prose_words(range(first_prose, limit)) <= _BIO_WORDS
        return min(limit, first_prose + 1, opener_index + _BIO_LINES) if is_last else opener_index + 1
    few = first_prose < limit and first_prose - opener_index <= _TEASERS
    return _before_subhead(view, range(opener_index + 1, first_prose), first_prose) if few else opener_index + 1


def _follows_a_story(view: View, opener_index: int) -> bool:
    """Whether enough of a story stands above the heading for it to be over."""
    return view.prose_words(range(view.extent.start, opener_index)) >= _STORY_WORDS


def _is_other_stories(view: View, lines: range, rest: range, *, most_above: bool, named: bool) -> bool:
    """Whether a heading's list goes on in running text of its own: each piece under a line, dated, or said twice."""
    prose = [i for i in rest if view.is_prose(i)]
    if sum(not view.is_prose(i - 1) for i in prose) <= _HEADED * len(prose):
        return False
    dated = any(_CLOCK.search(view.blocks[i].text) or _is_of(view, i, Chrome.TIMESTAMP) for i in lines)
    if dated or sum(view.looks[i].repeated for i in lines) > 1:
        return True
    words = max(view.looks[rest[0]].words, view.prose_words(rest) / len(prose))
    under_headlines = sum(_is_headline(view, i - 1) for i in prose)
    if not named and words >= _PARAGRAPH_WORDS and under_headlines <= _HEADED * len(prose):
        return False
    return len(prose) >= 2 and most_above


def _is_headline(view: View, index: int) -> bool:
    """Whether a line can be another story's headline: longer than a subhead, and no label between two paragraphs."""
    is_long = view.looks[index].words >= _HEADLINE_WORDS or view.looks[index].repeated
    return is_long and not view.is_prose(index) and index not in view.labels


def _stands_apart(view: View, lines: range, first_prose: int) -> bool:
    """Whether white space parts a list of two or more lines without any from a paragraph."""
    gaps = [view.blocks[i].gap for i in lines[1:]]
    paragraph = view.looks[first_prose].words >= _PARAGRAPH_WORDS
    return paragraph and bool(gaps) and max(gaps[:-1], default=gaps[-1]) == 0 < view.blocks[first_prose].gap


def _before_subhead(view: View, lines: range, first_prose: int) -> int:
    """The story goes on at `first_prose`; a short line right before that may be its subhead, and none of the list.

    It is if white space parts it from the list, or if it is shorter than the headlines of other stories and, as they do
    not, speaks of what the paragraph below it does.
    """
    if len(lines) < _LEAST_LIST or view.looks[lines[-1]].item:
        return first_prose
    last = lines[-1]
    apart = view.blocks[last].gap > view.blocks[last - 1].gap
    return last if apart or _is_subhead_behind(view, lines[:-1], last) else first_prose


def _is_subhead_behind(view: View, headlines: range, line: int) -> bool:
    """Whether a line between the headlines of other stories and a paragraph is likelier of the paragraph."""
    if view.looks[line].words > SUBHEAD_WORDS:
        return False
    last = min(len(view.blocks), line + 1 + BELOW)
    below = [line + 1, *(i for i in range(line + 2, last) if view.is_prose(i) and i not in view.labels)]
    titles, paragraphs = ([view.blocks[i].text for i in indexes] for indexes in (headlines, below))
    return is_subhead(titles, view.blocks[line].text, paragraphs)
