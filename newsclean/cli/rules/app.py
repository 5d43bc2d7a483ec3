"""`newsclean rules`: the commands for rule authors."""

from __future__ import annotations

import typer

from newsclean.cli.rules.check import check
from newsclean.cli.rules.comparing import diff
from newsclean.cli.rules.counting import stats
from newsclean.cli.rules.listing import list_rules
from newsclean.cli.rules.new import new
from newsclean.cli.rules.reference import reference
from newsclean.cli.rules.showing import show
from newsclean.cli.rules.trying import run_tests
from newsclean.cli.rules.which import which

rules = typer.Typer(name="rules", no_args_is_help=True, help="Look at rules, write them, and try them on pages.")
rules.command("list")(list_rules)
rules.command()(show)
rules.command()(which)
rules.command()(check)
rules.command()(new)
rules.command("test")(run_tests)
rules.command()(stats)
rules.command()(diff)
rules.command()(reference)
