"""Kinds of rule on levels: what a level rests on, and how much is done at it."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from cssa.checklist.kinds.kind import words_of
from cssa.checklist.practice import Practice
from cssa.checklist.rule_kinds.answer_facts import Answered, AnswerFacts
from cssa.checklist.rule_kinds.kind import Contradiction, Params, RuleFault, RuleKind, register
from cssa.messages.wording import CodedWord

if TYPE_CHECKING:
    from cssa.checklist.consistency_rules import ConsistencyRule


class LevelRuleKind(RuleKind):
    """A kind of rule on questions that give a level."""

    def faults(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice]
    ) -> Iterator[RuleFault]:
        for path, practice_id in rule.named_practices():
            practice = practices[practice_id]
            if not practice.gives_level:
                yield RuleFault("no_level", path, practice_id)
        values = {value for practice in practices.values() for value in practice.level_scale.values}
        for field in ("level", "least", "most"):
            level: int | None = getattr(rule, field)
            if level is not None and level not in values:
                yield RuleFault("unknown_level", (field,), str(level))

    def words(
        self, practices: Mapping[str, Practice], practice: str | None, params: Mapping[str, object]
    ) -> dict[str, object]:
        return {
            "title": words_of(practices[str(practice)].title),
            "answer": words_of_level(params["level"]),
        }


def words_of_level(level: object, left_out: object = None) -> CodedWord:
    """Return a level in words, or why there is none.

    Args:
        level: the level; None without one.
        left_out: the status of a practice that is left out.
    """
    if level is None:
        return CodedWord(f"status.{left_out}")
    return CodedWord("answer.at_level", (("level", level),))


class _Resting(LevelRuleKind):
    """A kind of rule on a level that cannot be reached without what it rests on.

    Where other parties do the work than what it rests on, nothing is said: a shared centre or a
    head office has plans and registers of its own.
    """

    fields = frozenset({"practice", "level", "on", "least"})
    required: ClassVar[frozenset[str]] = fields

    def contradictions(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice], answered: Answered
    ) -> Iterator[Contradiction]:
        practice = rule.practice or ""
        answer = answered.answers.get(practice)
        if answer is None or not answer.is_at_least(rule.level):
            return
        lacking = [
            (name, base)
            for name in rule.on
            if (base := answered.answers.get(name)) is not None
            and base.performed_by == answer.performed_by
            and _is_lacking(base, rule.least)
        ]
        if self._is_broken(rule, lacking):
            other, base = lacking[0]
            params: Params = {
                "level": answer.level,
                "other": other,
                "other_level": base.level,
                "other_left_out": base.left_out,
            }
            yield Contradiction(rule, practice, params)

    @abstractmethod
    def _is_broken(
        self, rule: "ConsistencyRule", lacking: Sequence[tuple[str, AnswerFacts]]
    ) -> bool:
        """Return whether a rule is broken by what is lacking."""

    def words(
        self, practices: Mapping[str, Practice], practice: str | None, params: Mapping[str, object]
    ) -> dict[str, object]:
        return {
            **super().words(practices, practice, params),
            "other": words_of(practices[str(params["other"])].title),
            "other_answer": words_of_level(params["other_level"], params["other_left_out"]),
        }


def _is_lacking(base: AnswerFacts, least: int | None) -> bool:
    """Return whether something was answered as not there; what has no answer yet was not."""
    if base.replaced:
        return False
    return base.left_out == "not_adopted" or base.is_below(least)


@register
class RestsOn(_Resting):
    """A level needs each of other practices."""

    name = "rests_on"

    def _is_broken(
        self, rule: "ConsistencyRule", lacking: Sequence[tuple[str, AnswerFacts]]
    ) -> bool:
        return bool(lacking)


@register
class RestsOnAny(_Resting):
    """A level needs at least one of other practices."""

    name = "rests_on_any"

    def _is_broken(
        self, rule: "ConsistencyRule", lacking: Sequence[tuple[str, AnswerFacts]]
    ) -> bool:
        return len(lacking) == len(rule.on)


@register
class DoneInPart(LevelRuleKind):
    """A level that stands for the whole scope has less done than a share of it, in per cent."""

    name = "done_in_part"
    fields = frozenset({"practices", "level", "share"})
    required = fields

    def contradictions(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice], answered: Answered
    ) -> Iterator[Contradiction]:
        for practice in rule.practices:
            answer = answered.answers.get(practice)
            if answer is None or answer.done is None or not answer.is_at_least(rule.level):
                continue
            count, of = answer.done
            if 100 * count < (rule.share or 0) * of:
                params: Params = {"level": answer.level, "count": count, "of": of}
                yield Contradiction(rule, practice, params)

    def words(
        self, practices: Mapping[str, Practice], practice: str | None, params: Mapping[str, object]
    ) -> dict[str, object]:
        words = super().words(practices, practice, params)
        return {**words, "count": params["count"], "of": params["of"]}
