"""The case of an institution: what it was asked, what it replied, and what came of it."""

from typing import Annotated, Literal

from pydantic import Field

from cssa.datafile.types import Bool, Date, Int, Model, Str
from cssa.forms.review import Exchange, OutcomeKind, ReviewOutcome

CaseState = Literal["open", "answered", "closed"]
CASE_STATES: tuple[CaseState, ...] = ("open", "answered", "closed")


class CaseReply(Model):
    """What a reply form says on a question.

    Attributes:
        level: the level that the institution corrects its answer to.
        document: what it refers to.
        by: the function that replied.
        received: the day on which the form came in.
        path: of the form.
    """

    text: Str | None
    level: Int | None
    document: Str | None
    by: Str | None
    received: Date | None
    path: Str


class CaseQuestion(Model):
    """A question of a case.

    Attributes:
        practice: what it is about; None for the submission as a whole.
        number: of that practice in the source.
        file: hash of the file that the answer was read from.
        replaced: whether another file has replaced it since.
        asked: what is asked; as it was sent, where it was.
        asked_on: days of the query letters.
        answer: the reply that the issuer has noted.
        reply: what came back in a reply form.
        document_seen: what the issuer has seen of the institution's documents.
        level: to which the answer is corrected, with ``ground``.
        by: who handled it, and proposes the correction.
        follow_up: when the matter is to be taken up again.
    """

    practice: Str | None
    number: Str | None
    file: Str
    state: CaseState
    replaced: Bool = False
    asked: tuple[Str, ...] = ()
    asked_on: tuple[Date, ...] = ()
    answer: Str | None = None
    reply: CaseReply | None = None
    document_seen: Str | None = None
    outcome: OutcomeKind | None = None
    level: Int | None = None
    ground: Str | None = None
    by: Str | None = None
    on: Date | None = None
    approved_by: Str | None = None
    follow_up: Date | None = None


class Case(Model):
    """A case.

    Attributes:
        campaign: its id; None where nothing names it.
        state: that of the question which is furthest from being closed.
        hearing: why the institution may be worth a hearing.
    """

    schema_: Annotated[Literal["cssa.case/1"], Field(alias="schema")] = "cssa.case/1"
    campaign: Str | None
    institution: Str
    name: Str
    state: CaseState
    hearing: tuple[Str, ...] = ()
    questions: tuple[CaseQuestion, ...]


def question_state(outcome: ReviewOutcome | None, exchange: Exchange | None) -> CaseState:
    """Return how far a question on an answer that stands is.

    Args:
        outcome: what the issuer entered.
        exchange: what was asked by letter and replied.
    """
    if outcome is not None and outcome.is_settled:
        return "closed"
    is_noted = outcome is not None and (outcome.reply is not None or outcome.is_waiting)
    is_replied = exchange is not None and not exchange.is_waiting
    return "answered" if is_noted or is_replied else "open"
