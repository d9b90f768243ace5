"""Questions whose answers are counted beside their level: options, rows of options, numbers."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cssa.answers.submission import Answer, Submission
from cssa.checklist.kinds.kind import CountedBy
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.engine.result import Result

OPTIONS_PART, VALUE_PART = "options", "value"
"""The one part of a single choice and of a number."""

AnswerValue = str | Sequence[str] | Mapping[str, str]
"""What was answered: an option, several, an option by row, or a number as it was written."""


class CountedQuestion(NamedTuple):
    """A question with figures of its own.

    Attributes:
        practice: its id.
        counted_by: how its answers are.
        gives_level: whether there is a level beside them.
        options: ids.
        rows: ids, of a matrix.
    """

    practice: str
    counted_by: CountedBy
    gives_level: bool
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """What has a figure: each option of several, each row, else the question as a whole."""
        if self.counted_by == "number":
            return (VALUE_PART,)
        if self.counted_by == "option":
            return (OPTIONS_PART,)
        return self.options if self.counted_by == "mark" else self.rows

    def figure(self, part: str) -> str:
        """Return the id of a part's figure, as it is listed where it is withheld."""
        return f"{self.practice}:{part}"


def counted_questions(checklist: Checklist) -> tuple[CountedQuestion, ...]:
    """Return the questions of a checklist whose answers have figures, in its order."""
    return tuple(
        _question(placed.practice, counted_by)
        for placed in checklist.walk()
        if (counted_by := counting(placed.practice)) is not None
    )


def counting(practice: Practice) -> CountedBy | None:
    """Return how the answers to a question are counted, None where they have no figures.

    Rows that institutions name themselves are not the same for any two of them.
    """
    return practice.question_kind.counted_by if practice.rows_from is None else None


def question_from(document: Mapping[str, Any]) -> CountedQuestion:
    """Return the question whose fields these are, as JSON gives them."""
    lists = {name: tuple(document[name]) for name in ("options", "rows")}
    return CountedQuestion(**{**document, **lists})


def answer_values(result: Result, submission: Submission) -> Mapping[str, AnswerValue]:
    """Return what was answered to questions other than for a level or a text, by practice.

    Args:
        result: tells which answers count.
        submission: has them.
    """
    values = {}
    for domain in result.domains:
        for practice in domain.practices:
            answer = submission.answers.get(practice.id)
            if answer is not None and practice.status in ("answered", "informative"):
                value = _value(answer)
                if value or (value is not None and practice.status == "answered"):
                    values[practice.id] = value
    return values


def _question(practice: Practice, counted_by: CountedBy) -> CountedQuestion:
    return CountedQuestion(
        practice=practice.id,
        counted_by=counted_by,
        gives_level=practice.gives_level,
        options=tuple(option.id for option in practice.options),
        rows=tuple(row.id for row in practice.rows),
    )


def _value(answer: Answer) -> AnswerValue | None:
    values = (answer.choice, answer.choices, answer.rows, answer.value)
    return next((value for value in values if value is not None), None)
