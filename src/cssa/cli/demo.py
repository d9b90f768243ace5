"""``cssa demo``: writes example reports of one institution and a campaign of many."""

from collections.abc import Mapping
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
from cssa.cli.previous import EarlierResults, compare_with_previous
from cssa.errors import OutputError, Problem
from cssa.location import Location
from cssa.reports import score_text
from cssa.reports.formats.comparison import HtmlComparison
from cssa.reports.formats.feedback import HtmlFeedback
from cssa.reports.formats.plan import HtmlPlan
from cssa.reports.formats.report import HtmlReport
from cssa.resources import data_root
from cssa.signature import OutputKind
from cssa.workspace import Assessment, Workspace

app = new_app("help.demo")

_ANSWERS, _LAST_YEAR = "answers.yaml", "answers-2025.yaml"
_CAMPAIGN, _ISSUED, _RESULT, _PACKAGES = "campaign", "issued", "result", "packages"
_FURTHER = {"operational-resilience": "2-3-a", "cloud-incident-readiness": "1-3"}
"""Further checklists that the institution has answered, with the practice to look at."""
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
    examples = {
        out / name: (data_root() / "templates" / "demo" / name).read_bytes()
        for name in (_ANSWERS, _LAST_YEAR, *(f"{name}.yaml" for name in _FURTHER))
    }
    _check(out, examples, institutions)
    _write(examples)
    workspace = open_workspace()
    _institution(out, workspace)
    _further(out, workspace)
    if institutions:
        _campaign(out, institutions)


def _comparison(out: Path) -> Output:
    """Return where the comparison with last year's answers goes."""
    return Output(out / f"compare{HtmlComparison.suffix}", OutputKind.COMPARISON)


def _plan(out: Path) -> Output:
    """Return where the plan goes."""
    return Output(out / f"plan{HtmlPlan.suffix}", OutputKind.PLAN)


def _report(answers: Path, name: str = "") -> Output:
    """Return where the report of answers goes, beside them."""
    return Output(answers.with_name(f"report{name}{HtmlReport.suffix}"), OutputKind.REPORT)


def _check(out: Path, examples: Mapping[Path, bytes], institutions: int) -> None:
    """Refuse a folder that has other files of these names, before anything is written.

    Raises:
        OutputError: with the first of them.
    """
    path = out
    try:
        for path, example in examples.items():
            if path.exists() and path.read_bytes() not in (example, b""):
                raise OutputError([Problem("file.exists", {}, Location(str(path)))])
        if out.exists():
            reports = [_report(out / _ANSWERS, name) for name in ("", *_endings())]
            outputs = (*reports, _comparison(out), _plan(out))
            for output in outputs:
                if not output.is_free:
                    where = Location(str(output.path))
                    raise OutputError([Problem("file.exists", {}, where)])
            check_outputs(*outputs)
        if institutions:
            from cssa.batch.issuing.forms_folder import FormsFolder
            from cssa.batch.outputs.folder import OutFolder
            from cssa.synth.practice_campaign import check_out

            check_out(out / _CAMPAIGN)
            FormsFolder(out / _ISSUED)
            OutFolder(out / _RESULT).check()
    except OSError as error:
        raise cannot_write(Path(error.filename or path), error) from None


def _endings() -> list[str]:
    return [f"-{name}" for name in _FURTHER]


def _write(examples: Mapping[Path, bytes]) -> None:
    for path, example in examples.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, example)
        except OSError as error:
            raise cannot_write(path, error) from None


def _institution(out: Path, workspace: Workspace) -> None:
    """Score the answers to the guideline; write report, comparison with last year, and plan."""
    path = out / _ANSWERS
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
    note(t("demo.written", path=path))
    last_year = str(out / _LAST_YEAR)
    earlier = compare_with_previous(workspace, [last_year], assessment)
    _write_report(workspace, assessment, _report(path), earlier)
    _write_comparison(out, assessment, earlier)
    _write_plan(out, workspace, assessment)
    note(t("demo.next"))
    weakest = assessment.result.gaps[0].practice if assessment.result.gaps else "2.1"
    for command in (
        f"explain {path}",
        f"explain {path} {weakest}",
        f"checklist show fsa-cyber-guideline {weakest}",
        f"report {path} -o {out / 'report.md'}",
        f"compare {last_year} {path}",
        f"plan make {path} -o {out / 'plan.xlsx'}",
        f"report {path} --handover -o {out / 'handover.html'}",
    ):
        note(t("demo.try", command=command))


