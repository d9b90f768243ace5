"""A submission as data: the institution and its answers."""

import re
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from cssa.checklist.change_kinds import KindName
from cssa.checklist.kinds.entries import MAX_NUMBER
from cssa.checklist.kinds.registry import KINDS
from cssa.checklist.practice import STEP_VALUES, Id, Performer, Practice, StepValue
from cssa.checklist.row_lists import MAX_ROWS, NamedRow
from cssa.datafile.schema_rules import at_least_one, at_most_one, given, requires
from cssa.datafile.types import NUMBER_PATTERN, Bool, Bounds, Date, Int, Line, Model, Str
from cssa.messages.wording import listed
from cssa.scheme.targets import RiskLevel

_INSTITUTION_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_DEVICES = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
    ]
)
_DEVICE_PATTERN = (
    "^([cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|([cC][oO][mM]|[lL][pP][tT])[1-9])([.]|$)"
)
"""The same for JSON Schemas, whose patterns cannot ignore case."""
_CORPORATE_DIGITS = 13


def is_institution_id(value: str) -> bool:
    """Return whether a text can be an institution's id: one that can be part of any file name."""
    return bool(_INSTITUTION_ID.fullmatch(value)) and (
        value.partition(".")[0].lower() not in _DEVICES
    )


def _institution_id(value: str) -> str:
    if not is_institution_id(value):
        raise PydanticCustomError("institution_id", "id")
    return value


def check_digit(base: str) -> int:
    """Return the check digit of a 法人番号, its first digit, from the other twelve."""
    total = sum(int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(base)))
    return 9 - total % 9


def has_right_check_digit(corporate_number: str) -> bool:
    """Return whether a 13-digit 法人番号 begins with the check digit of its other twelve."""
    return int(corporate_number[0]) == check_digit(corporate_number[1:])


class StatedFlag(Model):
    """A profile flag with the reason for its value."""

    value: Bool
    reason: Str | None = None


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return {"value": value}
    if not isinstance(value, (dict, StatedFlag)):
        raise PydanticCustomError("flag", "true or false")
    return value


Flag = Annotated[StatedFlag, BeforeValidator(_flag, json_schema_input_type=bool | StatedFlag)]


class RiskOverride(Model):
    """The institution's own decision on its risk profile, in place of the factors' maximum."""

    level: RiskLevel
    reason: Str


class Risk(Model):
    """What the institution says of the risk it carries.

    Attributes:
        factors: level of each risk factor, by the factor's id.
    """

    factors: dict[Id, RiskLevel] = Field(default_factory=dict)
    override: RiskOverride | None = None


class Institution(Model):
    """Who answers.

    Attributes:
        size: the size measure of its sector, in yen.
        profile: stated flags; a flag that is not stated keeps practices in.
    """

    id: Annotated[
        Str,
        BeforeValidator(
            lambda v: _institution_id(v) if isinstance(v, str) else v,
            json_schema_input_type=Annotated[
                str,
                Field(
                    pattern=f"^{_INSTITUTION_ID.pattern}$",
                    json_schema_extra={"not": {"pattern": _DEVICE_PATTERN}},
                ),
            ],
        ),
    ]
    name: Line
    sector: Id
    licence: Line | None = None
    size: Annotated[Decimal, Bounds(ge=0)] | None = None
    profile: dict[Id, Flag] = Field(default_factory=dict)
    risk: Risk = Field(default_factory=Risk.model_construct)

    @property
    def flags(self) -> dict[str, bool]:
        """The stated flags."""
        return {flag: stated.value for flag, stated in self.profile.items()}

    @property
    def is_corporate_number(self) -> bool:
        """Whether the id has the form of a 法人番号."""
        return len(self.id) == _CORPORATE_DIGITS and self.id.isdecimal()


class Evidence(Model):
    """Where a level can be seen.

    Attributes:
        ref: a document's name or place; nothing is opened.
    """

    ref: Str
    date: Date | None = None


class Treatment(Model):
    """An accepted risk or an alternative measure, approved until a review date."""

    kind: Literal["accepted", "alternative"]
    measure: Str
    approved_by: Line
    approved_on: Date
    review_by: Date

    @model_validator(mode="after")
    def _in_order(self) -> "Treatment":
        if self.review_by < self.approved_on:
            raise PydanticCustomError("treatment_dates", "dates", {"at": "review_by"})
        return self


class Review(Model):
    """Another line's view of a level; it stands beside the self-rating.

    Attributes:
        line: 2 for the risk management function, 3 for internal audit.
        by: the function that reviewed, rather than a person.
        seen: hash of the answer that was reviewed, as ``cssa`` records it; None where unknown.
    """

    line: Annotated[Int, Field(ge=2, le=3)]
    level: StepValue
    by: Line
    on: Date
    note: Str | None = None
    seen: Str | None = None


