"""What the names of `<meta>` elements state, those of systems of their own as well."""

from __future__ import annotations

import pytest

from newsclean.segment.meta_names import field_of


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("og:title", "headline"),
        (" Article:Published_Time ", "published"),
        ("date", "published"),
        ("w-published-date", "published"),
        ("zdf:publicationDate", "published"),
        ("published", "published"),
        ("cdc:last_updated", "modified"),
        ("awa-modifiedDate", "modified"),
        ("article:expiration_time", None),
        ("update-frequency", None),
        ("relatedContentDate", None),
        ("viewport", None),
        ("", None),
    ],
)
def test_what_a_name_states(name: str, field: str | None) -> None:
    assert field_of(name) == field
