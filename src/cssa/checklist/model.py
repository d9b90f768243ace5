"""The checklist as data: domains, sections, practices and the forms of their answers."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError, core_schema

from cssa.checklist.applicability import Applicability
from cssa.checklist.kinds.kind import FIELDS, Accepts, QuestionKind
from cssa.checklist.kinds.levels import LevelKind
from cssa.checklist.kinds.registry import KINDS
from cssa.datafile.schema_rules import JsonSchema, exactly_one, given, requires
from cssa.datafile.types import (
    ID_PATTERN,
    Bool,
    Date,
    Int,
    Model,
    Number,
    Period,
    PrebuiltSchema,
    Str,
    Text,
)
from cssa.messages import Lang

Tier = Literal["basic", "desirable"]
Kind = Annotated[str, PrebuiltSchema(core_schema.literal_schema(list(KINDS)))]
Level = Annotated[Int, Field(ge=0, le=5)]
Id = Annotated[
    str,
    PrebuiltSchema(
        core_schema.str_schema(strict=True, min_length=1, max_length=64, pattern=ID_PATTERN)
    ),
]
Subject = Literal["board", "executives", "risk", "audit", "none"]
Owner = Literal[
    "management", "security", "it", "risk", "audit", "hr", "business", "facilities",
    "procurement", "communications", "legal",
]  # fmt: skip
Trigger = Literal[
    "as_needed", "environment_change", "incident", "major_change", "major_threat",
    "major_vulnerability", "new_product", "release", "service_change", "system_change",
    "contract_start", "contract_end",
]  # fmt: skip


MAX_LEVEL = LevelKind.highest


class Point(Text):
    """One thing that the source lists under a practice.

    Attributes:
        required: the source says that the list must cover it.
        applies_if: profile under which the point concerns an institution.
    """

    id: Id
    required: Bool = False
    applies_if: Applicability | None = None


class Option(Text):
    """One answer of a question with options.

    Attributes:
        level: level that choosing it gives, or None in a question that informs only.
        exclusive: in a multiple choice, it stands alone.
    """

    id: Id
    level: Level | None = None
    exclusive: Bool = False


class Row(Text):
    """One line of a matrix, answered with one of the options."""

    id: Id


class LevelRule(Model):
    """Selections that give a level in a multiple choice: exactly one of the three forms.

    Attributes:
        any: at least one of these options.
        all: every one of these options.
        at_least: this many options, exclusive ones aside.
    """

    model_config = ConfigDict(
        json_schema_extra=exactly_one(
            [given("any", nothing=[]), given("all", nothing=[]), given("at_least")]
        )
    )

    level: Annotated[Int, Field(ge=1, le=MAX_LEVEL)]
    any: tuple[Id, ...] = ()
    all: tuple[Id, ...] = ()
    at_least: Annotated[Int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse a rule with none, or more than one, of the three forms."""
        if [bool(self.any), bool(self.all), self.at_least is not None].count(True) != 1:
            raise PydanticCustomError("level_rule", "one of any, all, at_least")
        return self


class Threshold(Model):
    """A bound of a number question; reaching ``at`` gives ``level``."""

    at: Number
    level: Annotated[Int, Field(ge=1, le=MAX_LEVEL)]


class AskedIf(Model):
    """Ask a question only when another was answered with one of these options."""

    practice: Id
    any: Annotated[tuple[Id, ...], Field(min_length=1)]


class Cadence(Model):
    """How often, as far as the source says so.

    Attributes:
        every: a stated fixed period.
        on: stated triggers.
        word: the source's own word, such as 定期的.
    """

    every: Period | None = None
    on: tuple[Trigger, ...] = ()
    word: Str | None = None

    def word_in(self, lang: Lang) -> str | None:
        """Return the source's own word where it is of a language; the source is Japanese."""
        return self.word if lang == "ja" else None


class Refs(Model):
    """Where a practice comes from and what it corresponds to.

    Attributes:
        guideline: the numbered item of the source.
        csf2: categories or subcategories of the NIST Cybersecurity Framework 2.0.
    """

    guideline: Str | None = None
    csf2: tuple[Annotated[Str, Field(pattern=r"^[A-Z]{2}\.[A-Z]{2}(-\d{2})?$")], ...] = ()


def _fields_by_kind(schema: JsonSchema) -> None:
    """Add which fields a kind of question needs and which it cannot have."""
    rules = []
    for name in FIELDS:
        says = given(name, nothing=[])
        others = [kind.name for kind in KINDS.values() if name not in kind.fields]
        rules.append(requires(_is_of_kind(others), {"not": says}))
        needing = [kind.name for kind in KINDS.values() if name in kind.required]
        if needing:
            rules.append(requires(_is_of_kind(needing), says))
    schema["allOf"] = rules


def _is_of_kind(kinds: Sequence[str]) -> JsonSchema:
    schema: JsonSchema = {"properties": {"kind": {"enum": list(kinds)}}}
    return schema if "level" in kinds else {**schema, "required": ["kind"]}  # it is the default


