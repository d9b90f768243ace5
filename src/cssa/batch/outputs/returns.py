"""Writes the returns: marked forms, and one letter to each institution that has to act."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import placeless
from cssa.batch.intake.runner import marked_name
from cssa.batch.ledger.entries import NOTHING_ANSWERED, Filing, Ledger
from cssa.batch.outputs.folder import RETURNS, OutFolder, OutputList
from cssa.batch.outputs.letter_parts import (
    Addressee,
    closing_lines,
    cut_off_lines,
    letter_file,
    marking_line,
)
from cssa.batch.outputs.sender_words import ADVICE, IN_SENDERS_WORDS, concerns_sender, for_sender
from cssa.errors import Problem
from cssa.location import CellLocation, FieldLocation, Location
from cssa.messages import LANGS, Lang, fitting, message
from cssa.messages.problems import MAX_LINES, describe, field_words, sheet_words
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line

RETURNED = frozenset(("returned", "waiting_password", "wrong_edition", "refused"))
"""States in which the sender has to do something."""

_OF_OWN_FORMS = frozenset(("accepted", "accepted_with_warnings", "late", "returned", "held"))
"""States of files that an institution sent as its form of this campaign."""

_MAX_CELLS = 5
"""Cells that one line of a letter lists."""


class Return(NamedTuple):
    """What one institution gets back.

    Attributes:
        filings: its files that have to be corrected or sent again; all of one file where it is
            not known whose it is.
        letter: name of the text that says what to do, in the batch's folder.
        marked: name of the form with marks of each file that has one, by the file's sha256.
        extended_to: the later deadline that was granted to the institution.
    """

    filings: tuple[Filing, ...]
    letter: str
    marked: dict[str, str]
    extended_to: date | None = None

    @property
    def is_of_replies(self) -> bool:
        """Whether all are reply forms: the query letter has a deadline of its own."""
        return all(filing.reply is not None for filing in self.filings)


def to_return(ledger: Ledger) -> list[Filing]:
    """Return the files on which their senders have to do something.

    A form of another campaign asks nothing of an institution whose own form came in as well, with
    answers: one inbox may take in several campaigns.

    Args:
        ledger: of the campaign.
    """
    own = {
        filing.institution
        for filing in ledger.filings
        if filing.institution
        and filing.state in _OF_OWN_FORMS
        and NOTHING_ANSWERED not in filing.marks
    }
    return [
        filing
        for filing in ledger.filings
        if filing.state in RETURNED
        and not (filing.is_of_other_campaign and filing.institution in own)
    ]


def plan_returns(ledger: Ledger, folder: OutFolder) -> tuple[Return, ...]:
    """Return what is to be written, named by institution, or by content where that is not known."""
    due: dict[str, list[Filing]] = {}
    for filing in to_return(ledger):
        filings = due.setdefault(_stem(filing), [])
        if all(filing.sha256 != other.sha256 for other in filings):
            filings.append(filing)
    extended = {row.id: row.extended_to for row in ledger.institutions}
    return tuple(
        _planned(stem, filings, folder)._replace(
            extended_to=extended.get(filings[0].institution or "")
        )
        for stem, filings in due.items()
    )


def _planned(stem: str, filings: Sequence[Filing], folder: OutFolder) -> Return:
    kept = {
        filing.sha256: PurePosixPath(name)
        for filing in filings
        if filing.state == "returned" and (name := marked_name(folder, filing.sha256)) is not None
    }
    marked = {
        sha256: f"{RETURNS}/{stem}{f'-{sha256[:8]}' if len(kept) > 1 else ''}{name.suffix}"
        for sha256, name in kept.items()
    }
    return Return(tuple(filings), f"{RETURNS}/{stem}.txt", marked)


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
        campaign: names the issuer, the deadline and the contact.
        lang: for files that have no language of their own.
    """
    returns = tuple(returns)
    outputs.announce({name for item in returns for name in (item.letter, *item.marked.values())})
    for item in returns:
        for sha256, name in item.marked.items():
            kept = marked_name(folder, sha256)
            folder.write(name, (kept and folder.read(kept)) or b"")
        limits = tuple(_beyond_cut_off(item, campaign, language_of(item.filings, lang)))
        folder.write(item.letter, letter_file(letter(item, campaign, lang, limits=limits)))


