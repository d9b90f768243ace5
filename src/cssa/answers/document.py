"""A submission as the YAML that people keep."""

from decimal import Decimal
from typing import Any

from cssa.answers.models import Answer, Submission
from cssa.yamlio.writer import dump


def to_yaml(submission: Submission) -> str:
    """Return a submission as an answers file: short forms where they say the same."""
    value = _plain(submission.model_dump(mode="python", by_alias=True, exclude_defaults=True))
    profile = value["institution"].get("profile", {})
    for flag, stated in profile.items():
        if set(stated) == {"value"}:
            profile[flag] = stated["value"]
    value["answers"] = {
        practice: _answer(answer) for practice, answer in submission.answers.items()
    }
    return dump(value)


def _answer(answer: Answer) -> Any:
    value = _plain(answer.model_dump(mode="python", by_alias=True, exclude_defaults=True))
    return value["level"] if set(value) == {"level"} else value


def _plain(value: Any) -> Any:
    """Return a value of what YAML has: lists for tuples, numbers for decimals."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
