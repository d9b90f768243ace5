"""The published answers of a group to a question with options or for a number, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.datafile.types import AnyText, Text
from cssa.peers.peers_file import AnswerCell, Group
from cssa.peers.questions import counted_questions
from cssa.reports.phrases import Phrase

_MOST, _LEAST = 95, 5
"""Shares of a multiple choice that stand for everything beyond them."""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One figure of a question.

    Attributes:
        row: of a matrix; None for other questions.
        name: the option, or which quantile of the numbers.
        value: the share, or the number with its unit; that it is withheld.
        answer: ids of the row, None outside a matrix, and of the option; None for a quantile.
    """

    row: AnyText | None
    name: AnyText | Phrase
    value: Phrase | Text | str
    answer: tuple[str | None, str] | None = None


@dataclass(frozen=True, slots=True)
class AnswerFigure:
    """A question with what is published of its answers.

    Attributes:
        cell: None where it is withheld as a whole.
    """

    practice: Practice
    cell: AnswerCell | None

    @property
    def lines(self) -> tuple[AnswerLine, ...]:
        """What is published of each option, row or quantile; none where all of it is withheld."""
        return () if self.cell is None else tuple(_lines(self.practice, self.cell))


def answer_figures(checklist: Checklist, group: Group | None) -> tuple[AnswerFigure, ...]:
    """Return the figures of every question that has them, in checklist order.

    Args:
        checklist: the checklist answered.
        group: whose answers they are; None where nothing is published of it.
    """
    cells = {} if group is None else group.answers
    return tuple(
        AnswerFigure(checklist.placed[question.practice].practice, cells.get(question.practice))
        for question in counted_questions(checklist)
    )


def _lines(practice: Practice, cell: AnswerCell) -> Iterator[AnswerLine]:
    counted_by = practice.question_kind.counted_by
    if counted_by == "number":
        yield AnswerLine(None, Phrase("aggregate.answers.median"), _number(practice, cell.median))
        if cell.q1 is not None and cell.q3 is not None:
            ends = {"low": _number(practice, cell.q1), "high": _number(practice, cell.q3)}
            spread = Phrase("figure.range", ends)
            yield AnswerLine(None, Phrase("aggregate.answers.quartiles"), spread)
    elif counted_by == "row":
        for row in practice.rows:
            shares = (cell.rows or {}).get(row.id)
            for option in practice.options:
                blurred = None if shares is None else shares.blurred
                of_row = None if shares is None else shares.shares
                share = _share(of_row, option.id, blurred)
                yield AnswerLine(row, option, share, (row.id, option.id))
    elif counted_by == "option":
        for option in practice.options:
            share = _share(cell.shares, option.id, cell.blurred)
            yield AnswerLine(None, option, share, (None, option.id))
    else:
        for option in practice.options:
            share = _chosen((cell.shares or {}).get(option.id))
            yield AnswerLine(None, option, share, (None, option.id))


def _share(shares: dict[str, int] | None, option: str, blurred: str | None) -> Phrase:
    """Return the share of one of several options that exclude each other."""
    if shares is None or (blurred is not None and option != blurred):
        return Phrase("aggregate.withheld")
    bound = "exact" if blurred is None else "at_least"
    return Phrase(f"aggregate.share.{bound}", {"per_cent": shares.get(option, 0)})


def _chosen(share: int | None) -> Phrase:
    """Return the share that chose an option."""
    if share is None:
        return Phrase("aggregate.withheld")
    bounds = {_MOST: "at_least", _LEAST: "at_most"}
    return Phrase(f"aggregate.share.{bounds.get(share, 'exact')}", {"per_cent": share})


def _number(practice: Practice, value: float | None) -> Text | str:
    number = "-" if value is None else f"{value:.1f}".removesuffix(".0")
    unit = practice.unit
    if unit is None:
        return number
    return Text(ja=f"{number}{unit.get('ja')}", en=f"{number} {unit.get('en')}")
