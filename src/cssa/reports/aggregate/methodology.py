"""What the aggregate states of itself: where it comes from, how it was made, how to cite it."""

from collections.abc import Iterator

from cssa.answers.campaign import Campaign
from cssa.checklist.model import Checklist
from cssa.checklist.tier_titles import asked_tier_titles
from cssa.datafile.types import AnyText, Text
from cssa.messages.wording import day_word
from cssa.peers.groups import group_title, wider_groups
from cssa.peers.peers_file import CONTINUING, EVERY_FIGURE, Peers
from cssa.reports.domain_floor import domain_floor
from cssa.reports.phrases import Phrase, edition_phrase, report_disclaimers
from cssa.reports.provenance import ProvenanceLine
from cssa.scheme.sectors import Sectors


def facts(
    peers: Peers, checklist: Checklist, campaign: Campaign | None, n: int | None
) -> Iterator[ProvenanceLine]:
    """Yield the facts at the head of the document.

    Args:
        peers: the published figures.
        checklist: what was answered.
        campaign: None where only its id is known.
        n: institutions in the figures; None where too few to be published.
    """
    yield ProvenanceLine(Phrase("report.method.checklist"), edition_phrase(checklist))
    tiers = None if campaign is None else asked_tier_titles(checklist, campaign.tiers)
    if tiers is not None:
        yield ProvenanceLine(Phrase("report.tiers"), tiers)
    yield ProvenanceLine(Phrase("report.campaign"), peers.campaign or Phrase("report.not_stated"))
    if campaign is not None and campaign.base_date is not None:
        yield ProvenanceLine(Phrase("aggregate.base_date"), day_word(campaign.base_date))
    yield ProvenanceLine(
        Phrase("aggregate.n"), Phrase("aggregate.withheld") if n is None else str(n)
    )
    if campaign is not None and campaign.issuer is not None:
        yield ProvenanceLine(Phrase("aggregate.issuer"), campaign.issuer)
    if campaign is not None and campaign.contact is not None:
        yield ProvenanceLine(Phrase("aggregate.contact"), campaign.contact)


def withheld(peers: Peers, sectors: Sectors, *, restricted: bool) -> Iterator[Phrase]:
    """Yield sentences on withheld figures: one reason for all, which reveals none of them.

    Args:
        peers: the published figures.
        sectors: for the titles of groups.
        restricted: whether the document is the restricted edition, which has the reason of each.
    """
    if not peers.withheld:
        return
    hidden = {entry.group for entry in peers.withheld if entry.figure == EVERY_FIGURE}
    hidden.discard(CONTINUING)
    if hidden:
        widest = [
            group_title(group, sectors)
            for group in dict.fromkeys(entry.group for entry in peers.withheld)
            if group in hidden and not hidden.intersection(wider_groups(group, sectors))
        ]
        names = Text(
            ja="、".join(title.ja for title in widest), en="; ".join(title.en for title in widest)
        )
        yield Phrase("aggregate.groups.hidden", {"list": names})
    if any(entry.group not in hidden for entry in peers.withheld):
        yield Phrase("aggregate.groups.gaps" if hidden else "aggregate.groups.some")
    where = Phrase("aggregate.groups.told" if restricted else "aggregate.groups.untold")
    yield Phrase("aggregate.groups.why", {"where": where})


def method(peers: Peers, checklist: Checklist, campaign: Campaign | None) -> Iterator[Phrase]:
    """Yield sentences on the basis of the campaign, and on how the figures were made.

    Args:
        peers: the published figures.
        checklist: the checklist answered.
        campaign: None where only its id is known.
    """
    if campaign is not None and campaign.legal_basis is not None:
        yield Phrase("aggregate.method.basis", {"basis": campaign.legal_basis})
    scale = checklist.level_scale
    ends = {"lowest": scale.lowest, "highest": scale.highest}
    if checklist.scored:
        yield Phrase("aggregate.method.figure", ends)
        yield domain_floor(checklist)
    yield Phrase("aggregate.method.rounding")
    yield Phrase("aggregate.method.least", {"min_group": peers.min_group})
    yield Phrase("aggregate.method.disclosure")
    params = {
        "title": checklist.title,
        "version": peers.checklist.version,
        "fingerprint": peers.checklist.fingerprint,
    }
    yield Phrase("aggregate.method.checklist", params)


def citation(
    title: AnyText | str, campaign: Campaign | None, *, scored: bool, restricted: bool
) -> Phrase:
    """Return how to cite the figures.

    Args:
        title: of the document.
        campaign: None where only its id is known.
        scored: whether there are scores among them.
        restricted: whether the document is the restricted edition, which nobody is to cite.
    """
    if restricted:
        return Phrase("aggregate.cite.restricted")
    code = "aggregate.cite.text" if scored else "aggregate.cite.unscored"
    issuer = None if campaign is None else campaign.issuer
    if issuer is None:
        return Phrase(code, {"source": title})
    source = Phrase("aggregate.cite.source", {"issuer": issuer, "title": title})
    return Phrase(code, {"source": source})


def disclaimers(checklist: Checklist, *, restricted: bool) -> Iterator[AnyText | Phrase]:
    """Yield how the figures are to be read; the last is on sharing a restricted document.

    Args:
        checklist: what was answered.
        restricted: whether the document is the restricted edition.
    """
    yield from report_disclaimers(checklist)[:3]
    yield Phrase("disclaimer.4")
    if restricted:
        yield Phrase("disclaimer.5")
