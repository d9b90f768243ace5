"""``cssa form status``: shows what became of the forms in a folder."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cssa.cli import options
from cssa.cli.environment import open_workspace, read_date
from cssa.cli.field_lists import LISTED
from cssa.cli.form.form_files import ENDINGS, read_password, unlocked
from cssa.cli.language import current, t
from cssa.cli.output import (
    emit,
    note,
    note_each,
)
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.signature import is_as_written
from cssa.workspace import Workspace

if TYPE_CHECKING:
    from cssa.forms.form_status import CollectedForm

_COLLECTED = (*ENDINGS, ".htm", ".json")


def status(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=t("opt.form.folder"))],
    delegates: Annotated[
        Path | None,
        typer.Option("--delegates", metavar="FILE", help=t("opt.form.status_delegates")),
    ] = None,
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", metavar="FILE", help=t("opt.form.password_file")),
    ] = None,
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help=t("opt.format.score"))
    ] = "table",
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
) -> None:
    """Show what became of forms."""
    from cssa.forms.form_status import status_of
    from cssa.lists.delegates import read_delegates
    from cssa.reports import form_status_page as shown

    day = read_date(as_of)
    workspace = open_workspace(checklist)
    forms = _collected(workspace, folder, password_file)
    if not forms and delegates is None:
        raise InputError([Problem("form.status.none", {"path": folder}, Location(str(folder)))])
    if forms:
        edition = forms[0].reading.edition
    else:
        edition = workspace.catalogue.load(workspace.asked_entry())
    assignment = (
        None
        if delegates is None
        else read_delegates(read_bytes(delegates), str(delegates), edition.checklist)
    )
    found = status_of(forms, assignment)
    if format_ == "json":
        document = shown.document(found, day, current())
        emit(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        from cssa.cli.pages import show

        show(shown.page(found, edition.checklist, day, current()))


def _collected(
    workspace: Workspace, folder: Path, password_file: Path | None
) -> "list[CollectedForm]":
    """Read the forms in a folder; what is none is said and passed over.

    Raises:
        InputError: when it is no folder.
    """
    from cssa.forms.form_reader import read_form
    from cssa.forms.form_status import CollectedForm

    if not folder.is_dir():
        raise InputError([Problem("form.status.no_folder", {}, Location(str(folder)))])
    password = read_password(password_file)
    forms: list[CollectedForm] = []
    problems: list[Problem] = []
    skipped = 0
    others: list[str] = []
    for path in _files(folder):
        if path.suffix.lower() not in _COLLECTED:
            others.append(path.relative_to(folder).as_posix())
            continue
        try:
            data = unlocked(read_bytes(path), str(path), password)
            reading = read_form(data, str(path), workspace.form_context)
        except InputError as error:
            skipped += 1
            problems += error.problems
        else:
            is_saved = reading.is_saved if reading.is_page else not is_as_written(path)
            forms.append(CollectedForm(reading, is_saved=is_saved))
    if problems:
        note(t("form.status.skipped", count=skipped))
        note_each(problems)
    if others:
        note(t("form.status.others", count=len(others), names=listed(others, LISTED)))
    return forms


def _files(folder: Path) -> list[Path]:
    """Return the files in a folder and those in it, without hidden ones and locks of Excel."""
    paths: list[Path] = []
    for current_folder, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        paths += (
            Path(current_folder, name) for name in sorted(names) if not name.startswith((".", "~$"))
        )
    return [path for path in paths if path.is_file()]
