"""The headline: which line it is, and what of it is the publisher's name."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from newsclean.document import Block, BlockKind, Document
from newsclean.fields.byline import read_bare_byline
from newsclean.fields.domain_name import domain_letters, host_of, letters_of
from newsclean.fields.headline_address import spelled_headline
from newsclean.fields.headline_lines import Lines, plain
from newsclean.fields.publisher_suffix import looks_like_a_name, split_suffix, without_prefix, without_suffix
from newsclean.fields.story_view import StoryView
from newsclean.mark import Chrome
from newsclean.segment.looks import Look, count_words

_MIN_HEADLINE_WORDS = 2.0
_MAX_HEADLINE_WORDS = 32.0
# A heading of so many words is a headline whatever the page's metadata says.
_OWN_HEADLINE_WORDS = 4
# How far above the first paragraph a headline may stand: a standfirst, a byline, a date, share buttons, a caption.
_REACH = 20
# What a kicker that only style sheets show leaves behind.
_LEFT_OVER = " :·|"
# In letters; what is shorter is an article or a number that the page's metadata leave out ("The best …").
_KICKER = 4
# A short main heading so few blocks above the story is its headline if so much of it is in what the page states.
_NEAR = 3
_MOSTLY = 0.5
_STEP = re.compile(r"(\d{1,2})\. (?=\S)")
# A headline of so many words and more has no more sentences than two; a longer one is of one.
_TELLING_WORDS, _LONG_WORDS = 14, 20
_MOST_SENTENCES = 2
_SENTENCE_WORDS = 3
_INNER_END = re.compile(r"[^\W\d_]{3,}[.?!][\"'”’»)]{0,2} (?=[\"'“‘«„¿¡]?[^\W\d_a-zß-öø-ÿа-яё])")
# Words of no more letters have no capital in a title; so many others tell one.
_SMALL_WORD = 3
_TITLED_WORDS = 5
# The first block of a story is its headline if it has so many words, and the next one so many times more, or if it has
# as many as hardly a question or an exclamation of the story itself.
_LEAST_OPENING_WORDS = 3
_LONGER = 1.5
_LONG_HEADLINE_WORDS = 8
_SYLLABLES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
# A line that says it again differs by so many characters at most.
_SLACK = 60
# Chrome that stands between a headline and its story.
_UNDER_HEADLINES = frozenset({Chrome.SHARE, Chrome.TIMESTAMP, Chrome.AUTHOR_BIO, Chrome.COMMENTS, Chrome.FOLLOW})


@dataclass(frozen=True, slots=True)
class HeadlineChoice:
    """A headline, and where it stands.

    Attributes:
        text: without the publisher's name.
        publisher: the name that was cut off, or None.
        block: index of the block that is the headline; None where no block is.
        repeats: indexes of other blocks that say the same.
        rule: how it was found.
    """

    text: str
    publisher: str | None
    block: int | None
    repeats: tuple[int, ...]
    rule: str


def choose_headline(story: StoryView, body: Sequence[int], taken: Container[int | None]) -> HeadlineChoice | None:
    """Return the headline of a document, or None where it has none.

    Args:
        story: the document and its story.
        body: indexes of the blocks of the story that no field reader has taken, in order.
        taken: the blocks that field readers have taken.
    """
    document, looks = story.document, story.looks
    choice = _from_metadata(document, body)
    if choice is not None or not body:
        return choice
    skip = [i in taken or story.is_chrome(i) for i in range(len(looks))]
    under = [i in taken or verdict.chrome in _UNDER_HEADLINES for i, verdict in enumerate(story.verdicts)]
    return _from_title_line(document, looks, body, skip) or _from_lines_above(document, looks, body, skip, under)


def _repeats(blocks: Sequence[Block], text: str, but: int | None) -> tuple[int, ...]:
    wanted = plain(text)
    first = wanted.partition(" ")[0]
    found = []
    # Most blocks say something else, which costs less to see than what they are reduced to; "ß" becomes two letters.
    alike = range(max(len(text) - _SLACK, len(wanted) // 2), len(text) + _SLACK + 1)
    for block in blocks:
        if len(block.text) not in alike or block.index == but or first not in block.text.casefold():
            continue
        said = plain(block.text)
        if said == wanted or (
            said.startswith(wanted)
            and any(plain(head) == wanted and looks_like_a_name(tail) for head, tail in split_suffix(block.text))
        ):
            found.append(block.index)
    return tuple(found)


def _from_metadata(document: Document, body: Sequence[int]) -> HeadlineChoice | None:
    """Choose among what the page says of itself and its first headings: what two of them agree on wins."""
    page = document.metadata
    first_body = body[0] if body else len(document.blocks)
    headings = [b for b in document.blocks if b.kind is BlockKind.HEADING and b.level <= 2]
    names = _own_names(document)
    # Where the story's own first block is hidden, the page shows itself later, headings and all.
    may_hide = bool(body) and document.blocks[first_body].hidden
    headings = [b for b in headings if b.index <= first_body + 3 and (may_hide or not b.hidden)]
    headings = [b for b in headings if letters_of(b.text) not in names]
    headings.sort(key=lambda b: b.level > 1)
    if headings and headings[0].level == 1:
        headings = [b for b in headings if b.level == 1 or b.index <= first_body]
    stated = [*page.headlines, *([page.title] if page.title else [])]
    forms = {plain(c) for c in stated} | {plain(head) for c in stated for head, _ in split_suffix(c)}
    for block in headings:
        if plain(block.text) in forms - {""}:
            return _as_spelled(document, _as_stated(document, block, names), names)
    main = [b for b in headings if b.level == 1]
    # Of several main headings that of the story shares most words with what the page states.
    said = {word for form in forms for word in form.split()}
    main.sort(key=lambda b: -_share(plain(b.text).split(), said))
    # Of a page that says nothing of itself, the only main heading is the headline, however short.
    is_only = len(main) == 1 and not stated
    is_near = (
        bool(main)
        and first_body - _NEAR <= main[0].index < first_body
        and _share(plain(main[0].text).split(), said) > _MOSTLY
    )
    if main and (is_only or is_near or _is_headline_heading(main[0], forms)):
        return _as_spelled(document, _as_stated(document, main[0], names), names)
    for cut in _without_names(stated, names):
        if cut:
            found = _repeats(document.blocks, cut, None)
            return HeadlineChoice(cut, None, found[0] if found else None, found[1:], "headline.page_metadata")
    return None


def _without_names(stated: Sequence[str], names: set[str]) -> list[str]:
    """Headlines without the site's name."""
    return [without_prefix(without_suffix(text, names), names) for text in stated]


