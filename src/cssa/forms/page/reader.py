"""Reading what a page for the browser saved."""

from dataclasses import dataclass

from cssa.checklist.catalogue import Edition
from cssa.forms import layout
from cssa.forms.form_request import FormRequest
from cssa.forms.page.answers_block import PageAnswers, issued_rows, read_answers_block
from cssa.forms.page.field_tables import field_tables
from cssa.forms.reading import (
    FormReading,
    FormTables,
    ReadingContext,
    asked_practices,
    checked_edition,
    department_of,
    gather,
)
from cssa.lists.delegates import Delegate
from cssa.location import Location


@dataclass(frozen=True)
class ReturnedAnswers:
    """What came back from a page, and the form that it was sent out as."""

    answers: PageAnswers
    request: FormRequest


def read_page(data: bytes, path: str, context: ReadingContext) -> FormReading:
    """Read what a page saved and gather the problems of its fields.

    Args:
        data: the file.
        path: its name for messages.
        context: what forms are read with.

    Raises:
        InputError: when the file is refused, or is not a form of a known checklist.
    """
    answers = read_answers_block(data, path)
    edition = checked_edition(answers.facts, context, Location(path))
    lang = answers.form.lang
    labels = context.labels(lang, edition)
    checklist = edition.with_rows(issued_rows(answers)).checklist
    tables = field_tables(answers, checklist, labels, path)
    asked = asked_practices(answers.facts, edition, Location(path))
    form = FormTables(path, lang, edition, answers.facts, asked, tables)
    gathered = gather(form, context)
    source = ReturnedAnswers(answers, _request(answers, edition, context))
    department = department_of(answers.facts)
    number = answers.facts["number"]
    return FormReading(path, lang, gathered, edition, labels, asked, department, number, source)


def _delegate(answers: PageAnswers) -> Delegate | None:
    """Return the department that a form is for, which has the practices that the form names."""
    named = answers.form.delegate
    if named is None:
        return None
    return Delegate(
        id=named.id,
        department=named.department,
        person=named.person,
        due=named.due,
        practices=answers.form.asked or tuple(answers.answers)[:1],
    )


def _request(answers: PageAnswers, edition: Edition, context: ReadingContext) -> FormRequest:
    """Return the form as it was sent out, by what the page says of it."""
    keys, profile = set(answers.form.cover), context.profile
    flags = (flag for flag in profile.flags if f"{layout.FLAG_PREFIX}{flag.id}" in keys)
    factors = (item for item in profile.factors if f"{layout.FACTOR_PREFIX}{item.id}" in keys)
    return FormRequest(
        edition,
        context.library.level_wording(edition.checklist),
        profile.model_copy(update={"flags": tuple(flags), "factors": tuple(factors)}),
        context.library.sectors,
        answers.form.lang,
        campaign=answers.form.campaign,
        owner=answers.form.owner,
        delegate=_delegate(answers),
        due=answers.form.delegate.due if answers.form.delegate else None,
        asked=None if answers.form.asked is None else frozenset(answers.form.asked),
        is_short=answers.form.short,
        number=answers.form.issued_as,
    )
