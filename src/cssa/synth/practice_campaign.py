"""A generated campaign to practise on: answers, forms as they come back, lists, planted faults."""

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
from cssa.checklist.catalogue import Edition
from cssa.datafile.emit import dump_compact
from cssa.engine.asked_questions import asked_questions
from cssa.errors import OutputError, Problem, UsageError
from cssa.forms.form_request import FormRequest
from cssa.forms.form_writer import write_form
from cssa.lists.receipts import Receipt, write_receipts
from cssa.lists.roster import RosterEntry, write_roster
from cssa.location import Location
from cssa.messages import Lang
from cssa.messages.system_errors import system_reason
from cssa.scheme.scoring_data import ScoringData
from cssa.synth.generator import Generator, campaign_of
from cssa.synth.rng import SeededRandom
from cssa.synth.submissions import FAULTS, FORMS, FormFactory, InstitutionFiles, PlantedFault
from cssa.synth.traits import Traits, load_traits
from cssa.workspace import Workspace

_MARKER = "generated.json"
_MAX_MARKER = 10_000
_SCHEMA = "cssa.generated/1"
_PLANTED = "planted.json"
_ANSWERS = "answers"
_CHUNK = 8
"""Institutions that a worker writes at a time."""


@dataclass(frozen=True)
class SynthRequest:
    """What to generate.

    Attributes:
        count: institutions; as many answers files are written, whatever becomes of their forms.
        seed: decides all that is drawn.
        year: of the campaign.
        faults: how many of the institutions have a fault.
        forms: whether forms are written too.
        lang: language of the forms.
        cache: folder of compiled data; None keeps none.
        checklist: folder, ``checklist.yaml``, id or ``ID@VERSION``; the default one where None.
        folders: the user's own folders of checklists.
    """

    count: int
    seed: int
    year: int
    faults: int
    forms: bool
    lang: Lang
    cache: Path | None
    checklist: str | None = None
    folders: tuple[Path, ...] = ()


class InstitutionJob(NamedTuple):
    """One institution to generate.

    Attributes:
        number: of the institution, as the generator counts them.
        fault: name of its fault; None without one.
        successor: id of an institution without faults.
    """

    number: int
    fault: str | None
    successor: str


class GeneratedInstitution(NamedTuple):
    """What the lists say of one institution once its files are written.

    Attributes:
        roster_entry: None where the roster does not have it.
        receipts: one for each file.
        planted: its faults.
    """

    roster_entry: RosterEntry | None
    receipts: tuple[Receipt, ...]
    planted: tuple[PlantedFault, ...]


class GenerationSummary(NamedTuple):
    """How many answers files, forms and faults were written."""

    answers: int
    forms: int
    planted: int


def generate_campaign(
    request: SynthRequest,
    out: Path,
    pool: Executor | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> GenerationSummary:
    """Write a campaign into a folder, the same bytes for the same request.

    Args:
        request: what to generate.
        out: new, empty, or written by an earlier call, of which nothing is left then.
        pool: its workers write the institutions; None writes them in this process.
        progress: called with the number of institutions that are done.

    Raises:
        OutputError: when the folder has something else in it, or cannot be written.
        UsageError: when there are not enough institutions for the faults.
    """
    if request.faults >= request.count:
        params = {"faults": request.faults, "most": request.count - 1}
        raise UsageError([Problem("generate.too_many_faults", params)])
    generator = _campaign_generator(request)
    try:
        _prepare_folder(request, out)
        institutions = list(_write_institutions(request, out, generator.jobs(), pool, progress))
        _write_lists(generator.campaign, out, institutions, planted=request.faults > 0)
    except OSError as error:
        reason = {"reason": system_reason(error)}
        raise OutputError([Problem("file.cannot_write", reason, Location(str(out)))]) from None
    return GenerationSummary(
        answers=len(institutions),
        forms=sum(len(institution.receipts) for institution in institutions),
        planted=sum(bool(institution.planted) for institution in institutions),
    )


def _write_institutions(
    request: SynthRequest,
    out: Path,
    jobs: Sequence[InstitutionJob],
    pool: Executor | None,
    progress: Callable[[int], None],
) -> Iterator[GeneratedInstitution]:
    chunks = [jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK)]
    done = 0
    run = map if pool is None else pool.map
    requests, folders = [request] * len(chunks), [out] * len(chunks)
    for institutions in run(_write_chunk, requests, folders, chunks):
        yield from institutions
        done += len(institutions)
        progress(done)


