"""``peers.json``: the published figures of groups, rounded; the source of every report."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, ValidationError

from cssa.checklist.level_scale import SIX_LEVELS, LevelScale
from cssa.checklist.practice import Id
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import read
from cssa.datafile.types import Int, Model, Str, Text
from cssa.datafile.validation import validate

FILE = "peers.json"

ROOT = "all"
"""The group of all institutions."""

CONTINUING = "continuing"
"""Stands for the institutions of two campaigns where a group is named."""

EVERY_FIGURE = "*"
"""Stands for all figures of a group where a figure is named."""


class ScoreCell(Model):
    """The distribution of a score in a group, one decimal throughout.

    Attributes:
        n: institutions with this score.
        median: from ten institutions on, as are the shares of practices.
        q1: with ``q3``, ``p10`` and ``p90`` from twenty on.
        sd: standard deviation of the institutions, from thirty on; divided by n.
    """

    n: int
    mean: float
    p10: float | None = None
    q1: float | None = None
    median: float | None = None
    q3: float | None = None
    p90: float | None = None
    sd: float | None = None


class CountCell(Model):
    """The distribution of a count in a group.

    Attributes:
        mean: one decimal.
        median: a whole number or the half between two.
    """

    n: int
    mean: float
    median: float | None = None
    q1: float | None = None
    q3: float | None = None


class ShareCell(Model):
    """How a group's answers to a practice are spread.

    Attributes:
        n: institutions with a level, not applicable or not adopted.
        shares: whole per cent by level, ``na`` and ``not_adopted``, each rounded by itself; a class
            whose share rounds to nothing is left out.
        blurred: the class that at least 95 per cent are in; then its share is given as 95, and no
            other one.
    """

    n: int
    shares: dict[Str, int]
    blurred: Str | None = None


class RowShares(Model):
    """How the answers in one row of a matrix are spread.

    Attributes:
        shares: whole per cent by option, as in ``ShareCell``.
        blurred: the option that at least 95 per cent chose, as in ``ShareCell``.
    """

    shares: dict[Str, int]
    blurred: Str | None = None


class AnswerCell(Model):
    """How a group's answers to a question with options, or for a number, are spread.

    Attributes:
        n: institutions that answered it.
        shares: whole per cent by option: of a single choice as in ``ShareCell``; of a multiple
            choice those that chose it, where 95 stands for 95 or more and 5 for 5 or less, without
            the options that are withheld.
        blurred: of a single choice, the option that at least 95 per cent chose.
        rows: of a matrix, without the rows that are withheld.
        median: of the numbers; ``q1`` and ``q3`` from twenty institutions on.
    """

    n: int
    shares: dict[Str, int] | None = None
    blurred: Str | None = None
    rows: dict[Str, RowShares] | None = None
    median: float | None = None
    q1: float | None = None
    q3: float | None = None


class Group(Model):
    """The figures of one comparison group; what is withheld is absent.

    Attributes:
        id: ``all``, an industry group, a sub-sector, or ``sub_sector.band``.
        parent: the group that it is part of; None for ``all``. Wider groups stand before those
            inside them.
        n: institutions in it that enter the statistics.
        practices: answers by level.
        answers: answers by option, and numbers, of questions other than for a level.
    """

    id: Str
    parent: Str | None = None
    title: Text
    n: int
    overall: ScoreCell | None = None
    domains: dict[Id, ScoreCell] = Field(default_factory=dict)
    sections: dict[Id, ScoreCell] = Field(default_factory=dict)
    below_in_place: CountCell | None = None
    practices: dict[Id, ShareCell] = Field(default_factory=dict)
    answers: dict[Id, AnswerCell] = Field(default_factory=dict)


class ScoreChange(Model):
    """A score of the same institutions in two campaigns.

    Attributes:
        n: institutions, the same in both.
        mean: this campaign's, one decimal.
        before: last campaign's, one decimal.
    """

    n: int
    mean: float
    before: float


class CountChange(Model):
    """A count of the same institutions in two campaigns, its medians."""

    n: int
    median: float
    before: float


class Continuing(Model):
    """Change on the same institutions: those of groups that nobody joined or left.

    Attributes:
        campaign: id of the last one; None where it had none.
        n: institutions that enter the figures of this campaign and of the last; each figure has
            the number of those that it is of.
    """

    campaign: Str | None = None
    n: int
    overall: ScoreChange | None = None
    domains: dict[Id, ScoreChange] = Field(default_factory=dict)
    below_in_place: CountChange | None = None


Cell = ScoreCell | CountCell | ShareCell | AnswerCell | ScoreChange | CountChange
"""What is published of one figure."""

Holder = TypeVar("Holder", Group, Continuing)


class Withheld(Model):
    """A figure that is not published, without a reason: the reason could disclose it.

    Attributes:
        group: a group's id, or ``continuing``.
        figure: ``overall``, ``below_in_place``, the id of a domain, section or practice (its
            levels, and whatever is absent of its options, rows or number), ``practice:part`` for
            one of these alone, or ``*`` for every figure of the group.
    """

    group: Str
    figure: Str


class PublishedChecklist(Model):
    """Which checklist the figures belong to.

    Attributes:
        levels: its levels, ascending; scores are means of them.
        in_place: the level from which a practice is in place.
    """

    id: Str
    version: Str
    fingerprint: Str
    levels: tuple[Int, ...] = SIX_LEVELS.values
    in_place: Int = SIX_LEVELS.in_place

    @property
    def scale(self) -> LevelScale:
        """Its levels."""
        return LevelScale(self.levels, self.in_place)


class Peers(Model):
    """``peers.json``.

    Attributes:
        campaign: its id; None where neither a campaign file nor the answers give one.
        scheme: id of the scheme that gave the scores.
    """

    schema_: Annotated[Literal["cssa.peers/1"], Field(alias="schema")] = "cssa.peers/1"
    campaign: Str | None = None
    checklist: PublishedChecklist
    scheme: Str
    min_group: int
    coalition: int
    coverage_floor: float
    groups: tuple[Group, ...]
    continuing: Continuing | None = None
    withheld: tuple[Withheld, ...] = ()

    def group(self, group_id: str) -> Group | None:
        """Return a group by its id; None where none of its figures is published."""
        return next((group for group in self.groups if group.id == group_id), None)

    def withholds(self, figure: str) -> bool:
        """Return whether a figure that institutions have is not published of all of them."""
        hidden = Withheld(group=ROOT, figure=figure)
        return self.group(ROOT) is None or hidden in self.withheld

    @property
    def cells(self) -> dict[str, tuple[str, ...]]:
        """The figures that are published of each group, and of the change, by id."""
        cells = {group.id: figures_of(group) for group in self.groups}
        if self.continuing is not None:
            cells[CONTINUING] = figures_of(self.continuing)
        return cells


_FIGURES = ("overall", "below_in_place")
"""Fields that each hold one figure; its id is the field's name."""

