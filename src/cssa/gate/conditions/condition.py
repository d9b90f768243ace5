"""What a condition is, and what conditions are evaluated on."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Generic, Literal, NamedTuple, TypeVar

from cssa.answers.submission import NO_ANSWER, Answer, Submission
from cssa.engine.result import PracticeResult, Result
from cssa.gate.baseline import ScoreAndLevel
from cssa.gate.conditions.values import ValueKind
from cssa.gate.scopes import ScopeItem
from cssa.gate.verdict import ReviewInfo
from cssa.location import KeyPath

Words = tuple[str, str]
"""A text in Japanese and in English, as the catalogue of messages has it."""

Stricter = Literal["higher", "lower", "same"]

ValueT = TypeVar("ValueT")


class ConditionResult(NamedTuple):
    """The result of evaluating a condition.

    Attributes:
        met: None where there is nothing to evaluate and the condition is skipped.
        expected: what is expected, where the policy does not state it itself.
        actual: the assessment's figure, unrounded; None where there is none.
        shortfall: how much is missing, unrounded.
        practices: those that, raised or completed, would meet the condition, in order of priority.
        enough: how many of them suffice; None where all are needed.
        aim: the level to raise them to.
        before: their levels in the baseline.
        reviews: the reviews by which they miss the condition, of those that have one.
        accepted: those of them whose risk is validly accepted, which does not excuse them.
        reason: code of why nothing was evaluated, or why the condition could not be met.
    """

    met: bool | None
    expected: str | None = None
    actual: str | None = None
    shortfall: str | None = None
    practices: tuple[str, ...] = ()
    enough: int | None = None
    aim: int | None = None
    before: Mapping[str, int] = {}
    reviews: Mapping[str, ReviewInfo] = {}
    accepted: tuple[str, ...] = ()
    reason: str | None = None


class EvaluationContext(NamedTuple):
    """What conditions are evaluated on.

    Attributes:
        values: what the rule sets, by name of condition.
        result: the assessment's result.
        submission: the answers.
        current: values that may not fall, by name of scope item.
        baseline: the same of the kept result; None without one.
        ranks: rank of each practice below target.
        latest: the last day that does not lie in the future.
    """

    values: Mapping[str, Any]
    result: Result
    submission: Submission
    current: Mapping[str, ScoreAndLevel]
    baseline: Mapping[str, ScoreAndLevel] | None
    ranks: Mapping[str, int]
    latest: date

    @property
    def as_of(self) -> date:
        """The assessment's as-of date."""
        return self.result.as_of

    def answer(self, practice_id: str) -> Answer:
        """Return the answer to a practice, ``NO_ANSWER`` where there is none."""
        return self.submission.answers.get(practice_id, NO_ANSWER)

    def is_fallen(self, practice_id: str) -> bool:
        """Return whether a practice is below the baseline, or is counted only since then."""
        if self.baseline is None:
            return False
        current, baseline = self.current[practice_id], self.baseline[practice_id]
        return (baseline.is_empty and not current.is_empty) or current.is_below(baseline)

    def in_order(self, practices: Sequence[PracticeResult]) -> tuple[str, ...]:
        """Return the practices' ids: those that fell below the baseline first, then by rank."""
        last = len(self.ranks) + 1

        def priority(practice: PracticeResult) -> tuple[bool, int]:
            return not self.is_fallen(practice.id), self.ranks.get(practice.id, last)

        return tuple(practice.id for practice in sorted(practices, key=priority))


