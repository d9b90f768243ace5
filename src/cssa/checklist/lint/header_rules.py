"""Lint rules on what ``checklist.yaml`` declares for the whole checklist."""

from collections.abc import Iterator

from cssa.checklist.lint.rule import RULES, LintContext, LintRule, register
from cssa.errors import Problem
from cssa.messages.wording import listed


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
                known = listed(rule.id for rule in RULES.values() if rule.kind == "editorial")
                code, params = "lint.unknown-rule", {"name": name, "known": known}
            elif rule.kind == "structural":
                code, params = "lint.unknown-rule.structural", {"name": name}
            else:
                continue
            yield context.header_problem(code, ("lint", "ignore", index), **params)


@register
class UncheckableConsistency(LintRule):
    """Consistency rules compare what can be compared."""

    id = "consistency-rule"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each rule that cannot be checked."""
        practices = {placed.practice.id: placed.practice for placed, _ in context.practices}
        for index, rule in enumerate(context.checklist.consistency):
            for factor in rule.risk.keys() - context.vocabulary.factors:
                risk_path = ("consistency", index, "risk", factor)
                yield context.header_problem("lint.consistency-rule.factor", risk_path, name=factor)
            if any(practice_id not in practices for _, practice_id in rule.named_practices()):
                continue  # a dangling reference
            for fault in rule.rule_kind.faults(rule, practices):
                code = f"lint.consistency-rule.{fault.case}"
                path = ("consistency", index, *fault.path)
                yield context.header_problem(code, path, name=fault.name)


@register
class UnusedRowList(LintRule):
    """Rows that the institution is to name are asked about."""

    id = "unused-row-list"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each list that no question has."""
        used = {placed.practice.rows_from for placed, _ in context.practices}
        for index, row_list in enumerate(context.checklist.row_lists):
            if row_list.id not in used:
                path = ("row_lists", index, "id")
                yield context.header_problem("lint.unused-row-list", path, id=row_list.id)
