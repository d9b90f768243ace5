"""``published.json``: what was published of a campaign, by whom, and under which rules."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import content_hash, member_from, plain_member
from cssa.batch.json_stream import json_lines
from cssa.batch.outputs.aggregate_files import edition_names
from cssa.batch.outputs.folder import KEPT, PRIVATE, OutFolder
from cssa.checklist.level_scale import LevelScale
from cssa.datafile.types import Bool, Date, Int, Model, Str
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages import Lang
from cssa.messages.arguments import argument
from cssa.peers.chapter import ChapterEntry
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.groups import SecondDimension
from cssa.peers.member import Coalition, Population
from cssa.peers.peers_file import EVERY_FIGURE, PublishedChecklist
from cssa.peers.questions import question_from
from cssa.peers.rules import Rules
from cssa.reports.aggregate.participation import Participation
from cssa.scheme.sectors import Sectors

PUBLISHED = f"{PRIVATE}/published.json"

FIGURES = f"{PRIVATE}/published-figures.json"
"""What each institution contributed to the edition; next year's change is computed from it."""

STAGED = f"{KEPT}/edition"
"""Where the edition's files are staged by the hash of their content."""


class PublishedRules(Model):
    """How groups were formed, and when figures could be published of them.

    Attributes:
        coverage_floor: as a fraction; messages have it as a decimal, as the campaign's file does.
        groups: hash of the sub-sectors that form groups, of their industry groups, and of the
            bounds of their size bands.
    """

    min_group: Int
    coalition: Int
    second: SecondDimension
    coverage_floor: Annotated[Str, Field(pattern=r"^[0-9]+(/[1-9][0-9]*)?$")]
    groups: Str

    @classmethod
    def of(cls, rules: Rules, sectors: Sectors) -> "PublishedRules":
        """Return rules as they are recorded."""
        return cls(
            min_group=rules.min_group,
            coalition=rules.coalition,
            second=rules.second,
            coverage_floor=str(rules.coverage_floor),
            groups=content_hash(
                {
                    sector.id: [
                        sector.industry_group,
                        [[band.id, band.from_] for band in sector.bands]
                        if sector.grouped
                        else None,
                    ]
                    for sector in sectors.sectors
                    if sector.grouped or sector.industry_group is not None
                }
            ),
        )

    def differing(self, other: "PublishedRules") -> Iterator[tuple[str, str, str]]:
        """Yield the name of each rule that differs from other rules, and both values."""
        for name in type(self).model_fields:
            own, others = str(getattr(self, name)), str(getattr(other, name))
            if own == others:
                continue
            if name == "coverage_floor":
                own, others = _decimal(own), _decimal(others)
            yield name, own, others


class Measure(Model):
    """What the answers were scored by."""

    checklist: PublishedChecklist
    scheme: Str
    targets: Str
    as_of: Date


class Earlier(Model):
    """The edition that the change was computed from.

    Attributes:
        published: hash of its ``published.json``.
    """

    campaign: Str | None
    published: Str


class PublishedAnswers(Model):
    """Answers as they were when the edition was made.

    Attributes:
        content: hash of everything that the institution's feedback shows of them.
        file: hash of the file that they were read from.
        entered: whether they are in the edition's figures.
    """

    content: Str
    file: Str
    entered: Bool


class Withdrawal(Model):
    """A figure, or what the chapter says of a practice, that was found wrong after publication.

    Attributes:
        group: that the figure is of; ``chapter``.
        figure: as in ``Withheld``; of the chapter, the practice.
        cells: every figure that was removed.
        entries: what was removed of the chapter.
    """

    group: Str
    figure: Str
    reason: Str
    approved_by: Str
    on: Date
    cells: tuple[SuppressedFigure, ...]
    entries: tuple[ChapterEntry, ...] = ()


