"""The answers file of an interview: every change is saved at once, changes by others are kept."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from cssa.answers.change_log import ChangeLog
from cssa.answers.loading import LoadedAnswers
from cssa.answers.serialization import answer_to_plain, to_plain
from cssa.answers.submission import Answer, Submission
from cssa.atomic_write import replace_file
from cssa.checklist.header import Supersession
from cssa.checklist.row_lists import NamedRow
from cssa.datafile.edit import ABSENT, Change, EditableDocument, MappingPath, Orders
from cssa.datafile.emit import dump
from cssa.datafile.files import read_bytes
from cssa.datafile.validation import validate
from cssa.errors import InputError, OutputError, Problem
from cssa.location import Location
from cssa.messages.system_errors import system_reason

SCHEMA = "cssa.answers/1"

_SAVE_WAIT = 10.0  # seconds; another session holds the lock for the milliseconds of a save


class ConflictError(InputError):
    """The value was changed by others meanwhile; the object now has what the file has."""


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What saving a value found in the file.

    Attributes:
        changed_by_others: ids of the practices, and names of the header's parts, that others have
            changed since the file was read last.
        was_missing: the file had been deleted and was written again.
    """

    changed_by_others: tuple[str, ...] = ()
    was_missing: bool = False


class AnswersFile:
    """One answers file, as read or written last.

    Args:
        path: the file.
        editable: its text.
        submission: the submission in it.
        check: checks a changed file against its checklist; raises ``InputError``.
        order: practice ids in checklist order.
        change_log: logs what is saved; None logs nothing.
    """

    def __init__(
        self,
        path: Path,
        editable: EditableDocument,
        submission: Submission,
        *,
        check: Callable[[LoadedAnswers], None],
        order: Sequence[str],
        change_log: ChangeLog | None = None,
    ) -> None:
        self.path = path
        self.submission = submission
        self._editable = editable
        self._check = check
        self._order = order
        self._change_log = change_log
        self._temporary = Path(_beside(path, "saving"))
        self._session_lock = FileLock(_beside(path, "sitting"))
        self._save_lock = FileLock(_beside(path, "lock"), timeout=_SAVE_WAIT)

    @property
    def editable(self) -> EditableDocument:
        """The file as read or written last."""
        return self._editable

    @staticmethod
    def read_unchecked(path: Path) -> LoadedAnswers:
        """Read a file before its checklist is known.

        Raises:
            InputError: with every problem that can be found without the checklist.
        """
        editable, submission = _read(read_bytes(path), path, lambda _: None)
        return LoadedAnswers(submission, editable.document)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        check: Callable[[LoadedAnswers], None],
        order: Sequence[str],
        change_log: ChangeLog | None = None,
    ) -> "AnswersFile":
        """Read a file to continue with.

        Args:
            path: the file.
            check: checks a file against its checklist; raises ``InputError``.
            order: practice ids in checklist order.
            change_log: logs what is saved; None logs nothing.

        Raises:
            InputError: with every problem of the file.
        """
        editable, submission = _read(read_bytes(path), path, check)
        return cls(path, editable, submission, check=check, order=order, change_log=change_log)

    @classmethod
    def create(
        cls,
        path: Path,
        header: Mapping[str, Any],
        *,
        check: Callable[[LoadedAnswers], None],
        order: Sequence[str],
        change_log: ChangeLog | None = None,
    ) -> "AnswersFile":
        """Write a new file without answers.

        Args:
            path: the file; it must not exist, or be empty.
            header: everything above the answers.
            check: checks a file against its checklist; raises ``InputError``.
            order: practice ids in checklist order.
            change_log: logs what is saved; None logs nothing.

        Raises:
            InputError: when the header is refused.
            OutputError: when it cannot be written.
        """
        data = dump({"schema": SCHEMA, **header, "answers": {}}).encode()
        editable, submission = _read(data, path, check)
        answers_file = cls(
            path, editable, submission, check=check, order=order, change_log=change_log
        )
        with answers_file._locked():
            if path.exists() and path.stat().st_size:
                raise OutputError([Problem("file.exists", {}, Location(str(path)))])
            answers_file._write(data)
            answers_file._log({}, editable)
        return answers_file

    def start_session(self) -> bool:
        """Mark the file as open in a session.

        Returns:
            False when another session has it open.

        Raises:
            OutputError: when nothing can be written beside the file.
        """
        try:
            self._session_lock.acquire(blocking=False)
        except Timeout:
            return False
        except OSError as error:
            raise _cannot_write(self.path, error) from None
        with self._locked():  # left over by a session that was killed
            self._temporary.unlink(missing_ok=True)
        return True

    def end_session(self) -> None:
        """Remove the mark of ``start_session``."""
        with contextlib.suppress(OSError):
            self._session_lock.release()

    def save_answer(self, practice_id: str, answer: Answer | None) -> SaveResult:
        """Save an answer.

        Args:
            practice_id: the practice.
            answer: its answer; None removes it.

        Raises:
            ConflictError: when others have changed it to something else.
            InputError: when the file as others left it cannot be read.
            OutputError: when it cannot be written.
        """
        path = ("answers", practice_id)

        value: Any = ABSENT
        if answer is not None:
            before = self.submission.answers.get(practice_id)
            value = answer_to_plain(answer, before, self._editable.get(path))
        result = self._save(path, value)
        answers = dict(self.submission.answers)
        answers.pop(practice_id, None)
        if answer is not None:
            answers[practice_id] = answer
        self.submission = self.submission.model_copy(update={"answers": answers})
        return result

    def refresh(self) -> tuple[str, ...]:
        """Take over what others have written since the file was read or written last.

        Returns:
            Ids of the practices, and names of the header's parts, that they have changed; none
            where the file is as it was, or gone.

        Raises:
            InputError: when the file as they left it cannot be read.
            OutputError: when another session has been saving for too long.
        """
        previous = self._editable
        with self._locked():
            try:
                data = read_bytes(self.path)
            except InputError as error:
                if any(problem.code != "file.not_found" for problem in error.problems):
                    raise
                return ()
            if data == previous.data:
                return ()
            self._editable, self.submission = self._read_by_others(data)
        return _changed_names(previous.document.value, self._editable.document.value)

    def bind(self, fingerprint: str, supersession: Supersession) -> tuple[str, ...]:
        """Bind answers given under a former fingerprint to the present one.

        Args:
            fingerprint: the present one.
            supersession: what has changed since.

        Returns:
            The practices whose answers are to be confirmed now.

        Raises:
            ConflictError: when the file is no longer as it was read or written last.
            OutputError: when it cannot be written.
        """
        answers = self.submission.answers
        concerned = tuple(name for name in supersession.practices if name in answers)
        changes = [Change(("checklist", "fingerprint"), fingerprint)]
        for name in concerned:
            path = ("answers", name)
            unconfirmed = answers[name].model_copy(update={"confirmed": False})
            value = answer_to_plain(unconfirmed, answers[name], self._editable.get(path))
            changes.append(Change(path, value))
        self.change(changes)
        return concerned

    def changed(
        self, changes: Sequence[Change], orders: Orders | None = None
    ) -> tuple[EditableDocument, Submission]:
        """Return the file as it would be with several values changed; nothing is saved.

        Args:
            changes: none of them inside another.
            orders: the order of keys of mappings, where they are not the header's own.

        Raises:
            InputError: when a value is refused.
            OutputError: when the text cannot be changed there without changing more.
        """
        orders = {**_HEADER_ORDER, ("answers",): self._order, **(orders or {})}
        changed = self._editable.change_all(changes, orders)
        submission = validate(Submission, changed.document)
        self._check(LoadedAnswers(submission, changed.document))
        return changed, submission

    def change(self, changes: Sequence[Change], orders: Orders | None = None) -> None:
        """Save several changes at once, all of them or none.

        Args:
            changes: none of them inside another.
            orders: the order of keys of mappings, where they are not the header's own.

        Raises:
            ConflictError: when the file is no longer as it was read or written last.
            InputError: when a value is refused.
            OutputError: when it cannot be written.
        """
        with self._locked():
            if read_bytes(self.path) != self._editable.data:
                location = Location(str(self.path))
                raise ConflictError([Problem("answers.changed_meanwhile", {}, location)])
            changed, submission = self.changed(changes, orders)
            if changed.data != self._editable.data:
                self._write(changed.data)
                self._log(self._editable.document.value, changed)
        self._editable, self.submission = changed, submission

    def save_rows(
        self, list_id: str, rows: Sequence[NamedRow], answers: Mapping[str, Answer | None]
    ) -> SaveResult:
        """Save the rows that the institution names in a list, with the answers that they change.

        Args:
            list_id: the list.
            rows: its rows.
            answers: by practice, what its answer is with these rows; None removes it.

        Raises:
            ConflictError: when others have changed the list to something else.
            InputError: when a value is refused, or the file as others left it cannot be read.
            OutputError: when it cannot be written.
        """
        path = ("lists", list_id)
        value: Any = [to_plain(row) for row in rows] or ABSENT
        with self._locked():
            result = self._catch_up(path, value)
            changes = [Change(path, value)]
            for practice_id, answer in answers.items():
                place = ("answers", practice_id)
                before = self.submission.answers.get(practice_id)
                plain = ABSENT
                if answer is not None:
                    plain = answer_to_plain(answer, before, self._editable.get(place))
                changes.append(Change(place, plain))
            orders = {**_HEADER_ORDER, ("answers",): self._order}
            changed = self._editable.change_all(changes, orders)
            submission = validate(Submission, changed.document)
            self._check(LoadedAnswers(submission, changed.document))
            if changed.data != self._editable.data or result.was_missing:
                self._write(changed.data)
                self._log(self._editable.document.value, changed)
            self._editable, self.submission = changed, submission
        return result

    def save_value(self, path: MappingPath, value: Any, order: Sequence[str] = ()) -> SaveResult:
        """Save a value of the header.

        Args:
            path: its path.
            value: plain values; ``ABSENT`` removes it.
            order: the order of its key among its siblings, where it is not one of the header's own.

        Raises:
            ConflictError: when others have changed it to something else.
            InputError: when the value is refused, or the file as others left it cannot be read.
            OutputError: when it cannot be written.
        """
        result = self._save(path, value, order)
        self.submission = validate(Submission, self._editable.document)
        return result

    def _save(self, path: MappingPath, value: Any, order: Sequence[str] = ()) -> SaveResult:
        order = order or _HEADER_ORDER.get(path[:-1], self._order)
        with self._locked():
            result = self._catch_up(path, value)
            changed = self._editable.change(path, value, order)
            if path[0] != "answers":
                submission = validate(Submission, changed.document)
                self._check(LoadedAnswers(submission, changed.document))
            if changed.data != self._editable.data or result.was_missing:
                self._write(changed.data)
                self._log(self._editable.document.value, changed)
            self._editable = changed
        return result

    def _catch_up(self, path: MappingPath, value: Any) -> SaveResult:
        """Take over what others have written, except where they changed the value to be saved."""
        try:
            data = read_bytes(self.path)
        except InputError as error:
            if any(problem.code != "file.not_found" for problem in error.problems):
                raise
            return SaveResult(was_missing=True)
        previous = self._editable
        if data == previous.data:
            return SaveResult()
        current, submission = self._read_by_others(data)
        is_conflict = current.get(path) not in (previous.get(path), value)
        self._editable, self.submission = current, submission
        if is_conflict:
            location = current.document.location(path)
            raise ConflictError([Problem("assess.conflict", {"name": path[-1]}, location, path)])
        return SaveResult(_changed_names(previous.document.value, current.document.value))

    def _read_by_others(self, data: bytes) -> tuple[EditableDocument, Submission]:
        """Read the file as others have left it; they may not have changed the checklist."""
        current, submission = _read(data, self.path, self._check)
        if current.get(("checklist",)) != self._editable.get(("checklist",)):
            location = current.document.location(("checklist",))
            raise InputError([Problem("assess.checklist_changed", {}, location, ("checklist",))])
        return current, submission

    def _write(self, data: bytes) -> None:
        try:
            replace_file(self.path, data, temporary=self._temporary)
        except OSError as error:
            raise _cannot_write(self.path, error) from None

    def _log(self, before: Mapping[str, Any], saved: EditableDocument) -> None:
        """Log what was saved, under the lock, so that lines stand in the order of the changes."""
        if self._change_log is not None:
            self._change_log.append(self.path, before, saved.document.value)

    @contextlib.contextmanager
    def _locked(self) -> Any:
        try:
            self._save_lock.acquire()
        except Timeout:
            raise OutputError([Problem("assess.locked", {}, Location(str(self.path)))]) from None
        except OSError as error:
            raise _cannot_write(self.path, error) from None
        try:
            yield
        finally:
            self._save_lock.release()


