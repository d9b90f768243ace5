"""Reads what the issuer marked for the chapter, and refuses words that name an institution."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cssa.batch.chapter.institution_names import InstitutionNames
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.errors import InputError, Problem
from cssa.forms.notes import NoteKey, NoteMark
from cssa.messages import fitting
from cssa.messages.wording import CodedWord
from cssa.peers.chapter import ChapterKind

_Subject = tuple[str, ChapterKind]
"""A practice, and what is said of it."""


def notes_workbooks(folder: OutFolder) -> list[Path]:
    """Return the paths of the workbooks in which the issuer marks notes.

    Args:
        folder: the batch's.
    """
    return sorted((folder.root / PRIVATE).glob("notes*.xlsx"))


def read_marks(folder: OutFolder, names: InstitutionNames) -> tuple[NoteMark, ...]:
    """Return what was marked in the previous run's workbooks of notes.

    Args:
        folder: the batch's.
        names: what a published text must not have.

    Raises:
        InputError: with everything in them that cannot be accepted.
    """
    from cssa.forms.notes_reader import read_notes

    marks: dict[NoteKey, NoteMark] = {}
    problems: list[Problem] = []
    for path in notes_workbooks(folder):
        try:
            entered = read_notes(path.read_bytes(), str(path))
        except InputError as error:
            problems += error.problems
            continue
        for mark in entered:
            first = marks.setdefault(mark.key, mark)
            # an interrupted run may leave a row in two workbooks, as a copy of one does
            if (mark.kind, mark.wording) != (first.kind, first.wording):
                params = {"other": str(first.place)}
                problems.append(Problem("book.notes_twice", params, mark.place))
    problems += _named(marks.values(), names)
    problems += _undecided(marks.values())
    if problems:
        raise InputError(problems)
    return tuple(marks.values())


def wordings(marks: Iterable[NoteMark]) -> Mapping[_Subject, tuple[str, ...]]:
    """Return the wordings that were entered, by what they are about.

    A mark without a wording goes with the only one about the same.

    Args:
        marks: as they were read.
    """
    found: dict[_Subject, dict[str, None]] = {}
    for mark in marks:
        if mark.wording is not None:
            found.setdefault(_subject(mark), {})[mark.wording] = None
    return {subject: tuple(several) for subject, several in found.items()}


def wording_of(mark: NoteMark, entered: Mapping[_Subject, tuple[str, ...]]) -> str | None:
    """Return the wording that a mark goes with, None where there is none yet.

    Args:
        mark: one that was read.
        entered: the result of ``wordings``.
    """
    return mark.wording or next(iter(entered.get(_subject(mark), ())), None)


def _subject(mark: NoteMark) -> _Subject:
    return mark.key.practice, mark.kind


def _named(marks: Iterable[NoteMark], names: InstitutionNames) -> Iterator[Problem]:
    for mark in marks:
        name = None if mark.wording is None else names.found_in(mark.wording)
        if name is not None:
            code = f"batch.chapter.{name.kind}"
            params = {"found": name.text, "institution": name.institution}
            yield Problem(code, fitting(code, params), mark.place)


def _undecided(marks: Iterable[NoteMark]) -> Iterator[Problem]:
    """Yield a problem for each mark that could go with any of several wordings."""
    marks = tuple(marks)
    entered = wordings(marks)
    for mark in marks:
        several = entered.get(_subject(mark), ())
        if mark.wording is None and len(several) > 1:
            params = {
                "practice": mark.key.practice,
                "kind": CodedWord(f"book.notes.mark.{mark.kind}"),
            }
            yield Problem("batch.chapter.undecided", params, mark.place)
