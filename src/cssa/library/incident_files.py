"""The files of the incident library: read, and checked against each other."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from importlib.resources.abc import Traversable
from pathlib import PurePath
from typing import NamedTuple

from cssa.datafile.files import read_bytes
from cssa.datafile.reader import Document, read
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.library.incidents import (
    IncidentCase,
    IncidentChapter,
    IncidentKinds,
    IncidentReport,
    ReportCases,
)
from cssa.location import KeyPath
from cssa.messages.wording import listed

KINDS = "kinds.yaml"
_REPORT = "report.yaml"


class KnownNames(NamedTuple):
    """The names that cases may refer to.

    Attributes:
        kinds: triggers and tags.
        sectors: ids of sub-sectors.
        threats: ids of threats.
    """

    kinds: IncidentKinds
    sectors: AbstractSet[str]
    threats: AbstractSet[str]


class ReportFiles(NamedTuple):
    """The files of one report.

    Attributes:
        report: its ``report.yaml``, None where that is refused.
        document: the document of it.
        chapters: its chapters that could be read, each with its document.
    """

    report: IncidentReport | None
    document: Document | None
    chapters: tuple[tuple[IncidentChapter, Document], ...]


def read_kinds(folder: Traversable) -> IncidentKinds:
    """Read the triggers and tags of a library.

    Raises:
        InputError: with every problem of the file.
    """
    return validate(IncidentKinds, _document(folder / KINDS))


def report_folders(folder: Traversable) -> list[Traversable]:
    """Return the folders of the reports of a library, by name."""
    return sorted((item for item in folder.iterdir() if item.is_dir()), key=lambda item: item.name)


def source_files(folder: Traversable) -> list[Traversable]:
    """Return every file of a library's cases, in a fixed order."""
    files = [folder / KINDS]
    for report in report_folders(folder):
        files += yaml_files(report)
    return files


def yaml_files(folder: Traversable) -> list[Traversable]:
    """Return the YAML files of a folder, by name."""
    files = (item for item in folder.iterdir() if item.name.endswith(".yaml"))
    return sorted(files, key=lambda item: item.name)


def read_report(folder: Traversable) -> tuple[ReportFiles, list[Problem]]:
    """Return what can be read of a report's files, with the problems of all others.

    Where ``report.yaml`` is refused, every other file is read as a chapter.

    Args:
        folder: the report's folder.
    """
    problems: list[Problem] = []
    report, document = None, None
    files = (item.name for item in yaml_files(folder))
    names = [name.removesuffix(".yaml") for name in files if name != _REPORT]
    try:
        document = _document(folder / _REPORT)
        report = validate(IncidentReport, document)
    except InputError as error:
        problems.extend(error.problems)
    chapters = []
    for name in report.chapters if report else names:
        try:
            chapter_document = _document(folder / f"{name}.yaml")
            chapters.append((validate(IncidentChapter, chapter_document), chapter_document))
        except InputError as error:
            problems.extend(error.problems)
    if report and document:
        for name in set(names).difference(report.chapters):
            location = document.location(("chapters",))
            problems.append(
                Problem("incidents.unlisted_chapter", {"name": name}, location, ("chapters",))
            )
    return ReportFiles(report, document, tuple(chapters)), problems


def library_of(
    folder: Traversable, known: KnownNames
) -> tuple[tuple[ReportCases, ...], list[Problem]]:
    """Return every report of a library, with the problems of all of them.

    Args:
        folder: the library's folder.
        known: what cases may refer to.
    """
    problems: list[Problem] = []
    reports = []
    used: dict[str, str] = {}
    for report_folder in report_folders(folder):
        files, found = read_report(report_folder)
        problems += found
        problems += check_report(files, known, used)
        if files.report is not None:
            chapters = tuple(chapter for chapter, _ in files.chapters)
            reports.append(ReportCases(report=files.report, chapters=chapters))
    return tuple(reports), problems


def check_report(files: ReportFiles, known: KnownNames, used: dict[str, str]) -> Iterator[Problem]:
    """Yield what a report's files name that does not exist, or name twice.

    Args:
        files: what has been read.
        known: what cases may refer to.
        used: places of the ids of all cases so far; those of this report are added.
    """
    if files.report and files.document:
        yield from _unknown_sectors(files.report, files.document, known.sectors)
    labels = None if files.report is None else {sector.ja for sector in files.report.sectors}
    triggers = {kind.id for kind in known.kinds.triggers}
    tags = {kind.id for kind in known.kinds.tags}
    for chapter, document in files.chapters:
        if PurePath(document.path).stem != chapter.chapter:
            params = {"chapter": chapter.chapter}
            yield _problem("chapter_file", params, document, ("chapter",))
        for index, case in enumerate(chapter.cases):
            path: KeyPath = ("cases", index)
            place = str(document.location((*path, "id")))
            if case.id in used:
                params = {"id": case.id, "first": used[case.id]}
                yield _problem("duplicate", params, document, (*path, "id"))
            used.setdefault(case.id, place)
            if case.trigger not in triggers:
                unknown = {"name": case.trigger, "known": listed(sorted(triggers))}
                yield _problem("unknown_trigger", unknown, document, (*path, "trigger"))
            yield from _unknown(case.tags, tags, "tag", document, (*path, "tags"))
            yield from _unknown(case.threats, known.threats, "threat", document, (*path, "threats"))
            if labels and not case.sectors:
                yield _problem("no_sector_printed", {}, document, (*path, "sectors"))
            if labels is not None:
                yield from _unknown(case.sectors, labels, "label", document, (*path, "sectors"))


def check_links(
    chapter: IncidentChapter,
    document: Document,
    practices_of: Callable[[str], AbstractSet[str] | None],
) -> Iterator[tuple[Problem, bool]]:
    """Yield links to practices that do not exist, each with whether its checklist exists.

    Args:
        chapter: the chapter that is checked.
        document: the document of it.
        practices_of: returns the ids of a checklist's practices, None where there is no such
            checklist.
    """
    for index, case in enumerate(chapter.cases):
        for checklist, path in _checklists(case, index):
            practices = practices_of(checklist)
            if practices is None:
                yield _problem("unknown_checklist", {"name": checklist}, document, path), False
                continue
            for place, practice in enumerate(case.practices[checklist]):
                where = (*path, place)
                if practice not in practices:
                    params = {"name": practice, "id": checklist}
                    yield _problem("unknown_practice", params, document, where), True
                elif practice in case.practices[checklist][:place]:
                    params = {"name": practice}
                    yield _problem("practice_twice", params, document, where), True


def _checklists(case: IncidentCase, index: int) -> Iterator[tuple[str, KeyPath]]:
    for checklist in case.practices:
        yield checklist, ("cases", index, "practices", checklist)


def _unknown_sectors(
    report: IncidentReport, document: Document, sectors: AbstractSet[str]
) -> Iterator[Problem]:
    for index, printed in enumerate(report.sectors):
        path = ("sectors", index, "kinds")
        yield from _unknown(printed.kinds, sectors, "sector", document, path)


def _unknown(
    names: tuple[str, ...], known: AbstractSet[str], kind: str, document: Document, path: KeyPath
) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name not in known:
            params = {"name": name, "known": listed(sorted(known) or ["-"])}
            yield _problem(f"unknown_{kind}", params, document, (*path, index))


def _problem(code: str, params: Mapping[str, object], document: Document, path: KeyPath) -> Problem:
    return Problem(f"incidents.{code}", params, document.location(path), path)


def _document(file: Traversable) -> Document:
    return read(read_bytes(file), str(file))
