"""Processes one file: identifies, reads, checks and scores it."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from cssa.answers.loading import LoadedAnswers, check_answers, read_answers, with_notes
from cssa.answers.submission import Submission, is_institution_id
from cssa.batch.intake.asked_values import asked_values
from cssa.batch.intake.protected import unlocked
from cssa.batch.intake.reading import (
    ClaimedIdentity,
    DepartmentPart,
    Reading,
    ReadingHead,
    ReplyTo,
    content_hash,
    placeless,
)
from cssa.batch.intake.refusals import refined
from cssa.checklist.catalogue import Edition
from cssa.checklist.practice import TIERS, Tier
from cssa.datafile.typed_json import content_hash as model_hash
from cssa.engine.result import Result
from cssa.engine.scoring import score_submission
from cssa.errors import InputError, Problem
from cssa.excel.guard import is_encrypted
from cssa.library.incident_trends import SourceTrends
from cssa.library.incidents import IncidentLibrary
from cssa.lists.passwords import Password
from cssa.messages import Lang
from cssa.peers.member import member_of
from cssa.workspace import Workspace, is_form

MAX_FILE = 5_000_001
"""Bytes read of a file: one more than any reader takes."""

_ANSWERS = b"cssa.answers/"
_OTHER_EDITION = frozenset(
    ("batch.other_checklist", "form.fingerprint", "answers.fingerprint", "form.schema")
)
_NOT_A_FORM = "form.not_a_form"
_NO_FORM = frozenset(("batch.content.other_workbook", "form.meta_lost", "form.stripped"))
_NOT_READ = ("batch.not_read.", "batch.changed", "batch.unexpected")
"""Begin the codes of what lies with the program or the machine that runs it."""
_PASSWORD = frozenset(
    (
        "batch.password",
        "batch.password_wrong",
        "batch.archive.encrypted",
        "batch.archive.password_wrong",
    )
)


class BatchSettings(NamedTuple):
    """What files are read and scored with, small enough to be sent to other processes.

    Attributes:
        checklist: the id and version that was sent out.
        given: a checklist that the user named, by path or id.
        folders: the user's own folders of checklists.
        cache: where compiled data is kept.
        scheme: id or path; likewise ``targets``.
        lang: language of the outputs.
        asked_groups: ids of the checklist's groups that the campaign asks; where there are none,
            each institution's answers decide.
        asked_tiers: tiers of the practices that the campaign asks.
    """

    checklist: tuple[str, str]
    given: str | None
    folders: tuple[Path, ...]
    cache: Path | None
    scheme: str
    targets: str
    as_of: date
    lang: Lang
    asked_groups: tuple[str, ...] = ()
    asked_tiers: tuple[Tier, ...] = TIERS


class FileProcessor:
    """Reads and scores files, with everything that this takes loaded once.

    Attributes:
        edition: the part of the checklist that the campaign asks.
    """

    def __init__(self, settings: BatchSettings) -> None:
        self.settings = settings
        workspace = Workspace(settings.given, settings.folders, settings.cache)
        self.scoring_data = workspace.scoring_data
        self._workspace = workspace
        self._whole = workspace.edition(*settings.checklist)
        self.edition: Edition = self._whole.of_tiers(settings.asked_tiers)
        self.criteria = workspace.criteria(self._whole.checklist, settings.scheme, settings.targets)

    @property
    def incidents(self) -> IncidentLibrary:
        """The published incident cases, read when they are first asked for."""
        return self._workspace.library.incidents

    @property
    def trends(self) -> tuple[SourceTrends, ...]:
        """Trends of failures, as reports describe them."""
        library = self._workspace.library
        return library.trends.by_source(library.incidents.kinds)

    @cached_property
    def key(self) -> str:
        """Hash of everything beside a file that its reading depends on."""
        from cssa import __version__

        criteria = self.criteria
        return content_hash(
            {
                "program": __version__,
                "fingerprint": self.edition.fingerprint,
                "content": self.edition.content,
                "scheme": model_hash(criteria.scheme),
                "targets": model_hash(criteria.targets),
                "profile": model_hash(criteria.profile),
                "sectors": model_hash(self.scoring_data.sectors),
                "as_of": self.settings.as_of.isoformat(),
                "asked_groups": self.settings.asked_groups,
                "asked_tiers": self.settings.asked_tiers,
            }
        )

    def assess(self, submission: Submission) -> Result:
        """Score a submission."""
        settings = self.settings
        return score_submission(
            self.edition,
            submission,
            self.criteria,
            as_of=settings.as_of,
            asked_groups=settings.asked_groups,
        )

    def read(
        self, data: bytes, sha256: str, passwords: Sequence[Password] = ()
    ) -> tuple[Reading, bytes | None]:
        """Return a file's reading, and the sender's form with marks where it is to be corrected.

        Args:
            data: the file.
            sha256: of it.
            passwords: those that may open it.
        """
        try:
            if passwords and is_encrypted(data):
                reading, marked = self.read(unlocked(data, passwords), sha256)
                return reading._replace(head=reading.head._replace(is_unlocked=True)), marked
            if not is_form(data) and _ANSWERS in data[:4000]:
                return self._read_answers(data, sha256), None
            return self._read_form(data, sha256)
        except InputError as error:
            return self._refused(data, sha256, error.problems), None
        except MemoryError:
            return self.refused(Problem("batch.too_much_memory"), sha256), None
        except Exception as error:  # noqa: BLE001 - whatever a file brings about, the others go on
            params = {"error": type(error).__name__}
            return self.refused(Problem("batch.unexpected", params), sha256), None

    def refused(self, problem: Problem, sha256: str) -> Reading:
        """Return the reading of a file whose content is not read."""
        return Reading(ReadingHead(sha256, **_kind([problem], "refused")))

    def _read_answers(self, data: bytes, sha256: str) -> Reading:
        try:
            sheet = with_notes(read_answers(data, ""), self.scoring_data.sectors)
        except InputError as error:
            return Reading(ReadingHead(sha256, **_kind(error.problems, "problems")))
        notes = tuple(map(placeless, sheet.notes))
        head = ReadingHead(sha256, "accepted", campaign=sheet.submission.campaign, notes=notes)
        head = self._with_claim(head, sheet.document.value["institution"])
        wanted = (sheet.submission.checklist.id, sheet.submission.checklist.version)
        if wanted != self.settings.checklist:
            return Reading(
                head._replace(kind="wrong_edition", problems=(self._other_checklist(*wanted),))
            )
        try:
            return self._accepted(sheet, head)
        except InputError as error:
            return Reading(head._replace(**_kind(error.problems, "problems")))

    def _read_form(self, data: bytes, sha256: str) -> tuple[Reading, bytes | None]:
        from cssa.forms.form_reader import loaded_answers, missing_fields, read_form

        form = read_form(data, "", self.form_context)
        gathered = form.gathered
        head = ReadingHead(sha256, "accepted", lang=form.lang, number=form.number)
        head = self._with_claim(head, gathered.value.get("institution", {}))
        head = head._replace(
            campaign=gathered.value.get("campaign"), notes=tuple(map(placeless, gathered.notes))
        )
        problems = [*gathered.problems, *missing_fields(gathered)]
        if problems and not gathered.problems and not gathered.value["answers"]:
            problems.insert(0, Problem("batch.nothing_answered"))
        if form.department is not None:
            asked = [key for key in form.edition.checklist.placed if key in (form.asked or ())]
            head = head._replace(part=DepartmentPart(form.department.id, tuple(asked)))
        if not problems:
            try:
                return self._accepted(loaded_answers(gathered), head), None
            except InputError as error:
                problems = list(error.problems)
        from cssa.excel.child_call import call_here
        from cssa.forms.returned import mark_problems

        outcome = _kind(problems, "problems")
        try:
            marked = (
                mark_problems(form, problems, call_here) if outcome["kind"] == "problems" else None
            )
        except InputError:
            marked = None
        digest = None if marked is None else hashlib.sha256(marked).hexdigest()
        return Reading(head._replace(**outcome, marked=digest)), marked

    def _accepted(self, sheet: LoadedAnswers, head: ReadingHead) -> Reading:
        """Check answers against the checklist and score them; what is not asked is left out.

        Raises:
            InputError: with everything that the checklist does not know or does not allow.
        """
        check_answers(sheet, self._whole, self.criteria.profile, self.scoring_data.sectors)
        values, notes = asked_values(sheet, self.edition.checklist.placed)
        submission = Submission.model_validate(values) if notes else sheet.submission
        result = self.assess(submission)
        return Reading(
            head._replace(
                notes=(*head.notes, *notes, *_unconfirmed(submission)),
                content=content_hash(values),
                member=member_of(result, submission),
            ),
            values,
        )

    def _refused(self, data: bytes, sha256: str, problems: Any) -> Reading:
        """Return the reading of a file that is no form, or not of this edition."""
        if any(problem.code == _NOT_A_FORM for problem in problems):
            reading = self._reply(data, sha256)
            if reading is not None:
                return reading
        problems = refined(problems, data)
        outcome = _kind(problems, "refused")
        head = ReadingHead(sha256, **outcome)
        if head.kind == "wrong_edition" or {problem.code for problem in problems} & _NO_FORM:
            from cssa.forms.identify import identify_origin

            origin = identify_origin(data, self.form_context)
            head = head._replace(lang=origin.lang, campaign=origin.campaign or None)
            head = self._with_claim(head, origin.institution)
        return Reading(head)

    def _reply(self, data: bytes, sha256: str) -> Reading | None:
        """Return the reading of a reply form, None where the workbook is none."""
        from cssa.forms.reply_reader import read_reply

        try:
            reply = read_reply(data, "", self.form_context)
        except InputError as error:
            return Reading(ReadingHead(sha256, **_kind(error.problems, "refused")))
        if reply is None:
            return None
        source = reply.source
        problems = list(reply.problems)
        if not problems and not reply.entries:
            problems.append(Problem("reply.nothing"))
        values = {"reply": [entry._asdict() for entry in reply.entries]}
        outcome = _kind(problems, "problems") if problems else {"kind": "reply"}
        head = ReadingHead(
            sha256,
            **outcome,
            lang=source.lang,
            claimed=ClaimedIdentity(reply.institution, reply.name, ""),
            campaign=source.campaign or None,
            content=content_hash({**values, "source": source.text}),
            notes=tuple(map(placeless, reply.notes)),
            reply=ReplyTo(source.institution, source.round_, source.rows),
        )
        return Reading(head, {} if problems else values)

    def _with_claim(self, head: ReadingHead, institution: Mapping[str, Any]) -> ReadingHead:
        """Return a head with what the file states about its institution, as far as that is valid.

        An unknown sub-sector is a mistake to be corrected, not another sub-sector.
        """
        ident, name, sector, licence = (
            str(institution.get(field) or "") for field in ("id", "name", "sector", "licence")
        )
        claimed = ClaimedIdentity(
            ident if is_institution_id(ident) else "",
            name,
            sector if sector in {entry.id for entry in self.scoring_data.sectors.sectors} else "",
        )
        return head._replace(claimed=claimed if any(claimed) else None, licence=licence)

    @cached_property
    def form_context(self) -> Any:
        """What forms are read with."""
        from cssa.excel.child_call import call_here
        from cssa.forms.reading import ReadingContext

        return ReadingContext(self._find, self.scoring_data, call_here)

    def _find(self, checklist_id: str, version: str) -> Edition:
        if (checklist_id, version) != self.settings.checklist:
            raise InputError([self._other_checklist(checklist_id, version)])
        return self._whole

    def _other_checklist(self, checklist_id: str, version: str) -> Problem:
        wanted = " ".join(self.settings.checklist)
        return Problem(
            "batch.other_checklist", {"found": f"{checklist_id} {version}", "wanted": wanted}
        )


@lru_cache(maxsize=1)
def file_processor(settings: BatchSettings) -> FileProcessor:
    """Return the file processor of this process."""
    return FileProcessor(settings)


def _unconfirmed(submission: Submission) -> Iterator[Problem]:
    """Yield a note where answers that were carried over have come back as they were filled in."""
    count = sum(not answer.confirmed for answer in submission.answers.values())
    if count:
        yield Problem("batch.unconfirmed", {"count": count})


def _kind(problems: Any, otherwise: str) -> dict[str, Any]:
    codes = {problem.code for problem in problems}
    kind = otherwise
    if any(code.startswith(_NOT_READ) for code in codes):
        kind = "not_read"
    elif codes & _OTHER_EDITION:
        kind = "wrong_edition"
    elif codes & _PASSWORD:
        kind = "waiting_password"
    return {"kind": kind, "problems": tuple(map(placeless, problems))}
