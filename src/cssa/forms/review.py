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

BEFORE_APPROVALS = "*"
"""Stands for who approved a correction that was confirmed before approvals were asked for."""


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
        key: without a file in a row that was added by hand.
        reply: of the institution.
        outcome: None where only a reply was noted.
        level: the level that replaces the one as filed, where the outcome is a correction.
        ground: why.
        by: who handled the matter, and proposes the correction.
        on: when.
        shown: the texts of the row, by column, for the case that it is no longer asked about.
        place: of the row.
        question: what the issuer asks beside the queries.
        document: what was seen of the institution's documents.
        approved_by: who approved the correction; ``BEFORE_APPROVALS`` where nobody was asked to.
        follow_up: when the matter is to be taken up again.
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
    question: str | None = None
    document: str | None = None
    approved_by: str | None = None
    follow_up: date | None = None

    @property
    def entries(self) -> tuple[object, ...]:
        """What was entered."""
        return tuple(getattr(self, column.code) for column in ENTRIES)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do: the answer stands, or its correction is approved."""
        return self.outcome == "unchanged" or self.is_approved

    @property
    def is_approved(self) -> bool:
        """Whether it is a correction that somebody has approved."""
        return self.outcome == "corrected" and self.approved_by is not None

    @property
    def is_waiting(self) -> bool:
        """Whether it is a correction that nobody has approved yet."""
        return self.outcome == "corrected" and self.approved_by is None


class ReturnedReply(NamedTuple):
    """What an institution entered on one question of a reply form.

    Attributes:
        reply: its text; None where it only corrects a level or names a document.
        level: the level that it corrects its answer to.
        document: what it refers to.
        by: the function that replied there.
        path: of the reply form, as it is shown.
        received: when it came in; None without a receipt.
    """

    reply: str | None
    level: int | None
    document: str | None
    by: str | None
    path: str
    received: date | None


class Exchange(NamedTuple):
    """What was asked about one answer by letter, and what came back.

    Attributes:
        name: of the institution.
        asked: the texts that were sent, the earliest first.
        sent: when each of them was sent.
        own: what the issuer asked beside the queries, in the last of them.
        reply: of the latest reply form that has one.
        is_waiting: whether the last of them has no reply.
    """

    name: str
    asked: tuple[str, ...]
    sent: tuple[date, ...]
    own: str | None = None
    reply: ReturnedReply | None = None
    is_waiting: bool = True

    @property
    def proposal(self) -> "ProposedCorrection | None":
        """The correction that the institution proposes, if it does."""
        reply = self.reply
        if reply is None or reply.level is None:
            return None
        return ProposedCorrection(reply.level, reply.reply, reply.by or self.name)


class ProposedCorrection(NamedTuple):
    """A correction that an institution proposes in a reply form: level, reason, by whom."""

    level: int
    ground: str | None
    by: str


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
    ReviewColumn("name", "shown", 18),
    ReviewColumn("practice", "shown", 9),
    ReviewColumn("title", "shown", 20),
    ReviewColumn("given", "shown", 11),
    ReviewColumn("asked", "shown", 40),
    ReviewColumn("others", "shown", 13, "review"),
    ReviewColumn("question", "text", 22, "answer"),
    ReviewColumn("sent", "shown", 11),
    ReviewColumn("received", "shown", 26),
    ReviewColumn("reply", "text", 28, "answer"),
    ReviewColumn("document", "text", 16, "answer"),
    ReviewColumn("outcome", "outcome", 11, "answer"),
    ReviewColumn("level", "level", 8, "answer"),
    ReviewColumn("ground", "text", 22, "answer"),
    ReviewColumn("by", "text", 13, "answer"),
    ReviewColumn("on", "date", 12, "answer"),
    ReviewColumn("approved_by", "text", 13, "answer"),
    ReviewColumn("follow_up", "date", 12, "answer"),
    ReviewColumn("file", "hidden", 12),
)
SHOWN = tuple(column for column in COLUMNS if column.kind == "shown")
ENTRIES = tuple(column for column in COLUMNS if column.kind not in ("shown", "hidden"))
IDENTITY = ("institution", "practice")
"""Visible columns that identify a row's answer, as its hidden cells do."""
SINCE_APPROVALS = frozenset(
    ("question", "sent", "received", "document", "approved_by", "follow_up")
)
"""Columns that workbooks have since corrections are approved; those of earlier versions lack all
of them."""
FILE = "file"


def review_rows(
    checklist: Checklist,
    filed: ReviewedInstitution,
    statuses: Mapping[str, tuple[Status, int | None]],
    values: Mapping[str, Any],
    queries: Iterable[Query],
    rest: Mapping[str, int] | None = None,
    kept: Iterable[str | None] = (),
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
        kept: what has a row whether or not there are queries on it.
    """
    asked: dict[str | None, list[Query]] = {None: []} if rest else {}
    asked |= {practice: [] for practice in kept}
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
