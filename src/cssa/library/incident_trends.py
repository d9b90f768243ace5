"""Trends that reports describe: of which failures, and what they call for."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from cssa.checklist.practice import Id
from cssa.datafile.reader import Document
from cssa.datafile.types import Int, Line, Model, Text
from cssa.errors import Problem
from cssa.library.incident_files import KnownNames
from cssa.library.incidents import IncidentKinds, Months
from cssa.location import KeyPath
from cssa.messages.wording import listed

TRENDS = "trends.yaml"


class TrendSource(Model):
    """A report that describes trends.

    Attributes:
        period: months of the failures that it describes.
        population: which failures these are.
    """

    id: Id
    title: Text
    publisher: Text
    published: Line
    period: Months
    population: Text


class Trend(Model):
    """One trend, with what the report calls for."""

    title: Text
    response: Text


class TrendGroup(Model):
    """Trends that a report describes together.

    Attributes:
        source: id of the report.
        sectors: the sub-sectors that they are of; none for all.
    """

    id: Id
    source: Id
    title: Text
    sectors: tuple[Id, ...] = ()
    trends: Annotated[tuple[Trend, ...], Field(min_length=1)]


class KindShare(Model):
    """The share of one kind of event, in whole per cent as printed."""

    tag: Id
    per_cent: Annotated[Int, Field(ge=0, le=100)]


class KindShares(Model):
    """The share of each kind of event in all failures that a report counts.

    Attributes:
        source: id of the report.
        note: how they were read, and of what they are.
        kinds: the shares as printed.
    """

    source: Id
    note: Text
    kinds: Annotated[tuple[KindShare, ...], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True)
class SourceTrends:
    """What one report describes.

    Attributes:
        shares: title of each kind of event with its share in whole per cent; none where the report
            has no shares.
        note: how the shares were read, and of what they are.
    """

    source: TrendSource
    groups: tuple[TrendGroup, ...]
    shares: tuple[tuple[Text, int], ...]
    note: Text


class IncidentTrends(Model):
    """``trends.yaml``."""

    schema_: Annotated[Literal["cssa.incident-trends/1"], Field(alias="schema")]
    sources: Annotated[tuple[TrendSource, ...], Field(min_length=1)]
    groups: Annotated[tuple[TrendGroup, ...], Field(min_length=1)]
    shares: KindShares

    def by_source(self, kinds: IncidentKinds) -> tuple[SourceTrends, ...]:
        """Return what each report describes, in the order of the file.

        Args:
            kinds: titles of the kinds of event.
        """
        titles = {kind.id: kind.title for kind in kinds.tags}
        return tuple(
            SourceTrends(
                source=source,
                groups=tuple(group for group in self.groups if group.source == source.id),
                shares=tuple((titles[share.tag], share.per_cent) for share in self.shares.kinds)
                if source.id == self.shares.source
                else (),
                note=self.shares.note,
            )
            for source in self.sources
        )


def check_trends(
    trends: IncidentTrends, document: Document, known: KnownNames
) -> Iterator[Problem]:
    """Yield what trends refer to that does not exist.

    Args:
        trends: what has been read.
        document: the file that it was read from.
        known: sub-sectors and kinds of event.
    """
    sources = {source.id for source in trends.sources}
    for index, group in enumerate(trends.groups):
        place = ("groups", index)
        yield from _unknown(group.source, sources, "source", document, (*place, "source"))
        for number, sector in enumerate(group.sectors):
            path = (*place, "sectors", number)
            yield from _unknown(sector, known.sectors, "sector", document, path)
    yield from _unknown(trends.shares.source, sources, "source", document, ("shares", "source"))
    tags = {kind.id for kind in known.kinds.tags}
    for index, share in enumerate(trends.shares.kinds):
        where = ("shares", "kinds", index, "tag")
        yield from _unknown(share.tag, tags, "tag", document, where)


def _unknown(
    name: str, known: AbstractSet[str], kind: str, document: Document, path: KeyPath
) -> Iterator[Problem]:
    if name not in known:
        params = {"name": name, "known": listed(sorted(known))}
        yield Problem(f"incidents.unknown_{kind}", params, document.location(path), path)
