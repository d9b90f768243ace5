"""Lint rules on ids, references and the recorded fingerprint."""

import re
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from cssa.checklist.changes import CHANGES
from cssa.checklist.draft import HEADER
from cssa.checklist.fingerprint import fingerprint
from cssa.checklist.lint.rule import LintContext, LintRule, register
from cssa.checklist.model import Domain, PlacedPractice
from cssa.checklist.practice import Practice
from cssa.datafile.reader import Document
from cssa.errors import Problem
from cssa.location import KeyPath

_OTHER_FILES = frozenset(name.removesuffix(".yaml") for name in (HEADER, CHANGES))
_DEVICES = frozenset(
    ("aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
"""Names that are no files on Windows, whatever ending they have."""
_ORDINAL = {"basic": re.compile(r"[1-9][0-9]*"), "desirable": re.compile(r"[a-z]")}


class _PlacedId(NamedTuple):
    """An id of a domain, section or practice where it stands."""

    id: str
    document: Document
    path: KeyPath

    @property
    def place(self) -> str:
        """The location, for messages."""
        return str(self.document.location(self.path))


@register
class DuplicateId(LintRule):
    """Domains, sections and practices share one name space, in which case does not count."""

    id = "duplicate-id"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem at each place of an id that is used twice."""
        first_uses: dict[str, _PlacedId] = {}
        for use in _ids(context):
            first = first_uses.setdefault(use.id.casefold(), use)
            if first is not use:
                yield _duplicate(use, first)
                yield _duplicate(first, use)
        for placed, path in context.practices:
            yield from _duplicate_parts(context, placed, path)
        for field in ("groups", "row_lists", "consistency"):
            yield from _duplicate_in_header(context, field)


def _ids(context: LintContext) -> Iterator[_PlacedId]:
    """Yield every id of a domain, section or practice, file by file.

    A file whose domain the header names twice, or that is of another domain, is read once only:
    the ids in it are its own.
    """
    for index, domain_id in enumerate(context.draft.header.domains):
        yield _PlacedId(domain_id, context.draft.header_document, ("domains", index))
    seen: set[str] = set()
    for domain_id, domain, document in _domains_by_header_id(context):
        if domain_id.casefold() in seen:
            continue
        seen.add(domain_id.casefold())
        for index, practice in enumerate(domain.practices):
            yield _PlacedId(practice.id, document, ("practices", index, "id"))
        for section_index, section in enumerate(domain.sections):
            section_path = ("sections", section_index)
            yield _PlacedId(section.id, document, (*section_path, "id"))
            for index, practice in enumerate(section.practices):
                path = (*section_path, "practices", index, "id")
                yield _PlacedId(practice.id, document, path)


def _duplicate(use: _PlacedId, other: _PlacedId) -> Problem:
    params = {"id": use.id, "first": other.place}
    return Problem("lint.duplicate-id", params, use.document.location(use.path), use.path)


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


def _duplicate_in_header(context: LintContext, field: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, member in enumerate(getattr(context.draft.header, field)):
        if member.id in seen:
            path = (field, index, "id")
            yield context.header_problem("lint.duplicate-id", path, id=member.id, first=field)
        seen.add(member.id)


def _domains_by_header_id(context: LintContext) -> Iterator[tuple[str, Domain, Document]]:
    """Yield each id in the header with the domain of that file and its document."""
    for header_id, (domain, document) in zip(
        context.draft.header.domains, context.files, strict=True
    ):
        yield header_id, domain, document


@register
class ReservedId(LintRule):
    """Checklists, versions and domains have names that files and folders may have anywhere."""

    id = "reserved-id"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each name that is reserved."""
        header = context.draft.header
        names: list[tuple[str, KeyPath]] = [(header.id, ("id",)), (header.version, ("version",))]
        names += [(name, ("domains", index)) for index, name in enumerate(header.domains)]
        for name, path in names:
            is_file = path[0] == "domains" and name.casefold() in _OTHER_FILES
            if is_file or name.casefold().partition(".")[0] in _DEVICES:
                yield context.header_problem("lint.reserved-id", path, id=name)


@register
class DomainOfAnotherFile(LintRule):
    """The file of a domain holds that domain."""

    id = "domain-of-another-file"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each file with another domain."""
        for header_id, domain, document in _domains_by_header_id(context):
            if domain.id != header_id:
                path: KeyPath = ("domain",)
                params = {"id": domain.id, "expected": header_id}
                code = "lint.domain-of-another-file"
                yield Problem(code, params, document.location(path), path)


@register
class MisnumberedId(LintRule):
    """Ids follow the numbering, where the checklist declares one."""

    id = "misnumbered-id"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each id that does not."""
        if context.draft.header.numbering != "by-section":
            return
        for domain, document in context.files:
            for index, section in enumerate(domain.sections):
                if not section.id.startswith(f"{domain.id}."):
                    section_path: KeyPath = ("sections", index, "id")
                    params = {"id": section.id, "expected": f"{domain.id}.n"}
                    location = document.location(section_path)
                    yield Problem("lint.misnumbered-id", params, location, section_path)
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


@register
class DanglingReference(LintRule):
    """What a practice refers to exists."""

    id = "dangling-reference"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        practices = {placed.practice.id: placed.practice for placed, _ in context.practices}
        groups = {group.id for group in context.checklist.groups}
        row_lists = {row_list.id for row_list in context.checklist.row_lists}
        for number, supersession in enumerate(context.checklist.supersedes):
            for index, practice_id in enumerate(supersession.practices):
                if practice_id not in practices:
                    superseded_path = ("supersedes", number, "practices", index)
                    yield context.header_problem(
                        "lint.dangling-reference", superseded_path, name=practice_id
                    )
        for number, rule in enumerate(context.checklist.consistency):
            for rule_path, practice_id in rule.named_practices():
                if practice_id not in practices:
                    path = ("consistency", number, *rule_path)
                    yield context.header_problem("lint.dangling-reference", path, name=practice_id)
        for placed, path in context.practices:
            practice = placed.practice
            for reference_path, name in (
                *_dangling_options(practice),
                *_dangling_condition(practice, practices),
                *_dangling_scale(practice, context.vocabulary.scales),
                *_dangling_groups(practice, groups),
                *_dangling_row_list(practice, row_lists),
                *_dangling_threats(practice, context.vocabulary.threats),
                *_dangling_documents(practice, context.checklist.documents),
            ):
                yield context.problem(
                    "lint.dangling-reference", placed, (*path, *reference_path), name=name
                )


def _dangling_options(practice: Practice) -> Iterator[tuple[KeyPath, str]]:
    known = {option.id for option in practice.options}
    if practice.default is not None and practice.default not in known:
        yield ("default",), practice.default
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


def _dangling_groups(practice: Practice, groups: set[str]) -> Iterator[tuple[KeyPath, str]]:
    for index, group in enumerate(practice.groups):
        if group not in groups:
            yield ("groups", index), group


def _dangling_row_list(
    practice: Practice, row_lists: Container[str]
) -> Iterator[tuple[KeyPath, str]]:
    if practice.rows_from and practice.rows_from not in row_lists:
        yield ("rows_from",), practice.rows_from


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


@register
class UnknownCsf2(LintRule):
    """References to the NIST CSF 2.0 exist there."""

    id = "unknown-csf2"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        known = context.vocabulary.csf2
        for placed, path in context.practices:
            for index, name in enumerate(placed.practice.refs.csf2):
                if known and name not in known:
                    reference_path = (*path, "refs", "csf2", index)
                    yield context.problem("lint.unknown-csf2", placed, reference_path, name=name)


@register
class FingerprintChanged(LintRule):
    """What is asked is what the recorded fingerprint says."""

    id = "fingerprint-changed"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        recorded = context.draft.header.fingerprint
        actual = fingerprint(context.checklist)
        if recorded is not None and recorded != actual:
            yield context.header_problem(
                "lint.fingerprint-changed",
                ("fingerprint",),
                version=context.checklist.version,
                actual=actual,
            )
