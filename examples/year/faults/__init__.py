"""Forty faults that somebody who did not know the program wrote from its documents alone."""

from campaign import Campaign

from faults import answers, files, identity, lists, mails, steps
from faults.planting import FAULTS, Planting

__all__ = ["answers", "files", "identity", "lists", "mails", "plant", "reserved", "steps"]


def reserved(campaign: Campaign, year: int) -> set[str]:
    """Return the institutions for which faults send in a year, and nothing else is sent."""
    planting = Planting(campaign, "roster")
    return {
        planting.who(institution)
        for fault in FAULTS
        if fault.year == year
        for institution in fault.institutions
    }


def plant(campaign: Campaign, year: int, stage: str) -> None:
    """Plant what belongs to a stage.

    Args:
        campaign: in which it stands.
        year: of the campaigns, from 1.
        stage: ``roster``, or the run that follows.
    """
    for fault in FAULTS:
        if (fault.year, fault.stage) == (year, stage):
            fault.plant(Planting(campaign, stage))
