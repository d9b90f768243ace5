"""The rows that a form was sent out with, with the keys and numbers that they bear."""

from collections.abc import Collection

from cssa.checklist.model import Checklist
from cssa.forms.completeness import ExpectedRows
from cssa.forms.row_reader import row_keys, row_numbers


class AskedRows:
    """The rows of a checklist's questions, or of some of them.

    Args:
        checklist: with the rows that the institution names.
        asked: ids of the practices that the form was sent out with; None where it has all.

    Attributes:
        practices: what is asked, by id.
        expected: by domain, the keys of its rows.
        numbers: the number that each row shows, by key.
        keys: the key of each row, by the number shown.
    """

    def __init__(self, checklist: Checklist, asked: Collection[str] | None = None) -> None:
        items = [
            item for item in checklist.placed.values() if asked is None or item.practice.id in asked
        ]
        self.practices = {item.practice.id: item.practice for item in items}
        self.has_points = any(item.practice.points for item in items)
        by_domain: dict[str, ExpectedRows] = {}
        for item in items:
            rows = by_domain.setdefault(item.domain.id, ExpectedRows(item.domain, []))
            rows.keys.extend(row_keys(item.practice))
        self.expected = tuple(by_domain.values())
        self.numbers = {
            key: number
            for item in items
            for key, number in zip(row_keys(item.practice), row_numbers(item.practice), strict=True)
        }
        self.keys = {number: key for key, number in self.numbers.items()}
