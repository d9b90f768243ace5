"""The checklist as data: domains, sections, practices and the forms of their answers."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, Self, get_args

from pydantic import ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError, core_schema

from cssa.checklist.applicability import Applicability
from cssa.checklist.kinds.kind import FIELDS, Accepts, QuestionKind
from cssa.checklist.kinds.registry import KINDS
from cssa.checklist.level_scale import SIX_LEVELS, LevelScale
from cssa.datafile.schema_rules import JsonSchema, at_least_one, exactly_one, given, requires
from cssa.datafile.types import (
    ID_PATTERN,
    Bool,
    Date,
    Int,
    Language,
    Line,
    LocalizedText,
    Model,
    Number,
    Period,
    PrebuiltSchema,
    Str,
)
from cssa.location import KeyPath
from cssa.messages import LANGS

Tier = Literal["basic", "desirable"]
Kind = Annotated[str, PrebuiltSchema(core_schema.literal_schema(list(KINDS)))]
Level = Annotated[Int, Field(ge=0, le=5)]
STEP_VALUES = range(-1000, 1001)
StepValue = Annotated[Int, Field(ge=STEP_VALUES[0], le=STEP_VALUES[-1])]
"""A level of the scale that a checklist has: one of 0 to 5, or a value of its own steps."""
Id = Annotated[
    str,
    PrebuiltSchema(
        core_schema.str_schema(strict=True, min_length=1, max_length=64, pattern=ID_PATTERN)
    ),
]
Subject = Literal["board", "executives", "risk", "audit", "none"]
Owner = Literal[
    "management", "security", "it", "risk", "audit", "hr", "business", "facilities",
    "procurement", "communications", "legal", "none",
]  # fmt: skip
Trigger = Literal[
    "as_needed", "environment_change", "incident", "major_change", "major_threat",
    "major_vulnerability", "new_product", "release", "service_change", "system_change",
    "contract_start", "contract_end",
]  # fmt: skip


MAX_LEVEL = SIX_LEVELS.highest

Languages = Annotated[tuple[Language, ...], Field(min_length=1)]
MAX_WEIGHT = 1000
DEFAULT_TARGETS = "by-risk-profile"
OWN_SCALE_TARGETS = "in-place"
"""What applies to a checklist with its own scale in place of the targets by risk profile."""
NO_TARGETS = "none"
DEFAULT_LANGUAGES: tuple[str, ...] = LANGS


class Point(LocalizedText):
    """One thing that the source lists under a practice.

    Attributes:
        required: the source says that the list must cover it.
        applies_if: profile under which the point concerns an institution.
    """

    id: Id
    required: Bool = False
    applies_if: Applicability | None = None


class Option(LocalizedText):
    """One answer of a question with options.

    Attributes:
        level: level that choosing it gives, or None in a question that informs only.
        exclusive: in a multiple choice, it stands alone.
    """

    id: Id
    level: StepValue | None = None
    exclusive: Bool = False


class Row(LocalizedText):
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

    level: StepValue
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
    level: StepValue


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


RefName = Annotated[str, Field(pattern=ID_PATTERN, max_length=64)]


class Conditions(LocalizedText):
    """What a chapeau or a normative footnote adds to every item below it.

    Attributes:
        tiers: the tiers it speaks of; empty for both.
    """

    tiers: tuple[Tier, ...] = ()


class Citation(Model):
    """Where a statement about a case, a finding or a frequency can be read.

    Attributes:
        document: id of a document listed in ``checklist.yaml``.
        place: number or heading as printed there.
    """

    document: Id
    place: Str


class Refs(Model):
    """Where a practice comes from and what it corresponds to, by framework.

    Any framework can be named, with a list of ids or a text.

    Attributes:
        guideline: the numbered item of the source.
        csf2: categories or subcategories of the NIST Cybersecurity Framework 2.0.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[RefName, Str | tuple[Str, ...]]

    guideline: Str | None = None
    csf2: tuple[Annotated[Str, Field(pattern=r"^[A-Z]{2}\.[A-Z]{2}(-\d{2})?$")], ...] = ()

    @property
    def others(self) -> dict[str, str | tuple[str, ...]]:
        """Names of further frameworks with what each has."""
        return self.__pydantic_extra__ or {}


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
    schema["allOf"] = [*rules, at_least_one(given(name) for name in ("title", "question"))]


