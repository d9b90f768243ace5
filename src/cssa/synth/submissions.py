"""What comes back from generated institutions: filled forms, and what goes wrong with some."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.lists.receipts import Receipt
from cssa.lists.roster import RosterEntry
from cssa.synth.faults import DAMAGES, MISPRINTS, SLIPS, locked
from cssa.synth.rng import SeededRandom

FORMS = "forms"
"""The folder that forms are put in."""

_EXTENSION = timedelta(days=14)
_TIME_TO_MEND = timedelta(days=3)
"""Before the deadline, so that a second version is in time too."""


class PlantedFault(NamedTuple):
    """Something that was made to go wrong.

    Attributes:
        file: the file that it shows in; None where it shows in there being none.
        expect: the state that a ledger is to tell.
    """

    file: str | None
    institution: str
    fault: str
    expect: str


class FormFactory(NamedTuple):
    """Makes forms.

    Attributes:
        write: returns the form of a submission to a checklist.
        edition: the checklist that is asked.
    """

    write: Callable[[Submission, Edition], bytes]
    edition: Edition

    def form(self, submission: Submission) -> bytes:
        """Return a form as it should be."""
        return self.write(submission, self.edition)


class InstitutionFiles:
    """What comes back from one institution.

    Args:
        successor: id of an institution with which nothing goes wrong.
        dice: decides when the form comes, and how.

    Attributes:
        entry: the institution's line of the roster.
        on_roster: whether the roster has it.
        files: contents by name.
        receipts: one for each file.
    """

    def __init__(
        self,
        submission: Submission,
        entry: RosterEntry,
        campaign: Campaign,
        channel: str,
        successor: str,
        dice: SeededRandom,
    ) -> None:
        self.submission = submission
        self.entry = entry
        self.on_roster = True
        self.successor = successor
        self.files: dict[str, bytes] = {}
        self.receipts: list[Receipt] = []
        self.planted: list[PlantedFault] = []
        self._campaign = campaign
        self._channel = channel
        self._dice = dice
        self._fault = ""
        signed = (submission.assessed_on, submission.approval.reported_to_board)
        first = max(day for day in signed if day) + timedelta(days=1)
        self._moment = self._moment_from(first, self.deadline - _TIME_TO_MEND)

    @property
    def deadline(self) -> date:
        """The day by which forms are to come back."""
        return self._campaign.deadline or date.max

    def fill(self, fault: str | None, printer: FormFactory) -> None:
        """Put in what comes, with a fault of ``FAULTS`` or none."""
        self._fault = fault or ""
        if fault is None:
            self.add(printer.form(self.submission))
        else:
            FAULTS[fault](self, printer)

    def add(
        self,
        form: bytes,
        expect: str | None = None,
        *,
        suffix: str = "",
        version: int | None = None,
        hours_later: int = 0,
    ) -> None:
        """Put in a file.

        Args:
            form: its content.
            expect: the state that a ledger is to tell, where it is a fault.
            suffix: follows the institution's id in the file's name.
            version: the sender's count of its attempts.
            hours_later: than when the institution's form would come.
        """
        name = f"{FORMS}/{self.submission.institution.id}{suffix}.xlsx"
        sender = self.submission.approval.respondent or ""
        moment = self._moment + timedelta(hours=hours_later)
        self.files[name] = form
        self.receipts.append(Receipt(name, moment, self._channel, sender, version))
        if expect:
            self.expect(expect, name)

    def expect(self, state: str, file: str | None = None) -> None:
        """Note what a ledger is to tell."""
        self.planted.append(PlantedFault(file, self.submission.institution.id, self._fault, state))

    def delay(self, last: date) -> None:
        """Have the form come after the deadline."""
        self._moment = self._moment_from(self.deadline + timedelta(days=1), last)

    def _moment_from(self, first: date, last: date) -> datetime:
        day = first + timedelta(days=self._dice.whole(0, (last - first).days))
        return datetime.combine(day, time(self._dice.whole(8, 18), self._dice.whole(0, 59)))


def _before(submission: Submission) -> Submission:
    """Return answers as they were before their sender looked at them again."""
    key = next(one for one, answer in submission.answers.items() if answer.level is not None)
    level = submission.answers[key].level or 0
    other = Answer(level=level - 1 if level else 1)
    return submission.model_copy(update={"answers": {**submission.answers, key: other}})


def _duplicate(mail: InstitutionFiles, printer: FormFactory) -> None:
    form = printer.form(mail.submission)
    mail.add(form)
    mail.add(form, "duplicate", suffix="-copy", hours_later=2)


def _superseded(mail: InstitutionFiles, printer: FormFactory) -> None:
    mail.add(printer.form(_before(mail.submission)), "superseded", version=1)
    mail.add(printer.form(mail.submission), suffix="-v2", version=2, hours_later=50)


def _held(mail: InstitutionFiles, printer: FormFactory) -> None:
    mail.add(printer.form(_before(mail.submission)), "held")
    mail.add(printer.form(mail.submission), "held", suffix="-b")


def _other_id(mail: InstitutionFiles, printer: FormFactory) -> None:
    mistaken = mail.submission.institution.model_copy(update={"id": mail.successor})
    form = printer.form(mail.submission.model_copy(update={"institution": mistaken}))
    mail.add(form, "held")


def _stranger(mail: InstitutionFiles, printer: FormFactory) -> None:
    mail.on_roster = False
    mail.add(printer.form(mail.submission), "not_on_roster")


def _late(mail: InstitutionFiles, printer: FormFactory) -> None:
    mail.delay(mail.deadline + _EXTENSION)
    mail.add(printer.form(mail.submission), "late")


def _extended(mail: InstitutionFiles, printer: FormFactory) -> None:
    until = mail.deadline + _EXTENSION
    mail.entry = mail.entry._replace(extended_to=until)
    mail.delay(until)
    mail.add(printer.form(mail.submission), "extended")


def _withdrawn(mail: InstitutionFiles, printer: FormFactory) -> None:  # noqa: ARG001 - faults take a printer
    mail.entry = mail.entry._replace(status="withdrawn")
    mail.expect("withdrawn")


def _merged(mail: InstitutionFiles, printer: FormFactory) -> None:  # noqa: ARG001 - faults take a printer
    mail.entry = mail.entry._replace(status="merged", merged_into=mail.successor)
    mail.expect("merged")


def _missing(mail: InstitutionFiles, printer: FormFactory) -> None:  # noqa: ARG001 - faults take a printer
    mail.expect("missing")


def _slip(name: str) -> "Fault":
    def plant(mail: InstitutionFiles, printer: FormFactory) -> None:
        mistaken = SLIPS[name](mail.submission, printer.edition)
        mail.add(printer.form(mistaken), "returned")

    return plant


def _damage(name: str) -> "Fault":
    def plant(mail: InstitutionFiles, printer: FormFactory) -> None:
        mail.add(DAMAGES[name](printer.form(mail.submission)), "refused")

    return plant


def _misprint(name: str) -> "Fault":
    def plant(mail: InstitutionFiles, printer: FormFactory) -> None:
        other = MISPRINTS[name](printer.edition)
        mail.add(printer.write(mail.submission, other), "wrong_edition")

    return plant


def _locked(mail: InstitutionFiles, printer: FormFactory) -> None:
    mail.add(locked(printer.form(mail.submission)), "waiting_password")


Fault = Callable[[InstitutionFiles, FormFactory], None]

FAULTS: Mapping[str, Fault] = {
    "unknown_level": _slip("unknown_level"),
    "truncated": _damage("truncated"),
    "locked": _locked,
    "duplicate": _duplicate,
    "superseded": _superseded,
    "held": _held,
    "other_id": _other_id,
    "other_build": _misprint("other_build"),
    "not_on_roster": _stranger,
    "late": _late,
    "extended": _extended,
    "withdrawn": _withdrawn,
    "missing": _missing,
    "merged": _merged,
    "without_reason": _slip("without_reason"),
    "web_page": _damage("web_page"),
    "without_name": _slip("without_name"),
    "scrambled": _damage("scrambled"),
    "other_version": _misprint("other_version"),
    "bomb": _damage("bomb"),
    "document_type": _damage("document_type"),
    "far_cell": _damage("far_cell"),
}
"""What can go wrong, in the order in which it is planted."""
