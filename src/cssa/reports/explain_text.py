"""Explanations of figures as pages for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from cssa.answers.asked_if import condition_words
from cssa.answers.placeholders import is_placeholder
from cssa.answers.plan_words import plan_words
from cssa.answers.source_words import source_words
from cssa.answers.submission import Answer
from cssa.answers.value_words import value_text
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.engine.explanation import Explanation, PracticeExplanation, Summand
from cssa.engine.result import Finding, PracticeResult, Result
from cssa.engine.reviews import ReviewSummary
from cssa.engine.scoring import Criteria
from cssa.location import InputLocation
from cssa.messages import Lang, fitting, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports import phrases
from cssa.reports.page import Cell, Column, Page, Paragraph, Style, Table, band_style, level_bars
from cssa.reports.review_text import difference_lines, review_lines
from cssa.scheme.level_wording import LevelWording


@dataclass(frozen=True, slots=True)
class ExplanationLayout:
    """Words the lines of an explanation.

    Attributes:
        criteria: for bands and for the titles of threats and profile questions.
    """

    checklist: Checklist
    scales: LevelWording
    criteria: Criteria
    lang: Lang

    def line(
        self, code: str, indent: str = "", style: Style | None = None, /, **params: object
    ) -> Paragraph:
        """Return a message as a paragraph.

        Args:
            code: of the message.
            indent: what its first line begins with.
            style: what it stands for.
            params: values for its placeholders.
        """
        text = message(self.lang, code, params)
        return Paragraph(text, style, indent=indent, hang=f"{indent}  ")

    def threat_titles(self, practice: Practice) -> str:
        """Return the titles of a practice's threats."""
        titles = [self.criteria.threats.title(threat).get(self.lang) for threat in practice.threats]
        return TYPOGRAPHY[self.lang].join(titles)

    def reason(self, result: PracticeResult) -> str:
        """Return why a practice is left out: the reason given, or what brings it into scope."""
        practice = self.checklist.placed[result.id].practice
        if result.status == "out_of_scope":
            reason = phrases.scope_reason(practice, result, self.criteria.profile)
            return phrases.in_language(reason, self.lang)
        return result.reason or ""

    def shown_id(self, item_id: str) -> str:
        """Return the number of a domain, section or practice as readers know it."""
        placed = self.checklist.placed.get(item_id)
        return item_id if placed is None else placed.practice.shown_id

    def title(self, item_id: str) -> str:
        """Return the title of a domain, section or practice by its number."""
        if item_id in self.checklist.placed:
            return phrases.practice_title(self.checklist, item_id, self.lang)
        titles = {domain.id: domain.title for domain in self.checklist.domains}
        titles |= {
            section.id: section.title
            for domain in self.checklist.domains
            for section in domain.sections
        }
        return titles[item_id].get(self.lang)


def page(explanation: Explanation, layout: ExplanationLayout, result: Result) -> Page:
    """Return the explanation of the overall score, a domain's or a section's.

    Args:
        explanation: what to show.
        layout: how to word it.
        result: of the whole checklist.
    """
    if not layout.checklist.scored:
        return tuple(_answered(explanation, layout)), tuple(_left_out(explanation, layout))
    return (
        tuple(_score(explanation, layout)),
        tuple(_left_out(explanation, layout)),
        tuple(_level(explanation, layout)),
        tuple(_below(explanation, layout)) if result.has_targets else (),
        tuple(_reviews(explanation.id, result.reviews, layout)),
    )


def _reviews(
    scope: str | None, reviews: ReviewSummary, layout: ExplanationLayout
) -> Iterator[Paragraph]:
    """Yield where second line or audit see another level within a domain, section or the whole."""
    if scope is None:
        yield from review_lines(reviews, layout.checklist, layout.lang)
        return
    checklist = layout.checklist
    within = checklist.practice_ids_by_section.get(scope) or [
        name for name, placed in checklist.placed.items() if placed.domain.id == scope
    ]
    found = tuple(item for item in reviews.differences if item.practice in within)
    if found:
        yield layout.line("report.h.reviews", "", "heading")
        yield from difference_lines(found, checklist, layout.lang)


def _heading(explanation: Explanation, layout: ExplanationLayout, overall: str) -> Paragraph:
    if explanation.id is None:
        return layout.line(overall, "", "heading")
    kind = "domain" if _is_domain(explanation.id, layout.checklist) else "section"
    title = layout.title(explanation.id)
    return layout.line(f"explain.{kind}", "", "heading", id=explanation.id, title=title)