def _is_of_kind(kinds: Sequence[str]) -> JsonSchema:
    schema: JsonSchema = {"properties": {"kind": {"enum": list(kinds)}}}
    return schema if "level" in kinds else {**schema, "required": ["kind"]}  # it is the default


class Practice(Model):
    """One numbered item: the unit that is answered; it has a title, a question or both.

    Attributes:
        number: how the source writes its number where an id cannot; shown in place of the id.
        scale: which words the levels have here; for kind ``level`` only.
        conditions: what the source adds for particular institutions or situations.
        examples: the source gives the points as examples, not as a list to be covered.
        subject: whom the source names as the one who must.
        owner: who answers in practice; ``none`` where the source leaves it open.
        weight: its share in figures beside others; the scheme multiplies it.
        groups: those of the checklist's groups that it belongs to.
        guidance: what the source itself explains about it, where others publish it so.
        why: one sentence on what its absence means for services, customers or duties.
        pitfalls: common weaknesses; never a statement about the reader.
        sources: what stands behind every claim about cases, findings or frequency.
        threats: ids of the threats that it prevents, detects or limits.
        impact: the worst that its absence alone allows: 3 where a critical service stops, assets
            or data are lost on a large scale or an attack goes unnoticed, 2 where damage grows or
            lasts longer, 1 where efficiency, evidence or improvement suffers.
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
    number: Line | None = None
    title_: Annotated[LocalizedText | None, Field(alias="title")] = None
    question_: Annotated[LocalizedText | None, Field(alias="question")] = None
    conditions: LocalizedText | None = None
    examples: Bool = False
    points: tuple[Point, ...] = ()
    guidance: LocalizedText | None = None
    why: LocalizedText | None = None
    pitfalls: LocalizedText | None = None
    sources: tuple[Citation, ...] = ()
    threats: tuple[Id, ...] = ()
    impact: Annotated[Int, Field(ge=1, le=3)] | None = None
    evidence: tuple[LocalizedText, ...] = ()
    improve: LocalizedText | None = None
    subject: Subject = "none"
    owner: Owner = "none"
    weight: Annotated[Int, Field(ge=1, le=MAX_WEIGHT)] = 1
    groups: tuple[Id, ...] = ()
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
    unit: LocalizedText | None = None
    asked_if: AskedIf | None = None
    _level_scale: LevelScale = PrivateAttr(default=SIX_LEVELS)

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse fields of another kind of question, and missing fields of its own."""
        if self.title_ is None and self.question_ is None:
            raise PydanticCustomError("title_or_question", "title or question")
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

    def texts(self) -> Iterator[tuple[KeyPath, LocalizedText]]:
        """Yield every text with its path below the practice."""
        if self.title_:
            yield ("title",), self.title_
        if self.question_:
            yield ("question",), self.question_
        for name in ("conditions", "guidance", "why", "pitfalls", "improve", "unit"):
            text = getattr(self, name)
            if text is not None:
                yield (name,), text
        for name in ("points", "evidence", "options", "rows"):
            for index, text in enumerate(getattr(self, name)):
                yield (name, index), text

    @property
    def level_scale(self) -> LevelScale:
        """The levels that answers to it have: those of its checklist."""
        return self._level_scale

    def put_on(self, scale: LevelScale) -> None:
        """Give it the levels of the checklist that it becomes part of."""
        self._level_scale = scale

    @property
    def title(self) -> LocalizedText:
        """What it is called: its title, else its question."""
        return self.title_ or self.question_ or LocalizedText()

    @property
    def question(self) -> LocalizedText:
        """What is asked: its question, else its title."""
        return self.question_ or self.title_ or LocalizedText()

    @property
    def shown_id(self) -> str:
        """How readers know it: the source's number, else the id."""
        return self.number or self.id

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


