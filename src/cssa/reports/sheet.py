"""A checklist as a page to print beforehand and fill in by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cssa.answers.asked_if import condition_words
from cssa.answers.handling import UNSPECIFIED
from cssa.checklist.model import Checklist, PlacedPractice
from cssa.checklist.use import use_words
from cssa.datafile.types import LocalizedText
from cssa.messages import Lang, message
from cssa.messages.wording import Word
from cssa.reports.phrases import edition_phrase, in_language
from cssa.scheme.level_wording import LevelWording


class SheetItem(NamedTuple):
    """A question of the page.

    Attributes:
        notes: intros and conditions.
        options: what is ticked.
        rows: what the options are ticked for.
    """

    number: str
    question: LocalizedText
    notes: Sequence[LocalizedText | Word]
    options: Sequence[LocalizedText | str]
    rows: Sequence[LocalizedText]
    unit: LocalizedText | None


class SheetDomain(NamedTuple):
    """A domain of the page with its questions."""

    title: LocalizedText
    intros: Sequence[LocalizedText]
    items: Sequence[SheetItem]


def render_sheet(checklist: Checklist, scales: LevelWording, lang: Lang) -> str:
    """Return the page; of an incident it has columns for the first and the next report.

    Args:
        checklist: what is asked.
        scales: names of the levels.
        lang: language of the page.
    """
    from cssa.reports.templates import shipped_template

    is_incident = checklist.use is not None and checklist.use.unit == "incident"
    reports = ("sheet.first", "sheet.next") if is_incident else ("sheet.answer",)
    head = ("sheet.incident", "sheet.at", "sheet.by") if is_incident else ("sheet.at", "sheet.by")
    return shipped_template("sheet/sheet.html.j2", lang).render(
        checklist=checklist,
        title=in_language(edition_phrase(checklist), lang),
        handling=replace(UNSPECIFIED, historical=checklist.historical).mark,
        use=use_words(checklist),
        columns=[message(lang, code) for code in reports],
        head=[message(lang, code) for code in ("sheet.institution", *head)],
        contacts=is_incident,
        domains=tuple(_domains(checklist, scales, lang)),
    )


def _domains(checklist: Checklist, scales: LevelWording, lang: Lang) -> Iterator[SheetDomain]:
    for domain in checklist.domains:
        items = [
            _item(placed, checklist, scales, lang)
            for placed in checklist.walk()
            if placed.domain is domain
        ]
        intros = [domain.intro] if domain.intro else []
        yield SheetDomain(domain.title, intros, items)


def _item(
    placed: PlacedPractice, checklist: Checklist, scales: LevelWording, lang: Lang
) -> SheetItem:
    practice = placed.practice
    asked_if = condition_words(practice, checklist)
    intros = [intro for intro in placed.intros if intro is not placed.domain.intro]
    options: list[LocalizedText | str] = list(practice.options)
    if practice.accepts("level"):
        options = [f"{level.level} {level.name.get(lang)}" for level in scales.levels]
    return SheetItem(
        practice.shown_id,
        practice.question,
        (*intros, *placed.conditions, *([asked_if] if asked_if else [])),
        options,
        practice.rows,
        practice.unit,
    )
