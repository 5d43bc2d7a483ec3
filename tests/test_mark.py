"""Marks: what they say of a block."""

from __future__ import annotations

import dataclasses

import pytest

from newsclean.mark import Chrome, Layer, Mark, Role


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.BOILERPLATE])
def test_every_role_but_boilerplate_keeps(role: Role) -> None:
    assert Mark("a.b", Layer.ANY, 0, role=role).keeps


def test_boilerplate_is_removed() -> None:
    assert not Mark("a.b", Layer.ANY, 0, chrome=Chrome.SHARE).keeps


def test_a_site_speaks_last_and_the_model_first() -> None:
    assert sorted(Layer) == [Layer.MODEL, Layer.ANY, Layer.LANGUAGE, Layer.SITE]


def test_a_mark_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Mark("a.b", Layer.ANY, 0).rule = "c.d"  # type: ignore[misc]
