"""Exports the answers of a batch as tables for other programs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cssa.answers.handling import Handling
from cssa.batch.intake.runner import Step
from cssa.batch.ledger.entries import FILE_STATES, INSTITUTION_STATES
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.manifest import altered
from cssa.batch.previous_campaign import STORE
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.wording import CodedWord, Word, listed
from cssa.peers.rules import LOWEST_MIN_GROUP, Rules
from cssa.scheme.sectors import Sectors
from cssa.store.export.codes import code_lists
from cssa.store.export.edition import EditionKind, ExportedEdition, write_edition
from cssa.store.export.folder import ExportFolder
from cssa.store.export.sharing import QUASI_IDENTIFIERS, SharingCounts, sharing_edition
from cssa.store.export.table import ExportTable
from cssa.store.export.tables import EXPORT_TABLES
from cssa.store.pseudonyms import pseudonymize
from cssa.store.read import is_present_version, read_campaigns
from cssa.store.rows import CampaignRecords
from cssa.store.write import write_store


class ExportRequest(NamedTuple):
    """What is exported.

    Attributes:
        tables: names; empty for all that the edition can have.
        campaign: id of the one exported; None for all, or the latest in the sharing edition.
        key: what pseudonyms are derived with; None leaves ids as they are stored.
        sharing: whether it is the sharing edition.
        min_group: records that have to share their traits in the sharing edition; None for as
            many as a published figure needs.
        handling: what the issuer lays down.
    """

    tables: Sequence[str]
    campaign: str | None
    key: bytes | None
    sharing: bool
    min_group: int | None
    handling: Handling

    @property
    def size(self) -> int:
        """The records that have to share their traits."""
        return Rules().min_group if self.min_group is None else self.min_group

    @property
    def exported_tables(self) -> tuple[ExportTable, ...]:
        """The tables, in the order of the codebook."""
        return tuple(
            table
            for table in EXPORT_TABLES.values()
            if (table.name in self.tables or not self.tables) and (table.shared or not self.sharing)
        )

    def check(self) -> None:
        """Refuse what does not go together.

        Raises:
            UsageError: with everything that is wrong.
        """
        problems = []
        known = {name: table.shared or not self.sharing for name, table in EXPORT_TABLES.items()}
        for name in self.tables:
            if not known.get(name):
                code = "export.not_shared" if name in known else "export.no_such_table"
                params = {"found": name, "known": listed(table for table in known if known[table])}
                problems.append(Problem(code, params))
        if self.sharing and self.key is not None:
            problems.append(Problem("export.key_with_sharing"))
        if self.min_group is not None and not self.sharing:
            problems.append(Problem("export.min_group_alone"))
        if self.size < LOWEST_MIN_GROUP:
            params = {"found": self.size, "least": LOWEST_MIN_GROUP}
            problems.append(Problem("export.min_group_low", params))
        if problems:
            raise UsageError(problems)


class ExportResult(NamedTuple):
    """What was exported.

    Attributes:
        rows: of each table, by its name; empty where nothing was written, because no record can be
            shared.
        sharing: what became of the submissions; None in other editions.
    """

    edition: ExportedEdition
    rows: Mapping[str, int]
    sharing: SharingCounts | None


def export_tables(
    request: ExportRequest, batch: OutFolder, folder: ExportFolder, sectors: Sectors, step: Step
) -> ExportResult:
    """Write tables and codebook.

    Args:
        request: what is exported.
        batch: the batch's folder.
        folder: takes the tables.
        sectors: the sub-sectors and their size bands.
        step: reports progress by tables.

    Raises:
        InputError: when the batch has no store, it was changed since the run, or it has no such
            campaign.
        OutputError: when something in the folder would be lost.
        OSError: when it cannot be written.
    """
    store = batch.root / STORE
    if altered(batch, (STORE,)):
        raise InputError([Problem("export.altered", {}, Location(str(store)))])
    campaigns = _selected(request, store)
    counts = None
    rebuilt: list[CampaignRecords] | None = None
    if request.sharing:
        shared, counts = sharing_edition(campaigns[0], request.size)
        rebuilt = [shared]
    elif request.key is not None:
        rebuilt = [pseudonymize(records, request.key) for records in campaigns]
    elif not is_present_version(store):
        rebuilt = campaigns
    edition = _edition(request, rebuilt or campaigns, counts)
    if counts is not None and not counts.kept:
        return ExportResult(edition, {}, counts)
    folder.check(edition.names)
    with folder.replaced(edition.names):
        if rebuilt is not None:
            write_store(folder.store, rebuilt)
            store = folder.store
        codes = code_lists(sectors, dict.fromkeys((*FILE_STATES, *INSTITUTION_STATES)))
        rows = write_edition(store, folder, edition, codes, step)
    return ExportResult(edition, rows, counts)


def _selected(request: ExportRequest, store: Path) -> list[CampaignRecords]:
    campaigns = read_campaigns(store)
    if request.campaign is None:
        return list(campaigns[-1:] if request.sharing else campaigns)
    selected = [records for records in campaigns if records.campaign.id == request.campaign]
    if not selected:
        known = listed(records.campaign.id for records in campaigns)
        params = {"wanted": request.campaign, "known": known}
        raise InputError([Problem("store.no_campaign", params, Location(str(store)))])
    return selected


def _edition(
    request: ExportRequest, campaigns: Sequence[CampaignRecords], counts: SharingCounts | None
) -> ExportedEdition:
    ids = [records.campaign.id for records in campaigns]
    pseudonymous = {records.campaign.pseudonymous for records in campaigns}
    kind: EditionKind = "mixed"
    if counts is not None:
        kind = "sharing"
    elif len(pseudonymous) == 1:
        kind = "pseudonymous" if pseudonymous.pop() else "named"
    facts: dict[str, Any] = {"edition": kind, "campaigns": ids}
    about: list[Word] = [CodedWord(f"export.edition.{kind}")]
    details: list[Word] = [
        CodedWord("export.term", (("label", term.label), ("value", term.value)))
        for term in request.handling.terms
    ]
    if counts is not None:
        facts |= {"min_group": request.size, "columns": QUASI_IDENTIFIERS, **counts._asdict()}
        about = _on_sharing(counts, request.size)
        details += [CodedWord("export.sharing.left"), CodedWord("export.sharing.limits")]
    return ExportedEdition(
        kind=kind,
        campaigns=ids,
        tables=request.exported_tables,
        marking=request.handling.mark,
        about=about,
        details=details,
        facts=facts,
    )


def _on_sharing(counts: SharingCounts, min_group: int) -> list[Word]:
    kept = ("kept", counts.kept)
    return [
        CodedWord("export.edition.sharing", (kept,)),
        CodedWord(
            "export.sharing.kept",
            (
                kept,
                ("all", counts.kept + counts.suppressed),
                ("suppressed", counts.suppressed),
                ("min_group", min_group),
            ),
        ),
        CodedWord(
            "export.sharing.smallest",
            (
                ("columns", listed(QUASI_IDENTIFIERS)),
                ("smallest", counts.smallest),
                ("min_group", min_group),
            ),
        ),
    ]
