"""The pipeline: from raw input to the article and its explanation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Self

from newsclean.article import Article
from newsclean.assembling import assemble
from newsclean.bounded import OutOfTimeError, Workers
from newsclean.explanation import Explanation
from newsclean.fields.endless import cut_endless
from newsclean.fields.marking import mark_fields
from newsclean.packs.in_python import IN_PYTHON
from newsclean.read import MAX_SIZE
from newsclean.reading import read
from newsclean.rules.applying import RuleBook
from newsclean.rules.ruleset import RuleSet
from newsclean.segment.looks import look_at
from newsclean.segment.text import segment_text
from newsclean.story.choosing import Case, choose_story
from newsclean.story.model import StoryModel, built_in_model, load_model
from newsclean.story.resolving import resolve

#: The name of the model that comes with the library.
BUILT_IN = "built-in"


class Cleaner:
    """Rules compiled once, to be used on many inputs. Holds no state between calls, so threads may share it.

    Args:
        rules: rule sets in Python, and paths of rule files (or of folders of them), of sites or of packs. They are read
            after those of installed packages and those that the environment variable NEWSCLEAN_RULES names.
        disable: ids of rules to leave out, by dotted prefix: `"fr.related"` leaves out every rule that begins with it.
        languages: BCP 47 codes of the languages whose packs to load, for a smaller cleaner; all where not said.
        model: the trained model that chooses the story, or the path of one; None for rules alone (and trafilatura, for
            HTML).
        max_size: what of an input is read at most, in characters, or in bytes, also of what is unpacked; what stands
            behind is left out, with a warning.
        timeout: the most seconds that one input may take; None for no bound. With one, inputs are cleaned in worker
            processes, which are killed where they take longer; the input is then returned as it is, with a warning.
            Close such a cleaner (or use it in a `with` statement) to stop its workers before the program ends.

    Attributes:
        book: the compiled rules.
        model: the trained model, or None.
        max_size: as given.

    Raises:
        RuleFileError: a rule file cannot be used; every problem is in it.
        ValueError: there are no rules for one of `languages`, the model is of another version, or the timeout is not
            above zero.
        TypeError: with a timeout, rules in Python that no other process can import.
    """

    def __init__(
        self,
        rules: Iterable[RuleSet | str | Path] | RuleSet | str | Path = (),
        disable: Iterable[str] | str = (),
        languages: Iterable[str] | str | None = None,
        model: StoryModel | str | Path | None = BUILT_IN,
        max_size: int = MAX_SIZE,
        timeout: float | None = None,
    ) -> None:
        # A single name in place of a list of them would be read letter by letter, and do nothing unsaid.
        rules = [rules] if isinstance(rules, (RuleSet, str, Path)) else list(rules)
        disable = (disable,) if isinstance(disable, str) else tuple(disable)
        languages = (languages,) if isinstance(languages, str) else languages
        self.book = RuleBook(
            [*IN_PYTHON, *(r for r in rules if isinstance(r, RuleSet))],
            [Path(r) for r in rules if not isinstance(r, RuleSet)],
            disable,
            languages,
        )
        if timeout is not None and timeout <= 0:
            raise ValueError(f"a timeout of {timeout} seconds is no time")
        options = {"rules": rules, "disable": disable, "languages": languages, "model": model, "max_size": max_size}
        self._workers = None if timeout is None else Workers(options, timeout)
        if isinstance(model, (str, Path)):
            model = built_in_model() if model == BUILT_IN else load_model(Path(model))
        self.model = model
        self.max_size = max_size

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
        return self.run(raw, url, language, retrieved, with_reasons=False).article

    def explain(
        self,
        raw: str | bytes,
        *,
        url: str | None = None,
        language: str | None = None,
        retrieved: dt.date | None = None,
    ) -> Explanation:
        """Return the article in `raw`, and what became of every character. Arguments as `clean`."""
        return self.run(raw, url, language, retrieved, with_reasons=True)

    def run(
        self,
        raw: str | bytes,
        url: str | None,
        language: str | None,
        retrieved: dt.date | None,
        *,
        with_reasons: bool,
    ) -> Explanation:
        """Return what `explain` returns; the reasons and the spans, which take time, only `with_reasons`."""
        if self._workers is not None:
            known = {"url": url, "language": language, "retrieved": retrieved}
            return self._in_worker(self._workers, raw, **known, with_reasons=with_reasons)
        try:
            case = self.case(raw, url, language, retrieved)
            document, looks = case.document, case.looks
            marks = self.book.allowed(choose_story(case, self.model, with_reasons=with_reasons))
            verdicts = resolve(len(document.blocks), marks)
            marks += self.book.allowed(mark_fields(document, looks, verdicts, _today()))
            return assemble(document, marks, with_spans=with_reasons)
        except Exception as error:  # noqa: BLE001 - the promise is an article for any input
            return _rescue(raw[: self.max_size], url, language, error)

    def _in_worker(self, workers: Workers, raw: str | bytes, **arguments: Any) -> Explanation:  # noqa: ANN401
        try:
            return workers.explain({"raw": raw, **arguments})
        except Exception as error:  # noqa: BLE001 - the promise is an article for any input
            return _rescue(raw[: self.max_size], arguments["url"], arguments["language"], error)

    def close(self) -> None:
        """Stop the worker processes of a cleaner with a timeout; others have nothing to stop."""
        if self._workers is not None:
            self._workers.close()

    def __enter__(self) -> Self:
        """Return the cleaner, to be closed at the end."""
        return self

    def __exit__(self, *exception: object) -> None:
        """Close the cleaner."""
        self.close()

    def case(
        self,
        raw: str | bytes,
        url: str | None = None,
        language: str | None = None,
        retrieved: dt.date | None = None,
    ) -> Case:
        """Return what the story is chosen from: the document, and what the rules find in it. Arguments as `clean`."""
        document, page = read(raw, url, language, self.max_size)
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


def _rescue(raw: str | bytes, url: str | None, language: str | None, error: Exception) -> Explanation:
    """The input as it is, with a warning: what cannot be cleaned must not be lost."""
    text = raw if isinstance(raw, str) else bytes(raw).decode("utf-8", "replace")
    late = isinstance(error, OutOfTimeError)
    reason = "took longer than its timeout" if late else f"failed ({type(error).__name__}: {error})"
    warning = f"Cleaning {reason}; the input is returned as it is."
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
