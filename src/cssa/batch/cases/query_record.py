"""``queries.json``: the query letters that were sent, round by round, with what each asks."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from cssa.batch.json_stream import json_lines
from cssa.batch.ledger.replies import SentLetters
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.datafile.types import Date, Model, Str
from cssa.errors import InputError, Problem
from cssa.forms.reply_sheet import rows_mark
from cssa.forms.review import WHOLE_SUBMISSION, ReviewKey
from cssa.location import Location

QUERIES = f"{PRIVATE}/queries.json"


class AskedQuestion(Model):
    """A question of a letter.

    Attributes:
        practice: what it is about; None for the submission as a whole.
        file: hash of the file that the answer was read from.
        texts: what the letter asks, the issuer's own question last.
        own: that question, where there is one.
    """

    practice: Str | None
    file: Str
    texts: tuple[Str, ...]
    own: Str | None = None

    @property
    def hidden(self) -> str:
        """The key of its row in the reply form."""
        return f"{self.practice or WHOLE_SUBMISSION} {self.file}"


class QueryLetter(Model):
    """A letter to an institution.

    Attributes:
        institution: its id.
        name: its name.
        lang: language of the letter.
    """

    institution: Str
    name: Str
    lang: Literal["ja", "en"]
    questions: tuple[AskedQuestion, ...]

    @property
    def rows(self) -> str:
        """Hash of the questions, which the reply form carries."""
        return rows_mark(question.hidden for question in self.questions)

    def key(self, question: AskedQuestion) -> ReviewKey:
        """Return the answer that a question is about."""
        return ReviewKey(self.institution, question.file, question.practice)


class QueryRound(Model):
    """Letters that were sent together.

    Attributes:
        id: the day, with a number for further rounds of that day.
        on: the day.
        due: the day by which replies are asked for.
    """

    id: Str
    on: Date
    due: Date
    letters: tuple[QueryLetter, ...]


class QueryRecord(Model):
    """All letters of a campaign.

    Attributes:
        rounds: the earliest first.
    """

    schema_: Annotated[Literal["cssa.queries/1"], Field(alias="schema")]
    rounds: tuple[QueryRound, ...] = ()

    @cached_property
    def letters(self) -> SentLetters:
        """The hash of each letter's questions, by institution and round."""
        return {
            (letter.institution, round_.id): letter.rows
            for round_ in self.rounds
            for letter in round_.letters
        }

    def questions(self) -> Iterator[tuple[QueryRound, QueryLetter, AskedQuestion]]:
        """Yield every question with its letter and round, the earliest first."""
        for round_ in self.rounds:
            for letter in round_.letters:
                for question in letter.questions:
                    yield round_, letter, question

    def new_round(self, on: date) -> str:
        """Return the id of a further round of letters."""
        taken = {round_.id for round_ in self.rounds}
        names = (on.isoformat() + (f"-{number}" if number > 1 else "") for number in _COUNT)
        return next(name for name in names if name not in taken)


_COUNT = range(1, 1_000)


def read_queries(folder: OutFolder) -> QueryRecord:
    """Return the letters that were sent; none where there is no record.

    Args:
        folder: the batch's.

    Raises:
        InputError: when the record cannot be read.
    """
    data = folder.read(QUERIES)
    if data is None:
        return QueryRecord.model_validate({"schema": "cssa.queries/1"})
    try:
        return QueryRecord.model_validate_json(data)
    except ValidationError:
        where = Location(str(folder.root / QUERIES))
        raise InputError([Problem("batch.query.record", {}, where)]) from None


def encoded(record: QueryRecord) -> bytes:
    """Return a record as it is stored."""
    document: Mapping[str, Any] = json.loads(record.model_dump_json(by_alias=True))
    return json_lines(document)
