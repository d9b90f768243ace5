"""The letter that asks an institution about its answers."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.answers.handling import UNSPECIFIED
from cssa.batch.outputs.letter_parts import Addressee, closing_lines
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line
from cssa.messages.wording import in_language

_INDENT = "   "


class NumberedQuestion(NamedTuple):
    """A question as the letter has it.

    Attributes:
        subject: the practice by number and title, or the submission as a whole.
        given: what was answered; empty for the submission as a whole.
        texts: what is asked.
        has_levels: whether the reply form offers levels to correct the answer to.
    """

    subject: str
    given: str
    texts: Sequence[str]
    has_levels: bool


def handling_mark(campaign: Campaign | None, lang: Lang) -> str:
    """Return how letters and reply forms, which hold answers, are to be handled."""
    handling = UNSPECIFIED if campaign is None else campaign.handling
    return str(in_language(handling.mark, lang, message))


def query_subject(campaign: Campaign | None, title: str, lang: Lang) -> str:
    """Return the subject of the letter.

    Args:
        campaign: who asks; None where its file was not specified.
        title: of the checklist, by which the letter goes where there is no campaign.
        lang: the letter's language.
    """
    answered = title if campaign is None else campaign.title.get(lang)
    return one_line(message(lang, "batch.query.subject", {"title": answered}))


def query_letter(
    addressee: Addressee,
    questions: Sequence[NumberedQuestion],
    campaign: Campaign | None,
    *,
    subject: str,
    form: str,
    days: tuple[date, date],
    lang: Lang,
) -> Iterator[str]:
    """Yield the lines of the letter. It names no other institution.

    Args:
        addressee: whom it goes to.
        questions: in order.
        campaign: who asks; None where its file was not specified.
        subject: of the letter.
        form: name of the reply form.
        days: of the letter, and by which replies are asked for.
        lang: the letter's language.
    """
    as_date, name = TYPOGRAPHY[lang].date, one_line(addressee.name)
    on, due = map(as_date, days)
    yield handling_mark(campaign, lang)
    yield subject
    yield ""
    yield from addressee.lines(lang)
    yield on
    yield ""
    yield message(lang, "batch.query.ask", {"form": form})
    yield ""
    yield message(lang, "batch.letter.institution", {"name": name, "id": addressee.id})
    yield message(lang, "batch.query.due", {"date": due})
    for number, question in enumerate(questions, start=1):
        yield ""
        yield f"{number}. {one_line(question.subject)}"
        if question.given:
            given = one_line(" / ".join(question.given.splitlines()))
            yield _INDENT + message(lang, "batch.query.given", {"given": given})
        for text in question.texts:
            for line in text.splitlines():
                yield _INDENT + one_line(line)
    yield ""
    yield message(lang, "batch.query.how")
    if not all(question.has_levels for question in questions):
        yield message(lang, "batch.query.how_form")
    yield message(lang, "batch.query.no_judgement")
    yield from closing_lines(campaign, lang)
