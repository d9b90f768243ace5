"""Writes the reminders of a day: letters, the list of mails, drafts, and a line of the log each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.intake.runner import marked_name
from cssa.batch.ledger.entries import Filing
from cssa.batch.outputs.letter_parts import letter_file
from cssa.batch.outputs.mail_draft import mail_draft, sender_address
from cssa.batch.outputs.mail_list import Mail, addressed, write_mail_list
from cssa.batch.outputs.sending_folder import SendingFolder, sha256_of
from cssa.batch.outputs.sending_log import REMINDERS, ReminderEntry, SendingLog
from cssa.batch.reminding.letter_kinds import KIND_NAMES, LETTER_KINDS, Letter
from cssa.batch.reminding.reminder_case import ReminderCase, reminder_cases, unaddressed
from cssa.batch.reminding.route_letter import Routed, route_letter, route_of, sees_answers
from cssa.batch.settled_campaign import SettledCampaign
from cssa.messages import Lang, message
from cssa.messages.visible import one_line

REMINDER_LIST = "remind.csv"
REMINDERS_FOLDER = "reminders"
"""Folder of a batch that has a folder for each day."""


class RemindRequest(NamedTuple):
    """What is to be written.

    Attributes:
        on: the day that letters bear.
        root: the folder that takes them.
        drafts: whether to write drafts of mails.
        is_closed: whether the campaign's figures are published.
    """

    on: date
    root: Path
    drafts: bool
    is_closed: bool


class Reminders(NamedTuple):
    """What was written, and who gets nothing.

    Attributes:
        kinds: number of letters by kind, in the order of kinds.
        routes: number of letters to routes.
        waiting: institutions that get nothing until the issuer has resolved something.
        acknowledged: number of institutions whose receipt was confirmed on an earlier day.
        without_address: names of those who have a line in the list without an address.
        kept_back: forms that are to be returned and go with no mail, since only the name of the
            file says whose it is, or the route that passes letters on is not known to see answers.
        unaddressed: files to be returned of which it is not known to whom.
    """

    kinds: Mapping[str, int]
    routes: int
    waiting: tuple[ReminderCase, ...]
    acknowledged: int
    without_address: tuple[str, ...]
    kept_back: tuple[str, ...]
    unaddressed: tuple[Filing, ...]


class _Written(NamedTuple):
    """Something to be written to somebody.

    Attributes:
        entry: of the log, without the files.
        stem: of the names of letter and draft.
        enclosed: content of the forms that go with it, by name.
    """

    entry: ReminderEntry
    stem: str
    lines: tuple[str, ...]
    mail: Mail | None
    enclosed: Mapping[str, bytes]


def write_reminders(settled: SettledCampaign, asked: RemindRequest) -> Reminders:
    """Write the reminders of a day, unless they are there already.

    Args:
        settled: the campaign as the last run left it.
        asked: what is to be written.

    Raises:
        InputError: when the log cannot be read.
        OutputError: when a file that is to be written was changed since.
    """
    log = SendingLog(settled.folder, REMINDERS, ReminderEntry)
    folder = SendingFolder(asked.root, log.hashes)
    reminding = _Reminding(settled, asked, log.entries)
    files, entries = _rendered(reminding.written, asked, settled.request.campaign)
    mails = write_mail_list(item.mail for item in reminding.written if item.mail is not None)
    files[REMINDER_LIST] = mails
    listed = {REMINDER_LIST: sha256_of(mails)}
    entries.append(ReminderEntry(on=asked.on, to="", kind="list", files=listed))
    folder.check({name: sha256_of(data) for name, data in files.items()})
    for name, data in files.items():
        if name != REMINDER_LIST:
            folder.write(name, data)
    earlier = {name for entry in log.entries if entry.on == asked.on for name in entry.files}
    folder.remove(sorted(earlier - files.keys()))
    log.add(entries)
    folder.write(REMINDER_LIST, mails)  # last: what is sent by it is in the log
    return reminding.reminders


def _rendered(
    written: Iterable[_Written], asked: RemindRequest, campaign: Campaign | None
) -> tuple[dict[str, bytes], list[ReminderEntry]]:
    """Return the content of each file by name, and the entries of the log."""
    letters = {f"{item.stem}.txt": letter_file(item.lines) for item in written}
    enclosed = {name: data for item in written for name, data in item.enclosed.items()}
    files = letters | enclosed
    entries = []
    for item in written:
        names = [f"{item.stem}.txt", *item.enclosed]
        if asked.drafts and item.mail is not None:
            draft = mail_draft(item.mail, asked.on, files, sender_address(campaign))
            names.append(f"{item.stem}.eml")
            files[names[-1]] = draft
        hashes = {name: sha256_of(files[name]) for name in names}
        entries.append(item.entry.model_copy(update={"files": hashes}))
    return files, entries


def _is_news(routed: Routed) -> bool:
    """Return whether a route has to be told anything of an institution."""
    return routed.letter is not None or bool(routed.case.waits_for)


class _Reminding:
    """Decides on every letter of a day.

    Attributes:
        written: what is to be written, institutions before routes.
        reminders: what is said of it.
    """

    def __init__(
        self, settled: SettledCampaign, asked: RemindRequest, log: Sequence[ReminderEntry]
    ) -> None:
        self._folder = settled.folder
        self._campaign = settled.request.campaign
        self._lang: Lang = settled.request.settings.lang
        self._asked = asked
        self._confirmed = {
            (entry.to, entry.answers)
            for entry in log
            if entry.kind == "receipt" and entry.on < asked.on
        }
        self.written: list[_Written] = []
        self._without_address: list[str] = []
        self._kept_back: list[str] = []
        self._acknowledged = 0
        cases = reminder_cases(settled, asked.on, is_closed=asked.is_closed)
        expected = [case for case in cases if case.is_expected]
        routes: dict[str, list[Routed]] = {}
        for case in expected:
            routed = self._institution(case)
            if route_of(case):
                routes.setdefault(route_of(case), []).append(routed)
        routes = {name: items for name, items in routes.items() if any(map(_is_news, items))}
        kinds = [item.entry.kind for item in self.written]
        addresses = {
            key: entry.email
            for entry in settled.request.lists.roster or ()
            for key in (entry.id, entry.name)
        }
        for number, name in enumerate(sorted(routes), start=1):
            self._route(number, name, routes[name], addresses.get(name, ()))
        self.reminders = Reminders(
            {kind: kinds.count(kind) for kind in KIND_NAMES if kind in kinds},
            len(routes),
            tuple(case for case in expected if case.waits_for),
            self._acknowledged,
            tuple(self._without_address),
            tuple(self._kept_back),
            unaddressed(settled),
        )

    def _institution(self, case: ReminderCase) -> Routed:
        """Add the letter to an institution, if one is due; return what its route is told."""
        if case.waits_for:
            return Routed(case, None)
        kind = next((kind for kind in LETTER_KINDS if kind.is_due(case)), None)
        if kind is None:
            return Routed(case, None)
        letter = kind.letter(case)
        if letter.kind == "receipt" and (case.row.id, letter.answers) in self._confirmed:
            self._acknowledged += 1
            return Routed(case, None)
        enclosed = {name: self._marked(sha256) for name, sha256 in letter.attachments}
        sure = tuple(name for name in enclosed if name in letter.sure)
        self._kept_back += (name for name in enclosed if name not in sure)
        passed_on, route = self._passed_on(case, sure)
        mail = None if route else self._mail(case, letter, sure)
        entry = ReminderEntry(
            on=self._asked.on, to=case.row.id, kind=letter.kind, files={}, answers=letter.answers
        )
        self.written.append(_Written(entry, case.row.id, letter.lines, mail, enclosed))
        return Routed(case, letter, passed_on)

    def _passed_on(
        self, case: ReminderCase, enclosed: tuple[str, ...]
    ) -> tuple[tuple[str, ...], str]:
        """Return the files that a route is to pass on, and the route; none where it has a mail."""
        route = route_of(case)
        if not route or (case.entry is not None and case.entry.email):
            return (), ""
        letter = f"{case.row.id}.txt"
        if sees_answers(case, route):
            return (letter, *enclosed), route
        self._kept_back += enclosed
        return (letter,), route

    def _mail(self, case: ReminderCase, letter: Letter, enclosed: tuple[str, ...]) -> Mail:
        to, copies = addressed(() if case.entry is None else case.entry.email)
        if not to:
            self._without_address.append(case.row.name)
        subject = self._subject(letter.title, case.lang)
        return Mail(to, copies, subject, "\n".join(letter.lines), enclosed)

    def _route(
        self, number: int, name: str, institutions: Sequence[Routed], email: tuple[str, ...]
    ) -> None:
        lines = tuple(route_letter(name, institutions, self._lang))
        to, copies = addressed(email)
        if not to:
            self._without_address.append(name)
        subject = self._subject(message(self._lang, "batch.remind.title.route"), self._lang)
        files = tuple(file for item in institutions for file in item.passed_on)
        mail = Mail(to, copies, subject, "\n".join(lines), files)
        entry = ReminderEntry(on=self._asked.on, to=name, kind="route", files={})
        self.written.append(_Written(entry, f"routes/{number}", lines, mail, {}))

    def _subject(self, title: str, lang: Lang) -> str:
        if self._campaign is None:
            return title
        params = {"campaign": one_line(self._campaign.title.get(lang)), "title": title}
        return message(lang, "batch.remind.subject", params)

    def _marked(self, sha256: str) -> bytes:
        """Return a form with its marks, whose hash was checked when the run was taken up."""
        name = marked_name(self._folder, sha256)
        return (name and self._folder.read(name)) or b""
