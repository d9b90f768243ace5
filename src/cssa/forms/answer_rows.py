"""The rows of an answer sheet, with their texts, choices and prefilled values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cssa.answers.asked_if import condition_words
from cssa.answers.submission import Answer
from cssa.checklist.applicability import Applicability
from cssa.checklist.model import Checklist, PlacedPractice, Section
from cssa.checklist.practice import Practice, Tier
from cssa.forms.flat_fields import answer_fields
from cssa.forms.issued import issued_text
from cssa.forms.labels import Labels
from cssa.forms.layout import part_key
from cssa.forms.part_cells import PartCells
from cssa.messages import message
from cssa.scheme.profile import ProfileQuestions

Values = Mapping[str, str | date | int]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: a practice, or one option or row of it.

    Attributes:
        key: hidden key; a practice's id, for a part with the part's id behind it.
        choices: drop-down of the answer cell: id of a scale, or the words themselves.
        is_open: whether the answer cell is filled in.
        values: what is prefilled, by column code.
        issued: hashes of the prefilled values, for the hidden column.
    """

    key: str
    practice: Practice
    section: Section | None
    shown: Mapping[str, str]
    choices: str | tuple[str, ...] | None = None
    is_open: bool = True
    is_part: bool = False
    values: Values = field(default_factory=dict)
    issued: str = ""


class FormRowBuilder:
    """Builds the rows of practices.

    Args:
        labels: the form's words.
        profile: numbers the flags that conditions name, as on the cover.
        checklist: has the questions that others depend on.
    """

    def __init__(self, labels: Labels, profile: ProfileQuestions, checklist: Checklist) -> None:
        self._labels = labels
        self._checklist = checklist
        self._lang = labels.lang
        self._flags = {flag.id: number for number, flag in enumerate(profile.flags, start=1)}

    def rows(self, placed: PlacedPractice, answer: Answer | None) -> Iterator[FormRow]:
        """Yield the row of a practice, then those of its options or rows.

        Args:
            placed: the practice with its domain and section.
            answer: what is prefilled.
        """
        practice, section = placed.practice, placed.section
        cells = PartCells(self._labels, practice, answer)
        values = {} if answer is None else dict(self._values(practice, answer, cells))
        yield FormRow(
            practice.id,
            practice,
            section,
            self._shown(placed),
            cells.offered(cells.own) if cells.own else None,
            is_open=cells.own is not None,
            values=values,
            issued=issued_text(practice.id, answer_fields(answer)),
        )
        for part in cells.parts:
            part_id = part.id or ""
            key, value = part_key(practice.id, part_id), cells.value(part)
            yield FormRow(
                key,
                practice,
                section,
                {"number": part_key(practice.shown_id, part_id), "title": f"└ {cells.title(part)}"},
                cells.offered(part),
                is_part=True,
                values={} if value is None else {"answer": value},
            )

    def _shown(self, placed: PlacedPractice) -> dict[str, str]:
        practice, lang = placed.practice, self._lang
        owner = placed.section or placed.domain
        return {
            "number": practice.shown_id,
            "title": practice.title.get(lang),
            "section": f"{owner.id} {owner.title.get(lang)}",
            "tier": self._tier(practice.tier),
            "question": "\n".join(self._question(placed)),
            "listed": "\n".join(self._listed(practice)),
            "guidance": practice.guidance.get(lang) if practice.guidance else "",
            "pitfalls": practice.pitfalls.get(lang) if practice.pitfalls else "",
        }

    def _tier(self, tier: Tier) -> str:
        own = self._checklist.tier_title(tier)
        return message(self._lang, f"form.tier.{tier}") if own is None else own.get(self._lang)

    def _question(self, placed: PlacedPractice) -> Iterator[str]:
        practice, lang = placed.practice, self._lang
        yield practice.question.get(lang)
        for intro in placed.intros:
            yield message(lang, "form.intro", {"text": intro.get(lang)})
        for conditions in placed.conditions:
            yield message(lang, "form.conditions", {"text": conditions.get(lang)})
        asked_if = condition_words(practice, self._checklist)
        if asked_if:
            yield message(lang, "form.conditions", {"text": asked_if})
        if practice.applies_if:
            yield message(
                lang, "form.applies_if", {"flags": self._flag_numbers(practice.applies_if)}
            )
        if practice.cadence and (word := self._checklist.source_word(practice.cadence, lang)):
            yield message(lang, "form.cadence", {"word": word})
        if practice.legal:
            yield message(lang, "form.legal")
        if practice.unit:
            yield message(lang, "form.unit", {"unit": practice.unit.get(lang)})

    def _flag_numbers(self, condition: Applicability) -> str:
        return ", ".join(str(self._flags.get(flag, flag)) for flag in condition.flags)

    def _listed(self, practice: Practice) -> Iterator[str]:
        for number, point in enumerate(practice.points, start=1):
            required = message(self._lang, "form.required_point") if point.required else ""
            yield f"{number}. {required}{point.get(self._lang)}"

    def _values(
        self, practice: Practice, answer: Answer, cells: PartCells
    ) -> Iterator[tuple[str, Any]]:
        given = cells.value(cells.own) if cells.own else None
        given = answer.value if given is None else given  # an entry of another kind, as it is
        if given is not None:
            yield "answer", given
        for code in ("na", "not_adopted"):
            if getattr(answer, code):
                yield "disposition", self._labels.word("disposition", code)
        for code in ("reason", "note", "last_done", "performed_by", "by"):
            value = getattr(answer, code)
            if value is not None:
                yield code, value
        yield from self._support(practice, answer)
        if answer.treatment:
            treatment = answer.treatment
            yield "treatment.kind", self._labels.word("treatment", treatment.kind)
            for code in ("measure", "approved_by", "approved_on", "review_by"):
                yield f"treatment.{code}", getattr(treatment, code)
        yield from self._reviews(practice, answer)
        if not answer.confirmed:
            yield "confirmed", self._labels.word("confirmed", "no")

    def _support(self, practice: Practice, answer: Answer) -> Iterator[tuple[str, Any]]:
        if answer.done:
            yield from (("done.n", answer.done.n), ("done.of", answer.done.of))
        numbers = {point.id: str(n) for n, point in enumerate(practice.points, start=1)}
        if answer.points:
            yield "points", ", ".join(numbers[point] for point in answer.points)
        for number, evidence in enumerate(answer.evidence, start=1):
            yield f"evidence.{number}.ref", evidence.ref
            if evidence.date:
                yield f"evidence.{number}.date", evidence.date

    def _reviews(self, practice: Practice, answer: Answer) -> Iterator[tuple[str, Any]]:
        for number, review in enumerate(answer.review, start=1):
            scale = practice.scale or ""
            has_words = practice.accepts("level")
            level = self._labels.level(scale, review.level) if has_words else str(review.level)
            yield f"review.{number}.level", level
            for code in ("line", "by", "on", "note"):
                value = getattr(review, code)
                if value is not None:
                    yield f"review.{number}.{code}", value
