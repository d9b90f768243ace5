"""The kinds of letters to institutions: when each is due, and what it says."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Literal, NamedTuple, TypeVar, get_args

from cssa.batch.ledger.mail_filings import MAIL_WITHOUT_FORM
from cssa.batch.outputs.letter_parts import Addressee, closing_lines, marking_line
from cssa.batch.outputs.returns import file_lines, is_owned, letter, title_of
from cssa.batch.reminding.reminder_case import ReminderCase
from cssa.messages import message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line

KindName = Literal["submit", "correct", "resend", "act", "receipt"]

KIND_NAMES: tuple[KindName, ...] = get_args(KindName)

_STATES_OF_RECEIPT = ("accepted", "accepted_with_warnings", "late")


class Letter(NamedTuple):
    """A letter to an institution.

    Attributes:
        kind: what it asks or confirms.
        title: of the letter.
        attachments: name and hash of the sender's file of each form with marks that goes with it.
        sure: names of those forms of which more than a file's name says that they are the
            institution's; the others are not to be sent.
        answers: hash of the file whose receipt it confirms.
    """

    kind: KindName
    title: str
    lines: tuple[str, ...]
    attachments: tuple[tuple[str, str], ...] = ()
    sure: tuple[str, ...] = ()
    answers: str | None = None


class LetterKind(ABC):
    """A kind of letter. The first kind that is due is written."""

    @abstractmethod
    def is_due(self, case: ReminderCase) -> bool:
        """Return whether an institution gets a letter of the kind."""

    @abstractmethod
    def letter(self, case: ReminderCase) -> Letter:
        """Return the letter to an institution for which it is due."""


LETTER_KINDS: list[LetterKind] = []
"""In the order in which they are asked."""

_KindT = TypeVar("_KindT", bound=type[LetterKind])


def register(kind: _KindT) -> _KindT:
    """Add a kind after those that are there."""
    LETTER_KINDS.append(kind())
    return kind


class _PlainLetter(LetterKind):
    """A letter of marking, day, title, heading, text and what stands below it.

    Attributes:
        name: of the kind.
    """

    name: ClassVar[KindName]

    def letter(self, case: ReminderCase) -> Letter:
        """Return the letter to an institution for which it is due."""
        title = message(case.lang, f"batch.remind.title.{self.name}")
        lines = (*heading_lines(case, title), *self.text(case))
        closing = closing_lines(case.campaign, case.lang)
        return Letter(self.name, title, (*lines, *closing), answers=self.answers(case))

    @abstractmethod
    def text(self, case: ReminderCase) -> Iterator[str]:
        """Yield what a letter says below its heading."""

    def answers(self, case: ReminderCase) -> str | None:
        """Return the hash of the file whose receipt it confirms; None where it confirms none."""
        del case
        return None


@register
class SubmissionLetter(_PlainLetter):
    """ご提出のお願い: nothing has come in, or nothing that was answered."""

    name = "submit"

    def is_due(self, case: ReminderCase) -> bool:
        """Return whether the institution has sent no form with answers."""
        return case.row.state == "missing" or case.is_empty

    def text(self, case: ReminderCase) -> Iterator[str]:
        """Yield the request, by when, and which forms came in empty."""
        lang = case.lang
        wrote = "no_form" if MAIL_WITHOUT_FORM in case.row.marks else "submit"
        yield message(lang, f"batch.remind.ask.{'empty' if case.is_empty else wrote}")
        yield ""
        for filing in case.returned.filings if case.returned else ():
            yield from file_lines(filing, lang)
        yield from subject_lines(case)
        yield from case.time_limits()


@register
class ReturnLetter(LetterKind):
    """修正のお願い, ご提出のお願い（再送）: what ``returns/`` says, with day and limits."""

    def is_due(self, case: ReminderCase) -> bool:
        """Return whether a file of the institution has to be corrected or sent again."""
        return case.returned is not None

    def letter(self, case: ReminderCase) -> Letter:
        """Return the letter of the return, dated."""
        if case.returned is None:
            raise ValueError(case.row.id)
        item, lang = case.returned, case.lang
        kind = title_of(item)
        lines = letter(
            item,
            case.campaign,
            case.otherwise,
            day=TYPOGRAPHY[lang].date(case.on),
            contact=case.contact,
            limits=() if item.is_of_replies else tuple(case.time_limits()),
        )
        names = {sha256: name.rpartition("/")[2] for sha256, name in item.marked.items()}
        attachments = tuple((name, sha256) for sha256, name in names.items())
        sure = tuple(
            names[filing.sha256]
            for filing in item.filings
            if filing.sha256 in names and is_owned(filing, case.row.id)
        )
        return Letter(
            kind, message(lang, f"batch.letter.title.{kind}"), tuple(lines), attachments, sure
        )


@register
class ReceiptLetter(_PlainLetter):
    """受領のご連絡: the form was accepted."""

    name = "receipt"

    def is_due(self, case: ReminderCase) -> bool:
        """Return whether answers of the institution are used."""
        return case.row.state in _STATES_OF_RECEIPT and case.row.effective is not None

    def answers(self, case: ReminderCase) -> str | None:
        """Return the hash of the file whose receipt it confirms."""
        return None if case.row.effective is None else case.row.effective.sha256

    def text(self, case: ReminderCase) -> Iterator[str]:
        """Yield what was received, and what follows where it came late."""
        lang = case.lang
        yield message(lang, "batch.remind.ask.receipt")
        yield ""
        if case.effective is not None:
            yield from file_lines(case.effective, lang)
        yield from subject_lines(case, deadline=case.row.state == "late")
        yield ""
        if case.row.left_out in ("cut_off", "published"):
            yield message(lang, "batch.remind.received_after_cut_off")
        elif case.row.state == "late":
            yield message(lang, "batch.remind.received_late")
        yield message(lang, "batch.remind.may_ask")


def heading_lines(case: ReminderCase, title: str) -> Iterator[str]:
    """Yield marking, day, title and addressee of a letter, with a blank line below.

    Args:
        case: whom it goes to.
        title: of the letter.
    """
    lang = case.lang
    yield from marking_line(case.campaign, lang)
    yield TYPOGRAPHY[lang].date(case.on)
    yield title
    yield ""
    yield from Addressee(case.row.id, case.row.name, case.contact).lines(lang)
    yield ""


def subject_lines(case: ReminderCase, *, deadline: bool = True) -> Iterator[str]:
    """Yield what a letter is about: campaign, institution, and by when its form is due.

    Args:
        case: whom it goes to.
        deadline: whether the deadline matters.
    """
    lang = case.lang
    if case.campaign is not None:
        yield message(lang, "batch.letter.campaign", {"title": case.campaign.title.get(lang)})
    params = {"name": one_line(case.row.name), "id": case.row.id}
    yield message(lang, "batch.letter.institution", params)
    if deadline and case.deadline is not None:
        day = TYPOGRAPHY[lang].date(case.deadline)
        yield message(lang, "batch.letter.deadline", {"date": day})
