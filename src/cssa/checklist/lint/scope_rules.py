"""Lint rules on whom a checklist concerns."""

from collections.abc import Iterator, Sequence

from cssa.checklist.applicability import Condition
from cssa.checklist.lint.rule import Keys, LintContext, LintRule
from cssa.checklist.model import Domain, Practice
from cssa.errors import Problem

_SIZE_WORDS = frozenset({"size", "sector", "licence", "license", "deposits", "total_assets"})


def _conditions(practice: Practice) -> Iterator[tuple[Keys, Condition]]:
    if practice.applies_if:
        yield ("applies_if",), practice.applies_if
    for index, point in enumerate(practice.points):
        if point.applies_if:
            yield ("points", index, "applies_if"), point.applies_if


def _flags(subject: LintContext) -> Iterator[Problem]:
    forbidden = subject.vocabulary.sectors | _SIZE_WORDS
    for placed, keys in subject.practices:
        for where, condition in _conditions(placed.practice):
            for flag in condition.flags:
                if flag not in subject.vocabulary.flags and flag not in forbidden:
                    yield subject.problem("lint.unknown-flag", placed, (*keys, *where), flag=flag)


def _sector_or_size(subject: LintContext) -> Iterator[Problem]:
    forbidden = (subject.vocabulary.sectors | _SIZE_WORDS) - subject.vocabulary.flags
    for placed, keys in subject.practices:
        for where, condition in _conditions(placed.practice):
            for flag in condition.flags:
                if flag in forbidden:
                    yield subject.problem("lint.sector-or-size", placed, (*keys, *where), flag=flag)


def _wholly_out(subject: LintContext) -> Iterator[Problem]:
    for domain, document in subject.files:
        profile = _emptying_profile(domain)
        if profile is not None:
            said = ", ".join(f"{flag}: {str(value).lower()}" for flag, value in profile.items())
            keys: Keys = ("domain",)
            params = {"domain": domain.id, "profile": said or "-"}
            yield Problem("lint.domain-out-of-scope", params, document.location(keys), keys)


def _emptying_profile(domain: Domain) -> dict[str, bool] | None:
    """Return a profile under which no levelled practice of the domain is left, if there is one."""
    conditions: list[Condition] = []
    practices = [*domain.practices, *(p for section in domain.sections for p in section.practices)]
    for practice in practices:
        if not practice.gives_level:
            continue
        if practice.applies_if is None:
            return None
        conditions.append(practice.applies_if)
    return _falsify(conditions, {})


def _falsify(conditions: Sequence[Condition], profile: dict[str, bool]) -> dict[str, bool] | None:
    """Return a profile beyond the given one under which every condition is false."""
    if not conditions:
        return profile
    first, *others = conditions
    if first.holds(profile) is False:
        return _falsify(others, profile)
    for way in _ways_to_be_false(first):
        if all(profile.get(flag, value) == value for flag, value in way.items()):
            found = _falsify(others, {**profile, **way})
            if found is not None:
                return found
    return None


def _ways_to_be_false(condition: Condition) -> Iterator[dict[str, bool]]:
    if condition.any:
        yield dict.fromkeys(condition.any, False)
    for flag in condition.all:
        yield {flag: False}
    for flag in condition.none:
        yield {flag: True}


RULES = (
    LintRule("unknown-flag", "error", _flags),
    LintRule("sector-or-size", "error", _sector_or_size),
    LintRule("domain-out-of-scope", "error", _wholly_out),
)
