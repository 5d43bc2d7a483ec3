"""What a rule author uses: rule sets in Python, rule files in TOML, and how they are loaded and matched."""

from newsclean.rules.loading import load_rule_file
from newsclean.rules.rule import Match, Rule, Takes
from newsclean.rules.ruleset import RuleSet

__all__ = ["Match", "Rule", "RuleSet", "Takes", "load_rule_file"]
