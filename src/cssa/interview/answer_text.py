"""Answers in words: in one line, and as the parts that a change would lose."""

from collections.abc import Iterator

from cssa.answers.submission import NO_ANSWER, Answer
from cssa.answers.value_words import value_with_level
from cssa.checklist.practice import Practice
from cssa.interview.dialogue import Dialogue
from cssa.scheme.level_wording import LevelWording

_SINGLE_PARTS = ("treatment", "done", "last_done", "performed_by", "note")
_LISTS = ("points", "evidence")


class AnswerText:
    """Words for answers.

    Args:
        dialogue: its language.
        scales: names of the levels.
    """

    def __init__(self, dialogue: Dialogue, scales: LevelWording) -> None:
        self._dialogue = dialogue
        self._scales = scales

    def summary(self, practice: Practice, answer: Answer) -> str:
        """Return an answer in one line."""
        return " / ".join((self._value(practice, answer), *self._parts(answer)))

    def lost(self, practice: Practice, before: Answer, after: Answer) -> list[str]:
        """Return what stands in an answer and would not stand in another.

        A level or choice that another takes the place of is not lost; a text is.

        Args:
            practice: the practice answered.
            before: the answer recorded.
            after: the answer to take its place.
        """
        gone = {
            name: getattr(before, name)
            for name in _SINGLE_PARTS
            if getattr(before, name) not in (None, getattr(after, name))
        }
        for name in _LISTS:
            kept = getattr(after, name)
            gone[name] = tuple(item for item in getattr(before, name) if item not in kept)
        parts = list(self._parts(NO_ANSWER.model_copy(update=gone)))
        if _loses_value(before, after):
            parts.insert(0, self._value(practice, before))
        return parts

    def _parts(self, answer: Answer) -> Iterator[str]:
        """Yield the parts of an answer beside its value."""
        message = self._dialogue.message
        if answer.points:
            yield message("assess.has.points", points=", ".join(answer.points))
        if answer.treatment:
            treatment = answer.treatment
            yield message(
                "assess.has.treatment",
                kind=message(f"assess.treatment.{treatment.kind}"),
                measure=treatment.measure,
                approver=treatment.approved_by,
                approved_on=treatment.approved_on,
                date=treatment.review_by,
            )
        if answer.done:
            yield message("assess.has.done", n=answer.done.n, of=answer.done.of)
        if answer.last_done:
            yield message("assess.has.last_done", date=answer.last_done)
        if answer.performed_by:
            yield message("assess.has.performed_by", name=answer.performed_by)
        if answer.evidence:
            refs = self._dialogue.joined(evidence.ref for evidence in answer.evidence)
            yield message("assess.has.evidence", refs=refs)
        if answer.note:
            yield message("assess.has.note", note=answer.note)

    def _value(self, practice: Practice, answer: Answer) -> str:
        dialogue = self._dialogue
        if answer.na or answer.not_adopted:
            code = "na" if answer.na else "not_adopted"
            return dialogue.message(f"assess.is.{code}", reason=answer.reason)
        if answer.level is not None:
            name = dialogue.text(self._scales.name(answer.level))
            return dialogue.message("assess.is.level", level=answer.level, name=name)
        text = value_with_level(practice, answer, dialogue.lang)
        return text or dialogue.message("status.unanswered")


def _loses_value(before: Answer, after: Answer) -> bool:
    """Return whether a text or reason goes, or a value without another of its kind."""
    if before.na or before.not_adopted:
        return (before.na, before.reason) != (after.na, after.reason)
    field = before.value_field
    if field is None:
        return False
    return field != after.value_field or (field == "text" and before.text != after.text)
