"""What may stand in a rule file: the shapes that TOML tables are checked against."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from newsclean.mark import Chrome
from newsclean.rules.rule import DEFAULT_MAX_WORDS, Match, Takes, Where

CODE = r"^[a-z]{2,3}$"
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Code = Annotated[str, StringConstraints(pattern=CODE)]
Host = Annotated[str, StringConstraints(pattern=r"^\.?[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$")]
FieldName = Literal["headline", "subheadline", "byline", "published"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RuleTable(_Table):
    """A `[[rule]]`."""

    name: Name
    match: Match
    phrases: list[Text] = []
    patterns: list[Text] = []
    takes: Takes = Takes.LINE
    max_words: int = Field(DEFAULT_MAX_WORDS, ge=1)
    where: Where = Where.ANYWHERE
    opens_section: bool = False
    chrome: Chrome | None = None
    keep: bool = False
    why: Text
    marks: list[Text] = Field(min_length=1)
    keeps: list[Text] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_what_it_matches(self) -> Self:
        if self.match is Match.PATTERN and (self.phrases or not self.patterns):
            raise ValueError('match = "pattern" goes with patterns = [...] and without phrases')
        if self.match is not Match.PATTERN and (self.patterns or not self.phrases):
            raise ValueError(f'match = "{self.match}" goes with phrases = [...] and without patterns')
        if self.keep and (self.chrome or self.opens_section):
            raise ValueError("keep = true goes without chrome and opens_section")
        return self


class PackFile(_Table):
    """A file of a pack: the rules for one kind of chrome in one language.

    The language is a code as in BCP 47, or `any`; where it is not said, the name of the folder is it.
    """

    chrome: Chrome
    language: Code | None = None
    rule: list[RuleTable] = Field(min_length=1)


class StripTable(_Table):
    """A `[[strip]]`: a selector whose elements are removed."""

    select: Text
    chrome: Chrome
    why: Text


class KeepTable(_Table):
    """A `[[keep]]`: a selector whose elements are kept."""

    select: Text
    why: Text


class SetTable(_Table):
    """The `[set]` table: what is the same on every page of the site."""

    publisher: Text | None = None
    aggregator: Text | None = None


class SiteFile(_Table):
    """A site's rule file, or that of a family of sites."""

    domains: list[Host] = []
    fingerprint: list[Text] = []
    family: bool = False
    extends: Name | list[Name] = []
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    select: dict[FieldName, Text | list[Text]] = {}
    set: SetTable = SetTable()
    strip: list[StripTable] = []
    keep: list[KeepTable] = []
    rule: list[RuleTable] = []

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if self.family:
            if self.domains or self.fingerprint or self.valid_from or self.valid_until:
                raise ValueError("family = true goes without domains, fingerprint and dates: those are its sites' own")
        elif not self.domains and not self.fingerprint:
            raise ValueError("give domains = [...] or fingerprint = [...], or family = true, or the rules never apply")
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise ValueError("valid_from is after valid_until")
        return self
