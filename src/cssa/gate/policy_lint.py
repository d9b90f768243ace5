"""What is doubtful in a policy that can be read."""

from collections.abc import Iterator
from datetime import date

from cssa.errors import Problem
from cssa.gate.conditions.registry import CONDITIONS
from cssa.gate.policy import LoadedPolicy, PolicyRule

_ALWAYS_MET = {"min_coverage": 0, "max_left_out": 1}
_OF_LEVELS = ("min_score", "min_level")


def lint_policy(loaded: LoadedPolicy, as_of: date, lowest: int | None = None) -> Iterator[Problem]:
    """Yield what is doubtful, in the order of the file.

    Args:
        loaded: the policy.
        as_of: the day by which approval and waivers are judged.
        lowest: the lowest level of the checklists that it is for; None where that is not known.
    """
    policy, document = loaded.policy, loaded.document
    if policy.approved_by is None or policy.approved_on is None:
        yield Problem("policy.lint.unapproved", {}, document.location(("id",)), ("id",))
    elif not policy.is_approved(as_of):
        where, day = ("approved_on",), {"on": policy.approved_on}
        yield Problem("policy.lint.approved_later", day, document.location(where), where)
    if loaded.is_changed_after_approval:
        where = ("approved_content",)
        now = {"content": loaded.content}
        yield Problem("policy.lint.changed", now, document.location(where), where)
    always_met = _ALWAYS_MET | ({} if lowest is None else dict.fromkeys(_OF_LEVELS, lowest))
    waived = {waiver.rule for waiver in policy.waivers}
    for index, rule in enumerate(policy.rules):
        for name, value in rule.conditions.items():
            if always_met.get(name) == value:
                path = ("rules", index, name)
                facts = {"name": name, "value": value}
                yield Problem("policy.lint.always_met", facts, document.location(path), path)
        other = next(
            (
                other
                for other in policy.rules
                if other.id not in (rule.id, *waived) and _covers(other, rule)
            ),
            None,
        )
        if other is not None and not (_covers(rule, other) and policy.rules.index(other) > index):
            place = ("rules", index)
            params = {"other": other.id}
            yield Problem("policy.lint.repeated", params, document.location(place), place)
    for index, waiver in enumerate(policy.waivers):
        if waiver.expires < as_of:
            path = ("waivers", index, "expires")
            ended = {"expires": waiver.expires}
            yield Problem("policy.lint.waiver_expired", ended, document.location(path), path)


def _covers(rule: PolicyRule, other: PolicyRule) -> bool:
    """Return whether a rule demands at least as much as another on the same scope."""
    return rule.on == other.on and all(
        name in rule.conditions
        and not CONDITIONS[name].is_weaker(
            rule.conditions[name], value, rule.conditions, other.conditions
        )
        for name, value in other.conditions.items()
    )
