"""A checklist as read from its files, its parts not yet checked against each other."""

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cssa.checklist.header import ChecklistFacts, Header
from cssa.checklist.model import Checklist, Domain
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import Document, read
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem

if TYPE_CHECKING:
    from cssa.checklist.changes import LocatedChanges

HEADER = "checklist.yaml"


class Draft(NamedTuple):
    """A checklist as read, with the documents in which its problems are located.

    Attributes:
        checklist: the checklist.
        header: its ``checklist.yaml``.
        header_document: the document of the header.
        documents: one for each of the checklist's domains, in the same order.
        changes: its ``changes.yaml``, None where it has none.
        former: the version that the changes are from, where it is in a folder beside this one.
    """

    checklist: Checklist
    header: Header
    header_document: Document
    documents: tuple[Document, ...]
    changes: "LocatedChanges | None" = None
    former: Checklist | None = None


def read_header(folder: Traversable) -> tuple[Header, Document]:
    """Read ``checklist.yaml`` of a folder.

    Raises:
        InputError: with every problem of the file.
    """
    document = _document(folder / HEADER)
    return validate(Header, document), document


def read_draft(folder: Traversable) -> Draft:
    """Read a checklist's files without checking its parts against each other.

    Raises:
        InputError: with every problem of all its files.
    """
    header, header_document = read_header(folder)
    changes, former, problems = _read_changes(folder)
    documents: list[Document] = []
    domains: list[Domain] = []
    for domain_id in header.domains:
        try:
            document = _document(folder / f"{domain_id}.yaml")
            domains.append(validate(Domain, document))
            documents.append(document)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return Draft(
        _checklist(header, domains), header, header_document, tuple(documents), changes, former
    )


def changes_of(folder: Traversable) -> "LocatedChanges | None":
    """Return what a version says has changed since another, None where it says nothing.

    Args:
        folder: the folder of the version.

    Raises:
        InputError: with every problem of the file.
    """
    from cssa.checklist.changes import CHANGES, read_changes  # declares what few runs read

    file = folder / CHANGES
    return read_changes(read_bytes(file), str(file)) if file.is_file() else None


def _read_changes(
    folder: Traversable,
) -> "tuple[LocatedChanges | None, Checklist | None, list[Problem]]":
    """Return the changes of a folder, the version that they are from, and what is wrong."""
    try:
        changes = changes_of(folder)
    except InputError as error:
        return None, None, list(error.problems)
    if changes is None or not isinstance(folder, Path):
        return changes, None, []
    beside = folder.resolve().parent / changes.changes.from_.version
    if beside == folder.resolve() or not (beside / HEADER).is_file():
        return changes, None, []
    try:
        return changes, read_unchecked(beside), []
    except InputError:  # reported when that version itself is read
        return changes, None, []


def read_unchecked(folder: Traversable) -> Checklist:
    """Return the checklist of a folder as it stands, its parts not checked against each other.

    Raises:
        InputError: with the problems of the first file that has any.
    """
    header, _ = read_header(folder)
    domains = [validate(Domain, _document(folder / f"{name}.yaml")) for name in header.domains]
    return _checklist(header, domains)


def _checklist(header: Header, domains: Sequence[Domain]) -> Checklist:
    facts = {name: getattr(header, name) for name in ChecklistFacts.model_fields}
    return Checklist(**facts, domains=tuple(domains))


def _document(file: Traversable) -> Document:
    return read(read_bytes(file), str(file))
