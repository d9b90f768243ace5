"""A checklist as read from its files, its parts not yet checked against each other."""

from importlib.resources.abc import Traversable
from typing import NamedTuple

from cssa.checklist.header import ChecklistFacts, Header
from cssa.checklist.model import Checklist, Domain
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import Document, read
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem

HEADER = "checklist.yaml"


class Draft(NamedTuple):
    """A checklist as read, with the documents in which its problems are located.

    Attributes:
        checklist: the checklist.
        header: its ``checklist.yaml``.
        header_document: the document of the header.
        documents: one for each of the checklist's domains, in the same order.
    """

    checklist: Checklist
    header: Header
    header_document: Document
    documents: tuple[Document, ...]


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
    documents: list[Document] = []
    domains: list[Domain] = []
    problems: list[Problem] = []
    for domain_id in header.domains:
        try:
            document = _document(folder / f"{domain_id}.yaml")
            domains.append(validate(Domain, document))
            documents.append(document)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    facts = {name: getattr(header, name) for name in ChecklistFacts.model_fields}
    checklist = Checklist(**facts, domains=tuple(domains))
    return Draft(checklist, header, header_document, tuple(documents))


def _document(file: Traversable) -> Document:
    return read(read_bytes(file), str(file))
