"""Declaration of a form's sheets, columns, headings and hidden codes, for writing and reading.

Every sheet that is read is a table: a hidden row of column codes, whose first cell names the kind
of table, and below it rows that carry a hidden key. Reading goes by codes and keys alone, so
sheets may be renamed and moved, rows sorted, rows and columns inserted.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

SCHEMA = "cssa.form/1"

COVER = "cssa:cover"
ANSWERS = "cssa:answers"
META = "cssa:meta"
REVIEW = "cssa:review"
PLAN = "cssa:plan"
LINE_REVIEW = "cssa:line-review"
REPLY = "cssa:reply"
NOTES = "cssa:notes"
MARKERS = frozenset((COVER, ANSWERS, META, REVIEW, PLAN, LINE_REVIEW, REPLY, NOTES))
HEADINGS = "cssa:headings"
"""Key of the row of headings."""

NUMBER = "number"
VALUE = "value"
REASON = "reason"
ISSUED = "issued"
"""Hidden column of what a row was issued with; forms of earlier versions have none."""
KEY_SEPARATOR = "/"
"""Separates a practice and one of its options or rows in a key."""

META_SHEET = "_cssa"
LISTS_SHEET = "_lists"

MAX_PARTS = 200

ColumnKind = Literal["shown", "answer", "choice", "text", "date", "count", "points"]

FIXED_ROWS = 4
"""Rows above the first answer: title, instruction, codes, headings."""
CODES_ROW = 2
HEADINGS_ROW = 3


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of an answer sheet.

    Attributes:
        code: identifies it when a form is read; repeated columns are numbered: ``evidence.1.ref``.
        kind: what a cell holds; ``shown`` cells are not filled in.
        width: in characters of the default font.
        group: cells that belong together and share a heading colour.
        heading: code of its message, where it is not the column's own code.
        number: which of several, shown in the heading.
    """

    code: str
    kind: ColumnKind
    width: float
    group: str
    heading: str | None = None
    number: int | None = None

    @property
    def message(self) -> str:
        """Code of the heading's message."""
        return f"form.column.{self.heading or self.code}"

    @property
    def is_entry(self) -> bool:
        """Whether it is filled in by the institution."""
        return self.kind != "shown"


ADVICE = ("guidance", "pitfalls")
"""Columns of what helps to answer; a form has those that some practice has a text for."""

_SHOWN = (
    FormColumn(NUMBER, "shown", 10, "shown"),
    FormColumn("title", "shown", 20, "shown"),
    FormColumn("section", "shown", 12, "shown"),
    FormColumn("tier", "shown", 8, "shown"),
    FormColumn("question", "shown", 44, "shown"),
    FormColumn("listed", "shown", 36, "shown"),
    FormColumn("guidance", "shown", 44, "shown"),
    FormColumn("pitfalls", "shown", 44, "shown"),
)
_ANSWER = (
    FormColumn("answer", "answer", 34, "answer"),
    FormColumn("disposition", "choice", 12, "answer"),
    FormColumn("reason", "text", 24, "answer"),
    FormColumn("done.n", "count", 7, "answer"),
    FormColumn("done.of", "count", 7, "answer"),
    FormColumn("points", "points", 10, "answer"),
    FormColumn("note", "text", 30, "support"),
)
_WORK = (
    FormColumn("last_done", "date", 12, "support"),
    FormColumn("performed_by", "choice", 14, "support"),
    FormColumn("by", "text", 14, "support"),
)
_TREATMENT = (
    FormColumn("treatment.kind", "choice", 12, "treatment"),
    FormColumn("treatment.measure", "text", 28, "treatment"),
    FormColumn("treatment.approved_by", "text", 14, "treatment"),
    FormColumn("treatment.approved_on", "date", 12, "treatment"),
    FormColumn("treatment.review_by", "date", 12, "treatment"),
)
PLAN_COLUMNS = (
    FormColumn("plan.owner", "text", 16, "plan"),
    FormColumn("plan.due", "date", 12, "plan"),
    FormColumn("plan.action", "text", 30, "plan"),
    FormColumn("plan.status", "choice", 10, "plan"),
    FormColumn("plan.budget", "text", 14, "plan"),
)
_CONFIRMED = FormColumn("confirmed", "choice", 12, "review")

SHORT = (
    FormColumn(NUMBER, "shown", 10, "shown"),
    FormColumn("question", "shown", 62, "shown"),
    FormColumn("answer", "answer", 34, "answer", "short.answer"),
    FormColumn("note", "text", 42, "support", "short.note"),
    FormColumn("plan.due", "date", 13, "plan", "short.due"),
)
"""Columns of a short form: "not applicable" is an answer there, and its reason stands as a note."""