class Condition(ABC, Generic[ValueT]):
    """A condition: everything that policy, waivers, outputs and documents know of it.

    The docstring of a condition describes its key in the policy's schema. Its words have
    placeholders of ``WORDS``. A part without a default below has to be declared; None says that
    the condition has no such words.

    Attributes:
        name: its key in a rule.
        value: the kind of value that a policy states.
        stricter: which of two values demands more; of ``same`` none does, and any other is taken
            for weaker.
        practice_wise: each practice meets or misses it by itself, so that a waiver can excuse one.
        counts_practices: its actual figure is a number of practices.
        met_when: when it is met, for the table in docs/gate.md.
        demand: the sentence on a subject.
        demand_of_practice: the same on a single practice, where the wording differs.
        demand_of_tier: the same on a tier, where the wording differs.
        shortfall: the actual figure with what is missing, where that can be stated.
        remedy: what would meet it, before a list of practices.
        remedy_of_some: the same where some of the practices listed are enough.
        step: the next step on a single practice.
        evaluates_unrateable: whether it can be met on what is not rateable, as no figure can.
        needs_baseline: whether it compares with a kept result.
        is_about_targets: whether practices are to be raised to their targets.
        is_figure: whether it is on scores, levels or targets, which an unscored checklist lacks.
        runs_out: whether it is about the age of something, so that time alone can unmeet it.
        is_set_by_rules: false for what a policy states beside its rules.
        answer_path: where the answers state what is evaluated, unless practices do.
    """

    name: ClassVar[str]
    value: ClassVar[ValueKind]
    stricter: ClassVar[Stricter]
    practice_wise: ClassVar[bool]
    counts_practices: ClassVar[bool]
    met_when: ClassVar[Words]
    demand: ClassVar[Words]
    demand_of_practice: ClassVar[Words | None]
    demand_of_tier: ClassVar[Words | None] = None
    shortfall: ClassVar[Words | None]
    remedy: ClassVar[Words]
    remedy_of_some: ClassVar[Words | None]
    step: ClassVar[Words]
    evaluates_unrateable: ClassVar[bool] = False
    needs_baseline: ClassVar[bool] = False
    is_about_targets: ClassVar[bool] = False
    is_figure: ClassVar[bool] = False
    runs_out: ClassVar[bool] = False
    is_set_by_rules: ClassVar[bool] = True
    answer_path: ClassVar[KeyPath | None] = None

    def evaluate(
        self, value: ValueT, item: ScopeItem, context: EvaluationContext
    ) -> ConditionResult:
        """Return whether the condition is met on a scope item, waivers aside, and what is missing.

        Args:
            value: the value that the policy states.
            item: what it is evaluated on.
            context: the assessment and the baseline.
        """
        if not item.rateable and not self.evaluates_unrateable:
            return ConditionResult(met=False, reason="unrateable")
        return self._evaluate(value, item, context)

    @abstractmethod
    def _evaluate(
        self, value: ValueT, item: ScopeItem, context: EvaluationContext
    ) -> ConditionResult:
        """Return the result on an item that can be evaluated."""

    def is_weaker(
        self,
        value: ValueT,
        before: ValueT,
        beside: Mapping[str, Any],
        beside_before: Mapping[str, Any],
    ) -> bool:
        """Return whether a value may demand less than the one before.

        Args:
            value: what a rule states.
            before: what it stated.
            beside: all that the rule states, by name of condition.
            beside_before: all that it stated.
        """
        del beside, beside_before
        if value == before:
            return False
        if self.stricter == "same":
            return True
        lower, higher = (value, before) if self.stricter == "higher" else (before, value)
        return self.value.may_exceed(higher, lower)

    def can_be_remedied(self, reason: str | None) -> bool:
        """Return whether work on practices would meet it.

        Args:
            reason: the reason of a result.
        """
        return reason is None

    def demand_code(self, subject: str | None) -> str:
        """Return the code of the sentence on a subject.

        Args:
            subject: ``practice`` or ``tier`` where it is one.
        """
        part = f"demand_of_{subject}"
        return self.code(part if getattr(self, part, None) else "demand")

    def remedy_code(self, enough: int | None) -> str:
        """Return the code of what would meet it.

        Args:
            enough: how many of the practices suffice; None where all are needed.
        """
        return self.code("remedy" if enough is None else "remedy_of_some")

    @classmethod
    def code(cls, part: str) -> str:
        """Return the code of some of its words.

        Args:
            part: the attribute that holds them.
        """
        return f"gate.{part}.{cls.name}"


class EveryPracticeCondition(Condition[ValueT]):
    """A condition on each practice that has a value; no practice may miss it."""

    practice_wise = True
    counts_practices = True
    shortfall = None
    remedy_of_some = None

    def _evaluate(
        self, value: ValueT, item: ScopeItem, context: EvaluationContext
    ) -> ConditionResult:
        if not item.counted:
            return nothing_to_evaluate(item)
        missing = [practice for practice in item.counted if self._misses(practice, value, context)]
        return ConditionResult(
            met=not missing, actual=str(len(missing)), practices=context.in_order(missing)
        )

    @abstractmethod
    def _misses(self, practice: PracticeResult, value: ValueT, context: EvaluationContext) -> bool:
        """Return whether a practice misses the condition."""


def nothing_to_evaluate(item: ScopeItem) -> ConditionResult:
    """Return that a condition is skipped where the item allows it, else unmet."""
    reason = "nothing" if item.practice is None else item.practice.status_wording
    return ConditionResult(met=None if item.skipped_when_empty else False, reason=reason)
