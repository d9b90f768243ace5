"""What the board reads first: one sentence, how reliable the answers are, what to decide."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cssa.answers.submission import NO_ANSWER, Plan, Submission
from cssa.checklist.model import Checklist
from cssa.checklist.practice import NO_OWNER, Owner
from cssa.engine.result import Coverage, Result
from cssa.messages import fitting
from cssa.messages.wording import CodedWord, WordList, day_word, listed
from cssa.reports.phrases import Phrase
from cssa.scheme.targets import Targets

_MOST = 3
"""Functions that a decision names."""

_SECOND_LINE = 2
_THIRD_LINE = 3
_TREATMENT_FINDINGS = (
    "treatment_expired",
    "treatment_review_soon",
    "treatment_approver",
    "treatment_review_late",
)
"""Codes of findings that ask for a decision on a treatment, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far the answers can be relied on.

    Attributes:
        coverage: practices by status.
        with_level: practices answered with a level.
        with_evidence: of them, those that name evidence.
        second_line: of them, those that the second line has reviewed.
        third_line: of them, those that internal audit has reviewed.
        differing: of them, those where a review gives another level.
        unconfirmed: answers carried over and not confirmed yet.
        respondent: who answered.
        approved_by: who approved the answers in the second line.
        reported_on: day of the report to the board.
    """

    coverage: Coverage
    with_level: int
    with_evidence: int
    second_line: int
    third_line: int
    differing: int
    unconfirmed: int
    respondent: str | None
    approved_by: str | None
    reported_on: date | None


def measure_reliability(result: Result, submission: Submission) -> Reliability:
    """Return counts of what supports the answers.

    Args:
        result: the figures.
        submission: the answers that they were made from.
    """
    practices = [practice for domain in result.domains for practice in domain.practices]
    answered = [
        (practice.level, submission.answers[practice.id])
        for practice in practices
        if practice.status == "answered"
    ]
    review_lines = [{review.line for review in answer.review} for _, answer in answered]
    return Reliability(
        coverage=result.overall.coverage,
        with_level=len(answered),
        with_evidence=sum(bool(answer.evidence) for _, answer in answered),
        second_line=sum(_SECOND_LINE in lines for lines in review_lines),
        third_line=sum(_THIRD_LINE in lines for lines in review_lines),
        differing=sum(
            any(review.level != level for review in answer.review) for level, answer in answered
        ),
        unconfirmed=sum("unconfirmed" in practice.findings for practice in practices),
        respondent=submission.approval.respondent,
        approved_by=submission.approval.second_line,
        reported_on=submission.approval.reported_to_board,
    )


def lead_sentence(result: Result, checklist: Checklist, *, has_answers: bool) -> Phrase:
    """Return the one sentence on how many basic practices are below target, and where most are.

    Args:
        result: the figures.
        checklist: the checklist answered, for titles.
        has_answers: whether anything is answered, also what gives no level.
    """
    if result.is_empty and has_answers and result.scored:
        return Phrase("report.lead.nothing_counted")
    if result.is_empty and not has_answers:
        return Phrase("report.lead.empty")
    below = result.overall.below_target
    unanswered = result.overall.coverage.unanswered
    params: dict[str, object] = {"count": below.count, "of": below.of, "unanswered": unanswered}
    if not result.sets_targets:
        coverage = result.overall.coverage
        counts = {"answered": coverage.in_scope - unanswered, "of": coverage.in_scope}
        code = "report.lead.answered_open" if unanswered else "report.lead.answered"
        return Phrase(code, fitting(code, params | counts))
    if not below.of:
        return Phrase("report.lead.no_basics")
    if not below.count:
        code = "report.lead.none_open" if unanswered else "report.lead.none"
        return Phrase(code, fitting(code, params))
    domain, *others = sorted(result.domains, key=lambda domain: -domain.below_target.count)
    titles = {domain.id: domain.title for domain in checklist.domains}
    params |= {
        "domain": domain.id,
        "title": titles[domain.id],
        "most": domain.below_target.count,
    }
    if below.count == 1:
        code = "report.lead.below_one_open" if unanswered else "report.lead.below_one"
    elif not others or others[0].below_target.count == domain.below_target.count:
        code = "report.lead.below_alike_open" if unanswered else "report.lead.below_alike"
    else:
        code = "report.lead.below_open" if unanswered else "report.lead.below"
    return Phrase(code, fitting(code, params))


def board_decisions(
    result: Result,
    submission: Submission,
    checklist: Checklist,
    targets: Targets,
    reliability: Reliability,
) -> tuple[Phrase, ...]:
    """Return what the board is asked to decide: targets, people and money, what is accepted.

    Args:
        result: the figures.
        submission: the answers that they were made from.
        checklist: the checklist answered, for who usually answers.
        targets: the targets applied.
        reliability: what supports the answers.
    """
    return (
        *([_on_targets(result, targets)] if result.sets_targets else []),
        *_on_resources(result, submission, checklist, reliability),
        *_on_treatments(result, submission),
    )


def _on_targets(result: Result, targets: Targets) -> Phrase:
    profile = result.risk_profile
    params = {
        "targets": targets.title,
        "risk": Phrase(f"risk.{profile.level}"),
        "stated": profile.stated,
        "key_factors": profile.key_factors,
    }
    basis = profile.basis_wording if profile.counts else "alone"
    code = f"report.decide.targets_{basis}"
    return Phrase(code, fitting(code, params))


def _on_resources(
    result: Result, submission: Submission, checklist: Checklist, reliability: Reliability
) -> Iterator[Phrase]:
    below = [gap for gap in (*result.gaps, *result.answer_first) if gap.gap]
    plans = {gap.practice: submission.answers.get(gap.practice, NO_ANSWER).plan for gap in below}
    planned = {name: plan for name, plan in plans.items() if plan and plan.owner and plan.due}
    if planned:
        yield Phrase("report.decide.planned", {"list": _leading(_planned(planned.values()))})
    open_ones = [gap.practice for gap in below if gap.practice not in planned]
    if open_ones:
        owners = _leading(_usual_owners(open_ones, checklist))
        params = {"count": len(open_ones), "list": owners}
        yield Phrase("report.decide.priorities", params)
    legal = [gap.practice for gap in below if "legal" in gap.why]
    if legal:
        duties = _leading(_commitments(legal, plans, checklist))
        yield Phrase("report.decide.legal", {"count": len(legal), "list": duties})
    if reliability.with_level and not reliability.second_line:
        name = reliability.approved_by
        code = "report.decide.second_line_named" if name else "report.decide.second_line"
        yield Phrase(code, fitting(code, {"name": name}))


def _leading(functions: Iterable[tuple[CodedWord, int]]) -> WordList:
    """Return the first functions in words, and what the others add up to.

    Args:
        functions: each with its number of practices.
    """
    words, counts = zip(*functions, strict=True)
    rest = counts[_MOST:]
    more = CodedWord("report.decide.more", (("functions", len(rest)), ("count", sum(rest))))
    return listed([*words[:_MOST], *([more] if rest else [])])


def _planned(plans: Iterable[Plan]) -> Iterator[tuple[CodedWord, int]]:
    """Yield the functions that plans name, with the last day of theirs, the earliest first.

    Each stands with its number of practices.
    """
    dates: dict[str, list[date]] = {}
    for plan in plans:
        if plan.owner and plan.due:
            dates.setdefault(plan.owner, []).append(plan.due)
    for owner, due in sorted(dates.items(), key=lambda entry: (max(entry[1]), entry[0])):
        params = (("owner", owner), ("count", len(due)), ("date", day_word(max(due))))
        yield CodedWord("report.decide.planned_one", params), len(due)


def _commitments(
    practices: Sequence[str], plans: Mapping[str, Plan | None], checklist: Checklist
) -> Iterator[tuple[CodedWord, int]]:
    """Yield who is to do practices by when, as far as plans say so; what has no day comes first.

    Each stands with its number of practices. Where no plan names an owner, the functions that
    usually answer stand there, and as that.
    """
    groups: dict[tuple[bool, str], list[str]] = {}
    for name in practices:
        plan = plans[name]
        owner, due = (plan.owner, plan.due) if plan else (None, None)
        groups.setdefault((due is not None, owner or ""), []).append(name)
    for (is_dated, owner), names in sorted(groups.items()):
        due_days = [plan.due for name in names if (plan := plans[name]) and plan.due]
        usual = dict.fromkeys(checklist.placed[name].practice.owner for name in names)
        facts = {
            "owner": owner or listed(map(_function, usual)),
            "count": len(names),
            "due": CodedWord("report.decide.by", (("date", day_word(max(due_days))),))
            if is_dated
            else CodedWord("report.decide.undated"),
        }
        code = "report.decide.duty" if owner else "report.decide.duty_unassigned"
        yield CodedWord(code, tuple(facts.items())), len(names)


def _function(owner: Owner) -> CodedWord:
    return CodedWord("report.decide.nobody" if owner == NO_OWNER else f"owner.{owner}")


def _usual_owners(
    practices: Sequence[str], checklist: Checklist
) -> Iterator[tuple[CodedWord, int]]:
    """Yield the functions that usually answer practices, with how many, the most first."""
    counts = Counter(checklist.placed[name].practice.owner for name in practices)
    for owner, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        params = (("owner", _function(owner)), ("count", count))
        yield CodedWord("report.decide.usual", params), count


def _on_treatments(result: Result, submission: Submission) -> Iterator[Phrase]:
    parts = tuple(_treatment_parts(result, submission))
    if parts:
        yield Phrase("report.decide.treatments", {"list": listed(parts)})
    left_out = sum(finding.code == "legal_left_out" for finding in result.findings)
    if left_out:
        yield Phrase("report.decide.legal_left_out", {"count": left_out})


def _treatment_parts(result: Result, submission: Submission) -> Iterator[CodedWord]:
    """Yield treatments by what is to be decided; each is counted once, where it comes first."""
    dates = {
        practice: answer.treatment.review_by
        for practice, answer in submission.answers.items()
        if answer.treatment is not None
    }
    ids_by_code: dict[str, set[str | None]] = {
        code: {finding.practice for finding in result.findings if finding.code == code}
        for code in _TREATMENT_FINDINGS
    }
    ids_by_code["treatment_in_force"] = {
        practice.id
        for domain in result.domains
        for practice in domain.practices
        if practice.treated
    }
    for code, ids in ids_by_code.items():
        due = [dates.pop(practice) for practice in tuple(dates) if practice in ids]
        if due:
            params = (("count", len(due)), ("date", day_word(min(due))))
            yield CodedWord(f"report.decide.{code}", params)
