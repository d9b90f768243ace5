"""``cssa incidents``: finds, shows and counts published incident cases."""

import json
from typing import Annotated, Literal

import typer

from cssa.cli.app import add, new_app
from cssa.cli.environment import open_workspace
from cssa.cli.language import current, t
from cssa.cli.output import emit
from cssa.cli.pages import show as show_page
from cssa.datafile.typed_json import adapter
from cssa.errors import Problem, UsageError
from cssa.library.incident_search import CaseFilter, sectors_named, tag_named
from cssa.library.incident_search import search as find
from cssa.library.incident_stats import IncidentStats, incident_stats
from cssa.messages.wording import listed
from cssa.reports.incident_text import IncidentText, case_as_plain
from cssa.workspace import Workspace

app = new_app("help.incidents")

Format = Annotated[
    Literal["table", "json"], typer.Option("--format", help=t("opt.format.incidents"))
]


@app.callback()
def incidents() -> None:
    """Look at published incident cases."""


@add(app, "help.incidents.search", "search")
def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help=t("opt.incidents.words"), show_default=False),
    ] = None,
    sector: Annotated[
        str | None, typer.Option("--sector", metavar="SECTOR", help=t("opt.incidents.sector"))
    ] = None,
    practice: Annotated[
        str | None, typer.Option("--practice", metavar="ID", help=t("opt.incidents.practice"))
    ] = None,
    tag: Annotated[
        str | None, typer.Option("--tag", metavar="TAG", help=t("opt.incidents.tag"))
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="YEAR", help=t("opt.incidents.year"))
    ] = None,
    format_: Format = "table",
) -> None:
    """Find cases."""
    workspace = open_workspace()
    wanted = _filter(workspace, sector, practice, tag, year)
    text = _text(workspace)
    cases = find(text.library, text.threats, " ".join(words or ()), wanted)
    if format_ == "json":
        _emit([case_as_plain(placed, current()) for placed in cases])
    else:
        show_page(text.listed(cases))


@add(app, "help.incidents.show", "show")
def show(
    case_id: Annotated[str, typer.Argument(metavar="ID", help=t("opt.incidents.id"))],
    format_: Format = "table",
) -> None:
    """Show a case."""
    workspace = open_workspace()
    text = _text(workspace)
    placed = text.library.by_id.get(case_id)
    if placed is None:
        raise UsageError([Problem("incidents.unknown_case", {"id": case_id})])
    if format_ == "json":
        _emit(case_as_plain(placed, current()))
    else:
        show_page(text.whole(placed))


@add(app, "help.incidents.stats", "stats")
def stats(
    format_: Format = "table",
) -> None:
    """Count cases."""
    workspace = open_workspace()
    text = _text(workspace)
    counted = incident_stats(text.library)
    if format_ == "json":
        trends = workspace.library.trends.model_dump(mode="json", by_alias=True)
        _emit({**adapter(IncidentStats).dump_python(counted, mode="json"), "trends": trends})
        return
    show_page(text.stats(counted, workspace.library.trends))


def _text(workspace: Workspace) -> IncidentText:
    return IncidentText(workspace.library.incidents, workspace.scoring_data.threats, current())


def _filter(
    workspace: Workspace,
    sector: str | None,
    practice: str | None,
    tag: str | None,
    year: str | None,
) -> CaseFilter:
    """Return what cases must be about, as the options say.

    Raises:
        UsageError: when an option names what there is not.
    """
    library, sectors = workspace.library.incidents, workspace.scoring_data.sectors
    wanted = None if sector is None else sectors_named(sector, library, sectors)
    if sector is not None and wanted is None:
        labels = (printed.ja for item in library.reports for printed in item.report.sectors)
        known = listed(dict.fromkeys((*labels, *(known.id for known in sectors.sectors))))
        raise UsageError([Problem("incidents.no_sector", {"name": sector, "known": known})])
    kind = None if tag is None else tag_named(tag, library)
    if tag is not None and kind is None:
        kinds = (*library.kinds.triggers, *library.kinds.tags)
        known = listed(dict.fromkeys(known.id for known in kinds))
        raise UsageError([Problem("incidents.no_tag", {"name": tag, "known": known})])
    years = sorted({item.report.year for item in library.reports} - {""})
    if year is not None and year not in years:
        known = listed(years)
        raise UsageError([Problem("incidents.no_year", {"year": year, "known": known})])
    return CaseFilter(sectors=wanted, practice=practice, tag=kind, year=year)


def _emit(content: object) -> None:
    emit(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
