"""What importing newsclean costs, and that its modules depend on each other in one direction only."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

import newsclean

PACKAGE = Path(newsclean.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
HEAVY = {
    "trafilatura",
    "lxml",
    "rich",
    "typer",
    "dateutil",
    "py3langid",
    "re2",
    "chardet",
    "ahocorasick_rs",
    "selectolax",
}

# From the ground up: a part may import from its own row and from the rows above it in this list.
ROWS = (
    {"document", "mark", "article", "explanation", "errors", "kept"},
    {"read", "segment"},
    {"rules"},
    {"packs", "sites"},
    {"story", "fields"},
    {"assembling", "reading", "bounded"},
    {"cleaner"},
    {"worker"},
    {"export", "report", "authoring"},
    {"testing"},
    {"cli"},
)
ROW = {part: number for number, row in enumerate(ROWS) for part in row}
# Methods by which the two results show themselves (`article.to_text()`); each imports only when it is called.
SHOWN_BY = {("article", "export"), ("explanation", "report")}
BANNED = {"utils", "util", "helpers", "helper", "core", "common", "misc", "data"}


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_parts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute here"
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "newsclean" else [module]
        for name in names:
            package, _, rest = name.partition(".")
            part = rest.partition(".")[0]
            if package == "newsclean" and part in ROW:
                yield part


def edges() -> set[tuple[str, str]]:
    """Return every import between two parts of newsclean, those inside functions too."""
    found = set()
    for path in MODULES:
        if path != PACKAGE / "__init__.py":
            tree = ast.parse(path.read_text("utf-8"))
            found |= {(part_of(path), to) for to in imported_parts(tree) if to != part_of(path)}
    return found


def modules_after(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return set(done.stdout.split())


def test_importing_newsclean_is_light() -> None:
    assert sorted(HEAVY & modules_after("import newsclean")) == []


def test_the_heavy_modules_come_with_the_first_page() -> None:
    assert {"trafilatura", "lxml", "re2"} <= modules_after("import newsclean; newsclean.clean('<p>It rained.</p>')")


def test_every_public_name_is_there() -> None:
    assert [name for name in newsclean.__all__ if not hasattr(newsclean, name)] == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'clear'"):
        newsclean.clear  # noqa: B018


def test_every_part_has_its_row() -> None:
    assert {part_of(path) for path in MODULES} - {"__init__", "__main__"} <= ROW.keys()


def test_dependencies_point_one_way() -> None:
    assert sorted((a, b) for a, b in edges() - SHOWN_BY if ROW[b] > ROW[a]) == []


def test_no_two_parts_need_each_other() -> None:
    found = edges() - SHOWN_BY
    assert sorted((a, b) for a, b in found if (b, a) in found) == []


def test_results_import_what_shows_them_inside_methods_only() -> None:
    for part, shows in SHOWN_BY:
        tree = ast.parse((PACKAGE / f"{part}.py").read_text("utf-8"))
        at_the_top = ast.Module([node for node in tree.body if not isinstance(node, ast.ClassDef)], [])
        assert shows in imported_parts(tree)
        assert shows not in imported_parts(at_the_top)


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {part for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert sorted(name for name in names if name in BANNED or "manager" in name.lower()) == []


def test_types_ship() -> None:
    assert resources.files("newsclean").joinpath("py.typed").is_file()
