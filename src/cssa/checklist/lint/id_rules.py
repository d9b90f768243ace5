"""Lint rules on ids, references and the recorded fingerprint."""

import re
from collections.abc import Iterator

from cssa.checklist.fingerprint import fingerprint
from cssa.checklist.lint.rule import Keys, LintContext, LintRule
from cssa.checklist.model import PlacedPractice
from cssa.errors import Problem

_ORDINAL = {"basic": re.compile(r"[1-9][0-9]*"), "desirable": re.compile(r"[a-z]")}


def _duplicate(subject: LintContext) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for placed, keys in subject.practices:
        practice = placed.practice
        if practice.id in seen:
            yield subject.problem(
                "lint.duplicate-id", placed, (*keys, "id"), id=practice.id, first=seen[practice.id]
            )
        seen.setdefault(practice.id, str(subject.document(placed).location((*keys, "id"))))
        for name in ("points", "options", "rows"):
            inner: set[str] = set()
            for index, part in enumerate(getattr(practice, name)):
                if part.id in inner:
                    where = (*keys, name, index, "id")
                    yield subject.problem(
                        "lint.duplicate-id", placed, where, id=part.id, first=practice.id
                    )
                inner.add(part.id)
    named: set[str] = set()
    for index, name in enumerate(subject.draft.header.domains):
        if name in named:
            yield subject.header_problem(
                "lint.duplicate-id", ("domains", index), id=name, first=name
            )
        named.add(name)
    yield from _duplicate_containers(subject)


def _duplicate_containers(subject: LintContext) -> Iterator[Problem]:
    seen: set[str] = set()
    for (domain, document), header_id in zip(
        subject.files, subject.draft.header.domains, strict=True
    ):
        if header_id != domain.id or domain.id in seen:
            continue  # told by the header's own duplicate or number
        seen.add(domain.id)
        for index, section in enumerate(domain.sections):
            if section.id in seen:
                keys = ("sections", index, "id")
                params = {"id": section.id, "first": domain.id}
                yield Problem("lint.duplicate-id", params, document.location(keys), keys)
            seen.add(section.id)


def _misnumbered(subject: LintContext) -> Iterator[Problem]:
    for (domain, document), header_id in zip(
        subject.files, subject.draft.header.domains, strict=True
    ):
        if domain.id != header_id:
            keys: Keys = ("domain",)
            params: dict[str, object] = {"id": domain.id, "expected": header_id}
            yield Problem("lint.misnumbered-id", params, document.location(keys), keys)
        for index, section in enumerate(domain.sections):
            if not section.id.startswith(f"{domain.id}."):
                keys = ("sections", index, "id")
                params = {"id": section.id, "expected": f"{domain.id}.n"}
                yield Problem("lint.misnumbered-id", params, document.location(keys), keys)
    last: dict[tuple[str, str], str] = {}
    for placed, keys in subject.practices:
        expected = _expected_id(placed, last)
        if placed.practice.id != expected:
            yield subject.problem(
                "lint.misnumbered-id",
                placed,
                (*keys, "id"),
                id=placed.practice.id,
                expected=expected,
            )


def _expected_id(placed: PlacedPractice, last: dict[tuple[str, str], str]) -> str:
    """Return the id that comes next in a practice's place, and count on from the one it has."""
    practice = placed.practice
    container = placed.section.id if placed.section else placed.domain.id
    key = (container, practice.tier)
    before = last.get(key)
    if practice.tier == "basic":
        following = str(int(before) + 1) if before else "1"
    else:
        following = chr(ord(before) + 1) if before else "a"
    ordinal = practice.id.removeprefix(f"{container}-")
    known = _ORDINAL[practice.tier].fullmatch(ordinal)
    last[key] = ordinal if known else following
    return f"{container}-{following}"


def _dangling(subject: LintContext) -> Iterator[Problem]:
    by_id = {placed.practice.id: placed.practice for placed, _ in subject.practices}
    for placed, keys in subject.practices:
        practice = placed.practice
        own = {option.id for option in practice.options}
        for index, rule in enumerate(practice.levels):
            for name in (*rule.any, *rule.all):
                if name not in own:
                    where = (*keys, "levels", index)
                    yield subject.problem("lint.dangling-reference", placed, where, name=name)
        if practice.asked_if:
            other = by_id.get(practice.asked_if.practice)
            known = {option.id for option in other.options} if other else set()
            missing = [name for name in practice.asked_if.any if name not in known]
            for name in missing if other else [practice.asked_if.practice]:
                where = (*keys, "asked_if")
                yield subject.problem("lint.dangling-reference", placed, where, name=name)
        if practice.scale and practice.scale not in subject.vocabulary.scales:
            where = (*keys, "scale")
            yield subject.problem("lint.dangling-reference", placed, where, name=practice.scale)


def _csf2(subject: LintContext) -> Iterator[Problem]:
    known = subject.vocabulary.csf2
    for placed, keys in subject.practices:
        for index, name in enumerate(placed.practice.refs.csf2):
            if known and name not in known:
                where = (*keys, "refs", "csf2", index)
                yield subject.problem("lint.unknown-csf2", placed, where, name=name)


def _fingerprint(subject: LintContext) -> Iterator[Problem]:
    recorded = subject.draft.header.fingerprint
    actual = fingerprint(subject.checklist)
    if recorded is not None and recorded != actual:
        yield subject.header_problem(
            "lint.fingerprint-changed",
            ("fingerprint",),
            version=subject.checklist.version,
            actual=actual,
        )


RULES = (
    LintRule("duplicate-id", "error", _duplicate),
    LintRule("misnumbered-id", "error", _misnumbered),
    LintRule("dangling-reference", "error", _dangling),
    LintRule("unknown-csf2", "error", _csf2),
    LintRule("fingerprint-changed", "error", _fingerprint),
)