_HEADER_ORDER: dict[MappingPath, tuple[str, ...]] = {
    (): (
        "schema", "checklist", "campaign", "selected_groups", "institution", "lists",
        "assessed_on", "approval", "provides", "answers",
    ),
    ("institution",): ("id", "name", "sector", "licence", "size", "profile", "risk"),
    ("institution", "risk"): ("factors", "override"),
    ("approval",): ("respondent", "second_line", "reported_to_board", "content"),
}  # fmt: skip


def _read(
    data: bytes, path: Path, check: Callable[[LoadedAnswers], None]
) -> tuple[EditableDocument, Submission]:
    editable = EditableDocument.read(data, str(path))
    _refuse_newer(editable)
    submission = validate(Submission, editable.document)
    check(LoadedAnswers(submission, editable.document))
    return editable, submission


def _refuse_newer(editable: EditableDocument) -> None:
    """Refuse a file of a later schema, which this version cannot write."""
    schema = editable.get(("schema",))
    name, _, number = SCHEMA.rpartition("/")
    if not isinstance(schema, str) or not schema.startswith(f"{name}/"):
        return
    version = schema.removeprefix(f"{name}/")
    if version.isdecimal() and int(version) > int(number):
        location = editable.document.location(("schema",))
        raise InputError([Problem("assess.newer", {"schema": schema}, location, ("schema",))])


def _changed_names(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys of the header, and the ids of the answers, that differ."""
    keys = [key for key in {**old, **new} if key != "answers"]
    changed_keys = [key for key in keys if old.get(key) != new.get(key)]
    before, after = old["answers"], new["answers"]
    ids = {**before, **after}
    return (*changed_keys, *(name for name in ids if before.get(name) != after.get(name)))


def _beside(path: Path, suffix: str) -> str:
    """Return the name of a hidden file beside the one that a path leads to."""
    import os

    target = Path(os.path.realpath(path))
    return str(target.with_name(f".{target.name}.{suffix}"))


def _cannot_write(path: Path, error: OSError) -> OutputError:
    reason = {"reason": system_reason(error)}
    return OutputError([Problem("file.cannot_write", reason, Location(str(path)))])
