"""Declaration of the review form: its columns, for writing and reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cssa.answers.comparable import digest
from cssa.answers.reviewed_answer import Role
from cssa.answers.submission import Review
from cssa.forms.layout import FormColumn

SOURCE = "source"
"""Hidden column: for which line it is, whose answers, and of which checklist."""
SEEN = "seen"
"""Hidden column: the mark of the answer that the reviewer is shown."""
SHOWN_MARK = "shown"
"""Hidden column: hash of what is shown of the self-rating."""

OWN = ("own", "own_note", "own_evidence")
"""Columns of the self-rating."""

SHOWN = (
    FormColumn("number", "shown", 10, "shown"),
    FormColumn("title", "shown", 22, "shown"),
    FormColumn("question", "shown", 40, "shown"),
    FormColumn("own", "shown", 26, "answer", "line_review_own"),
    FormColumn("own_note", "shown", 34, "answer", "note"),
    FormColumn("own_evidence", "shown", 26, "answer", "evidence"),
    FormColumn("others", "shown", 24, "shown", "line_review_others"),
)
ENTRIES = (
    FormColumn("level", "choice", 26, "review", "review_level"),
    FormColumn("note", "text", 36, "review", "review_note"),
    FormColumn("by", "text", 16, "review", "review_by"),
    FormColumn("on", "date", 12, "review", "review_on"),
)
COLUMNS = (*SHOWN, *ENTRIES)
HIDDEN = (SOURCE, SEEN, SHOWN_MARK)


@dataclass(frozen=True, kw_only=True)
class LineReviewRow:
    """A row of the form.

    Attributes:
        practice: the practice's id.
        shown: texts of the columns that are not filled in, by code.
        levels: words of its levels, for the drop-down.
        level: word of the level of the function's own review; empty without one.
        own: its own review so far.
        seen: the mark of the answer.
    """

    practice: str
    shown: Mapping[str, str]
    levels: Sequence[str]
    level: str
    own: Review | None
    seen: str


def source_of(role: Role, institution: str, checklist: str, version: str) -> str:
    """Return the text by which a form is known when it is read back."""
    return f"{role} {institution} {checklist} {version}"


def shown_mark(texts: Sequence[str]) -> str:
    """Return the hash of what is shown of a self-rating; blanks around a text do not count."""
    return digest([text.strip() for text in texts])


def review_fields(review: Review | None) -> dict[str, object]:
    """Return a review as the fields that a row has cells for."""
    if review is None:
        return {}
    fields = {name: getattr(review, name) for name in ("level", "note", "by", "on")}
    return {name: value for name, value in fields.items() if value is not None}
