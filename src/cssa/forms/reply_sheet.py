"""Declaration of the reply form, on which an institution answers a query letter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from cssa.answers.comparable import digest
from cssa.forms.layout import FormColumn
from cssa.forms.review import WHOLE_SUBMISSION, ReviewKey
from cssa.messages import LANGS, Lang

SOURCE = "source"
"""Hidden column: which letter the form belongs to, whose it is, and of which checklist."""
SHOWN_MARK = "shown"
"""Hidden column: hash of what a row shows."""
INSTITUTION = "cssa:institution"
"""Key of the row that names the institution, in the cells below."""
INSTITUTION_ID, INSTITUTION_NAME = "title", "asked"
"""Columns in which that row has them."""

SHOWN = (
    FormColumn("number", "shown", 6, "shown", "reply_number"),
    FormColumn("practice", "shown", 11, "shown", "number"),
    FormColumn("title", "shown", 24, "shown"),
    FormColumn("asked", "shown", 50, "shown", "reply_asked"),
    FormColumn("given", "shown", 22, "shown", "reply_given"),
)
ENTRIES = (
    FormColumn("reply", "text", 46, "answer"),
    FormColumn("level", "choice", 26, "answer", "reply_level"),
    FormColumn("document", "text", 28, "support", "reply_document"),
    FormColumn("by", "text", 18, "support", "reply_by"),
)
COLUMNS = (*SHOWN, *ENTRIES)
HIDDEN = (SOURCE, SHOWN_MARK)

_NOTHING = "-"


@dataclass(frozen=True, kw_only=True)
class ReplyRow:
    """A question of the form.

    Attributes:
        key: the answer that it is about.
        shown: texts of the columns that are not filled in, by code.
        levels: words of the levels that the answer can be corrected to; none where a level cannot
            correct it.
    """

    key: ReviewKey
    shown: Mapping[str, str]
    levels: Sequence[str]

    @property
    def hidden(self) -> str:
        """The text of the hidden key cell."""
        return f"{self.key.practice or WHOLE_SUBMISSION} {self.key.file}"


class ReplySource(NamedTuple):
    """Which letter a reply form belongs to.

    Attributes:
        lang: language of the form.
        campaign: id; empty where none is known.
        institution: id of the institution that the letter went to.
        checklist: id, followed by the version.
        round_: of letters that it was sent in.
        rows: hash of the questions, by which a row that is missing is noticed.
    """

    lang: Lang
    campaign: str
    institution: str
    checklist: str
    version: str
    round_: str
    rows: str

    @property
    def text(self) -> str:
        """The text of the hidden cells."""
        return " ".join(value or _NOTHING for value in self)

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Return the source that a text names, None where it names none."""
        values = ["" if value == _NOTHING else value for value in text.split()]
        lang = next((lang for lang in LANGS if values and lang == values[0]), None)
        if lang is None or len(values) != len(cls._fields) or not values[2]:
            return None
        return cls(lang, *values[1:])


def rows_mark(keys: Iterable[str]) -> str:
    """Return the hash of the hidden keys of a form's questions, in whatever order."""
    return digest(sorted(keys))


def shown_mark(texts: Iterable[str]) -> str:
    """Return the hash of what is shown of a question; blanks around a text do not count."""
    return digest([text.strip() for text in texts])