class PublicationRecord(Model):
    """``published.json``.

    Attributes:
        state: ``publishing`` until every file of the edition and all feedback is in its place.
        follows: hash of the record that this one replaces.
        files: hash of each file of the edition, by its name.
        cells: ids of the figures that are published, by group.
        withheld: what is not published and why.
        coalitions: who was known to have seen the answers of several institutions.
        chapter: good practices and common problems that are published.
        institutions: everyone that feedback was made of, by id; those that entered the figures
            are the members of the edition.
    """

    schema_: Annotated[Literal["cssa.published/1"], Field(alias="schema")] = "cssa.published/1"
    state: Literal["publishing", "published"]
    campaign: Str | None
    approved_by: Str
    on: Date
    rules: PublishedRules
    measure: Measure
    lang: Lang
    previous: Earlier | None
    follows: Str | None
    files: dict[str, Str]
    cells: dict[str, tuple[Str, ...]]
    withheld: tuple[SuppressedFigure, ...]
    coalitions: tuple[Coalition, ...]
    withdrawn: tuple[Withdrawal, ...] = ()
    chapter: tuple[ChapterEntry, ...] = ()
    participation: Participation
    campaign_file: Campaign | None
    institutions: dict[str, PublishedAnswers]

    @property
    def members(self) -> frozenset[str]:
        """Ids of the institutions whose answers are in the edition's figures."""
        return frozenset(name for name, answers in self.institutions.items() if answers.entered)

    @property
    def read_from(self) -> frozenset[str]:
        """Hashes of the files that published answers were read from."""
        return frozenset(answers.file for answers in self.institutions.values())

    @property
    def withdrawn_figures(self) -> frozenset[str]:
        """Ids of the figures that were withdrawn of any group."""
        return frozenset(cell.figure for act in self.withdrawn for cell in act.cells)

    @property
    def ever_published(self) -> tuple[ChapterEntry, ...]:
        """What the chapter says, and what was withdrawn of it."""
        return (*self.chapter, *(entry for act in self.withdrawn for entry in act.entries))

    def unfinished(self, code: str, folder: OutFolder) -> Problem:
        """Return that the act recorded last has to be finished first, and by which command.

        Args:
            code: of the message.
            folder: the batch's.
        """
        options: dict[str, object] = {}
        if self.withdrawn:
            last = self.withdrawn[-1]
            figure = "" if last.figure == EVERY_FIGURE else f"/{last.figure}"
            options |= {"--withdraw": f"{last.group}{figure}", "--reason": last.reason}
            options |= {"--approved-by": last.approved_by, "--on": last.on}
        else:
            options |= {"--approved-by": self.approved_by, "--on": self.on}
            options |= {"--min-group": self.rules.min_group, "--coalition": self.rules.coalition}
            options |= {"--second": self.rules.second}
            if self.previous is not None:
                options |= {"--previous": "OUT"}
        given = " ".join(f"{name} {argument(value)}" for name, value in options.items())
        command = f"cssa batch publish {argument(folder.root)} {given}"
        return Problem(code, {"command": command}, Location(str(folder.root)))

    def check_files(self, folder: OutFolder, names: Collection[str] = ()) -> None:
        """Check that the edition is on disk as it was published.

        Args:
            folder: the batch's.
            names: files that are checked; all where it is empty.

        Raises:
            InputError: with every file that is not.
        """
        problems = [
            Problem(
                "batch.published.altered",
                {"copy": str(folder.root / staged_name(digest))},
                Location(str(folder.root / name)),
            )
            for name, digest in self.files.items()
            if (not names or name in names) and folder.hash(name) != digest
        ]
        if problems:
            raise InputError(problems)


def _decimal(fraction: str) -> str:
    value = Fraction(fraction)
    return str(Decimal(value.numerator) / value.denominator)


