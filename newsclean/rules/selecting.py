"""Compile the CSS selectors and XPath expressions of site rules."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

_XPATH = "xpath:"
# A rule file may come from a stranger: nothing that reads files, runs regular expressions or walks the tree backwards.
_FORBIDDEN = re.compile(r"\bdocument\s*\(|\b(?:re|exsl|str|func|dyn|math|set|date):|preceding::|following::", re.I)


@lru_cache(maxsize=1024)
def compile_selector(selector: str) -> etree.XPath:
    """Return `selector`, CSS or (behind `xpath:`) XPath 1.0, compiled.

    Raises:
        ValueError: it does not compile, or uses what rule files may not.
    """
    if selector.startswith(_XPATH):
        expression = selector.removeprefix(_XPATH)
        if found := _FORBIDDEN.search(expression):
            raise ValueError(f"{found[0]!r} may not be used in {selector!r}")
    else:
        from cssselect import HTMLTranslator, SelectorError

        try:
            expression = HTMLTranslator().css_to_xpath(selector)
        except SelectorError as error:
            raise ValueError(f"not a CSS selector: {selector!r}: {error}") from error
    try:
        compiled = etree.XPath(expression, regexp=False)
        # Unknown functions and variables show only when it runs.
        compiled(etree.Element("html"))
    except etree.XPathError as error:
        raise ValueError(f"not XPath: {selector!r}: {error}") from error
    return compiled
