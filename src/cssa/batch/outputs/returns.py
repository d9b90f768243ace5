"""Writes the returns: marked forms and letters to senders whose files were not accepted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import placeless
from cssa.batch.intake.runner import marked_name
from cssa.batch.ledger.entries import Filing, Ledger
from cssa.batch.outputs.folder import RETURNS, OutFolder, OutputList
from cssa.messages import LANGS, Lang, fitting, message
from cssa.messages.problems import describe_all
from cssa.messages.visible import one_line

RETURNED = frozenset(("returned", "waiting_password", "wrong_edition", "refused"))
"""States in which the sender has to do something."""


_FOR_ISSUER = "batch.suggested."
"""Begins the codes of reasons that name other institutions, which do not concern the sender."""


class Return(NamedTuple):
    """The files that are returned to one filing's sender.

    Attributes:
        names: of the files, in the batch's folder: the form with marks where it could be marked,
            and a text.
    """

    filing: Filing
    names: tuple[str, ...]


def plan_returns(ledger: Ledger, folder: OutFolder) -> tuple[Return, ...]:
    """Return what is to be written, named by institution, or by content where that is not known."""
    due = [filing for filing in ledger.filings if filing.state in RETURNED]
    stems = Counter(map(_stem, due))
    planned = []
    seen = set[str]()
    for filing in due:
        stem = _stem(filing)
        if stems[stem] > 1 and filing.institution is not None:
            stem = f"{stem}-{filing.sha256[:8]}"
        if stem in seen:  # the same content filed twice for the same institution
            continue
        seen.add(stem)
        is_marked = filing.state == "returned" and (
            (folder.root / marked_name(filing.sha256)).is_file()
        )
        endings = (".xlsx", ".txt") if is_marked else (".txt",)
        planned.append(Return(filing, tuple(f"{RETURNS}/{stem}{ending}" for ending in endings)))
    return tuple(planned)


def _stem(filing: Filing) -> str:
    return filing.institution or filing.sha256[:8]


def write_returns(
    returns: Iterable[Return],
    folder: OutFolder,
    outputs: OutputList,
    campaign: Campaign | None,
    lang: Lang,
) -> None:
    """Write the returns.

    Args:
        returns: as planned.
        folder: takes the files.
        outputs: announces them.
        campaign: names the contact.
        lang: for files that have no language of their own.
    """
    returns = tuple(returns)
    outputs.announce({name for item in returns for name in item.names})
    for item in returns:
        for name in item.names:
            if name.endswith(".xlsx"):
                folder.write(name, folder.read(marked_name(item.filing.sha256)) or b"")
            else:
                text = "\r\n".join([*letter(item.filing, campaign, lang), ""])
                folder.write(name, ("\ufeff" + text).encode())  # as Japanese mail programs read it


def letter(filing: Filing, campaign: Campaign | None, otherwise: Lang) -> Iterator[str]:
    """Yield the lines of the letter that asks a sender to act, in the form's language.

    Args:
        filing: what the sender filed.
        campaign: whom to contact; None where its file was not specified.
        otherwise: language of the letter where the form has none.
    """
    lang = next((lang for lang in LANGS if lang == filing.lang), otherwise)
    yield message(lang, "batch.letter.title")
    yield ""
    if campaign is not None:
        yield message(lang, "batch.letter.campaign", {"title": campaign.title.get(lang)})
    if filing.institution is not None:
        who = {"name": one_line(filing.name or "-"), "id": filing.institution}
        yield message(lang, "batch.letter.institution", who)
    sent = filing.path.rpartition("!")[2].rpartition("/")[2]
    yield message(lang, "batch.letter.file", {"name": one_line(sent)})
    if filing.received_at is not None:
        yield message(lang, "batch.letter.received", {"at": f"{filing.received_at:%Y-%m-%d %H:%M}"})
    yield ""
    if filing.state == "returned":
        yield message(lang, "batch.letter.returned")
        yield ""
        reasons = (reason for reason in filing.reasons if not reason.code.startswith(_FOR_ISSUER))
        yield from (f"- {line}" for line in describe_all(map(placeless, reasons), lang))
    else:
        code = _what_to_do(filing)
        yield message(lang, code, fitting(code, {"campaign": campaign.id if campaign else ""}))
    if campaign is not None and campaign.contact is not None:
        yield ""
        yield message(lang, "batch.letter.contact", {"contact": campaign.contact.get(lang)})


_ADVICE: Mapping[str, str] = {
    "form.guard.encrypted": "encrypted",
    "batch.archive.encrypted": "encrypted",
    "form.guard.legacy": "save_as",
    "form.guard.binary": "save_as",
    "form.guard.open_document": "save_as",
    "form.guard.numbers": "save_as",
    "form.guard.html": "save_as",
    "form.guard.macros": "save_as",
    "form.guard.external_links": "links",
    "form.guard.text": "other_file",
    "form.guard.not_workbook": "other_file",
    "form.not_a_form": "other_file",
    "form.stripped": "stripped",
    "form.meta_lost": "other_file",
}
"""What a sender is asked to do about a file that cannot be read, by why."""


def _what_to_do(filing: Filing) -> str:
    if filing.state == "wrong_edition":
        return "batch.letter.wrong_edition"
    advice = next(
        (_ADVICE[reason.code] for reason in filing.reasons if reason.code in _ADVICE), "damaged"
    )
    return f"batch.letter.{advice}"
