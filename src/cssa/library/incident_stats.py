"""How many cases are printed of each kind: counts of what reports tell, not of what happened."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cssa.datafile.types import Text
from cssa.library.incidents import IncidentLibrary


@dataclass(frozen=True, kw_only=True)
class IncidentCount:
    """How many cases there are of one kind.

    Attributes:
        id: of a trigger, a kind of event or a report; the label of a sector.
        title: what it is called.
        cases: how many are printed.
    """

    id: str
    title: Text
    cases: int


@dataclass(frozen=True, kw_only=True)
class IncidentStats:
    """The cases printed, counted in four ways; assumed failures are in none of them.

    Attributes:
        cases: all of them.
        events: told in them; a case may tell of several.
        new: how many a report prints as new.
        assumed: how many assumed failures there are beside them, which happened nowhere.
        triggers: by what they began with; each case once.
        tags: by kind of event; a case may be of several.
        sectors: by printed label; a case may be under several.
        reports: by the report that prints them, the latest first; those of assumed failures, too.
    """

    cases: int
    events: int
    new: int
    assumed: int
    triggers: tuple[IncidentCount, ...]
    tags: tuple[IncidentCount, ...]
    sectors: tuple[IncidentCount, ...]
    reports: tuple[IncidentCount, ...]


def incident_stats(library: IncidentLibrary) -> IncidentStats:
    """Return the counts of a library."""
    cases = [placed.case for placed in library.cases if not placed.report.assumed]
    triggers = Counter(case.trigger for case in cases)
    tags = Counter(tag for case in cases for tag in case.tags)
    return IncidentStats(
        cases=len(cases),
        events=sum(len(case.events) for case in cases),
        new=sum(case.new for case in cases),
        assumed=sum(placed.report.assumed for placed in library.cases),
        triggers=tuple(
            IncidentCount(id=kind.id, title=kind.title, cases=triggers[kind.id])
            for kind in library.kinds.triggers
        ),
        tags=tuple(
            IncidentCount(id=kind.id, title=kind.title, cases=tags[kind.id])
            for kind in library.kinds.tags
        ),
        sectors=tuple(sorted(_sectors(library), key=lambda count: -count.cases)),
        reports=tuple(_reports(library)),
    )


def _sectors(library: IncidentLibrary) -> Iterator[IncidentCount]:
    """Yield the labels in the order of reports; the same label in two reports is one."""
    counts: Counter[str] = Counter()
    titles: dict[str, Text] = {}
    for placed in library.cases:
        for printed in placed.printed_sectors:
            titles.setdefault(printed.ja, Text(ja=printed.ja, en=printed.en))
            counts[printed.ja] += 1
    for label, title in titles.items():
        yield IncidentCount(id=label, title=title, cases=counts[label])


def _reports(library: IncidentLibrary) -> Iterator[IncidentCount]:
    latest_first = sorted(
        library.reports, key=lambda item: item.report.published or "", reverse=True
    )
    for item in latest_first:
        cases = sum(len(chapter.cases) for chapter in item.chapters)
        yield IncidentCount(id=item.report.id, title=item.report.title, cases=cases)
