"""Answers with some of their fields changed."""

from cssa.answers.submission import VALUE_FIELDS, Answer

_NO_VALUE: dict[str, object] = {
    **dict.fromkeys(VALUE_FIELDS),
    "na": False,
    "not_adopted": False,
    "reason": None,
}
"""An answer has one of these at most, so that a new one takes the place of any other."""


def with_changes(answer: Answer, **changes: object) -> Answer:
    """Return an answer with some of its fields changed; it counts as confirmed.

    Args:
        answer: the answer before.
        changes: fields of an answer; None removes one.

    Raises:
        pydantic.ValidationError: when the fields make no answer.
    """
    before = {name: getattr(answer, name) for name in Answer.model_fields}
    stated = {
        name: value
        for name, value in {**before, **changes}.items()
        if name not in ("confirmed", "carried") and value is not None
    }
    return Answer.model_validate(stated)


def with_value(answer: Answer, **value_fields: object) -> Answer:
    """Return an answer with a value in place of any other; the fields beside it are kept.

    Args:
        answer: the answer before.
        value_fields: the fields of the value: one of ``VALUE_FIELDS``, or ``na`` or
            ``not_adopted`` with ``reason``.

    Raises:
        pydantic.ValidationError: when the fields make no answer.
    """
    return with_changes(answer, **{**_NO_VALUE, **value_fields})
