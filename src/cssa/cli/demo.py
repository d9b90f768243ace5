"""``cssa demo``: an example institution, from answers to figures and a report."""

from pathlib import Path
from typing import Annotated

import typer

from cssa.cli.app import add, new_app
from cssa.cli.groups import page_width
from cssa.cli.language import current, t
from cssa.cli.output import emit, note
from cssa.cli.workspace import Workspace, today
from cssa.durable import replace_file
from cssa.errors import OutputError, Problem
from cssa.location import Location
from cssa.reports import console
from cssa.resources import data_root

app = new_app("help.demo")

_ANSWERS, _REPORT = "answers.yaml", "report.html"


@add(app, "help.demo", "demo")
def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=t("opt.out_folder"))] = Path(
        "cssa-demo"
    ),
) -> None:
    """Write, score and report on an example."""
    path, report = out / _ANSWERS, out / _REPORT
    example = (data_root() / "templates" / "demo" / _ANSWERS).read_bytes()
    try:
        if path.exists() and path.read_bytes() != example:
            raise OutputError([Problem("file.exists", {}, Location(str(path)))])
        out.mkdir(parents=True, exist_ok=True)
        replace_file(path, example)
    except OSError as error:
        reason = {"reason": error.strerror or type(error).__name__}
        raise OutputError([Problem("file.cannot_write", reason, Location(str(path)))]) from None
    workspace = Workspace()
    assessed = workspace.assess(str(path), scheme=None, target=None, as_of=today())
    page = console.render(
        assessed.result,
        assessed.edition.checklist,
        assessed.yardstick.scheme,
        lang=current(),
        width=page_width(),
        answers=str(path),
    )
    emit(page)
    from cssa.cli.report import view_of
    from cssa.reports.reporters import REPORTERS

    emit(REPORTERS["html"](view_of(workspace, assessed, None), current()), report)
    note(t("demo.written", path=path))
    note(t("demo.report", path=report))
    note(t("demo.next"))
    weakest = assessed.result.gaps[0].practice if assessed.result.gaps else "2.1"
    for command in (
        f"explain {path}",
        f"explain {path} {weakest}",
        f"checklist show fsa-cyber-guideline {weakest}",
        f"report {path} -o {out / 'report.md'}",
    ):
        note(t("demo.try", command=command))
