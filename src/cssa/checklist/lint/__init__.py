"""The rules that checklists are checked against: a class each, registered on import."""

from collections.abc import Iterator

# The order of these modules is that in which rules are checked.
# isort: off
from cssa.checklist.lint import id_rules as id_rules
from cssa.checklist.lint import section_rules as section_rules
from cssa.checklist.lint import scale_rules as scale_rules
from cssa.checklist.lint import option_rules as option_rules
from cssa.checklist.lint import scope_rules as scope_rules
from cssa.checklist.lint import header_rules as header_rules
from cssa.checklist.lint import change_rules as change_rules
from cssa.checklist.lint import wording_rules as wording_rules

# isort: on
from cssa.checklist.draft import Draft
from cssa.checklist.lint.rule import RULES, LintContext, LintFinding, LintRule
from cssa.checklist.vocabulary import Vocabulary
from cssa.errors import Problem

__all__ = ["RULES", "LintFinding", "LintRule", "lint", "structural_problems"]


def lint(draft: Draft, vocabulary: Vocabulary) -> Iterator[LintFinding]:
    """Yield the violations of every rule in a checklist, rule by rule.

    Editorial rules that the checklist ignores are left out.

    Args:
        draft: the checklist as read.
        vocabulary: what it may refer to.
    """
    context = LintContext(draft, vocabulary)
    ignored = draft.header.lint.ignore
    for rule in RULES.values():
        if rule.kind == "structural" or rule.id not in ignored:
            for problem in rule.problems(context):
                yield LintFinding(rule, problem)


def structural_problems(draft: Draft, vocabulary: Vocabulary) -> list[Problem]:
    """Return what keeps a checklist from being used; editorial rules are not looked at.

    Args:
        draft: the checklist as read.
        vocabulary: what it may refer to.
    """
    context = LintContext(draft, vocabulary)
    structural = (rule for rule in RULES.values() if rule.kind == "structural")
    return [problem for rule in structural for problem in rule.problems(context)]
