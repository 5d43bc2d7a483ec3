"""Compile the CSS selectors and XPath expressions of site rules, and bound what they may cost on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

_XPATH = "xpath:"
# A rule file may come from a stranger: nothing that reads files, runs regular expressions or walks the tree backwards.
_FORBIDDEN = re.compile(
    r"\bdocument\s*\(|\b(?:re|exsl|str|func|dyn|math|set|date):|preceding::|following::|\bid\s*\(", re.I
)
# libxml2 compares each node that a step finds with all before it where the same node may be found twice: behind a step
# to descendants, siblings or ancestors another one costs as much as there are pairs.
_DESCENDANTS = re.compile(r"//|\bdescendant(?:-or-self)?::")
_SIBLINGS = re.compile(r"\b(?:following|preceding)-sibling::")
_ANCESTORS = re.compile(r"\bancestor(?:-or-self)?::")
_MOST_PAIRS = 4_000_000


class Shape(NamedTuple):
    """How large a page's tree is: elements in all, the deepest level, and the most children of one element."""

    nodes: int
    depth: int
    width: int


@dataclass(frozen=True, slots=True)
class Selector:
    """A compiled selector, and what it costs.

    Attributes:
        select: gives what it finds in a tree.
        descendants: how many of its steps, but for the first, go to descendants.
        siblings: how many go to siblings.
        ancestors: how many go to ancestors.
    """

    select: etree.XPath
    descendants: int
    siblings: int
    ancestors: int

    @property
    def costs(self) -> bool:
        """Whether it may cost more than one look at each node."""
        return bool(self.descendants or self.siblings or self.ancestors)

    def fits(self, shape: Shape) -> bool:
        """Return whether it stays within the budget of nodes to visit on a page of a shape."""
        steps = (self.descendants + self.ancestors) * shape.depth + self.siblings * shape.width
        return shape.nodes * steps <= _MOST_PAIRS


def shape_of(tree: etree._Element) -> Shape:
    """Return the shape of a page's tree."""
    nodes = depth = deepest = widest = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start":
            nodes, deepest, widest = nodes + 1, max(deepest, depth), max(widest, len(element))
    return Shape(nodes, deepest, widest)


@lru_cache(maxsize=1024)
def compile_selector(selector: str) -> Selector:
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
    descendants = max(0, len(_DESCENDANTS.findall(expression)) - 1)
    return Selector(compiled, descendants, len(_SIBLINGS.findall(expression)), len(_ANCESTORS.findall(expression)))
