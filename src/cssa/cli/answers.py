"""``cssa answers``: what is done with an answers file as a whole."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cssa.answers.answers_file import AnswersFile
from cssa.answers.approval import content_hash
from cssa.answers.loading import LoadedAnswers
from cssa.cli import options
from cssa.cli.advised import advised_arguments
from cssa.cli.app import add, new_app
from cssa.cli.carry import carry
from cssa.cli.environment import open_workspace, read_input
from cssa.cli.field_lists import LISTED, list_fields
from cssa.cli.language import t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note, note_each
from cssa.cli.run_change_log import note_failure, open_change_log
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.signature import OutputKind
from cssa.workspace import Workspace, is_form

if TYPE_CHECKING:
    from cssa.answers.change_log import ChangeLog
    from cssa.checklist.catalogue import Edition

app = new_app("help.answers")


@app.callback()
def answers_() -> None:
    """Carry over, merge, apply and approve answers."""


add(app, "help.answers.carry", "carry")(carry)


@add(app, "help.answers.approve", "approve")
def approve(
    answers: Annotated[
        Path, typer.Argument(metavar="ANSWERS", help=t("opt.answers.approve"), readable=False)
    ],
    by: options.By = None,
    checklist: options.Checklist = None,
) -> None:
    """Record that answers are approved as they are."""
    file = Output(answers, OutputKind.ANSWERS, (*checklist_files(checklist),), updates=True)
    check_outputs(file)
    _refuse_form(answers, "answers.approve_form")
    workspace = open_workspace(checklist)
    log = open_change_log("answers approve", by)
    store, _ = _open(workspace, answers, log)
    if store.submission.approval.respondent is None:
        raise InputError([Problem("answers.approve_nobody", {}, Location(str(answers)))])
    store.save_value(("approval", "content"), content_hash(store.submission))
    note_failure(log)
    note(t("answers.approved", path=answers, count=store.submission.given_count))


@add(app, "help.answers.merge", "merge")
def merge(
    base: Annotated[Path, typer.Argument(metavar="BASE", help=t("opt.answers.base"))],
    ours: Annotated[
        Path, typer.Argument(metavar="OURS", help=t("opt.answers.ours"), readable=False)
    ],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help=t("opt.answers.theirs"))],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", readable=False, help=t("opt.answers.merge_output")
        ),
    ] = None,
    take: Annotated[
        Literal["ours", "theirs"] | None, typer.Option("--take", help=t("opt.answers.take"))
    ] = None,
    by: options.By = None,
    checklist: options.Checklist = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Merge two versions of answers."""
    from cssa.answers.versions import merge_versions, refuse_other

    others: tuple[str | Path | None, ...] = (base, theirs, *checklist_files(checklist))
    if output is None:
        file = Output(ours, OutputKind.ANSWERS, others, updates=True)
    else:
        file = Output(output, OutputKind.ANSWERS, (ours, *others), replace=replace)
    check_outputs(file)
    for path in (base, ours, theirs):
        _refuse_form(path, "answers.merge.form")
    workspace = open_workspace(checklist)
    log = open_change_log("answers merge", by)
    store, edition = _open(workspace, ours, log if output is None else None)
    own = LoadedAnswers(store.submission, store.editable.document)
    common = _version(workspace, base) if read_bytes(base).strip() else None
    other = _version(workspace, theirs)
    refuse_other(common, own, other)
    workspace.check(other, edition)
    merged = merge_versions(
        common, store.submission, store.editable, other, list(edition.checklist.placed), take
    )
    if merged.problems and take is None:
        note(t("answers.merge.conflicts", ours=ours, theirs=theirs, count=len(merged.problems)))
        raise InputError(merged.problems)
    profile = workspace.scoring_data.profile
    orders = {
        ("institution", "profile"): [flag.id for flag in profile.flags],
        ("institution", "risk", "factors"): [factor.id for factor in profile.factors],
    }
    if output is None:
        if merged.changes:
            store.change(merged.changes, orders)
    else:
        emit(store.changed(merged.changes, orders)[0].data, file)
    note_failure(log)
    for name in ("taken", "kept"):
        list_fields(f"answers.merge.fields.{name}", getattr(merged, name))
    list_fields(
        "answers.merge.fields.conflicts", merged.conflicts, count=len(merged.problems), side=take
    )
    if output is None and not merged.changes:
        note(t("answers.unchanged", path=ours))
    else:
        note(t("answers.merge.done", path=output or ours))


