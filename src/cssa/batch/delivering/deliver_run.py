"""Makes the packages: one for each institution with its letter, the list of mails, and the log."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cssa.batch.delivering.addressee import Parcel, ParcelMaker
from cssa.batch.delivering.covering_letter import (
    Enclosure,
    covering_letter,
    covering_subject,
)
from cssa.batch.delivering.package import holds, package_of
from cssa.batch.intake.runner import Step
from cssa.batch.last_run import LastRun
from cssa.batch.ledger.entries import LedgerRow
from cssa.batch.outputs.letter_parts import Addressee, letter_file
from cssa.batch.outputs.mail_list import Mail, addressed, write_mail_list
from cssa.batch.outputs.returns import language_of, plan_returns
from cssa.batch.outputs.sending_folder import SendingFolder, sha256_of
from cssa.batch.outputs.sending_log import DELIVERIES, DeliveryEntry, SendingLog
from cssa.batch.publishing.feedback_editions import FeedbackEditions
from cssa.batch.publishing.publication_record import PublicationRecord
from cssa.errors import Problem
from cssa.messages import Lang
from cssa.reports.publication_mark import PublicationMark

DELIVERY_LIST = "mail.csv"


class DeliverRequest(NamedTuple):
    """What is to be handed out.

    Attributes:
        on: the day that letters bear.
        root: the folder that takes the packages.
        passwords: by the institution's id; None for packages that are not encrypted.
        again: whether packages of an earlier day that have not changed are made again.
    """

    on: date
    root: Path
    passwords: Mapping[str, str] | None
    again: bool


class NotMade(NamedTuple):
    """An institution whose package was not made, and why."""

    row: LedgerRow
    problems: tuple[Problem, ...]


class Delivery(NamedTuple):
    """What was made.

    Attributes:
        made: number of packages.
        delivered: number of institutions whose package was made on an earlier day.
        without_address: names of institutions that the roster has no address of.
    """

    made: int
    delivered: int
    not_made: tuple[NotMade, ...]
    without_address: tuple[str, ...]


def make_packages(
    run: LastRun, record: PublicationRecord | None, asked: DeliverRequest, step: Step
) -> Delivery:
    """Make the packages, unless they are there already.

    Packages and letters come first, then the log, and last the list by which they are sent.

    Args:
        run: the last one.
        record: what was published, if anything was.
        asked: what is to be handed out.
        step: reports progress.

    Raises:
        InputError: when the log cannot be read.
        OutputError: when a file that is to be written was changed since.
    """
    return _Delivering(run, record, asked).deliver(step)


class _Delivering:
    """Makes packages one by one, so that never two are in memory."""

    def __init__(
        self, run: LastRun, record: PublicationRecord | None, asked: DeliverRequest
    ) -> None:
        self._settled, outputs = run
        self._asked = asked
        self._request = self._settled.request
        self._is_interim = record is None
        folder = self._settled.folder
        self._log = SendingLog(folder, DELIVERIES, DeliveryEntry)
        self._folder = SendingFolder(asked.root, self._log.hashes)
        self._last = {entry.to: entry for entry in self._log.entries if entry.to}
        self._editions = None if record is None else FeedbackEditions(record, folder)
        self._roster = {entry.id: entry for entry in self._request.lists.roster or ()}
        ledger = self._settled.ledger
        paths = {filing.path: filing for filing in ledger.filings}
        self._langs: dict[str, Lang] = {
            row.id: language_of(
                [paths[row.path]] if row.path in paths else (), self._request.settings.lang
            )
            for row in ledger.institutions
        }
        returned = {
            item.filings[0].institution or "": item for item in plan_returns(ledger, folder)
        }
        self._parcels = ParcelMaker(folder, outputs, self._request.formats, returned)

    def deliver(self, step: Step) -> Delivery:
        rows = self._settled.ledger.institutions
        not_made, without_address, delivered = [], [], 0
        entries: list[DeliveryEntry] = []
        mails: list[Mail] = []
        step(0, len(rows))
        for number, row in enumerate(rows, start=1):
            parcel = self._parcels.parcel(row)
            if parcel is not None:
                if not parcel.mismatches and self._is_delivered(parcel):
                    delivered += 1
                elif problems := (*parcel.mismatches, *self._password_problems(row)):
                    not_made.append(NotMade(row, problems))
                else:
                    entry, mail = self._made(parcel)
                    entries.append(entry)
                    mails.append(mail)
                    if not mail.to:
                        without_address.append(row.name)
            step(number, len(rows))
        if entries:
            listed = write_mail_list(mails)
            digest = {DELIVERY_LIST: sha256_of(listed)}
            self._folder.check(digest)
            self._log.add([*entries, DeliveryEntry(on=self._asked.on, to="", files=digest)])
            self._folder.write(DELIVERY_LIST, listed)
        return Delivery(len(entries), delivered, tuple(not_made), tuple(without_address))

    def _password_problems(self, row: LedgerRow) -> tuple[Problem, ...]:
        if self._asked.passwords is None or row.id in self._asked.passwords:
            return ()
        return (Problem("batch.deliver.mismatch.password"),)

    def _is_delivered(self, parcel: Parcel) -> bool:
        """Return whether a package with the same files was made on an earlier day."""
        last = self._last.get(parcel.row.id)
        return (
            not self._asked.again
            and last is not None
            and last.on < self._asked.on
            and last.contents == _hashes(parcel)
        )

    def _made(self, parcel: Parcel) -> tuple[DeliveryEntry, Mail]:
        """Write a package and its letter; return the entry of the log, and the mail."""
        row, asked = parcel.row, self._asked
        password = None if asked.passwords is None else asked.passwords[row.id]
        package, letter = f"{row.id}.zip", f"{row.id}.txt"
        mark = self._mark(parcel)
        enclosed = Enclosure(
            package,
            tuple(parcel.contents),
            parcel.has_feedback,
            parcel.has_returns,
            self._is_interim,
            mark,
            password is not None,
        )
        entry, lang = self._roster.get(row.id), self._langs[row.id]
        addressee = Addressee(row.id, row.name, "" if entry is None else entry.contact)
        campaign = self._request.campaign
        lines = tuple(covering_letter(addressee, campaign, enclosed, asked.on, lang))
        data = self._package(package, parcel, password)
        files = {package: data, letter: letter_file(lines)}
        hashes = {name: sha256_of(content) for name, content in files.items()}
        self._folder.check(hashes)
        for name, content in files.items():
            self._folder.write(name, content)
        addresses = () if entry is None else entry.email
        to, copies = addressed(addresses)
        subject = covering_subject(campaign, enclosed.kind, lang)
        return (
            DeliveryEntry(
                on=asked.on,
                to=row.id,
                files=hashes,
                addresses=addresses,
                edition=self._edition(parcel, mark),
                interim=parcel.has_feedback and self._is_interim,
                protected=password is not None,
                contents=_hashes(parcel),
            ),
            Mail(to, copies, subject, "\n".join(lines), (package,)),
        )

    def _package(self, name: str, parcel: Parcel, password: str | None) -> bytes:
        """Return a package; one that is there with the same files and password stays as it is.

        An encrypted package has other bytes each time it is made.
        """
        there = None if password is None else self._folder.read(name)
        if there is not None and holds(there, parcel.contents, password):
            return there
        return package_of(parcel.contents, password)

    def _mark(self, parcel: Parcel) -> PublicationMark | None:
        if self._editions is None or not parcel.has_feedback:
            return None
        return self._editions.mark(parcel.row.id, self._settled.contents[parcel.row.id])

    def _edition(self, parcel: Parcel, mark: PublicationMark | None) -> int | None:
        if self._is_interim or not parcel.has_feedback:
            return None
        return 1 if mark is None else mark.edition


def _hashes(parcel: Parcel) -> dict[str, str]:
    return {name: sha256_of(data) for name, data in parcel.contents.items()}
