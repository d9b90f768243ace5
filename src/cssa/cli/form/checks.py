"""What stands out in the answers of a form, said to whoever reads it in (提出前の確認)."""

from cssa.answers.submission import Submission
from cssa.checklist.model import Checklist
from cssa.cli.language import current, t
from cssa.cli.output import note
from cssa.engine.result import Result
from cssa.messages import fitting, message
from cssa.messages.wording import in_language, listed

_NAMED = 8
"""Practices of which a line gives the number; it counts them all."""


def note_checks(checklist: Checklist, result: Result, submission: Submission) -> None:
    """Write what an institution can settle before it files; the answers are taken all the same.

    Args:
        checklist: what was answered, with the rows of the institution.
        result: of the answers.
        submission: the answers.
    """
    from cssa.consistency.checks_before_filing import check_words, checks_before_filing

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
