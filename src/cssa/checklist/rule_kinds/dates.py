"""Kinds of rule on dates: work that recurs, and when it was checked."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cssa.checklist.practice import Practice
from cssa.checklist.rule_kinds.answer_facts import Answered
from cssa.checklist.rule_kinds.kind import Contradiction, Params, register
from cssa.checklist.rule_kinds.levels import LevelRuleKind
from cssa.datafile.types import span_of

if TYPE_CHECKING:
    from cssa.checklist.consistency_rules import ConsistencyRule


@register
class DoneWithin(LevelRuleKind):
    """Recurring work at a level was done within a time, by its date or by newer evidence."""

    name = "done_within"
    fields = frozenset({"practices", "level", "within"})
    required = fields

    def contradictions(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice], answered: Answered
    ) -> Iterator[Contradiction]:
        earliest = span_of(rule.within or "").before(answered.day)
        for practice in rule.practices:
            answer = answered.answers.get(practice)
            if answer is None or answer.last_done is None or not answer.is_at_least(rule.level):
                continue
            newest = max(filter(None, (answer.last_done, answer.evidence_date)))
            if newest < earliest:
                params: Params = {"level": answer.level, "date": str(newest)}
                yield Contradiction(rule, practice, params)

    def words(
        self, practices: Mapping[str, Practice], practice: str | None, params: Mapping[str, object]
    ) -> dict[str, object]:
        return {**super().words(practices, practice, params), "date": params["date"]}


@register
class Dated(LevelRuleKind):
    """A level that says something was checked has a date of it, or a review by another line.

    Where no evidence is named at all, that is a finding of its own. What another party performs is
    checked by that party.
    """

    name = "dated"
    fields = frozenset({"practices", "level"})
    required = fields

    def contradictions(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice], answered: Answered
    ) -> Iterator[Contradiction]:
        for practice in rule.practices:
            answer = answered.answers.get(practice)
            if answer is None or answer.performed_by or not answer.is_at_least(rule.level):
                continue
            if answer.has_evidence and not (
                answer.is_reviewed or answer.last_done or answer.evidence_date
            ):
                yield Contradiction(rule, practice, {"level": answer.level})
