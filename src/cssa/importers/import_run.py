"""One import from beginning to end: a file in, the files of a checklist and crosswalks out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from cssa.datafile.emit import dump
from cssa.errors import Problem, UsageError
from cssa.importers.builder import BuiltChecklist, build_checklist
from cssa.importers.folder import checklist_files
from cssa.importers.importer import Importer, ImportRequest, SourceReading
from cssa.importers.losses import Balance
from cssa.importers.record import counts, record_content
from cssa.importers.registry import importer_for
from cssa.importers.source_file import refusal
from cssa.messages.wording import listed

_ENDS = (b"\n", b"\r", b"}", b"]")
"""What a whole file ends with: JSON with a bracket, others with a line break as a rule."""


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What came of an import.

    Attributes:
        format_title: what the format is called.
        built: the checklist; None where the file has relations only.
        files: the checklist's files by name.
        crosswalks: the files of crosswalks by name.
        balance: what is not carried, and what was decided.
        counts: by kind: how many things were read, carried and listed as not carried.
    """

    format_title: str
    built: BuiltChecklist | None
    files: Mapping[str, bytes]
    crosswalks: Mapping[str, bytes]
    balance: Balance
    counts: Mapping[str, Mapping[str, int]]


def import_file(
    request: ImportRequest, format_: str | None = None, basic: tuple[str, ...] = ()
) -> Imported:
    """Return what a file of others becomes.

    Args:
        request: the file.
        format_: the format that the user says it has; None to recognise it.
        basic: groups whose requirements are basic; none for everything.

    Raises:
        InputError: when the file is refused, with every problem.
        UsageError: when it has no such language or group, or leaves nothing open that is asked for.
    """
    importer = importer_for(request, format_)
    if request.parents != "practices" and not importer.has_parents:
        raise UsageError([Problem("import.no_parents", {"format": importer.title})])
    reading = _read(importer, request)
    balance = reading.balance
    if not request.data.endswith(_ENDS):
        balance.note("no_line_end")
    counted = counts(reading.outline, balance)  # before texts are put together
    built, files = None, dict[str, bytes]()
    if reading.outline is not None:
        known = [group.original for group in reading.outline.groups]
        unknown = [group for group in basic if group not in known]
        if unknown:
            params = {"groups": listed(unknown), "known": listed(known or ["-"])}
            raise UsageError([Problem("import.group_unknown", params)])
        built = build_checklist(reading.outline, balance, basic)
        record = record_content(
            file_name=PurePath(request.path).name,
            data=request.data,
            format_=importer.name,
            outline=reading.outline,
            built=built,
            counted=counted,
            balance=balance,
            basic=basic,
        )
        files = checklist_files(built.header, built.domains, record)
    return Imported(
        format_title=importer.title,
        built=built,
        files=files,
        crosswalks=_crosswalk_files(reading),
        balance=balance,
        counts=counted,
    )


def _read(importer: Importer, request: ImportRequest) -> SourceReading:
    """Return what a file holds; a value of another type than its format has there refuses it."""
    try:
        return importer.read(request)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise refusal(request, "import.structure") from None


def _crosswalk_files(reading: SourceReading) -> dict[str, bytes]:
    """Return the crosswalks' files by name; several between the same documents are numbered."""
    files: dict[str, bytes] = {}
    for crosswalk in reading.crosswalks:
        name, number = crosswalk.file_name, 1
        while name in files:
            number += 1
            name = crosswalk.file_name.replace(".yaml", f"_{number}.yaml")
        files[name] = dump(crosswalk.content(), as_lines=True).encode()
    return files
