"""Policy files: the rules that an institution sets itself, and the waivers it has approved."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    create_model,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Id
from cssa.datafile.reader import Document
from cssa.datafile.schema_rules import at_least_one, exactly_one, given
from cssa.datafile.typed_json import content_hash
from cssa.datafile.types import HASH_PATTERN, Date, Model, Str
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.gate.conditions.assessment import Editions
from cssa.gate.conditions.condition import Condition
from cssa.gate.conditions.registry import CONDITIONS, rule_conditions
from cssa.gate.conditions.scores import MinScore
from cssa.gate.conditions.values import LevelValue
from cssa.gate.scopes import On, Scope
from cssa.location import Location
from cssa.messages.wording import listed

_APPROVAL = ("approved_by", "approved_on", "approved_content")

EDITIONS = Editions.name
"""Id under which a policy's list of editions counts as a rule."""


def _has_condition(schema: dict[str, Any]) -> None:
    schema.update(at_least_one(given(name, nothing=False) for name in rule_conditions()))


class PolicyRule(Model):
    """One demand, or several on the same scope.

    Files are read by a subclass that has a key for each condition; see ``_WithConditions``.
    """

    model_config = ConfigDict(json_schema_extra=_has_condition)

    id: Id
    on: On

    @model_validator(mode="after")
    def _check_conditions(self) -> "PolicyRule":
        if not self.conditions:
            names = listed(rule_conditions())
            raise PydanticCustomError("rule_empty", "a condition", {"names": names})
        return self

    @property
    def conditions(self) -> dict[str, Any]:
        """The values that the rule sets, by name of condition."""
        values = {name: getattr(self, name) for name in rule_conditions()}
        return {
            name: value
            for name, value in values.items()
            if value is not None and value is not False
        }

    @property
    def needs_baseline(self) -> bool:
        """Whether one of its conditions compares with a kept result."""
        return any(CONDITIONS[name].needs_baseline for name in self.conditions)