class Practice(Model):
    """One numbered item: the unit that is answered.

    Attributes:
        scale: which words the levels have here; for kind ``level`` only.
        conditions: what the source adds for particular institutions or situations.
        examples: the source gives the points as examples, not as a list to be covered.
        subject: whom the source names as the one who must.
        owner: who answers in practice.
        legal: law, not the guideline, obliges.
        na: whether an institution may say that the practice does not concern it.
        effort: from nothing to level 3.
        applies_if: profile under which the practice is in scope; omitted means always.
        options: answers of ``single``, ``multi`` and ``matrix``.
        levels: selections that give a level, for ``multi``.
        thresholds: bounds in ascending order of level, for ``number``.
        direction: whether more or less is better, for ``number``.
        asked_if: condition of a question that gives no level.
    """

    model_config = ConfigDict(json_schema_extra=_fields_by_kind)

    id: Id
    tier: Tier
    kind: Kind = "level"
    scale: Id | None = None
    title: Text
    question: Text
    conditions: Text | None = None
    examples: Bool = False
    points: tuple[Point, ...] = ()
    guidance: Text | None = None
    evidence: tuple[Text, ...] = ()
    improve: Text | None = None
    subject: Subject = "none"
    owner: Owner
    cadence: Cadence | None = None
    legal: Bool = False
    na: Literal["never", "reason"] = "reason"
    effort: Literal["s", "m", "l"] = "m"
    applies_if: Applicability | None = None
    refs: Refs = Refs.model_construct()
    options: tuple[Option, ...] = ()
    rows: tuple[Row, ...] = ()
    levels: tuple[LevelRule, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    direction: Literal["up", "down"] = "up"
    unit: Text | None = None
    asked_if: AskedIf | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse fields of another kind of question, and missing fields of its own."""
        kind = self.question_kind
        for name in FIELDS:
            is_given = bool(getattr(self, name))
            if is_given and name not in kind.fields:
                raise PydanticCustomError(
                    "kind_forbids", "field", {"field": name, "kind": kind.name, "at": name}
                )
            if not is_given and name in kind.required:
                raise PydanticCustomError("kind_needs", "field", {"field": name, "kind": kind.name})
        return self

    @property
    def question_kind(self) -> QuestionKind[Any]:
        """Everything that is known of its kind."""
        return KINDS[self.kind]

    def accepts(self, entry: Accepts) -> bool:
        """Return whether something is entered in a part of the question, such as a level."""
        return any(part.accepts == entry for part in self.question_kind.parts(self))

    @property
    def gives_level(self) -> bool:
        """Whether answers have a level; without one the question informs only."""
        return self.question_kind.gives_level(self)


class Section(Model):
    """A numbered section; its parent is the section with the longest prefix of its id."""

    id: Id
    title: Text
    conditions: Text | None = None
    practices: tuple[Practice, ...] = ()


class Domain(Model):
    """One domain: a file of its own.

    Attributes:
        id: its number, written ``domain`` in the file.
        practices: practices that stand under the domain itself.
        sections: all sections, flat, in the source's order.
    """

    id: Annotated[Id, Field(alias="domain")]
    title: Text
    conditions: Text | None = None
    practices: tuple[Practice, ...] = ()
    sections: tuple[Section, ...] = ()


class Source(Model):
    """The document that a checklist encodes."""

    title: Text
    publisher: Text
    published: Date
    url: Str | None = None


class Header(Model):
    """``checklist.yaml``: what a checklist is, and which domain files it has.

    Attributes:
        version: the source's edition.
        revision: our wording's; it rises when texts change and the fingerprint does not.
        fingerprint: what returned forms and answers bind to, recorded so that it cannot change
            unnoticed.
        domains: ids in order; each is a file ``<id>.yaml`` beside this one.
    """

    schema_: Annotated[Literal["cssa.checklist/1"], Field(alias="schema")]
    id: Id
    version: Id
    revision: Annotated[Int, Field(ge=1)]
    fingerprint: Annotated[Str, Field(pattern="^sha256:[0-9a-f]{64}$")] | None = None
    title: Text
    source: Source | None = None
    domains: Annotated[tuple[Id, ...], Field(min_length=1)]


class PlacedPractice(NamedTuple):
    """A practice with its domain and section; the section is None below the domain itself."""

    practice: Practice
    domain: Domain
    section: Section | None


class Checklist(Model):
    """A whole checklist: the header with its domains in place of their ids."""

    id: Id
    version: Id
    revision: Int
    title: Text
    source: Source | None = None
    domains: tuple[Domain, ...]

    @cached_property
    def placed(self) -> dict[str, PlacedPractice]:
        """Every practice by id, in checklist order."""
        return {placed.practice.id: placed for placed in self.walk()}

    @cached_property
    def practice_ids_by_section(self) -> dict[str, tuple[str, ...]]:
        """By section id: ids of its practices and of those in the sections below it."""
        return {
            section.id: tuple(
                practice.id
                for subsection in domain.sections
                if is_within(subsection.id, section.id)
                for practice in subsection.practices
            )
            for domain in self.domains
            for section in domain.sections
        }

    def walk(self) -> Iterator[PlacedPractice]:
        """Yield every practice in checklist order, repeated ids included."""
        for domain in self.domains:
            for practice in domain.practices:
                yield PlacedPractice(practice, domain, None)
            for section in domain.sections:
                for practice in section.practices:
                    yield PlacedPractice(practice, domain, section)


def is_within(section_id: str, ancestor_id: str) -> bool:
    """Return whether a section is another one or is below it.

    Args:
        section_id: the section.
        ancestor_id: the other section.
    """
    return section_id == ancestor_id or section_id.startswith(f"{ancestor_id}.")
