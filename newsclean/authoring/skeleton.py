"""A commented rule file for a site, with what was found on its pages filled in."""

from __future__ import annotations

import json
from collections.abc import Sequence

from newsclean.authoring.finding import Finding, Sample, chrome_selectors, field_selectors

_FIELDS = ("headline", "subheadline", "byline", "published")
# More than this and the author looks through a list instead of a skeleton.
_MOST_STRIPS = 12

_EXAMPLE_RULE = """# A phrase of the site's own, for text and HTML. Take the signs off and change it.
# [[rule]]
# name = "club"
# match = "starts_with"            # whole, starts_with, ends_with, contains, pattern
# phrases = ["Courier Club members"]
# chrome = "promotion"
# why = "The paper advertises its club in every story."
# marks = ["Courier Club members ride free."]
# keeps = ["The Courier Club members met on Tuesday."]
"""


def skeleton(domain: str, pages: Sequence[Sample] = (), publisher: str | None = None) -> str:
    """Return the text of a rule file for a domain.

    Args:
        domain: the site's host.
        pages: of the site; selectors found on them are filled in.
        publisher: the site's name, where known.
    """
    given = list(pages)
    parts = [
        f"# Rules for {domain}. Check them with `newsclean rules check`, try them with `newsclean rules test`.",
        f"domains = [{_quoted(domain)}]",
        "# Phrases that tell the site in text without an address; all of its pages should have one of them.",
        f"# fingerprint = [{_quoted(publisher or 'The name of the paper')}]",
        "# A family whose rules apply too, and the days on which the site had this layout.",
        '# extends = "family"',
        "# valid_from = 2026-01-01",
        "# valid_until = 2026-12-31",
        "",
        "[set]",
        f"publisher = {_quoted(publisher)}" if publisher else '# publisher = "The name of the paper"',
        "",
        "# Where the fields stand: CSS, or XPath behind xpath:, tried in order.",
        "[select]",
        *(_select(field, field_selectors(given, field), len(given)) for field in _FIELDS),
        "",
    ]
    strips = chrome_selectors(given)
    if strips:
        parts.append(
            "# Elements whose names name chrome, and in which no given page has its story. Take out what is wrong."
        )
    for finding in _without_doubles(strips)[:_MOST_STRIPS]:
        parts += _strip(finding, len(given))
    parts.append(_EXAMPLE_RULE)
    return "\n".join(parts)


def publisher_of(pages: Sequence[Sample]) -> str | None:
    """Return the publisher that the pages state, if they agree."""
    stated = {sample.explanation.article.source.publisher for sample in pages} - {None}
    return stated.pop() if len(stated) == 1 else None


def _quoted(text: str | None) -> str:
    # A string of JSON is one of TOML, but for the character DEL.
    return json.dumps(text or "", ensure_ascii=False).replace("\x7f", "")


def _select(field: str, found: Sequence[Finding], given: int) -> str:
    best = [finding for finding in found if finding.pages == found[0].pages][:1]
    rest = [finding for finding in found if finding not in best and finding.pages < found[0].pages][:1]
    chosen = [*best, *rest]
    if not chosen:
        return f"# {field} = []"
    said = "; ".join(f"{finding.pages} of {given} pages, {finding.sample!r}" for finding in chosen)
    selectors = ", ".join(_quoted(finding.select) for finding in chosen)
    return f"# {said}\n{field} = [{selectors}]"


def _strip(finding: Finding, given: int) -> list[str]:
    kind = finding.chrome.value if finding.chrome else ""
    return [
        f"# On {finding.pages} of {given} pages: {finding.sample!r}",
        "[[strip]]",
        f"select = {_quoted(finding.select)}",
        f"chrome = {_quoted(kind)}",
        f"why = {_quoted(f'The element names itself as {kind}.')}",
        "",
    ]


def _without_doubles(strips: Sequence[Finding]) -> list[Finding]:
    """One selector for each text: several classes of one element find the same."""
    by_text: dict[str, Finding] = {}
    for finding in strips:
        by_text.setdefault(finding.sample, finding)
    return list(by_text.values())
