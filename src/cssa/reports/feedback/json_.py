"""The feedback report as JSON: the report's document with the comparison under ``peers``."""

import json
from collections.abc import Mapping
from typing import Any

from cssa.engine.aggregate import rounded
from cssa.messages import Lang, message
from cssa.peers.comparison.institution import AnswerComparison, Comparison, ScoreComparison
from cssa.peers.comparison.practice import PracticeComparison
from cssa.peers.peers_file import Group
from cssa.reports import json_
from cssa.reports.feedback.feedback_view import FeedbackView, ScoreBesidePeers
from cssa.reports.phrases import in_language
from cssa.reports.report_view import ReportView

_QUANTILES = ("p10", "q1", "median", "q3", "p90")


def encode(view: FeedbackView, lang: Lang) -> bytes:
    """Return the document as the bytes of its file.

    Args:
        view: what it shows.
        lang: language of its words.
    """
    return _encode(view.report, lang, peers=_peers(view, lang))


def encode_interim(report: ReportView, lang: Lang) -> bytes:
    """Return the document before figures are published, as the bytes of its file.

    Args:
        report: a view of ``build_interim_view``.
        lang: language of its words.
    """
    return _encode(report, lang, peers=None)


def addressee(data: bytes) -> str | None:
    """Return the id of the institution that a document is for, None where it states none.

    Args:
        data: the content of a file.
    """
    try:
        return str(json.loads(data)["result"]["institution"]["id"])
    except (ValueError, RecursionError, KeyError, TypeError):
        return None


def _encode(report: ReportView, lang: Lang, *, peers: Mapping[str, Any] | None) -> bytes:
    document = {
        **json_.build_document(report, lang),
        "schema": "cssa.feedback/1",
        "mark": _mark(report, lang),
        "peers": peers,
    }
    return json_.encode(document)


def _mark(report: ReportView, lang: Lang) -> dict[str, Any] | None:
    """Return how a document stands to its campaign's publication, as plain values."""
    mark = report.mark
    if mark is None:
        return None
    return {
        "code": mark.code,
        "edition": mark.edition,
        "label": in_language(mark.label, lang),
        "note": in_language(mark.note, lang),
    }


def _peers(view: FeedbackView, lang: Lang) -> dict[str, Any]:
    comparison = view.comparison
    return {
        "campaign": comparison.peers.campaign,
        "other_campaign": comparison.is_other_campaign,
        "min_group": comparison.peers.min_group,
        "coverage_floor": comparison.peers.coverage_floor,
        "compared_with": in_language(view.compared_with, lang),
        "group": None if view.group is None else _group(view.group, lang),
        "groups": [
            {
                "id": group.id,
                "title": in_language(group.title, lang),
                "published": group.group is not None,
            }
            for group in comparison.groups
        ],
        "notes": [in_language(note, lang) for note in view.notes],
        "overall": _score(view.overall),
        "domains": [{"id": domain.id, **_score(domain)} for domain in view.domains],
        "below_in_place": _below_in_place(comparison),
        "practices": [_practice(practice) for practice in comparison.practices],
        "answers": [_answers(answers) for answers in comparison.answers],
        "trailing": [compared.practice.id for compared in view.trailing],
        "widespread": [compared.practice.id for compared in view.widespread],
        "withheld": [in_language(sentence, lang) for sentence in view.withheld],
        "reason": message(lang, "feedback.withheld.reason"),
        "caveats": [message(lang, f"feedback.{name}.note") for name in ("percentile", "standard")],
    }


def _group(group: Group, lang: Lang) -> dict[str, Any]:
    return {"id": group.id, "title": in_language(group.title, lang), "n": group.n}


def _score(compared: ScoreBesidePeers) -> dict[str, Any]:
    own = {"own": rounded(compared.score, 1), "target": rounded(compared.target, 1)}
    return {**own, **(_peer_score(compared.peers) if compared.peers else {"group": None})}


def _peer_score(peers: ScoreComparison) -> dict[str, Any]:
    cell, percentile = peers.cell, peers.percentile
    quantiles = {name: getattr(cell, name) for name in _QUANTILES}
    return {
        "group": peers.group.id,
        "n": cell.n,
        "mean": cell.mean,
        **{name: value for name, value in quantiles.items() if value is not None},
        "median_less_own": peers.difference,
        "percentile": percentile and {"low": percentile.low, "high": percentile.high},
        "standard_score": peers.standard_score,
    }


def _below_in_place(comparison: Comparison) -> dict[str, Any] | None:
    below = comparison.below_in_place
    if below is None:
        return None
    return {
        "group": below.group.id,
        "own": below.own,
        **below.cell.model_dump(exclude_none=True),
        "median_less_own": below.difference,
    }


def _practice(compared: PracticeComparison) -> dict[str, Any]:
    cell = compared.cell
    return {
        "practice": compared.practice,
        "group": compared.group.id,
        "own": compared.own,
        "n": cell.n,
        "shares": cell.shares,
        **({"blurred": cell.blurred} if cell.blurred is not None else {}),
        "median_level": compared.distribution.median,
        "at_higher_level": compared.share_above_own,
    }


def _answers(compared: AnswerComparison) -> dict[str, Any]:
    return {
        "practice": compared.practice,
        "group": compared.group.id,
        **compared.cell.model_dump(exclude_none=True),
    }
