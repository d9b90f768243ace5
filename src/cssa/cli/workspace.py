"""What commands work with, put together from the environment: data, checklists, answers, clock."""

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from cssa.answers.sheet import AnswerSheet, check_sheet, read_sheet
from cssa.checklist.catalogue import Catalogue, Edition
from cssa.engine.assess import Yardstick, assess
from cssa.engine.result import Result
from cssa.errors import InputError, Problem, UsageError
from cssa.scheme.library import DEFAULT_SCHEME, DEFAULT_TARGETS, Library
from cssa.yamlio.compiled import CompiledStore
from cssa.yamlio.files import read_bytes
from cssa.yamlio.model import parse_date

STDIN = "-"


def cache_folder() -> Path | None:
    """Return where compiled data is kept; an empty ``CSSA_CACHE`` keeps none."""
    named = os.environ.get("CSSA_CACHE")
    if named is not None:
        return Path(named) if named else None
    base = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "cssa"
    except RuntimeError:  # no home folder
        return None


@dataclass(frozen=True, slots=True)
class Assessed:
    """Answers with what they were read as and what they yield."""

    sheet: AnswerSheet
    edition: Edition
    yardstick: Yardstick
    result: Result


class Workspace:
    """The data within reach of one run.

    Args:
        checklist: a checklist's folder or ``checklist.yaml`` that the user named.
    """

    def __init__(self, checklist: Path | None = None) -> None:
        store = CompiledStore(cache_folder())
        folders = os.environ.get("CSSA_CHECKLISTS", "")
        self.library = Library(store)
        self.catalogue = Catalogue(
            vocabulary=lambda: self.library.vocabulary,
            given=checklist,
            folders=[Path(part) for part in folders.split(os.pathsep) if part],
            store=store,
        )

    def assess(
        self, answers: str, *, scheme: str | None, target: str | None, as_of: date
    ) -> Assessed:
        """Read, check and score an answers file.

        Args:
            answers: its path, or ``-`` for standard input.
            scheme: id or path; the default where None.
            target: id or path; the default where None.
            as_of: date on which treatments must be valid.
        """
        sheet = read_answers(answers)
        wanted = sheet.submission.checklist
        try:
            entry = self.catalogue.find(wanted.id, wanted.version)
        except InputError as error:
            raise InputError(_placed(problem, sheet) for problem in error.problems) from None
        edition = self.catalogue.load(entry)
        yardstick = Yardstick(
            scheme=self.library.scheme(scheme or DEFAULT_SCHEME),
            targets=self.library.targets(target or DEFAULT_TARGETS),
            profile=self.library.profile,
        )
        check_sheet(sheet, edition, yardstick.profile, self.library.sectors)
        result = assess(edition, sheet.submission, yardstick, as_of=as_of)
        return Assessed(sheet, edition, yardstick, result)


def _placed(problem: Problem, sheet: AnswerSheet) -> Problem:
    """Put an unknown checklist or version where the answers name it."""
    if problem.location is not None:
        return problem
    key = "version" if problem.code == "checklist.unknown_version" else "id"
    path = ("checklist", key)
    return Problem(problem.code, problem.params, sheet.document.location(path), path)


def read_answers(answers: str) -> AnswerSheet:
    """Read an answers file or standard input."""
    if answers == STDIN:
        return read_sheet(sys.stdin.buffer.read(), STDIN)
    return read_sheet(read_bytes(Path(answers)), answers)


def today() -> date:
    """Return today's date where the program runs."""
    return datetime.now(UTC).astimezone().date()


def read_date(text: str | None) -> date:
    """Return a date given on the command line, today where None.

    Raises:
        UsageError: when it is not a date.
    """
    if text is None:
        return today()
    try:
        return parse_date(text)
    except ValueError:
        params = {"name": "--as-of", "value": text}
        raise UsageError([Problem("usage.bad_date", params)]) from None
