"""Submissions as plain values and as YAML, in short forms where these mean the same."""

from collections.abc import Mapping
from typing import Any

from cssa.answers.submission import Answer, Submission
from cssa.datafile.emit import dump_compact
from cssa.datafile.types import Model

_SHORT_FORMS = {"level", "choice", "choices"}
"""Fields whose value can stand for an answer that has nothing else."""


def to_plain(model: Model) -> dict[str, Any]:
    """Return a model as plain values, without fields that have their default."""
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def answer_to_plain(answer: Answer, before: Answer | None = None, written: Any = None) -> Any:
    """Return an answer as the plain values to write into a file.

    Args:
        answer: the answer to write.
        before: the answer that is in the file.
        written: the plain values of that one; fields that mean the same stay as written.
    """
    fields = to_plain(answer)
    if before is None or not isinstance(written, Mapping):
        first = next(iter(fields), "")
        return fields[first] if len(fields) == 1 and first in _SHORT_FORMS else fields
    unchanged = {
        name: value
        for name, value in written.items()
        if getattr(answer, name) == getattr(before, name)
    }
    names = [name for name in Answer.model_fields if name in unchanged or name in fields]
    return {name: unchanged.get(name, fields.get(name)) for name in names}


def to_yaml(submission: Submission) -> str:
    """Return a submission as an answers file."""
    value = to_plain(submission)
    profile = value["institution"].get("profile", {})
    for flag, stated in profile.items():
        if set(stated) == {"value"}:
            profile[flag] = stated["value"]
    value["answers"] = {
        practice_id: answer_to_plain(answer) for practice_id, answer in submission.answers.items()
    }
    return dump_compact(value)