def _further(out: Path, workspace: Workspace) -> None:
    """Write the reports on the answers to further checklists."""
    note(t("demo.further"))
    for name, practice in _FURTHER.items():
        path = out / f"{name}.yaml"
        assessment = assess_file(workspace, str(path), as_of=today())
        _write_report(workspace, assessment, _report(path, f"-{name}"))
        for command in (f"score {path}", f"explain {path} {practice}"):
            note(t("demo.try", command=command))


def _write_report(
    workspace: Workspace,
    assessment: Assessment,
    report: Output,
    earlier: EarlierResults | None = None,
) -> None:
    from cssa.cli.report import view_of

    page = HtmlReport().render(view_of(workspace, assessment, earlier), current())
    emit(page, report, HtmlReport.comment)
    note(t("demo.report", path=report.path))


def _write_comparison(out: Path, assessment: Assessment, earlier: EarlierResults | None) -> None:
    """Write what changed since last year."""
    from cssa.reports.comparison.comparison_view import build_comparison_view

    if earlier is None or earlier.comparison is None:
        return
    file = _comparison(out)
    checklists = [assessment.edition.checklist]
    view = build_comparison_view(earlier.comparison, checklists, current())
    emit(HtmlComparison().render(view), file, HtmlComparison.comment)
    note(t("demo.comparison", path=file.path))


def _write_plan(out: Path, workspace: Workspace, assessment: Assessment) -> None:
    """Write what is to be improved, by whom and when."""
    from cssa.reports.plan.plan_view import build_plan_view

    file = _plan(out)
    view = build_plan_view(
        assessment.result,
        assessment.answers.submission,
        assessment.edition.checklist,
        current(),
        workspace.library.incidents,
    )
    emit(HtmlPlan().render(view), file, HtmlPlan.comment)
    note(t("demo.plan", path=file.path))


def _campaign(out: Path, institutions: int) -> None:
    """Generate institutions' forms, some of them faulty, and run a campaign as its issuer."""
    from cssa.cli.batch import run
    from cssa.cli.issue import issue
    from cssa.cli.population import generate

    generated, result = out / _CAMPAIGN, out / _RESULT
    faults = min(_FAULTS, institutions - 1)
    generate(institutions=institutions, seed=_SEED, output=generated, faults=faults)
    roster, campaign = generated / "roster.csv", generated / "campaign.yaml"
    note(t("demo.issue"))
    issue(roster, out / _ISSUED, campaign)
    note(t("demo.run"))
    run(
        paths=[generated / "forms"],
        output=result,
        campaign=campaign,
        roster=roster,
        received=generated / "received.csv",
    )
    _finish(out, campaign)
    page = next(iter(sorted((result / "feedback").glob(f"*/feedback{HtmlFeedback.suffix}"))), None)
    if page is not None:
        note(t("demo.feedback", path=page))


def _finish(out: Path, campaign_file: Path) -> None:
    """Remind, publish on the day after the cut-off, and hand out, unless an earlier demo did."""
    from cssa.answers.campaign import read_campaign
    from cssa.batch.outputs.folder import OutFolder
    from cssa.batch.publishing.publication_record import read_record
    from cssa.cli.deliver import deliver
    from cssa.cli.publish import publish
    from cssa.cli.remind import remind
    from cssa.datafile.files import read_bytes

    result = out / _RESULT
    if read_record(OutFolder(result)) is not None:
        return
    campaign = read_campaign(read_bytes(campaign_file), str(campaign_file))
    cut_off = campaign.cut_off or today()
    overdue = ((campaign.deadline or cut_off) + timedelta(days=1)).isoformat()
    day = (cut_off + timedelta(days=1)).isoformat()
    note(t("demo.remind", on=overdue))
    remind(result, overdue, as_of=overdue)
    note(t("demo.look", ledger=result / "private" / "ledger.xlsx"))
    note(t("demo.publish", on=day, cut_off=cut_off))
    publish(result, t("demo.approved_by"), day, as_of=day)
    note(t("demo.deliver"))
    deliver(result, out / _PACKAGES, day, as_of=day)
