"""``cssa answers carry``: last time's answers as a draft of this time's."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.answers.serialization import to_yaml
from cssa.answers.value_words import value_with_level
from cssa.checklist.catalogue import Catalogue
from cssa.checklist.changes import ChangedVersion, LocatedChanges, VersionChanges
from cssa.cli import options
from cssa.cli.advised import advised_arguments, checklist_argument
from cssa.cli.environment import open_workspace, read_date, read_input
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note
from cssa.datafile.reader import read
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.library.crosswalk import Crosswalk, CrosswalkEnd
from cssa.location import Location
from cssa.messages import fitting
from cssa.messages.typography import TYPOGRAPHY
from cssa.signature import OutputKind

if TYPE_CHECKING:
    from cssa.answers.loading import LoadedAnswers
    from cssa.answers.submission import Answer
    from cssa.checklist.catalogue import CatalogueEntry, Edition
    from cssa.checklist.model import Checklist
    from cssa.checklist.practice import Practice
    from cssa.comparison.carried_answer import CarryNote
    from cssa.comparison.carry_over import CarryStep
    from cssa.workspace import Workspace

_CHANGES, _CROSSWALK = "cssa.changes/", "cssa.crosswalk/"

_LONG = frozenset(("new", "uncovered"))
"""What is to be answered: so many in another checklist that only the first are named."""

_LISTED = 20


def carry(
    old: Annotated[str, typer.Argument(metavar="OLD", help=t("opt.carry.old"))],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", readable=False, help=t("opt.carry.output")),
    ],
    to: Annotated[
        str | None, typer.Option("--to", metavar="CHECKLIST", help=t("opt.carry.to"))
    ] = None,
    table: Annotated[
        str | None, typer.Option("--map", metavar="FILE", help=t("opt.carry.map"))
    ] = None,
    checklist: Annotated[
        str | None,
        typer.Option("--checklist", "-c", metavar="CHECKLIST", help=t("opt.carry.checklist")),
    ] = None,
    as_of: options.AsOf = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Carry answers over."""
    from cssa.comparison.carry_over import carry_over

    inputs = (old, table, *checklist_files(to), *checklist_files(checklist))
    file = Output(output, OutputKind.ANSWERS, inputs, replace=replace)
    check_outputs(file)
    day = read_date(as_of)
    workspace = open_workspace(checklist)
    loaded = workspace.read_answers(read_input(old), old)
    former = workspace.edition_of(loaded)
    workspace.check(loaded, former)
    steps = _steps(workspace, loaded, to, table)
    result = carry_over(loaded.submission, steps, day)
    text = to_yaml(result.submission)
    again = workspace.read_answers(text.encode(), str(output))
    workspace.check(again, steps[-1].edition)
    emit(text, file)
    _note_all(result.notes, workspace, former.checklist)
    count = result.submission.given_count
    reached = steps[-1].edition.checklist
    params = {"old": f"{former.checklist.id} {former.checklist.version}", "path": output}
    note(t("carry.done", **params, count=count, checklist=reached.id, version=reached.version))
    if not result.submission.has_answers:
        note(t("carry.nothing"))
        return ExitCode.NOTHING_ASSESSED
    if not file.is_stdout:
        named = to or checklist_argument(workspace, f"{reached.id}@{reached.version}", checklist)
        note(t("carry.next", path=advised_arguments(output, named)))
    return ExitCode.DONE