SHORT_FIELDS = frozenset(("na", "not_adopted", "reason", "note", "plan.due"))
"""Fields that a short form has beside what answers a question."""

FROZEN_COLUMNS = 3
"""Columns that stay visible: the hidden key, the number, the title."""


def columns(
    *,
    advice: Collection[str] = ADVICE,
    evidence: int = 1,
    reviews: int = 0,
    plans: bool = True,
    unconfirmed: bool = False,
    levels: bool = True,
    points: bool = True,
) -> list[FormColumn]:
    """Return the columns of an answer sheet after its key.

    Args:
        advice: codes of the columns that help to answer.
        evidence: how many pieces of evidence an answer has room for.
        reviews: how many views of other lines are shown.
        plans: whether it asks for plans; forms of earlier versions do not.
        unconfirmed: whether answers that were carried over have to be confirmed.
        levels: whether some practice gives a level, or an answer has what belongs to one.
        points: whether some practice lists points.
    """
    left_out = set(ADVICE) - set(advice)
    left_out |= set() if levels else {"done.n", "done.of"}
    left_out |= set() if points else {"listed", "points"}
    all_columns = [column for column in (*_SHOWN, *_ANSWER) if column.code not in left_out]
    for number in range(1, evidence + 1):
        heading_number = number if evidence > 1 else None
        all_columns += [
            FormColumn(f"evidence.{number}.ref", "text", 24, "support", "evidence", heading_number),
            FormColumn(
                f"evidence.{number}.date", "date", 12, "support", "evidence_date", heading_number
            ),
        ]
    all_columns += [*_WORK, *(_TREATMENT if levels else ()), *(PLAN_COLUMNS if plans else ())]
    for number in range(1, reviews + 1):
        heading_number = number if reviews > 1 else None
        all_columns += [
            FormColumn(
                f"review.{number}.line", "count", 7, "review", "review_line", heading_number
            ),
            FormColumn(
                f"review.{number}.level", "answer", 24, "review", "review_level", heading_number
            ),
            FormColumn(f"review.{number}.by", "text", 14, "review", "review_by", heading_number),
            FormColumn(f"review.{number}.on", "date", 12, "review", "review_on", heading_number),
            FormColumn(
                f"review.{number}.note", "text", 24, "review", "review_note", heading_number
            ),
        ]
    if unconfirmed:
        all_columns.append(_CONFIRMED)
    return all_columns


def breaks_after(all_columns: Sequence[FormColumn]) -> tuple[str, str]:
    """Return the columns after which printed pages end: what is asked, the answer, its support.

    Args:
        all_columns: of the sheet.
    """
    shown = [column.code for column in all_columns if column.kind == "shown"]
    return shown[-1], "note"


FieldKind = Literal["text", "id", "date", "size", "choice"]


@dataclass(frozen=True, slots=True)
class CoverField:
    """A line of the cover that is filled in.

    Attributes:
        key: path of the value in a submission, with dots.
        required: the form is refused without it.
    """

    key: str
    kind: FieldKind
    required: bool = False

    @property
    def message(self) -> str:
        """Code of the label's message."""
        return f"form.field.{self.key}"


INSTITUTION = (
    CoverField("institution.id", "id", required=True),
    CoverField("institution.name", "text", required=True),
    CoverField("institution.sector", "choice", required=True),
    CoverField("institution.licence", "choice"),
    CoverField("institution.size", "size"),
)
ISSUED_TO = frozenset(("institution.id", "institution.name", "institution.sector"))
"""Keys of what a form that is issued to one institution says of it."""
APPROVAL = (
    CoverField("assessed_on", "date"),
    CoverField("approval.respondent", "text"),
    CoverField("approval.second_line", "text"),
    CoverField("approval.reported_to_board", "date"),
)
GROUP_PREFIX = "selected_groups."
FLAG_PREFIX = "institution.profile."
FACTOR_PREFIX = "institution.risk.factors."
OVERRIDE_KEY = "institution.risk.override"


def part_key(practice_id: str, part_id: str) -> str:
    """Return the key of the row of one option or row of a practice."""
    return f"{practice_id}{KEY_SEPARATOR}{part_id}"


def sheet_name(domain_id: str, taken: Sequence[str]) -> str:
    """Return a name for a domain's sheet that spreadsheets accept.

    Args:
        domain_id: id of the domain.
        taken: names of the other sheets.
    """
    base = "".join("_" if char in "[]:*?/\\'" else char for char in domain_id)[:28] or "_"
    name, number = base, 1
    while name.casefold() in {name_taken.casefold() for name_taken in taken}:
        number += 1
        name = f"{base}~{number}"
    return name
