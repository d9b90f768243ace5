"""The feedback report as JSON: the report's document with the comparison under ``peers``."""

from typing import Any

from cssa.engine.aggregate import rounded
from cssa.messages import Lang, message
from cssa.peers.comparison.institution import Comparison, ScoreComparison
from cssa.peers.comparison.practice import PracticeComparison
from cssa.peers.peers_file import Group
from cssa.reports import json_
from cssa.reports.feedback.feedback_view import FeedbackView, PracticeBesidePeers, ScoreBesidePeers
from cssa.reports.phrases import put
from cssa.reports.report_view import ReportView

_QUANTILES = ("p10", "q1", "median", "q3", "p90")


def render(view: FeedbackView, lang: Lang) -> str:
    """Return the document."""
    return encoded(view, lang).decode()


def encoded(view: FeedbackView, lang: Lang) -> bytes:
    """Return the document as it stands in a file, for callers that write very many."""
    whole = {
        **json_.document(view.report, lang),
        "schema": "cssa.feedback/1",
        "mark": marked(view.report, lang),
        "peers": _peers(view, lang),
    }
    return json_.encoded(whole)


def marked(report: ReportView, lang: Lang) -> dict[str, Any] | None:
    """Return how a document stands to its campaign's publication, as plain values."""
    mark = report.mark
    if mark is None:
        return None
    return {
        "code": mark.code,
        "edition": mark.edition,
        "label": put(mark.label, lang),
        "note": put(mark.note, lang),
    }


def _peers(view: FeedbackView, lang: Lang) -> dict[str, Any]:
    comparison = view.comparison
    return {
        "campaign": comparison.peers.campaign,
        "other_campaign": comparison.is_other_campaign,
        "other_targets": comparison.is_other_targets,
        "min_group": comparison.peers.min_group,
        "coverage_floor": comparison.peers.coverage_floor,
        "compared_with": put(view.named, lang),
        "group": None if view.group is None else _group(view.group, lang),
        "groups": [
            {"id": rung.id, "title": put(rung.title, lang), "told": rung.group is not None}
            for rung in comparison.groups
        ],
        "notes": [put(one, lang) for one in view.notes],
        "overall": _score(view.overall),
        "domains": [{"id": one.id, **_score(one)} for one in view.domains],
        "below_target": _below(comparison),
        "practices": [_practice(one) for one in comparison.practices],
        "trailing": [_ids(one) for one in view.trailing],
        "widespread": [_ids(one) for one in view.widespread],
        "withheld": [put(one, lang) for one in view.withheld],
        "reason": message(lang, "feedback.withheld.reason"),
        "caveats": [message(lang, f"feedback.{name}.note") for name in ("percentile", "standard")],
    }


def _group(group: Group, lang: Lang) -> dict[str, Any]:
    return {"id": group.id, "title": put(group.title, lang), "n": group.n}


def _score(one: ScoreBesidePeers) -> dict[str, Any]:
    own = {"own": rounded(one.score, 1), "target": rounded(one.target, 1)}
    return {**own, **(_told(one.peers) if one.peers else {"group": None})}


def _told(peers: ScoreComparison) -> dict[str, Any]:
    cell, place = peers.cell, peers.percentile
    quantiles = {name: getattr(cell, name) for name in _QUANTILES}
    return {
        "group": peers.group.id,
        "n": cell.n,
        "mean": cell.mean,
        **{name: value for name, value in quantiles.items() if value is not None},
        "median_less_own": peers.difference,
        "percentile": place and {"low": place.low, "high": place.high},
        "standard_score": peers.standard_score,
    }


def _below(comparison: Comparison) -> dict[str, Any] | None:
    below = comparison.below_target
    if below is None:
        return None
    told = below.cell.model_dump(exclude_none=True)
    return {
        "group": below.group.id, "own": below.own, **told, "median_less_own": below.difference,
    }  # fmt: skip


def _practice(one: PracticeComparison) -> dict[str, Any]:
    cell = one.cell
    return {
        "practice": one.practice,
        "group": one.group.id,
        "own": one.own,
        "n": cell.n,
        "shares": cell.shares,
        **({"blurred": cell.blurred} if cell.blurred is not None else {}),
        "median_level": one.distribution.median,
        "at_higher_level": one.share_above_own,
    }


def _ids(one: PracticeBesidePeers) -> str:
    return one.line.practice.id
