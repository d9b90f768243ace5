"""The forms for the parts of an answer, and the fields that what is entered changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, get_args

from cssa.answers.submission import PLAN_STATUSES, Answer, Evidence, Plan, Treatment
from cssa.checklist.practice import PERFORMERS, Practice
from cssa.interview.answer_edits import with_changes, with_value
from cssa.interview.words import Words
from cssa.tui.entries import Entries
from cssa.tui.form import FieldProblem, Form, FormField

_KINDS = get_args(Treatment.model_fields["kind"].annotation)
_REVIEW_WITHIN = timedelta(days=366)
"""A review later than this after the approval is pointed out."""


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """A form with what its values make of an answer.

    Attributes:
        apply: returns the answer with the values in it.
    """

    form: Form
    apply: Callable[[Mapping[str, Any]], Answer]


class AnswerForms:
    """Makes the forms of a practice's answer.

    Args:
        words: their language.
        today: the date that "today" means.
    """

    def __init__(self, words: Words, today: date) -> None:
        self._words = words
        self._entries = Entries(words, today)

    def left_out(self, practice: Practice, answer: Answer) -> AnswerForm | None:
        """Return the form for not applicable or not adopted; None where neither is allowed."""
        message = self._words.message
        options = []
        if practice.tier != "basic":
            options.append(("not_adopted", message("screen.not_adopted")))
        if practice.na != "never":
            options.append(("na", message("screen.na")))
        if not options:
            return None
        chosen = "na" if answer.na else "not_adopted" if answer.not_adopted else options[0][0]
        fields = [
            FormField(
                "reason",
                message("screen.field.reason"),
                message("screen.field_help.reason"),
                answer.reason or "",
                "several",
                parse=self._entries.needed(self._entries.text),
            )
        ]
        if len(options) > 1:
            kind = FormField(
                "kind",
                message("screen.field.left_out"),
                "",
                chosen,
                "options",
                tuple(options),
            )
            fields.insert(0, kind)
        name = "left_out" if len(options) > 1 else chosen
        form = Form(self._title(practice, name), tuple(fields), draft=practice.id)
        return AnswerForm(
            form,
            lambda values: with_value(
                answer, **{values.get("kind", chosen): True, "reason": values["reason"]}
            ),
        )

    def note(self, practice: Practice, answer: Answer) -> AnswerForm:
        """Return the form for the note."""
        field = FormField(
            "note",
            self._words.message("screen.field.note"),
            self._words.message("screen.field_help.note"),
            answer.note or "",
            "several",
            parse=self._entries.text,
        )
        return self._simple(practice, answer, field, "note")

    def last_done(self, practice: Practice, answer: Answer) -> AnswerForm:
        """Return the form for the date of recurring work."""
        field = FormField(
            "last_done",
            self._words.message("screen.field.last_done"),
            self._words.message("assess.help.last_done"),
            str(answer.last_done or ""),
            parse=self._entries.date(),
        )
        return self._simple(practice, answer, field, "last_done")

    def done(self, practice: Practice, answer: Answer) -> AnswerForm:
        """Return the form for how many of how many are done."""
        field = FormField(
            "done",
            self._words.message("screen.field.done"),
            self._words.message("assess.help.done"),
            f"{answer.done.n}/{answer.done.of}" if answer.done else "",
            parse=self._entries.ratio,
        )
        return self._simple(practice, answer, field, "done")

    def performed_by(self, practice: Practice, answer: Answer) -> AnswerForm:
        """Return the form for who does the work."""
        message = self._words.message
        performers = ((name, message(f"performer.{name}")) for name in PERFORMERS)
        field = FormField(
            "performed_by",
            message("screen.field.performed_by"),
            "",
            answer.performed_by or "",
            "options",
            (*performers, ("", message("screen.open"))),
            parse=lambda text: text or None,
        )
        return self._simple(practice, answer, field, "performed_by")

    def _simple(
        self, practice: Practice, answer: Answer, field: FormField, name: str
    ) -> AnswerForm:
        form = Form(self._title(practice, name), (field,), draft=practice.id)
        return AnswerForm(form, lambda values: with_changes(answer, **{name: values[name]}))

    def evidence(self, practice: Practice, answer: Answer) -> AnswerForm:
        """Return the form for evidence: what is there, and one more."""
        message = self._words.message
        fields: list[FormField] = []
        for index, item in enumerate((*answer.evidence, None)):
            ref, dated = (item.ref, str(item.date or "")) if item else ("", "")
            label = "screen.field.evidence" if item else "screen.field.evidence_more"
            fields += (
                FormField(
                    f"ref{index}",
                    message(label, number=index + 1),
                    "" if index else message("assess.help.evidence"),
                    ref,
                    parse=self._entries.text,
                ),
                FormField(
                    f"date{index}",
                    message("screen.field.evidence_date"),
                    "",
                    dated,
                    parse=self._entries.date(),
                ),
            )

        def apply(values: Mapping[str, Any]) -> Answer:
            items = tuple(
                Evidence(ref=values[f"ref{index}"], date=values[f"date{index}"])
                for index in range(len(answer.evidence) + 1)
                if values[f"ref{index}"]
            )
            return with_changes(answer, evidence=items)

        def check(values: Mapping[str, Any]) -> tuple[str, FieldProblem] | None:
            for index in range(len(answer.evidence) + 1):
                if values[f"date{index}"] and not values[f"ref{index}"]:
                    return f"ref{index}", FieldProblem(message("screen.form.needed"))
            return None

        form = Form(self._title(practice, "evidence"), tuple(fields), "", check, practice.id)
        return AnswerForm(form, apply)

    def treatment(self, practice: Practice, answer: Answer) -> AnswerForm:
        """Return the form for an accepted risk or alternative measure; an empty one removes it."""
        message, entries, now = self._words.message, self._entries, answer.treatment
        kinds = tuple((kind, message(f"assess.treatment.{kind}")) for kind in _KINDS)
        fields = (
            FormField(
                "kind", message("screen.field.kind"), message("assess.help.kind"),
                now.kind if now else _KINDS[0], "options", kinds,
            ),
            FormField(
                "measure", message("screen.field.measure"), message("assess.help.measure"),
                now.measure if now else "", "several", parse=entries.text,
            ),
            FormField(
                "approved_by", message("screen.field.approved_by"),
                message("assess.help.approved_by"),
                now.approved_by if now else "", parse=entries.text,
            ),
            FormField(
                "approved_on", message("screen.field.approved_on"), "",
                str(now.approved_on) if now else "", parse=entries.date(),
            ),
            FormField(
                "review_by", message("screen.field.review_by"), message("assess.help.review_by"),
                str(now.review_by) if now else "", parse=entries.date(is_ahead=True),
            ),
        )  # fmt: skip
        needed = [field.name for field in fields[1:]]

        def is_empty(values: Mapping[str, Any]) -> bool:
            return not any(values[name] for name in needed)

        def check(values: Mapping[str, Any]) -> tuple[str, FieldProblem] | None:
            if is_empty(values):
                return None
            for name in needed:
                if not values[name]:
                    return name, FieldProblem(message("screen.form.needed"))
            if values["review_by"] < values["approved_on"]:
                text = message("assess.wrong.review_by", date=values["approved_on"])
                return "review_by", FieldProblem(text)
            return None

        def apply(values: Mapping[str, Any]) -> Answer:
            if is_empty(values):
                return with_changes(answer, treatment=None)
            return with_changes(answer, treatment=Treatment(**values))

        title, intro = self._title(practice, "treatment"), message("screen.form.treatment_intro")
        return AnswerForm(Form(title, fields, intro, check, practice.id), apply)

    def plan(self, practice: Practice, answer: Answer) -> AnswerForm:
        """Return the form for the plan; an empty one removes it."""
        message, entries, now = self._words.message, self._entries, answer.plan
        statuses = tuple((status, message(f"planning.status.{status}")) for status in PLAN_STATUSES)
        fields = [
            FormField(
                "owner", message("screen.field.owner"), message("assess.help.plan_owner"),
                (now.owner or "") if now else "", parse=entries.text,
            ),
            FormField(
                "due", message("screen.field.due"), "",
                str(now.due or "") if now else "", parse=entries.date(is_ahead=True),
            ),
            FormField(
                "action", message("screen.field.action"), message("screen.field_help.action"),
                (now.action or "") if now else "", "several", parse=entries.text,
            ),
            FormField(
                "budget", message("screen.field.budget"), "",
                (now.budget or "") if now else "", parse=entries.text,
            ),
        ]  # fmt: skip
        if now is not None:
            status = FormField(
                "status", message("screen.field.status"), "", now.status, "options", statuses
            )
            fields.append(status)

        def check(values: Mapping[str, Any]) -> tuple[str, FieldProblem] | None:
            if values["budget"] and not (values["owner"] or values["due"] or values["action"]):
                return "owner", FieldProblem(message("screen.form.plan_empty"))
            return None

        def apply(values: Mapping[str, Any]) -> Answer:
            stated = {name: value for name, value in values.items() if value is not None}
            if not stated.keys() - {"status"}:
                return with_changes(answer, plan=None)
            return with_changes(answer, plan=Plan(**stated))

        form = Form(self._title(practice, "plan"), tuple(fields), "", check, practice.id)
        return AnswerForm(form, apply)

    def review_hint(self, answer: Answer) -> str | None:
        """Return what to say of a review that is far away; None where it is not."""
        treatment = answer.treatment
        if treatment is None or treatment.review_by - treatment.approved_on <= _REVIEW_WITHIN:
            return None
        return self._words.message("assess.hint.review_by", date=treatment.approved_on)

    def _title(self, practice: Practice, name: str) -> str:
        title = self._words.message(f"screen.form.{name}")
        return self._words.message("screen.form.title", id=practice.shown_id, title=title)