def _steps(
    workspace: "Workspace", loaded: "LoadedAnswers", to: str | None, table: str | None
) -> "Sequence[CarryStep]":
    """Return the way from the checklist answered to the one asked for."""
    from cssa.comparison.carry_over import superseded_structure
    from cssa.comparison.carry_steps import changes_step, crosswalk_step, version_steps

    catalogue, former = workspace.catalogue, workspace.edition_of(loaded)
    supersession = former.checklist.supersession(loaded.submission.checklist.fingerprint)
    first = [] if supersession is None else [superseded_structure(former, supersession)]
    given = None if table is None else _read_table(table)
    if isinstance(given, LocatedChanges):
        target = _target(catalogue, former, to, given.changes.to)
        return [*first, changes_step(given, former, catalogue.load(target))]
    target = _target(catalogue, former, to, None if given is None else given.to)
    if given is None and target.id == former.checklist.id:
        return [*first, *version_steps(catalogue, former, target)]
    edition = catalogue.load(target)
    crosswalk = given or workspace.library.crosswalk(former.checklist.id, target.id)
    ends = {"old": former.checklist.id, "new": target.id}
    if crosswalk is None:
        raise InputError([Problem("carry.no_crosswalk", ends)])
    wanted = (former.checklist.id, target.id)
    if wanted == (crosswalk.to.id, crosswalk.from_.id) and wanted[0] != wanted[1]:
        crosswalk = crosswalk.reversed()
    if wanted != (crosswalk.from_.id, crosswalk.to.id):
        params = {"old": crosswalk.from_.id, "new": crosswalk.to.id, "id": former.checklist.id}
        raise InputError([Problem("carry.other_crosswalk", params, Location(str(table)))])
    return [*first, crosswalk_step(crosswalk, former, edition)]


def _target(
    catalogue: Catalogue,
    former: "Edition",
    to: str | None,
    stated: ChangedVersion | CrosswalkEnd | None,
) -> "CatalogueEntry":
    """Return the checklist to carry to: as asked for, as a table says, else the newest version."""
    if to is not None:
        return catalogue.resolve(to)
    if stated is None:
        return catalogue.find(former.checklist.id)
    return catalogue.find(stated.id or former.checklist.id, stated.version)


def _read_table(path: str) -> LocatedChanges | Crosswalk:
    """Return what ``--map`` names, as its schema says."""
    document = read(read_input(path), path)
    schema = document.value.get("schema") if isinstance(document.value, dict) else None
    if str(schema).startswith(_CHANGES):
        return LocatedChanges(validate(VersionChanges, document), document)
    if str(schema).startswith(_CROSSWALK):
        return validate(Crosswalk, document)
    raise InputError([Problem("carry.map_neither", {}, document.location(("schema",)))])


def _note_all(notes: "Iterable[CarryNote]", workspace: "Workspace", checklist: "Checklist") -> None:
    """Say what happened to which practices, a line for each thing that happened."""
    by_code: dict[str, list[CarryNote]] = {}
    for item in notes:
        by_code.setdefault(item.code, []).append(item)
    for code, items in by_code.items():
        names = list(dict.fromkeys(map(_name, items)))
        count = len(names)
        if code in _LONG and len(names) > _LISTED:
            names = [*names[:_LISTED], "…"]
        key = f"carry.note.{code}"
        params = {"names": TYPOGRAPHY[current()].join(names), "count": count}
        note(t(key, **fitting(key, params)))
        for item in items:
            if item.practice is not None and item.answer is not None:
                words = _answer_words(item.practice, item.answer, workspace, checklist)
                title = item.practice.title.get(current())
                number = item.practice.shown_id
                note(f"  {t('carry.left', name=number, title=title, answer=words)}")


def _name(item: "CarryNote") -> str:
    """Return what something happened to, with what belongs to it."""
    name = t(f"field.{item.name}") if item.code == "header" else item.name
    return t("carry.item", name=name, detail=item.detail) if item.detail else name


def _answer_words(
    practice: "Practice", answer: "Answer", workspace: "Workspace", checklist: "Checklist"
) -> str:
    """Return an answer that was left behind, in a line."""
    if answer.na or answer.not_adopted:
        words = t(f"assess.is.{'na' if answer.na else 'not_adopted'}", reason=answer.reason)
    elif answer.level is not None:
        name = workspace.scoring_data.level_wording(checklist).name(answer.level)
        words = t("assess.is.level", level=answer.level, name=name.get(current()))
    else:
        words = value_with_level(practice, answer, current()) or t("status.unanswered")
    parts = [words]
    if answer.evidence:
        refs = TYPOGRAPHY[current()].join(item.ref for item in answer.evidence)
        parts.append(t("assess.has.evidence", refs=refs))
    if answer.note:
        parts.append(t("assess.has.note", note=answer.note))
    return " / ".join(parts)
