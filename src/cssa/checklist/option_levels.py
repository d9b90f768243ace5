"""The level that an answer gives under each kind of question."""

from collections.abc import Mapping
from decimal import Decimal

from cssa.checklist.model import Practice


def option_level(practice: Practice, choice: str) -> int | None:
    """Return the level of a single choice, None where the question gives no level.

    Args:
        practice: a practice with this option.
        choice: the id of the option.
    """
    return next(option.level for option in practice.options if option.id == choice)


def chosen_level(practice: Practice, choices: frozenset[str]) -> int:
    """Return the level of a multiple choice: of the highest rule that matches, else the lowest.

    Args:
        practice: a practice of kind ``multi``.
        choices: ids of the selected options.
    """
    exclusive = {option.id for option in practice.options if option.exclusive}
    countable = len(choices - exclusive)
    return max(
        (
            rule.level
            for rule in practice.levels
            if (rule.any and not choices.isdisjoint(rule.any))
            or (rule.all and choices.issuperset(rule.all))
            or (rule.at_least is not None and countable >= rule.at_least)
        ),
        default=practice.level_scale.lowest,
    )


def rows_level(practice: Practice, rows: Mapping[str, str]) -> int | None:
    """Return the lowest level of a matrix; None while a row has no answer.

    Args:
        practice: a practice of kind ``matrix``.
        rows: by row id, the id of the option chosen.
    """
    if any(row.id not in rows for row in practice.rows):
        return None
    levels = [option_level(practice, choice) for choice in rows.values()]
    return min((level for level in levels if level is not None), default=None)


def number_level(practice: Practice, value: Decimal) -> int:
    """Return the level of the furthest threshold that a number reaches, else the lowest.

    Args:
        practice: a practice of kind ``number``.
        value: the number.
    """
    return max(
        (
            threshold.level
            for threshold in practice.thresholds
            if (value >= threshold.at if practice.direction == "up" else value <= threshold.at)
        ),
        default=practice.level_scale.lowest,
    )
