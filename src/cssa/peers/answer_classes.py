"""How a practice can be answered, as published; unanswered and out of scope are no answers."""

from cssa.checklist.level_scale import LevelScale
from cssa.peers.member import NOT_ADOPTED, NOT_APPLICABLE, level_code

WITHOUT_LEVEL = ("na", "not_adopted")
"""The classes of answers that have no level."""


def level_classes(scale: LevelScale) -> tuple[str, ...]:
    """Return the classes of answers at a level, in ascending order."""
    return tuple(map(str, scale.values))


def answer_classes(scale: LevelScale) -> tuple[str, ...]:
    """Return the classes of answers to a practice: its levels, then those without one."""
    return (*level_classes(scale), *WITHOUT_LEVEL)


def class_codes(scale: LevelScale) -> tuple[str, ...]:
    """Return the code of each answer class in a member's ``answer_codes``."""
    return (*map(level_code, scale.values), NOT_APPLICABLE, NOT_ADOPTED)
