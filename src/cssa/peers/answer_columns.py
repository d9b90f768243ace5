"""The answers of a campaign's institutions to one question, as columns of values."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple, cast

from cssa.peers.campaign_groups import CampaignGroups
from cssa.peers.cells import ClassCounts, KnownCell
from cssa.peers.member import Member, Population
from cssa.peers.peer_figures import SPAN_SHARE, NumberColumn
from cssa.peers.questions import AnswerValue, CountedQuestion
from cssa.peers.rules import Rules
from cssa.peers.statistics import quantile
from cssa.peers.suppression import Suppressed

_LOW, _HIGH = SPAN_SHARE, 1 - SPAN_SHARE


class ClassColumn(NamedTuple):
    """The class of each member's answer.

    Attributes:
        classes: None where a member has no answer.
        size: how many classes there are.
    """

    classes: Sequence[int | None]
    size: int

    def cell(self, indices: Iterable[int]) -> ClassCounts:
        """Return how many of some members are in each class."""
        counts = Counter(map(self.classes.__getitem__, indices))
        return ClassCounts(tuple(counts[number] for number in range(self.size)), self.size)

    def is_hidden(self, index: int) -> bool:
        """Return whether a member has an answer."""
        return self.classes[index] is not None


PartColumn = ClassColumn | NumberColumn
"""What has one figure: an option that is chosen or not, the option in a row, or a number."""


class QuestionColumns(NamedTuple):
    """The answers to a question.

    Attributes:
        parts: what may be published, at least of all institutions together.
        left_out: the other ones, with the reason; they are published of no group.
    """

    question: CountedQuestion
    parts: Mapping[str, PartColumn]
    left_out: Mapping[str, tuple[PartColumn, Suppressed]]


def question_columns(
    population: Population, campaign: CampaignGroups, rules: Rules
) -> dict[str, QuestionColumns]:
    """Return the answers to each question that anyone answered, by practice.

    Args:
        population: the campaign.
        campaign: those of its institutions that enter the figures.
        rules: what the campaign specified about groups.
    """
    columns = {}
    for question in population.questions:
        parts = _part_columns(question, campaign.members)
        if parts is not None:
            left_out = {
                part: (column, suppressed)
                for part, column in parts.items()
                if (suppressed := _unsafe_of_all(column, campaign, rules)) is not None
            }
            kept = {part: column for part, column in parts.items() if part not in left_out}
            columns[question.practice] = QuestionColumns(question, kept, left_out)
    return columns


def _unsafe_of_all(column: PartColumn, campaign: CampaignGroups, rules: Rules) -> Suppressed | None:
    """Return why a part may not be published even of all institutions; None where it may be."""
    first, *others = campaign.direct_cells(column.cell).values()
    cell: KnownCell[Any] = first.merged(*others)
    safety = rules.distributions
    few, alike = safety.failing_threshold(cell), safety.concentrated(cell)
    if few is not None:
        return Suppressed(cell.n, "known_answers" if few else "too_few", few)
    if alike is not None:
        return Suppressed(cell.n, "known_answers" if alike else "concentrated", alike)
    return None


def _part_columns(
    question: CountedQuestion, members: Sequence[Member]
) -> Mapping[str, PartColumn] | None:
    """Return the answers to each part of a question; None where nobody answered it."""
    values = [_complete(question, member.values.get(question.practice)) for member in members]
    if all(value is None for value in values):
        return None
    if question.counted_by == "number":
        return {question.parts[0]: _number_column(question, values)}
    return {part: _class_column(question, part, values) for part in question.parts}


def _complete(question: CountedQuestion, value: AnswerValue | None) -> AnswerValue | None:
    """Return an answer; None for a matrix with a row left open."""
    is_open = isinstance(value, Mapping) and any(row not in value for row in question.rows)
    return None if is_open else value


def _class_column(
    question: CountedQuestion, part: str, values: Sequence[AnswerValue | None]
) -> ClassColumn:
    if question.counted_by == "mark":
        return ClassColumn([None if value is None else int(part in value) for value in values], 2)
    place = {option: number for number, option in enumerate(question.options)}
    chosen = (value[part] if isinstance(value, Mapping) else value for value in values)
    classes = [None if option is None else place[cast("str", option)] for option in chosen]
    return ClassColumn(classes, len(place))


def _number_column(question: CountedQuestion, values: Sequence[AnswerValue | None]) -> NumberColumn:
    """Return the column of a number.

    How far apart numbers must be follows from what most numbers of all institutions span. Who has
    which of them makes no difference to it, nor does one that is far away from all others.
    """
    numbers = [None if value is None else Fraction(cast("str", value)) for value in values]
    column = NumberColumn.of("answers", question.practice, numbers, Fraction(0))
    everyone = column.cell(range(len(numbers)))
    span = SPAN_SHARE * (quantile(everyone, _HIGH) - quantile(everyone, _LOW))
    return column._replace(min_span=max(span, Fraction(1, column.denominator)))
