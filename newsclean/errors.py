"""The errors a user can meet: `clean()` raises none of them, loading a rule file may."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """One fault of a rule file.

    Attributes:
        file: the rule file.
        line: from 1; 0 where the fault has no line.
        key: the key at fault, dotted (`rule.match`).
        message: what is wrong.
        mend: what to write instead.
    """

    file: Path
    line: int
    key: str
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: {self.message}; {self.mend}"


class RuleFileError(ValueError):
    """A rule file that cannot be used; its text lists every problem, one a line, with file, line, key and mend."""

    def __init__(self, problems: list[RuleProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))
