"""The letter that goes out with an institution's form."""

from collections.abc import Iterator
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.outputs.letter_parts import (
    Addressee,
    closing_lines,
    cut_off_lines,
    marking_line,
)
from cssa.lists.roster import RosterEntry
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line


class Enclosed(NamedTuple):
    """The form that a letter goes with.

    Attributes:
        title: of its checklist.
        tiers: titles of the tiers that it asks; empty where it asks all.
        file: its name.
        number: under which it is issued.
        carried: answers of the previous campaign that are filled in.
    """

    title: str
    tiers: str
    file: str
    number: str
    carried: int


def issue_subject(campaign: Campaign | None, title: str, lang: Lang) -> str:
    """Return the subject of the letter.

    Args:
        campaign: who asks; None where its file was not specified.
        title: of the checklist, by which the letter goes where there is no campaign.
        lang: the letter's language.
    """
    asked = title if campaign is None else campaign.title.get(lang)
    return one_line(message(lang, "batch.issue.subject", {"title": asked}))


def issue_letter(
    entry: RosterEntry,
    campaign: Campaign | None,
    enclosed: Enclosed,
    lang: Lang,
) -> Iterator[str]:
    """Yield the lines of the letter.

    Args:
        entry: whom it goes to.
        campaign: who asks, by when and for what; None where its file was not specified.
        enclosed: the form.
        lang: the letter's language.
    """
    as_date = TYPOGRAPHY[lang].date
    yield from marking_line(campaign, lang)
    yield issue_subject(campaign, enclosed.title, lang)
    yield ""
    yield from Addressee(entry.id, entry.name, entry.contact).lines(lang)
    yield ""
    kind = "page" if enclosed.file.endswith(".html") else "workbook"
    yield message(lang, f"batch.issue.ask.{kind}")
    yield ""
    yield message(lang, "batch.issue.form", {"name": enclosed.file, "number": enclosed.number})
    yield message(lang, "batch.letter.institution", {"name": one_line(entry.name), "id": entry.id})
    if enclosed.tiers:
        yield message(lang, "batch.issue.tiers", {"tiers": enclosed.tiers})
    deadline = entry.extended_to
    if campaign is not None:
        if campaign.base_date is not None:
            day = {"date": as_date(campaign.base_date)}
            yield message(lang, "batch.issue.base_date", day)
        deadline = deadline or campaign.deadline
    if deadline is not None:
        yield message(lang, "batch.letter.deadline", {"date": as_date(deadline)})
    if campaign is not None and campaign.cut_off is not None:
        yield from cut_off_lines(campaign.cut_off, deadline, lang)
    if campaign is not None and campaign.legal_basis is not None:
        basis = {"basis": campaign.legal_basis.get(lang)}
        yield message(lang, "batch.issue.legal_basis", basis)
    yield ""
    yield message(lang, "batch.issue.locked")
    if enclosed.carried:
        yield message(lang, f"batch.issue.carried.{kind}", {"count": enclosed.carried})
    yield message(lang, "batch.issue.restricted")
    yield from closing_lines(campaign, lang)
