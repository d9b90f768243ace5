"""Lint rules on the institutions that a checklist's parts apply to."""

from collections.abc import Iterator, Sequence

from cssa.checklist.applicability import Applicability
from cssa.checklist.lint.rule import LintContext, LintRule, register
from cssa.checklist.model import Domain
from cssa.checklist.practice import Practice
from cssa.errors import Problem
from cssa.location import KeyPath
from cssa.messages.wording import listed

_SIZE_WORDS = frozenset({"size", "sector", "licence", "license", "deposits", "total_assets"})


def _conditions(practice: Practice) -> Iterator[tuple[KeyPath, Applicability]]:
    """Yield a practice's conditions with their path below the practice."""
    if practice.applies_if:
        yield ("applies_if",), practice.applies_if
    for index, point in enumerate(practice.points):
        if point.applies_if:
            yield ("points", index, "applies_if"), point.applies_if


@register
class UnknownFlag(LintRule):
    """Conditions name flags of the profile."""

    id = "unknown-flag"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        forbidden = context.vocabulary.sectors | _SIZE_WORDS
        for placed, path in context.practices:
            for condition_path, condition in _conditions(placed.practice):
                for flag in condition.flags:
                    if flag not in context.vocabulary.flags and flag not in forbidden:
                        yield context.problem(
                            "lint.unknown-flag", placed, (*path, *condition_path), flag=flag
                        )
        for index, rule in enumerate(context.checklist.consistency):
            for flag in rule.profile.flags if rule.profile else ():
                if flag not in context.vocabulary.flags:
                    rule_path = ("consistency", index, "profile")
                    yield context.header_problem("lint.unknown-flag", rule_path, flag=flag)


@register
class SectorOrSize(LintRule):
    """Neither sector nor size decides what applies."""

    id = "sector-or-size"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        forbidden = (context.vocabulary.sectors | _SIZE_WORDS) - context.vocabulary.flags
        for placed, path in context.practices:
            for condition_path, condition in _conditions(placed.practice):
                for flag in condition.flags:
                    if flag in forbidden:
                        yield context.problem(
                            "lint.sector-or-size", placed, (*path, *condition_path), flag=flag
                        )


@register
class DomainOutOfScope(LintRule):
    """No profile puts a whole domain out of scope."""

    id = "domain-out-of-scope"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for domain, document in context.files:
            profile = _emptying_profile(domain)
            if profile is not None:
                shown = [f"{flag}: {str(value).lower()}" for flag, value in profile.items()]
                path: KeyPath = ("domain",)
                params = {"domain": domain.id, "profile": listed(shown or ["-"])}
                yield Problem("lint.domain-out-of-scope", params, document.location(path), path)


def _emptying_profile(domain: Domain) -> dict[str, bool] | None:
    """Return a profile that puts every practice out of scope, if there is one.

    Where there are practices with a level, those that have none do not count.
    """
    conditions: list[Applicability] = []
    practices = [
        *domain.practices,
        *(practice for section in domain.sections for practice in section.practices),
    ]
    with_level = [practice for practice in practices if practice.gives_level]
    for practice in with_level or practices:
        if practice.applies_if is None:
            return None
        conditions.append(practice.applies_if)
    return _falsify(conditions, {})


def _falsify(
    conditions: Sequence[Applicability], profile: dict[str, bool]
) -> dict[str, bool] | None:
    """Return an extension of a profile under which every condition is false, if there is one."""
    if not conditions:
        return profile
    first, *rest = conditions
    if first.holds(profile) is False:
        return _falsify(rest, profile)
    for flags in _falsifying_flags(first):
        if all(profile.get(flag, value) == value for flag, value in flags.items()):
            falsifying = _falsify(rest, {**profile, **flags})
            if falsifying is not None:
                return falsifying
    return None


def _falsifying_flags(condition: Applicability) -> Iterator[dict[str, bool]]:
    """Yield the smallest sets of flags that each make a condition false."""
    if condition.any:
        yield dict.fromkeys(condition.any, False)
    for flag in condition.all:
        yield {flag: False}
    for flag in condition.none:
        yield {flag: True}
