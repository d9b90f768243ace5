"""What goes back to senders whose files could not be taken."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import placeless
from cssa.batch.intake.runner import marked_name
from cssa.batch.ledger.entries import Filing, Ledger
from cssa.batch.outputs.folder import RETURNS, OutFolder, OutputList
from cssa.messages import LANGS, Lang, message
from cssa.messages.problems import describe_all
from cssa.messages.visible import one_line

RETURNED = frozenset(("returned", "waiting_password", "wrong_edition", "refused"))
"""States in which the sender has to do something."""


_FOR_ISSUER = "batch.suggested."
"""Begins the codes of reasons that name other institutions, which are no matter of the sender's."""


class Return(NamedTuple):
    """What one filing's sender gets.

    Attributes:
        names: of the files, in the batch's folder: the form with marks where it could be marked,
            and a text.
    """

    filing: Filing
    names: tuple[str, ...]


def plan_returns(ledger: Ledger, folder: OutFolder) -> tuple[Return, ...]:
    """Return what is to be written, named by institution, or by content where that is not known."""
    due = [one for one in ledger.filings if one.state in RETURNED]
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
        planned.append(Return(filing, tuple(f"{RETURNS}/{stem}{one}" for one in endings)))
    return tuple(planned)


def _stem(filing: Filing) -> str:
    return filing.institution or filing.sha256[:8]


def write_returns(
    returns: Iterable[Return],
    folder: OutFolder,
    written: OutputList,
    campaign: Campaign | None,
    lang: Lang,
) -> None:
    """Write what goes back.

    Args:
        returns: as planned.
        folder: takes the files.
        written: is told of them ahead.
        campaign: whom to turn to.
        lang: for files that have no language of their own.
    """
    returns = tuple(returns)
    written.announce({name for one in returns for name in one.names})
    for one in returns:
        for name in one.names:
            if name.endswith(".xlsx"):
                folder.write(name, folder.read(marked_name(one.filing.sha256)) or b"")
            else:
                text = "\r\n".join([*letter(one.filing, campaign, lang), ""])
                folder.write(name, ("\ufeff" + text).encode())  # as Japanese mail programs read it


def letter(filing: Filing, campaign: Campaign | None, otherwise: Lang) -> Iterator[str]:
    """Yield the lines that tell a sender what to do, in the language of the form."""
    lang = next((one for one in LANGS if one == filing.lang), otherwise)
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
        reasons = (one for one in filing.reasons if not one.code.startswith(_FOR_ISSUER))
        yield from (f"- {line}" for line in describe_all(map(placeless, reasons), lang))
    else:
        yield message(lang, _what_to_do(filing), {"campaign": campaign.id if campaign else ""})
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
    "form.meta_lost": "other_file",
}
"""What a sender is asked to do about a file that cannot be read, by why."""


def _what_to_do(filing: Filing) -> str:
    if filing.state == "wrong_edition":
        return "batch.letter.wrong_edition"
    advice = next((_ADVICE[one.code] for one in filing.reasons if one.code in _ADVICE), "damaged")
    return f"batch.letter.{advice}"