def _as_spelled(document: Document, choice: HeadlineChoice, names: set[str]) -> HeadlineChoice:
    """Take the headline that the page's address spells, where its heading is another.

    It must be stated as one: what its title alone has is for search engines.
    """
    spelled = spelled_headline(document.url, choice.text, _without_names(document.metadata.headlines, names))
    return choice if spelled is None else replace(choice, text=spelled, rule="headline.page_address")


def _own_names(document: Document) -> set[str]:
    """What the site calls itself, in letters: as the page states it, in its address, and before the post's title."""
    page, url = document.metadata, document.url or ""
    names = {letters_of(name) for name in (page.site_name, page.publisher) if name}
    names |= {domain_letters(url), letters_of(host_of(url).removeprefix("www."))}
    # The title of many a blog is its name, and then that of the post, which the page states alone, too.
    titled = letters_of(page.title or "")
    posts = [letters_of(text) for text in page.headlines if count_words(text) > _MIN_HEADLINE_WORDS]
    return (names | {titled.removesuffix(post) for post in posts if post and titled.endswith(post)}) - {""}


def _share(words: Sequence[str], said: set[str]) -> float:
    return sum(word in said for word in words) / len(words) if words and said else 0.0


def _is_headline_heading(block: Block, forms: set[str]) -> bool:
    """Whether a page's first heading, which nothing else repeats, is its headline and not the name of the site."""
    text = plain(block.text)
    return count_words(block.text) >= _OWN_HEADLINE_WORDS or any(text and text in form for form in forms)


def _as_stated(document: Document, block: Block, names: set[str]) -> HeadlineChoice:
    """Take a heading as the headline, with the kicker above or before it only if the page's metadata has it, too."""
    text, whole = block.text, plain(block.text)
    above = document.blocks[block.index - 1].text if block.index else ""
    headlines = document.metadata.headlines
    for stated in (*headlines, *(head for headline in headlines for head, _ in split_suffix(headline))):
        wanted = plain(stated)
        if stated.startswith(f"{above}:") and wanted == plain(f"{above}: {block.text}"):
            others = (block.index - 1, *_repeats(document.blocks, block.text, block.index))
            return HeadlineChoice(stated, None, block.index, others, "headline.heading_with_kicker")
        kicker = whole[: -len(wanted)].strip() if wanted and whole.endswith(wanted) else ""
        # What somebody says may be told from the rest as the name of the site is.
        is_said = stated not in headlines and not text[0].isalnum()
        is_word = len(kicker) >= _KICKER and not kicker.isdigit() and not is_said
        if is_word and count_words(stated) >= _OWN_HEADLINE_WORDS:
            text = stated
            break
    text = without_suffix(text.lstrip(_LEFT_OVER), names)
    rule = "headline.heading" if text == block.text else "headline.heading_without_kicker"
    return HeadlineChoice(text, None, block.index, _repeats(document.blocks, block.text, block.index), rule)


