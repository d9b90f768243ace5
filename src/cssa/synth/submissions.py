"""The forms that generated institutions send back, with faults planted in some."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.lists.receipts import Receipt
from cssa.lists.roster import RosterEntry
from cssa.synth.faults import EDITION_FAULTS, FILE_FAULTS, INPUT_FAULTS, password_protected
from cssa.synth.rng import SeededRandom

FORMS = "forms"
"""The folder of the forms."""

_EXTENSION = timedelta(days=14)
_CORRECTION_TIME = timedelta(days=3)
"""Time between the latest first version and the deadline, so that a second is in time too."""


class PlantedFault(NamedTuple):
    """A fault planted on purpose.

    Attributes:
        file: path of the file that has it; None where the fault is that there is none.
        institution: id of the institution that sent it.
        fault: name, as in ``FAULTS``.
        expect: the state that the ledger should give it.
    """

    file: str | None
    institution: str
    fault: str
    expect: str


class FormFactory(NamedTuple):
    """Makes forms.

    Attributes:
        write: returns a submission as a form of a checklist.
        edition: the checklist of the campaign.
    """

    write: Callable[[Submission, Edition], bytes]
    edition: Edition

    def form(self, submission: Submission) -> bytes:
        """Return a submission as a form without faults."""
        return self.write(submission, self.edition)


class InstitutionFiles:
    """The files that come from one institution.

    Args:
        submission: its answers.
        roster_entry: its entry of the roster.
        campaign: that it answers in.
        channel: by which its files come.
        successor: id of an institution without faults.
        rng: decides when the files come.

    Attributes:
        roster_entry: its entry of the roster; a fault may change it.
        on_roster: whether the roster has it.
        contents: of the files, by path.
        receipts: one for each file.
        planted: its faults.
    """

    def __init__(
        self,
        submission: Submission,
        roster_entry: RosterEntry,
        campaign: Campaign,
        channel: str,
        successor: str,
        rng: SeededRandom,
    ) -> None:
        self.submission = submission
        self.roster_entry = roster_entry
        self.on_roster = True
        self.successor = successor
        self.contents: dict[str, bytes] = {}
        self.receipts: list[Receipt] = []
        self.planted: list[PlantedFault] = []
        self._campaign = campaign
        self._channel = channel
        self._rng = rng
        self._fault = ""
        signed_on = (submission.assessed_on, submission.approval.reported_to_board)
        first = max(day for day in signed_on if day) + timedelta(days=1)
        self._received_at = self._moment_between(first, self.deadline - _CORRECTION_TIME)

    @property
    def deadline(self) -> date:
        """The day by which forms have to be received."""
        return self._campaign.deadline or date.max

    def add_files(self, fault: str | None, factory: FormFactory) -> None:
        """Add all that comes from the institution.

        Args:
            fault: name, as in ``FAULTS``; None for none.
            factory: makes the forms.
        """
        self._fault = fault or ""
        if fault is None:
            self.add(factory.form(self.submission))
        else:
            FAULTS[fault](self, factory)

    def add(
        self,
        form: bytes,
        expect: str | None = None,
        *,
        suffix: str = "",
        version: int | None = None,
        hours_later: int = 0,
    ) -> None:
        """Add a file.

        Args:
            form: its content.
            expect: the state that the ledger should give it, if it has a fault.
            suffix: follows the institution's id in the file's name.
            version: as the sender counts them.
            hours_later: hours by which it comes later than the institution's form would.
        """
        name = f"{FORMS}/{self.submission.institution.id}{suffix}.xlsx"
        sender = self.submission.approval.respondent or ""
        received_at = self._received_at + timedelta(hours=hours_later)
        self.contents[name] = form
        self.receipts.append(Receipt(name, received_at, self._channel, sender, version))
        if expect:
            self.expect(expect, name)

    def expect(self, state: str, file: str | None = None) -> None:
        """Record the state that the ledger should give to the institution or one of its files.

        Args:
            state: of the ledger.
            file: its path; None where there is none.
        """
        self.planted.append(PlantedFault(file, self.submission.institution.id, self._fault, state))

    def delay(self, last: date) -> None:
        """Let files come after the deadline, on a last day at the latest."""
        self._received_at = self._moment_between(self.deadline + timedelta(days=1), last)

    def _moment_between(self, first: date, last: date) -> datetime:
        day = first + timedelta(days=self._rng.integer(0, (last - first).days))
        return datetime.combine(day, time(self._rng.integer(8, 18), self._rng.integer(0, 59)))


def _first_version(submission: Submission) -> Submission:
    """Return answers of which one has another level, as before a correction."""
    practice_id, level = next(
        (practice_id, answer.level)
        for practice_id, answer in submission.answers.items()
        if answer.level is not None
    )
    corrected = Answer(level=level - 1 if level else 1)
    return submission.model_copy(update={"answers": {**submission.answers, practice_id: corrected}})


def _duplicate(files: InstitutionFiles, factory: FormFactory) -> None:
    form = factory.form(files.submission)
    files.add(form)
    files.add(form, "duplicate", suffix="-copy", hours_later=2)


def _superseded(files: InstitutionFiles, factory: FormFactory) -> None:
    files.add(factory.form(_first_version(files.submission)), "superseded", version=1)
    files.add(factory.form(files.submission), suffix="-v2", version=2, hours_later=50)


def _held(files: InstitutionFiles, factory: FormFactory) -> None:
    files.add(factory.form(_first_version(files.submission)), "held")
    files.add(factory.form(files.submission), "held", suffix="-b")


def _other_id(files: InstitutionFiles, factory: FormFactory) -> None:
    institution = files.submission.institution.model_copy(update={"id": files.successor})
    form = factory.form(files.submission.model_copy(update={"institution": institution}))
    files.add(form, "held")


def _not_on_roster(files: InstitutionFiles, factory: FormFactory) -> None:
    files.on_roster = False
    files.add(factory.form(files.submission), "not_on_roster")


def _late(files: InstitutionFiles, factory: FormFactory) -> None:
    files.delay(files.deadline + _EXTENSION)
    files.add(factory.form(files.submission), "late")


def _extended(files: InstitutionFiles, factory: FormFactory) -> None:
    extended_to = files.deadline + _EXTENSION
    files.roster_entry = files.roster_entry._replace(extended_to=extended_to)
    files.delay(extended_to)
    files.add(factory.form(files.submission), "extended")


def _withdrawn(files: InstitutionFiles, factory: FormFactory) -> None:  # noqa: ARG001 - every fault takes both
    files.roster_entry = files.roster_entry._replace(status="withdrawn")
    files.expect("withdrawn")


def _merged(files: InstitutionFiles, factory: FormFactory) -> None:  # noqa: ARG001 - every fault takes both
    files.roster_entry = files.roster_entry._replace(status="merged", merged_into=files.successor)
    files.expect("merged")


def _missing(files: InstitutionFiles, factory: FormFactory) -> None:  # noqa: ARG001 - every fault takes both
    files.expect("missing")


def _input_fault(name: str) -> "Fault":
    def plant(files: InstitutionFiles, factory: FormFactory) -> None:
        submission = INPUT_FAULTS[name](files.submission, factory.edition)
        files.add(factory.form(submission), "returned")

    return plant


def _file_fault(name: str) -> "Fault":
    def plant(files: InstitutionFiles, factory: FormFactory) -> None:
        files.add(FILE_FAULTS[name](factory.form(files.submission)), "refused")

    return plant


def _edition_fault(name: str) -> "Fault":
    def plant(files: InstitutionFiles, factory: FormFactory) -> None:
        edition = EDITION_FAULTS[name](factory.edition)
        files.add(factory.write(files.submission, edition), "wrong_edition")

    return plant


def _password_protected(files: InstitutionFiles, factory: FormFactory) -> None:
    files.add(password_protected(factory.form(files.submission)), "waiting_password")


Fault = Callable[[InstitutionFiles, FormFactory], None]

FAULTS: Mapping[str, Fault] = {
    "unknown_level": _input_fault("unknown_level"),
    "truncated": _file_fault("truncated"),
    "locked": _password_protected,
    "duplicate": _duplicate,
    "superseded": _superseded,
    "held": _held,
    "other_id": _other_id,
    "other_build": _edition_fault("other_build"),
    "not_on_roster": _not_on_roster,
    "late": _late,
    "extended": _extended,
    "withdrawn": _withdrawn,
    "missing": _missing,
    "merged": _merged,
    "without_reason": _input_fault("without_reason"),
    "web_page": _file_fault("web_page"),
    "without_name": _input_fault("without_name"),
    "scrambled": _file_fault("scrambled"),
    "other_version": _edition_fault("other_version"),
    "bomb": _file_fault("bomb"),
    "document_type": _file_fault("document_type"),
    "far_cell": _file_fault("far_cell"),
}
"""Faults by name, in the order in which they are planted."""
