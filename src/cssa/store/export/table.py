"""What an exported table is: a query on the store, and what each column of it holds."""

from typing import Literal, NamedTuple

ColumnType = Literal["text", "code", "integer", "number", "flag", "date", "time"]

CodeListName = Literal[
    "sector",
    "sector_or_all",
    "industry_group",
    "peer_group",
    "state",
    "left_out",
    "status",
    "tier",
    "kind",
    "risk",
    "risk_basis",
    "treatment",
    "plan_status",
    "part",
    "figure_kind",
]
"""The lists of codes whose words the codebook has."""


class ExportColumn(NamedTuple):
    """A column of an exported table.

    Attributes:
        codes: the list that its values are from; None where they are from none.
        shared: whether the sharing edition has it.
        meaning: last part of the code of the message that says what it holds.
    """

    name: str
    type: ColumnType
    codes: CodeListName | None
    shared: bool
    meaning: str


class ExportTable(NamedTuple):
    """A table that is exported.

    Attributes:
        query: gives its rows from a store, the campaign first, always in the same order.
        shared: whether the sharing edition has it.
    """

    name: str
    query: str
    columns: tuple[ExportColumn, ...]
    shared: bool = False

    @property
    def file(self) -> str:
        """Name of its file."""
        return f"{self.name}.csv"


def column(
    name: str,
    type_: ColumnType = "text",
    *,
    codes: CodeListName | None = None,
    shared: bool = False,
    meaning: str | None = None,
) -> ExportColumn:
    """Return a column, which means what its name says where nothing else is given.

    Args:
        name: heading of the column.
        type_: of its values.
        codes: the list that its values are from.
        shared: whether the sharing edition has it.
        meaning: last part of the code of the message that says what it holds.
    """
    return ExportColumn(name, type_, codes, shared, meaning or name)
