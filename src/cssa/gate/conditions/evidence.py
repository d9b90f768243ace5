"""Conditions on evidence."""

from collections.abc import Mapping
from typing import Any

from cssa.answers.placeholders import is_placeholder
from cssa.answers.submission import Evidence
from cssa.datafile.types import span_of
from cssa.engine.result import PracticeResult
from cssa.gate.conditions.condition import EvaluationContext, EveryPracticeCondition
from cssa.gate.conditions.registry import register
from cssa.gate.conditions.values import LevelValue, PeriodValue


@register
class EvidenceFrom(EveryPracticeCondition[int]):
    """Level from which evidence is named."""

    name = "evidence_from"
    stricter = "lower"
    value = LevelValue()
    met_when = (
        "この段階以上のすべてに、具体的な証跡の記載がある（「-」「同上」などは証跡としない）",
        "every practice at this level or above has evidence described in words; `-` or `n/a` does not count",
    )
    demand = (
        "{subject}：段階{expected}以上には証跡を付ける（ないもの{actual}件）。",
        "{subject}: evidence at level {expected} and above (without: {actual}).",
    )
    demand_of_practice = (
        "{subject}：段階{expected}以上なら証跡を付ける。",
        "{subject}: evidence at level {expected} and above.",
    )
    remedy = (
        "次の{count}件に証跡を記入してください（evidence: [{{ref: 文書名, date: 日付}}]）。",
        "Add evidence for these ({count}): evidence: [{{ref: DOCUMENT, date: DATE}}]",
    )
    step = (
        "証跡を記入してください（evidence: [{{ref: 文書名, date: 日付}}]）。",
        "Add evidence: evidence: [{{ref: DOCUMENT, date: DATE}}]",
    )

    def _misses(self, practice: PracticeResult, value: int, context: EvaluationContext) -> bool:
        return _is_from(value, practice) and not _evidence(practice, context)


@register
class EvidenceWithin(EveryPracticeCondition[str]):
    """Age that the newest evidence may have."""

    name = "evidence_within"
    stricter = "lower"
    runs_out = True
    value = PeriodValue()
    met_when = (
        "証跡の日付がこの期間内（同じルールに`evidence_from`があればその段階以上、なければ最も低い段階を除くすべてについて）",
        "evidence is dated within this period; for levels from `evidence_from` up if the rule has it, otherwise for every level but the lowest",
    )
    demand = (
        "{subject}：証跡は{expected}以内の日付のもの（ないもの{actual}件）。",
        "{subject}: evidence dated within {expected} (without: {actual}).",
    )
    demand_of_practice = (
        "{subject}：証跡は{expected}以内の日付のもの。",
        "{subject}: evidence dated within {expected}.",
    )
    remedy = (
        "次の{count}件に{since}以降の日付の証跡を記入してください（evidence: [{{ref: 文書名, date: 日付}}]）。",
        "Add evidence dated {since} or later for these ({count}): evidence: [{{ref: DOCUMENT, date: DATE}}]",
    )
    step = (
        "{since}以降の日付の証跡を記入してください（evidence: [{{ref: 文書名, date: 日付}}]）。",
        "Add evidence dated {since} or later: evidence: [{{ref: DOCUMENT, date: DATE}}]",
    )

    def is_weaker(
        self, value: str, before: str, beside: Mapping[str, Any], beside_before: Mapping[str, Any]
    ) -> bool:
        """Return whether it may demand less, also because fewer levels need evidence."""
        least, least_before = (values.get(EvidenceFrom.name) for values in (beside, beside_before))
        is_narrowed = least_before is None and least not in (None, 0, 1)
        return is_narrowed or super().is_weaker(value, before, beside, beside_before)

    def _misses(self, practice: PracticeResult, value: str, context: EvaluationContext) -> bool:
        oldest = span_of(value).before(context.as_of)
        scale = context.result.scale
        least = context.values.get(EvidenceFrom.name, scale.above(scale.lowest))
        return _is_from(least, practice) and not any(
            evidence.date and oldest <= evidence.date <= context.latest
            for evidence in _evidence(practice, context)
        )


def _evidence(practice: PracticeResult, context: EvaluationContext) -> list[Evidence]:
    """Return the evidence that is named in words."""
    evidence = context.answer(practice.id).evidence
    return [item for item in evidence if not is_placeholder(item.ref)]


def _is_from(level: int, practice: PracticeResult) -> bool:
    """Return whether a practice is answered with at least a level."""
    return practice.level is not None and practice.level >= level
