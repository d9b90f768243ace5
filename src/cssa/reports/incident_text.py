"""Published incident cases as pages for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssa.library.case_words import case_reference, sector_names, source_line
from cssa.library.incident_stats import IncidentCount, IncidentStats
from cssa.library.incident_trends import IncidentTrends, SourceTrends, Trend
from cssa.library.incidents import IncidentEvent, IncidentLibrary, PlacedCase
from cssa.library.related_cases import RelatedCase
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports.page import Bars, Block, Column, Page, Paragraph, Table
from cssa.scheme.threats import Threats

_PARTS = ("happened", "cause", "measure")
_BAR_STEPS = 10


@dataclass(frozen=True, slots=True)
class IncidentText:
    """Cases as text.

    Attributes:
        library: the cases, with what they are sorted by.
        threats: titles of what they name.
        lang: language of the text.
    """

    library: IncidentLibrary
    threats: Threats
    lang: Lang

    def listed(self, cases: Sequence[PlacedCase]) -> Page:
        """Return cases as a table, in the order given."""
        if not cases:
            return ((self._line("incidents.none"),),)
        columns = (
            Column(self._say("incidents.column.id")),
            Column(self._say("incidents.column.title"), breaks="anywhere", at_least=24),
            Column(self._say("incidents.column.sectors"), breaks="anywhere"),
            Column(self._say("incidents.column.published"), align="right"),
        )
        rows = [
            (
                placed.case.id,
                placed.case.title.get(self.lang),
                sector_names(placed, self.lang),
                placed.report.year or "-",
            )
            for placed in cases
        ]
        return (
            (Table(columns, rows),),
            (self._line("incidents.found", count=len(cases)), self._line("incidents.linking")),
        )

    def whole(self, placed: PlacedCase) -> Page:
        """Return everything that there is on a case."""
        return (
            tuple(self._head(placed)),
            *(tuple(self._event(placed, index)) for index in range(len(placed.case.events))),
            tuple(self._links(placed)),
        )

    def beside(self, cases: Sequence[RelatedCase], practice: str, shown: int) -> Page:
        """Return the cases that bear on a practice, the first of them whole.

        Args:
            cases: in order.
            practice: its id.
            shown: how many are told in full.
        """
        if not cases:
            return ()
        blocks: list[Block] = [(Paragraph(self._say("incidents.caption"), "heading"),)]
        for related in cases[:shown]:
            head = [*self._title(related.placed)]
            if related.standing != "own_sector":
                head.append(self._line(f"incidents.{related.standing}"))
            told = (
                line
                for index in range(len(related.placed.case.events))
                for line in self._event(related.placed, index)
            )
            blocks.append((*head, *told))
        further = len(cases) - shown
        if further > 0:
            blocks.append((self._line("incidents.further", count=further, practice=practice),))
        return tuple(blocks)

    def stats(self, stats: IncidentStats, trends: IncidentTrends) -> Page:
        """Return how many cases are printed, counted in four ways, and the trends of reports.

        Args:
            stats: the counts.
            trends: what reports describe.
        """
        summary = {
            "cases": stats.cases,
            "events": stats.events,
            "new": stats.new,
            "assumed": stats.assumed,
        }
        return (
            (
                Paragraph(self._say("incidents.stats.title"), "heading"),
                self._line("incidents.stats.summary", **summary),
                self._line("incidents.stats.caption"),
            ),
            tuple(self._counts("trigger", stats.triggers)),
            tuple(self._counts("tag", stats.tags)),
            tuple(self._counts("sector", stats.sectors)),
            tuple(self._counts("report", stats.reports)),
            *(
                block
                for described in trends.by_source(self.library.kinds)
                for block in self._trends(described)
            ),
        )

    def _trends(self, described: SourceTrends) -> Iterator[Block]:
        """Yield the trends of a report after what they are of, and the shares that it has."""
        source = Paragraph(source_line(described.source, self.lang), hang="  ")
        yield Paragraph(self._say("incidents.trends"), "heading"), source
        for group in described.groups:
            title = Paragraph(group.title.get(self.lang), "heading")
            yield title, *(self._trend(trend) for trend in group.trends)
        if described.shares:
            note = Paragraph(described.note.get(self.lang), hang="  ")
            heading = Paragraph(self._say("incidents.trends.shares"), "heading")
            yield heading, source, note, self._shares(described)

    def _trend(self, trend: Trend) -> Paragraph:
        params = {"title": trend.title.get(self.lang), "response": trend.response.get(self.lang)}
        return Paragraph(self._say("incidents.trends.trend", **params), indent="  - ", hang="    ")

    def _shares(self, described: SourceTrends) -> Table:
        """Return the share of each kind of event in all failures that a report counts."""
        columns = (
            Column(self._say("incidents.column.tag"), breaks="anywhere", at_least=24),
            Column(self._say("incidents.column.share"), align="right"),
        )
        rows = [(title.get(self.lang), f"{share}%") for title, share in described.shares]
        bars = [share / 100 for _, share in described.shares]
        return Table(columns, rows, Bars(1, bars, [None] * len(rows), _BAR_STEPS))

    def _counts(self, name: str, counts: Sequence[IncidentCount]) -> Iterator[Paragraph | Table]:
        yield Paragraph(self._say(f"incidents.stats.{name}"), "heading")
        most = max((count.cases for count in counts), default=0) or 1
        columns = (
            Column(self._say(f"incidents.column.{name}"), breaks="anywhere", at_least=24),
            Column(self._say("incidents.column.cases"), align="right"),
        )
        rows = [(count.title.get(self.lang), str(count.cases)) for count in counts]
        shares = [count.cases / most for count in counts]
        yield Table(columns, rows, Bars(1, shares, [None] * len(rows), _BAR_STEPS))

    def _head(self, placed: PlacedCase) -> Iterator[Paragraph]:
        yield from self._title(placed)
        case = placed.case
        yield self._line("incidents.sectors", sectors=sector_names(placed, self.lang))
        trigger = next(kind for kind in self.library.kinds.triggers if kind.id == case.trigger)
        yield self._line("incidents.trigger", trigger=trigger.title.get(self.lang))
        tags = [kind.title for kind in self.library.kinds.tags if kind.id in case.tags]
        yield self._line("incidents.tags", tags=self._joined(tags))
        if case.threats:
            threats = [threat.title for threat in self.threats.threats if threat.id in case.threats]
            yield self._line("incidents.threats", threats=self._joined(threats))
        if placed.report.assumed:
            yield self._line("incidents.assumed")
        if case.handled_well:
            yield self._line("incidents.handled_well")

    def _title(self, placed: PlacedCase) -> Iterator[Paragraph]:
        yield Paragraph(
            f"{placed.case.id} {placed.case.title.get(self.lang)}", "heading", hang="  "
        )
        yield Paragraph(case_reference(placed, self.lang), hang="  ")

    def _event(self, placed: PlacedCase, index: int) -> Iterator[Paragraph]:
        events = placed.case.events
        event: IncidentEvent = events[index]
        if len(events) > 1:
            yield self._line("incidents.event", number=index + 1, of=len(events))
        for name in _PARTS:
            text = getattr(event, name)
            if text is not None:
                yield self._line(f"incidents.{name}", text=text.get(self.lang))

    def _links(self, placed: PlacedCase) -> Iterator[Paragraph]:
        yield Paragraph(self._say("incidents.practices"), "heading")
        if placed.case.unlinked is not None:
            yield Paragraph(placed.case.unlinked.get(self.lang), hang="  ")
        for checklist, practices in sorted(placed.case.practices.items()):
            typography = TYPOGRAPHY[self.lang]
            text = typography.labelled(checklist, typography.join(practices))
            yield Paragraph(text, indent="  - ", hang="    ")
        yield self._line("incidents.linking")
        if placed.report.note is not None:
            yield self._line("incidents.note", text=placed.report.note.get(self.lang))

    def _joined(self, titles: Sequence[object]) -> str:
        return TYPOGRAPHY[self.lang].join(title.get(self.lang) for title in titles)  # type: ignore[attr-defined]

    def _say(self, code: str, **params: object) -> str:
        return message(self.lang, code, params)

    def _line(self, code: str, **params: object) -> Paragraph:
        return Paragraph(self._say(code, **params), hang="  ")


def case_as_plain(placed: PlacedCase, lang: Lang) -> dict[str, object]:
    """Return a case as plain values for JSON, as authored, with where it is printed.

    Args:
        placed: the case.
        lang: language of the reference.
    """
    return {
        **placed.case.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        "practices": {name: list(ids) for name, ids in sorted(placed.case.practices.items())},
        "report": placed.report.id,
        "chapter": placed.chapter.chapter,
        "reference": case_reference(placed, lang),
        "sub_sectors": sorted({kind for sector in placed.printed_sectors for kind in sector.kinds}),
    }
