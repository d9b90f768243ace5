"""The aggregate as plain values, its words in one language."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from cssa.datafile.types import Text
from cssa.messages import Lang, message
from cssa.reports.aggregate.aggregate_view import AggregateDomain, AggregateSection, AggregateView
from cssa.reports.aggregate.answer_shares import PracticeShares, Share
from cssa.reports.aggregate.restricted import Restricted
from cssa.reports.phrases import Phrase, put


def document(view: AggregateView, lang: Lang) -> dict[str, Any]:
    """Return the aggregate as ``cssa.aggregate/1``.

    What is withheld is null; a share that is only bounded says by what.
    """
    words = _AggregateJson(lang)
    made = {
        "schema": "cssa.aggregate/1",
        "lang": lang,
        "edition": "public" if view.restricted is None else "restricted",
        "title": words.of(view.title),
        "name": message(lang, view.name),
        "figure": message(lang, "report.figure"),
        "campaign": view.peers.campaign,
        "checklist": view.peers.checklist.model_dump(),
        "facts": {words.of(one.name): words.of(one.value) for one in view.facts},
        "lead": words.of(view.lead),
        "participation": view.participation.whole._asdict(),
        "overall": _cell(view.overall),
        "domains": [words.domain(one) for one in view.domains],
        "below_target": _cell(view.below),
        "sections_with_smallest_means": [one.id for one in view.lowest],
        "sections_with_largest_means": [one.id for one in view.highest],
        "practices_with_smallest_shares_in_use": [one.practice.id for one in view.least],
        "change": None if view.change is None else view.change.told.model_dump(mode="json"),
        "groups": [{"id": one.id, "title": words.of(one.title), "n": one.n} for one in view.groups],
        "withheld": [words.of(one) for one in view.withheld],
        "method": [words.of(one) for one in view.method],
        "citation": words.of(view.citation),
        "disclaimers": [words.of(one) for one in view.disclaimers],
    }
    if view.restricted is not None:
        made["handling"] = message(lang, "report.handling")
        made["restricted"] = words.restricted(view.restricted, view.domains)
    return made


class _AggregateJson:
    """Turns parts of a view into plain values."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def of(self, words: Text | Phrase | str) -> str:
        return put(words, self._lang)

    def domain(self, domain: AggregateDomain) -> dict[str, Any]:
        return {
            "id": domain.id,
            "title": self.of(domain.title),
            "score": _cell(domain.cell),
            "sections": [self._block(one) for one in domain.blocks if one.id != domain.id],
            "practices": [
                self._spread(spread)
                for block in domain.blocks
                if block.id == domain.id
                for spread in block.spreads
            ],
        }

    def _block(self, block: AggregateSection) -> dict[str, Any]:
        return {
            "id": block.id,
            "title": self.of(block.title),
            "score": _cell(block.cell),
            "practices": [self._spread(spread) for spread in block.spreads],
        }

    def _spread(self, spread: PracticeShares) -> dict[str, Any]:
        practice = spread.practice
        return {
            "id": practice.id,
            "tier": practice.tier,
            "title": self.of(practice.title),
            "answers": _cell(spread.cell),
            "in_use": _share(spread.in_use),
        }

    def restricted(self, part: Restricted, domains: Iterable[AggregateDomain]) -> dict[str, Any]:
        names = [domain.id for domain in domains]
        return {
            "participation": [
                {"id": one.id, "title": self.of(one.title), **one.turnout._asdict()}
                for one in part.turnout
            ],
            "groups": [
                {
                    "id": one.group.id,
                    "title": self.of(one.group.title),
                    "n": one.group.n,
                    "overall": _cell(one.overall),
                    "domains": dict(zip(names, map(_cell, one.domains), strict=True)),
                    "below_target": _cell(one.below),
                }
                for one in part.groups
            ],
            "in_use_by_sector": {
                one.practice.id: {
                    group.id: _share(share)
                    for group, share in zip(part.columns, one.shares, strict=True)
                }
                for one in part.practices
            },
            "withheld": [
                {
                    "group": one.group,
                    "title": self.of(one.title),
                    "reason": message(self._lang, one.reason),
                    "figures": {figure.id: figure.n for figure in one.figures},
                }
                for one in part.withheld
            ],
        }


def _cell(cell: BaseModel | None) -> Mapping[str, Any] | None:
    return None if cell is None else cell.model_dump(exclude_none=True)


def _share(share: Share | None) -> dict[str, Any] | None:
    return None if share is None else {"per_cent": share.per_cent, "bound": share.bound}
