"""What is made of rule files is shipped in a wheel, or kept in the user's cache directory until something changes."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

_Signature = list[tuple[str, int, int]]


class CacheFile:
    """A file that keeps values of built-in types made of some source files.

    Args:
        name: what is kept, for whoever looks into the directory.
        sources: the files that it is made of; the code of this package is a source too. Hundreds of files: their names,
            which take half the time of their paths.
    """

    def __init__(self, name: str, sources: Sequence[str]) -> None:
        self._path = _place(name, sources)
        self._signature = [*_signature(sources), *_code_signature()]

    def read(self) -> Any:  # noqa: ANN401 - as it was written
        """Return what was written; None if there is nothing, it is broken, or a source has changed since."""
        return _read(self._path, self._signature)

    def write(self, value: Any) -> None:  # noqa: ANN401
        """Keep a value; a cache that cannot be written is done without."""
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(marshal.dumps((self._signature, value)))
            beside.replace(self._path)


def read_shipped(path: Path, sources: Sequence[str]) -> Any:  # noqa: ANN401 - as it was written
    """Return what `write_shipped` wrote; None if there is nothing, or a source was added, dropped, or has another size.

    An installer gives the files new times, so a change that leaves a size as it was is not seen.
    """
    return _read(path, _sizes(sources)) if path.exists() else None


def write_shipped(path: Path, sources: Sequence[str], value: Any) -> None:  # noqa: ANN401
    """Write a value of built-in types made of some files of a package, to be shipped with it."""
    # What Python 3.11 reads, whichever version writes it.
    path.write_bytes(marshal.dumps((_sizes(sources), value), 4))


def _read(path: Path, signature: object) -> Any:  # noqa: ANN401
    try:
        stored = marshal.loads(path.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return None
    if not isinstance(stored, tuple) or len(stored) != 2 or stored[0] != signature:
        return None
    return stored[1]


def _sizes(files: Sequence[str]) -> list[tuple[str, int]]:
    return [("/".join(Path(file).parts[-2:]), Path(file).stat().st_size) for file in files]


def _place(name: str, sources: Sequence[str]) -> Path:
    """A file in the user's own cache directory: what marshal reads must come from nobody else."""
    from platformdirs import user_cache_path

    folder = str(Path(sources[0]).parent if sources else "")
    where = hashlib.sha256(folder.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return user_cache_path("newsclean") / f"{name}-{where}.{sys.implementation.cache_tag}"


def _signature(files: Sequence[str]) -> _Signature:
    """What changes when a source does, by the means of Python's own cache of modules: size and time."""
    return [(file, (stat := os.stat(file)).st_size, stat.st_mtime_ns) for file in files]  # noqa: PTH116 - no paths


@cache
def _code_signature() -> _Signature:
    return _signature(sorted(map(str, Path(__file__).parent.glob("*.py"))))
