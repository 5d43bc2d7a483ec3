"""Cases: an input, and beside it what must come out, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from newsclean.cleaner import Cleaner
from newsclean.errors import RuleFileError, RuleProblem
from newsclean.explanation import Explanation
from newsclean.rules.loading import load_rules
from newsclean.rules.rule import SiteRules

# What an expected.json may hold beside the fields that are compared.
NOT_COMPARED = frozenset({"why", "arguments"})
PLAIN = ("headline", "subheadline", "byline", "authors", "published", "modified", "language")
COMPARED = frozenset({*PLAIN, "body", "chrome", "dateline", "source", "warnings"})


@dataclass(frozen=True)
class Case:
    """A folder with `input.html` or `input.txt` and `expected.json`.

    Attributes:
        folder: the folder; its name says what the case is.
    """

    folder: Path

    @cached_property
    def input(self) -> Path:
        """The input's file."""
        return next(iter(sorted(self.folder.glob("input.*"))))

    @cached_property
    def expected(self) -> dict[str, Any]:
        """What must come out; empty where nothing is written yet.

        Raises:
            RuleFileError: expected.json is not JSON, or names what no article has.
        """
        path = self.folder / "expected.json"
        if not path.exists():
            return {}
        try:
            found = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            mend = "mend the syntax"
            raise RuleFileError([RuleProblem(path, getattr(error, "lineno", 0), "file", f"{error}", mend)]) from error
        unknown = sorted(set(found) - COMPARED - NOT_COMPARED) if isinstance(found, dict) else ["(no object)"]
        if unknown:
            mend = f"write one of: {', '.join(sorted(COMPARED | NOT_COMPARED))}"
            raise RuleFileError([RuleProblem(path, 0, ", ".join(unknown), "no field of an article", mend)])
        return dict(found)

    @property
    def fields(self) -> list[str]:
        """The fields that are compared."""
        return sorted(self.expected.keys() - NOT_COMPARED)

    def explain(self, cleaner: Cleaner, url: str | None = None) -> Explanation:
        """Return the explanation of the input, with the case's own arguments.

        Args:
            cleaner: whose rules are tried.
            url: the address to assume where the case states none.
        """
        arguments = {"url": url, **self.expected.get("arguments", {})}
        return cleaner.explain(self.input.read_bytes(), **arguments)

    def compare(self, explanation: Explanation, field: str) -> tuple[object, object]:
        """Return what came out for a field and what must, in the shapes of expected.json."""
        article, wanted = explanation.article, self.expected[field]
        if field == "body":
            return [squash(paragraph.text) for paragraph in article.paragraphs], [squash(text) for text in wanted]
        if field == "chrome":
            fates = {text: _fates(explanation, text) for text in wanted}
            return {text: wanted[text] if wanted[text] in kinds else kinds for text, kinds in fates.items()}, wanted
        if field == "warnings":
            return [part for part in wanted if any(part in warning for warning in article.warnings)], wanted
        if field in ("dateline", "source"):
            return _pick(getattr(article, field), wanted), wanted
        return as_json(getattr(article, field)), wanted

    def update(self, explanation: Explanation) -> None:
        """Write what came out to expected.json, for review: the fields that are there, or the usual ones."""
        wanted = dict(self.expected) or dict.fromkeys(("why", "headline", "byline", "published", "body", "source"))
        for field in sorted(wanted.keys() - NOT_COMPARED):
            wanted[field] = self._come_out(explanation, field, wanted[field])
        wanted["why"] = wanted.get("why") or "Say here what the case guards."
        text = json.dumps(wanted, ensure_ascii=False, indent=2)
        (self.folder / "expected.json").write_text(text + "\n", encoding="utf-8")

    def _come_out(self, explanation: Explanation, field: str, before: Any) -> object:  # noqa: ANN401 - JSON
        article = explanation.article
        if field == "body":
            return [squash(paragraph.text) for paragraph in article.paragraphs]
        if field == "chrome":
            return {text: (_fates(explanation, text) or ["absent"])[0] for text in before}
        if field == "warnings":
            return list(article.warnings)
        if field in ("dateline", "source"):
            value = getattr(article, field)
            keys = before or ("publisher" if field == "source" else "text",)
            return None if value is None else _pick(value, dict.fromkeys(keys))
        return as_json(getattr(article, field))


def cases_in(folder: Path) -> list[Case]:
    """Return the cases in a folder, by name: its folders that hold an `input.html` or `input.txt`."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [Case(path) for path in found if path.is_dir() and any(path.glob("input.*"))]


def cases_beside(file: Path) -> Iterator[tuple[Case, str | None]]:
    """Yield the cases beside a site's rule file, each with the address to assume.

    They stand in a folder that is named as the file without `.toml`, or as one of the site's domains.

    Raises:
        RuleFileError: the file cannot be used.
    """
    domains = _domains(file)
    for name in dict.fromkeys((file.stem, *domains)):
        for case in cases_in(file.parent / name):
            yield case, _address(domains)


def assumed_address(files: Iterable[Path]) -> str | None:
    """Return an address of the one site that some rule files are for, to try them on pages without any; None for more.

    Raises:
        RuleFileError: a file cannot be used.
    """
    with_domains = [domains for file in files if (domains := _domains(file))]
    return _address(with_domains[0]) if len(with_domains) == 1 else None


def _domains(file: Path) -> tuple[str, ...]:
    rules = load_rules(file, check=False)
    return rules.domains if isinstance(rules, SiteRules) else ()


def _address(domains: Sequence[str]) -> str | None:
    return f"https://{domains[0].lstrip('.')}/" if domains else None


def squash(text: str) -> str:
    """Return a text with its white space folded."""
    return " ".join(text.split())


def as_json(value: object) -> object:
    """Return an article's value as expected.json writes it: squashed texts, lists, dates in ISO 8601."""
    if isinstance(value, str):
        return squash(value)
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _pick(value: object, wanted: dict[str, Any] | None) -> object:
    """The attributes of a value that `wanted` names."""
    if wanted is None or value is None:
        return value
    return {key: as_json(getattr(value, key)) for key in wanted}


def _fates(explanation: Explanation, text: str) -> list[str]:
    """What became of every place of the input that holds `text`: a kind of chrome, or `kept`."""
    runs = groupby(explanation.spans, key=lambda span: span.chrome)
    joined = [(chrome, squash("".join(span.text for span in run))) for chrome, run in runs]
    return [chrome.value if chrome else "kept" for chrome, content in joined if squash(text) in content]
