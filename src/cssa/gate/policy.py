"""Policy files: the rules that an institution sets itself, and the waivers it has approved."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from cssa.checklist.model import MAX_LEVEL, Checklist, Id, Level, Tier
from cssa.datafile.reader import Document
from cssa.datafile.types import Bool, Date, Int, Model, Number, Period, Str
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.location import Location

Share = Annotated[Number, Field(ge=0, le=1)]

EDITIONS = "editions"
"""Id under which a policy's list of editions counts as a rule."""

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
"""Names of the conditions that a rule may set, in the order in which outcomes are listed."""


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
    def _check_one_field(self) -> "Scope":
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError("scope_one", "one of tier, domain, section, practice, each")
        return self


def _scope_tag(value: Any) -> str:
    return "overall" if isinstance(value, str) else "scope"


On = Annotated[
    Annotated[Literal["overall"], Tag("overall")] | Annotated[Scope, Tag("scope")],
    Discriminator(_scope_tag),
]
"""A scope as a rule names it; the tag comes first, so that a mistake is reported once."""


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
    on: On
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
    def _check_conditions(self) -> "PolicyRule":
        if not self.conditions:
            raise PydanticCustomError("rule_empty", "a condition", {"names": ", ".join(CONDITIONS)})
        return self

    @property
    def conditions(self) -> dict[str, Decimal | int | str | bool]:
        """The values that the rule sets, by name of condition."""
        values = {name: getattr(self, name) for name in CONDITIONS}
        return {
            name: value
            for name, value in values.items()
            if value is not None and value is not False
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
    def _check_subject_and_approver(self) -> "Waiver":
        if (self.practice is None) == (self.rule is None):
            raise PydanticCustomError("waiver_one", "practice or rule")
        if _folded(self.owner) == _folded(self.approver):
            raise PydanticCustomError("waiver_approver", "approver", {"name": self.owner})
        return self

    @property
    def subject(self) -> str:
        """The practice or rule that it is for."""
        return self.practice or self.rule or ""


def _folded(name: str) -> str:
    """Return a name without what may differ in writing it: width, case and spaces."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


class AllowedEdition(Model):
    """A checklist edition that may be used."""

    id: Id
    version: Id


def _not_empty(rules: tuple[PolicyRule, ...]) -> tuple[PolicyRule, ...]:
    """Refuse a list without rules; pydantic's own check also fails when a rule is wrong."""
    if not rules:
        context = {"field_type": "Tuple", "min_length": 1, "actual_length": 0}
        raise PydanticKnownError("too_short", context)
    return rules


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
    rules: Annotated[
        tuple[PolicyRule, ...],
        AfterValidator(_not_empty),
        Field(json_schema_extra={"minItems": 1}),
    ]
    waivers: tuple[Waiver, ...] = ()

    def is_approved(self, as_of: date) -> bool:
        """Return whether it names an approver and a day of approval that is not after the date."""
        approved_on = self.approved_on
        return self.approved_by is not None and approved_on is not None and approved_on <= as_of


class LoadedPolicy(NamedTuple):
    """A policy with the document it was read from."""

    policy: Policy
    document: Document

    def waiver_location(self, index: int) -> Location:
        """Return where in the file a waiver stands."""
        return self.document.location(("waivers", index))


def load_policy(document: Document, checklist: Checklist) -> LoadedPolicy:
    """Return a policy, checked against the checklist answered.

    Args:
        document: the policy file as read.
        checklist: the checklist whose domains, sections and practices it may name.

    Raises:
        InputError: with every problem, unknown ids and waived duties by law among them.
    """
    loaded = LoadedPolicy(validate(Policy, document), document)
    problems = [
        *_repeated_ids(loaded),
        *_unknown_scopes(loaded, checklist),
        *_wrong_waivers(loaded, checklist),
    ]
    if problems:
        raise InputError(problems)
    return loaded


def _repeated_ids(loaded: LoadedPolicy) -> Iterable[Problem]:
    seen = {EDITIONS} if loaded.policy.editions else set()
    for index, rule in enumerate(loaded.policy.rules):
        if rule.id in seen:
            yield _problem(loaded, "policy.duplicate_rule", ("rules", index, "id"), rule.id)
        seen.add(rule.id)


def _unknown_scopes(loaded: LoadedPolicy, checklist: Checklist) -> Iterable[Problem]:
    known = {
        "domain": [domain.id for domain in checklist.domains],
        "section": [section.id for domain in checklist.domains for section in domain.sections],
        "practice": list(checklist.placed),
    }
    for index, rule in enumerate(loaded.policy.rules):
        if isinstance(rule.on, str):
            continue
        for kind, ids in known.items():
            name = getattr(rule.on, kind)
            if name is not None and name not in ids:
                path = ("rules", index, "on", kind)
                yield _problem(loaded, f"policy.unknown_{kind}", path, name, ids)


def _wrong_waivers(loaded: LoadedPolicy, checklist: Checklist) -> Iterable[Problem]:
    scopes: dict[str, str | Scope] = {rule.id: rule.on for rule in loaded.policy.rules}
    if loaded.policy.editions:
        scopes[EDITIONS] = "overall"
    for index, waiver in enumerate(loaded.policy.waivers):
        path = ("waivers", index, "practice" if waiver.practice else "rule")
        name = waiver.subject
        if waiver.rule is not None and waiver.rule not in scopes:
            yield _problem(loaded, "policy.unknown_rule", path, name, list(scopes))
            continue
        if waiver.practice is not None and waiver.practice not in checklist.placed:
            ids = list(checklist.placed)
            yield _problem(loaded, "policy.unknown_practice", path, name, ids)
            continue
        on = scopes[waiver.rule] if waiver.rule else None
        practice = on.practice if isinstance(on, Scope) else waiver.practice
        placed = checklist.placed.get(practice or "")
        if placed is not None and placed.practice.legal:
            yield _problem(loaded, "policy.legal_waived", path, placed.practice.id)


def _problem(
    loaded: LoadedPolicy,
    code: str,
    path: tuple[str | int, ...],
    name: str,
    known: list[str] | None = None,
) -> Problem:
    """Return a problem about an unknown or wrong name.

    Args:
        loaded: the policy with its document.
        code: code of the problem.
        path: where in the file the name stands.
        name: the name.
        known: names there are, of which the nearest is suggested; None to suggest nothing.
    """
    params = {"name": name}
    if known is not None:
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        params["known"] = near[0] if near else ", ".join(known[:8])
        code += ".near" if near else ""
    return Problem(code, params, loaded.document.location(path), path)
