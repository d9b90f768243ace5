"""Lint rules on ids, references and the recorded fingerprint."""

import re
from collections.abc import Container, Iterator, Mapping

from cssa.checklist.fingerprint import fingerprint
from cssa.checklist.lint.rule import LintContext, LintRule
from cssa.checklist.model import Domain, PlacedPractice, Practice
from cssa.datafile.reader import Document
from cssa.errors import Problem
from cssa.location import KeyPath

_ORDINAL = {"basic": re.compile(r"[1-9][0-9]*"), "desirable": re.compile(r"[a-z]")}


def _duplicate_ids(context: LintContext) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for placed, path in context.practices:
        practice_id, id_path = placed.practice.id, (*path, "id")
        if practice_id in seen:
            yield context.problem(
                "lint.duplicate-id", placed, id_path, id=practice_id, first=seen[practice_id]
            )
        seen.setdefault(practice_id, str(context.document(placed).location(id_path)))
        yield from _duplicate_parts(context, placed, path)
    yield from _duplicate_domains(context)
    yield from _duplicate_sections(context)


def _duplicate_parts(
    context: LintContext, placed: PlacedPractice, path: KeyPath
) -> Iterator[Problem]:
    practice = placed.practice
    for field in ("points", "options", "rows"):
        seen: set[str] = set()
        for index, part in enumerate(getattr(practice, field)):
            if part.id in seen:
                part_path = (*path, field, index, "id")
                yield context.problem(
                    "lint.duplicate-id", placed, part_path, id=part.id, first=practice.id
                )
            seen.add(part.id)


def _duplicate_domains(context: LintContext) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, domain_id in enumerate(context.draft.header.domains):
        if domain_id in seen:
            path = ("domains", index)
            yield context.header_problem("lint.duplicate-id", path, id=domain_id, first=domain_id)
        seen.add(domain_id)


def _duplicate_sections(context: LintContext) -> Iterator[Problem]:
    seen: set[str] = set()
    for header_id, domain, document in _domains_by_header_id(context):
        if header_id != domain.id or domain.id in seen:
            continue  # reported as a duplicate in the header, or as misnumbered
        seen.add(domain.id)
        for index, section in enumerate(domain.sections):
            if section.id in seen:
                path = ("sections", index, "id")
                params = {"id": section.id, "first": domain.id}
                yield Problem("lint.duplicate-id", params, document.location(path), path)
            seen.add(section.id)


def _domains_by_header_id(context: LintContext) -> Iterator[tuple[str, Domain, Document]]:
    """Yield each id in the header with the domain of that file and its document."""
    for header_id, (domain, document) in zip(
        context.draft.header.domains, context.files, strict=True
    ):
        yield header_id, domain, document


def _misnumbered_ids(context: LintContext) -> Iterator[Problem]:
    for header_id, domain, document in _domains_by_header_id(context):
        if domain.id != header_id:
            path: KeyPath = ("domain",)
            params: dict[str, object] = {"id": domain.id, "expected": header_id}
            yield Problem("lint.misnumbered-id", params, document.location(path), path)
        for index, section in enumerate(domain.sections):
            if not section.id.startswith(f"{domain.id}."):
                path = ("sections", index, "id")
                params = {"id": section.id, "expected": f"{domain.id}.n"}
                yield Problem("lint.misnumbered-id", params, document.location(path), path)
    previous: dict[tuple[str, str], str] = {}
    for placed, path in context.practices:
        expected = _expected_id(placed, previous)
        if placed.practice.id != expected:
            yield context.problem(
                "lint.misnumbered-id",
                placed,
                (*path, "id"),
                id=placed.practice.id,
                expected=expected,
            )


