"""``cssa demo``: an institution from answers to a report, and a campaign of many of them."""

from pathlib import Path
from typing import Annotated

import typer

from cssa.atomic_write import replace_file
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, today
from cssa.cli.help_layout import page_width
from cssa.cli.language import current, t
from cssa.cli.output import emit, note
from cssa.errors import OutputError, Problem
from cssa.location import Location
from cssa.reports import score_text
from cssa.resources import data_root

app = new_app("help.demo")

_ANSWERS, _REPORT, _CAMPAIGN, _RESULT = "answers.yaml", "report.html", "campaign", "result"
_INSTITUTIONS, _SEED, _FAULTS = 60, 1, 9


@add(app, "help.demo", "demo")
def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=t("opt.out_folder"))] = Path(
        "cssa-demo"
    ),
    institutions: Annotated[
        int,
        typer.Option("--institutions", metavar="N", min=0, help=t("opt.demo.institutions")),
    ] = _INSTITUTIONS,
) -> None:
    """Write, score and report on an example; take in a campaign."""
    _institution(out)
    if institutions:
        _campaign(out, institutions)


def _institution(out: Path) -> None:
    """Write answers, score them, write their report."""
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
    workspace = open_workspace()
    assessment = assess_file(workspace, str(path), as_of=today())
    page = score_text.render(
        assessment.result,
        assessment.edition.checklist,
        assessment.criteria.scheme,
        lang=current(),
        width=page_width(),
        answers=str(path),
    )
    emit(page)
    from cssa.cli.report import view_of
    from cssa.reports.reporters import REPORTERS

    emit(REPORTERS["html"](view_of(workspace, assessment, None), current()), report)
    note(t("demo.written", path=path))
    note(t("demo.report", path=report))
    note(t("demo.next"))
    weakest = assessment.result.gaps[0].practice if assessment.result.gaps else "2.1"
    for command in (
        f"explain {path}",
        f"explain {path} {weakest}",
        f"checklist show fsa-cyber-guideline {weakest}",
        f"report {path} -o {out / 'report.md'}",
    ):
        note(t("demo.try", command=command))


def _campaign(out: Path, institutions: int) -> None:
    """Make institutions' forms, some of them faulty, and take them in as their regulator would."""
    from cssa.cli.batch import run
    from cssa.cli.population import generate

    drawn, result = out / _CAMPAIGN, out / _RESULT
    faults = min(_FAULTS, institutions - 1)
    generate(institutions=institutions, seed=_SEED, output=drawn, faults=faults)
    run(
        paths=[drawn / "forms"],
        output=result,
        campaign=drawn / "campaign.yaml",
        roster=drawn / "roster.csv",
        received=drawn / "received.csv",
    )
    one = next(iter(sorted((result / "feedback").glob("*/feedback.html"))), None)
    if one is not None:
        note(t("demo.feedback", path=one))