def _write_chunk(
    request: SynthRequest, out: Path, jobs: Sequence[InstitutionJob]
) -> list[GeneratedInstitution]:
    generator = _campaign_generator(request)
    institutions = []
    for job in jobs:
        files = generator.files(job)
        answers = out / _ANSWERS / f"{files.submission.institution.id}.yaml"
        answers.write_text(to_yaml(files.submission), encoding="utf-8", newline="\n")
        for path, content in files.contents.items():
            (out / path).write_bytes(content)
        roster_entry = files.roster_entry if files.on_roster else None
        institutions.append(
            GeneratedInstitution(roster_entry, tuple(files.receipts), tuple(files.planted))
        )
    return institutions


def check_out(out: Path) -> None:
    """Refuse a folder that ``generate_campaign`` did not write.

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


def _prepare_folder(request: SynthRequest, out: Path) -> None:
    """Create the folder, and remove what an earlier call wrote into it."""
    check_out(out)
    for folder, pattern in ((_ANSWERS, "*.yaml"), (FORMS, "*.xlsx")):
        for path in (out / folder).glob(pattern):
            path.unlink()
    (out / _PLANTED).unlink(missing_ok=True)
    (out / _ANSWERS).mkdir(parents=True, exist_ok=True)
    if request.forms:
        (out / FORMS).mkdir(exist_ok=True)
    description = {
        "schema": _SCHEMA,
        "institutions": request.count,
        "seed": request.seed,
        "campaign": str(request.year),
        "faults": request.faults,
        "forms": request.forms,
    }
    (out / _MARKER).write_text(_json(description), encoding="utf-8")


def _write_lists(
    campaign: Campaign, out: Path, institutions: Sequence[GeneratedInstitution], *, planted: bool
) -> None:
    roster = sorted(
        institution.roster_entry for institution in institutions if institution.roster_entry
    )
    receipts = sorted(receipt for institution in institutions for receipt in institution.receipts)
    (out / "roster.csv").write_bytes(write_roster(roster))
    (out / "received.csv").write_bytes(write_receipts(receipts))
    (out / "campaign.yaml").write_text(
        dump_compact(to_plain(campaign)), encoding="utf-8", newline="\n"
    )
    if planted:
        faults = [fault._asdict() for institution in institutions for fault in institution.planted]
        (out / _PLANTED).write_text(_json(faults), encoding="utf-8", newline="\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@cache
def _campaign_generator(request: SynthRequest) -> "_CampaignGenerator":
    """Return what institutions are generated with, put together once in a process."""
    workspace = Workspace(request.checklist, request.folders, request.cache)
    edition = workspace.catalogue.load(workspace.asked_entry())
    return _CampaignGenerator(request, edition, workspace.scoring_data, load_traits())


class _CampaignGenerator:
    """Generates the institutions of a campaign.

    Attributes:
        campaign: that they answer in.
    """

    def __init__(
        self, request: SynthRequest, edition: Edition, scoring_data: ScoringData, traits: Traits
    ) -> None:
        self._request = request
        self._channels = traits.channels
        self._generator = Generator(request.seed, edition, traits, request.year)
        self.campaign = campaign_of(request.year, traits)
        targets = scoring_data.targets(edition.checklist.default_targets, edition.checklist)
        empty_form = FormRequest(
            edition,
            scoring_data.level_wording(edition.checklist),
            asked_questions(edition.checklist, targets, scoring_data.profile),
            scoring_data.sectors,
            request.lang,
            self.campaign,
        )
        self._forms = FormFactory(
            lambda submission, edition: write_form(
                replace(empty_form, submission=submission, edition=edition)
            ),
            edition,
        )

    def jobs(self) -> list[InstitutionJob]:
        """Return a job for each institution; random ones take the kinds of fault in turn."""
        request = self._request
        numbers = self._generator.numbers(request.count)
        rng = SeededRandom(request.seed, "faults", request.year)
        shuffled = sorted(numbers, key=lambda _: rng.fraction())
        faults = dict(zip(shuffled[: request.faults], cycle(FAULTS), strict=False))
        successor = self._generator.roster_entry(shuffled[-1]).id
        return [InstitutionJob(number, faults.get(number), successor) for number in numbers]

    def files(self, job: InstitutionJob) -> InstitutionFiles:
        """Return the files that come from an institution."""
        rng = SeededRandom(self._request.seed, job.number, "mail", self._request.year)
        files = InstitutionFiles(
            self._generator.submission(job.number),
            self._generator.roster_entry(job.number),
            self.campaign,
            rng.pick(self._channels),
            job.successor,
            rng,
        )
        if self._request.forms:
            files.add_files(job.fault, self._forms)
        return files
