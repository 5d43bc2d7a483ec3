"""Reading the files a command is given."""

from __future__ import annotations

import sys
from pathlib import Path

from newsclean.cli.complaint import complain

STDIN = "-"


def read(name: str) -> bytes | None:
    """Return the bytes of file `name`, or of standard input for `-`; None, said on standard error, if unreadable."""
    try:
        return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        complain(f"{name}: {error.strerror}")
    except ValueError as error:  # a NUL in the name
        complain(f"{name!r}: {error}")
    return None
