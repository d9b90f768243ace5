"""Incident cases that were published, as data: reports, their chapters, cases and events."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.practice import Id
from cssa.datafile.types import Bool, Line, Model, Str, Text
from cssa.library.folding import fold

Month = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
"""A month written ``2025-06``."""


class IncidentKind(Model):
    """A trigger, or a kind of event, that cases are sorted by."""

    id: Id
    title: Text


class IncidentKinds(Model):
    """``kinds.yaml``: what cases are sorted by.

    Attributes:
        triggers: what an incident began with.
        tags: kinds of event, as a report sorts its own figures by.
    """

    schema_: Annotated[Literal["cssa.incident-kinds/1"], Field(alias="schema")]
    triggers: Annotated[tuple[IncidentKind, ...], Field(min_length=1)]
    tags: Annotated[tuple[IncidentKind, ...], Field(min_length=1)]


class Months(Model):
    """The months, both included, whose incidents a report tells of."""

    from_: Annotated[Month, Field(alias="from")]
    to: Month


class PrintedSector(Model):
    """A group of institutions under the label that a report prints.

    Attributes:
        ja: the label.
        en: the same in English.
        kinds: our sub-sectors that it takes in.
    """

    ja: Str
    en: Str
    kinds: Annotated[tuple[Id, ...], Field(min_length=1)]


class IncidentReport(Model):
    """``report.yaml``: a report that prints cases.

    Attributes:
        period: months that its cases happened in, where it says so.
        note: what it says itself about the use of its cases.
        assumed: whether its cases are assumed failures, not records of what happened somewhere.
        sectors: labels that its cases are printed under; none where they are assumed.
        chapters: files of its cases, in order, without ``.yaml``.
    """

    schema_: Annotated[Literal["cssa.incidents/1"], Field(alias="schema")]
    id: Id
    title: Text
    publisher: Text
    published: Line | None = None
    period: Months | None = None
    note: Text | None = None
    assumed: Bool = False
    sectors: tuple[PrintedSector, ...] = ()
    chapters: Annotated[tuple[Id, ...], Field(min_length=1)]

    @property
    def year(self) -> str:
        """The year in which it was published, empty where it does not say."""
        return (self.published or "")[:4]


class IncidentEvent(Model):
    """What happened, why, and what was done; a source may tell only a part of it."""

    happened: Text | None = None
    cause: Text | None = None
    measure: Text | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse an event of which nothing is told."""
        if not (self.happened or self.cause or self.measure):
            raise PydanticCustomError("empty_event", "event")
        return self


class IncidentCase(Model):
    """One printed case.

    Attributes:
        number: as printed, or its place in the chapter.
        new: whether the report prints it as new.
        sectors: Japanese labels as printed.
        trigger: what it began with.
        tags: kinds of event that it belongs to.
        threats: ids of threats that were at work.
        handled_well: whether the report prints it as an example of good handling.
        practices: ids of practices that bear on it, the most telling first, by checklist.
        unlinked: why no practice of any checklist bears on it.
    """

    id: Id
    number: Line
    title: Text
    new: Bool = False
    sectors: tuple[Line, ...] = ()
    trigger: Id
    tags: Annotated[tuple[Id, ...], Field(min_length=1)]
    threats: tuple[Id, ...] = ()
    handled_well: Bool = False
    events: Annotated[tuple[IncidentEvent, ...], Field(min_length=1)]
    practices: Mapping[Id, Annotated[tuple[Line, ...], Field(min_length=1)]] = {}
    unlinked: Text | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse a case with both links and a reason for none, or with neither."""
        if self.unlinked is not None and self.practices:
            raise PydanticCustomError("unlinked_with_links", "unlinked", {"at": "unlinked"})
        if self.unlinked is None and not self.practices:
            raise PydanticCustomError("no_links", "practices")
        return self


class IncidentChapter(Model):
    """A chapter's file: cases in the order in which they are printed."""

    chapter: Line
    title: Text
    cases: Annotated[tuple[IncidentCase, ...], Field(min_length=1)]


class ReportCases(Model):
    """A report with all its chapters."""

    report: IncidentReport
    chapters: tuple[IncidentChapter, ...]


class PlacedCase(NamedTuple):
    """A case with the report and chapter that it stands in."""

    report: IncidentReport
    chapter: IncidentChapter
    case: IncidentCase

    @property
    def printed_sectors(self) -> tuple[PrintedSector, ...]:
        """The groups of institutions that it is printed under."""
        by_label = {sector.ja: sector for sector in self.report.sectors}
        return tuple(by_label[label] for label in self.case.sectors)

    def concerns(self, sector: str) -> bool:
        """Return whether it happened in a sub-sector."""
        return any(sector in printed.kinds for printed in self.printed_sectors)


class FoldedCase(Model):
    """The words of a case as they are searched: those of its title, and those that tell of it."""

    title: str
    told: str


class IncidentLibrary(Model):
    """All cases that ship, with what they are sorted by.

    Attributes:
        folded: by id of a case, its words as they are searched.
    """

    kinds: IncidentKinds
    reports: tuple[ReportCases, ...]
    folded: Mapping[Id, FoldedCase]
    _by_practice: dict[str, dict[str, tuple[PlacedCase, ...]]] = PrivateAttr(default_factory=dict)

    @cached_property
    def cases(self) -> tuple[PlacedCase, ...]:
        """Every case: reports by id, chapters and cases as printed."""
        return tuple(self._placed())

    @cached_property
    def by_id(self) -> Mapping[str, PlacedCase]:
        """Every case by its id."""
        return {placed.case.id: placed for placed in self.cases}

    def of_practices(self, checklist: str) -> Mapping[str, tuple[PlacedCase, ...]]:
        """Return the cases that bear on each practice of a checklist, by practice.

        Args:
            checklist: its id.
        """
        if checklist not in self._by_practice:
            found: dict[str, list[PlacedCase]] = {}
            for placed in self.cases:
                for practice in placed.case.practices.get(checklist, ()):
                    found.setdefault(practice, []).append(placed)
            self._by_practice[checklist] = {name: tuple(cases) for name, cases in found.items()}
        return self._by_practice[checklist]

    @classmethod
    def of(cls, kinds: IncidentKinds, reports: tuple[ReportCases, ...]) -> Self:
        """Return the library of these reports.

        Args:
            kinds: what their cases are sorted by.
            reports: by id.
        """
        cases = (
            case for report in reports for chapter in report.chapters for case in chapter.cases
        )
        return cls(kinds=kinds, reports=reports, folded={case.id: _folded(case) for case in cases})

    def _placed(self) -> Iterator[PlacedCase]:
        for report in self.reports:
            for chapter in report.chapters:
                for case in chapter.cases:
                    yield PlacedCase(report.report, chapter, case)


def _folded(case: IncidentCase) -> FoldedCase:
    told = (
        f"{text.ja} {text.en}"
        for event in case.events
        for text in (event.happened, event.cause, event.measure)
        if text is not None
    )
    title = f"{case.id} {case.number} {case.title.ja} {case.title.en}"
    return FoldedCase(title=fold(title), told=fold(" ".join(told)))
