"""``cssa report --handover``: what the next person in charge has to see to."""

from pathlib import Path

from cssa.cli.language import current
from cssa.errors import Problem, UsageError
from cssa.location import Location
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports.formats.kinds import Document, HandoverFormat
from cssa.reports.formats.registry import HANDOVER_FORMATS, format_of_suffix
from cssa.reports.report_view import ReportView
from cssa.workspace import Assessment, Workspace


def handover_format(output: Path, **others: object) -> HandoverFormat:
    """Return the format that a file's suffix asks for.

    Args:
        output: the file.
        others: by name, what is given for options that a handover does not go with.

    Raises:
        UsageError: when one of them is given, or no format has the suffix.
    """
    for name, value in others.items():
        if value:
            raise UsageError([Problem("handover.not_with", {"option": f"--{name}"})])
    format_ = format_of_suffix(HANDOVER_FORMATS, output.suffix.lower())
    if format_ is None:
        suffixes = (known.suffix for known in HANDOVER_FORMATS.values())
        known = TYPOGRAPHY[current()].join_alternatives(suffixes)
        raise UsageError([Problem("handover.suffix", {"known": known}, Location(str(output)))])
    return format_


def render_handover(
    format_: HandoverFormat,
    view: ReportView,
    workspace: Workspace,
    assessment: Assessment,
    policy: str | None,
) -> Document:
    """Return the handover.

    Args:
        format_: its format.
        view: the report on the same answers.
        workspace: has published cases and policies.
        assessment: the answers with their result.
        policy: id or file of the policy whose waivers are shown; None shows none.
    """
    from cssa.gate.policy import load_policy
    from cssa.reports.handover.handover_view import build_handover_view
    from cssa.reports.plan.plan_view import build_plan_view

    plan = build_plan_view(
        assessment.result,
        assessment.answers.submission,
        assessment.edition.checklist,
        current(),
        workspace.library.incidents,
    )
    if policy is None:
        return format_.render(build_handover_view(view, plan))
    document = workspace.scoring_data.policy_document(policy)
    loaded = load_policy(document, assessment.edition.checklist).policy
    return format_.render(build_handover_view(view, plan, loaded.waivers, loaded.id))
