"""Checks of the folders of the library: what each holds, and what it refers to."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from cssa.datafile.files import read_bytes
from cssa.datafile.reader import read
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.library.crosswalk import read_crosswalk
from cssa.library.incident_files import (
    KnownNames,
    check_links,
    library_of,
    read_report,
    report_folders,
)
from cssa.library.incident_trends import TRENDS, IncidentTrends, check_trends
from cssa.library.published import Survey, check_survey
from cssa.location import Location
from cssa.messages.wording import listed


class LibraryFindings(NamedTuple):
    """What is wrong with a folder of the library.

    Attributes:
        problems: what is refused.
        warnings: what cannot be checked yet.
        size: how much it holds.
    """

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    size: int


class References(NamedTuple):
    """What the library may refer to.

    Attributes:
        known: what incident cases may refer to.
        practices_of: returns the ids of a checklist's practices, None where there is no such
            checklist.
    """

    known: KnownNames
    practices_of: Callable[[str], AbstractSet[str] | None]


def lint_incidents(folder: Path, references: References) -> LibraryFindings:
    """Check the cases of a folder with one folder for each report.

    Args:
        folder: the folder.
        references: what they may refer to.
    """
    reports, problems = library_of(folder, references.known)
    warnings: dict[str, Problem] = {}
    for report in report_folders(folder):
        files, _ = read_report(report)
        for chapter, document in files.chapters:
            for problem, is_certain in check_links(chapter, document, references.practices_of):
                if is_certain:
                    problems.append(problem)
                else:
                    warnings.setdefault(str(problem.params), problem)
    problems += _trend_problems(folder / TRENDS, references.known)
    count = sum(len(chapter.cases) for report in reports for chapter in report.chapters)
    return LibraryFindings(tuple(problems), tuple(warnings.values()), count)


def _trend_problems(file: Path, known: KnownNames) -> list[Problem]:
    """Return what is wrong with the trends, where there are any."""
    if not file.exists():
        return []
    try:
        document = read(read_bytes(file), str(file))
        return list(check_trends(validate(IncidentTrends, document), document, known))
    except InputError as error:
        return list(error.problems)


def lint_published(folder: Path, references: References) -> LibraryFindings:
    """Check the surveys of a folder.

    Args:
        folder: the folder.
        references: what they may refer to.
    """
    problems: list[Problem] = []
    count = 0
    for file in sorted(folder.glob("*.yaml")):
        try:
            document = read(read_bytes(file), str(file))
            survey = validate(Survey, document)
        except InputError as error:
            problems.extend(error.problems)
            continue
        problems.extend(check_survey(survey, document, references.practices_of))
        count += sum(len(item.figures) for item in survey.questions)
    return LibraryFindings(tuple(problems), (), count)


def lint_crosswalks(folder: Path, _references: References) -> LibraryFindings:
    """Check the crosswalks of a folder; which items they may name, their documents decide.

    Args:
        folder: the folder.
    """
    problems: list[Problem] = []
    files = sorted(folder.glob("*.yaml"))
    for file in files:
        try:
            read_crosswalk(read_bytes(file), str(file))
        except InputError as error:
            problems.extend(error.problems)
    return LibraryFindings(tuple(problems), (), len(files))


LINTS: Mapping[str, Callable[[Path, References], LibraryFindings]] = {
    "incidents": lint_incidents,
    "published": lint_published,
    "crosswalks": lint_crosswalks,
}
"""The folders below ``library``, each with its check."""


def lint_library(folder: Path, references: References) -> LibraryFindings:
    """Check a folder below ``library``.

    Args:
        folder: the folder.
        references: what it may refer to.
    """
    lint = LINTS.get(folder.name)
    if lint is None:
        params = {"name": folder.name, "known": listed(LINTS)}
        return LibraryFindings((Problem("library.unknown", params, Location(str(folder))),), (), 0)
    return lint(folder, references)
