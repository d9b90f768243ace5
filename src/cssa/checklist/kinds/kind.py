"""What a kind of question is, and the parts in which a question is answered."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, NamedTuple, Protocol, TypeVar

from cssa.location import KeyPath
from cssa.messages.wording import BilingualWord, Word, bilingual

if TYPE_CHECKING:
    from cssa.checklist.practice import Practice
    from cssa.datafile.types import LocalizedText

ValueT = TypeVar("ValueT")

FIELDS = ("scale", "options", "default", "rows", "rows_from", "levels", "thresholds")
"""Fields of a practice that belong to some kinds of question only."""

Accepts = Literal["level", "option", "mark", "none", "number", "text"]
"""What is entered in a part: a level, one of the options, a mark beside an option, the word for
"none of them", a number, or free text."""


CountedBy = Literal["option", "mark", "row", "number"]
"""How answers are counted beside their levels: by the one option, by each option marked, by the
option in each row, or as a number."""


class Pick(Protocol):
    """Chooses one of several."""

    def __call__(self, options: Sequence[ValueT], /) -> ValueT:
        """Return one of the options."""


class Part(NamedTuple):
    """A place in which something is entered.

    Attributes:
        id: of the option or row beside which it stands; None for the question's own place.
        text: the words of that option or row.
    """

    accepts: Accepts
    id: str | None = None
    text: "LocalizedText | None" = None


class ValueProblem(NamedTuple):
    """What the checklist does not have, or does not allow, in a value.

    Attributes:
        code: of the message.
        path: where, below the answer's value.
        name: the id concerned.
        known: the ids that there are, where it is none of them.
    """

    code: str
    path: KeyPath
    name: str
    known: tuple[str, ...] | None = None


class LevelDrop(NamedTuple):
    """An option whose level is lower than that of an exclusive one that it takes the place of."""

    option: str
    level: int
    lower: int


class QuestionKind(ABC, Generic[ValueT]):
    """A kind of question: everything that files, figures, forms and outputs know of it.

    A value is what an answer's field for this kind holds, such as the id of an option; ``part
    entries`` are what a value says in each part: a level, the id of an option, ``True`` for a mark,
    or a text.

    Attributes:
        name: ``kind`` in a checklist.
        answer_field: the field of an answer that holds the value.
        fields: those of ``FIELDS`` that a question of this kind may have.
        required: those that it must have.
        one_of: those of which it must have exactly one.
        mistaken: by field of an answer, the message where it is given in place of the value, if
            there is one more to the point than that the field is wrong.
        counted_by: how answers are counted beside their levels; None where they are not.
    """

    name: ClassVar[str]
    answer_field: ClassVar[str]
    fields: ClassVar[frozenset[str]]
    required: ClassVar[frozenset[str]]
    one_of: ClassVar[tuple[str, ...]] = ()
    mistaken: ClassVar[Mapping[str, str]] = {}
    counted_by: ClassVar[CountedBy | None] = None

    @abstractmethod
    def levels(self, question: "Practice") -> tuple[int, ...]:
        """Return the levels that answers can have, ascending; none where it informs only."""

    @abstractmethod
    def level(self, question: "Practice", value: ValueT) -> int | None:
        """Return the level of a value, None where the question or the value gives none."""

    @abstractmethod
    def parts(self, question: "Practice") -> tuple[Part, ...]:
        """Return the places in which a question is answered, its own first."""

    @abstractmethod
    def value(self, entries: Mapping[str | None, Any]) -> ValueT:
        """Return the value that entries make, by id of their parts."""

    @abstractmethod
    def entries(self, value: ValueT) -> dict[str | None, Any]:
        """Return the entries that a value is made of, by id of their parts."""

    def chosen(self, value: ValueT) -> frozenset[str]:
        """Return the ids of the options that a value has, on which other questions may depend."""
        return frozenset()

    def has_parts(self, question: "Practice") -> bool:
        """Return whether options or rows have places of their own."""
        return any(part.id is not None for part in self.parts(question))

    def needed_parts(self, question: "Practice") -> int:
        """Return how many parts have to be filled in for the question to be answered."""
        return 1

    def is_complete(self, question: "Practice", value: ValueT) -> bool:
        """Return whether a value leaves nothing of the question open."""
        return True

    def value_problems(self, question: "Practice", value: ValueT) -> Iterator[ValueProblem]:
        """Yield what the checklist does not have, or does not allow, in a value."""
        yield from ()

    @abstractmethod
    def words(self, question: "Practice", value: ValueT) -> Iterator[Word | str]:
        """Yield what was chosen or entered, in the checklist's words.

        Nothing for a level, which is worded by its scale.
        """

    def entry_words(self, question: "Practice", entry: Any) -> Word | str:
        """Return what was chosen or entered in one part, in the checklist's words."""
        return next(iter(self.words(question, self.value({None: entry}))))

    def words_of_level(self, question: "Practice", level: int) -> Word | None:
        """Return what gives a level, in the checklist's words; None where its scale says so."""
        return None

    @abstractmethod
    def value_at(self, question: "Practice", level: int, pick: Pick) -> ValueT | None:
        """Return a value that gives a level, or where the question gives none, any value.

        Args:
            question: the question.
            level: one of ``levels``; of no account where there are none.
            pick: chooses among several that would do.

        Returns:
            None where no value gives the level.
        """

    def value_for_level(self, question: "Practice", level: int) -> ValueT | None:
        """Return the one value that gives a level; None where there is none, or several."""
        return None

    def unordered(self, question: "Practice") -> Iterator[str]:
        """Yield the fields whose levels do not rise, or are given in part."""
        yield from ()

    def losses(self, question: "Practice") -> Iterator[LevelDrop]:
        """Yield the options that lower the level when they are added."""
        yield from ()

    def gives_level(self, question: "Practice") -> bool:
        """Return whether answers have a level; without one the question informs only."""
        return bool(self.levels(question))

    def next_level(self, question: "Practice", level: int) -> int | None:
        """Return the lowest level above another that an answer can have; None above the last."""
        return next((higher for higher in self.levels(question) if higher > level), None)


def unknown_rows(question: "Practice", rows: Iterable[str]) -> Iterator[ValueProblem]:
    """Yield the ids of rows that a question has not."""
    known = tuple(row.id for row in question.rows)
    for row in rows:
        if row not in known:
            yield ValueProblem("answers.unknown_row", (row,), row, known)


def ascending(values: Sequence[Any], *, strictly: bool) -> bool:
    """Return whether values rise, or stay where they need not rise strictly."""
    return all(
        lower < upper or (lower == upper and not strictly) for lower, upper in pairwise(values)
    )


def words_of(text: "LocalizedText") -> BilingualWord:
    """Return a text of the checklist as words for a message."""
    return bilingual(text.get)
