"""The pipeline: from raw input to the article and its explanation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from newsclean.article import Article
from newsclean.assembling import assemble
from newsclean.document import Document
from newsclean.explanation import Explanation
from newsclean.fields.endless import cut_endless
from newsclean.fields.marking import mark_fields
from newsclean.packs.prompts import prompts
from newsclean.packs.structure import structure
from newsclean.read import decode, detect_language, looks_like_html, scrub_html
from newsclean.rules.applying import RuleBook
from newsclean.rules.ruleset import RuleSet
from newsclean.segment.html import HtmlPage, parse, segment_html
from newsclean.segment.looks import look_at
from newsclean.segment.text import segment_text
from newsclean.story.choosing import Case, choose_story
from newsclean.story.model import StoryModel, built_in_model, load_model
from newsclean.story.resolving import resolve

#: The name of the model that comes with the library.
BUILT_IN = "built-in"
# The longest blocks are the story's, and enough of them to outweigh one in another language.
_LANGUAGE_BLOCKS = 4


class Cleaner:
    """Rules compiled once, to be used on many inputs. Holds no state between calls, so threads may share it.

    Args:
        rules: rule sets in Python, and paths of rule files (or of folders of them), of sites or of packs. They are read
            after those of installed packages and those that the environment variable NEWSCLEAN_RULES names.
        disable: ids of rules to leave out, by dotted prefix: `"fr.related"` leaves out every rule that begins with it.
        languages: BCP 47 codes of the languages whose packs to load, for a smaller cleaner; all where not said.
        model: the trained model that chooses the story, or the path of one; None for rules alone (and trafilatura, for
            HTML).

    Attributes:
        book: the compiled rules.
        model: the trained model, or None.

    Raises:
        RuleFileError: a rule file cannot be used; every problem is in it.
        ValueError: there are no rules for one of `languages`, or the model is of another version.
    """

    def __init__(
        self,
        rules: Iterable[RuleSet | str | Path] | RuleSet | str | Path = (),
        disable: Iterable[str] | str = (),
        languages: Iterable[str] | str | None = None,
        model: StoryModel | str | Path | None = BUILT_IN,
    ) -> None:
        # A single name in place of a list of them would be read letter by letter, and do nothing unsaid.
        rules = [rules] if isinstance(rules, (RuleSet, str, Path)) else list(rules)
        disable = (disable,) if isinstance(disable, str) else tuple(disable)
        languages = (languages,) if isinstance(languages, str) else languages
        self.book = RuleBook(
            [structure, prompts, *(r for r in rules if isinstance(r, RuleSet))],
            [Path(r) for r in rules if not isinstance(r, RuleSet)],
            disable,
            languages,
        )
        if isinstance(model, (str, Path)):
            model = built_in_model() if model == BUILT_IN else load_model(Path(model))
        self.model = model

    def clean(
        self,
        raw: str | bytes,
        *,
        url: str | None = None,
        language: str | None = None,
        retrieved: dt.date | None = None,
    ) -> Article:
        """Return the article in `raw`. Never raises for any str or bytes, and never returns None.

        Args:
            raw: a scraped page: HTML or flattened text.
            url: its address, where known; site rules are found by it.
            language: BCP 47, where known.
            retrieved: when the page was scraped, for site rules that are valid for a time; today where not known.
        """
        return self._run(raw, url, language, retrieved, with_reasons=False).article

    def explain(
        self,
        raw: str | bytes,
        *,
        url: str | None = None,
        language: str | None = None,
        retrieved: dt.date | None = None,
    ) -> Explanation:
        """Return the article in `raw`, and what became of every character. Arguments as `clean`."""
        return self._run(raw, url, language, retrieved, with_reasons=True)

    def _run(
        self,
        raw: str | bytes,
        url: str | None,
        language: str | None,
        retrieved: dt.date | None,
        *,
        with_reasons: bool,
    ) -> Explanation:
        try:
            case = self.case(raw, url, language, retrieved)
            document, looks = case.document, case.looks
            marks = self.book.allowed(choose_story(case, self.model, with_reasons=with_reasons))
            verdicts = resolve(len(document.blocks), marks)
            marks += self.book.allowed(mark_fields(document, looks, verdicts, _today()))
            return assemble(document, marks)
        except Exception as error:  # noqa: BLE001 - the promise is an article for any input
            return _rescue(raw, url, language, error)

    def case(
        self,
        raw: str | bytes,
        url: str | None = None,
        language: str | None = None,
        retrieved: dt.date | None = None,
    ) -> Case:
        """Return what the story is chosen from: the document, and what the rules find in it. Arguments as `clean`."""
        document, page = read(raw, url, language)
        document = cut_endless(document, self.book.matcher)
        looks = look_at(document.blocks)
        found = self.book.read(document, looks, page, _day(retrieved) or _today())
        return Case(document, looks, page, found, known_language=self.book.knows(document.language))

    def clean_many(self, inputs: Iterable[str | bytes]) -> Iterator[Article]:
        """Yield the article of each input, in order, as they are asked for."""
        return (self.clean(raw) for raw in inputs)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _day(when: dt.date | None) -> dt.date | None:
    """The day of a date, or of a date and time, which cannot be compared with days."""
    return when.date() if isinstance(when, dt.datetime) else when


def read(raw: str | bytes, url: str | None = None, language: str | None = None) -> tuple[Document, HtmlPage | None]:
    """Return `raw` as a document and, where it is HTML, the parsed page behind it."""
    warnings: tuple[str, ...] = ()
    if isinstance(raw, str):
        text = raw
    else:
        decoded = decode(bytes(raw))
        text, warnings = decoded.text, decoded.warnings
    parsed = parse(scrub_html(text)) if looks_like_html(text) else None
    if parsed is not None:
        tree, lost = parsed
        page = segment_html(tree, url=url, language=language, warnings=(*warnings, *lost))
        return with_language(page.document), page
    return with_language(segment_text(text, url=url, language=language, warnings=warnings)), None


def with_language(document: Document) -> Document:
    """Return `document` with its language; where nobody states it, it is told by the longest blocks."""
    if document.language is not None:
        return document
    longest = sorted(document.blocks, key=lambda block: -len(block.text))[:_LANGUAGE_BLOCKS]
    return replace(document, language=detect_language(" ".join(block.text for block in longest)))


def _rescue(raw: str | bytes, url: str | None, language: str | None, error: Exception) -> Explanation:
    """The input as it is, with a warning: what cannot be cleaned must not be lost."""
    text = raw if isinstance(raw, str) else bytes(raw).decode("utf-8", "replace")
    warning = f"Cleaning failed ({type(error).__name__}: {error}); the input is returned as it is."
    document = segment_text(text, url=url, language=language, warnings=(warning,))
    return assemble(document, ())


@cache
def default_cleaner() -> Cleaner:
    """Return the cleaner with all built-in rules, made when first asked for."""
    return Cleaner()


def clean(
    raw: str | bytes, *, url: str | None = None, language: str | None = None, retrieved: dt.date | None = None
) -> Article:
    """Return the article in `raw`, a scraped news page as HTML or flattened text.

    Never raises for any str or bytes and never returns None; what went wrong stands in `Article.warnings`.

    Args:
        raw: the page, as it was scraped.
        url: its address, where known; site rules are found by it.
        language: BCP 47, where known; stated by the page or detected otherwise.
        retrieved: when the page was scraped, for site rules that are valid for a time; today where not known.
    """
    return default_cleaner().clean(raw, url=url, language=language, retrieved=retrieved)


def explain(
    raw: str | bytes, *, url: str | None = None, language: str | None = None, retrieved: dt.date | None = None
) -> Explanation:
    """Return the article in `raw`, and what became of every character. Arguments as `clean`."""
    return default_cleaner().explain(raw, url=url, language=language, retrieved=retrieved)
