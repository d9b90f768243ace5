"""The previous campaign's batch, from which levels, scores and store are read."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from cssa.batch.intake.reading import stored_values
from cssa.batch.intake.runner import reading_name
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.batch.outputs.manifest import altered
from cssa.batch.purging.purge_record import check_not_purged
from cssa.consistency.former_answers import FiledAnswer, FormerAnswers, former_answers
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.store.pseudonyms import pseudonym
from cssa.store.read import read_campaign, read_campaigns, read_levels, read_overall
from cssa.store.rows import CampaignRecords

STORE = f"{PRIVATE}/population.sqlite"
LEDGER = f"{PRIVATE}/ledger.json"


class PresentCampaign(NamedTuple):
    """The campaign that goes on from a previous one.

    Attributes:
        id: empty where nothing names it.
        checklist: id of the one that it asks.
        base_date: None where its file states none.
        as_of: its evaluation date.
    """

    id: str
    checklist: str
    base_date: date | None
    as_of: date


class PreviousCampaign:
    """The stored answers of a previous batch.

    Args:
        root: its folder.
        key: what its pseudonyms were derived with, where it has any.

    Raises:
        InputError: when the folder is no batch's, or what is read of it was changed since.
        UsageError: when the answers in it were removed.
    """

    def __init__(self, root: Path, key: bytes | None) -> None:
        check_not_purged(OutFolder(root))
        self._root = root
        self._store = root / STORE
        try:
            ledger = json.loads((root / LEDGER).read_bytes())
            self._files = {row["id"]: row["sha256"] for row in ledger["institutions"]}
            ids = self._files.keys()
            campaign = ledger["campaign"] or "-"
            self._campaign: str = ledger["campaign"]
            self._as_of = date.fromisoformat(ledger["as_of"])
            base_date = ledger.get("base_date")
            self._base_date = base_date and date.fromisoformat(base_date)
        except (OSError, ValueError, KeyError, TypeError):
            raise InputError([Problem("batch.no_previous", {}, Location(str(root)))]) from None
        changed = altered(OutFolder(root), (LEDGER, STORE))
        if changed:
            params = {"names": listed(changed)}
            raise InputError([Problem("batch.previous_altered", params, Location(str(root)))])
        overall = read_overall(self._store, campaign)
        self._stored_ids = {ident: ident for ident in ids}
        if not ids & overall.keys() and key is not None:
            self._stored_ids = {ident: pseudonym(key, ident) for ident in ids}
        self._overall = overall
        self._levels = read_levels(self._store, campaign)

    def check_earlier(self, present: PresentCampaign) -> None:
        """Check that it is the batch of an earlier campaign with the same checklist.

        Campaigns are in the order of their base dates; where the previous one has none, in that of
        their evaluation dates.

        Raises:
            InputError: when it asks another checklist, is the same campaign or is not earlier, or
                when the present one does not state the base date that would tell.
        """
        names = {"campaign": self._campaign or "-", "present": present.id or "-"}
        checklist = read_campaign(self._store, self._campaign or "-").checklist
        if checklist != present.checklist:
            params = {**names, "former": checklist, "now": present.checklist}
            raise self._refused("other_checklist", **params)
        is_same = present.id and present.id == self._campaign
        if is_same or (self._base_date is None and self._as_of > present.as_of):
            raise self._refused("not_earlier", **names, then=self._as_of, now=present.as_of)
        if self._base_date is None:
            return
        if present.base_date is None:
            raise self._refused("undated", campaign=names["campaign"], then=self._base_date)
        if self._base_date >= present.base_date:
            days = {"then": self._base_date, "now": present.base_date}
            raise self._refused("base_date", **names, **days)

    def _refused(self, code: str, **params: object) -> InputError:
        return InputError([Problem(f"batch.previous.{code}", params, Location(str(self._root)))])

    def levels(self, institution: str) -> Mapping[str, int] | None:
        """Return the levels that an institution gave, None where it did not answer."""
        return self._levels.get(self._stored_ids.get(institution, ""))

    def overall(self, institution: str) -> Fraction | None:
        """Return an institution's overall score, None where it has none."""
        return self._overall.get(self._stored_ids.get(institution, ""))

    def answers(self, institution: str) -> FormerAnswers | None:
        """Return an institution's answers for comparison, None where it did not answer."""
        return self._answers.get(self._stored_ids.get(institution, ""))

    def filed(self, institution: str) -> Mapping[str, Any] | None:
        """Return an institution's submission as filed, as plain values; None where none is kept."""
        sha256 = self._files.get(institution)
        return sha256 and stored_values(OutFolder(self._root).read(reading_name(sha256)))

    @cached_property
    def _answers(self) -> Mapping[str, FormerAnswers]:
        """The answers by the ids in the store."""
        shared: dict[tuple[str, ...], tuple[str, ...]] = {}
        answers = {}
        for records in read_campaigns(self._store):
            if records.campaign.id != self._campaign:
                continue
            sizes = {row.id: row.size for row in records.institutions}
            for submission in records.submissions:
                institution = submission.row.institution
                former = former_answers(
                    sizes.get(institution),
                    (
                        FiledAnswer(row.practice, row.status, row.level, row.note, row.reason)
                        for row in submission.answers
                    ),
                )
                practices = shared.setdefault(former.practices, former.practices)
                answers[institution] = former._replace(practices=practices)
        return answers

    def campaigns(self, current: str) -> Iterator[CampaignRecords]:
        """Yield the records of previous campaigns, to be carried over.

        Args:
            current: id of the present campaign.
        """
        return (
            records for records in read_campaigns(self._store) if records.campaign.id != current
        )
