"""The previous campaign's batch, from which levels, scores and store are read."""

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from cssa.batch.outputs.folder import PRIVATE
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.store.pseudonyms import pseudonym
from cssa.store.read import read_campaigns, read_levels, read_overall
from cssa.store.rows import CampaignRecords

STORE = f"{PRIVATE}/population.sqlite"
LEDGER = f"{PRIVATE}/ledger.json"


class PreviousCampaign:
    """The stored answers of a previous batch.

    Args:
        root: its folder.
        key: what its pseudonyms were derived with, where it has any.

    Raises:
        InputError: when the folder is no batch's.
    """

    def __init__(self, root: Path, key: bytes | None) -> None:
        self._store = root / STORE
        try:
            ledger = json.loads((root / LEDGER).read_bytes())
            ids = {row["id"] for row in ledger["institutions"]}
            campaign = ledger["campaign"] or "-"
        except (OSError, ValueError, KeyError, TypeError):
            raise InputError([Problem("batch.no_previous", {}, Location(str(root)))]) from None
        overall = read_overall(self._store, campaign)
        self._stored_ids = {ident: ident for ident in ids}
        if not ids & overall.keys() and key is not None:
            self._stored_ids = {ident: pseudonym(key, ident) for ident in ids}
        self._overall = overall
        self._levels = read_levels(self._store, campaign)

    def levels(self, institution: str) -> Mapping[str, int] | None:
        """Return the levels that an institution gave, None where it did not answer."""
        return self._levels.get(self._stored_ids.get(institution, ""))

    def overall(self, institution: str) -> Fraction | None:
        """Return an institution's overall score, None where it has none."""
        return self._overall.get(self._stored_ids.get(institution, ""))

    def campaigns(self, current: str) -> Iterator[CampaignRecords]:
        """Yield the records of previous campaigns, to be carried over.

        Args:
            current: id of the present campaign.
        """
        return (
            records for records in read_campaigns(self._store) if records.campaign.id != current
        )