def _answered(explanation: Explanation, layout: ExplanationLayout) -> Iterator[Paragraph]:
    """Yield how far a checklist that is not scored is answered."""
    coverage = explanation.figure.coverage
    yield _heading(explanation, layout, "explain.answers")
    yield layout.line(
        "score.coverage",
        ratio=phrases.format_share(coverage.ratio),
        answered=coverage.answered,
        not_applicable=coverage.not_applicable,
        not_adopted=coverage.not_adopted,
        unanswered=coverage.unanswered,
        out_of_scope=coverage.out_of_scope,
    )
    still_open = [part for part in explanation.unscored if part.status == "unanswered"]
    if still_open:
        yield layout.line("explain.open", "", "open", count=len(still_open))
    for part in still_open:
        names = {"id": layout.shown_id(part.id), "title": layout.title(part.id)}
        yield layout.line("explain.open_item", "  ", **names)


def _score(explanation: Explanation, layout: ExplanationLayout) -> Iterator[Paragraph | Table]:
    figure, lang = explanation.figure, layout.lang
    yield _heading(explanation, layout, "explain.overall")
    yield layout.line(
        "explain.score", score=phrases.format_score(figure.score, lang), exact=figure.exact or "-"
    )
    if explanation.summands:
        yield _summands(explanation.summands, layout)
        yield layout.line(
            "explain.sum", exact=figure.exact, score=phrases.format_score(figure.score, lang)
        )
    if explanation.id is not None:
        counts = {"count": len(explanation.summands), "unanswered": explanation.unanswered}
        code = "explain.counted" if explanation.unanswered else "explain.counted_all"
        yield layout.line(code, **fitting(code, counts))
    if explanation.unscored:
        yield layout.line("explain.apart", count=len(explanation.unscored))


def _summands(summands: Sequence[Summand], layout: ExplanationLayout) -> Table:
    scheme, lang = layout.criteria.scheme, layout.lang
    columns = (
        Column(message(lang, "explain.column.id")),
        Column(message(lang, "explain.column.title"), breaks="anywhere"),
        Column(message(lang, "explain.column.value"), "right"),
        Column(message(lang, "explain.column.weight"), "right"),
        Column(message(lang, "explain.column.contribution"), "right"),
    )
    has_bands = layout.checklist.scale is None
    styles = [
        band_style(scheme, scheme.band(part.value).id) if has_bands else None for part in summands
    ]
    rows = [
        (
            layout.shown_id(part.id),
            layout.title(part.id),
            Cell(str(part.value), style),
            str(part.weight),
            str(part.contribution),
        )
        for part, style in zip(summands, styles, strict=True)
    ]
    scale = layout.checklist.level_scale
    bars = level_bars(3, [part.value for part in summands], styles, scale)
    return Table(columns, rows, bars)


def _is_domain(item_id: str, checklist: Checklist) -> bool:
    return any(domain.id == item_id for domain in checklist.domains)


def _left_out(explanation: Explanation, layout: ExplanationLayout) -> Iterator[Paragraph]:
    if explanation.left_out:
        yield layout.line("explain.left_out", "", "heading", count=len(explanation.left_out))
        for practice in explanation.left_out:
            yield layout.line(
                "explain.left_out_item",
                "  ",
                id=layout.shown_id(practice.id),
                title=layout.title(practice.id),
                status=message(layout.lang, f"status.{practice.status_wording}"),
                reason=layout.reason(practice),
            )


def _level(explanation: Explanation, layout: ExplanationLayout) -> Iterator[Paragraph]:
    figure = explanation.figure
    level = phrases.lowest_level(figure.level, figure.level_reason)
    yield layout.line("explain.level", level=phrases.in_language(level, layout.lang))
    if explanation.level_open:
        yield layout.line("explain.level_open", "", "open", count=len(explanation.level_open))
        yield from _listed(explanation.level_open, layout)
    elif explanation.next_level is not None:
        counts = {"next": explanation.next_level, "count": len(explanation.lowest)}
        code = "explain.raise_one" if len(explanation.lowest) == 1 else "explain.raise"
        yield layout.line(code, **fitting(code, counts))
        yield from _listed(explanation.lowest, layout)
    elif figure.level is not None:
        yield layout.line("explain.top", level=figure.level)


