"""The answers file of a sitting: every change saved at once, what others write kept."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from cssa.answers.loading import LoadedAnswers
from cssa.answers.plain_values import plain_answer
from cssa.answers.submission import Answer, Submission
from cssa.atomic_write import replace_file
from cssa.datafile.edit import ABSENT, EditableDocument
from cssa.datafile.emit import dump
from cssa.datafile.files import read_bytes
from cssa.datafile.validation import validate
from cssa.errors import InputError, OutputError, Problem
from cssa.location import Location

SCHEMA = "cssa.answers/1"

_SAVE_WAIT = 10.0  # seconds; another sitting holds the lock for the milliseconds of a save

Path_ = tuple[str, ...]


class ConflictError(InputError):
    """The same value was changed outside meanwhile; the file's own now stands in the store."""


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What a save came to.

    Attributes:
        taken_over: ids of the practices, or names of the header's parts, changed by others.
        restored: the file had been taken away and was written again.
    """

    taken_over: tuple[str, ...] = ()
    restored: bool = False


class AnswersFile:
    """One answers file, as last seen.

    Args:
        path: the file.
        manuscript: its text.
        submission: what it says.
        check: holds a changed file against its checklist, raising ``InputError``.
        order: practice ids in checklist order.
    """

    def __init__(
        self,
        path: Path,
        manuscript: EditableDocument,
        submission: Submission,
        *,
        check: Callable[[LoadedAnswers], None],
        order: Sequence[str],
    ) -> None:
        self.path = path
        self.submission = submission
        self._manuscript = manuscript
        self._check = check
        self._order = order
        self._temporary = Path(_beside(path, "saving"))
        self._sitting = FileLock(_beside(path, "sitting"))
        self._saving = FileLock(_beside(path, "lock"), timeout=_SAVE_WAIT)

    @staticmethod
    def peek(path: Path) -> LoadedAnswers:
        """Read a file before its checklist is known.

        Raises:
            InputError: with every problem that shows without the checklist.
        """
        manuscript, submission = _read(read_bytes(path), path, lambda _: None)
        return LoadedAnswers(submission, manuscript.document)

    @classmethod
    def open(
        cls, path: Path, *, check: Callable[[LoadedAnswers], None], order: Sequence[str]
    ) -> "AnswersFile":
        """Read a file to go on with.

        Raises:
            InputError: with every problem of the file.
        """
        manuscript, submission = _read(read_bytes(path), path, check)
        return cls(path, manuscript, submission, check=check, order=order)

    @classmethod
    def create(
        cls,
        path: Path,
        header: Mapping[str, Any],
        *,
        check: Callable[[LoadedAnswers], None],
        order: Sequence[str],
    ) -> "AnswersFile":
        """Write a new file without answers.

        Args:
            path: the file; it must not exist.
            header: everything above the answers.
            check: holds a file against its checklist.
            order: practice ids in checklist order.

        Raises:
            InputError: when what the header says does not go.
            OutputError: when it cannot be written.
        """
        data = dump({"schema": SCHEMA, **header, "answers": {}}).encode()
        manuscript, submission = _read(data, path, check)
        store = cls(path, manuscript, submission, check=check, order=order)
        with store._locked():
            if path.exists():
                raise OutputError([Problem("file.exists", {}, Location(str(path)))])
            store._write(data)
        return store

    def enter(self) -> bool:
        """Announce this sitting; return False when another one has the file open."""
        try:
            self._sitting.acquire(blocking=False)
        except Timeout:
            return False
        except OSError as error:
            raise _cannot_write(self.path, error) from None
        with self._locked():  # what a sitting that was killed had half written
            self._temporary.unlink(missing_ok=True)
        return True

    def leave(self) -> None:
        """End the sitting."""
        with contextlib.suppress(OSError):
            self._sitting.release()

    def put_answer(self, practice_id: str, answer: Answer | None) -> SaveResult:
        """Save an answer, or take it away.

        Raises:
            ConflictError: when it was changed outside to something else.
            InputError: when the file as others left it cannot be read.
            OutputError: when it cannot be written.
        """
        path = ("answers", practice_id)

        def wanted() -> Any:
            if answer is None:
                return ABSENT
            before = self.submission.answers.get(practice_id)
            return plain_answer(answer, before, self._manuscript.get(path))

        saved = self._put(path, wanted)
        answers = dict(self.submission.answers)
        answers.pop(practice_id, None)
        if answer is not None:
            answers[practice_id] = answer
        self.submission = self.submission.model_copy(update={"answers": answers})
        return saved

    def put(self, path: Path_, value: Any, order: Sequence[str] = ()) -> SaveResult:
        """Save a value of the header, ``ABSENT`` to take it away.

        Args:
            path: where it stands.
            value: plain values.
            order: names beside it in the order they should stand, where the store does not know.

        Raises:
            ConflictError: when it was changed outside to something else.
            InputError: when the value does not go there, or the file cannot be read.
            OutputError: when it cannot be written.
        """
        saved = self._put(path, lambda: value, order)
        self.submission = validate(Submission, self._manuscript.document)
        return saved

    def _put(self, path: Path_, wanted: Callable[[], Any], order: Sequence[str] = ()) -> SaveResult:
        value = wanted()
        order = order or _HEADER_ORDER.get(path[:-1], self._order)
        with self._locked():
            saved = self._catch_up(path, value)
            changed = self._manuscript.change(path, value, order)
            if path[0] != "answers":
                sheet = LoadedAnswers(validate(Submission, changed.document), changed.document)
                self._check(sheet)
            if changed.data != self._manuscript.data or saved.restored:
                self._write(changed.data)
            self._manuscript = changed
        return saved

    def _catch_up(self, path: Path_, value: Any) -> SaveResult:
        """Read what others wrote; refuse where it is the value that we are about to change."""
        try:
            data = read_bytes(self.path)
        except InputError as error:
            if any(problem.code != "file.not_found" for problem in error.problems):
                raise
            return SaveResult(restored=True)
        seen = self._manuscript
        if data == seen.data:
            return SaveResult()
        theirs, submission = _read(data, self.path, self._check)
        if theirs.get(("checklist",)) != seen.get(("checklist",)):
            where = theirs.document.location(("checklist",))
            raise InputError([Problem("assess.checklist_changed", {}, where, ("checklist",))])
        clash = theirs.get(path) != seen.get(path) and theirs.get(path) != value
        self._manuscript, self.submission = theirs, submission
        if clash:
            where = theirs.document.location(path)
            raise ConflictError([Problem("assess.conflict", {"name": path[-1]}, where, path)])
        return SaveResult(_differences(seen.document.value, theirs.document.value))

    def _write(self, data: bytes) -> None:
        try:
            replace_file(self.path, data, temporary=self._temporary)
        except OSError as error:
            raise _cannot_write(self.path, error) from None

    @contextlib.contextmanager
    def _locked(self) -> Any:
        try:
            self._saving.acquire()
        except Timeout:
            raise OutputError([Problem("assess.locked", {}, Location(str(self.path)))]) from None
        except OSError as error:
            raise _cannot_write(self.path, error) from None
        try:
            yield
        finally:
            self._saving.release()


_HEADER_ORDER: dict[Path_, tuple[str, ...]] = {
    (): (
        "schema", "checklist", "campaign", "institution", "assessed_on", "approval", "answers",
    ),
    ("institution",): ("id", "name", "sector", "licence", "size", "profile", "risk"),
    ("institution", "risk"): ("factors", "override"),
    ("approval",): ("respondent", "second_line", "reported_to_board"),
}  # fmt: skip


def _read(
    data: bytes, path: Path, check: Callable[[LoadedAnswers], None]
) -> tuple[EditableDocument, Submission]:
    manuscript = EditableDocument.read(data, str(path))
    _refuse_newer(manuscript)
    submission = validate(Submission, manuscript.document)
    check(LoadedAnswers(submission, manuscript.document))
    return manuscript, submission


def _refuse_newer(manuscript: EditableDocument) -> None:
    schema = manuscript.get(("schema",))
    name, _, number = SCHEMA.rpartition("/")
    if not isinstance(schema, str) or not schema.startswith(f"{name}/"):
        return
    version = schema.removeprefix(f"{name}/")
    if version.isdecimal() and int(version) > int(number):
        where = manuscript.document.location(("schema",))
        raise InputError([Problem("assess.newer", {"schema": schema}, where, ("schema",))])


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    names = [name for name in {**old, **new} if name != "answers"]
    parts = [name for name in names if old.get(name) != new.get(name)]
    before, after = old["answers"], new["answers"]
    return (*parts, *(one for one in {**before, **after} if before.get(one) != after.get(one)))


def _beside(path: Path, kind: str) -> str:
    import os

    target = Path(os.path.realpath(path))
    return str(target.with_name(f".{target.name}.{kind}"))


def _cannot_write(path: Path, error: OSError) -> OutputError:
    reason = {"reason": error.strerror or type(error).__name__}
    return OutputError([Problem("file.cannot_write", reason, Location(str(path)))])
