"""Makes the index of all packs while a wheel is built, so that nobody who installs it waits for that."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface[Any]):
    """Puts the index into a wheel. An editable installation has none: its rules are meant to be changed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the index to the files of a wheel."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from newsclean.rules.builtin import SHIPPED, ship_index

        self._folder = TemporaryDirectory()
        path = Path(self._folder.name) / SHIPPED.name
        ship_index(path)
        build_data["force_include"][str(path)] = SHIPPED.relative_to(Path(self.root).resolve()).as_posix()
