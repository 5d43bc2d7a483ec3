"""A package that brings rules by the entry point group `newsclean.rule_sets`, installed as installers do."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from newsclean import Cleaner
from newsclean.testing import check_rule_set, check_rules

PACKAGE = Path(__file__).parent / "example_package"
STORY = (
    "The boat to the outer islands stopped on Monday after crews found a crack in its main shaft, the operator said.",
    "About 3,000 people live on the four islands and depend on the boat for fuel, post and medicine all year round.",
)
AQRA = "Aqra wkoll: Il-vapur waqaf"
TEXT = "\n\n".join(
    [
        "The Ferry Post, printed on board",
        "Outer islands 06:10 09:30 13:00 17:45",
        STORY[0],
        "Aqra wkoll: Il-vapur waqaf",
        STORY[1],
    ]
)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
    points = "".join(
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in named.items())
        for group, named in project["entry-points"].items()
    )
    info = tmp_path / f"newsclean_ferries-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    (info / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(PACKAGE))
    yield
    sys.modules.pop("newsclean_ferries", None)


@pytest.mark.usefixtures("installed")
def test_an_installed_package_adds_its_rules_to_every_cleaner() -> None:
    explanation = Cleaner().explain(TEXT)
    rules = {span.rule for span in explanation.removed}
    assert {"ferries.timetable", "mt.related.read_also"} <= rules
    assert explanation.article.source.publisher == "The Ferry Post"
    assert explanation.article.body == "\n\n".join(STORY)


def test_without_it_its_rules_are_not_there() -> None:
    assert not {"ferries.timetable", "mt.related.read_also"} & {span.rule for span in Cleaner().explain(TEXT).removed}


def test_its_own_tests_pass() -> None:
    check_rules(PACKAGE / "newsclean_ferries" / "rules")
    spec = spec_from_file_location("ferries_alone", PACKAGE / "newsclean_ferries" / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    check_rule_set(module.timetable)