def _expected_id(placed: PlacedPractice, previous: dict[tuple[str, str], str]) -> str:
    """Return the id that comes next where a practice stands.

    Args:
        placed: the practice.
        previous: by container and tier, the ordinal of the practice before; updated with that of
            this one, so that one gap is reported once.
    """
    practice = placed.practice
    container = placed.section.id if placed.section else placed.domain.id
    key = (container, practice.tier)
    before = previous.get(key)
    if practice.tier == "basic":
        following = str(int(before) + 1) if before else "1"
    else:
        following = chr(ord(before) + 1) if before else "a"
    ordinal = practice.id.removeprefix(f"{container}-")
    is_ordinal = _ORDINAL[practice.tier].fullmatch(ordinal)
    previous[key] = ordinal if is_ordinal else following
    return f"{container}-{following}"


def _dangling_references(context: LintContext) -> Iterator[Problem]:
    practices = {placed.practice.id: placed.practice for placed, _ in context.practices}
    for number, supersession in enumerate(context.checklist.supersedes):
        for index, practice_id in enumerate(supersession.practices):
            if practice_id not in practices:
                superseded_path = ("supersedes", number, "practices", index)
                yield context.header_problem(
                    "lint.dangling-reference", superseded_path, name=practice_id
                )
    for placed, path in context.practices:
        practice = placed.practice
        for reference_path, name in (
            *_dangling_options(practice),
            *_dangling_condition(practice, practices),
            *_dangling_scale(practice, context.vocabulary.scales),
            *_dangling_threats(practice, context.vocabulary.threats),
            *_dangling_documents(practice, context.checklist.documents),
        ):
            yield context.problem(
                "lint.dangling-reference", placed, (*path, *reference_path), name=name
            )


def _dangling_options(practice: Practice) -> Iterator[tuple[KeyPath, str]]:
    known = {option.id for option in practice.options}
    for index, rule in enumerate(practice.levels):
        for option_id in (*rule.any, *rule.all):
            if option_id not in known:
                yield ("levels", index), option_id


def _dangling_condition(
    practice: Practice, practices: Mapping[str, Practice]
) -> Iterator[tuple[KeyPath, str]]:
    if practice.asked_if is None:
        return
    asked = practices.get(practice.asked_if.practice)
    if asked is None:
        yield ("asked_if",), practice.asked_if.practice
        return
    known = {option.id for option in asked.options}
    for option_id in practice.asked_if.any:
        if option_id not in known:
            yield ("asked_if",), option_id


def _dangling_scale(practice: Practice, scales: frozenset[str]) -> Iterator[tuple[KeyPath, str]]:
    if practice.scale and practice.scale not in scales:
        yield ("scale",), practice.scale


def _dangling_threats(practice: Practice, threats: frozenset[str]) -> Iterator[tuple[KeyPath, str]]:
    for index, threat in enumerate(practice.threats):
        if threat not in threats:
            yield ("threats", index), threat


def _dangling_documents(
    practice: Practice, documents: Container[str]
) -> Iterator[tuple[KeyPath, str]]:
    for index, citation in enumerate(practice.sources):
        if citation.document not in documents:
            yield ("sources", index, "document"), citation.document


def _unknown_csf2(context: LintContext) -> Iterator[Problem]:
    known = context.vocabulary.csf2
    for placed, path in context.practices:
        for index, name in enumerate(placed.practice.refs.csf2):
            if known and name not in known:
                reference_path = (*path, "refs", "csf2", index)
                yield context.problem("lint.unknown-csf2", placed, reference_path, name=name)


def _changed_fingerprint(context: LintContext) -> Iterator[Problem]:
    recorded = context.draft.header.fingerprint
    actual = fingerprint(context.checklist)
    if recorded is not None and recorded != actual:
        yield context.header_problem(
            "lint.fingerprint-changed",
            ("fingerprint",),
            version=context.checklist.version,
            actual=actual,
        )


RULES = (
    LintRule("duplicate-id", "error", _duplicate_ids),
    LintRule("misnumbered-id", "error", _misnumbered_ids),
    LintRule("dangling-reference", "error", _dangling_references),
    LintRule("unknown-csf2", "error", _unknown_csf2),
    LintRule("fingerprint-changed", "error", _changed_fingerprint),
)
