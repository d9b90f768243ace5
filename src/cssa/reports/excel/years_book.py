"""The workbook on how continuing institutions developed over the campaigns, for the issuer."""

from collections.abc import Iterator, Mapping

from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.checklist.model import Checklist
from cssa.datafile.types import AnyText
from cssa.engine.aggregate import rounded
from cssa.excel.sheet import Row, SheetColumn
from cssa.excel.table_book import SheetTable, write_tables
from cssa.messages import Lang
from cssa.peers.member import OVERALL
from cssa.peers.peers_file import ROOT
from cssa.peers.years import ContinuingScores, YearRow, Years
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.phrases import report_disclaimers


def write_years(
    years: Years,
    groups: Mapping[str, AnyText],
    checklist: Checklist,
    lang: Lang,
    *,
    source: str,
    handling: Handling = UNSPECIFIED,
) -> bytes:
    """Return the workbook.

    Args:
        years: how the scores developed.
        groups: titles of industry groups and sub-sectors by id, in the order of rows.
        checklist: what was answered in the latest campaign.
        lang: its language.
        source: whose it is, such as the campaign's title.
        handling: what the issuer lays down.
    """
    words = CellWords(lang)
    book = _YearsBook(years, groups, checklist, words)
    return write_tables(
        [book.means(), book.movers()],
        lang,
        title=words("book.years.title"),
        source=source,
        handling=words.text(handling.mark),
    )


class _YearsBook:
    """The tables of the workbook."""

    def __init__(
        self,
        years: Years,
        groups: Mapping[str, AnyText],
        checklist: Checklist,
        words: CellWords,
    ) -> None:
        self._years = years
        self._groups = groups
        self._checklist = checklist
        self._words = words
        self._labels = [self._label(campaign) for campaign in years.campaigns]

    def _label(self, campaign: str) -> str:
        """Return a campaign's id with its base date, which tells campaigns of one year apart."""
        day = self._years.base_dates.get(campaign)
        if day is None:
            return campaign
        return f"{campaign}{self._words.in_brackets(self._words.day(day))}"

    def means(self) -> SheetTable:
        words, years = self._words, self._years
        columns = [
            SheetColumn(words("book.years.group"), 30, repeated=True),
            SheetColumn(words("book.years.figure"), 46, repeated=True),
            SheetColumn(words("book.years.n"), 8, "count"),
            *(
                SheetColumn(words(f"book.years.{name}", campaign=campaign), 14, "one_decimal")
                for name in ("mean", "median")
                for campaign in self._labels
            ),
        ]
        notes = [
            words("book.years.private"),
            words("book.years.continuing", campaigns=words.join(self._labels)),
        ]
        if years.others:
            others = words.join(map(self._label, years.others))
            notes.append(words("book.years.others", campaigns=others))
        places = {group: place for place, group in enumerate((ROOT, *self._groups))}
        rows = sorted(years.rows, key=lambda row: places.get(row.group, len(places)))
        return self._table("means", columns, notes, map(self._means_row, rows), frozen=2)

    def movers(self) -> SheetTable:
        words, years = self._words, self._years
        columns = [
            SheetColumn(words("book.years.direction"), 9),
            SheetColumn(words("book.review.institution"), 24),
            SheetColumn(words("book.review.name"), 26),
            SheetColumn(words("book.hearing.sector"), 18),
            *(SheetColumn(campaign, 14, "two_decimals") for campaign in self._labels),
            *(
                SheetColumn(words("book.years.change", campaign=campaign), 14, "two_decimals")
                for campaign in (self._labels[-2], self._labels[0])
            ),
        ]
        if len(years.campaigns) == 2:  # noqa: PLR2004 - the first is the one before
            columns.pop()
        notes = [
            words("book.years.private"),
            words("book.years.movers", campaign=self._labels[-2]),
            words("book.hearing.no_judgement"),
        ]
        return self._table("changes", columns, notes, self._mover_rows(len(columns)), frozen=3)

    def _table(
        self,
        name: str,
        columns: list[SheetColumn],
        notes: list[str],
        rows: Iterator[Row],
        *,
        frozen: int,
    ) -> SheetTable:
        words = self._words
        return SheetTable(
            sheet=words(f"book.years.sheet.{name}"),
            title=words("book.years.title"),
            notes=notes,
            columns=columns,
            rows=rows,
            frozen=frozen,
            remarks=[words.text(remark) for remark in report_disclaimers(self._checklist)],
        )

    def _means_row(self, row: YearRow) -> Row:
        return [
            self._words("peers.group.all") if row.group == ROOT else self._group(row.group),
            self._figure(row.figure),
            row.n,
            *(year.mean for year in row.years),
            *(year.median for year in row.years),
        ]

    def _mover_rows(self, width: int) -> Iterator[Row]:
        for direction, movers in (("risen", self._years.risen), ("fallen", self._years.fallen)):
            for mover in movers:
                yield self._mover_row(direction, mover)[:width]

    def _mover_row(self, direction: str, mover: ContinuingScores) -> Row:
        return [
            self._words(f"book.years.{direction}"),
            mover.institution,
            mover.name or "",
            self._group(mover.sector or ""),
            *map(rounded, mover.values),
            rounded(mover.change),
            rounded(mover.whole_change),
        ]

    def _group(self, group: str) -> str:
        title = self._groups.get(group)
        return group if title is None else self._words.text(title)

    def _figure(self, figure: str) -> str:
        if figure == OVERALL:
            return self._words("report.overall")
        titles = {domain.id: domain.title for domain in self._checklist.domains}
        return f"{figure} {self._words.text(titles[figure])}"