_MANY_FIGURES = ("domains", "sections", "practices", "answers")
"""Fields that hold figures by id; levels and answers of a practice go by one id."""


def figures_of(holder: Group | Continuing) -> tuple[str, ...]:
    """Return the ids of the figures that are published of a group, or of the change."""
    ids = [name for name in _FIGURES if getattr(holder, name) is not None]
    for name in _MANY_FIGURES:
        ids += getattr(holder, name, {})
    return tuple(dict.fromkeys(ids))


def cell_of(holder: Group | Continuing, figure: str) -> Cell | None:
    """Return what is published of a figure; None where it is not.

    Args:
        holder: a group, or the change.
        figure: its id.
    """
    if figure in _FIGURES:
        cell: Cell | None = getattr(holder, figure)
        return cell
    return next(
        (cell for name in _MANY_FIGURES if (cell := getattr(holder, name, {}).get(figure))), None
    )


def without(holder: Holder, figures: Collection[str]) -> Holder:
    """Return a group, or the change, without some of its figures.

    Args:
        holder: what is published.
        figures: ids of those that are left out.
    """
    changed: dict[str, Any] = {name: None for name in _FIGURES if name in figures}
    for name in _MANY_FIGURES:
        if hasattr(holder, name):
            kept = getattr(holder, name).items()
            changed[name] = {figure: cell for figure, cell in kept if figure not in figures}
    return holder.model_copy(update=changed)


def peers_file(path: Path) -> Path:
    """Return the file of published figures: the path itself, or the file in the folder."""
    return path / FILE if path.is_dir() else path


def read_peers(path: str) -> Peers:
    """Read published figures from ``peers.json``, or from the folder that has it.

    Raises:
        InputError: with every problem of the file.
    """
    file = peers_file(Path(path))
    data = read_bytes(file)
    try:
        return Peers.model_validate_json(data)
    except (
        ValidationError
    ):  # only for its problems with line numbers: this reader is fifty times slower
        return validate(Peers, read(data, str(file)))
