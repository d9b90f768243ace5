"""Rules that a checklist's author is held to, each small and on its own."""

from collections.abc import Iterator

from cssa.checklist.draft import Draft
from cssa.checklist.lint import ids, options, scope, wording
from cssa.checklist.lint.rule import Found, Rule, Subject
from cssa.checklist.vocabulary import Vocabulary

__all__ = ["RULES", "Found", "Rule", "lint"]

RULES: tuple[Rule, ...] = (*ids.RULES, *options.RULES, *scope.RULES, *wording.RULES)


def lint(draft: Draft, vocabulary: Vocabulary) -> Iterator[Found]:
    """Yield what every rule finds in a checklist, rule by rule.

    Args:
        draft: the checklist as read.
        vocabulary: what it may name.
    """
    subject = Subject(draft, vocabulary)
    for rule in RULES:
        for problem in rule.check(subject):
            yield Found(rule, problem)
