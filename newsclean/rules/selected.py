"""What the selectors of a site's rules find on an HTML page, as marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from lxml import etree

from newsclean.mark import Layer, Mark, Role
from newsclean.rules.rule import SelectorRule
from newsclean.rules.selecting import Shape, compile_selector, shape_of
from newsclean.segment.html import HtmlPage

_FIELD_ROLES = {
    "headline": Role.HEADLINE,
    "subheadline": Role.SUBHEADLINE,
    "byline": Role.BYLINE,
    "published": Role.PUBLISHED,
}


class SelectedPage:
    """A page, and which of its blocks stand in which elements."""

    def __init__(self, page: HtmlPage) -> None:
        self._tree = page.tree
        self._blocks: dict[etree._Element, list[int]] = {}
        self.refused: list[str] = []
        for index, element in enumerate(page.elements):
            self._blocks.setdefault(element, []).append(index)

    @cached_property
    def _shape(self) -> Shape:
        return shape_of(self._tree)

    def find(self, selector: str) -> list[etree._Element | str]:
        """Return what a selector finds: elements, or the values of attributes; nothing where it would cost too much."""
        compiled = compile_selector(selector)
        if compiled.costs and not compiled.fits(self._shape):
            self.refused.append(selector)
            return []
        found = compiled.select(self._tree)
        items = found if isinstance(found, list) else [found]
        return [item if isinstance(item, etree._Element) else str(item) for item in items]

    def texts(self, selector: str) -> list[str]:
        """Return the texts of what a selector finds, white space folded."""
        found = self.find(selector)
        texts = (item if isinstance(item, str) else "".join(map(str, item.itertext())) for item in found)
        return [" ".join(text.split()) for text in texts]

    def blocks_in(self, element: etree._Element | str) -> list[int]:
        """Return the blocks whose text stands in an element."""
        if isinstance(element, str):
            return []
        return sorted(index for inner in element.iter() for index in self._blocks.get(inner, ()))


def selected_marks(
    page: HtmlPage, selectors: Sequence[SelectorRule], fields: Mapping[str, Sequence[str]], site: str
) -> list[Mark]:
    """Return the marks of a site's selectors on a page; one that finds nothing says so.

    Args:
        page: the page.
        selectors: its strips and keeps.
        fields: selectors for each field, in the order to try.
        site: the site's name.
    """
    selected = SelectedPage(page)
    marks: list[Mark] = []
    for rule in selectors:
        inside = {index for element in selected.find(rule.select) for index in selected.blocks_in(element)}
        role = Role.BODY if rule.chrome is None else Role.BOILERPLATE
        marks += [Mark(rule.id, rule.layer, i, role=role, chrome=rule.chrome, why=rule.why) for i in sorted(inside)]
        if not inside and rule.select not in selected.refused:
            marks.append(Mark(rule.id, rule.layer, None, why=f"{rule.select!r} finds no text on this page."))
    for field, tried in fields.items():
        marks.append(_selected_field(f"sites.{site}.select.{field}", field, tried, selected))
    for selector in dict.fromkeys(selected.refused):
        said = f"The selector {selector!r} of {site} would visit too many nodes on this page, and was left out."
        marks.append(Mark(f"sites.{site}", Layer.SITE, None, sets=(("warning", said),), why=said))
    return marks


def _selected_field(rule: str, field: str, selectors: Sequence[str], selected: SelectedPage) -> Mark:
    """Return the mark that sets a field from the first selector that finds a text."""
    for selector in selectors:
        for item in selected.find(selector):
            text = item if isinstance(item, str) else " ".join("".join(map(str, item.itertext())).split())
            if text:
                block = next(iter(selected.blocks_in(item)), None)
                why = f"The site's selector {selector!r}."
                return Mark(rule, Layer.SITE, block, role=_FIELD_ROLES[field], sets=((field, text),), why=why)
    warning = f"{rule}: no selector finds a text on this page."
    return Mark(rule, Layer.SITE, None, sets=(("warning", warning),), why=warning)