class Place(Model):
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


class Section(Place):
    """A numbered section.

    Attributes:
        parent: the section or domain around it; where it is not given, the section with the longest
            prefix of its id, else the domain.
    """

    parent: Id | None = None


class Domain(Place):
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


def _outwards(section_id: str, parents: Mapping[str, str]) -> Iterator[str]:
    seen: set[str] = set()  # a circle is found by lint, which must not hang
    while section_id in parents and section_id not in seen:
        seen.add(section_id)
        yield section_id
        section_id = parents[section_id]


class Source(Model):
    """The document that a checklist encodes.

    Attributes:
        note: what its publisher says about it.
        copyright: its notice of rights, which goes wherever the checklist goes.
    """

    title: LocalizedText
    publisher: LocalizedText | None = None
    published: Date | None = None
    url: Str | None = None
    note: LocalizedText | None = None
    copyright: LocalizedText | None = None

    def texts(self) -> Iterator[tuple[KeyPath, LocalizedText]]:
        """Yield its texts with their path."""
        for name in ("title", "publisher", "note", "copyright"):
            text = getattr(self, name)
            if text is not None:
                yield (name,), text


class LintSettings(Model):
    """How a checklist is linted.

    Attributes:
        ignore: ids of editorial rules that it does not keep.
    """

    ignore: tuple[Str, ...] = ()


class Step(Model):
    """A level of a checklist's own scale."""

    value: StepValue
    title: LocalizedText
    meaning: LocalizedText | None = None


class OwnScale(Model):
    """The levels of a checklist, in place of the six of the program.

    Attributes:
        in_place: the value from which a practice counts as done.
        steps: in ascending order of value.
    """

    in_place: StepValue
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=11)]

    @property
    def values(self) -> tuple[int, ...]:
        """The values of its steps."""
        return tuple(step.value for step in self.steps)


class PracticeGroup(Model):
    """A group of practices that institutions can select."""

    id: Id
    title: LocalizedText


class TierWords(Model):
    """What a checklist calls a tier."""

    title: LocalizedText


class Tiers(Model):
    """What a checklist calls what it requires and what it leaves open."""

    basic: TierWords | None = None
    desirable: TierWords | None = None


