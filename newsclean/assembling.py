"""From a document and its marks to the article and the spans: nothing else is needed, so both can be made again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from newsclean.article import Article, Dateline, Paragraph, Source
from newsclean.document import Block, Document
from newsclean.explanation import Explanation, Span
from newsclean.fields.dateline import resolve_date
from newsclean.fields.published import parse_moment
from newsclean.mark import FieldValue, Mark, Role
from newsclean.story.resolving import Cut, Verdict, resolve

_KEPT = frozenset({Role.BODY, Role.LEAD, Role.SUBHEADLINE})
_SPACES = re.compile(r"\s+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def assemble(document: Document, marks: Sequence[Mark], *, with_spans: bool = True) -> Explanation:
    """Return the explanation, article included, that follows from `marks` alone; its spans only where asked for."""
    verdicts = resolve(len(document.blocks), marks)
    body = [i for i, verdict in enumerate(verdicts) if verdict.is_story]
    article = _article(document, verdicts, body, _Fields(marks))
    spans = tuple(_spans(document, verdicts, body[0] if body else -1)) if with_spans else ()
    return Explanation(article, document, tuple(marks), spans)


class _Fields:
    """The values that marks set, the highest layer's first."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._values: dict[str, list[FieldValue]] = {}
        for mark in sorted(marks, key=lambda m: -m.layer):
            for name, value in mark.sets:
                self._values.setdefault(name, []).append(value)

    def text(self, name: str) -> str | None:
        value = next(iter(self._values.get(name, ())), None)
        return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else None

    def texts(self, name: str) -> tuple[str, ...]:
        value = next(iter(self._values.get(name, ())), ())
        return value if isinstance(value, tuple) else (value,)

    def all_texts(self, name: str) -> list[str]:
        return [value for value in self._values.get(name, ()) if isinstance(value, str)]

    def union(self, *names: str) -> tuple[str, ...]:
        """Every value of these fields once, in order."""
        values = (value for name in names for value in self._values.get(name, ()))
        return tuple(dict.fromkeys(v for value in values for v in (value if isinstance(value, tuple) else (value,))))

    def moment(self, name: str) -> dt.datetime | dt.date | None:
        value = self.text(name)
        return parse_moment(value) if value else None


def _article(document: Document, verdicts: Sequence[Verdict], body: Sequence[int], fields: _Fields) -> Article:
    blocks = document.blocks
    published = fields.moment("published") or fields.moment("published_fallback") or _dateline_day(fields)
    published = published or fields.moment("modified")
    dateline = _dateline(fields, published)
    paragraphs = tuple(_paragraphs(blocks, verdicts, body, with_dateline=False))
    with_dateline = _paragraphs(blocks, verdicts, body, with_dateline=True)
    subheadlines = [blocks[i].text for i, v in enumerate(verdicts) if v.role is Role.SUBHEADLINE]
    return Article(
        headline=fields.text("headline"),
        subheadline=fields.text("subheadline") or (subheadlines[0] if subheadlines else None),
        dateline=dateline,
        byline=fields.text("byline"),
        authors=fields.texts("authors"),
        published=published,
        modified=fields.moment("modified"),
        body="\n\n".join(p.text for p in paragraphs),
        body_with_dateline="\n\n".join(p.text for p in with_dateline),
        paragraphs=paragraphs,
        source=Source(
            publisher=fields.text("publisher"),
            agencies=fields.union("dateline_agencies", "agencies"),
            credit=" ".join(fields.all_texts("credit")) or None,
            aggregator=fields.text("aggregator"),
            url=document.url,
        ),
        language=document.language,
        url=document.url,
        confidence=float(value) if (value := fields.text("confidence")) else None,
        warnings=tuple(dict.fromkeys((*document.warnings, *fields.all_texts("warning"), *_nothing(document, body)))),
    )


def _nothing(document: Document, body: Sequence[int]) -> Iterator[str]:
    """Say so where there is no article: an empty body must not look like a failure."""
    if not document.blocks:
        yield "The input holds no text."
    elif not body:
        yield "No story was found in the input."


def _dateline_day(fields: _Fields) -> dt.date | None:
    """The day that a dateline with a year states."""
    text = fields.text("dateline_date")
    return resolve_date(text, None) if text else None


def _dateline(fields: _Fields, published: dt.datetime | dt.date | None) -> Dateline | None:
    text = fields.text("dateline")
    if text is None:
        return None
    day = published.date() if isinstance(published, dt.datetime) else published
    date_text = fields.text("dateline_date")
    return Dateline(
        text=text.strip(),
        places=fields.texts("dateline_places"),
        date_text=date_text,
        date=resolve_date(date_text, day) if date_text else None,
        agencies=fields.texts("dateline_agencies"),
    )


def _paragraphs(
    blocks: Sequence[Block], verdicts: Sequence[Verdict], body: Sequence[int], *, with_dateline: bool
) -> Iterator[Paragraph]:
    """The body's paragraphs; blocks that were cut from one line are one paragraph again."""
    texts: list[str] = []
    first: Block | None = None
    for index in body:
        block = blocks[index]
        text = _without_cuts(block.text, verdicts[index].cuts, with_dateline=with_dateline)
        if not text:
            continue
        if first is not None and not block.continues:
            yield Paragraph(text=" ".join(texts), kind=first.kind.value)
            texts = []
        if not texts:
            first = block
        texts.append(text)
    if first is not None and texts:
        yield Paragraph(text=" ".join(texts), kind=first.kind.value)


def _without_cuts(text: str, cuts: Sequence[Cut], *, with_dateline: bool) -> str:
    cuts = [cut for cut in cuts if cut.role not in _KEPT and not (with_dateline and cut.role is Role.DATELINE)]
    if not cuts:
        return text
    kept, at = "", 0
    for cut in cuts:
        kept = _joined(kept, text[at : cut.start], text, at)
        at = cut.end
    return _SPACES.sub(" ", _joined(kept, text[at:], text, at)).strip()


def _joined(kept: str, piece: str, text: str, at: int) -> str:
    """What is kept of a text, with the next piece of it, which begins at `at`, behind a cut."""
    if not kept or not piece:
        return kept + piece
    # A cut between two words leaves the space on both sides of it; scripts without spaces have none to leave.
    spaced = kept[-1].isspace() or any(map(str.isspace, text[at - 1 : at + 1]))
    return f"{kept} {piece}" if spaced or piece[0].isascii() else kept + piece


def _spans(document: Document, verdicts: Sequence[Verdict], lead: int) -> Iterator[Span]:
    """The whole of `document.text`, in order; the white space behind a block goes with it."""
    starts: list[tuple[int, Role, Cut | Verdict]] = []
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        role = Role.LEAD if block.index == lead else verdict.role
        at = 0
        for cut in verdict.cuts:
            if cut.start > at:
                starts.append((_source(block, at), role, verdict))
            starts.append((_source(block, cut.start), cut.role, cut))
            at = cut.end
        if at < len(block.text):
            starts.append((_source(block, at), role, verdict))
    if not starts and document.text:
        yield Span(document.text, 0, len(document.text), Role.BOILERPLATE, None, None)
        return
    begin = 0
    for n, (_, role, said) in enumerate(starts):
        end = starts[n + 1][0] if n + 1 < len(starts) else len(document.text)
        if end > begin:
            yield Span(document.text[begin:end], begin, end, role, said.chrome, said.rule)
        begin = max(begin, end)


def _source(block: Block, at: int) -> int:
    """Where a piece of a block begins in the input; its first piece begins at its bullet."""
    return block.source_offset(at) if at else block.start
