"""``cssa policy``: drafts and checks policies, and shows what a change weakens."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from cssa.checklist.model import Checklist
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note, with_ending
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import read
from cssa.datafile.typed_json import to_json
from cssa.errors import InputError, Problem, UsageError
from cssa.gate.policy import LoadedPolicy, load_policy, read_policy
from cssa.gate.policy_draft import draft_policy
from cssa.gate.policy_lint import lint_policy
from cssa.gate.weakening.comparison import PolicyDiff, WeakeningReport, compare_folders, reported
from cssa.gate.weakening.kind import ComparedFile, Weakening, find_weakenings, read_compared
from cssa.messages.problems import describe
from cssa.signature import OutputKind
from cssa.workspace import Workspace, is_form

app = new_app("help.policy")


@app.callback()
def policy() -> None:
    """Draft, check and compare policies."""


@add(app, "help.policy.new", "new")
def new(
    answers: options.Answers,
    output: options.Output = None,
    policy_id: Annotated[
        str, typer.Option("--id", metavar="ID", help=t("opt.policy.id"))
    ] = "policy",
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Draft a policy."""
    inputs = (answers, scheme, target, *checklist_files(checklist))
    path = with_ending(output, (".yaml", ".yml"), replace=replace)
    file = Output(path, OutputKind.POLICY, inputs, replace=replace)
    check_outputs(file)
    workspace = open_workspace(checklist)
    day = read_date(as_of)
    assessment = assess_file(workspace, answers, as_of=day, scheme=scheme, target=target)
    if assessment.result.is_empty:
        note(t("policy.new.nothing"))
        return ExitCode.NOTHING_ASSESSED
    text = draft_policy(assessment.result, assessment.answers.submission, policy_id, current())
    load_policy(read(text.encode(), "policy.yaml"), assessment.edition.checklist)
    emit(text, file)
    return ExitCode.DONE


@add(app, "help.policy.lint", "lint")
def lint(
    files: Annotated[list[str], typer.Argument(metavar="POLICY", help=t("opt.policy.files"))],
    strict: Annotated[bool, typer.Option("--strict", help=t("opt.policy.strict"))] = False,  # noqa: FBT002 - a flag of the command line
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
) -> int:
    """Check policies."""
    workspace = open_workspace(checklist)
    day = read_date(as_of)
    problems: list[Problem] = []
    warnings = 0
    for name in files:
        try:
            document = workspace.scoring_data.policy_document(name)
            loaded = read_policy(document)
            checklists, unknown = _against_editions(loaded, workspace, checklist)
            lowest = min((each.level_scale.lowest for each in checklists), default=None)
            doubts = [*unknown, *lint_policy(loaded, day, lowest)]
        except InputError as error:
            problems.extend(error.problems)
            continue
        for doubt in doubts:
            note(f"{describe(doubt, current())} [{t('lint.warning')}]")
        warnings += len(doubts)
        params = {"rules": len(loaded.policy.rules), "content": loaded.content}
        code = "policy.lint.clean"
        if doubts:
            code, params["warnings"] = "policy.lint.warnings", len(doubts)
        note(f"{name}: {t(code, **params)}")
    if problems:
        raise InputError(problems)
    return ExitCode.INPUT if strict and warnings else ExitCode.DONE


def _against_editions(
    loaded: LoadedPolicy, workspace: Workspace, checklist: str | None
) -> tuple[list[Checklist], list[Problem]]:
    """Check a policy against the checklists that it is for.

    Returns:
        Those that are available, and what to say of the others.

    Raises:
        InputError: when it names what one of them does not have.
    """
    checklists, doubts = [], []
    editions = loaded.policy.editions
    if checklist is not None or not editions:
        entry = workspace.asked_entry()
        named = workspace.edition(entry.id, entry.version).checklist
        load_policy(loaded.document, named)
        return [named], []
    for index, edition in enumerate(editions):
        try:
            found = workspace.edition(edition.id, edition.version)
        except InputError:
            path = ("editions", index)
            params = {"name": f"{edition.id} {edition.version}"}
            place = loaded.document.location(path)
            doubts.append(Problem("policy.lint.edition_unknown", params, place, path))
        else:
            load_policy(loaded.document, found.checklist)
            checklists.append(found.checklist)
    return checklists, doubts


@add(app, "help.policy.diff", "diff")
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=t("opt.policy.old"), readable=False)],
    new_: Annotated[Path, typer.Argument(metavar="NEW", help=t("opt.policy.new"), readable=False)],
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help=t("opt.format.score"))
    ] = "table",
    allow: Annotated[
        str | None,
        typer.Option("--allow-weaker", metavar="REASON", help=t("opt.policy.allow")),
    ] = None,
) -> int:
    """Show what a change weakens."""
    if allow is not None and not allow.strip():
        raise UsageError([Problem("policy.allow_empty")])
    if old.is_dir() != new_.is_dir():
        raise UsageError([Problem("policy.diff_mixed")])
    found = _weakenings(old, new_)
    weakenings = tuple(reported(weakening, current()) for weakening in found)
    if format_ == "json":
        content = PolicyDiff(
            old=str(old), new=str(new_), weaker=bool(found), allowed=allow, weakenings=weakenings
        )
        emit(to_json(content))
    else:
        emit("".join(f"{line}\n" for line in _lines(weakenings, allow)))
    return ExitCode.GATE_NOT_MET if found and allow is None else ExitCode.DONE


def _weakenings(old: Path, new_: Path) -> tuple[Weakening, ...]:
    """Return what is weaker in a file, or in the files of a folder."""
    if old.is_dir():
        return tuple(compare_folders(old, new_, _read_text))
    workspace = open_workspace()
    return find_weakenings(*(_read_any(path, workspace) for path in (old, new_)))


def _read_any(path: Path, workspace: Workspace) -> ComparedFile[object]:
    data = read_bytes(path)
    if not is_form(data):
        return _read_text(path)
    answers = workspace.read_answers(data, str(path))
    return ComparedFile(answers.submission, answers.document)


def _read_text(path: Path) -> ComparedFile[object]:
    return read_compared(read(read_bytes(path), str(path)))


def _lines(weakenings: Iterable[WeakeningReport], allow: str | None) -> list[str]:
    """Return what is weaker in words, a line each."""
    lines = [f"  - {weakening.place.shown}: {weakening.message}" for weakening in weakenings]
    if not lines:
        return [t("policy.diff.none")]
    allowed = [] if allow is None else [t("policy.diff.allowed", reason=allow)]
    return [t("policy.diff.some", count=len(lines)), *lines, *allowed]
