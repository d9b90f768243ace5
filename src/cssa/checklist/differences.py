"""What differs between a practice of one version of a checklist and one of another."""

from cssa.checklist.practice import Practice

_BESIDE = frozenset(
    (
        "guidance", "why", "pitfalls", "sources", "threats", "impact", "evidence", "improve",
        "subject", "owner", "effort", "refs",
    )
)  # fmt: skip
"""Fields that help to answer and change nothing in what is asked."""

ASKED = tuple(name for name in Practice.model_fields if name not in (*_BESIDE, "id"))
"""Fields of a practice that say what is asked, or what answers are possible."""


def differing_fields(before: Practice, after: Practice) -> tuple[str, ...]:
    """Return the fields in which two practices differ, ids aside, as they are called in files.

    ``levels_of_checklist`` stands for the levels that the checklist gives them.

    Args:
        before: of the former version.
        after: of the new version.
    """
    names = [
        field.alias or name
        for name, field in Practice.model_fields.items()
        if name != "id" and getattr(before, name) != getattr(after, name)
    ]
    if before.level_scale != after.level_scale:
        names.append(SCALE)
    return tuple(names)


SCALE = "levels_of_checklist"
"""Stands for the levels that a checklist gives to all its practices."""


def asks_otherwise(before: Practice, after: Practice) -> bool:
    """Return whether two practices differ in what is asked or in what answers are possible."""
    asked = {Practice.model_fields[name].alias or name for name in ASKED} | {SCALE}
    return not asked.isdisjoint(differing_fields(before, after))
