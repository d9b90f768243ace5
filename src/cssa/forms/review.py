"""The review workbook: rows, columns and outcomes of queries about answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.consistency.queries import Query
from cssa.engine.status import Status
from cssa.forms.layout import KEY_SEPARATOR
from cssa.location import FormLocation
from cssa.messages import Lang, message

OutcomeKind = Literal["unchanged", "corrected", "pending"]
OUTCOMES: tuple[OutcomeKind, ...] = ("unchanged", "corrected", "pending")

WHOLE_SUBMISSION = "*"
"""Stands for the submission as a whole in a key."""

REQUIRED = ("level", "ground", "by", "on")
"""Columns that a correction must fill in."""


class ReviewedInstitution(NamedTuple):
    """The institution whose answers were read from a file."""

    institution: str
    name: str
    sha256: str


class ReviewRow(NamedTuple):
    """A row of queries to an institution: on a practice, or on its submission as a whole.

    Attributes:
        file: sha256 of the file that the answer was read from.
        practice: None for the submission as a whole, as is ``status`` then.
        level: as filed, before any correction; None unless answered.
        queries: what is asked.
        checklist: what was answered, with the rows that the institution has named.
        value: what was chosen or entered, where it was not a level.
        rest: number of further queries by code, which are not asked one by one.
    """

    institution: str
    name: str
    file: str
    practice: Practice | None
    level: int | None
    status: Status | None
    queries: tuple[Query, ...]
    checklist: Checklist
    value: Any = None
    rest: Mapping[str, int] = {}

    @property
    def key(self) -> "ReviewKey":
        """The key that ties a row to its outcome."""
        practice = None if self.practice is None else self.practice.id
        return ReviewKey(self.institution, self.file, practice)


class ReviewKey(NamedTuple):
    """Which answer is asked about: another file is another answer."""

    institution: str
    file: str
    practice: str | None

    @property
    def hidden(self) -> str:
        """The text of the hidden key cell."""
        return KEY_SEPARATOR.join((self.institution, self.practice or WHOLE_SUBMISSION, self.file))

    def visible(self, lang: Lang) -> dict[str, str]:
        """Return the text of the visible cells that identify the answer, by column."""
        practice = self.practice or message(lang, "book.review.whole")
        return {"institution": self.institution, "practice": practice}


class ReviewOutcome(NamedTuple):
    """What a reviewer entered into a row.

    Attributes:
        reply: of the institution.
        outcome: None where only a reply was noted.
        level: the level that replaces the one as filed, where the outcome is a correction.
        ground: why.
        by: who decided.
        on: when.
        shown: the texts of the row, by column, for the case that it is no longer asked about.
        place: of the row.
    """

    key: ReviewKey
    reply: str | None
    outcome: OutcomeKind | None
    level: int | None
    ground: str | None
    by: str | None
    on: date | None
    shown: tuple[tuple[str, str], ...]
    place: FormLocation

    @property
    def entries(self) -> tuple[object, ...]:
        """What was entered."""
        return (self.reply, self.outcome, self.level, self.ground, self.by, self.on)


@dataclass(frozen=True, slots=True)
class ReviewColumn:
    """A column of the workbook.

    Attributes:
        code: identifies it when the workbook is read.
        kind: what a cell holds; ``shown`` cells are not filled in.
        width: in characters.
        group: cells that belong together and share a heading colour.
    """

    code: str
    kind: Literal["shown", "text", "outcome", "level", "date", "hidden"]
    width: float
    group: str = "shown"

    @property
    def message(self) -> str:
        """Code of the heading's message."""
        return "book.review.practice_title" if self.code == "title" else f"book.review.{self.code}"


COLUMNS = (
    ReviewColumn("institution", "shown", 15),
    ReviewColumn("name", "shown", 20),
    ReviewColumn("practice", "shown", 9),
    ReviewColumn("title", "shown", 24),
    ReviewColumn("given", "shown", 11),
    ReviewColumn("asked", "shown", 42),
    ReviewColumn("others", "shown", 15, "review"),
    ReviewColumn("reply", "text", 34, "answer"),
    ReviewColumn("outcome", "outcome", 11, "answer"),
    ReviewColumn("level", "level", 8, "answer"),
    ReviewColumn("ground", "text", 26, "answer"),
    ReviewColumn("by", "text", 14, "answer"),
    ReviewColumn("on", "date", 12, "answer"),
    ReviewColumn("file", "hidden", 12),
)
SHOWN = tuple(column for column in COLUMNS if column.kind == "shown")
ENTRIES = tuple(column for column in COLUMNS if column.kind not in ("shown", "hidden"))
IDENTITY = ("institution", "practice")
"""Visible columns that identify a row's answer, as its hidden cells do."""
FILE = "file"


def review_rows(
    checklist: Checklist,
    filed: ReviewedInstitution,
    statuses: Mapping[str, tuple[Status, int | None]],
    values: Mapping[str, Any],
    queries: Iterable[Query],
    rest: Mapping[str, int] | None = None,
) -> Iterator[ReviewRow]:
    """Yield the rows of one submission: the whole of it first, then in checklist order.

    Args:
        checklist: what was answered, with the rows that the institution has named.
        filed: whose answers, in which file.
        statuses: status and level of each practice asked about, as filed: with a correction in
            it, what was asked would be gone.
        values: what was chosen or entered in answer to them, where it was not a level.
        queries: what is asked of this institution.
        rest: number of further queries by code, for the row on the whole.
    """
    asked: dict[str | None, list[Query]] = {None: []} if rest else {}
    for query in queries:
        asked.setdefault(query.practice, []).append(query)
    for practice in (None, *checklist.placed):
        if practice not in asked:
            continue
        status, level = statuses[practice] if practice is not None else (None, None)
        yield ReviewRow(
            institution=filed.institution,
            name=filed.name,
            file=filed.sha256,
            practice=None if practice is None else checklist.placed[practice].practice,
            level=level,
            status=status,
            queries=tuple(asked[practice]),
            checklist=checklist,
            value=None if practice is None else values.get(practice),
            rest=rest if practice is None and rest else {},
        )