def _below(explanation: Explanation, layout: ExplanationLayout) -> Iterator[Paragraph]:
    below = explanation.figure.below_target
    code = "explain.below_accepted" if below.accepted else "explain.below"
    yield layout.line(code, "", "open" if below.count else "done", **fitting(code, asdict(below)))
    yield from _listed(explanation.below, layout)
    if explanation.replaced:
        yield layout.line("explain.replaced", count=len(explanation.replaced))
        yield from _listed(explanation.replaced, layout)


def _listed(practices: Sequence[PracticeResult], layout: ExplanationLayout) -> Iterator[Paragraph]:
    for practice in practices:
        code = "unanswered_item" if practice.level is None else "below_item"
        if practice.is_accepted_gap:
            code = "accepted_unanswered_item" if practice.level is None else "accepted_item"
        code = f"explain.{code}"
        facts = {
            "id": layout.shown_id(practice.id),
            "title": layout.title(practice.id),
            "level": phrases.format_level(practice.level),
            "target": phrases.format_level(practice.target),
        }
        yield layout.line(code, "  ", **fitting(code, facts))


def practice_page(
    explanation: PracticeExplanation,
    layout: ExplanationLayout,
    *,
    answer: Answer,
    location: InputLocation | None,
    findings: Sequence[Finding],
) -> Page:
    """Return the explanation of one practice.

    Args:
        explanation: how it enters the figures.
        layout: how to word it.
        answer: as given.
        location: of the answer in its file; None without one.
        findings: of the whole result; those on this practice are shown.
    """
    practice = explanation.placed.practice
    return (
        tuple(_status(explanation, layout, answer)),
        tuple(_contribution(explanation, layout)),
        tuple(_definition(explanation, layout)),
        (
            *_findings(practice.id, findings, layout),
            *_on_placeholder(practice.id, answer, layout),
            *([] if location is None else [layout.line("explain.where", location=location)]),
        ),
    )


def _findings(
    practice_id: str, findings: Sequence[Finding], layout: ExplanationLayout
) -> Iterator[Paragraph]:
    for finding in findings:
        if finding.practice == practice_id:
            phrase = phrases.finding_phrase(finding, layout.checklist, layout.criteria.profile)
            text = phrases.in_language(phrase, layout.lang)
            yield layout.line("explain.finding", "", "open", text=text)


def _on_placeholder(
    practice_id: str, answer: Answer, layout: ExplanationLayout
) -> Iterator[Paragraph]:
    """Yield the finding on a reason that says nothing, which the result has once for all."""
    if answer.reason is not None and is_placeholder(answer.reason):
        params = {"count": 1, "practices": layout.shown_id(practice_id)}
        text = message(layout.lang, "finding.placeholder_reasons", params)
        yield layout.line("explain.finding", "", "open", text=text)


def _status(
    explanation: PracticeExplanation, layout: ExplanationLayout, answer: Answer
) -> Iterator[Paragraph]:
    practice, result, lang = explanation.placed.practice, explanation.result, layout.lang
    yield layout.line(
        "explain.practice", "", "heading", id=practice.shown_id, title=practice.title.get(lang)
    )
    yield layout.line("explain.tier", tier=phrases.tier_name(layout.checklist, practice.tier, lang))
    yield layout.line("explain.status", status=message(lang, f"status.{result.status_wording}"))
    if result.status == "out_of_scope":
        yield Paragraph(layout.reason(result), hang="  ")
    elif result.reason:
        yield layout.line("explain.reason", reason=result.reason)
    given = value_text(practice, answer, lang)
    if result.level is not None:
        meaning = given or _level_meaning(explanation, layout, result.level)
        yield layout.line("explain.answer", level=result.level, words=meaning)
    elif given:
        yield layout.line("explain.given", answer=given)
    yield from _answer(practice, answer, layout)


def _origin(answer: Answer, layout: ExplanationLayout) -> Iterator[Paragraph]:
    """Yield who does the work, who answered, and where the answer was taken from."""
    if answer.performed_by:
        performer = message(layout.lang, f"performer.{answer.performed_by}")
        yield layout.line("explain.performed_by", text=performer)
    if answer.by:
        yield layout.line("explain.by", text=answer.by)
    if answer.source:
        yield layout.line("explain.source", text=source_words(answer.source))