class Done(Model):
    """How many of how many are done."""

    n: Annotated[Int, Field(ge=0)]
    of: Annotated[Int, Field(ge=1)]

    @model_validator(mode="after")
    def _is_part(self) -> "Done":
        if self.n > self.of:
            raise PydanticCustomError("done", "n of", {"at": "n"})
        return self


class Priority(Model):
    """The institution's own decision on what to work on first.

    Attributes:
        rank: 1 is the first; it goes before every rank that is worked out.
    """

    rank: Annotated[Int, Field(ge=1, le=999)]
    reason: Str


PlanStatus = Literal["open", "doing", "done", "dropped"]
PLAN_STATUSES: tuple[PlanStatus, ...] = get_args(PlanStatus)
_PLANNED = ("owner", "due", "action")
"""The fields of which a plan has one at least."""


class Plan(Model):
    """What is going to be done about a practice.

    Attributes:
        owner: the function that does it, rather than a person.
        due: the day by which it is done.
        budget: what it may cost, in words.
    """

    owner: Line | None = None
    due: Date | None = None
    action: Str | None = None
    status: PlanStatus = "open"
    budget: Line | None = None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Add that something has to be planned."""
        schema = handler(core_schema)
        definition = handler.resolve_ref_schema(schema)
        definition["allOf"] = [at_least_one([*map(given, _PLANNED)])]
        return schema

    @model_validator(mode="after")
    def _plans_something(self) -> "Plan":
        if all(getattr(self, name) is None for name in _PLANNED):
            raise PydanticCustomError("plan_empty", "plan")
        return self

    @property
    def is_live(self) -> bool:
        """Whether it is still to be done."""
        return self.status in ("open", "doing")

    def is_overdue(self, as_of: date) -> bool:
        """Return whether its day has passed and it is still to be done."""
        return self.is_live and self.due is not None and self.due < as_of


class Carried(Model):
    """Where an answer that awaits confirmation was taken from.

    Attributes:
        from_: ids of the practices that were answered, in the version or checklist that asked them.
        changes: kinds of what became of them since; none where it came by a crosswalk.
        checklist: the other checklist that was answered; None for another version of the same.
    """

    from_: Annotated[tuple[Id, ...], Field(alias="from", min_length=1)]
    changes: tuple[KindName, ...] = ()
    checklist: Id | None = None


Provider = Literal["head_office", "group", "shared_centre", "vendor"]
PROVIDERS: tuple[Provider, ...] = get_args(Provider)


class ProviderSource(Model):
    """Where an answer was taken from.

    Attributes:
        institution: the name of who gave it.
        file: the name of the file that it stood in.
        assessed_on: the day of that assessment.
    """

    institution: Line
    file: Line | None = None
    assessed_on: Date | None = None


class Provides(Model):
    """What answers are given for others: by a shared centre, a group company or a vendor.

    Attributes:
        performed_by: what the institution that answers is to the others.
        practices: ids of practices, or of the sections and domains that have them; none is all
            that are answered.
    """

    performed_by: Provider
    practices: tuple[Id, ...] = ()


VALUE_FIELDS = tuple(dict.fromkeys(kind.answer_field for kind in KINDS.values()))
"""The fields of an answer of which it has one at most: what answers a question of some kind."""
_values_of = attrgetter(*VALUE_FIELDS)


class Answer(Model):
    """What was said on one practice.

    Exactly one of the value fields belongs to the question's kind; an entry without one, and
    neither not applicable nor not adopted, leaves the practice unanswered.

    Attributes:
        na: not applicable, with a reason.
        not_adopted: a desirable practice left out by choice, with a reason.
        points: ids of the points that are covered.
        last_done: when recurring work was last done.
        by: who answered.
        performed_by: who does the work: the institution, its head office, a group company, a shared
            centre or a service provider.
        plan: what is going to be done about it, by whom and when.
        priority: its place among what to work on, where the institution has decided it.
        confirmed: false for an answer taken over from elsewhere and not looked at yet.
        carried: where such an answer was taken from, if its question is not the same any more; it
            goes when the answer is confirmed.
        source: where it was taken from, where another institution gave it.
    """

    level: StepValue | None = None
    choice: Str | None = None
    choices: tuple[Str, ...] | None = None
    rows: dict[str, Str] | None = None
    value: Annotated[Str, Field(pattern=NUMBER_PATTERN, max_length=MAX_NUMBER)] | None = None
    text: Str | None = None
    na: Bool = False
    not_adopted: Bool = False
    reason: Str | None = None
    treatment: Treatment | None = None
    note: Str | None = None
    evidence: tuple[Evidence, ...] = ()
    points: tuple[Id, ...] = ()
    last_done: Date | None = None
    done: Done | None = None
    by: Line | None = None
    performed_by: Performer | None = None
    review: tuple[Review, ...] = ()
    plan: Plan | None = None
    priority: Priority | None = None
    confirmed: Bool = True
    carried: Carried | None = None
    source: ProviderSource | None = None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Add the short forms, so that editors accept them too, and which fields exclude others."""
        left_out = [given(name, nothing=False) for name in ("na", "not_adopted")]
        long_form = handler(core_schema)
        definition = handler.resolve_ref_schema(long_form)
        definition["allOf"] = [
            at_most_one([*map(given, VALUE_FIELDS), *left_out]),
            requires(given("reason"), at_least_one(left_out)),
            requires(at_least_one(left_out), given("reason")),
            {"properties": {name: {"not": {"type": "null"}} for name in VALUE_FIELDS}},
        ]
        return {
            "anyOf": [
                {"type": "integer", "minimum": STEP_VALUES[0], "maximum": STEP_VALUES[-1]},
                {"type": "string"},
                {"type": "array", "items": {"type": "string"}},
                long_form,
            ]
        }

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        if isinstance(data, bool) or data is None or isinstance(data, float):
            raise PydanticCustomError("answer_type", "answer")
        if isinstance(data, dict):
            for name in VALUE_FIELDS:
                if name in data and data[name] is None:
                    raise PydanticCustomError(
                        "answer_type", "answer", {"found": f"{name}: null", "at": name}
                    )
        if isinstance(data, int):
            return {"level": data}
        if isinstance(data, str):
            return {"choice": data}
        if isinstance(data, list):
            return {"choices": data}
        return data

    @model_validator(mode="after")
    def _has_one_value(self) -> "Answer":
        left_out = self.na + self.not_adopted
        if left_out + len(VALUE_FIELDS) - _values_of(self).count(None) > 1:
            given = [name for name in VALUE_FIELDS if getattr(self, name) is not None]
            given += [name for name in ("na", "not_adopted") if getattr(self, name)]
            raise PydanticCustomError("answer_two", "one of", {"given": listed(given)})
        if left_out and not (self.reason and self.reason.strip()):
            field = "na" if self.na else "not_adopted"
            raise PydanticCustomError("answer_no_reason", "reason", {"field": field, "at": field})
        if self.reason is not None and not left_out:
            raise PydanticCustomError("answer_reason_alone", "reason", {"at": "reason"})
        return self

    @property
    def value_field(self) -> str | None:
        """The name of the value field that is set."""
        return next((name for name in VALUE_FIELDS if getattr(self, name) is not None), None)

    @property
    def is_given(self) -> bool:
        """Whether it answers, with a value or a reason for none: a note alone does not."""
        return self.na or self.not_adopted or self.value_field is not None

    def as_confirmed(self) -> "Answer":
        """Return the answer as the institution stands behind it now."""
        return self.model_copy(update={"confirmed": True, "carried": None})

    def value_to(self, practice: Practice) -> Any:
        """Return the value that answers a practice, None where there is none of its kind."""
        return getattr(self, practice.question_kind.answer_field)


