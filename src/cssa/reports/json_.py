"""The report as JSON: the result as it is, and the parts of the report in words."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pydantic_core import to_json

from cssa.checklist.level_scale import LevelScale
from cssa.datafile.typed_json import adapter
from cssa.engine.aggregate import rounded
from cssa.engine.result import Result
from cssa.library.case_words import case_reference, first_sentence
from cssa.library.related_cases import RelatedCase
from cssa.messages import Lang, message
from cssa.reports.domain_view import DomainView, SectionView
from cssa.reports.gap_view import GapView
from cssa.reports.phrases import in_language, why
from cssa.reports.practice_view import PracticeView
from cssa.reports.published_view import figure_text
from cssa.reports.report_view import ReportView, TreatmentView


def encode(document: Mapping[str, Any]) -> bytes:
    """Return a document as the bytes of its file."""
    return to_json(document, indent=1) + b"\n"


def build_document(view: ReportView, lang: Lang) -> dict[str, Any]:
    """Return a report as plain values.

    Args:
        view: what it shows.
        lang: language of its words.
    """
    return _ReportJson(lang).document(view)


class _ReportJson:
    """Turns a view into plain values, its words in one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def document(self, view: ReportView) -> dict[str, Any]:
        lang, scale = self._lang, view.result.scale
        answers = view.submission.model_dump(
            mode="json", include={"answers"}, exclude_defaults=True
        ).get("answers", {})
        return {
            "schema": "cssa.report/1",
            "lang": lang,
            "title": message(lang, view.title),
            "handling": in_language(view.handling.mark, lang),
            "terms": {
                in_language(term.label, lang): in_language(term.value, lang)
                for term in view.handling.terms
            },
            **({"use": [in_language(line, lang) for line in view.use]} if view.use else {}),
            **({"lists": _lists(view)} if view.submission.lists else {}),
            "figure": message(lang, "report.figure"),
            "lead": in_language(view.lead, lang),
            **({"direction": in_language(view.direction, lang)} if view.direction else {}),
            "domains": [self._domain(domain) for domain in view.domains],
            "below_target": {
                **asdict(view.result.overall.below_target),
                "previous": self._previous(view),
            },
            "priorities": [self._gap(gap, scale, full=True) for gap in view.priorities],
            "treatments": [self._treatment(treatment) for treatment in view.treatments],
            "trust": self._reliability(view),
            "decisions": [in_language(decision, lang) for decision in view.decisions],
            "gaps": [self._gap(gap, scale, full=False) for gap in view.gaps],
            "answer_first": [self._gap(gap, scale, full=False) for gap in view.answer_first],
            "at_target": [
                {"id": section.id, "title": in_language(section.title, lang)}
                for section in view.at_target
            ],
            "desirable": {
                "adopted": [self._practice(practice) for practice in view.adopted],
                "left_out": [
                    {**self._practice(practice), "reason": practice.result.reason}
                    for practice in view.not_adopted
                ],
            },
            "findings": [
                {"practice": finding.practice_id, "text": in_language(finding.text, lang)}
                for finding in view.findings
            ],
            **self._performers(view),
            **self._reviews(view),
            "answers": [
                self._section(section, answers)
                for domain in view.domains
                for section in domain.sections
            ],
            **self._published(view),
            "disclaimers": [in_language(disclaimer, lang) for disclaimer in view.disclaimers],
            "result": adapter(Result).dump_python(view.result, mode="json", by_alias=True),
        }

    def _practice(self, practice: PracticeView) -> dict[str, Any]:
        title = in_language(practice.title, self._lang)
        facts = {"practice": practice.id, "title": title, "level": practice.result.level}
        chosen = [in_language(word, self._lang) for word in practice.values]
        return facts | ({"chosen": chosen} if chosen else {})

    def _domain(self, domain: DomainView) -> dict[str, Any]:
        return {
            "id": domain.id,
            "title": in_language(domain.title, self._lang),
            "score": rounded(domain.score),
            "target": rounded(domain.target),
            "level": domain.level,
            "level_reason": domain.level_reason,
            "band": None if domain.band is None else in_language(domain.band, self._lang),
            "below_target": {
                **asdict(domain.below_target),
                "previous": domain.previous_below_target,
            },
            "held_by": [practice.id for practice in domain.lowest_practices],
            "next_level": domain.next_level,
        }

    def _previous(self, view: ReportView) -> dict[str, Any] | None:
        previous = view.previous
        if previous is None:
            return None
        return {
            "as_of": previous.as_of.isoformat(),
            **asdict(previous.below),
            "differs": list(previous.differs),
        }

    def _gap(self, gap: GapView, scale: LevelScale, *, full: bool) -> dict[str, Any]:
        practice, lang = gap.practice.definition, self._lang
        document = {
            "rank": gap.rank,
            **self._practice(gap.practice),
            "target": gap.practice.result.target,
            "why": [in_language(why(code, scale), lang) for code in gap.why],
            **self._plan(gap.practice),
            "next_step": gap.practice.next_step and in_language(gap.practice.next_step, lang),
            "owner": message(lang, f"owner.{practice.owner}"),
            "effort": message(lang, f"report.effort.{practice.effort}"),
        }
        if gap.cases:
            document["cases"] = [self._case(related) for related in gap.cases]
        if full:
            document["note"] = gap.practice.answer.note
            document["business"] = practice.why and in_language(practice.why, lang)
        return document

    def _plan(self, practice: PracticeView) -> dict[str, Any]:
        plan = practice.answer.plan
        return {} if plan is None else {"plan": plan.model_dump(mode="json", exclude_none=True)}

    def _performers(self, view: ReportView) -> dict[str, Any]:
        if not view.performers:
            return {}
        return {
            "performers": [
                {
                    "performed_by": row.performer,
                    "count": row.count,
                    "in_place": row.in_place,
                    "below_target": {"count": row.below, "of": row.basics},
                    "gaps": [gap.practice.id for gap in row.gaps],
                }
                for row in view.performers
            ]
        }

    def _reviews(self, view: ReportView) -> dict[str, Any]:
        if not view.result.reviews.has_any:
            return {}
        notes = [in_language(note, self._lang) for note in view.review_notes]
        return {
            "reviews": {
                "notes": notes,
                "differences": [
                    {
                        **self._practice(row.practice),
                        "second_line": row.second_line,
                        "audit": row.audit,
                        "by": row.difference.by,
                        "on": row.difference.on.isoformat(),
                        "note": row.difference.note,
                        "since": in_language(row.since, self._lang),
                    }
                    for row in view.reviews
                ],
            }
        }

    def _published(self, view: ReportView) -> dict[str, Any]:
        if not view.published:
            return {}
        lang = self._lang
        return {
            "published": [
                {
                    "survey": beside.survey.id,
                    "title": in_language(beside.survey.title, lang),
                    "facts": in_language(beside.facts, lang),
                    "first_hand": beside.survey.is_first_hand,
                    "questions": [
                        {
                            "practices": [practice.id for practice in question.practices],
                            "question": in_language(question.asked.question, lang),
                            "figures": [
                                {
                                    "option": in_language(figure.option, lang),
                                    "published": figure_text(figure, lang),
                                    "note": figure.note and in_language(figure.note, lang),
                                }
                                for figure in question.asked.figures
                            ],
                        }
                        for question in beside.questions
                    ],
                }
                for beside in view.published
            ]
        }

    def _case(self, related: RelatedCase) -> dict[str, Any]:
        placed, lang = related.placed, self._lang
        return {
            "id": placed.case.id,
            "title": placed.case.title.get(lang),
            "printed_in": case_reference(placed, lang),
            "happened": first_sentence(placed, lang),
            "standing": related.standing,
        }

    def _treatment(self, treatment: TreatmentView) -> dict[str, Any]:
        return {
            **self._practice(treatment.practice),
            "kind": message(self._lang, f"report.treatment.{treatment.kind}"),
            "measure": treatment.measure,
            "approved_by": treatment.approved_by,
            "approved_on": treatment.approved_on.isoformat(),
            "review_by": treatment.review_by.isoformat(),
            "state": treatment.state,
        }

    def _reliability(self, view: ReportView) -> dict[str, Any]:
        reliability = view.reliability
        change = (
            {"changed_after_approval": message(self._lang, "report.changed_after_approval")}
            if view.result.changed_after_approval
            else {}
        )
        return {
            **change,
            "coverage": asdict(reliability.coverage),
            "answered_with_level": reliability.with_level,
            "with_evidence": reliability.with_evidence,
            "second_line_reviewed": reliability.second_line,
            "internal_audit_reviewed": reliability.third_line,
            "reviews_that_differ": reliability.differing,
            "unconfirmed": reliability.unconfirmed,
            "respondent": reliability.respondent,
            "second_line": reliability.approved_by,
            "reported_to_board": reliability.reported_on and reliability.reported_on.isoformat(),
        }

    def _section(self, section: SectionView, answers: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "id": section.id,
            "title": in_language(section.title, self._lang),
            "practices": [
                {
                    **self._practice(practice),
                    "status": message(self._lang, f"status.{practice.result.status_wording}"),
                    "answer": answers.get(practice.id, {}),
                }
                for practice in section.practices
            ],
        }


def _lists(view: ReportView) -> dict[str, Any]:
    """Return the rows that the institution has named."""
    dumped = view.submission.model_dump(mode="json", include={"lists"})
    lists: dict[str, Any] = dumped["lists"]
    return lists
