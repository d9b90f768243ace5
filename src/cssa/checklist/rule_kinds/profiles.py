"""Kinds of rule on what an institution says of itself, alone and beside its answers."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from cssa.checklist.kinds.kind import words_of
from cssa.checklist.practice import Practice
from cssa.checklist.rule_kinds.answer_facts import Answered, AnswerFacts
from cssa.checklist.rule_kinds.kind import Contradiction, Params, RuleFault, register
from cssa.checklist.rule_kinds.levels import LevelRuleKind, words_of_level
from cssa.messages.wording import CodedWord

if TYPE_CHECKING:
    from cssa.checklist.consistency_rules import ConsistencyRule


class _ProfileKind(LevelRuleKind):
    """A kind of rule that holds for a certain profile, or certain risk factors."""

    def faults(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice]
    ) -> Iterator[RuleFault]:
        yield from super().faults(rule, practices)
        if rule.profile is None and not rule.risk:
            yield RuleFault("no_profile", (), rule.id)

    def contradictions(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice], answered: Answered
    ) -> Iterator[Contradiction]:
        if _is_of_profile(rule, answered):
            yield from self._in_answers(rule, answered)

    @abstractmethod
    def _in_answers(self, rule: "ConsistencyRule", answered: Answered) -> Iterator[Contradiction]:
        """Yield the answers that do not go with the profile of a rule."""


def _is_of_profile(rule: "ConsistencyRule", answered: Answered) -> bool:
    """Return whether profile and risk factors are stated, and those that a rule names."""
    if rule.profile is not None and rule.profile.holds(answered.flags) is not True:
        return False
    return all(answered.factors.get(factor) in levels for factor, levels in rule.risk.items())


@register
class Profile(_ProfileKind):
    """Statements of the profile and of risk factors do not go together."""

    name = "profile"
    fields = frozenset({"profile", "risk"})
    required: ClassVar[frozenset[str]] = frozenset()

    def _in_answers(self, rule: "ConsistencyRule", answered: Answered) -> Iterator[Contradiction]:
        yield Contradiction(rule, None, {})

    def words(
        self, practices: Mapping[str, Practice], practice: str | None, params: Mapping[str, object]
    ) -> dict[str, object]:
        return {}


class _ProfileAnswers(_ProfileKind):
    """A kind of rule on answers that do not go with a profile, each of them by itself."""

    def _in_answers(self, rule: "ConsistencyRule", answered: Answered) -> Iterator[Contradiction]:
        for practice in rule.practices:
            answer = answered.answers.get(practice)
            if answer is not None and self._is_broken(rule, answer):
                params: Params = {"level": answer.level, "left_out": answer.left_out}
                yield Contradiction(rule, practice, params)

    @abstractmethod
    def _is_broken(self, rule: "ConsistencyRule", answer: AnswerFacts) -> bool:
        """Return whether an answer does not go with the profile of a rule."""

    def words(
        self, practices: Mapping[str, Practice], practice: str | None, params: Mapping[str, object]
    ) -> dict[str, object]:
        return {
            **super().words(practices, practice, params),
            "answer": words_of_level(params["level"], params["left_out"]),
        }


@register
class ProfileLevel(_ProfileAnswers):
    """A level does not go with the profile: from ``level``, or up to ``most``.

    What another party performs says nothing of the institution's own profile.
    """

    name = "profile_level"
    fields = frozenset({"profile", "risk", "practices", "level", "most"})
    required = frozenset({"practices"})

    def faults(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice]
    ) -> Iterator[RuleFault]:
        yield from super().faults(rule, practices)
        if (rule.level is None) == (rule.most is None):
            yield RuleFault("level_or_most", (), rule.id)

    def _is_broken(self, rule: "ConsistencyRule", answer: AnswerFacts) -> bool:
        if answer.level is None or answer.replaced or answer.performed_by:
            return False
        if rule.most is not None:
            return answer.level <= rule.most
        return answer.is_at_least(rule.level)


@register
class ProfileLeftOut(_ProfileAnswers):
    """What the profile brings in is answered as not applicable."""

    name = "profile_left_out"
    fields = frozenset({"profile", "risk", "practices"})
    required = frozenset({"practices"})

    def _is_broken(self, rule: "ConsistencyRule", answer: AnswerFacts) -> bool:
        return answer.left_out == "not_applicable"


@register
class ProfilePerformer(_ProfileKind):
    """What the profile says does not happen is done by another party; the first such answer."""

    name = "profile_performer"
    fields = frozenset({"profile", "risk", "practices", "performed_by"})
    required = frozenset({"performed_by"})

    def _in_answers(self, rule: "ConsistencyRule", answered: Answered) -> Iterator[Contradiction]:
        for practice in rule.practices or answered.answers:
            answer = answered.answers.get(practice)
            if answer is not None and answer.performed_by in rule.performed_by:
                params: Params = {"performed_by": answer.performed_by}
                yield Contradiction(rule, practice, params)
                return

    def words(
        self, practices: Mapping[str, Practice], practice: str | None, params: Mapping[str, object]
    ) -> dict[str, object]:
        performer = CodedWord(f"performer.{params['performed_by']}")
        return {"title": words_of(practices[str(practice)].title), "performer": performer}
