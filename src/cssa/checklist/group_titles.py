"""The titles of the groups of practices that are selected."""

from collections.abc import Collection

from cssa.checklist.model import Checklist
from cssa.messages.wording import COMMA, WordList, bilingual


def group_titles(checklist: Checklist, selected: Collection[str]) -> WordList | None:
    """Return the titles of the groups selected, None where none is and all practices are answered.

    Args:
        checklist: the checklist.
        selected: ids of the groups.
    """
    titles = [bilingual(group.title.get) for group in checklist.groups if group.id in selected]
    return WordList(tuple(titles), COMMA) if titles else None
