"""Answers in words: in one line, and as the parts that a change would lose."""

from collections.abc import Iterator

from cssa.answers.plan_words import plan_words
from cssa.answers.source_words import source_words
from cssa.answers.submission import NO_ANSWER, Answer, Evidence, Review
from cssa.answers.value_words import value_with_level
from cssa.checklist.practice import Practice
from cssa.interview.words import Words
from cssa.messages.wording import listed
from cssa.scheme.level_wording import LevelWording

_SINGLE_PARTS = ("treatment", "plan", "done", "last_done", "performed_by", "note")
_LISTS = ("points", "evidence")


class AnswerText:
    """Words for answers.

    Args:
        words: their language.
        scales: names of the levels.
    """

    def __init__(self, words: Words, scales: LevelWording) -> None:
        self._words = words
        self._scales = scales

    def summary(self, practice: Practice, answer: Answer) -> str:
        """Return an answer in one line."""
        return " / ".join((self.value(practice, answer), *self.parts(answer)))

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
        parts = list(self.parts(NO_ANSWER.model_copy(update=gone)))
        if _loses_value(before, after):
            parts.insert(0, self.value(practice, before))
        return parts

    def parts(self, answer: Answer) -> Iterator[str]:
        """Yield in words the parts of an answer beside its value."""
        message = self._words.message
        if answer.points:
            yield message("assess.has.points", points=listed(answer.points))
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
        if answer.plan:
            yield message("assess.has.plan", plan=plan_words(answer.plan))
        if answer.done:
            yield message("assess.has.done", n=answer.done.n, of=answer.done.of)
        if answer.last_done:
            yield message("assess.has.last_done", date=answer.last_done)
        if answer.performed_by:
            yield message(
                "assess.has.performed_by", name=message(f"performer.{answer.performed_by}")
            )
        if answer.source:
            yield message("assess.has.source", source=source_words(answer.source))
        if answer.evidence:
            refs = self._words.joined(map(self._evidence, answer.evidence))
            yield message("assess.has.evidence", refs=refs)
        if answer.note:
            yield message("assess.has.note", note=answer.note)

    def _evidence(self, evidence: Evidence) -> str:
        dated = self._words.in_brackets(str(evidence.date)) if evidence.date else ""
        return evidence.ref + dated

    def review(self, review: Review) -> str:
        """Return another line's view of a level in one line."""
        params = {**review.model_dump(exclude={"seen"}), "note": review.note or ""}
        return self._words.message("explain.review", **params).rstrip()

    def reviewed(self, practice: Practice, answer: Answer) -> str:
        """Return an answer in one line, followed by its reviews."""
        return " / ".join((self.summary(practice, answer), *map(self.review, answer.review)))

    def value(self, practice: Practice, answer: Answer) -> str:
        """Return the level or choice of an answer, or that there is none."""
        words = self._words
        if answer.na or answer.not_adopted:
            code = "na" if answer.na else "not_adopted"
            return words.message(f"assess.is.{code}", reason=answer.reason)
        if answer.level is not None:
            name = words.text(self._scales.name(answer.level))
            return words.message("assess.is.level", level=answer.level, name=name)
        text = value_with_level(practice, answer, words.lang)
        return text or words.message("status.unanswered")


def _loses_value(before: Answer, after: Answer) -> bool:
    """Return whether a text or reason goes, or a value without another of its kind."""
    if before.na or before.not_adopted:
        return (before.na, before.reason) != (after.na, after.reason)
    field = before.value_field
    if field is None:
        return False
    return field != after.value_field or (field == "text" and before.text != after.text)
