"""The checklist as data: domains, sections and practices."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, NamedTuple, Self, TypeVar

from pydantic import Field, model_validator

from cssa.checklist.consistency_rules import ConsistencyRule
from cssa.checklist.header import ChecklistFacts, Supersession
from cssa.checklist.practice import Cadence, Conditions, Id, Practice, Row, Tier
from cssa.checklist.row_lists import NamedRow, RowList, rows_of
from cssa.datafile.types import LocalizedText, Model
from cssa.location import KeyPath


class PracticeContainer(Model):
    """What has practices: a domain or a section.

    Attributes:
        intro: read once, before its practices.
    """

    id: Id
    title: LocalizedText
    intro: LocalizedText | None = None
    conditions: Conditions | None = None
    practices: tuple[Practice, ...] = ()

    def texts(self) -> Iterator[tuple[KeyPath, LocalizedText]]:
        """Yield its own texts with their path."""
        for name in ("title", "intro", "conditions"):
            text = getattr(self, name)
            if text is not None:
                yield (name,), text


class Section(PracticeContainer):
    """A numbered section.

    Attributes:
        parent: the section or domain around it; where it is not given, the section with the longest
            prefix of its id, else the domain.
    """

    parent: Id | None = None


class Domain(PracticeContainer):
    """One domain: a file of its own.

    Attributes:
        id: its number, written ``domain`` in the file.
        practices: practices that stand under the domain itself.
        sections: all sections, flat, in the source's order.
    """

    id: Annotated[Id, Field(alias="domain")]
    sections: tuple[Section, ...] = ()

    def parent_of(self, section: Section) -> str:
        """Return the id of the section around a section of this domain, else the domain's."""
        if section.parent is not None:
            return section.parent
        around = (other.id for other in self.sections if section.id.startswith(f"{other.id}."))
        return max(around, key=len, default=self.id)

    @cached_property
    def lineage(self) -> dict[str, tuple[str, ...]]:
        """By section id: the section and those around it, outwards, without the domain."""
        parents = {section.id: self.parent_of(section) for section in self.sections}
        return {section_id: tuple(_outwards(section_id, parents)) for section_id in parents}

    @cached_property
    def intros(self) -> dict[str, tuple[LocalizedText, ...]]:
        """By practice id: the intros of all places above it that no practice before it is below."""
        by_practice: dict[str, tuple[LocalizedText, ...]] = {}
        unread: list[LocalizedText] = []
        for place in (self, *self.sections):
            if place.intro:
                unread.append(place.intro)
            if place.practices and unread:
                by_practice[place.practices[0].id] = tuple(unread)
                unread = []
        return by_practice


def _outwards(section_id: str, parents: Mapping[str, str]) -> Iterator[str]:
    seen: set[str] = set()  # a circle is found by lint, which must not hang
    while section_id in parents and section_id not in seen:
        seen.add(section_id)
        yield section_id
        section_id = parents[section_id]


class PlacedPractice(NamedTuple):
    """A practice with its domain and section; the section is None below the domain itself."""

    practice: Practice
    domain: Domain
    section: Section | None

    @property
    def intros(self) -> tuple[LocalizedText, ...]:
        """What is read before it, outermost first: of the domain and sections that it begins."""
        return self.domain.intros.get(self.practice.id, ())

    @property
    def conditions(self) -> tuple[LocalizedText, ...]:
        """All conditions under which it is asked, outermost first.

        Those of its domain, of every section that it is below and its own; one that names tiers
        stands on the practices of those tiers alone.
        """
        inherited = [self.domain.conditions]
        if self.section is not None:
            sections = {section.id: section for section in self.domain.sections}
            lineage = reversed(self.domain.lineage[self.section.id])
            inherited += [sections[section_id].conditions for section_id in lineage]
        applying: list[LocalizedText] = [
            conditions
            for conditions in inherited
            if conditions and (not conditions.tiers or self.practice.tier in conditions.tiers)
        ]
        own = self.practice.conditions
        return (*applying, own) if own else tuple(applying)


