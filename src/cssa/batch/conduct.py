"""A batch from the files that were read to everything that is given back."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.desk import Settings, desk
from cssa.batch.feedback import PEERS, Issue, Order, feedback_job, feedback_names
from cssa.batch.folder import PRIVATE, OutFolder, Written
from cssa.batch.intake import Intake, Step
from cssa.batch.ledger import InstitutionRow, Ledger, keep_ledger
from cssa.batch.register import document
from cssa.batch.returns import plan_returns, write_returns
from cssa.batch.workers import Crew, Died
from cssa.errors import OutputError, Problem
from cssa.peers.publish import Publication, publish
from cssa.peers.rules import Rules
from cssa.population.member import Population
from cssa.population.received import Receipt
from cssa.population.records import SubmissionRecords
from cssa.population.roster import RosterEntry

Progress = Callable[[str], Step]
"""Is told the name of a phase; what it returns is told how far the phase is."""


class Request(NamedTuple):
    """What a batch is asked to do.

    Attributes:
        roster: None where everyone found is expected.
        formats: of the feedback, by the ending of files.
        previous: folder of the last campaign's batch.
        key: what pseudonyms in the store are made with; names stand in it where None.
    """

    settings: Settings
    rules: Rules
    campaign: Campaign | None = None
    roster: tuple[RosterEntry, ...] | None = None
    receipts: tuple[Receipt, ...] = ()
    formats: tuple[str, ...] = ("html", "json")
    previous: Path | None = None
    key: bytes | None = None


class Outcome(NamedTuple):
    """What a batch came to."""

    ledger: Ledger
    ignored: tuple[str, ...]
    publication: Publication | None


def conduct(
    request: Request, intake: Intake, folder: OutFolder, crew: Crew, progress: Progress
) -> Outcome:
    """Keep the ledger, publish the groups' figures, give everybody back what is theirs.

    Args:
        request: what is asked.
        intake: what was read.
        folder: takes everything.
        crew: writes the feedback.
        progress: is told how far it is.
    """
    return _Batch(request, intake, folder, crew, progress).conduct()


class _Batch:
    def __init__(
        self,
        request: Request,
        intake: Intake,
        folder: OutFolder,
        crew: Crew,
        progress: Progress,
    ) -> None:
        self._request = request
        self._intake = intake
        self._folder = folder
        self._crew = crew
        self._progress = progress
        self._desk = desk(request.settings)
        self._written = Written(folder)
        self._ledger = keep_ledger(
            intake.files,
            campaign=request.campaign,
            roster=request.roster,
            receipts=request.receipts,
        )
        self._standing = [one for one in self._ledger.institutions if one.standing is not None]

    def conduct(self) -> Outcome:
        self._write_ledger()
        returns = plan_returns(self._ledger, self._folder)
        lang = self._request.settings.lang
        write_returns(returns, self._folder, self._written, self._request.campaign, lang)
        publication = None
        if self._standing:
            publication = self._publish()
            for _ in self._feed_back():
                pass
        self._written.finish()
        return Outcome(self._ledger, self._intake.ignored, publication)

    def _write_ledger(self) -> None:
        settings = self._request.settings
        self._put(
            f"{PRIVATE}/ledger.json",
            document(self._ledger, self._intake.ignored, settings.as_of, settings.lang),
        )

    def _put(self, name: str, data: bytes) -> None:
        self._written.announce({name})
        self._folder.write(name, data)

    def _publish(self) -> Publication:
        population = self._population()
        publication = publish(population, self._desk.library.sectors, self._request.rules)
        text = publication.peers.model_dump_json(by_alias=True, exclude_defaults=False, indent=1)
        self._put(PEERS, f"{text}\n".encode())
        return publication

    def _population(self) -> Population:
        """Return those whose answers enter the figures."""
        members = {one.head.sha256: one.head.member for one in self._intake.files}
        edition = self._desk.edition
        checklist = edition.checklist
        return Population(
            campaign=self._ledger.campaign,
            checklist=checklist.id,
            version=checklist.version,
            fingerprint=edition.fingerprint,
            domains=tuple(domain.id for domain in checklist.domains),
            sections=tuple(
                section.id for domain in checklist.domains for section in domain.sections
            ),
            practices=tuple(item.practice.id for item in checklist.walk()),
            members=tuple(
                member._replace(id=row.id, sector=row.standing.institution.sector)
                for row in self._standing
                if row.standing and row.in_statistics and (member := members[row.standing.sha256])
            ),
        )

    def _feed_back(self) -> Iterator[SubmissionRecords]:
        """Write every institution's feedback, yielding what the store keeps of it."""
        request = self._request
        issue = Issue(
            request.settings,
            self._folder.root,
            request.formats,
            self._folder.hash(PEERS) or "",
            request.previous,
        )
        self._written.announce(
            {name for row in self._standing for name in feedback_names(row.id, request.formats)}
        )
        step = self._progress("feedback")
        orders = [_order(row) for row in self._standing]
        step(0, len(orders))
        for done, (order, made) in enumerate(
            self._crew.run(partial(feedback_job, issue), orders), start=1
        ):
            if isinstance(made, Died):
                params = {"id": order.standing.institution.id}
                raise OutputError([Problem("batch.feedback_died", params)])
            step(done, len(orders))
            yield made.records


def _order(row: InstitutionRow) -> Order:
    if row.standing is None:
        raise ValueError(row.id)
    return Order(row.standing, row.path or "")
