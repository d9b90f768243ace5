"""``cssa schema``: JSON Schemas of the data files, generated from the models."""

from typing import Annotated

import typer

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Submission
from cssa.batch.cases.case import Case
from cssa.checklist.changes import VersionChanges
from cssa.checklist.header import Header
from cssa.checklist.model import Domain
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.language import t
from cssa.cli.output import Output, emit, with_ending
from cssa.cli.usage import CommandLineError
from cssa.comparison.compared_results import ComparedResults
from cssa.datafile.typed_json import adapter
from cssa.engine.result import Result
from cssa.gate.baseline import KeptResult
from cssa.gate.policy import Policy
from cssa.gate.settings import Settings
from cssa.gate.verdict import Verdict
from cssa.gate.weakening.comparison import PolicyDiff
from cssa.importers.record import ImportRecord
from cssa.library.crosswalk import Crosswalk
from cssa.library.incident_trends import IncidentTrends
from cssa.library.incidents import IncidentChapter, IncidentKinds, IncidentReport
from cssa.library.published import Survey
from cssa.lists.delegates import Delegates
from cssa.messages.wording import listed
from cssa.peers.peers_file import Peers
from cssa.planning.own_effort import OwnEffort
from cssa.reports.gate.json_ import GateRuns
from cssa.reports.gate.refusal_view import Refusal
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.references import Csf2, Terms
from cssa.scheme.scales import Scales
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.sectors import Sectors
from cssa.scheme.targets import Targets
from cssa.scheme.threats import Threats
from cssa.signature import OutputKind

MODELS: dict[str, type] = {
    "answers": Submission,
    "campaign": Campaign,
    "case": Case,
    "changes": VersionChanges,
    "checklist": Header,
    "comparison": ComparedResults,
    "crosswalk": Crosswalk,
    "csf2": Csf2,
    "delegates": Delegates,
    "domain": Domain,
    "effort": OwnEffort,
    "gate": Verdict,
    "gate-refusal": Refusal,
    "gate-runs": GateRuns,
    "import": ImportRecord,
    "incident-chapter": IncidentChapter,
    "incident-kinds": IncidentKinds,
    "incident-report": IncidentReport,
    "incident-trends": IncidentTrends,
    "kept-result": KeptResult,
    "peers": Peers,
    "policy": Policy,
    "policy-diff": PolicyDiff,
    "profile": ProfileQuestions,
    "published": Survey,
    "result": Result,
    "scales": Scales,
    "scheme": Scheme,
    "sectors": Sectors,
    "settings": Settings,
    "targets": Targets,
    "terms": Terms,
    "threats": Threats,
}
"""Schema names with the models that they describe."""

_WRITTEN_ONLY = frozenset(
    {"comparison", "result", "gate", "gate-refusal", "gate-runs", "policy-diff"}
)

app = new_app("help.schema")


@add(app, "help.schema", "schema")
def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help=f"{t('opt.schema')} {', '.join(MODELS)}",
            autocompletion=lambda incomplete: [
                name for name in MODELS if name.startswith(incomplete)
            ],
        ),
    ],
    ctx: typer.Context,
    output: options.Output = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Print a schema."""
    if name not in MODELS:
        choices = listed(MODELS)
        raise CommandLineError(
            "usage.unknown_schema", ctx, name=name, known=MODELS, choices=choices
        )
    emit(
        schema_text(name),
        Output(
            with_ending(output, (".json",), replace=replace), OutputKind.SCHEMA, replace=replace
        ),
    )


def schema_text(name: str) -> str:
    """Return a schema as it is committed under ``docs/schema``."""
    import json

    content = adapter(MODELS[name]).json_schema(
        by_alias=True,
        mode="serialization" if name in _WRITTEN_ONLY else "validation",
    )
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"cssa:schema/{name}",
        **content,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
