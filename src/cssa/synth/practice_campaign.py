"""A campaign to practise on: generated answers, forms as they come back, lists, planted faults."""

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

from cssa.answers.campaign import Campaign
from cssa.answers.serialization import to_plain, to_yaml
from cssa.checklist.catalogue import Catalogue, Edition
from cssa.datafile.cache import CompiledCache
from cssa.datafile.emit import dump_compact
from cssa.errors import OutputError, Problem, UsageError
from cssa.forms.form_writer import write_form
from cssa.forms.request import FormRequest
from cssa.lists.receipts import Receipt, write_receipts
from cssa.lists.roster import RosterEntry, write_roster
from cssa.location import Location
from cssa.messages import Lang
from cssa.scheme.scoring_data import ScoringData
from cssa.synth.generator import Generator, campaign_of
from cssa.synth.rng import SeededRandom
from cssa.synth.submissions import FAULTS, FORMS, FormFactory, InstitutionFiles, PlantedFault
from cssa.synth.traits import Traits, traits

CHECKLIST = "fsa-cyber-guideline"

_MARKER = "generated.json"
_PLANTED = "planted.json"
_ANSWERS = "answers"
_CHUNK = 8
"""Institutions handed over at once."""


@dataclass(frozen=True)
class SynthRequest:
    """What is to be made.

    Attributes:
        count: institutions; as many answers are written, whatever becomes of their forms.
        faults: how many of them something goes wrong with.
        forms: whether forms are written too.
        lang: language of the forms.
        cache: where compiled data is kept.
    """

    count: int
    seed: int
    year: int
    faults: int
    forms: bool
    lang: Lang
    cache: Path | None


class InstitutionJob(NamedTuple):
    """One institution to be made.

    Attributes:
        fault: what goes wrong with it.
        successor: id of an institution with which nothing goes wrong.
    """

    number: int
    fault: str | None
    successor: str


class GeneratedInstitution(NamedTuple):
    """What the lists say of one institution once its files are written.

    Attributes:
        entry: None where the roster does not have it.
    """

    entry: RosterEntry | None
    receipts: tuple[Receipt, ...]
    planted: tuple[PlantedFault, ...]


class GenerationSummary(NamedTuple):
    """What was written."""

    answers: int
    forms: int
    planted: int


def generate_campaign(
    order: SynthRequest,
    out: Path,
    pool: Executor | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> GenerationSummary:
    """Write everything below a folder, the same bytes for the same order.

    Args:
        order: what is to be made.
        out: new, empty, or written by an earlier call; then what is left over goes.
        pool: makes the institutions; None makes them here.
        progress: told how many institutions are done.

    Raises:
        OutputError: when the folder has something else in it, or cannot be written.
        UsageError: when there are to be more faults than institutions for them.
    """
    if order.faults >= order.count:
        params = {"faults": order.faults, "most": order.count - 1}
        raise UsageError([Problem("generate.too_many_faults", params)])
    workshop = _workshop(order)
    try:
        _clear(order, out)
        made = list(_make(order, out, workshop.jobs(), pool, progress))
        _write_lists(workshop.campaign, out, made, planted=order.faults > 0)
    except OSError as error:
        reason = {"reason": error.strerror or type(error).__name__}
        raise OutputError([Problem("file.cannot_write", reason, Location(str(out)))]) from None
    return GenerationSummary(
        answers=len(made),
        forms=sum(len(one.receipts) for one in made),
        planted=sum(len(one.planted) for one in made),
    )


def _make(
    order: SynthRequest,
    out: Path,
    jobs: Sequence[InstitutionJob],
    pool: Executor | None,
    progress: Callable[[int], None],
) -> Iterator[GeneratedInstitution]:
    chunks = [jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK)]
    done = 0
    work = map if pool is None else pool.map
    for made in work(_write_chunk, [order] * len(chunks), [out] * len(chunks), chunks):
        yield from made
        done += len(made)
        progress(done)


