"""The command line."""

from __future__ import annotations


def main() -> None:
    """Run the command line on the process's arguments, and exit."""
    from newsclean.cli.app import run

    run()
