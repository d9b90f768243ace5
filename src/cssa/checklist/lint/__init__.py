"""Rules that a checklist's author is held to, each small and on its own."""

from collections.abc import Iterator

from cssa.checklist.draft import Draft
from cssa.checklist.lint import id_rules, option_rules, scope_rules, wording_rules
from cssa.checklist.lint.rule import LintContext, LintFinding, LintRule
from cssa.checklist.vocabulary import Vocabulary

__all__ = ["RULES", "Found", "Rule", "lint"]

RULES: tuple[LintRule, ...] = (
    *id_rules.RULES,
    *option_rules.RULES,
    *scope_rules.RULES,
    *wording_rules.RULES,
)


def lint(draft: Draft, vocabulary: Vocabulary) -> Iterator[LintFinding]:
    """Yield what every rule finds in a checklist, rule by rule.

    Args:
        draft: the checklist as read.
        vocabulary: what it may name.
    """
    subject = LintContext(draft, vocabulary)
    for rule in RULES:
        for problem in rule.check(subject):
            yield LintFinding(rule, problem)
