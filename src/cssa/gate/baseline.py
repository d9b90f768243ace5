"""The kept result that later ones may not fall below: the level of every practice, and no figure.

Figures are computed from the levels whenever they are compared, so that none can contradict them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from pydantic import ConfigDict, Field

from cssa.checklist.header import Supersession
from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist
from cssa.checklist.practice import StepValue
from cssa.datafile.types import Str
from cssa.datafile.validation import LocatedValues
from cssa.engine.aggregate import weighted_mean
from cssa.engine.result import PracticeResult, Result, SchemeInfo
from cssa.errors import Problem
from cssa.messages.wording import listed

if TYPE_CHECKING:
    from cssa.comparison.previous_result import SavedLevels

SCHEMA: Literal["cssa.kept-result/1"] = "cssa.kept-result/1"

KeptValue = (
    StepValue
    | Literal[
        "out_of_scope",
        "not_asked",
        "informative",
        "not_applicable",
        "not_adopted",
        "unanswered",
    ]
)
"""The level answered, else the status of a practice."""


@dataclass(frozen=True, kw_only=True)
class AcceptedLower:
    """A time the kept result was lowered knowingly."""

    on: date
    reason: Str


@dataclass(frozen=True, kw_only=True)
class KeptChecklist:
    """Which checklist was answered."""

    id: Str
    version: Str
    fingerprint: Str


@dataclass(frozen=True, kw_only=True)
class KeptResult:
    """A result kept as the floor for later ones; nothing in it depends on the day it was kept.

    Attributes:
        institution: the institution's id.
        assessed_on: the day that its answers describe; None where they state none.
        practices: the level answered to each practice, or its status without one.
        accepted_lower: when and why the floor was lowered.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    schema_: Annotated[Literal["cssa.kept-result/1"], Field(alias="schema")] = SCHEMA
    institution: Str
    assessed_on: date | None = None
    checklist: KeptChecklist
    scheme: SchemeInfo
    practices: dict[str, KeptValue]
    accepted_lower: tuple[AcceptedLower, ...] = ()

    def is_comparable(self, result: Result) -> bool:
        """Return whether a result is the same institution's, on the same questions and scheme."""
        return (
            self.institution == result.institution.id
            and self.checklist.fingerprint == result.checklist.fingerprint
            and self.scheme.content == result.scheme.content
        )

    def brought_forward(self, result: Result, former: Supersession) -> "KeptResult":
        """Return what is kept under a former fingerprint, to compare with a result of the present.

        Practices that were asked otherwise take the result's own values, so that nothing can fall
        for them.

        Args:
            result: the result.
            former: what the checklist has changed since.
        """
        values = {practice.id: _kept_value(practice) for practice in _practices(result)}
        changed = {name: values[name] for name in former.practices if name in self.practices}
        checklist = replace(self.checklist, fingerprint=result.checklist.fingerprint)
        return replace(self, checklist=checklist, practices={**self.practices, **changed})

    def text(self) -> str:
        """Return the file's content: a line for each practice, so that versions of it merge."""
        practices = [
            f"{_json(name)}: {_json(self.practices[name])}" for name in sorted(self.practices)
        ]
        accepted = [
            _json({"on": str(lower.on), "reason": lower.reason}) for lower in self.accepted_lower
        ]
        parts = {
            "schema": _json(self.schema_),
            "institution": _json(self.institution),
            "assessed_on": _json(self.assessed_on and str(self.assessed_on)),
            "checklist": _json(asdict(self.checklist)),
            "scheme": _json(asdict(self.scheme)),
            "practices": _lines("{}", practices),
            "accepted_lower": _lines("[]", accepted),
        }
        return "{\n" + ",\n".join(f'  "{name}": {value}' for name, value in parts.items()) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(brackets: str, members: list[str]) -> str:
    if not members:
        return brackets
    return f"{brackets[0]}\n    " + ",\n    ".join(members) + f"\n  {brackets[1]}"


def kept_result(result: Result, accepted: tuple[AcceptedLower, ...] = ()) -> KeptResult:
    """Return what is kept of a result.

    Args:
        result: the result.
        accepted: when and why the floor was lowered.
    """
    return KeptResult(
        institution=result.institution.id,
        assessed_on=result.assessed_on,
        checklist=KeptChecklist(
            id=result.checklist.id,
            version=result.checklist.version,
            fingerprint=result.checklist.fingerprint,
        ),
        scheme=result.scheme,
        practices={practice.id: _kept_value(practice) for practice in _practices(result)},
        accepted_lower=accepted,
    )


def saved_levels(kept: KeptResult, assessed_on: date, scale: LevelScale) -> "SavedLevels":
    """Return what a kept result holds for a comparison.

    Args:
        kept: the kept result.
        assessed_on: the day that its answers describe.
        scale: the levels of the checklist answered.
    """
    from cssa.comparison.previous_result import SavedLevels  # of what compares, not of a gate

    return SavedLevels(
        institution=kept.institution,
        checklist=kept.checklist.id,
        fingerprint=kept.checklist.fingerprint,
        assessed_on=assessed_on,
        values={name: _value(value, scale) for name, value in kept.practices.items()},
    )


