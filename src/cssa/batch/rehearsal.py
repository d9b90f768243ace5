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
from cssa.answers.document import to_yaml
from cssa.answers.plain import plain
from cssa.batch.mail import FAULTS, FORMS, Mail, Planted, Printer
from cssa.checklist.catalogue import Catalogue, Edition
from cssa.errors import OutputError, Problem, UsageError
from cssa.form.request import FormRequest
from cssa.form.writer import write_form
from cssa.location import Location
from cssa.messages import Lang
from cssa.population.dice import Dice
from cssa.population.generate import Generator, campaign_of
from cssa.population.received import Receipt, write_received
from cssa.population.roster import RosterEntry, write_roster
from cssa.population.traits import Traits, traits
from cssa.scheme.library import Library
from cssa.yamlio.compiled import CompiledStore
from cssa.yamlio.rendering import document

CHECKLIST = "fsa-cyber-guideline"

_MARKER = "generated.json"
_MAX_MARKER = 10_000
_SCHEMA = "cssa.generated/1"
_PLANTED = "planted.json"
_ANSWERS = "answers"
_CHUNK = 8
"""Institutions handed over at once."""


@dataclass(frozen=True)
class Order:
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


class Job(NamedTuple):
    """One institution to be made.

    Attributes:
        fault: what goes wrong with it.
        successor: id of an institution with which nothing goes wrong.
    """

    number: int
    fault: str | None
    successor: str


class Made(NamedTuple):
    """What the lists say of one institution once its files are written.

    Attributes:
        entry: None where the roster does not have it.
    """

    entry: RosterEntry | None
    receipts: tuple[Receipt, ...]
    planted: tuple[Planted, ...]


class Summary(NamedTuple):
    """What was written."""

    answers: int
    forms: int
    planted: int


def rehearse(
    order: Order,
    out: Path,
    pool: Executor | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Summary:
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
    return Summary(
        answers=len(made),
        forms=sum(len(one.receipts) for one in made),
        planted=sum(len(one.planted) for one in made),
    )


def _make(
    order: Order,
    out: Path,
    jobs: Sequence[Job],
    pool: Executor | None,
    progress: Callable[[int], None],
) -> Iterator[Made]:
    chunks = [jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK)]
    done = 0
    work = map if pool is None else pool.map
    for made in work(_write_chunk, [order] * len(chunks), [out] * len(chunks), chunks):
        yield from made
        done += len(made)
        progress(done)


def _write_chunk(order: Order, out: Path, jobs: Sequence[Job]) -> list[Made]:
    workshop = _workshop(order)
    made = []
    for job in jobs:
        mail = workshop.mail(job)
        name = f"{mail.submission.institution.id}.yaml"
        (out / _ANSWERS / name).write_text(to_yaml(mail.submission), encoding="utf-8", newline="\n")
        for file, data in mail.files.items():
            (out / file).write_bytes(data)
        entry = mail.entry if mail.on_roster else None
        made.append(Made(entry, tuple(mail.receipts), tuple(mail.planted)))
    return made


def check_out(out: Path) -> None:
    """Refuse a folder that ``rehearse`` did not write.

    Raises:
        OutputError: when it has something else in it.
    """
    is_other = out.exists() and not _is_generated(out) and (not out.is_dir() or any(out.iterdir()))
    if is_other:
        raise OutputError([Problem("generate.not_ours", {}, Location(str(out)))])


def _is_generated(out: Path) -> bool:
    try:
        with (out / _MARKER).open("rb") as stream:
            marker = json.loads(stream.read(_MAX_MARKER))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(marker, dict) and marker.get("schema") == _SCHEMA


def _clear(order: Order, out: Path) -> None:
    """Make the folder ready, removing what an earlier call wrote into it."""
    check_out(out)
    for folder, pattern in ((_ANSWERS, "*.yaml"), (FORMS, "*.xlsx")):
        for left in (out / folder).glob(pattern):
            left.unlink()
    (out / _PLANTED).unlink(missing_ok=True)
    (out / _ANSWERS).mkdir(parents=True, exist_ok=True)
    if order.forms:
        (out / FORMS).mkdir(exist_ok=True)
    asked = {"institutions": order.count, "seed": order.seed, "campaign": str(order.year)}
    asked |= {"faults": order.faults, "forms": order.forms}
    (out / _MARKER).write_text(_json({"schema": _SCHEMA, **asked}), encoding="utf-8")


def _write_lists(campaign: Campaign, out: Path, made: Sequence[Made], *, planted: bool) -> None:
    entries = sorted(one.entry for one in made if one.entry)
    receipts = sorted(receipt for one in made for receipt in one.receipts)
    (out / "roster.csv").write_bytes(write_roster(entries))
    (out / "received.csv").write_bytes(write_received(receipts))
    (out / "campaign.yaml").write_text(document(plain(campaign)), encoding="utf-8", newline="\n")
    if planted:
        listed = [one._asdict() for each in made for one in each.planted]
        (out / _PLANTED).write_text(_json(listed), encoding="utf-8", newline="\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@cache
def _workshop(order: Order) -> "_Workshop":
    """Return what institutions are made with, put together once in a process."""
    store = CompiledStore(order.cache)
    library = Library(store)
    catalogue = Catalogue(lambda: library.vocabulary, store=store)
    return _Workshop(order, catalogue.load(catalogue.find(CHECKLIST)), library, traits())


class _Workshop:
    """Makes institutions.

    Attributes:
        campaign: the one that they answer in.
    """

    def __init__(self, order: Order, edition: Edition, library: Library, found: Traits) -> None:
        self._order = order
        self._channels = found.channels
        self._generator = Generator(order.seed, edition, found, order.year)
        self.campaign = campaign_of(order.year, found)
        blank = FormRequest(
            edition, library.scales, library.profile, library.sectors, order.lang, self.campaign
        )
        self._printer = Printer(
            lambda submission, asked: write_form(
                replace(blank, submission=submission, edition=asked)
            ),
            edition,
        )

    def jobs(self) -> list[Job]:
        """Return a job for each institution; kinds of fault take turns over random ones."""
        order = self._order
        numbers = self._generator.numbers(order.count)
        dice = Dice(order.seed, "faults", order.year)
        shuffled = sorted(numbers, key=lambda _: dice.fraction())
        kinds = cycle(FAULTS)
        faults = dict(zip(shuffled[: order.faults], kinds, strict=False))
        successor = self._generator.entry(shuffled[-1]).id
        return [Job(number, faults.get(number), successor) for number in numbers]

    def mail(self, job: Job) -> Mail:
        """Return what comes back from an institution."""
        dice = Dice(self._order.seed, job.number, "mail", self._order.year)
        mail = Mail(
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