def _beyond_cut_off(item: Return, campaign: Campaign | None, lang: Lang) -> Iterator[str]:
    """Yield the cut-off where the institution's deadline was extended beyond it."""
    cut_off = campaign.cut_off if campaign and not item.is_of_replies else None
    if cut_off is not None and item.extended_to is not None and item.extended_to > cut_off:
        yield from cut_off_lines(cut_off, item.extended_to, lang)


def owner_of(filing: Filing) -> str | None:
    """Return the id of the institution whose form a file is, None where only its name says so.

    Args:
        filing: the file; what a person confirmed counts before what it states itself.
    """
    if filing.confirmed or "by_number" in filing.marks:
        return filing.institution
    return filing.claimed.id if filing.claimed is not None else None


def is_owned(filing: Filing, institution: str) -> bool:
    """Return whether more than a file's name says that a form is an institution's.

    Args:
        filing: the file.
        institution: id of the institution.
    """
    owner = owner_of(filing)
    return owner is not None and owner.casefold() == institution.casefold()


def title_of(item: Return) -> Literal["correct", "resend", "act"]:
    """Return what the title of a letter asks for, which is what all its files have in common.

    Args:
        item: what the sender filed.
    """
    states = {filing.state for filing in item.filings}
    if states == {"waiting_password"}:
        return "act"
    return "correct" if states == {"returned"} else "resend"


def language_of(filings: Iterable[Filing], otherwise: Lang) -> Lang:
    """Return the language of a letter about files: the first that one of them is in.

    Args:
        filings: the files.
        otherwise: the language where none has one.
    """
    stated = [filing.lang for filing in filings]
    return next((lang for lang in LANGS if lang in stated), otherwise)


def letter(
    item: Return,
    campaign: Campaign | None,
    otherwise: Lang,
    *,
    day: str = "",
    contact: str = "",
    limits: Sequence[str] = (),
) -> Iterator[str]:
    """Yield the lines of the letter that asks a sender to act, in the form's language.

    Args:
        item: what the sender filed.
        campaign: who asks, by when, and whom to contact; None where its file was not specified.
        otherwise: language of the letter where no form has one.
        day: that the letter bears; empty where it is sent on any day.
        contact: the function in charge there, which it is for the attention of.
        limits: what is said of deadline and cut-off on that day.
    """
    lang = language_of(item.filings, otherwise)
    title = title_of(item)
    yield from marking_line(campaign, lang)
    if day:
        yield day
    yield message(lang, f"batch.letter.title.{title}")
    yield from _heading(item, campaign, contact, lang)
    yield from limits
    yield ""
    asked = f"batch.letter.ask.{'correct' if title == 'correct' else 'resend'}"
    yield message(lang, asked, fitting(asked, {"count": len(item.filings)}))
    for filing in item.filings:
        yield ""
        yield from _about_file(filing, item.marked.get(filing.sha256), lang)
    yield from closing_lines(campaign, lang)


def _heading(item: Return, campaign: Campaign | None, contact: str, lang: Lang) -> Iterator[str]:
    """Yield to whom a letter goes, on what, and by when the form is to come back."""
    institution = item.filings[0].institution
    name = one_line(next((filing.name for filing in item.filings if filing.name), ""))
    if institution is not None and name:
        yield ""
        yield from Addressee(institution, name, contact).lines(lang)
    deadline = item.extended_to or (campaign.deadline if campaign else None)
    if item.is_of_replies:
        deadline = None
    if campaign is not None or institution is not None or deadline is not None:
        yield ""
    if campaign is not None:
        yield message(lang, "batch.letter.campaign", {"title": campaign.title.get(lang)})
    if institution is not None:
        params = {"name": name or "-", "id": institution}
        yield message(lang, "batch.letter.institution", params)
    if deadline is not None:
        yield message(lang, "batch.letter.deadline", {"date": TYPOGRAPHY[lang].date(deadline)})


