"""A practice as data: the question, its points and options, and what stands beside it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError, core_schema

from cssa.checklist.applicability import Applicability
from cssa.checklist.kinds.kind import FIELDS, Accepts, QuestionKind
from cssa.checklist.kinds.registry import KINDS
from cssa.checklist.level_scale import SIX_LEVELS, LevelScale
from cssa.datafile.schema_rules import JsonSchema, at_least_one, exactly_one, given, requires
from cssa.datafile.types import (
    ID_PATTERN,
    Bool,
    Int,
    Line,
    LocalizedText,
    Model,
    Number,
    Period,
    PrebuiltSchema,
    Str,
)
from cssa.location import KeyPath

Tier = Literal["basic", "desirable"]
TIERS: tuple[Tier, ...] = get_args(Tier)
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
Performer = Literal["own", "head_office", "group", "shared_centre", "vendor"]
"""Who does the work: the institution itself, or another party for it."""
PERFORMERS: tuple[Performer, ...] = get_args(Performer)
NO_OWNER: Owner = "none"
"""Where a source leaves open who answers."""
Trigger = Literal[
    "as_needed", "environment_change", "incident", "major_change", "major_threat",
    "major_vulnerability", "new_product", "release", "service_change", "system_change",
    "contract_start", "contract_end",
]  # fmt: skip
MAX_LEVEL = SIX_LEVELS.highest
MAX_WEIGHT = 1000
_TITLE = 120
"""Characters of a question that stand as a title."""


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
    """One line of a matrix, answered with one of the options, or of numbers."""

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
    for kind in KINDS.values():
        if kind.one_of:
            one = exactly_one(given(name, nothing=[]) for name in kind.one_of)
            rules.append(requires(_is_of_kind([kind.name]), one))
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
        rows: lines of ``matrix`` and ``numbers``, those of ``rows_from`` once they are named.
        rows_from: the list of rows that the institution names, in place of ``rows``.
        options: answers of ``single``, ``multi`` and ``matrix``.
        default: the option that stands until something else is known, of a question that gives no
            level; the interview takes it for an empty line.
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
    owner: Owner = NO_OWNER
    weight: Annotated[Int, Field(ge=1, le=MAX_WEIGHT)] = 1
    groups: tuple[Id, ...] = ()
    cadence: Cadence | None = None
    legal: Bool = False
    na: Literal["never", "reason"] = "reason"
    effort: Literal["s", "m", "l"] = "m"
    applies_if: Applicability | None = None
    refs: Refs = Refs.model_construct()
    options: tuple[Option, ...] = ()
    default: Id | None = None
    rows: tuple[Row, ...] = ()
    rows_from: Id | None = None
    levels: tuple[LevelRule, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    direction: Literal["up", "down"] = "up"
    unit: LocalizedText | None = None
    asked_if: AskedIf | None = None

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
        if kind.one_of and sum(bool(getattr(self, name)) for name in kind.one_of) != 1:
            fields = ", ".join(kind.one_of)
            raise PydanticCustomError("kind_one_of", "field", {"fields": fields, "kind": kind.name})
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

    @cached_property
    def level_scale(self) -> LevelScale:
        """The levels that answers to it have: those of its checklist."""
        return SIX_LEVELS

    def put_on(self, scale: LevelScale) -> None:
        """Give it the levels of the checklist that it becomes part of."""
        self.__dict__["level_scale"] = scale  # where the property keeps it: a practice is frozen

    @cached_property
    def title(self) -> LocalizedText:
        """What it is called: its title, else the beginning of its question, which may be long."""
        if self.title_ is not None or self.question_ is None:
            return self.title_ or LocalizedText()
        beginnings = {lang: _beginning(text) for lang, text in self.question_.words.items()}
        return self.question_ if beginnings == self.question_.words else LocalizedText(**beginnings)

    @property
    def question(self) -> LocalizedText:
        """What is asked: its question, else its title."""
        return self.question_ or self.title_ or LocalizedText()

    @property
    def question_beside_title(self) -> LocalizedText | None:
        """What is asked beside the title, None where that says it.

        A title that is the first line of the question is not repeated; one that had to be cut is.
        """
        if self.question is self.title:
            return None
        if self.title_ is not None:
            return self.question
        parts = {
            lang: text.strip().removeprefix(self.title.words[lang]).lstrip() or text
            for lang, text in self.question.words.items()
        }
        return LocalizedText(**parts)

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


def _beginning(text: str) -> str:
    """Return the first line of a text, as far as a table has room for it."""
    line = text.strip().partition("\n")[0].rstrip()
    return line if len(line) <= _TITLE else f"{line[:_TITLE].rpartition(' ')[0] or line[:_TITLE]}…"