class Checklist(ChecklistFacts):
    """A whole checklist: the header with its domains in place of their ids."""

    domains: tuple[Domain, ...]

    @model_validator(mode="after")
    def _put_practices_on_scale(self) -> Self:
        """Give every practice the levels of this checklist."""
        if self.scale is not None:
            for placed in self.walk():
                placed.practice.put_on(self.level_scale)
        return self

    @model_validator(mode="after")
    def _sort_words(self) -> Self:
        """Put the words of every text into the order of the languages.

        A text falls back to its first words, and compiled checklists have lost their order.
        """
        for text in self._texts():
            text.sort_words(self.languages)
        return self

    def _texts(self) -> Iterator[LocalizedText]:
        yield from (text for _, text in self.own_texts())
        for domain in self.domains:
            for place in (domain, *domain.sections):
                yield from (text for _, text in place.texts())
                for practice in place.practices:
                    yield from (text for _, text in practice.texts())

    def with_rows(self, lists: Mapping[str, Iterable[NamedRow]]) -> Self:
        """Return the checklist with the rows that an institution has named.

        Args:
            lists: by id of a list of rows, what is named; a list that is not there has no rows.
        """
        if not self.row_lists:
            return self
        rows = {
            row_list.id: rows_of(lists.get(row_list.id, ()), self.languages)
            for row_list in self.row_lists
        }
        return _changed(self, domains=tuple(_with_rows(domain, rows) for domain in self.domains))

    def of_tiers(self, tiers: Collection[Tier]) -> Self:
        """Return the checklist with the practices of some tiers alone.

        What hangs on a question that is left out is left out with it, and so are the rules that
        need one, and sections and domains of which nothing remains.

        Args:
            tiers: of what remains.
        """
        left_out = {name for name, item in self.placed.items() if item.practice.tier not in tiers}
        while hanging := {
            name
            for name, item in self.placed.items()
            if (asked_if := item.practice.asked_if) is not None
            and asked_if.practice in left_out
            and name not in left_out
        }:
            left_out |= hanging
        if not left_out:
            return self
        domains = (_without(domain, left_out) for domain in self.domains)
        return _changed(
            self,
            domains=tuple(domain for domain in domains if domain.practices or domain.sections),
            consistency=tuple(
                rule for rule in self.consistency if left_out.isdisjoint(rule.subjects)
            ),
        )

    def language_for(self, lang: str) -> str:
        """Return the language in which a reader of a language gets this checklist."""
        return lang if lang in self.languages else self.languages[0]

    def source_word(self, cadence: Cadence, lang: str) -> str | None:
        """Return the source's own word for how often, for readers who get its language.

        The source is in the first language of the checklist.

        Args:
            cadence: of a practice.
            lang: the reader's language.
        """
        return cadence.word if self.language_for(lang) == self.languages[0] else None

    @cached_property
    def placed(self) -> dict[str, PlacedPractice]:
        """Every practice by id, in checklist order."""
        return {placed.practice.id: placed for placed in self.walk()}

    @cached_property
    def practice_by_id(self) -> dict[str, Practice]:
        """Every practice by id, without its place."""
        return {practice_id: placed.practice for practice_id, placed in self.placed.items()}

    @cached_property
    def consistency_rule(self) -> dict[str, ConsistencyRule]:
        """The rules on answers that must not contradict each other, by id."""
        return {rule.id: rule for rule in self.consistency}

    @cached_property
    def gives_levels(self) -> bool:
        """Whether any question gives a level."""
        return any(placed.practice.gives_level for placed in self.walk())

    def shown_id(self, practice_id: str) -> str:
        """Return the number under which a practice is shown; an unknown id stays as it is."""
        placed = self.placed.get(practice_id)
        return practice_id if placed is None else placed.practice.shown_id

    @cached_property
    def flags(self) -> frozenset[str]:
        """The profile flags that its conditions name."""
        practices = [placed.practice for placed in self.walk()]
        conditions = [practice.applies_if for practice in practices]
        conditions += [point.applies_if for practice in practices for point in practice.points]
        return frozenset(flag for condition in conditions if condition for flag in condition.flags)

    @cached_property
    def practice_ids_by_section(self) -> dict[str, tuple[str, ...]]:
        """By section id: ids of its practices and of those in the sections below it."""
        return {
            section.id: tuple(
                practice.id
                for subsection in domain.sections
                if section.id in domain.lineage[subsection.id]
                for practice in subsection.practices
            )
            for domain in self.domains
            for section in domain.sections
        }

    @cached_property
    def practice_ids_by_part(self) -> dict[str, tuple[str, ...]]:
        """By id of a domain, section or practice: ids of the practices that it stands for."""
        domains = {
            domain.id: tuple(
                practice.id for place in (domain, *domain.sections) for practice in place.practices
            )
            for domain in self.domains
        }
        own = {practice_id: (practice_id,) for practice_id in self.placed}
        return {**domains, **self.practice_ids_by_section, **own}

    def supersession(self, fingerprint: str | None) -> Supersession | None:
        """Return what this version has changed since it bore a fingerprint, None if nothing.

        Args:
            fingerprint: what answers or a form are bound to.
        """
        return next((entry for entry in self.supersedes if entry.fingerprint == fingerprint), None)

    @cached_property
    def row_list(self) -> dict[str, RowList]:
        """The lists of rows that the institution names, by id."""
        return {row_list.id: row_list for row_list in self.row_lists}

    def walk(self) -> Iterator[PlacedPractice]:
        """Yield every practice in checklist order, repeated ids included."""
        for domain in self.domains:
            for practice in domain.practices:
                yield PlacedPractice(practice, domain, None)
            for section in domain.sections:
                for practice in section.practices:
                    yield PlacedPractice(practice, domain, section)


ModelT = TypeVar("ModelT", bound=Model)


def _changed(model: ModelT, **changes: Any) -> ModelT:
    """Return a model with other values, and nothing kept that was worked out from the former."""
    changed = model.model_copy(update=changes)
    for name in set(vars(changed)) - set(type(model).model_fields):
        del vars(changed)[name]
    return changed


def _without(domain: Domain, left_out: Collection[str]) -> Domain:
    """Return a domain without some practices, and without sections of which nothing remains."""

    def remaining(place: PracticeContainer) -> tuple[Practice, ...]:
        return tuple(item for item in place.practices if item.id not in left_out)

    practices = {section.id: remaining(section) for section in domain.sections}
    kept = {around for name, own in practices.items() if own for around in domain.lineage[name]}
    sections = tuple(
        section.model_copy(update={"practices": practices[section.id]})
        for section in domain.sections
        if section.id in kept
    )
    return _changed(domain, practices=remaining(domain), sections=sections)


def _with_rows(domain: Domain, rows: Mapping[str, tuple[Row, ...]]) -> Domain:
    sections = tuple(
        section.model_copy(update={"practices": _practices_with_rows(section, rows)})
        for section in domain.sections
    )
    return _changed(domain, practices=_practices_with_rows(domain, rows), sections=sections)


def _practices_with_rows(
    container: PracticeContainer, rows: Mapping[str, tuple[Row, ...]]
) -> tuple[Practice, ...]:
    return tuple(
        practice.model_copy(update={"rows": rows[practice.rows_from]})
        if practice.rows_from
        else practice
        for practice in container.practices
    )
