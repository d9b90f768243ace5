"""A practice as a reviewer is shown it: the question, then what the institution has answered."""

from collections.abc import Iterator

from cssa.answers.reviewed_answer import is_reconsidered
from cssa.answers.submission import NO_ANSWER, Answer
from cssa.checklist.practice import Practice
from cssa.interview.practice_page import PracticePage


class ReviewPage(PracticePage):
    """Shows practices to a reviewer; arguments are those of ``PracticePage``."""

    progress = "assess.as.done"

    def _show_answer(self, practice: Practice) -> None:
        dialogue, answer = self._dialogue, self._session.answer(practice.id) or NO_ANSWER
        dialogue.show_blank_line()
        rating = self._answer_text.value(practice, answer)
        dialogue.show("assess.as.own", hang=2, answer=rating)
        for part in self._parts(answer):
            dialogue.show_item(part, indent=2, hang=2)
        previous = self._session.previous_answers.get(practice.id)
        if previous is not None:
            before = self._answer_text.value(practice, previous)
            dialogue.show("assess.as.before", hang=2, answer=before)
        for review in answer.review:
            dialogue.show_item(self._answer_text.review(review), indent=0, hang=2)
            if is_reconsidered(answer, review):
                dialogue.show("assess.as.changed", indent=2, hang=2)

    def _parts(self, answer: Answer) -> Iterator[str]:
        """Yield what stands beside the level, each piece of evidence with its date."""
        yield from self._answer_text.parts(answer.model_copy(update={"evidence": ()}))
        for evidence in answer.evidence:
            dated = evidence.ref if evidence.date is None else f"{evidence.ref} ({evidence.date})"
            yield self._dialogue.message("assess.has.evidence", refs=dated)
        if not answer.evidence:
            yield self._dialogue.message("assess.as.no_evidence")
        if not answer.confirmed:
            yield self._dialogue.message("assess.as.unconfirmed")
