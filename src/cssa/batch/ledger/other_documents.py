"""Files that are no forms and go back to nobody: covering letters, notes, what mails enclose."""

import re
from collections.abc import Mapping, Sequence

from cssa.batch.intake.reading import placed
from cssa.batch.ledger.entries import BY_SENDER, Filing, ReceivedFile
from cssa.batch.ledger.mail_filings import NO_FORM, mails_with_form
from cssa.errors import Problem
from cssa.messages.wording import CodedWord

_BY_ENDING: Mapping[str, tuple[str, ...]] = {
    "partial": (".crdownload", ".part", ".partial", ".download", ".tmp"),
    "shortcut": (".url", ".lnk", ".webloc", ".desktop"),
    "online": (".gsheet", ".gdoc", ".gslides"),
    "note": (".txt", ".md", ".rtf", ".log"),
    "download_mark": (":zone.identifier",),
    "signature": (".p7s", ".sig", "signature.asc"),
    "calendar": (".ics",),
    "contact": (".vcf",),
}
"""Endings of names of files that are never forms where they cannot be read as such."""

_TEXTS = frozenset(
    ("batch.content.mail", *(f"form.guard.{code}" for code in ("empty", "text", "html", "not_zip")))
)
"""What a note is; a workbook with the ending of one was renamed on its way."""

_NEVER_FORMS = frozenset(
    (
        *(f"batch.content.{kind}" for kind in ("word", "presentation", "download_mark")),
        *(f"batch.mail.{code}" for code in ("no_attachment", "cut_off", "report", "report_on")),
    )
)
_ARCHIVES = frozenset(
    f"batch.content.{kind}" for kind in ("archive", "inner_zip", "rich_mail", "sealed_mail")
)
_PERHAPS_FORMS = frozenset(
    (
        *(f"batch.content.{kind}" for kind in ("pdf", "image", "mail", "other_workbook")),
        *_ARCHIVES,
        *(f"form.guard.{code}" for code in ("empty", "text", "html", "not_zip", "not_workbook")),
    )
)
"""What somebody may have sent in place of the form, or beside it."""

_MAY_HOLD_FORMS = _ARCHIVES | {"batch.content.mail"}
"""What somebody has to look into, also beside a form: it may hold a later one."""
_OTHER_WORKBOOK = "batch.content.other_workbook"
_MEANT = re.compile(
    r"\.(?:xlsx|xlsm|xlsb|xls|ods)(?:_|\.(?:txt|bin|dat|bak))?(?: ?\(\d+\))?$|\.xl_$"
)
"""How names of workbooks end, also where a gateway of mails has changed them."""


def other_document(file: ReceivedFile) -> Problem | None:
    """Return what a file is that is never a form, None where it may be one."""
    head, name = file.head, file.path.casefold()
    if head.kind != "refused":
        return None
    codes = {problem.code for problem in head.problems}
    if file.mail is not None and file.mail.is_inline and "batch.content.image" in codes:
        return Problem("batch.other.inline_picture")
    for kind, endings in _BY_ENDING.items():
        if name.endswith(endings) and (kind != "note" or _is_note(name, codes)):
            return Problem(f"batch.other.{kind}")
    return next((problem for problem in head.problems if problem.code in _NEVER_FORMS), None)


def _is_note(name: str, codes: set[str]) -> bool:
    return bool(codes & _TEXTS) and not _MEANT.search(name)


def set_aside(filings: Sequence[Filing], mails: Mapping[str, str]) -> list[Filing]:
    """Return filings, of which those that are no forms are other documents.

    A PDF, a picture, a mail or an empty file is one beside a form of the same institution, and
    where nothing but its sender says whose it is. An archive of nobody's may hold forms, and what
    is called a workbook and is none was meant to be a form: these are not.

    Args:
        filings: of all institutions.
        mails: the mail that a file came in, by the file's path.
    """
    with_form = {
        filing.institution.casefold()
        for filing in filings
        if filing.institution and filing.state not in NO_FORM
    }
    in_mails = mails_with_form(filings, mails)
    return [
        _aside(filing, with_form, is_in_mail=mails.get(filing.path) in in_mails)
        if _is_set_aside(filing, with_form)
        else filing
        for filing in filings
    ]


def _is_set_aside(filing: Filing, with_form: set[str]) -> bool:
    codes = {reason.code for reason in filing.reasons}
    if filing.state != "refused" or not codes & _PERHAPS_FORMS:
        return False
    if filing.institution is not None and filing.institution.casefold() in with_form:
        return True
    if filing.institution is not None and BY_SENDER not in filing.marks:
        return False
    is_meant = _MEANT.search(filing.path.casefold()) and _OTHER_WORKBOOK not in codes
    return not is_meant and not codes & _ARCHIVES


def _aside(filing: Filing, with_form: set[str], *, is_in_mail: bool) -> Filing:
    """Return a filing as another document, with reasons that ask for no form in its place.

    Args:
        filing: as it would be otherwise.
        with_form: ids, folded, of the institutions that forms came from.
        is_in_mail: whether it came in a mail with a form.
    """
    if filing.institution is not None and filing.institution.casefold() in with_form:
        case = "with_form"
    elif is_in_mail:
        case = "in_mail"
    else:
        case = "nobodys" if filing.institution is None else "by_sender"
    reasons = (
        reason._replace(code=f"batch.aside.{case}", params={"what": _what(reason.code)})
        if reason.code in _PERHAPS_FORMS - _MAY_HOLD_FORMS
        else reason
        for reason in filing.reasons
    )
    return filing._replace(state="other_document", reasons=tuple(reasons))


def _what(code: str) -> CodedWord:
    """Return the words for what a file is, by the reason that it is no form."""
    return CodedWord(f"batch.aside.what.{code.rpartition('.')[2]}")


def as_other_document(filing: Filing, reason: Problem) -> Filing:
    """Return the filing of a file that is never a form.

    Args:
        filing: as it would be otherwise.
        reason: what the file is.
    """
    return filing._replace(state="other_document", reasons=(placed(reason, filing.path),))
