"""The rows of an answer sheet, with their texts, choices and prefilled values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cssa.answers.asked_if import condition_words
from cssa.answers.flat_fields import answer_fields
from cssa.answers.submission import VALUE_FIELDS, Answer, Plan
from cssa.checklist.model import Checklist, PlacedPractice, Section
from cssa.checklist.practice import Practice, Tier
from cssa.datafile.types import Text
from cssa.forms.issued import issued_text
from cssa.forms.labels import Labels
from cssa.forms.layout import SHORT_FIELDS, part_key
from cssa.forms.own_rows import NameCell, NameCells
from cssa.forms.part_cells import PartCells
from cssa.forms.scope_notes import scope_notes
from cssa.messages import message
from cssa.messages.wording import in_language
from cssa.scheme.profile import ProfileQuestions

Values = Mapping[str, str | date | int]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: a practice, or one option or row of it.

    Attributes:
        key: hidden key; a practice's id, for a part with the part's id behind it.
        choices: drop-down of the answer cell: id of a scale, or the words themselves.
        is_open: whether the answer cell is filled in.
        needed: how many of its parts answer a practice, as a formula and when written.
        name: cell of its name, of a row that the institution names.
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
    needed: tuple[str, int] = ("1", 1)
    name: NameCell | None = None
    values: Values = field(default_factory=dict)
    issued: str = ""


class FormRowBuilder:
    """Builds the rows of practices.

    Args:
        labels: the form's words.
        profile: numbers the flags that conditions name, as on the cover.
        checklist: has the questions that others depend on, and the rows of the form.
        names_of_rows: the cells for names of rows.
        clarifications: what the issuer adds to practices, by their ids.
        is_short: whether the form has few columns.
    """

    def __init__(
        self,
        labels: Labels,
        profile: ProfileQuestions,
        checklist: Checklist,
        names_of_rows: NameCells,
        clarifications: Mapping[str, Text],
        *,
        is_short: bool = False,
    ) -> None:
        self._is_short = is_short
        self._labels = labels
        self._names_of_rows = names_of_rows
        self._checklist = checklist
        self._clarifications = clarifications
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
        fields = answer_fields(answer)
        if self._is_short:
            fields = {name: value for name, value in fields.items() if _is_in_short_form(name)}
            if "disposition" in values:
                values |= {"answer": values["disposition"], "note": values.get("reason", "")}
        yield FormRow(
            practice.id,
            practice,
            section,
            self._shown(placed),
            cells.offered(cells.own) if cells.own else None,
            is_open=cells.own is not None,
            needed=self._names_of_rows.needed(practice),
            values=values,
            issued=issued_text(practice.id, fields),
        )
        for part in cells.parts:
            part_id = part.id or ""
            key, value = part_key(practice.id, part_id), cells.value(part)
            yield FormRow(
                key,
                practice,
                section,
                {
                    "number": part_key(practice.shown_id, part_id),
                    "question" if self._is_short else "title": f"└ {cells.title(part)}",
                },
                cells.offered(part),
                is_part=True,
                name=self._names_of_rows.cell_of(practice, part_id),
                values={} if value is None else {"answer": value},
            )

    def _shown(self, placed: PlacedPractice) -> dict[str, str]:
        practice, lang = placed.practice, self._lang
        owner = placed.section or placed.domain
        if self._is_short:
            title = practice.title.get(lang)
            listed = self._listed(practice, required_only=True)
            question = [title, *self._question(placed), *listed]
            return {"number": practice.shown_id, "question": "\n".join(question)}
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
        if practice.id in self._clarifications:
            clarification = self._clarifications[practice.id].get(lang)
            yield message(lang, "form.clarification", {"text": clarification})
        asked_if = condition_words(practice, self._checklist)
        if asked_if:
            yield message(lang, "form.conditions", {"text": asked_if})
        if practice.applies_if:
            for note in scope_notes(practice.applies_if, self._flags):
                yield str(in_language(note, lang, message))
        if practice.cadence and (word := self._checklist.source_word(practice.cadence, lang)):
            yield message(lang, "form.cadence", {"word": word})
        if practice.legal:
            yield message(lang, "form.legal")
        if practice.unit:
            yield message(lang, "form.unit", {"unit": practice.unit.get(lang)})

    def _listed(self, practice: Practice, *, required_only: bool = False) -> Iterator[str]:
        for number, point in enumerate(practice.points, start=1):
            if required_only and not point.required:
                continue
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
        for code in ("reason", "note", "last_done", "by"):
            value = getattr(answer, code)
            if value is not None:
                yield code, value
        yield from self._support(practice, answer)
        if answer.treatment:
            treatment = answer.treatment
            yield "treatment.kind", self._labels.word("treatment", treatment.kind)
            for code in ("measure", "approved_by", "approved_on", "review_by"):
                yield f"treatment.{code}", getattr(treatment, code)
        if answer.plan:
            yield from self._plan(answer.plan)
        yield from self._reviews(practice, answer)
        if not answer.confirmed:
            yield "confirmed", self._labels.word("confirmed", "no")

    def _plan(self, plan: Plan) -> Iterator[tuple[str, Any]]:
        for code in ("owner", "due", "action", "budget"):
            yield f"plan.{code}", getattr(plan, code)
        yield "plan.status", self._labels.word("plan", plan.status)

    def _support(self, practice: Practice, answer: Answer) -> Iterator[tuple[str, Any]]:
        if answer.done:
            yield from (("done.n", answer.done.n), ("done.of", answer.done.of))
        if answer.performed_by:
            yield "performed_by", message(self._lang, f"performer.{answer.performed_by}")
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


def _is_in_short_form(name: str) -> bool:
    return name in SHORT_FIELDS or name.partition(".")[0] in VALUE_FIELDS
