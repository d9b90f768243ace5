"""``cssa demo``: writes an example report of one institution and a campaign of many."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from cssa.atomic_write import replace_file
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, today
from cssa.cli.language import current, t
from cssa.cli.output import Output, cannot_write, check_outputs, emit, note
from cssa.cli.pages import show
from cssa.errors import OutputError, Problem
from cssa.location import Location
from cssa.reports import score_text
from cssa.reports.formats.feedback import HtmlFeedback
from cssa.reports.formats.report import HtmlReport
from cssa.resources import data_root
from cssa.signature import OutputKind

app = new_app("help.demo")

_ANSWERS, _CAMPAIGN, _RESULT = "answers.yaml", "campaign", "result"
_REPORT = f"report{HtmlReport.suffix}"
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
    example = (data_root() / "templates" / "demo" / _ANSWERS).read_bytes()
    report = Output(out / _REPORT, OutputKind.REPORT)
    _check(out, example, report, institutions)
    _institution(out, example, report)
    if institutions:
        _campaign(out, institutions)


def _check(out: Path, example: bytes, report: Output, institutions: int) -> None:
    """Refuse a folder that has other files of these names, before anything is written.

    Raises:
        OutputError: with the first of them.
    """
    path = out / _ANSWERS
    try:
        if path.exists() and path.read_bytes() not in (example, b""):
            raise OutputError([Problem("file.exists", {}, Location(str(path)))])
        if out.exists():
            check_outputs(report)
        if institutions:
            from cssa.batch.outputs.folder import OutFolder
            from cssa.synth.practice_campaign import check_out

            check_out(out / _CAMPAIGN)
            OutFolder(out / _RESULT).check()
    except OSError as error:
        raise cannot_write(Path(error.filename or path), error) from None


def _institution(out: Path, example: bytes, report: Output) -> None:
    """Write answers, score them, write their report."""
    path = out / _ANSWERS
    try:
        out.mkdir(parents=True, exist_ok=True)
        replace_file(path, example)
    except OSError as error:
        raise cannot_write(path, error) from None
    workspace = open_workspace()
    assessment = assess_file(workspace, str(path), as_of=today())
    scores = score_text.page(
        assessment.result,
        assessment.edition.checklist,
        assessment.criteria,
        lang=current(),
        answers=str(path),
        submission=assessment.answers.submission,
    )
    show(scores)
    from cssa.cli.report import view_of

    page = HtmlReport().render(view_of(workspace, assessment, None), current())
    emit(page, report, HtmlReport.comment)
    note(t("demo.written", path=path))
    note(t("demo.report", path=report.path))
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
    """Generate institutions' forms, some of them faulty, and run a campaign as its issuer."""
    from cssa.cli.batch import run
    from cssa.cli.population import generate

    generated, result = out / _CAMPAIGN, out / _RESULT
    faults = min(_FAULTS, institutions - 1)
    generate(institutions=institutions, seed=_SEED, output=generated, faults=faults)
    note(t("demo.run"))
    run(
        paths=[generated / "forms"],
        output=result,
        campaign=generated / "campaign.yaml",
        roster=generated / "roster.csv",
        received=generated / "received.csv",
    )
    _publish(result, generated / "campaign.yaml")
    page = next(iter(sorted((result / "feedback").glob(f"*/feedback{HtmlFeedback.suffix}"))), None)
    if page is not None:
        note(t("demo.feedback", path=page))


def _publish(result: Path, campaign: Path) -> None:
    """Publish the campaign on the day after its cut-off, unless an earlier demo did."""
    from cssa.answers.campaign import read_campaign
    from cssa.batch.outputs.folder import OutFolder
    from cssa.batch.publishing.publication_record import read_record
    from cssa.cli.publish import publish
    from cssa.datafile.files import read_bytes

    if read_record(OutFolder(result)) is not None:
        return
    cut_off = read_campaign(read_bytes(campaign), str(campaign)).cut_off or today()
    day = (cut_off + timedelta(days=1)).isoformat()
    note(t("demo.look", ledger=result / "private" / "ledger.xlsx"))
    note(t("demo.publish", on=day, cut_off=cut_off))
    publish(result, t("demo.approved_by"), day, as_of=day)
