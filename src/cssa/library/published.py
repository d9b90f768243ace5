"""Figures of surveys that were published, as data: what was asked, of whom, and the shares."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.practice import Id
from cssa.datafile.reader import Document
from cssa.datafile.types import Bool, Bounds, Date, Int, Line, Model, Number, Text
from cssa.errors import Problem
from cssa.library.incidents import Months
from cssa.location import KeyPath

Share = Annotated[Number, Bounds(ge=0, le=100)]


class PublishedFigure(Model):
    """The share of the institutions that gave one answer.

    Attributes:
        share: in per cent, where a source states it exactly.
        about: in words, where a source states it so; never both.
        total: whether it sums up other options.
        note: what is uncertain about it.
        first_hand: whether it was taken from the survey's own publication, not from a report on it.
        sources: where it stands.
    """

    id: Id
    option: Text
    share: Share | None = None
    about: Text | None = None
    total: Bool = False
    note: Text | None = None
    first_hand: Bool = False
    sources: Annotated[tuple[Line, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse a figure that is both exact and approximate, or neither."""
        if (self.share is None) == (self.about is None):
            raise PydanticCustomError("share_or_about", "share or about")
        return self


class SurveyQuestion(Model):
    """A question of a survey, in our own words.

    Attributes:
        answers: whether an institution gives one answer, several, or one for each thing named.
        practices: by checklist, the practices that ask the same; none where no practice does.
    """

    id: Id
    question: Text
    answers: Literal["one", "several", "each"]
    practices: Mapping[Id, Annotated[tuple[Line, ...], Field(min_length=1)]] = {}
    figures: Annotated[tuple[PublishedFigure, ...], Field(min_length=1)]


class Survey(Model):
    """A survey of one population at one time.

    Attributes:
        fieldwork: months in which it was answered.
        n: institutions that answered.
        primary: addresses of its own publication.
    """

    schema_: Annotated[Literal["cssa.published/1"], Field(alias="schema")]
    id: Id
    title: Text
    publisher: Text
    published: Date
    fieldwork: Months
    n: Annotated[Int, Field(ge=1)]
    population: Text
    primary: tuple[Line, ...] = ()
    questions: Annotated[tuple[SurveyQuestion, ...], Field(min_length=1)]

    @property
    def is_first_hand(self) -> bool:
        """Whether every figure was taken from the survey's own publication."""
        return all(figure.first_hand for item in self.questions for figure in item.figures)


class PublishedSurveys(Model):
    """All surveys that ship, the latest first."""

    surveys: tuple[Survey, ...]


def check_survey(
    survey: Survey,
    document: Document,
    practices_of: Callable[[str], AbstractSet[str] | None] | None = None,
) -> Iterator[Problem]:
    """Yield what a survey names twice, or refers to that does not exist.

    Args:
        survey: what has been read.
        document: the file that it was read from.
        practices_of: returns the ids of a checklist's practices, None where there is no such
            checklist; without it practices are not looked at.
    """
    seen: dict[str, str] = {}
    for index, item in enumerate(survey.questions):
        place: KeyPath = ("questions", index)
        yield from _twice(item.id, seen, document, (*place, "id"))
        options: dict[str, str] = {}
        for number, figure in enumerate(item.figures):
            yield from _twice(figure.id, options, document, (*place, "figures", number, "id"))
        for checklist, names in item.practices.items() if practices_of else ():
            path = (*place, "practices", checklist)
            known = practices_of(checklist) if practices_of else None
            if known is None:
                params = {"name": checklist}
                yield Problem("incidents.unknown_checklist", params, document.location(path), path)
            for number, name in enumerate(names):
                if known is not None and name not in known:
                    where = (*path, number)
                    params = {"name": name, "id": checklist}
                    yield Problem(
                        "incidents.unknown_practice", params, document.location(where), where
                    )


def _twice(name: str, seen: dict[str, str], document: Document, path: KeyPath) -> Iterator[Problem]:
    place = document.location(path)
    if name in seen:
        yield Problem("lint.duplicate-id", {"id": name, "first": seen[name]}, place, path)
    seen.setdefault(name, str(place))
