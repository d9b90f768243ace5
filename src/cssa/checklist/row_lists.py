"""Rows that an institution names itself, once, for the questions that ask about each of them."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from cssa.checklist.practice import Id, Row
from cssa.datafile.types import Line, LocalizedText, Model

MAX_ROWS = 20
"""Rows that an institution can name in a list; forms have a place for each."""

MAX_NAME = 100
"""Characters of a row's name."""


class RowList(Model):
    """A list of rows that the institution names, such as its critical operations.

    Attributes:
        prompt: what is to be entered.
    """

    id: Id
    title: LocalizedText
    prompt: LocalizedText


class NamedRow(Model):
    """A row that an institution has named; its answers are bound to the id, not to the name."""

    id: Id
    name: Annotated[Line, Field(max_length=MAX_NAME)]


def new_row_id(taken: Iterable[str]) -> str:
    """Return the first of ``r1``, ``r2``, … that no row has.

    Args:
        taken: ids of the rows that there are, or were.
    """
    used = {row_id.casefold() for row_id in taken}
    return next(f"r{number}" for number in range(1, len(used) + 2) if f"r{number}" not in used)


def rows_of(named: Iterable[NamedRow], languages: Iterable[str]) -> tuple[Row, ...]:
    """Return named rows as those of a question, with the same words in each language.

    Args:
        named: what the institution has named; a place in a form that is still free has no words.
        languages: those of the checklist.
    """
    languages = tuple(languages)
    return tuple(
        Row(id=row.id, **(dict.fromkeys(languages, row.name) if row.name else {})) for row in named
    )
