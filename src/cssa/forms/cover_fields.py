"""Covers as flat fields, one for each cell."""

from collections.abc import Sequence
from typing import Any

from cssa.answers.submission import Submission
from cssa.forms import layout
from cssa.forms.group_choice import stated_choices
from cssa.forms.layout import REASON, VALUE
from cssa.forms.own_rows import name_key


def cover_fields(submission: Submission, groups: Sequence[str] = ()) -> dict[str, dict[str, Any]]:
    """Return the fields of a cover by the key of their line: a value, for some also a reason.

    Args:
        submission: the answers.
        groups: ids of the groups of practices that the cover asks for.
    """
    institution, approval = submission.institution, submission.approval
    lines: dict[str, dict[str, Any]] = {
        "institution.id": {VALUE: institution.id},
        "institution.name": {VALUE: institution.name},
        "institution.sector": {VALUE: institution.sector},
        "institution.licence": {VALUE: institution.licence},
        "institution.size": {VALUE: institution.size},
        "assessed_on": {VALUE: submission.assessed_on},
        "approval.respondent": {VALUE: approval.respondent},
        "approval.second_line": {VALUE: approval.second_line},
        "approval.reported_to_board": {VALUE: approval.reported_to_board},
    }
    for group, is_answered in stated_choices(submission.selected_groups, groups).items():
        lines[f"{layout.GROUP_PREFIX}{group}"] = {VALUE: is_answered}
    for flag, stated in institution.profile.items():
        lines[f"{layout.FLAG_PREFIX}{flag}"] = {VALUE: stated.value, REASON: stated.reason}
    for factor, level in institution.risk.factors.items():
        lines[f"{layout.FACTOR_PREFIX}{factor}"] = {VALUE: level}
    override = institution.risk.override
    if override is not None:
        lines[layout.OVERRIDE_KEY] = {VALUE: override.level, REASON: override.reason}
    for list_id, rows in submission.lists.items():
        lines |= {name_key(list_id, row.id): {VALUE: row.name} for row in rows}
    stated_lines = {
        key: {name: value for name, value in line.items() if value is not None}
        for key, line in lines.items()
    }
    return {key: line for key, line in stated_lines.items() if line}
