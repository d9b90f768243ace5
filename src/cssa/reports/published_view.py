"""Published figures beside an institution's answers: the questions that practices ask as well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssa.library.published import PublishedFigure, Survey, SurveyQuestion
from cssa.messages import Lang
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import CodedWord, Word
from cssa.reports.phrases import Phrase, in_language
from cssa.reports.practice_view import PracticeView, PracticeViews


@dataclass(frozen=True, slots=True)
class PublishedQuestion:
    """A question of a survey, with the answered practices that ask the same."""

    asked: SurveyQuestion
    practices: tuple[PracticeView, ...]


@dataclass(frozen=True, slots=True)
class PublishedSurvey:
    """A survey, with those of its questions that stand beside an answer."""

    survey: Survey
    questions: tuple[PublishedQuestion, ...]

    @property
    def facts(self) -> Phrase:
        """Who asked whom and when."""
        survey = self.survey
        return Phrase(
            "published.facts",
            {
                "population": survey.population,
                "n": survey.n,
                "fieldwork": _months(survey.fieldwork.from_, survey.fieldwork.to),
                "publisher": survey.publisher,
                "published": survey.published.isoformat(),
            },
        )


def published_beside(
    surveys: Sequence[Survey], checklist: str, practices: PracticeViews
) -> tuple[PublishedSurvey, ...]:
    """Return the figures that stand beside answers, each survey by itself.

    Args:
        surveys: what is published.
        checklist: id of the checklist that is answered.
        practices: with their answers.
    """
    beside = (
        PublishedSurvey(survey, tuple(_questions(survey, checklist, practices)))
        for survey in surveys
    )
    return tuple(survey for survey in beside if survey.questions)


def figure_text(figure: PublishedFigure, lang: Lang) -> str:
    """Return a share as it is published: exact with one decimal, else in words.

    Args:
        figure: the share.
        lang: language of the words.
    """
    if figure.about is not None:
        return figure.about.get(lang)
    return f"{figure.share:.1f}%"


def figure_line(figure: PublishedFigure, lang: Lang) -> str:
    """Return an option with its share, and what is uncertain about it.

    Args:
        figure: the share.
        lang: language of the words.
    """
    typography = TYPOGRAPHY[lang]
    line = typography.labelled(figure.option.get(lang), figure_text(figure, lang))
    return line if figure.note is None else line + typography.in_brackets(figure.note.get(lang))


def beside_text(question: PublishedQuestion, lang: Lang) -> str:
    """Return the practices that ask the same, each with its own level or status.

    Args:
        question: the question.
        lang: language of the words.
    """
    return "\n".join(
        f"{practice.shown_id} {practice.title.get(lang)} - {in_language(practice.level_text, lang)}"
        for practice in question.practices
    )


def _questions(
    survey: Survey, checklist: str, practices: PracticeViews
) -> Iterator[PublishedQuestion]:
    for asked in survey.questions:
        views = (practices.get(name) for name in asked.practices.get(checklist, ()))
        answered = tuple(view for view in views if view and view.result.status == "answered")
        if answered:
            yield PublishedQuestion(asked, answered)


def _months(first: str, last: str) -> Word | str:
    if first == last:
        return first
    return CodedWord("figure.range", (("low", first), ("high", last)))
