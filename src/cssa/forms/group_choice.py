"""Which groups of practices a cover selects, from one choice for each group."""

from collections.abc import Mapping, Sequence


def selected_groups(stated: Mapping[str, bool], groups: Sequence[str]) -> list[str]:
    """Return the groups that are answered, in the checklist's order; none is all.

    Where some are said to be answered, these are; where some are only said not to be, the others.

    Args:
        stated: what the cover says of groups, by id; it may leave some open.
        groups: ids of all groups of the checklist.
    """
    unless_stated = bool(stated) and not any(stated.values())
    return [group for group in groups if stated.get(group, unless_stated)]


def stated_choices(selected: Sequence[str], groups: Sequence[str]) -> dict[str, bool]:
    """Return what a selection says of each group; nothing where none is selected.

    Args:
        selected: ids of the groups selected.
        groups: ids of all groups of the checklist.
    """
    return {group: group in selected for group in groups} if selected else {}
