"""Which item of a list in a form is which in a file: evidence and reviews are known by a field."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from cssa.answers.submission import Answer
from cssa.forms.issued import digest

LEADS = {"evidence": "ref", "review": "by"}
"""Lists of which a form has several cells, each with the field that an item is known by."""

Numbers = Mapping[str, Sequence[int]]
"""A number for each item of a list, by the list's name."""


def match_items(
    form: Answer | None, file: Answer | None, cells: Numbers, issued: Mapping[str, str]
) -> tuple[Numbers, Numbers]:
    """Number the items of two answers' lists, so that those that are compared have one number.

    An item is the same wherever it was moved to. One that stands in the form's cell of another that
    is gone takes its place; what is new on both sides is compared in order.

    Args:
        form: what the form says.
        file: what the file says.
        cells: numbers of the form's cells that hold its items.
        issued: hashes of what the form was issued with.

    Returns:
        The numbers of the form's items, and of the file's.
    """
    ours: dict[str, list[int]] = {}
    theirs: dict[str, list[int]] = {}
    for name, lead in LEADS.items():
        was = {
            int(field.split(".")[1]): mark
            for field, mark in issued.items()
            if field.startswith(f"{name}.") and field.endswith(f".{lead}")
        }
        here, there = (getattr(side, name) if side else () for side in (form, file))
        leads = [digest(getattr(item, lead)) for item in here]
        ours[name] = _number_form(was, leads, cells.get(name) or range(1, len(here) + 1))
        theirs[name] = _number_file(
            was,
            dict(zip(ours[name], leads, strict=True)),
            [digest(getattr(item, lead)) for item in there],
            _equal(there, dict(zip(ours[name], here, strict=True))),
        )
    return ours, theirs


def _number_form(was: Mapping[int, str], here: Sequence[str], cells: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    _give_equal(numbers, here, was)
    for at, cell in enumerate(cells):
        if cell in was:
            _give(numbers, at, cell)
    return _filled(numbers, len(here), was)


def _number_file(
    was: Mapping[int, str], form: Mapping[int, str], there: Sequence[str], same: Mapping[int, int]
) -> list[int]:
    numbers = dict(same)
    _give_equal(numbers, there, form)
    _give_equal(numbers, there, was)
    for at in range(len(there)):
        if at + 1 in was:
            _give(numbers, at, at + 1)
    changed = [number for number, mark in form.items() if was.get(number) != mark]
    for at in range(len(there)):
        for number in changed:
            _give(numbers, at, number)
    return _filled(numbers, len(there), (*was, *form))


def _equal(items: Sequence[object], known: Mapping[int, object]) -> dict[int, int]:
    """Return the numbers of the items that are among others, word for word."""
    numbers: dict[int, int] = {}
    _give_equal(numbers, items, known)
    return numbers


def _give(numbers: dict[int, int], at: int, number: int) -> None:
    """Give an item a number, unless it has one or another item has it."""
    if at not in numbers and number not in numbers.values():
        numbers[at] = number


def _give_equal(
    numbers: dict[int, int], items: Sequence[object], known: Mapping[int, object]
) -> None:
    for at, item in enumerate(items):
        for number, other in known.items():
            if other == item:
                _give(numbers, at, number)


def _filled(numbers: Mapping[int, int], length: int, used: Iterable[int]) -> list[int]:
    """Return the numbers of all items, new ones for those that have none."""
    fresh = count(max((*used, *numbers.values()), default=0) + 1)
    return [numbers[at] if at in numbers else next(fresh) for at in range(length)]
