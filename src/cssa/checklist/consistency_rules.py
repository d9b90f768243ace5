"""What answers must not contradict in each other, as data; the kinds are in ``rule_kinds``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError, core_schema

import cssa.checklist.rule_kinds as _kinds  # noqa: F401 - registers every kind
from cssa.checklist.applicability import Applicability
from cssa.checklist.practice import Id, Performer, Practice, StepValue
from cssa.checklist.rule_kinds.answer_facts import Answered
from cssa.checklist.rule_kinds.kind import FIELDS, RULE_KINDS, Contradiction, RuleKind
from cssa.datafile.schema_rules import JsonSchema, given, requires
from cssa.datafile.types import Int, LocalizedText, Model, Period, PrebuiltSchema
from cssa.location import KeyPath

Weight = Literal[1, 2, 3]
"""How much a broken rule weighs beside others: 3 comes first."""

_PRACTICE_FIELDS = ("of", "than", "practice")
_PRACTICE_LISTS = ("practices", "on")


def _fields_by_kind(schema: JsonSchema) -> None:
    """Add which fields a kind of rule needs and which it cannot have."""
    rules = []
    for name in FIELDS:
        nothing: Any = {} if name == "risk" else []
        others = [kind.name for kind in RULE_KINDS.values() if name not in kind.fields]
        if others:
            rules.append(requires(_is_of_kind(others), {"not": given(name, nothing=nothing)}))
        needing = [kind.name for kind in RULE_KINDS.values() if name in kind.required]
        if needing:
            rules.append(requires(_is_of_kind(needing), given(name, nothing=nothing)))
    schema["allOf"] = rules


def _is_of_kind(kinds: Sequence[str]) -> JsonSchema:
    return {"properties": {"kind": {"enum": list(kinds)}}, "required": ["kind"]}


_Kind = Annotated[str, PrebuiltSchema(core_schema.literal_schema(list(RULE_KINDS)))]


class ConsistencyRule(Model):
    """Answers that contradict each other where they break it.

    Attributes:
        reason: why they contradict each other.
        weight: how much it weighs beside other rules.
        of: the question whose numbers must not be above those of ``than``.
        practice: the question of which every row needs an answer, or whose level rests on others.
        except_: options of it that are none in this respect.
        practices: the questions that the rule is about, each by itself.
        on: the questions that the level of ``practice`` rests on.
        level: from which level the rule speaks.
        least: the level that ``on`` must have reached.
        most: up to which level the rule speaks.
        share: per cent of the scope that must be done.
        within: how long ago the work may have been done.
        profile: the profile that the rule speaks of, as far as it is stated.
        risk: levels of risk factors that the rule speaks of, by the factor's id.
        performed_by: the parties that the rule speaks of.
    """

    model_config = ConfigDict(json_schema_extra=_fields_by_kind)

    id: Id
    kind: _Kind
    reason: LocalizedText
    weight: Weight = 2
    of: Id | None = None
    than: Id | None = None
    practice: Id | None = None
    except_: Annotated[tuple[Id, ...], Field(alias="except")] = ()
    practices: tuple[Id, ...] = ()
    on: tuple[Id, ...] = ()
    level: StepValue | None = None
    least: StepValue | None = None
    most: StepValue | None = None
    share: Annotated[Int, Field(ge=1, le=100)] | None = None
    within: Period | None = None
    profile: Applicability | None = None
    risk: dict[Id, tuple[Literal["low", "medium", "high"], ...]] = Field(default_factory=dict)
    performed_by: tuple[Performer, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse fields of another kind of rule, and missing fields of its own."""
        kind = self.rule_kind
        for name in FIELDS:
            value = getattr(self, "except_" if name == "except" else name)
            is_given = value is not None and value not in ((), {})
            context = {"field": name, "kind": kind.name}
            if is_given and name not in kind.fields:
                raise PydanticCustomError("kind_forbids", "field", {**context, "at": name})
            if not is_given and name in kind.required:
                raise PydanticCustomError("kind_needs", "field", context)
        return self

    @property
    def rule_kind(self) -> RuleKind:
        """Everything that is known of its kind."""
        return RULE_KINDS[self.kind]

    @property
    def subjects(self) -> tuple[str, ...]:
        """Ids of the questions without which the rule says nothing."""
        return tuple(getattr(self, name) for name in _PRACTICE_FIELDS if getattr(self, name))

    def named_practices(self) -> Iterator[tuple[KeyPath, str]]:
        """Yield the ids of the questions that it names, with their paths below it."""
        for name in _PRACTICE_FIELDS:
            practice: str | None = getattr(self, name)
            if practice is not None:
                yield (name,), practice
        for name in _PRACTICE_LISTS:
            for index, practice_id in enumerate(getattr(self, name)):
                yield (name, index), practice_id


def contradictions(
    rules: Sequence[ConsistencyRule], practices: Mapping[str, Practice], answered: Answered
) -> Iterator[Contradiction]:
    """Yield what answers contradict in each other, rule by rule.

    Args:
        rules: of a checklist without faults.
        practices: its questions by id, with the rows of the institution.
        answered: what the institution has answered.
    """
    for rule in rules:
        yield from rule.rule_kind.contradictions(rule, practices, answered)
