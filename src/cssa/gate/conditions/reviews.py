"""Conditions on reviews: by which line, how long ago, and whether they agree."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import TypeVar

from cssa.answers.submission import Review
from cssa.datafile.types import span_of
from cssa.engine.result import PracticeResult
from cssa.gate.conditions.condition import (
    ConditionResult,
    EvaluationContext,
    EveryPracticeCondition,
)
from cssa.gate.conditions.registry import register
from cssa.gate.conditions.values import FlagValue, LineValue, PeriodValue
from cssa.gate.scopes import ScopeItem
from cssa.gate.verdict import ReviewInfo

ValueT = TypeVar("ValueT")

_LINES = (2, 3)


class _ReviewCondition(EveryPracticeCondition[ValueT]):
    """A condition on each practice's reviews; of those that miss it, the review is stated."""

    def _evaluate(
        self, value: ValueT, item: ScopeItem, context: EvaluationContext
    ) -> ConditionResult:
        evaluated = super()._evaluate(value, item, context)
        reviews = {
            practice.id: ReviewInfo(line=review.line, level=review.level, on=review.on)
            for practice in item.counted
            if practice.id in evaluated.practices
            and (review := self._shown(practice, value, context)) is not None
        }
        return evaluated._replace(reviews=reviews)

    @abstractmethod
    def _shown(
        self, practice: PracticeResult, value: ValueT, context: EvaluationContext
    ) -> Review | None:
        """Return the review that the condition is about, None where there is none."""


def _newest(practice_id: str, lines: Iterable[int], context: EvaluationContext) -> Review | None:
    """Return a practice's newest review by any of some lines; of one day, the lowest."""
    reviews = (
        review
        for review in context.answer(practice_id).review
        if review.line in lines and review.on <= context.latest
    )
    return max(reviews, key=lambda review: (review.on, -review.level), default=None)


def _is_below(review: Review, practice: PracticeResult) -> bool:
    """Return whether a review sees a practice lower than the institution does itself."""
    return practice.level is not None and review.level < practice.level


@register
class ReviewedByLine(_ReviewCondition[int]):
    """2 or 3; that line has reviewed the practices, none lower than the level answered."""

    name = "reviewed_by_line"
    stricter = "same"
    value = LineValue()
    met_when = (
        "第2線又は第3線が、算定対象の対応事項をすべて評価済みで、最新の評価の段階が回答を下回らない",
        "line 2 or 3 has reviewed every counted practice, and its latest review is not at a lower level than the answer",
    )
    demand = (
        "{subject}：第{expected}線が評価し、その段階が回答を下回らない（そうでないもの{actual}件）。",
        "{subject}: reviewed by line {expected}, at no lower level than answered (missing or lower: {actual}).",
    )
    demand_of_practice = None
    remedy = (
        "次の{count}件に、回答の段階を下回らない第{expected}線の評価を追加するか（review: [{{line: {expected}, level: 段階, by: 評価者, on: 日付}}]）、回答の段階を見直してください。",
        "Add a review by line {expected} that is not below the answer, or correct the level answered, for these ({count}): review: [{{line: {expected}, level: LEVEL, by: REVIEWER, on: DATE}}]",
    )
    step = (
        "回答の段階を下回らない第{expected}線の評価を追加するか（review: [{{line: {expected}, level: 段階, by: 評価者, on: 日付}}]）、回答の段階を見直してください。",
        "Add a review by line {expected} that is not below the answer, or correct the level answered: review: [{{line: {expected}, level: LEVEL, by: REVIEWER, on: DATE}}]",
    )

    def _misses(self, practice: PracticeResult, value: int, context: EvaluationContext) -> bool:
        review = _newest(practice.id, (value,), context)
        return review is None or _is_below(review, practice)

    def _shown(
        self, practice: PracticeResult, value: int, context: EvaluationContext
    ) -> Review | None:
        return _newest(practice.id, (value,), context)


@register
class ReviewedWithin(_ReviewCondition[str]):
    """Age that the newest review may have."""

    name = "reviewed_within"
    stricter = "lower"
    runs_out = True
    value = PeriodValue()
    met_when = (
        "最新の評価の日付がこの期間内（同じルールに`reviewed_by_line`があればその線、なければ第2線又は第3線）",
        "the latest review is dated within this period; by the line of `reviewed_by_line` if the rule has it, otherwise by line 2 or 3",
    )
    demand = (
        "{subject}：評価は{expected}以内（ないもの{actual}件）。",
        "{subject}: reviewed within {expected} (missing or older: {actual}).",
    )
    demand_of_practice = None
    remedy = (
        "次の{count}件について、{since}以降に改めて評価を受けてください。",
        "Have these reviewed on {since} or later ({count}):",
    )
    step = (
        "{since}以降に改めて評価を受けてください。",
        "Have it reviewed on {since} or later.",
    )

    def _misses(self, practice: PracticeResult, value: str, context: EvaluationContext) -> bool:
        review = self._shown(practice, value, context)
        return review is None or review.on < span_of(value).before(context.as_of)

    def _shown(
        self, practice: PracticeResult, value: str, context: EvaluationContext
    ) -> Review | None:
        del value
        line = context.values.get(ReviewedByLine.name)
        return _newest(practice.id, _LINES if line is None else (line,), context)


@register
class ReviewAgrees(_ReviewCondition[bool]):
    """No line's newest review is lower than the level answered."""

    name = "review_agrees"
    stricter = "same"
    value = FlagValue()
    met_when = (
        "いずれの線の最新の評価も、回答の段階を下回らない（評価のないものは問わない）",
        "no line's latest review is at a lower level than the answer; reviews are not required",
    )
    demand = (
        "{subject}：評価の段階が回答を下回らない（下回るもの{actual}件）。",
        "{subject}: no review below the level answered (below: {actual}).",
    )
    demand_of_practice = None
    remedy = (
        "次の{count}件の回答の段階を見直すか、改めて評価を受けてください。",
        "Correct the level answered, or have these reviewed again ({count}):",
    )
    step = (
        "回答の段階を見直すか、改めて評価を受けてください。",
        "Correct the level answered, or have it reviewed again.",
    )

    def _misses(
        self,
        practice: PracticeResult,
        value: bool,  # noqa: FBT001 - the key is a flag
        context: EvaluationContext,
    ) -> bool:
        return self._shown(practice, value, context) is not None

    def _shown(
        self,
        practice: PracticeResult,
        value: bool,  # noqa: FBT001 - the key is a flag
        context: EvaluationContext,
    ) -> Review | None:
        del value  # a rule without the condition may say false
        newest = (_newest(practice.id, (line,), context) for line in _LINES)
        return next((review for review in newest if review and _is_below(review, practice)), None)