def _kept_value(practice: PracticeResult) -> KeptValue:
    if practice.level is not None:
        return practice.level
    return "unanswered" if practice.status == "answered" else practice.status


def wrong_practices(kept: KeptResult, result: Result, document: LocatedValues) -> Iterable[Problem]:
    """Yield the practices that a comparable kept result lacks, or has too many.

    Args:
        kept: the kept result.
        result: a result on the same questions.
        document: the file that it was read from.
    """
    expected = {practice.id for practice in _practices(result)}
    missing = sorted(expected - kept.practices.keys())
    if missing:
        path = document.existing_path(("practices",))
        params = {"names": listed(missing, 8), "count": len(missing)}
        yield Problem("gate.kept_missing", params, document.location(path, key=True), path)
    for name, value in sorted(kept.practices.items()):
        if isinstance(value, int) and value not in result.scale.values:
            path = document.existing_path(("practices", name))
            params = {"level": value, "known": listed(result.scale.values)}
            yield Problem("answers.unknown_level", params, document.location(path), path)
    for name in sorted(kept.practices.keys() - expected):
        path = document.existing_path(("practices", name))
        yield Problem("gate.kept_unknown", {"name": name}, document.location(path, key=True), path)


class ScoreAndLevel(NamedTuple):
    """The two values of a figure that may not fall.

    Attributes:
        score: unrounded score; of a practice, its level. None where there is nothing to score.
        level: lowest level; of a practice, its own. None where there is none.
    """

    score: Fraction | None
    level: int | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to compare."""
        return self.score is None and self.level is None

    def is_below(self, baseline: "ScoreAndLevel") -> bool:
        """Return whether score or level lies below the baseline's, or is gone."""
        return self.has_lower_score(baseline) or (
            baseline.level is not None and (self.level is None or self.level < baseline.level)
        )

    def has_lower_score(self, baseline: "ScoreAndLevel") -> bool:
        """Return whether the score lies below the baseline's, or is gone."""
        return baseline.score is not None and (self.score is None or self.score < baseline.score)


def scores_and_levels(
    kept: KeptResult, result: Result, checklist: Checklist
) -> dict[str, ScoreAndLevel]:
    """Return the values that may not fall, computed from the levels kept.

    The lowest level is that of counted basic practices, treated or not, an unanswered one at the
    lowest of the scale.

    Args:
        kept: levels of the same practices, under the same scheme, as those of the result.
        result: a result, for the weights.
        checklist: the checklist answered, for its sections.

    Returns:
        Values by name of what a rule's scope can stand for.
    """
    values = {name: _value(value, result.scale) for name, value in kept.practices.items()}
    practices = {practice.id: practice for practice in _practices(result)}
    figures = {
        name: ScoreAndLevel(None if value is None else Fraction(value), value)
        for name, value in values.items()
    }
    for tier in ("basic", "desirable"):
        members = [practice for practice in practices.values() if practice.tier == tier]
        figures[tier] = ScoreAndLevel(_mean(members, values, weighted=False), None)
    for section, names in checklist.practice_ids_by_section.items():
        figures[section] = _figure([practices[name] for name in names], values)
    domains = {domain.id: _figure(domain.practices, values) for domain in result.domains}
    levels = [figure.level for figure in domains.values() if figure.level is not None]
    score = weighted_mean(
        (domain.weight, figure.score)
        for domain in result.domains
        if (figure := domains[domain.id]).score is not None
    )
    return figures | domains | {"overall": ScoreAndLevel(score, min(levels, default=None))}


def fallen(kept: KeptResult, result: Result, checklist: Checklist) -> tuple[str, ...]:
    """Return what of a result lies below a kept one: ``overall``, domains and practices.

    Args:
        kept: a comparable kept result.
        result: the result.
        checklist: the checklist answered.
    """
    before = scores_and_levels(kept, result, checklist)
    now = scores_and_levels(kept_result(result), result, checklist)
    domains = [domain.id for domain in result.domains]
    names = ("overall", *domains, *(practice.id for practice in _practices(result)))
    return tuple(name for name in names if now[name].is_below(before[name]))


def _figure(practices: Iterable[PracticeResult], values: Mapping[str, int | None]) -> ScoreAndLevel:
    members = tuple(practices)
    basics = [values[practice.id] for practice in members if practice.tier == "basic"]
    counted = [value for value in basics if value is not None]
    return ScoreAndLevel(_mean(members, values, weighted=True), min(counted, default=None))


def _mean(
    practices: Iterable[PracticeResult], values: Mapping[str, int | None], *, weighted: bool
) -> Fraction | None:
    return weighted_mean(
        (practice.weight if weighted else 1, value)
        for practice in practices
        if (value := values[practice.id]) is not None
    )


def _value(kept: KeptValue, scale: LevelScale) -> int | None:
    """Return a practice's value, None where it is not counted (docs/scoring.md, rule 1)."""
    if isinstance(kept, int):
        return kept
    return scale.lowest if kept == "unanswered" else None


def _practices(result: Result) -> tuple[PracticeResult, ...]:
    return tuple(practice for domain in result.domains for practice in domain.practices)