NO_ANSWER = Answer.model_construct()
"""Stands for the answer of a practice that is unanswered."""


class ChecklistRef(Model):
    """Which checklist was answered.

    Attributes:
        fingerprint: what the answers were bound to when written by the program.
    """

    id: Id
    version: Id
    fingerprint: Str | None = None


class Approval(Model):
    """Who stands behind the answers.

    Attributes:
        content: hash of the content that was approved (``cssa answers approve``).
    """

    respondent: Line | None = None
    second_line: Line | None = None
    reported_to_board: Date | None = None
    content: Str | None = None


class Submission(Model):
    """One institution's answers to one checklist in one campaign.

    Attributes:
        selected_groups: ids of the checklist's groups of practices that are answered; none is all.
        lists: the rows that the institution has named, by id of the checklist's list.
        provides: which of the answers others may take over.
    """

    schema_: Annotated[Literal["cssa.answers/1"], Field(alias="schema")]
    checklist: ChecklistRef
    campaign: Line | None = None
    selected_groups: tuple[Id, ...] = ()
    lists: dict[Id, Annotated[tuple[NamedRow, ...], Field(max_length=MAX_ROWS)]] = Field(
        default_factory=dict
    )
    institution: Institution
    assessed_on: Date | None = None
    approval: Approval = Field(default_factory=Approval.model_construct)
    provides: Provides | None = None
    answers: dict[str, Answer]

    @property
    def has_answers(self) -> bool:
        """Whether any question is answered, be it in part."""
        return self.given_count > 0

    @property
    def given_count(self) -> int:
        """How many questions are answered, be it in part."""
        return sum(answer.is_given for answer in self.answers.values())