class CitedDocument(Model):
    """A document that practices cite.

    Attributes:
        published: the day, month or year that it bears; None where it bears none.
        url: where it can be read.
    """

    title: LocalizedText
    publisher: LocalizedText
    published: Annotated[Str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    url: Str | None = None


class Supersession(Model):
    """A fingerprint that this version bore before: what was answered under it is still read.

    Attributes:
        fingerprint: the former one.
        practices: those that ask for something else now; their answers are to be confirmed.
        reason: why the structure was changed under the same version.
    """

    fingerprint: Annotated[Str, Field(pattern="^sha256:[0-9a-f]{64}$")]
    practices: tuple[Id, ...]
    reason: LocalizedText


CompleteField = Literal["why", "pitfalls", "threats", "impact", "evidence", "improve"]
"""Fields of a practice that a checklist can ask of each of its practices."""


class ChecklistFacts(Model):
    """What a checklist declares for the whole of it.

    Attributes:
        version: the source's edition.
        revision: our wording's; it rises when texts change and the fingerprint does not.
        languages: of its texts; a reader whose language is none of them gets the first.
        numbering: how the source numbers its practices; None where ids follow no rule.
        scale: its own levels; None for the six of the program.
        groups: what can be selected; a practice in none of those selected is out of scope.
        tiers: its own names of the tiers.
        disclaimer: what its source says against reading figures as a judgement.
        scored: whether figures are computed, targets set and rules on figures checked.
        targets: id of the targets that apply where none are named; ``none`` for none.
        supersedes: fingerprints that this version bore before.
        documents: by id, what the practices' ``sources`` cite.
    """

    id: Id
    version: Id
    revision: Annotated[Int, Field(ge=1)]
    title: LocalizedText
    languages: Languages = DEFAULT_LANGUAGES
    source: Source | None = None
    numbering: Literal["by-section"] | None = None
    scale: OwnScale | None = None
    groups: tuple[PracticeGroup, ...] = ()
    tiers: Tiers = Tiers.model_construct()
    disclaimer: LocalizedText | None = None
    scored: Bool = True
    targets: Id = DEFAULT_TARGETS
    supersedes: tuple[Supersession, ...] = ()
    documents: dict[Id, CitedDocument] = Field(default_factory=dict)

    def own_texts(self) -> Iterator[tuple[KeyPath, LocalizedText]]:
        """Yield its texts with their path in ``checklist.yaml``."""
        yield ("title",), self.title
        if self.source:
            yield from ((("source", *path), text) for path, text in self.source.texts())
        for index, step in enumerate(self.scale.steps if self.scale else ()):
            yield ("scale", "steps", index, "title"), step.title
            if step.meaning:
                yield ("scale", "steps", index, "meaning"), step.meaning
        for index, group in enumerate(self.groups):
            yield ("groups", index, "title"), group.title
        for tier in get_args(Tier):
            if words := self.tier_title(tier):
                yield ("tiers", tier, "title"), words
        if self.disclaimer:
            yield ("disclaimer",), self.disclaimer
        for number, supersession in enumerate(self.supersedes):
            yield ("supersedes", number, "reason"), supersession.reason
        for document_id, document in self.documents.items():
            yield ("documents", document_id, "title"), document.title
            yield ("documents", document_id, "publisher"), document.publisher

    def tier_title(self, tier: Tier) -> LocalizedText | None:
        """Return its own name of a tier, None where it has none."""
        words: TierWords | None = getattr(self.tiers, tier)
        return None if words is None else words.title

    @cached_property
    def level_scale(self) -> LevelScale:
        """The levels that its practices have."""
        own = self.scale
        return SIX_LEVELS if own is None else LevelScale(own.values, own.in_place)

    @property
    def values(self) -> tuple[int, ...]:
        """The levels, in ascending order."""
        return self.level_scale.values

    @property
    def default_targets(self) -> str:
        """Id of the targets that apply where none are named."""
        if not self.scored:
            return NO_TARGETS
        is_general = self.targets == DEFAULT_TARGETS
        return OWN_SCALE_TARGETS if is_general and self.scale is not None else self.targets


class Header(ChecklistFacts):
    """``checklist.yaml``: what a checklist is, and which domain files it has.

    Attributes:
        fingerprint: what returned forms and answers bind to, recorded so that it cannot change
            unnoticed.
        complete: fields that each practice has; the lint finds where one is missing.
        domains: ids in order; each is a file ``<id>.yaml`` beside this one.
        lint: how it is linted.
    """

    schema_: Annotated[Literal["cssa.checklist/1"], Field(alias="schema")]
    fingerprint: Annotated[Str, Field(pattern="^sha256:[0-9a-f]{64}$")] | None = None
    complete: tuple[CompleteField, ...] = ()
    domains: Annotated[tuple[Id, ...], Field(min_length=1)]
    lint: LintSettings = LintSettings.model_construct()


class PlacedPractice(NamedTuple):
    """A practice with its domain and section; the section is None below the domain itself."""

    practice: Practice
    domain: Domain
    section: Section | None

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

    def supersession(self, fingerprint: str | None) -> Supersession | None:
        """Return what this version has changed since it bore a fingerprint, None if nothing.

        Args:
            fingerprint: what answers or a form are bound to.
        """
        return next((entry for entry in self.supersedes if entry.fingerprint == fingerprint), None)

    def walk(self) -> Iterator[PlacedPractice]:
        """Yield every practice in checklist order, repeated ids included."""
        for domain in self.domains:
            for practice in domain.practices:
                yield PlacedPractice(practice, domain, None)
            for section in domain.sections:
                for practice in section.practices:
                    yield PlacedPractice(practice, domain, section)