@add(app, "help.answers.apply", "apply")
def apply(
    provider: Annotated[str, typer.Argument(metavar="PROVIDER", help=t("opt.answers.provider"))],
    answers: Annotated[
        Path, typer.Argument(metavar="ANSWERS", help=t("opt.answers.applied"), readable=False)
    ],
    performed_by: Annotated[
        Literal["head_office", "group", "shared_centre", "vendor"] | None,
        typer.Option("--performed-by", help=t("opt.answers.performed_by")),
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="ID", help=t("opt.answers.only"))
    ] = None,
    by: options.By = None,
    checklist: options.Checklist = None,
) -> None:
    """Apply the answers of a provider."""
    from cssa.answers.provided import Offer, refuse_provider, take_over
    from cssa.answers.submission import PROVIDERS

    inputs: tuple[str | Path | None, ...] = (provider, *checklist_files(checklist))
    check_outputs(Output(answers, OutputKind.ANSWERS, inputs, updates=True))
    _refuse_form(answers, "answers.apply.form")
    workspace = open_workspace(checklist)
    log = open_change_log("answers apply", by)
    store, edition = _open(workspace, answers, log)
    given = workspace.read_answers(read_input(provider), provider)
    refuse_provider(given, store.submission)
    workspace.check(given, workspace.edition_of(given))
    provides = given.submission.provides
    kind = performed_by or (provides.performed_by if provides else None)
    if kind is None:
        raise UsageError([Problem("answers.apply.no_kind", {"known": listed(PROVIDERS)})])
    parts = only or (provides.practices if provides else ())
    for part in parts:
        if part not in edition.checklist.practice_ids_by_part:
            raise UsageError([Problem("answers.apply.unknown_part", {"name": part})])
    offer = Offer(given, kind, parts)
    takeover = take_over(offer, store.submission, store.editable, edition.checklist)
    if takeover.changes:
        store.change(takeover.changes)
    note_failure(log)
    note_each([*takeover.not_taken, *takeover.own])

    def numbers(practices: list[str]) -> object:
        return listed(map(edition.checklist.shown_id, practices), LISTED)

    for name in ("unanswered", "same", "left"):
        practices = getattr(takeover, name)
        if practices:
            count = len(practices)
            note(t(f"answers.apply.{name}", count=count, practices=numbers(practices)))
    if takeover.own:
        own = [str(problem.path[1]) for problem in takeover.own]
        note(t("answers.apply.own_answers", count=len(own), practices=numbers(own)))
    if not takeover.taken:
        note(t("answers.unchanged", path=answers))
        return
    name, taken = given.submission.institution.name, takeover.taken
    params = {"name": name, "path": answers, "count": len(taken), "practices": numbers(taken)}
    note(t("answers.apply.done", **params))
    note(t("answers.apply.to_confirm", path=advised_arguments(answers, checklist)))


def _refuse_form(path: Path, code: str) -> None:
    """Refuse a form in place of an answers file."""
    if is_form(read_bytes(path)):
        raise InputError([Problem(code, {}, Location(str(path)))])


def _open(
    workspace: Workspace, path: Path, log: "ChangeLog | None"
) -> "tuple[AnswersFile, Edition]":
    """Open an answers file to change it, checked against the checklist that it names."""
    edition = workspace.edition_of(AnswersFile.read_unchecked(path))

    def check(loaded: LoadedAnswers) -> None:
        workspace.check(loaded, edition)

    order = list(edition.checklist.placed)
    return AnswersFile.open(path, check=check, order=order, change_log=log), edition


def _version(workspace: Workspace, path: Path) -> LoadedAnswers:
    """Read another version of an answers file."""
    return workspace.read_answers(read_bytes(path), str(path))
