"""The workbook of segments: figures by what the roster and the forms say of institutions."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from cssa.batch.ledger.entries import LedgerRow
from cssa.batch.outputs.folder import PRIVATE
from cssa.datafile.types import AnyText
from cssa.errors import Problem, UsageError
from cssa.lists.roster import RosterEntry
from cssa.messages.wording import CodedWord, listed
from cssa.peers.groups import part_of
from cssa.peers.member import Member
from cssa.peers.segments import segment_figures
from cssa.reports.excel.segments_book import Segment, SegmentTable
from cssa.scheme.sectors import Sectors

SEGMENTS = f"{PRIVATE}/segments.xlsx"

ROSTER_COLUMNS = ("sector", "bureau", "route", "group")
"""Columns of the roster that say something that institutions can have in common."""

SIZE_BANDS = ("small", "medium", "large")
"""Ids of size bands, which are the same in all sub-sectors."""

_OF_ROSTER = tuple(name for name in ROSTER_COLUMNS if name != "sector")


class RosterCondition(NamedTuple):
    """What a column of the roster has to say of an institution."""

    column: str
    value: str

    def __str__(self) -> str:
        """Return it as it is entered."""
        return f"{self.column}={self.value}"

    def holds(self, entry: RosterEntry) -> bool:
        """Return whether it does."""
        return bool(getattr(entry, self.column) == self.value)


def read_conditions(
    texts: Sequence[str], roster: Collection[RosterEntry] | None
) -> tuple[RosterCondition, ...]:
    """Return the conditions that texts such as ``bureau=関東財務局`` state.

    Args:
        texts: as they were entered.
        roster: who was asked; None without a roster.

    Raises:
        UsageError: when there is no such column, or nobody is left.
    """
    conditions = []
    for text in texts:
        column, equals, value = text.partition("=")
        if not equals or column not in ROSTER_COLUMNS:
            params = {"found": text, "known": listed(ROSTER_COLUMNS)}
            raise UsageError([Problem("batch.where.column", params)])
        conditions.append(RosterCondition(column, value.strip()))
    if conditions and roster is None:
        raise UsageError([Problem("batch.where.no_roster", {})])
    for condition in conditions:
        values = dict.fromkeys(getattr(entry, condition.column) for entry in roster or ())
        if condition.value not in values:
            known = listed(sorted(filter(None, values)) or ["-"])
            params = {"column": condition.column, "found": condition.value, "known": known}
            raise UsageError([Problem("batch.where.value", params)])
    if conditions and not _ids(conditions, roster or ()):
        raise UsageError([Problem("batch.where.nobody", {})])
    return tuple(conditions)


def segment_tables(
    rows: Sequence[LedgerRow],
    members: Mapping[str, Member],
    roster: Sequence[RosterEntry] | None,
    conditions: Sequence[RosterCondition],
    sectors: Sectors,
    domains: int,
) -> Iterator[SegmentTable]:
    """Yield a table for each thing that institutions can have in common.

    Args:
        rows: of everyone in the ledger.
        members: what those who answered contribute, by id.
        roster: who was asked; None without a roster.
        conditions: that institutions must meet to be counted.
        sectors: the sub-sectors, with their industry groups and size bands.
        domains: how many the checklist has.
    """
    entries = {entry.id: entry for entry in roster or ()}
    asked = [row for row in rows if row.state not in ("withdrawn", "merged")]
    if conditions:
        ids = _ids(conditions, entries.values())
        asked = [row for row in asked if row.id in ids]
    by_id = {sector.id: sector for sector in sectors.sectors}

    def industry_group(row: LedgerRow) -> str | None:
        sector = by_id.get(row.sector)
        return None if sector is None else sector.industry_group

    def size_band(row: LedgerRow) -> str | None:
        sector, member = by_id.get(row.sector), members.get(row.id)
        return None if sector is None or member is None else part_of(sector, member, "size")

    def on_roster(column: str) -> Callable[[LedgerRow], str | None]:
        return lambda row: getattr(entries.get(row.id), column, "") or None

    titles: dict[str, Mapping[str, AnyText | CodedWord]] = {
        "industry_group": {group.id: group.title for group in sectors.industry_groups},
        "sector": {sector.id: sector.title for sector in sectors.sectors},
        "size_band": {band: CodedWord(f"book.segments.size.{band}") for band in SIZE_BANDS},
    }
    keys: dict[str, Callable[[LedgerRow], str | None]] = {
        "industry_group": industry_group,
        "sector": lambda row: row.sector or None,
        "size_band": size_band,
        **{column: on_roster(column) for column in _OF_ROSTER if roster is not None},
    }
    for name, key in keys.items():
        by_value: dict[str | None, list[LedgerRow]] = {}
        for row in asked:
            by_value.setdefault(key(row), []).append(row)
        if by_value.keys() == {None}:
            continue  # a column of the roster that nobody fills in
        known = titles.get(name, {})
        order = [*known, *sorted(filter(None, by_value.keys() - known.keys())), None]
        yield SegmentTable(
            name,
            tuple(
                Segment(
                    value if value is None else known.get(value, value),
                    None if roster is None else len(by_value[value]),
                    segment_figures(
                        [members[row.id] for row in by_value[value] if row.in_statistics], domains
                    ),
                )
                for value in order
                if value in by_value
            ),
        )


def _ids(conditions: Sequence[RosterCondition], roster: Collection[RosterEntry]) -> frozenset[str]:
    return frozenset(
        entry.id for entry in roster if all(condition.holds(entry) for condition in conditions)
    )
