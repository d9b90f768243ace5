"""The part of a file's answers that the campaign asks."""

from collections.abc import Container
from typing import Any

from cssa.answers.approval import content_hash, is_changed_since_approval
from cssa.answers.loading import LoadedAnswers
from cssa.answers.submission import Submission
from cssa.errors import Problem
from cssa.messages.wording import listed

NAMED_PRACTICES = 10
"""Practices that a note lists; it counts them all."""


def asked_values(
    loaded: LoadedAnswers, asked: Container[str]
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return the values of a submission without answers that are not asked, and a note on these.

    An approval of the whole stands for the part.

    Args:
        loaded: the answers of a file.
        asked: ids of the practices asked.
    """
    values = dict(loaded.document.value)
    unasked = tuple(name for name in values["answers"] if name not in asked)
    if not unasked:
        return values, ()
    values["answers"] = {
        name: answer for name, answer in values["answers"].items() if name in asked
    }
    submission = loaded.submission
    if submission.approval.content is not None and not is_changed_since_approval(submission):
        approved = content_hash(Submission.model_validate(values))
        values["approval"] = {**values["approval"], "content": approved}
    params = {"count": len(unasked), "practices": listed(unasked, NAMED_PRACTICES)}
    return values, (Problem("batch.unasked_answers", params),)
