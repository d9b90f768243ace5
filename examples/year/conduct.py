"""How institutions behave in a campaign: what they send, filled in by what, and when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from campaign import Campaign

SHARES = {
    "silent": 0.03,  # answers nothing
    "reminded": 0.06,  # answers after the reminder
    "broken": 0.04,  # has a level that cannot be read, and corrects it
    "revised": 0.02,  # sends a second version before the deadline
    "extended": 0.01,  # has a later deadline
    "latecomer": 0.01,  # answers after the publication
    "amended": 0.02,  # corrects its answers after the publication
    "parts": 0.01,  # answers by departments
    "plain": 0.015,  # sends an answers file
}
"""Share of the institutions that do not simply send their form, at least one each."""
WRITERS = ("libreoffice", "exceljs", "sheetjs", "openpyxl", "openpyxl", "openpyxl")
"""By whom forms are filled in, in turn."""
WAYS = ("nodemailer", "mimetext", "portal", "nodemailer", "mimetext")
"""How they come, in turn, where they do not come through the route."""


@dataclass(frozen=True)
class Conduct:
    """How an institution behaves in a campaign."""

    kind: str
    writer: str
    way: str
    received: datetime


def conducts(campaign: Campaign, reserved: Collection[str]) -> dict[str, Conduct]:
    """Return how each institution on the roster behaves, by its id.

    Args:
        campaign: in which they behave so.
        reserved: those whose forms are filled in, and sent by a fault.
    """
    planted = {name: _conduct(campaign, name, 5, "planted") for name in sorted(reserved)}
    ids = sorted(campaign.answers.keys() - planted.keys())
    campaign.random("conduct").shuffle(ids)
    kinds = [kind for kind, share in SHARES.items() for _ in range(max(1, round(share * len(ids))))]
    kinds += ["normal"] * (len(ids) - len(kinds))
    return planted | {
        institution: _conduct(campaign, institution, number, kind)
        for number, (institution, kind) in enumerate(zip(ids, kinds, strict=False))
    }


def _conduct(campaign: Campaign, institution: str, number: int, kind: str) -> Conduct:
    chance = campaign.random("sent", institution)
    by_route = campaign.roster[institution]["route"] and kind == "normal" and chance.random() < 0.5
    way = "archive" if by_route else WAYS[number % len(WAYS)]
    day = campaign.day(11, 2, 9) + timedelta(minutes=chance.randrange(17 * 24 * 60))
    return Conduct(kind, WRITERS[number % len(WRITERS)], way, day)
