"""The codes that stand in exported tables, with their words in both languages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from cssa.answers.submission import PLAN_STATUSES
from cssa.checklist.kinds.registry import KINDS
from cssa.checklist.practice import Tier
from cssa.engine.status import Status
from cssa.messages import message
from cssa.peers.groups import OWN_SYSTEM_PART, SHARED_SYSTEM_PART, group_title
from cssa.peers.peers_file import ROOT
from cssa.scheme.sectors import Sectors
from cssa.scheme.targets import RiskLevel
from cssa.store.export.table import CodeListName


class Code(NamedTuple):
    """A code with its words."""

    code: str
    ja: str
    en: str


CodeLists = Mapping[CodeListName, tuple[Code, ...]]


def code_lists(sectors: Sectors, states: Iterable[str]) -> CodeLists:
    """Return the lists of codes.

    Args:
        sectors: the sub-sectors and their size bands.
        states: of files and institutions in the ledger.
    """
    groups = tuple(_groups(sectors))
    titles = tuple(Code(sector.id, sector.title.ja, sector.title.en) for sector in sectors.sectors)
    return {
        "sector": titles,
        "sector_or_all": (groups[0], *titles),
        "industry_group": tuple(
            Code(group.id, group.title.ja, group.title.en) for group in sectors.industry_groups
        ),
        "peer_group": groups,
        "state": _worded(lambda code: f"batch.state.{code}", states),
        "left_out": _worded(
            lambda code: f"batch.statistics.{code}", ("cut_off", "coverage", "nothing", "published")
        ),
        "status": _worded(lambda code: f"status.{code}", get_args(Status)),
        "tier": _worded(lambda code: f"tier.{code}", get_args(Tier)),
        "kind": _worded(lambda code: f"export.code.kind.{code}", KINDS),
        "risk": _worded(lambda code: f"risk.{code}", get_args(RiskLevel)),
        "risk_basis": _worded(
            lambda code: f"export.code.risk_basis.{code}", ("answers", "override", "assumed")
        ),
        "treatment": _worded(lambda code: f"report.treatment.{code}", ("accepted", "alternative")),
        "plan_status": _worded(lambda code: f"planning.status.{code}", PLAN_STATUSES),
        "part": _worded(lambda code: f"export.code.part.{code}", ("option", "item")),
        "figure_kind": _worded(
            lambda code: f"export.code.figure_kind.{code}", ("overall", "tier", "domain", "section")
        ),
    }


def _worded(name: Callable[[str], str], codes: Iterable[str]) -> tuple[Code, ...]:
    """Return codes with their words.

    Args:
        name: returns the code of the message that words a code.
        codes: in their order.
    """
    return tuple(Code(code, message("ja", name(code)), message("en", name(code))) for code in codes)


def _groups(sectors: Sectors) -> Iterator[Code]:
    for group in _group_ids(sectors):
        title = group_title(group, sectors)
        yield Code(group, title.ja, title.en)


def _group_ids(sectors: Sectors) -> Sequence[str]:
    ids = [ROOT, *(group.id for group in sectors.industry_groups)]
    for sector in sectors.sectors:
        if sector.grouped:
            parts = [band.id for band in sector.bands]
            parts += [SHARED_SYSTEM_PART, OWN_SYSTEM_PART]
            ids += [sector.id, *(f"{sector.id}.{part}" for part in parts)]
    return ids
