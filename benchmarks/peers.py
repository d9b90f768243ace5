"""Published figures for measuring: one group that tells everything of every practice."""

from cssa.checklist.model import Checklist
from cssa.datafile.types import Text
from cssa.engine.result import Result
from cssa.peers.peers_file import (
    CountCell,
    Group,
    Peers,
    PublishedChecklist,
    ScoreCell,
    ShareCell,
)

SCORES = ScoreCell(n=98, mean=2.9, p10=2.0, q1=2.4, median=2.9, q3=3.4, p90=3.9, sd=0.6)
SHARES = ShareCell(n=98, shares={"0": 4, "1": 10, "2": 20, "3": 40, "4": 20, "5": 6})


def published(result: Result, checklist: Checklist) -> Peers:
    """Return figures that a result can be held beside."""
    told = Group(
        id="all",
        title=Text(ja="全機関", en="All institutions"),
        n=98,
        overall=SCORES,
        domains={domain.id: SCORES for domain in checklist.domains},
        below_in_place=CountCell(n=98, mean=30.1, median=29.0, q1=20.0, q3=41.0),
        practices={
            placed.practice.id: SHARES for placed in checklist.walk() if placed.practice.gives_level
        },
    )
    return Peers(
        campaign="2026",
        checklist=PublishedChecklist(
            id=result.checklist.id,
            version=result.checklist.version,
            fingerprint=result.checklist.fingerprint,
        ),
        scheme=result.scheme.id,
        min_group=10,
        coalition=1,
        coverage_floor=0.8,
        groups=(told,),
    )
