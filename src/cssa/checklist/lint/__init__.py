"""The rules that checklists are checked against."""

from collections.abc import Iterator

from cssa.checklist.draft import Draft
from cssa.checklist.lint import id_rules, option_rules, scope_rules, wording_rules
from cssa.checklist.lint.rule import LintContext, LintFinding, LintRule
from cssa.checklist.vocabulary import Vocabulary

__all__ = ["RULES", "LintFinding", "LintRule", "lint"]

RULES: tuple[LintRule, ...] = (
    *id_rules.RULES,
    *option_rules.RULES,
    *scope_rules.RULES,
    *wording_rules.RULES,
)


def lint(draft: Draft, vocabulary: Vocabulary) -> Iterator[LintFinding]:
    """Yield the violations of every rule in a checklist, rule by rule.

    Args:
        draft: the checklist as read.
        vocabulary: what it may refer to.
    """
    context = LintContext(draft, vocabulary)
    for rule in RULES:
        for problem in rule.check(context):
            yield LintFinding(rule, problem)
