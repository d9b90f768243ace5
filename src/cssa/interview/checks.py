"""What an interview asks to look at again before the answers are filed."""

from collections.abc import Mapping
from datetime import date

from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.consistency.checks_before_filing import checks_before_filing
from cssa.consistency.former_answers import FormerAnswers, answers_of
from cssa.consistency.queries import Query
from cssa.engine.scoring import Criteria, score_submission


def checks_in(
    edition: Edition,
    submission: Submission,
    criteria: Criteria,
    as_of: date,
    previous: Mapping[str, Answer],
) -> tuple[Query, ...]:
    """Return what stands out in the answers, alone and beside last year's.

    Args:
        edition: the checklist that is asked.
        submission: the answers so far.
        criteria: scheme, targets and profile questions.
        as_of: date on which treatments must be valid.
        previous: last year's answers by practice id; none without any.
    """
    former: FormerAnswers | None = None
    if previous:
        before = submission.model_copy(update={"answers": previous})
        result = score_submission(edition, before, criteria, as_of=as_of)
        former = answers_of(result, before)._replace(size=None)  # which last year's was is not kept
    result = score_submission(edition, submission, criteria, as_of=as_of)
    return checks_before_filing(edition.checklist, result, submission, former=former).single
