"""Forms with faults made on purpose, to practise and test the intake of forms."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace

from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.excel.package import MAX_PART

_ANSWER_SHEET = "xl/worksheets/sheet3.xml"
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_SECTOR = 512
_TIMESTAMP = (1980, 1, 1, 0, 0, 0)


def truncated(form: bytes) -> bytes:
    """Return a form whose transfer was interrupted."""
    return form[: len(form) // 2]


def scrambled(form: bytes) -> bytes:
    """Return as many bytes that are in no file format."""
    return bytes(n * n // 7 % 256 for n in range(len(form)))


def web_page(form: bytes) -> bytes:  # noqa: ARG001 - every damage takes a form
    """Return a web page that was saved under a form's name."""
    return b"<!DOCTYPE html><html><body><p>Session expired</p></body></html>"


def zip_bomb(form: bytes) -> bytes:
    """Return a form with a part that inflates beyond what any form holds."""
    return _with_parts(form, {"xl/comments1.xml": b"<x>" + b" " * (MAX_PART + 1) + b"</x>"})


def with_document_type(form: bytes) -> bytes:
    """Return a form whose sheet declares a document type."""
    sheet = _part(form, _ANSWER_SHEET)
    start = sheet.index(b"<worksheet")
    declared = sheet[:start] + b"<!DOCTYPE worksheet>" + sheet[start:]
    return _with_parts(form, {_ANSWER_SHEET: declared})


def with_far_cell(form: bytes) -> bytes:
    """Return a form with a value in the last cell that a sheet has."""
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return _with_parts(
        form, {_ANSWER_SHEET: _part(form, _ANSWER_SHEET).replace(b"</sheetData>", row)}
    )


def password_protected(form: bytes) -> bytes:
    """Return a file that looks like a form under a password; no password opens it."""
    name = "EncryptedPackage".encode("utf-16-le")
    header = _OLE_SIGNATURE.ljust(_OLE_SECTOR, b"\x00")
    return header + name.ljust(_OLE_SECTOR, b"\x00") + scrambled(form)


FILE_FAULTS: Mapping[str, Callable[[bytes], bytes]] = {
    "truncated": truncated,
    "scrambled": scrambled,
    "web_page": web_page,
    "bomb": zip_bomb,
    "document_type": with_document_type,
    "far_cell": with_far_cell,
}
"""Faults of files, which are refused before anything is read from them, by name."""


def with_unknown_level(submission: Submission, edition: Edition) -> Submission:
    """Return answers whose form has 9 where a level or an option is chosen.

    Where nothing of the kind was answered, a reason is missing instead.
    """
    practice_id = next(
        (
            practice_id
            for practice_id, answer in submission.answers.items()
            if answer.level is not None or answer.choice is not None
        ),
        None,
    )
    if practice_id is None:
        return without_reason(submission, edition)
    return _with_answer(submission, practice_id, Answer(value="9"))


def without_reason(submission: Submission, edition: Edition) -> Submission:
    """Return answers of which one is not applicable, without a reason."""
    practice_id = next(
        placed.practice.id for placed in edition.checklist.walk() if placed.practice.na == "reason"
    )
    return _with_answer(submission, practice_id, Answer.model_construct(na=True))


def without_name(submission: Submission, edition: Edition) -> Submission:  # noqa: ARG001 - every input fault takes both
    """Return answers of an institution without a name."""
    nameless = submission.institution.model_copy(update={"name": None})
    return submission.model_copy(update={"institution": nameless})


INPUT_FAULTS: Mapping[str, Callable[[Submission, Edition], Submission]] = {
    "unknown_level": with_unknown_level,
    "without_reason": without_reason,
    "without_name": without_name,
}
"""Faults of those who fill in forms, by name: they give submissions to be written as forms."""


def of_other_build(edition: Edition) -> Edition:
    """Return a checklist of the same version whose forms ask other questions."""
    return replace(edition, fingerprint=f"sha256:{0:064x}")


def of_other_version(edition: Edition) -> Edition:
    """Return a checklist of a version that does not exist."""
    older = edition.checklist.model_copy(update={"version": "2000-01-01"})
    return replace(edition, checklist=older)


EDITION_FAULTS: Mapping[str, Callable[[Edition], Edition]] = {
    "other_build": of_other_build,
    "other_version": of_other_version,
}
"""Faults of editions, by name: they give checklists whose forms do not belong to the campaign."""


def _with_answer(submission: Submission, practice_id: str, answer: Answer) -> Submission:
    return submission.model_copy(update={"answers": {**submission.answers, practice_id: answer}})


def _part(form: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        return archive.read(name)


def _with_parts(form: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a form with parts replaced or added, the same bytes each time."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(form)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        old_parts = {name: old.read(name) for name in old.namelist()}
        for name, part in {**old_parts, **parts}.items():
            new.writestr(zipfile.ZipInfo(name, _TIMESTAMP), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
