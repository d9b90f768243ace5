"""A submission as the YAML that people keep."""

from cssa.answers.plain_values import plain, plain_answer
from cssa.answers.submission import Submission
from cssa.datafile.emit import dump_compact


def to_yaml(submission: Submission) -> str:
    """Return a submission as an answers file: short forms where they say the same."""
    value = plain(submission)
    profile = value["institution"].get("profile", {})
    for flag, stated in profile.items():
        if set(stated) == {"value"}:
            profile[flag] = stated["value"]
    value["answers"] = {
        practice: plain_answer(answer) for practice, answer in submission.answers.items()
    }
    return dump_compact(value)
