"""``cssa gate``: answers against the institution's own minimum."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from cssa import __version__
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.exit_codes import ExitCode
from cssa.cli.groups import page_width
from cssa.cli.language import current, t
from cssa.cli.output import emit, note
from cssa.cli.workspace import Assessed, Workspace, read_date
from cssa.engine.result import Result
from cssa.errors import InputError, Problem, UsageError
from cssa.gate.judge import judge
from cssa.gate.policy import Policy, load_policy
from cssa.gate.ratchet import AcceptedLower, Floor, KeptResult
from cssa.reports.gate import REPORTERS, SUFFIXES, UPLOADED
from cssa.reports.gate.page import Page
from cssa.yamlio.files import read_bytes
from cssa.yamlio.reader import Document, read
from cssa.yamlio.validation import validate

app = new_app("help.gate")

DEFAULT_POLICY = "example-basic3"


@dataclass(frozen=True, slots=True)
class _Sink:
    """One output asked for; the path ``-`` is standard output."""

    format: str
    path: Path

    @property
    def is_stdout(self) -> bool:
        return str(self.path) == "-"


@add(app, "help.gate", "gate")
def gate(
    answers: options.Answers,
    policy: Annotated[
        str, typer.Option("--policy", metavar="POLICY", help=t("opt.policy"))
    ] = DEFAULT_POLICY,
    output: Annotated[
        list[str] | None,
        typer.Option("--output", "-o", metavar="[FORMAT=]FILE", help=t("opt.gate_output")),
    ] = None,
    previous: Annotated[
        Path | None, typer.Option("--previous", metavar="RESULT", help=t("opt.previous"))
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="RESULT", help=t("opt.keep"))
    ] = None,
    accept_lower: Annotated[
        str | None, typer.Option("--accept-lower", metavar="REASON", help=t("opt.accept_lower"))
    ] = None,
    show_notes: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--show-notes", help=t("opt.show_notes"))
    ] = False,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
) -> int:
    """Judge answers."""
    sinks = _sinks(output or [])
    workspace = Workspace(checklist)
    assessed = workspace.assess(answers, scheme=scheme, target=target, as_of=read_date(as_of))
    result = assessed.result
    rules = load_policy(workspace.library.policy_document(policy), assessed.edition.checklist)
    floor = _floor(previous, rules, result)
    verdict = judge(
        result, rules, assessed.edition, assessed.sheet, floor=floor, show_notes=show_notes
    )
    page = Page(verdict, result, assessed.edition.checklist, current(), page_width(), __version__)
    _write(page, sinks, show_notes=show_notes)
    if result.is_empty:
        note(t("score.nothing"))
        return ExitCode.NOTHING_ASSESSED
    kept = keep is None or _keep(assessed, keep, accept_lower)
    return ExitCode.DONE if verdict.met and kept else ExitCode.GATE_NOT_MET


def _sinks(outputs: list[str]) -> list[_Sink]:
    sinks = []
    for output in outputs:
        name, separator, file = output.partition("=")
        if not separator:
            name, file = SUFFIXES.get(Path(output).suffix, ""), output
        if name not in REPORTERS or not file:
            params = {"name": output, "known": ", ".join(REPORTERS)}
            raise UsageError([Problem("gate.format_unknown", params)])
        sinks.append(_Sink(name, Path(file)))
    on_stdout = [sink for sink in sinks if sink.is_stdout]
    if len(on_stdout) > 1:
        raise UsageError([Problem("gate.stdout_twice")])
    return sinks if on_stdout else [*sinks, _Sink("text", Path("-"))]


def _write(page: Page, sinks: list[_Sink], *, show_notes: bool) -> None:
    for sink in sinks:
        if sink.format in UPLOADED and not sink.is_stdout:
            code = "gate.reveals_notes" if show_notes else "gate.reveals"
            note(t(code, file=sink.path, format=sink.format))
    for sink in sinks:
        emit(REPORTERS[sink.format](page), sink.path)


def _floor(previous: Path | None, policy: Policy, result: Result) -> Floor | None:
    if previous is None:
        for rule in policy.rules:
            if rule.no_lower:
                raise UsageError([Problem("gate.needs_previous", {"rule": rule.id})])
        return None
    document = _read(previous)
    floor = Floor(validate(KeptResult, document))
    if not floor.is_comparable(result):
        where = document.location(("checklist",))
        raise InputError([Problem("gate.not_comparable", {}, where)])
    return floor


def _read(path: Path) -> Document:
    return read(read_bytes(path), str(path))


def _keep(assessed: Assessed, path: Path, accept_lower: str | None) -> bool:
    """Keep a result unless it is lower than the one kept before; tell which."""
    result = assessed.result
    accepted: tuple[AcceptedLower, ...] = ()
    if path.exists():
        floor = Floor(validate(KeptResult, _read(path)))
        accepted = floor.result.accepted_lower
        fell = floor.fell(result) if floor.is_comparable(result) else ()
        if fell and not accept_lower:
            note(t("gate.not_kept", path=path, fell=", ".join(fell)))
            return False
        if fell and accept_lower:
            accepted = (*accepted, AcceptedLower(on=result.as_of, reason=accept_lower))
    kept = KeptResult.model_validate(
        {**result.model_dump(by_alias=True), "accepted_lower": accepted}
    )
    emit(kept.model_dump_json(by_alias=True, indent=2) + "\n", path)
    note(t("gate.kept", path=path))
    return True
