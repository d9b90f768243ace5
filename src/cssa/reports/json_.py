"""The report as JSON: the result as it is, and the report's own parts in words."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from cssa.engine.aggregate import rounded
from cssa.errors import Problem, UsageError
from cssa.messages import Lang, message
from cssa.reports.phrases import put
from cssa.reports.practice_view import PracticeView, SectionView
from cssa.reports.report_view import DomainView, GapView, ReportView, TreatmentView


def render(view: ReportView, lang: Lang, template: Path | None = None) -> str:
    """Return the document.

    Args:
        view: what it says.
        lang: language of its words.
        template: must be None.

    Raises:
        UsageError: with a template, which only makes HTML and Markdown.
    """
    if template is not None:
        raise UsageError([Problem("report.template_json")])
    return encoded(document(view, lang)).decode()


def encoded(document: Mapping[str, Any]) -> bytes:
    """Return a document with a report's parts as it stands in a file."""
    return to_json(document, indent=1) + b"\n"


def document(view: ReportView, lang: Lang) -> dict[str, Any]:
    """Return the document's plain values, words in a language."""
    return _ReportJson(lang).document(view)


class _ReportJson:
    """Turns a view into plain values, its words in one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def document(self, view: ReportView) -> dict[str, Any]:
        lang = self._lang
        given = view.submission.model_dump(
            mode="json", include={"answers"}, exclude_defaults=True
        ).get("answers", {})
        return {
            "schema": "cssa.report/1",
            "lang": lang,
            "title": message(lang, view.title),
            "handling": message(lang, "report.handling"),
            "figure": message(lang, "report.figure"),
            "lead": put(view.lead, lang),
            "domains": [self._domain(domain) for domain in view.domains],
            "below_target": {
                **view.result.overall.below_target.model_dump(),
                "previous": self._previous(view),
            },
            "priorities": [self._gap(gap, full=True) for gap in view.priorities],
            "treatments": [self._treatment(one) for one in view.treatments],
            "trust": self._trust(view),
            "decisions": [put(one, lang) for one in view.decisions],
            "gaps": [self._gap(gap, full=False) for gap in view.gaps],
            "at_target": [{"id": one.id, "title": put(one.title, lang)} for one in view.at_target],
            "desirable": {
                "adopted": [self._named(line) for line in view.adopted],
                "left_out": [
                    {**self._named(line), "reason": line.result.reason} for line in view.left_out
                ],
            },
            "findings": [
                {"practice": one.practice, "text": put(one.text, lang)} for one in view.findings
            ],
            "answers": [
                self._block(block, given) for domain in view.domains for block in domain.blocks
            ],
            "disclaimers": [put(one, lang) for one in view.disclaimers],
            "result": view.result.model_dump(mode="json", by_alias=True),
        }

    def _named(self, line: PracticeView) -> dict[str, Any]:
        title = put(line.practice.title, self._lang)
        return {"practice": line.practice.id, "title": title, "level": line.result.level}

    def _domain(self, domain: DomainView) -> dict[str, Any]:
        return {
            "id": domain.id,
            "title": put(domain.title, self._lang),
            "score": rounded(domain.score),
            "target": rounded(domain.target),
            "level": domain.level,
            "band": None if domain.band is None else put(domain.band, self._lang),
            "below_target": {**domain.below.model_dump(), "previous": domain.previous},
            "held_by": _ids(domain.holders),
            "next_level": domain.next_level,
        }

    def _previous(self, view: ReportView) -> dict[str, Any] | None:
        before = view.previous
        if before is None:
            return None
        return {
            "as_of": before.as_of.isoformat(),
            **before.below.model_dump(),
            "differs": list(before.differs),
        }

    def _gap(self, gap: GapView, *, full: bool) -> dict[str, Any]:
        practice, lang = gap.line.practice, self._lang
        made = {
            "rank": gap.rank,
            **self._named(gap.line),
            "target": gap.line.result.target,
            "why": [message(lang, f"why.{code}") for code in gap.why],
            "next_step": practice.improve and put(practice.improve, lang),
            "owner": message(lang, f"owner.{practice.owner}"),
            "effort": message(lang, f"report.effort.{practice.effort}"),
        }
        if full:
            made["business"] = practice.guidance and put(practice.guidance, lang)
        return made

    def _treatment(self, one: TreatmentView) -> dict[str, Any]:
        return {
            **self._named(one.line),
            "kind": message(self._lang, f"report.treatment.{one.kind}"),
            "measure": one.measure,
            "approved_by": one.approved_by,
            "approved_on": one.approved_on.isoformat(),
            "review_by": one.review_by.isoformat(),
            "state": one.state,
        }

    def _trust(self, view: ReportView) -> dict[str, Any]:
        trust = view.trust
        return {
            "coverage": trust.coverage.model_dump(),
            "answered_with_level": trust.levels,
            "with_evidence": trust.evidence,
            "second_line_reviewed": trust.second_line,
            "internal_audit_reviewed": trust.third_line,
            "reviews_that_differ": trust.differing,
            "unconfirmed": trust.unconfirmed,
            "respondent": trust.respondent,
            "second_line": trust.approved_by,
            "reported_to_board": trust.reported_on and trust.reported_on.isoformat(),
        }

    def _block(self, block: SectionView, given: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "id": block.id,
            "title": put(block.title, self._lang),
            "practices": [
                {
                    **self._named(line),
                    "status": message(self._lang, f"status.{line.result.status}"),
                    "answer": given.get(line.practice.id, {}),
                }
                for line in block.lines
            ],
        }


def _ids(lines: Iterable[PracticeView]) -> list[str]:
    return [line.practice.id for line in lines]
