"""What stands out in the answers of a form, said to whoever reads it in (提出前の確認)."""

from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.cli.environment import today
from cssa.cli.language import current, t
from cssa.cli.output import note
from cssa.messages import fitting, message
from cssa.messages.wording import in_language, listed
from cssa.workspace import Workspace

_NAMED = 8
"""Practices of which a line gives the number; it counts them all."""


def note_checks(workspace: Workspace, edition: Edition, submission: Submission) -> None:
    """Write what an institution can settle before it files; the answers are taken all the same.

    Args:
        workspace: the checklists and scoring data of the run.
        edition: what was answered, with the rows of the institution.
        submission: the answers.
    """
    from cssa.consistency.checks_before_filing import check_words, checks_before_filing
    from cssa.engine.scoring import score_submission

    checklist = edition.checklist
    result = score_submission(edition, submission, workspace.criteria(checklist), as_of=today())
    checks = checks_before_filing(checklist, result, submission)
    if checks.single or checks.counted:
        note(t("check.title", count=len(checks.single) + len(checks.counted)))
    for check in checks.single:
        words = in_language(check_words(check, checklist), current(), message)
        number = "" if check.practice is None else f"{checklist.shown_id(check.practice)}: "
        note(f"  {number}{words}")
    scale = checklist.level_scale
    for code, practices in checks.counted.items():
        facts = {
            "count": len(practices),
            "practices": listed(map(checklist.shown_id, practices), _NAMED),
            "in_place": scale.in_place,
            "above": scale.above_in_place,
        }
        note(f"  {t(f'check.{code}', **fitting(f'check.{code}', facts))}")
