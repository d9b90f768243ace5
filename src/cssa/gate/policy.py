"""The institution's own minimum as data: rules, and the exceptions it has approved."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.models import MAX_LEVEL, Checklist, Id, Level, Tier
from cssa.errors import InputError, Problem
from cssa.yamlio.model import Bool, Date, Int, Model, Number, Period, Str
from cssa.yamlio.reader import Document
from cssa.yamlio.validation import validate

Share = Annotated[Number, Field(ge=0, le=1)]

CONDITIONS = (
    "min_score",
    "min_level",
    "max_below_target",
    "min_coverage",
    "max_left_out",
    "no_lower",
    "evidence_from",
    "evidence_within",
    "answered_within",
    "reviewed_by_line",
)
"""Names of what a rule may demand, in the order in which outcomes are listed."""


class Scope(Model):
    """What a rule is about: exactly one of these.

    Attributes:
        each: every domain, section or practice on its own.
    """

    tier: Tier | None = None
    domain: Id | None = None
    section: Id | None = None
    practice: Id | None = None
    each: Literal["domain", "section", "practice"] | None = None

    @model_validator(mode="after")
    def _one(self) -> "Scope":
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError("scope_one", "one of tier, domain, section, practice, each")
        return self


class PolicyRule(Model):
    """One demand, or several on the same scope.

    Attributes:
        min_score: least unrounded score.
        min_level: least level; of a practice its own, else the lowest level.
        max_below_target: most basic practices below target.
        min_coverage: least share of practices in scope that are not unanswered.
        max_left_out: largest share not applicable or out of scope together.
        no_lower: neither score nor level below the kept result's.
        evidence_from: level from which evidence is named.
        evidence_within: age that the newest evidence may have.
        answered_within: age that the assessment may have.
        reviewed_by_line: 2 or 3; that line has reviewed the practices.
    """

    id: Id
    on: Literal["overall"] | Scope
    min_score: Annotated[Number, Field(ge=0, le=MAX_LEVEL)] | None = None
    min_level: Level | None = None
    max_below_target: Annotated[Int, Field(ge=0)] | None = None
    min_coverage: Share | None = None
    max_left_out: Share | None = None
    no_lower: Bool = False
    evidence_from: Level | None = None
    evidence_within: Period | None = None
    answered_within: Period | None = None
    reviewed_by_line: Annotated[Int, Field(ge=2, le=3)] | None = None

    @model_validator(mode="after")
    def _demands_something(self) -> "PolicyRule":
        if not self.conditions:
            raise PydanticCustomError("rule_empty", "a condition", {"names": ", ".join(CONDITIONS)})
        return self

    @property
    def conditions(self) -> dict[str, Decimal | int | str | bool]:
        """What is demanded, by name."""
        given = {name: getattr(self, name) for name in CONDITIONS}
        return {
            name: value for name, value in given.items() if value is not None and value is not False
        }


class Waiver(Model):
    """An approved exception from a rule, or for a practice, until it expires.

    Attributes:
        alternative: the measure taken instead.
        approver: who approved it, someone else than the owner.
    """

    practice: Id | None = None
    rule: Id | None = None
    reason: Str
    alternative: Str
    residual_risk: Str
    owner: Str
    approver: Str
    expires: Date

    @model_validator(mode="after")
    def _sound(self) -> "Waiver":
        if (self.practice is None) == (self.rule is None):
            raise PydanticCustomError("waiver_one", "practice or rule")
        if self.owner.strip().casefold() == self.approver.strip().casefold():
            raise PydanticCustomError("waiver_approver", "approver", {"name": self.owner})
        return self

    @property
    def subject(self) -> str:
        """The practice or rule that it is for."""
        return self.practice or self.rule or ""


class AllowedEdition(Model):
    """A checklist edition that may be used."""

    id: Id
    version: Id


class Policy(Model):
    """A policy file.

    Attributes:
        approved_by: who made it the institution's minimum; without it and the date, every output
            says that it is an example.
        editions: checklist editions that answers may be of; any where empty.
    """

    schema_: Annotated[Literal["cssa.policy/1"], Field(alias="schema")]
    id: Id
    approved_by: Str | None = None
    approved_on: Date | None = None
    editions: tuple[AllowedEdition, ...] = ()
    rules: Annotated[tuple[PolicyRule, ...], Field(min_length=1)]
    waivers: tuple[Waiver, ...] = ()

    @property
    def is_approved(self) -> bool:
        """Whether it says who approved it and when."""
        return self.approved_by is not None and self.approved_on is not None


def load_policy(document: Document, checklist: Checklist) -> Policy:
    """Return a policy that fits a checklist.

    Raises:
        InputError: with every problem, unknown ids and waived duties by law among them.
    """
    policy = validate(Policy, document)
    problems = [
        *_unknown_scopes(policy, document, checklist),
        *_waivers(policy, document, checklist),
    ]
    seen: set[str] = set()
    for index, rule in enumerate(policy.rules):
        if rule.id in seen:
            path = ("rules", index, "id")
            where = document.location(path)
            problems.append(Problem("policy.duplicate_rule", {"id": rule.id}, where, path))
        seen.add(rule.id)
    if problems:
        raise InputError(problems)
    return policy


def _unknown_scopes(policy: Policy, document: Document, checklist: Checklist) -> list[Problem]:
    known = {
        "domain": {domain.id for domain in checklist.domains},
        "section": {one.id for domain in checklist.domains for one in domain.sections},
        "practice": set(checklist.placed),
    }
    problems = []
    for index, rule in enumerate(policy.rules):
        if isinstance(rule.on, str):
            continue
        for name, ids in known.items():
            value = getattr(rule.on, name)
            if value is not None and value not in ids:
                path = ("rules", index, "on", name)
                params = {"name": value, "id": checklist.id}
                problems.append(
                    Problem(f"policy.unknown_{name}", params, document.location(path), path)
                )
    return problems


def _waivers(policy: Policy, document: Document, checklist: Checklist) -> list[Problem]:
    problems = []
    rules = {rule.id for rule in policy.rules}
    for index, waiver in enumerate(policy.waivers):
        code = None
        if waiver.practice is not None:
            placed = checklist.placed.get(waiver.practice)
            if placed is None:
                code = "policy.unknown_practice"
            elif placed.practice.legal:
                code = "policy.legal_waived"
        elif waiver.rule not in rules:
            code = "policy.unknown_rule"
        if code:
            path = ("waivers", index, "practice" if waiver.practice else "rule")
            params = {"name": waiver.subject, "id": checklist.id}
            problems.append(Problem(code, params, document.location(path), path))
    return problems
