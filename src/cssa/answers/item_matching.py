"""Matching the items of lists in a form and in a file, by the field that identifies each."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from cssa.answers.comparable import digest
from cssa.answers.submission import Answer

IDENTIFYING_FIELDS = {"evidence": "ref", "review": "by"}
"""The field that identifies an item, by list; a form has cells for several items of each."""

Numbers = Mapping[str, Sequence[int]]
"""A number for each item of a list, by the list's name."""


def match_items(
    form: Answer | None, file: Answer | None, cells: Numbers, issued: Mapping[str, str]
) -> tuple[Numbers, Numbers]:
    """Number the items of two answers' lists, so that those that are compared have one number.

    An item is the same wherever it was moved to. One that stands in the form's cell of another that
    is gone takes its place; what is new on both sides is compared in order.

    Args:
        form: the answer in the form.
        file: the answer in the file.
        cells: numbers of the form's cells that hold its items.
        issued: hashes of what the form was issued with.

    Returns:
        The numbers of the form's items, and of the file's.
    """
    form_numbers: dict[str, list[int]] = {}
    file_numbers: dict[str, list[int]] = {}
    for name, identifier in IDENTIFYING_FIELDS.items():
        issued_marks = {
            int(field.split(".")[1]): mark
            for field, mark in issued.items()
            if field.startswith(f"{name}.") and field.endswith(f".{identifier}")
        }
        form_items, file_items = (getattr(side, name) if side else () for side in (form, file))
        form_marks = [digest(getattr(item, identifier)) for item in form_items]
        form_numbers[name] = _number_form(
            issued_marks, form_marks, cells.get(name) or range(1, len(form_items) + 1)
        )
        file_numbers[name] = _number_file(
            issued_marks,
            dict(zip(form_numbers[name], form_marks, strict=True)),
            [digest(getattr(item, identifier)) for item in file_items],
            _equal(file_items, dict(zip(form_numbers[name], form_items, strict=True))),
        )
    return form_numbers, file_numbers


def _number_form(
    issued_marks: Mapping[int, str], marks: Sequence[str], cells: Sequence[int]
) -> list[int]:
    numbers: dict[int, int] = {}
    _assign_equal(numbers, marks, issued_marks)
    for index, cell in enumerate(cells):
        if cell in issued_marks:
            _assign(numbers, index, cell)
    return _complete(numbers, len(marks), issued_marks)


def _number_file(
    issued_marks: Mapping[int, str],
    form: Mapping[int, str],
    marks: Sequence[str],
    same: Mapping[int, int],
) -> list[int]:
    numbers = dict(same)
    _assign_equal(numbers, marks, form)
    _assign_equal(numbers, marks, issued_marks)
    for index in range(len(marks)):
        if index + 1 in issued_marks:
            _assign(numbers, index, index + 1)
    changed = [number for number, mark in form.items() if issued_marks.get(number) != mark]
    for index in range(len(marks)):
        for number in changed:
            _assign(numbers, index, number)
    return _complete(numbers, len(marks), (*issued_marks, *form))


def _equal(items: Sequence[object], known: Mapping[int, object]) -> dict[int, int]:
    """Return the numbers of the items that are among others, word for word."""
    numbers: dict[int, int] = {}
    _assign_equal(numbers, items, known)
    return numbers


def _assign(numbers: dict[int, int], index: int, number: int) -> None:
    """Give an item a number, unless it has one or another item has it."""
    if index not in numbers and number not in numbers.values():
        numbers[index] = number


def _assign_equal(
    numbers: dict[int, int], items: Sequence[object], known: Mapping[int, object]
) -> None:
    for index, item in enumerate(items):
        for number, known_item in known.items():
            if known_item == item:
                _assign(numbers, index, number)


def _complete(numbers: Mapping[int, int], length: int, used: Iterable[int]) -> list[int]:
    """Return the numbers of all items, new ones for those that have none."""
    new_numbers = count(max((*used, *numbers.values()), default=0) + 1)
    return [numbers[index] if index in numbers else next(new_numbers) for index in range(length)]
