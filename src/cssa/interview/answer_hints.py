"""What a reviewer would ask about an answer that was just given."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cssa.answers.submission import Answer
from cssa.checklist.practice import Practice
from cssa.engine.findings import needs_evidence, needs_points
from cssa.interview.final_review import is_weak_reason, open_points
from cssa.interview.session import Session
from cssa.messages.wording import listed


@dataclass(frozen=True, slots=True)
class AnswerHint:
    """Something to look at.

    Attributes:
        code: its message.
        params: the placeholders of the message.
    """

    code: str
    params: dict[str, object] = field(default_factory=dict)

    @property
    def asks_for_more(self) -> bool:
        """Whether something more is to be entered at this practice."""
        return self.code in _ASKS_FOR_MORE


_ASKS_FOR_MORE = frozenset(("assess.hint.points", "assess.hint.evidence", "assess.hint.reason"))


def answer_hints(session: Session, practice: Practice, answer: Answer) -> Iterator[AnswerHint]:
    """Yield what to look at, the most important first.

    Args:
        session: the state of the interview, with the answer in it.
        practice: the practice answered.
        answer: its answer.
    """
    assessed = session.assessed_practices[practice.id]
    missing = open_points(practice, answer, session.submission.institution.flags)
    if needs_points(assessed) and missing:
        params = {"in_place": practice.level_scale.in_place, "points": listed(missing)}
        yield AnswerHint("assess.hint.points", params)
    if needs_evidence(assessed) and not answer.evidence:
        params = {"above": practice.level_scale.above_in_place}
        yield AnswerHint("assess.hint.evidence", params)
    if assessed.level is not None and assessed.below_target:
        code = "assess.hint.accepted" if assessed.treated else "assess.hint.target"
        if practice.legal or assessed.treatment_faults:  # a treatment has no effect
            code = "assess.hint.below"
        yield AnswerHint(code, {"target": assessed.target})
    is_left_out = answer.na or answer.not_adopted
    if is_left_out and is_weak_reason(answer.reason or ""):
        yield AnswerHint("assess.hint.reason")
    if practice.legal and (is_left_out or answer.treatment):
        yield AnswerHint("finding.legal_left_out")
