"""One answer on its way to another version of its question."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from cssa.answers.submission import VALUE_FIELDS, Answer, Carried
from cssa.checklist.practice import Practice
from cssa.engine.status import level_of

_AGREED = ("treatment", "done", "last_done", "performed_by", "by")
"""What several answers keep in common only where all of them say the same."""

_ONCE = ("plan", "priority")
"""What several answers keep where one of them says it, or all that do say the same."""

_WITHOUT_VALUE = {**dict.fromkeys(VALUE_FIELDS), "na": False, "not_adopted": False, "reason": None}


@dataclass(frozen=True, slots=True)
class CarryNote:
    """What happened to an answer, or to another part of a submission.

    Attributes:
        code: what happened; ``carry.note.`` with it is the message.
        name: the number of the practice, or what else it happened to.
        practice: the practice whose answer did not come along.
        answer: that answer.
        detail: a date or other value that belongs to it.
    """

    code: str
    name: str
    practice: Practice | None = None
    answer: Answer | None = None
    detail: str | None = None


@dataclass
class AnswerDraft:
    """An answer as it is going to be carried over.

    Attributes:
        practice: what it is going to answer.
        answer: the answer so far.
        given: the former practices with the answers that it is made of.
        notes: what was left behind.
    """

    practice: Practice
    answer: Answer
    given: Sequence[tuple[Practice, Answer]]
    notes: list[CarryNote] = field(default_factory=list)

    @classmethod
    def of(cls, practice: Practice, given: Sequence[tuple[Practice, Answer]]) -> Self:
        """Return a draft from one former answer, or from several.

        Several give the lowest of their levels, and nothing where one of them has no value; their
        notes and evidence stand together.

        Args:
            practice: what is going to be answered.
            given: former practices with their answers, at least one.
        """
        if len(given) == 1:
            return cls(practice, given[0][1], given)
        draft = cls(practice, _with_lowest_value(given), given)
        answers = [answer for _, answer in given]
        draft._set(
            note="\n".join(
                f"{former.shown_id}: {answer.note}" for former, answer in given if answer.note
            )
            or None,
            evidence=tuple(dict.fromkeys(item for answer in answers for item in answer.evidence)),
            points=tuple(dict.fromkeys(point for answer in answers for point in answer.points)),
            review=tuple(review for answer in answers for review in answer.review),
        )
        for name in (*_AGREED, *_ONCE):
            values = [getattr(answer, name) for answer in answers]
            stated = [value for value in values if value is not None]
            compared = values if name in _AGREED else stated
            is_agreed = all(value == compared[0] for value in compared)
            draft._set(**{name: compared[0] if compared and is_agreed else None})
            if stated and not is_agreed:
                draft._note(f"differing.{name}")
        if not draft.answer.is_given:
            draft._note_values("part_open")
        return draft

    @property
    def levels_before(self) -> str | None:
        """The levels of several former practices by their numbers, None of a single one."""
        levels = [(former.shown_id, level_of(former, answer)) for former, answer in self.given]
        if len(levels) == 1:
            return None
        return ", ".join(f"{number}: {'-' if level is None else level}" for number, level in levels)

    def leave_open(self, code: str) -> None:
        """Take the value away, because it no longer answers the question as a whole.

        Args:
            code: the reason.
        """
        if self.answer.is_given:
            self._set(**_WITHOUT_VALUE)
            self._note_values(code)

    def drop_points(self) -> None:
        """Take ticked points away: those of another question are others under the same ids."""
        if self.answer.points:
            self._set(points=())
            self._note("points")

    def drop_what_ran_out(self, as_of: date) -> None:
        """Take away what was true of last time alone: reviews, and treatments that have expired.

        Args:
            as_of: the day on which treatments must be valid.
        """
        if self.answer.review:
            self._set(review=())
            self._note("review")
        treatment = self.answer.treatment
        if treatment is not None and treatment.review_by < as_of:
            self._set(treatment=None)
            self._note("treatment", str(treatment.review_by))

    def fit(self) -> None:
        """Take away what the question does not have or allow."""
        practice, answer = self.practice, self.answer
        if answer.na and practice.na == "never":
            self.leave_open("never_na")
        if answer.not_adopted and practice.tier == "basic":
            self.leave_open("basic_now")
        if answer.value_field is not None and not self._takes_value():
            self.leave_open("value")
        known = [point.id for point in practice.points]
        kept = tuple(point for point in answer.points if point in known)
        if kept != answer.points:
            self._set(points=kept)
            self._note("points")

    def put_in_doubt(self, carried: Carried | None) -> None:
        """Mark it as one to be confirmed.

        Args:
            carried: where it comes from; None where its question is still the same.
        """
        self._set(confirmed=False, carried=carried)

    def _takes_value(self) -> bool:
        """Return whether the value is one of this question's."""
        practice, answer = self.practice, self.answer
        kind = practice.question_kind
        if answer.value_field != kind.answer_field or (practice.rows_from and not practice.rows):
            return False
        if answer.level is not None and answer.level not in practice.level_scale.values:
            return False
        return not any(kind.value_problems(practice, answer.value_to(practice)))

    def _set(self, **fields: object) -> None:
        self.answer = self.answer.model_copy(update=fields)

    def _note_values(self, code: str) -> None:
        """Note that the value was left behind, with the answers that had one."""
        self._note(code)
        self.notes += [
            CarryNote(code, self.practice.shown_id, former, answer)
            for former, answer in self.given
            if answer.is_given
        ]

    def _note(self, code: str, detail: str | None = None) -> None:
        self.notes.append(CarryNote(code, self.practice.shown_id, detail=detail))


def _with_lowest_value(given: Sequence[tuple[Practice, Answer]]) -> Answer:
    """Return the answer with the lowest level, without a value where that cannot be told."""
    answers = [answer for _, answer in given]
    if all(answer.na for answer in answers) or all(answer.not_adopted for answer in answers):
        reasons = dict.fromkeys(answer.reason for answer in answers if answer.reason)
        return answers[0].model_copy(update={"reason": "\n".join(reasons)})
    concerned = [(practice, answer) for practice, answer in given if not answer.na]
    levels = [level_of(practice, answer) for practice, answer in concerned]
    known = [level for level in levels if level is not None]
    if len(known) == len(levels):
        return concerned[levels.index(min(known))][1]
    values = [(answer.value_field, answer.value_to(practice)) for practice, answer in concerned]
    if values[0][0] is not None and all(value == values[0] for value in values):
        return concerned[0][1]
    return answers[0].model_copy(update=_WITHOUT_VALUE)
