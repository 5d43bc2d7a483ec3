"""All problems of many rule files, in order."""

from __future__ import annotations

from pathlib import Path

from newsclean.authoring.linting import lint
from tests.authoring import site


def test_problems_come_by_file_and_line(tmp_path: Path) -> None:
    good = site.write(tmp_path)
    bad = tmp_path / "a.toml"
    bad.write_text('domains = ["a.example"]\nextends = "nobody"\nfingerprnt = []\n\n[[strip]]\nselect = "a[["\n')
    pack = tmp_path / "fr" / "related.toml"
    pack.parent.mkdir()
    pack.write_text('chrome = "related"\nrule = []\n')
    files, problems = lint([tmp_path])
    assert files == [bad, good, pack]
    assert [(problem.file, problem.line, problem.key) for problem in problems] == [
        (bad, 3, "fingerprnt"),
        (bad, 5, "strip.chrome"),
        (bad, 5, "strip.why"),
        (pack, 2, "rule"),
    ]


def test_a_family_that_is_missing_is_a_problem_of_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('domains = ["a.example"]\nextends = "nobody"\n')
    assert [str(problem).removeprefix(f"{path}:").split(";")[0] for problem in lint([path])[1]] == [
        "2: extends: 'nobody' is no family"
    ]
