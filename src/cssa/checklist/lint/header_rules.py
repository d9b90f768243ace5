"""Lint rules on what ``checklist.yaml`` declares for the whole checklist."""

from collections.abc import Iterator

from cssa.checklist.lint.rule import RULES, LintContext, LintRule, register
from cssa.errors import Problem


@register
class UnknownRule(LintRule):
    """Rules that a checklist ignores exist and are editorial."""

    id = "unknown-rule"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each name."""
        for index, name in enumerate(context.draft.header.lint.ignore):
            rule = RULES.get(name)
            if rule is None:
                known = ", ".join(rule.id for rule in RULES.values() if rule.kind == "editorial")
                code, params = "lint.unknown-rule", {"name": name, "known": known}
            elif rule.kind == "structural":
                code, params = "lint.unknown-rule.structural", {"name": name}
            else:
                continue
            yield context.header_problem(code, ("lint", "ignore", index), **params)