def file_lines(filing: Filing, lang: Lang) -> Iterator[str]:
    """Yield which file a letter is about, and when it was received.

    Args:
        filing: the file.
        lang: the letter's language.
    """
    sent = filing.path.rpartition("!")[2].rpartition("/")[2]
    yield message(lang, "batch.letter.file", {"name": one_line(sent)})
    if filing.received_at is not None:
        day, time = TYPOGRAPHY[lang].date(filing.received_at), f"{filing.received_at:%H:%M}"
        yield message(lang, "batch.letter.received", {"at": f"{day} {time}"})


def _about_file(filing: Filing, marked: str | None, lang: Lang) -> Iterator[str]:
    """Yield what a sender has to do about one file."""
    container, _, below = filing.path.rpartition("!")
    archive = container.replace("!", "/")
    sent = below.rpartition("/")[2]
    yield from file_lines(filing, lang)
    if filing.state == "returned":
        yield from _corrections(filing.reasons, lang)
        if marked is not None:
            name = marked.rpartition("/")[2]
            if name.endswith(".html"):
                yield message(lang, "batch.letter.marked_page", {"name": name})
            elif any(map(_is_at_cell, filter(concerns_sender, filing.reasons))):
                yield message(lang, "batch.letter.marked", {"name": name})
        return
    known = [reason for reason in filing.reasons if reason.code in ADVICE]
    reasons = known or [reason for reason in filing.reasons if concerns_sender(reason)]
    names = {"archive": archive.rpartition("/")[2], "name": sent}
    yield from dict.fromkeys(
        _worded(for_sender(reason), {**reason.params, **names}, lang) for reason in reasons
    )


def _is_at_cell(reason: Problem) -> bool:
    """Return whether a reason is about a cell, which is highlighted in the form returned."""
    place = placeless(reason).location
    return isinstance(place, CellLocation) and bool(place.cell)


def _corrections(reasons: Iterable[Problem], lang: Lang) -> Iterator[str]:
    """Yield a line for each thing to correct, with the cells that it concerns."""
    cells: dict[tuple[str, str], list[str]] = {}
    for reason in sorted(filter(concerns_sender, reasons), key=_order):
        place = placeless(reason).location
        code = IN_SENDERS_WORDS.get(reason.code)
        text = (
            describe(reason._replace(location=None), lang)
            if code is None
            else _worded(f"batch.letter.to_do.{code}", reason.params, lang)
        )
        sheet = place.sheet if isinstance(place, CellLocation) else ""
        cell = place.cell if isinstance(place, CellLocation) else ""
        if place is not None and not isinstance(place, CellLocation):
            cell = _other_place(place, lang)
        cells.setdefault((sheet, text), []).append(cell)
    lines = [
        message(lang, "batch.letter.point", {"text": _places(*key, listed, lang)})
        for key, listed in cells.items()
    ]
    yield from lines[:MAX_LINES]
    if len(lines) > MAX_LINES:
        yield message(lang, "cli.more_problems", {"count": len(lines) - MAX_LINES})


def _order(reason: Problem) -> tuple[str, int, int, int]:
    return ("", *reason.location.order[1:]) if reason.location else ("", 0, 0, 0)


def _places(sheet: str, text: str, cells: Sequence[str], lang: Lang) -> str:
    """Return a text after the sheet and the cells that it is about."""
    listed = list(dict.fromkeys(filter(None, cells)))
    shown = TYPOGRAPHY[lang].join(listed[:_MAX_CELLS])
    if len(listed) > _MAX_CELLS:
        more = message(lang, "batch.letter.more_cells", {"count": len(listed) - _MAX_CELLS})
        shown = f"{shown} {more}"
    place = sheet_words(sheet, shown, lang) if sheet else shown
    return TYPOGRAPHY[lang].labelled(place, text) if place else text


def _other_place(place: Location | FieldLocation, lang: Lang) -> str:
    """Return a place that is no cell: a field in the form's words, or a line of a text file."""
    line, field = field_words(place, lang) if isinstance(place, FieldLocation) else (str(place), "")
    return message(lang, "batch.letter.field", {"line": line, "field": field}) if field else line


def _worded(code: str, values: Mapping[str, object], lang: Lang) -> str:
    return one_line(message(lang, code, fitting(code, values)))
