"""Forms that are broken on purpose, so that whoever takes forms back can be tried out."""

import io
import zipfile
from collections.abc import Callable, Mapping

from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.excel.package import MAX_PART

_SHEET = "xl/worksheets/sheet3.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR = 512
_STAMP = (1980, 1, 1, 0, 0, 0)


def truncated(form: bytes) -> bytes:
    """Return a form whose transfer broke off."""
    return form[: len(form) // 2]


def scrambled(form: bytes) -> bytes:
    """Return as many bytes that are no file of any kind."""
    return bytes(n * n // 7 % 256 for n in range(len(form)))


def web_page(form: bytes) -> bytes:  # noqa: ARG001 - damages take a form
    """Return a web page that was saved under a form's name."""
    return b"<!DOCTYPE html><html><body><p>Session expired</p></body></html>"


def bomb(form: bytes) -> bytes:
    """Return a form with a part that inflates beyond what any form holds."""
    return _changed(form, {"xl/comments1.xml": b"<x>" + b" " * (MAX_PART + 1) + b"</x>"})


def with_document_type(form: bytes) -> bytes:
    """Return a form whose sheet declares a document type."""
    sheet = _part(form, _SHEET)
    at = sheet.index(b"<worksheet")
    return _changed(form, {_SHEET: sheet[:at] + b"<!DOCTYPE worksheet>" + sheet[at:]})


def with_far_cell(form: bytes) -> bytes:
    """Return a form with a value in the last cell that a sheet has."""
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return _changed(form, {_SHEET: _part(form, _SHEET).replace(b"</sheetData>", row)})


def locked(form: bytes) -> bytes:
    """Return what a form under a password looks like from outside; no password opens it."""
    name = "EncryptedPackage".encode("utf-16-le")
    header = _OLE.ljust(_SECTOR, b"\x00")
    return header + name.ljust(_SECTOR, b"\x00") + scrambled(form)


DAMAGES: Mapping[str, Callable[[bytes], bytes]] = {
    "truncated": truncated,
    "scrambled": scrambled,
    "web_page": web_page,
    "bomb": bomb,
    "document_type": with_document_type,
    "far_cell": with_far_cell,
}
"""Ways in which a file is refused before anything is read from it."""


def with_unknown_level(submission: Submission, edition: Edition) -> Submission:
    """Return answers that have 9 for a level, once written into a form."""
    practice = next(
        key
        for key, answer in submission.answers.items()
        if answer.level is not None and edition.checklist.placed[key].practice.kind == "level"
    )
    return _answered(submission, practice, Answer(value="9"))


def without_reason(submission: Submission, edition: Edition) -> Submission:
    """Return answers of which one is not applicable and says not why."""
    practice = next(
        item.practice.id for item in edition.checklist.walk() if item.practice.na == "reason"
    )
    return _answered(submission, practice, Answer.model_construct(na=True))


def without_name(submission: Submission, edition: Edition) -> Submission:  # noqa: ARG001 - slips take both
    """Return answers of an institution without a name."""
    nameless = submission.institution.model_copy(update={"name": None})
    return submission.model_copy(update={"institution": nameless})


SLIPS: Mapping[str, Callable[[Submission, Edition], Submission]] = {
    "unknown_level": with_unknown_level,
    "without_reason": without_reason,
    "without_name": without_name,
}
"""Mistakes of those who fill forms: submissions that say what none may, to be written as forms."""


def of_other_build(edition: Edition) -> Edition:
    """Return a checklist whose forms answer other questions under the same version."""
    return edition.model_copy(update={"fingerprint": f"sha256:{0:064x}"})


def of_other_version(edition: Edition) -> Edition:
    """Return a checklist whose forms are of a version that nobody has."""
    older = edition.checklist.model_copy(update={"version": "2000-01-01"})
    return edition.model_copy(update={"checklist": older})


MISPRINTS: Mapping[str, Callable[[Edition], Edition]] = {
    "other_build": of_other_build,
    "other_version": of_other_version,
}
"""Checklists whose forms do not answer the one that is asked."""


def _answered(submission: Submission, practice: str, answer: Answer) -> Submission:
    return submission.model_copy(update={"answers": {**submission.answers, practice: answer}})


def _part(form: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        return archive.read(name)


def _changed(form: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a form with parts replaced or added, the same bytes each time."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(form)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        kept = {name: old.read(name) for name in old.namelist()}
        for name, part in {**kept, **parts}.items():
            new.writestr(zipfile.ZipInfo(name, _STAMP), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
