"""Issues a campaign: every form with its letter, the mail list, and the register of both."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.form_numbers import form_number
from cssa.batch.intake.runner import Step
from cssa.batch.issuing.form_issuer import FormerSubmission, FormJob, IssueSettings, issue_form
from cssa.batch.issuing.forms_folder import MAIL_LIST, FormsFolder, IssuedFile
from cssa.batch.issuing.issue_letter import Enclosed, issue_letter, issue_subject
from cssa.batch.outputs.letter_parts import letter_file
from cssa.batch.outputs.mail_list import Mail, addressed, write_mail_list
from cssa.batch.previous_campaign import PreviousCampaign
from cssa.batch.workers import WorkerDied, WorkerPool
from cssa.errors import InputError, OutputError, Problem
from cssa.lists.roster import RosterEntry
from cssa.location import Location


class IssuedCampaign(NamedTuple):
    """What was issued.

    Attributes:
        forms: number of forms.
        carried: forms with answers of the previous campaign, None where none were asked for.
        unasked: answers of the previous campaign to practices that this one does not ask.
        without_address: names of institutions that the roster has no address of.
    """

    forms: int
    carried: int | None
    without_address: tuple[str, ...]
    unasked: int = 0


def expected(entries: Iterable[RosterEntry], path: str) -> tuple[RosterEntry, ...]:
    """Return the institutions of a roster that are asked.

    Args:
        entries: the roster.
        path: its name for messages.

    Raises:
        InputError: when there are none.
    """
    asked = tuple(entry for entry in entries if entry.status == "expected")
    if not asked:
        raise InputError([Problem("batch.issue.nobody", {}, Location(path))])
    return asked


def issue_forms(
    settings: IssueSettings,
    campaign: Campaign | None,
    entries: Sequence[RosterEntry],
    previous: PreviousCampaign | None,
    root: Path,
    pool: WorkerPool,
    step: Step,
) -> IssuedCampaign:
    """Issue a form to each institution.

    Args:
        settings: what all forms have in common.
        campaign: who asks, by when and for what; None without its file.
        entries: the institutions.
        previous: the campaign whose answers are filled in; None for empty forms.
        root: the folder that takes the files.
        pool: makes the forms.
        step: reports progress.

    Raises:
        InputError: when former answers cannot be carried over; nothing more is written then.
        OutputError: when a file was changed since it was issued.
    """
    folder = FormsFolder(root)
    names = {entry.id: f"{entry.id}.{settings.ending}" for entry in entries}
    letters = {entry.id: f"{entry.id}.txt" for entry in entries}
    campaign_id = "" if campaign is None else campaign.id
    folder.check_campaign(
        {names[entry.id]: form_number(campaign_id, entry.id) for entry in entries}
    )
    folder.begin((*names.values(), *letters.values(), MAIL_LIST))
    files: dict[str, tuple[IssuedFile, IssuedFile]] = {}
    mails: dict[str, Mail] = {}
    unasked = 0
    step(0, len(entries))
    for job, made in pool.run(partial(issue_form, settings), _jobs(entries, previous)):
        entry = job.entry
        if isinstance(made, InputError):
            raise made
        if isinstance(made, WorkerDied):
            raise OutputError([Problem("batch.issue.died", {"name": entry.name, "id": entry.id})])
        unasked += made.unasked
        name, letter = names[entry.id], letters[entry.id]
        enclosed = Enclosed(settings.title, settings.tiers, name, made.number, made.carried)
        lines = tuple(issue_letter(entry, campaign, enclosed, settings.lang))
        form = folder.write(name, made.data)
        text = folder.write(letter, letter_file(lines))
        files[entry.id] = (
            IssuedFile(name, form, entry.id, made.number, made.carried),
            IssuedFile(letter, text, entry.id),
        )
        to, copies = addressed(entry.email)
        subject = issue_subject(campaign, settings.title, settings.lang)
        mails[entry.id] = Mail(to, copies, subject, "\n".join(lines), (name,))
        step(len(files), len(entries))
    mail_list = write_mail_list(mails[entry.id] for entry in entries)
    written = [file for entry in entries for file in files[entry.id]]
    folder.write_register([*written, IssuedFile(MAIL_LIST, folder.write(MAIL_LIST, mail_list))])
    carried = sum(bool(pair[0].carried) for pair in files.values())
    return IssuedCampaign(
        len(files),
        None if previous is None else carried,
        tuple(entry.name for entry in entries if not entry.email),
        unasked,
    )


def _jobs(entries: Iterable[RosterEntry], previous: PreviousCampaign | None) -> Iterator[FormJob]:
    for entry in entries:
        values = None if previous is None else previous.filed(entry.id)
        if previous is None or values is None:
            yield FormJob(entry)
        else:
            levels = dict(previous.levels(entry.id) or {})
            yield FormJob(entry, FormerSubmission(values, levels))
