"""The aggregate as plain values, its words in one language."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from cssa.datafile.types import AnyText
from cssa.library.case_words import source_line
from cssa.library.incident_trends import SourceTrends
from cssa.messages import Lang, message
from cssa.messages.wording import Word
from cssa.reports.aggregate.aggregate_view import AggregateDomain, AggregateSection, AggregateView
from cssa.reports.aggregate.answer_shares import PracticeShares, Share
from cssa.reports.aggregate.group_rows import GroupScores
from cssa.reports.aggregate.restricted import Restricted
from cssa.reports.answer_figures import AnswerFigure
from cssa.reports.phrases import Phrase, in_language


def build_document(view: AggregateView, lang: Lang) -> dict[str, Any]:
    """Return the aggregate as ``cssa.aggregate/1``.

    What is withheld is null, as are scores where there are none; a share of which only a bound is
    published names the bound.

    Args:
        view: what it shows.
        lang: language of its words.
    """
    parts = _AggregateJson(lang)
    document = {
        "schema": "cssa.aggregate/1",
        "lang": lang,
        "edition": "public" if view.restricted is None else "restricted",
        "title": parts.text(view.title),
        "name": message(lang, view.name),
        "figure": message(lang, "report.figure"),
        "campaign": view.peers.campaign,
        "checklist": view.peers.checklist.model_dump(),
        "scored": view.has_scores,
        "facts": {parts.text(fact.name): parts.text(fact.value) for fact in view.facts},
        "lead": parts.text(view.lead),
        "participation": view.participation.overall._asdict(),
        "overall": _cell(view.overall),
        "domains": [parts.domain(domain) for domain in view.domains],
        "below_in_place": _cell(view.below_in_place),
        "sections_with_smallest_means": [section.id for section in view.lowest],
        "sections_with_largest_means": [section.id for section in view.highest],
        "practices_with_smallest_shares_in_use": [shares.practice.id for shares in view.least],
        "answers": [parts.answers(figure) for figure in view.answers],
        "change": None if view.change is None else view.change.published.model_dump(mode="json"),
        "groups": [
            {"id": group.id, "title": parts.text(group.title), "n": group.n}
            for group in view.groups
        ],
        "by_industry_group": [
            parts.scores(scores, view.domains) for scores in view.by_industry_group
        ],
        "withheld": [parts.text(sentence) for sentence in view.withheld],
        "method": [parts.text(sentence) for sentence in view.method],
        "citation": parts.text(view.citation),
        "disclaimers": [parts.text(disclaimer) for disclaimer in view.disclaimers],
    }
    if view.restricted is not None:
        document["handling"] = parts.text(view.handling.mark)
        document["terms"] = {
            parts.text(term.label): parts.text(term.value) for term in view.handling.terms
        }
        document["restricted"] = parts.restricted(view.restricted, view.domains)
        document["trends"] = [parts.trends(described) for described in view.trends]
    return document


class _AggregateJson:
    """Turns parts of a view into plain values."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def text(self, text: AnyText | Phrase | Word | str) -> str:
        return in_language(text, self._lang)

    def domain(self, domain: AggregateDomain) -> dict[str, Any]:
        return {
            "id": domain.id,
            "title": self.text(domain.title),
            "score": _cell(domain.cell),
            "sections": [
                self._section(section) for section in domain.sections if section.id != domain.id
            ],
            "practices": [
                self._practice(shares)
                for section in domain.sections
                if section.id == domain.id
                for shares in section.practices
            ],
        }

    def _section(self, section: AggregateSection) -> dict[str, Any]:
        return {
            "id": section.id,
            "title": self.text(section.title),
            "score": _cell(section.cell),
            "practices": [self._practice(shares) for shares in section.practices],
        }

    def _practice(self, shares: PracticeShares) -> dict[str, Any]:
        practice = shares.practice
        return {
            "id": practice.id,
            "tier": practice.tier,
            "title": self.text(practice.title),
            "answers": _cell(shares.cell),
            "in_use": _share(shares.in_use),
        }

    def answers(self, figure: AnswerFigure) -> dict[str, Any]:
        practice = figure.practice
        return {
            "id": practice.id,
            "kind": practice.kind,
            "title": self.text(practice.title),
            "answers": _cell(figure.cell),
        }

    def trends(self, described: SourceTrends) -> dict[str, Any]:
        return {
            "source": source_line(described.source, self._lang),
            "groups": [
                {
                    "title": self.text(group.title),
                    "sectors": list(group.sectors),
                    "trends": [
                        {"title": self.text(trend.title), "response": self.text(trend.response)}
                        for trend in group.trends
                    ],
                }
                for group in described.groups
            ],
            "shares": {self.text(title): per_cent for title, per_cent in described.shares},
        }

    def scores(self, scores: GroupScores, domains: Sequence[AggregateDomain]) -> dict[str, Any]:
        domain_ids = [domain.id for domain in domains]
        return {
            "id": scores.group.id,
            "title": self.text(scores.group.title),
            "n": scores.group.n,
            "overall": _cell(scores.overall),
            "domains": dict(zip(domain_ids, map(_cell, scores.domains), strict=True)),
            "below_in_place": _cell(scores.below_in_place),
        }

    def restricted(
        self, restricted: Restricted, domains: Sequence[AggregateDomain]
    ) -> dict[str, Any]:
        return {
            "participation": [
                {"id": sector.id, "title": self.text(sector.title), **sector.turnout._asdict()}
                for sector in restricted.turnout
            ],
            "groups": [self.scores(scores, domains) for scores in restricted.groups],
            "in_use_by_sector": {
                row.practice.id: {
                    group.id: _share(share)
                    for group, share in zip(restricted.columns, row.shares, strict=True)
                }
                for row in restricted.practices
            },
            "withheld": [
                {
                    "group": withheld.group,
                    "title": self.text(withheld.title),
                    "reason": message(self._lang, withheld.reason),
                    "figures": {figure.id: figure.n for figure in withheld.figures},
                }
                for withheld in restricted.withheld
            ],
        }


def _cell(cell: BaseModel | None) -> Mapping[str, Any] | None:
    return None if cell is None else cell.model_dump(exclude_none=True)


def _share(share: Share | None) -> dict[str, Any] | None:
    return None if share is None else {"per_cent": share.per_cent, "bound": share.bound}