def _write_chunk(
    order: SynthRequest, out: Path, jobs: Sequence[InstitutionJob]
) -> list[GeneratedInstitution]:
    workshop = _workshop(order)
    made = []
    for job in jobs:
        mail = workshop.mail(job)
        name = f"{mail.submission.institution.id}.yaml"
        (out / _ANSWERS / name).write_text(to_yaml(mail.submission), encoding="utf-8", newline="\n")
        for file, data in mail.files.items():
            (out / file).write_bytes(data)
        entry = mail.entry if mail.on_roster else None
        made.append(GeneratedInstitution(entry, tuple(mail.receipts), tuple(mail.planted)))
    return made


def _clear(order: SynthRequest, out: Path) -> None:
    """Make the folder ready, removing what an earlier call wrote into it."""
    marker = out / _MARKER
    if out.exists() and not marker.exists() and (not out.is_dir() or any(out.iterdir())):
        raise OutputError([Problem("generate.not_ours", {}, Location(str(out)))])
    for folder, pattern in ((_ANSWERS, "*.yaml"), (FORMS, "*.xlsx")):
        for left in (out / folder).glob(pattern):
            left.unlink()
    (out / _PLANTED).unlink(missing_ok=True)
    (out / _ANSWERS).mkdir(parents=True, exist_ok=True)
    if order.forms:
        (out / FORMS).mkdir(exist_ok=True)
    asked = {"institutions": order.count, "seed": order.seed, "campaign": str(order.year)}
    asked |= {"faults": order.faults, "forms": order.forms}
    marker.write_text(_json({"schema": "cssa.generated/1", **asked}), encoding="utf-8")


def _write_lists(
    campaign: Campaign, out: Path, made: Sequence[GeneratedInstitution], *, planted: bool
) -> None:
    entries = sorted(one.entry for one in made if one.entry)
    receipts = sorted(receipt for one in made for receipt in one.receipts)
    (out / "roster.csv").write_bytes(write_roster(entries))
    (out / "received.csv").write_bytes(write_receipts(receipts))
    (out / "campaign.yaml").write_text(
        dump_compact(to_plain(campaign)), encoding="utf-8", newline="\n"
    )
    if planted:
        listed = [one._asdict() for each in made for one in each.planted]
        (out / _PLANTED).write_text(_json(listed), encoding="utf-8", newline="\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@cache
def _workshop(order: SynthRequest) -> "_CampaignGenerator":
    """Return what institutions are made with, put together once in a process."""
    store = CompiledCache(order.cache)
    library = ScoringData(store)
    catalogue = Catalogue(lambda: library.vocabulary, cache=store)
    return _CampaignGenerator(order, catalogue.load(catalogue.find(CHECKLIST)), library, traits())


class _CampaignGenerator:
    """Makes institutions.

    Attributes:
        campaign: the one that they answer in.
    """

    def __init__(
        self, order: SynthRequest, edition: Edition, library: ScoringData, found: Traits
    ) -> None:
        self._order = order
        self._channels = found.channels
        self._generator = Generator(order.seed, edition, found, order.year)
        self.campaign = campaign_of(order.year, found)
        blank = FormRequest(
            edition, library.scales, library.profile, library.sectors, order.lang, self.campaign
        )
        self._printer = FormFactory(
            lambda submission, asked: write_form(
                replace(blank, submission=submission, edition=asked)
            ),
            edition,
        )

    def jobs(self) -> list[InstitutionJob]:
        """Return a job for each institution; kinds of fault take turns over random ones."""
        order = self._order
        numbers = self._generator.numbers(order.count)
        dice = SeededRandom(order.seed, "faults", order.year)
        shuffled = sorted(numbers, key=lambda _: dice.fraction())
        kinds = cycle(FAULTS)
        faults = dict(zip(shuffled[: order.faults], kinds, strict=False))
        successor = self._generator.entry(shuffled[-1]).id
        return [InstitutionJob(number, faults.get(number), successor) for number in numbers]

    def mail(self, job: InstitutionJob) -> InstitutionFiles:
        """Return what comes back from an institution."""
        dice = SeededRandom(self._order.seed, job.number, "mail", self._order.year)
        mail = InstitutionFiles(
            self._generator.submission(job.number),
            self._generator.entry(job.number),
            self.campaign,
            dice.pick(self._channels),
            job.successor,
            dice,
        )
        if self._order.forms:
            mail.fill(job.fault, self._printer)
        return mail