def _from_title_line(
    document: Document, looks: Sequence[Look], body: Sequence[int], skip: Sequence[bool]
) -> HeadlineChoice | None:
    """A dump begins with the page's title; the headline is the line above the story that repeats its beginning."""
    blocks = document.blocks
    top = [b for b in blocks[: min(3, body[0] + 1)] if _may_be_headline(b, looks[b.index])]
    for title in top:
        options = [(title.text, None), *split_suffix(title.text)]
        for head, tail in options:
            wanted = plain(head)
            if count_words(head) < _MIN_HEADLINE_WORDS:
                continue
            for block in blocks[title.index + 1 : body[0] + 2]:
                if plain(block.text) == wanted and not skip[block.index]:
                    publisher = tail if tail and looks_like_a_name(tail) else None
                    return HeadlineChoice(
                        block.text,
                        publisher,
                        block.index,
                        _repeats(blocks, block.text, block.index),
                        "headline.repeated_line",
                    )
    return None


def _from_lines_above(
    document: Document, looks: Sequence[Look], body: Sequence[int], skip: Sequence[bool], under: Sequence[bool]
) -> HeadlineChoice | None:
    """The line above the lead that most speaks for; the lead itself where it reads as a headline and more follows."""
    blocks = document.blocks
    above = range(max(0, body[0] - _REACH), body[0])
    candidates = [i for i in above if not skip[i] and _may_be_headline(blocks[i], looks[i])]
    # Lines of four words and more first: the shorter ones are kickers and sections.
    long = [i for i in candidates if looks[i].words >= _OWN_HEADLINE_WORDS]
    found = Lines(blocks, looks, body, under).best(long)
    if found is None and _opens_as_headline(blocks, looks, body):
        found = body[0]
    if found is None and candidates == [0]:
        found = 0
    if found is None:
        return None
    text, publisher = _bare(blocks, found), None
    for head, tail in split_suffix(text):
        if looks_like_a_name(tail) and count_words(head) >= 3:
            text, publisher = head, tail
            break
    return HeadlineChoice(text, publisher, found, _repeats(blocks, text, found), "headline.line_above_lead")


def _bare(blocks: Sequence[Block], index: int) -> str:
    """A headline without its number as the last step of a breadcrumb, and without the colon of a kicker left out."""
    text = blocks[index].text.lstrip(_LEFT_OVER)
    step = _STEP.match(text)
    before = f"{int(step[1]) - 1}. " if step else None
    if step and before and any(block.text.startswith(before) for block in blocks[max(0, index - 3) : index]):
        return text[step.end() :]
    return text


def _may_be_headline(block: Block, look: Look) -> bool:
    # Words of Thai and its like are twice as long as those of Chinese, by which they are counted.
    most = _MAX_HEADLINE_WORDS * (2 if _SYLLABLES.search(block.text) else 1)
    return (
        _MIN_HEADLINE_WORDS <= look.words <= most
        and (not look.sentence or block.text[-1] in "?!？！\"”»’'" or _is_titled(block.text))
        and block.text[-1] not in ":：,;"
        and block.kind is not BlockKind.CAPTION
        and not _tells(block.text, look.words)
    )


def _tells(text: str, words: float) -> bool:
    """Whether a text is of several sentences, and too long for a headline of several: a standfirst or a lead."""
    if words < _TELLING_WORDS:
        return False
    # One of a word or two is the place in front of a headline: "Lorient. Le chalutier …".
    sentences = sum(count_words(part) >= _SENTENCE_WORDS for part in _INNER_END.split(text))
    return sentences > _MOST_SENTENCES or (sentences > 1 and words >= _LONG_WORDS)


def _is_titled(text: str) -> bool:
    """Whether every longer word has a capital, as in English headlines and in no sentence, and there are some."""
    long = [word for word in text.split() if len(word) > _SMALL_WORD and word[0].isalpha()]
    return len(long) >= _TITLED_WORDS and all(word[0].isupper() for word in long)


def _opens_as_headline(blocks: Sequence[Block], looks: Sequence[Look], body: Sequence[int]) -> bool:
    """Whether the story's first block is its headline: a question, say, which reads as running text.

    Its byline may be between it and the first paragraph, which is longer than the headline unless that is a long one.
    """
    first = body[0]
    if not _may_be_headline(blocks[first], looks[first]) or looks[first].words < _LEAST_OPENING_WORDS:
        return False
    below = next((i for i in body[1:3] if looks[i].prose or read_bare_byline(blocks[i].text) is None), None)
    if below is None or not looks[below].prose:
        return False
    return looks[below].words >= _LONGER * looks[first].words or looks[first].words >= _LONG_HEADLINE_WORDS
