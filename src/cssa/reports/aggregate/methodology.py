"""What the aggregate says of itself: where it comes from, how it was made, how to quote it."""

from collections.abc import Iterator

from cssa.answers.campaign import Campaign
from cssa.checklist.model import Checklist
from cssa.datafile.types import Text
from cssa.peers.groups import group_title
from cssa.peers.peers_file import CONTINUING, EVERY_FIGURE, Peers
from cssa.reports.phrases import Phrase
from cssa.reports.provenance import ProvenanceLine
from cssa.scheme.sectors import Sectors


def facts(peers: Peers, campaign: Campaign | None, n: int | None) -> Iterator[ProvenanceLine]:
    """Yield what stands at the head."""
    yield ProvenanceLine(Phrase("report.campaign"), peers.campaign or Phrase("report.not_stated"))
    if campaign is not None and campaign.base_date is not None:
        yield ProvenanceLine(Phrase("aggregate.base_date"), str(campaign.base_date))
    yield ProvenanceLine(
        Phrase("aggregate.n"), Phrase("aggregate.withheld") if n is None else str(n)
    )
    if campaign is not None and campaign.issuer is not None:
        yield ProvenanceLine(Phrase("aggregate.issuer"), campaign.issuer)
    if campaign is not None and campaign.contact is not None:
        yield ProvenanceLine(Phrase("aggregate.contact"), campaign.contact)


def withheld(peers: Peers, sectors: Sectors) -> Iterator[Phrase]:
    """Yield what is told of withheld figures: one reason for all, which tells of none."""
    if not peers.withheld:
        return
    hidden = {one.group for one in peers.withheld if one.figure == EVERY_FIGURE} - {CONTINUING}
    if hidden:
        widest = [
            group_title(group, sectors)
            for group in dict.fromkeys(one.group for one in peers.withheld)
            if group in hidden and group.rpartition(".")[0] not in hidden
        ]
        names = Text(ja="、".join(one.ja for one in widest), en="; ".join(one.en for one in widest))
        yield Phrase("aggregate.groups.hidden", {"list": names})
    if any(one.group not in hidden for one in peers.withheld):
        yield Phrase("aggregate.groups.gaps" if hidden else "aggregate.groups.some")
    yield Phrase("aggregate.groups.why")


def method(peers: Peers, checklist: Checklist, campaign: Campaign | None) -> Iterator[Phrase]:
    """Yield on what ground answers were asked for, and how the figures were made of them."""
    if campaign is not None and campaign.legal_basis is not None:
        yield Phrase("aggregate.method.basis", {"basis": campaign.legal_basis})
    yield Phrase("aggregate.method.figure")
    yield Phrase("aggregate.method.rounding")
    yield Phrase("aggregate.method.least", {"min_group": peers.min_group})
    yield Phrase("aggregate.method.disclosure")
    named = {"title": checklist.title, "version": peers.checklist.version}
    yield Phrase(
        "aggregate.method.checklist", {**named, "fingerprint": peers.checklist.fingerprint}
    )


def citation(title: Text | str, campaign: Campaign | None) -> Phrase:
    """Return how to quote the figures."""
    issuer = None if campaign is None else campaign.issuer
    if issuer is None:
        return Phrase("aggregate.cite.text", {"source": title})
    source = Phrase("aggregate.cite.source", {"issuer": issuer, "title": title})
    return Phrase("aggregate.cite.text", {"source": source})


def disclaimers(n: int | None, *, restricted: bool) -> Iterator[Phrase]:
    """Yield what to bear in mind; the last is on how a restricted document is shared."""
    for number in (1, 2, 3):
        yield Phrase(f"disclaimer.{number}")
    yield Phrase("feedback.disclaimer", {"n": "…" if n is None else n})
    if restricted:
        yield Phrase("disclaimer.5")
