"""Lint rules on whom a checklist concerns."""

from collections.abc import Iterator
from itertools import product

from cssa.checklist.applicability import Condition
from cssa.checklist.lint.rule import Keys, Rule, Subject
from cssa.checklist.models import Domain, Practice
from cssa.errors import Problem

_SIZE_WORDS = frozenset({"size", "sector", "licence", "license", "deposits", "total_assets"})
_MAX_FLAGS = 14  # 16,384 profiles; a domain that turns on more flags is beyond a proof by cases


def _conditions(practice: Practice) -> Iterator[tuple[Keys, Condition]]:
    if practice.applies_if:
        yield ("applies_if",), practice.applies_if
    for index, point in enumerate(practice.points):
        if point.applies_if:
            yield ("points", index, "applies_if"), point.applies_if


def _flags(subject: Subject) -> Iterator[Problem]:
    forbidden = subject.vocabulary.sectors | _SIZE_WORDS
    for placed, keys in subject.practices:
        for where, condition in _conditions(placed.practice):
            for flag in condition.flags:
                if flag not in subject.vocabulary.flags and flag not in forbidden:
                    yield subject.problem("lint.unknown-flag", placed, (*keys, *where), flag=flag)


def _sector_or_size(subject: Subject) -> Iterator[Problem]:
    forbidden = (subject.vocabulary.sectors | _SIZE_WORDS) - subject.vocabulary.flags
    for placed, keys in subject.practices:
        for where, condition in _conditions(placed.practice):
            for flag in condition.flags:
                if flag in forbidden:
                    yield subject.problem("lint.sector-or-size", placed, (*keys, *where), flag=flag)


def _wholly_out(subject: Subject) -> Iterator[Problem]:
    for domain in subject.checklist.domains:
        document = subject.draft.documents[domain.id]
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
    flags = sorted({flag for condition in conditions for flag in condition.flags})
    for values in product((False, True), repeat=min(len(flags), _MAX_FLAGS)):
        profile = dict(zip(flags, values, strict=False))
        if all(condition.holds(profile) is False for condition in conditions):
            return profile
    return None


RULES = (
    Rule("unknown-flag", "error", _flags),
    Rule("sector-or-size", "error", _sector_or_size),
    Rule("domain-out-of-scope", "error", _wholly_out),
)