def encoded_figures(population: Population) -> bytes:
    """Return what each member contributed to an edition, as the content of its file."""
    return json_lines(
        {
            "schema": "cssa.published-figures/1",
            "campaign": population.campaign,
            "checklist": population.checklist,
            "version": population.version,
            "fingerprint": population.fingerprint,
            "scheme": population.scheme,
            "scale": asdict(population.scale),
            "domains": population.domains,
            "sections": population.sections,
            "practices": population.practices,
            "parts": population.parts,
            "coalitions": [coalition._asdict() for coalition in population.coalitions],
            "questions": [question._asdict() for question in population.questions],
            "members": map(plain_member, population.members),
        }
    )


def read_figures(folder: OutFolder) -> Population:
    """Return the members of an edition with their figures as published.

    Raises:
        InputError: when they cannot be read.
    """
    try:
        document = json.loads(folder.read(FIGURES) or b"")
        document.pop("schema")
        orders = {name: tuple(document[name]) for name in ("domains", "sections", "practices")}
        return Population(
            **{
                **document,
                **orders,
                "scale": _scale(**document["scale"]),
                "parts": {whole: tuple(parts) for whole, parts in document["parts"].items()},
                "members": tuple(map(member_from, document["members"])),
                "coalitions": tuple(map(_coalition, document["coalitions"])),
                "questions": tuple(map(question_from, document["questions"])),
            }
        )
    except (ValueError, KeyError, TypeError):
        where = Location(str(folder.root / FIGURES))
        raise InputError([Problem("batch.published.unreadable", {}, where)]) from None


def _scale(values: Sequence[int], in_place: int) -> LevelScale:
    return LevelScale(tuple(values), in_place)


def _coalition(document: Mapping[str, Any]) -> Coalition:
    return Coalition(**{**document, "members": tuple(document["members"])})


def read_record(folder: OutFolder) -> PublicationRecord | None:
    """Return the record of what was published in a folder, None where nothing was.

    Raises:
        InputError: when it cannot be read, or is missing beside files of an edition.
    """
    data = folder.read(PUBLISHED)
    where = Location(str(folder.root / PUBLISHED))
    if data is None:
        left = [name for name in (*edition_names(), FIGURES) if (folder.root / name).exists()]
        if left:
            raise InputError([Problem("batch.published.record_missing", {"file": left[0]}, where)])
        return None
    try:
        return PublicationRecord.model_validate_json(data)
    except ValidationError:
        raise InputError([Problem("batch.published.unreadable", {}, where)]) from None


def encoded(record: PublicationRecord) -> bytes:
    """Return the record as the content of its file."""
    return json_lines(record.model_dump(mode="json", by_alias=True))


def finished(record: PublicationRecord) -> PublicationRecord:
    """Return the record once its act is done."""
    return record.model_copy(update={"state": "published"})


def write_record(record: PublicationRecord, folder: OutFolder) -> None:
    """Put the record in its place, readable by the user alone."""
    folder.secure(PUBLISHED, encoded(record))


def staged_name(sha256: str) -> str:
    """Return the name under which a file of an edition is staged."""
    return f"{STAGED}/{sha256}"


def stage(files: Mapping[str, bytes], folder: OutFolder) -> dict[str, str]:
    """Stage the files of an edition before any of them is published; return their hashes.

    Args:
        files: content by name.
        folder: the batch's.
    """
    hashes = {}
    for name, data in files.items():
        hashes[name] = hashlib.sha256(data).hexdigest()
        folder.secure(staged_name(hashes[name]), data)
    return hashes


def place(record: PublicationRecord, folder: OutFolder) -> None:
    """Put the files of an edition in their places, from where they are staged.

    Raises:
        InputError: when one of them is not staged as it was written.
    """
    for name, digest in record.files.items():
        data = folder.read(staged_name(digest))
        if data is None or hashlib.sha256(data).hexdigest() != digest:
            where = Location(str(folder.root / staged_name(digest)))
            raise InputError([Problem("batch.published.staged_lost", {"file": name}, where)])
        folder.secure(name, data)


def coverage_floor(campaign: Campaign | None) -> Fraction:
    """Return the coverage, from 0 to 1, below which answers enter no statistics."""
    return Rules().coverage_floor if campaign is None else Fraction(campaign.coverage_floor)
