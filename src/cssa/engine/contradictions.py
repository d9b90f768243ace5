"""Findings on answers that contradict each other by the rules of their checklist."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from cssa.answers.submission import Submission
from cssa.checklist.consistency_rules import contradictions
from cssa.checklist.kinds.kind import words_of
from cssa.checklist.model import Checklist
from cssa.checklist.rule_kinds.answer_facts import Answered, AnswerFacts
from cssa.engine.result import Finding
from cssa.engine.status import AssessedPractice
from cssa.messages.wording import CodedWord

CODE = "contradiction_"
"""How the codes of these findings begin; the kind of the rule follows."""

_LEFT_OUT: Mapping[str, Literal["not_applicable", "not_adopted"]] = {
    "not_applicable": "not_applicable",
    "not_adopted": "not_adopted",
}


def contradiction_findings(
    checklist: Checklist,
    submission: Submission,
    practices: Iterable[AssessedPractice],
    as_of: date,
) -> Iterator[Finding]:
    """Yield the findings, rule by rule.

    What is out of scope or not asked contradicts nothing.

    Args:
        checklist: what was answered, with the rows of the institution.
        submission: the answers, already checked against the checklist.
        practices: every practice of the checklist, in its order.
        as_of: the day that counts where the answers do not state that of the assessment.
    """
    if not checklist.consistency:
        return
    answered = Answered(
        answers={
            assessed.practice.id: _facts(assessed)
            for assessed in practices
            if assessed.practice.id in submission.answers
            and assessed.status not in ("out_of_scope", "not_asked")
        },
        flags=submission.institution.flags,
        factors=submission.institution.risk.factors,
        day=submission.assessed_on or as_of,
    )
    for contradiction in contradictions(checklist.consistency, checklist.practice_by_id, answered):
        yield Finding(
            code=f"contradiction_{contradiction.rule.kind}",
            practice=contradiction.practice,
            params={"rule": contradiction.rule.id, **contradiction.params},
        )


def _facts(assessed: AssessedPractice) -> AnswerFacts:
    answer = assessed.answer
    treatment = answer.treatment
    dates = [evidence.date for evidence in answer.evidence if evidence.date is not None]
    return AnswerFacts(
        value=answer.value_to(assessed.practice),
        level=assessed.level,
        left_out=_LEFT_OUT.get(assessed.status),
        replaced=assessed.treated and treatment is not None and treatment.kind == "alternative",
        performed_by=None if answer.performed_by == "own" else answer.performed_by,
        done=None if answer.done is None else (answer.done.n, answer.done.of),
        last_done=answer.last_done,
        has_evidence=bool(answer.evidence),
        evidence_date=max(dates, default=None),
        is_reviewed=bool(answer.review),
    )


def contradiction_words(
    code: str, practice_id: str | None, params: Mapping[str, object], checklist: Checklist
) -> CodedWord:
    """Return answers that contradict each other in words, with the reason why they do.

    Args:
        code: of the finding.
        practice_id: id of the question to look at first, None where it is the profile.
        params: those of the finding.
        checklist: what was answered; the finding has the names of an institution's own rows.
    """
    rule = checklist.consistency_rule[str(params["rule"])]
    words = rule.rule_kind.words(checklist.practice_by_id, practice_id, params)
    return CodedWord(f"finding.{code}", (*words.items(), ("reason", words_of(rule.reason))))
