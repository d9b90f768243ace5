"""The last campaign's batch, as this one looks back on it."""

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from cssa.batch.outputs.folder import PRIVATE
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.peers.member import Population
from cssa.store.pseudonyms import pseudonym
from cssa.store.read import read_campaigns, read_levels, read_population
from cssa.store.rows import CampaignRecords

STORE = f"{PRIVATE}/population.sqlite"
LEDGER = f"{PRIVATE}/ledger.json"


class PreviousCampaign:
    """What a former batch has kept.

    Args:
        root: its folder.
        key: what its pseudonyms were made with, where it has any.

    Raises:
        InputError: when it is none.
    """

    def __init__(self, root: Path, key: bytes | None) -> None:
        self._store = root / STORE
        try:
            ledger = json.loads((root / LEDGER).read_bytes())
            rows = {one["id"]: one["in_statistics"] for one in ledger["institutions"]}
            campaign = ledger["campaign"] or "-"
        except (OSError, ValueError, KeyError, TypeError):
            raise InputError([Problem("batch.no_previous", {}, Location(str(root)))]) from None
        whole = read_population(self._store, campaign)
        self._kept_as = {one: one for one in rows}
        if not rows.keys() & {one.id for one in whole.members} and key is not None:
            self._kept_as = {one: pseudonym(key, one) for one in rows}
        members = {one.id: one for one in whole.members}
        self._members = {
            one: members[kept]._replace(id=one)
            for one, kept in self._kept_as.items()
            if kept in members
        }
        self._levels = read_levels(self._store, campaign)
        self.population: Population = whole._replace(
            members=tuple(one for name, one in sorted(self._members.items()) if rows[name])
        )

    def levels(self, institution: str) -> Mapping[str, int] | None:
        """Return the levels that an institution gave, None where it did not answer."""
        return self._levels.get(self._kept_as.get(institution, ""))

    def overall(self, institution: str) -> Fraction | None:
        """Return an institution's overall score."""
        member = self._members.get(institution)
        return None if member is None else member.overall

    def campaigns(self, but: str) -> Iterator[CampaignRecords]:
        """Yield what is kept of former campaigns, to be carried over.

        Args:
            but: id of the present one.
        """
        return (one for one in read_campaigns(self._store) if one.campaign.id != but)