class _WithConditions:
    """Annotates rules, so that they are validated with a key for each registered condition."""

    def __get_pydantic_core_schema__(
        self, source: type[PolicyRule], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of a subclass with these keys."""
        conditions = rule_conditions().values()
        keys = [f"    {condition.name}: {_key_description(condition)}" for condition in conditions]
        fields: dict[str, Any] = {
            condition.name: condition.value.field() for condition in conditions
        }
        with_conditions = create_model(
            source.__name__,
            __base__=source,
            __module__=source.__module__,
            __doc__="\n".join(
                ["One demand, or several on the same scope.", "", "Attributes:", *keys]
            ),
            **fields,
        )
        return handler.generate_schema(with_conditions)


def _key_description(condition: Condition[Any]) -> str:
    """Return what the docstring of a condition says, as part of a list."""
    description = condition.__doc__ or ""
    return description[:1].lower() + description[1:]


class Waiver(Model):
    """An approved exception from a rule, or for a practice, until it expires.

    Attributes:
        alternative: the measure taken instead.
        approver: who approved it, someone else than the owner.
    """

    model_config = ConfigDict(json_schema_extra=exactly_one(map(given, ("practice", "rule"))))

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
        approved_content: hash of the content that was approved, as ``cssa policy lint`` states it;
            a policy of other content is not approved.
        editions: checklist editions that answers may be of; any where empty.
    """

    schema_: Annotated[Literal["cssa.policy/1"], Field(alias="schema")]
    id: Id
    approved_by: Str | None = None
    approved_on: Date | None = None
    approved_content: Annotated[Str, Field(pattern=HASH_PATTERN)] | None = None
    editions: tuple[AllowedEdition, ...] = ()
    rules: Annotated[
        tuple[Annotated[PolicyRule, _WithConditions()], ...],
        AfterValidator(_not_empty),
        Field(json_schema_extra={"minItems": 1}),
    ]
    waivers: tuple[Waiver, ...] = ()

    @property
    def allowed_editions(self) -> tuple[str, ...]:
        """The editions that answers may be of, each as id and version."""
        return tuple(f"{edition.id} {edition.version}" for edition in self.editions)

    def is_approved(self, as_of: date) -> bool:
        """Return whether it names an approver and a day of approval that is not after the date."""
        approved_on = self.approved_on
        return self.approved_by is not None and approved_on is not None and approved_on <= as_of

    @property
    def content(self) -> str:
        """Hash of what an approval stands for: all but the approval itself."""
        approval = dict.fromkeys(_APPROVAL)
        return content_hash(self.model_copy(update=approval))


class LoadedPolicy(NamedTuple):
    """A policy with the document it was read from.

    Attributes:
        content: hash of what an approval of it stands for.
    """

    policy: Policy
    document: Document
    content: str

    @property
    def is_changed_after_approval(self) -> bool:
        """Whether the policy says what content was approved, and has another."""
        return self.policy.approved_content not in (None, self.content)

    def waiver_location(self, index: int) -> Location:
        """Return where in the file a waiver stands."""
        return self.document.location(("waivers", index))


def read_policy(document: Document) -> LoadedPolicy:
    """Return a policy, not checked against any checklist.

    Args:
        document: the policy file as read.

    Raises:
        InputError: with every problem that shows without one.
    """
    policy = validate(Policy, document)
    return LoadedPolicy(policy, document, policy.content)


def load_policy(document: Document, checklist: Checklist) -> LoadedPolicy:
    """Return a policy, checked against the checklist answered.

    Args:
        document: the policy file as read.
        checklist: the checklist whose domains, sections and practices it may name.

    Raises:
        InputError: with every problem, unknown ids and waived duties by law among them.
    """
    loaded = read_policy(document)
    rules = tuple(_with_level_values(rule, checklist) for rule in loaded.policy.rules)
    loaded = loaded._replace(policy=loaded.policy.model_copy(update={"rules": rules}))
    problems = [
        *_repeated_ids(loaded),
        *_figures_of_unscored(loaded, checklist),
        *_outside_scale(loaded, checklist.level_scale),
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


def _with_level_values(rule: PolicyRule, checklist: Checklist) -> PolicyRule:
    """Return a rule with the value of a step in the place of its title."""
    steps = checklist.scale.steps if checklist.scale else ()
    by_title = {_folded(title): step.value for step in steps for title in step.title.words.values()}
    values = {
        name: by_title[_folded(value)]
        for name, value in rule.conditions.items()
        if _is_level(name) and isinstance(value, str) and _folded(value) in by_title
    }
    return rule.model_copy(update=values) if values else rule


def _is_level(name: str) -> bool:
    return isinstance(CONDITIONS[name].value, LevelValue)


def _figures_of_unscored(loaded: LoadedPolicy, checklist: Checklist) -> Iterable[Problem]:
    """Yield the conditions on figures that a checklist does not have."""
    for index, rule in enumerate(loaded.policy.rules if not checklist.scored else ()):
        for name in rule.conditions:
            if CONDITIONS[name].is_figure:
                yield _problem(loaded, "policy.unscored", ("rules", index, name), name)


def _outside_scale(loaded: LoadedPolicy, scale: LevelScale) -> Iterable[Problem]:
    """Yield the levels that a checklist does not have, and scores that none can be."""
    levels = listed(scale.values)
    for index, rule in enumerate(loaded.policy.rules):
        for name, value in rule.conditions.items():
            path = ("rules", index, name)
            place = loaded.document.location(path)
            if _is_level(name) and value not in scale.values:
                params = {"level": value, "known": levels}
                yield Problem("policy.unknown_level", params, place, path)
            elif name == MinScore.name and not scale.lowest <= value <= scale.highest:
                params = {"score": value, "lowest": scale.lowest, "highest": scale.highest}
                yield Problem("policy.score_outside", params, place, path)


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
    params: dict[str, object] = {"name": name}
    if known is not None:
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        params["known"] = near[0] if near else listed(known or ["-"], 8)
        code += ".near" if near else ""
    return Problem(code, params, loaded.document.location(path), path)