def _answer(practice: Practice, answer: Answer, layout: ExplanationLayout) -> Iterator[Paragraph]:
    """Yield what the answer has beside the level."""
    if answer.note:
        yield layout.line("explain.note", text=answer.note)
    for evidence in answer.evidence:
        day = f" ({evidence.date})" if evidence.date else ""
        yield layout.line("explain.evidence", text=f"{evidence.ref}{day}")
    if answer.points:
        points = practice.points
        yield layout.line("explain.points", count=len(answer.points), of=len(points))
        for point in points:
            if point.id in answer.points:
                yield Paragraph(point.get(layout.lang), indent="  - ", hang="    ")
    if answer.done:
        yield layout.line("explain.done", **answer.done.model_dump())
    if answer.last_done:
        yield layout.line("explain.last_done", date=answer.last_done)
    yield from _decisions(answer, layout)
    yield from _origin(answer, layout)


def _decisions(answer: Answer, layout: ExplanationLayout) -> Iterator[Paragraph]:
    """Yield what was decided on it, and how others see it."""
    if answer.treatment:
        code = f"explain.treatment.{answer.treatment.kind}"
        yield layout.line(code, **answer.treatment.model_dump(exclude={"kind"}))
    if answer.plan:
        yield layout.line("explain.plan", plan=plan_words(answer.plan))
    for review in answer.review:
        facts = review.model_dump(exclude={"seen"})
        yield layout.line("explain.review", **{**facts, "note": review.note or ""})


def _contribution(
    explanation: PracticeExplanation, layout: ExplanationLayout
) -> Iterator[Paragraph]:
    result, lang = explanation.result, layout.lang
    if result.status not in ("answered", "unanswered") or not layout.checklist.scored:
        return
    if result.target is None:
        yield layout.line("explain.no_target")
    else:
        gap = phrases.format_level(result.gap)
        style: Style | None = "open" if result.gap else None
        yield layout.line("explain.target", "", style, target=result.target, gap=gap)
    if result.contribution is None:
        yield layout.line("explain.not_scored")
    else:
        yield layout.line("explain.weight", weight=result.weight, contribution=result.contribution)
    if result.is_accepted_gap:
        yield layout.line("explain.accepted_gap")
    if explanation.is_replaced:
        yield layout.line("explain.replaced_gap")
    if explanation.rank is not None:
        code = "explain.rank" if result.level is not None else "explain.answer_first"
        scale = layout.checklist.level_scale
        why = TYPOGRAPHY[lang].join(
            phrases.in_language(phrases.why(reason, scale), lang) for reason in explanation.rank.why
        )
        yield layout.line(code, rank=explanation.rank.rank, of=explanation.ranked, why=why)
    if explanation.holds_level:
        yield layout.line("explain.holds", "", "open")
    if result.leaves_level_open:
        yield layout.line("explain.leaves_level_open", "", "open")
    if explanation.next_level is not None and explanation.next_domain_score is not None:
        yield layout.line(
            "explain.next_level",
            next=explanation.next_level,
            domain=phrases.format_exact_score(explanation.next_domain_score, lang),
            overall=phrases.format_exact_score(explanation.next_overall_score, lang),
            words=_level_meaning(explanation, layout, explanation.next_level),
        )


def _definition(explanation: PracticeExplanation, layout: ExplanationLayout) -> Iterator[Paragraph]:
    placed, lang = explanation.placed, layout.lang
    practice = placed.practice
    if practice.question_beside_title:
        yield layout.line("explain.question", text=practice.question_beside_title.get(lang))
    for conditions in placed.conditions:
        yield layout.line("explain.conditions", text=conditions.get(lang))
    asked_if = condition_words(practice, layout.checklist)
    if asked_if:
        yield layout.line("explain.conditions", text=asked_if)
    for name in ("guidance", "why", "pitfalls", "improve"):
        advice = getattr(practice, name)
        if advice is not None:
            yield layout.line(f"explain.{name}", text=advice.get(lang))
        if name == "why" and practice.impact:
            yield layout.line("explain.impact", impact=practice.impact)
        if name == "why" and practice.threats:
            yield layout.line("explain.threats", list=layout.threat_titles(practice))
        if name == "pitfalls":
            for source in phrases.source_lines(layout.checklist, practice):
                text = f"- {phrases.in_language(source, lang)}"
                yield Paragraph(text, indent="  ", hang="    ")


def _level_meaning(explanation: PracticeExplanation, layout: ExplanationLayout, level: int) -> str:
    practice = explanation.placed.practice
    words = practice.question_kind.words_of_level(practice, level)
    if words is not None:
        return words.worded(layout.lang, message)
    return layout.scales.words(practice.scale or "", level).get(layout.lang)
