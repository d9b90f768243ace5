"""The parts of an answer beside its value, each asked for and saved on its own."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from cssa.answers.performers import read_performer
from cssa.answers.plan_words import plan_words
from cssa.answers.submission import (
    NO_ANSWER,
    PLAN_STATUSES,
    Answer,
    Done,
    Evidence,
    Plan,
    PlanStatus,
    Treatment,
)
from cssa.checklist.practice import PERFORMERS, Performer, Practice
from cssa.interview.answer_edits import with_changes, with_value
from cssa.interview.commands import Command
from cssa.interview.dialogue import StepBack
from cssa.interview.parsing import (
    clean_lines,
    normalized,
    parse_ids,
    parse_ratio,
    parse_yes_no,
)
from cssa.interview.saving import AnswerSaver
from cssa.messages.wording import listed

_DASHES = ("-", "－", "ー")
"""Typed to remove what is there."""

_REVIEW_WITHIN = timedelta(days=366)
"""A review later than this after the approval is pointed out."""


class AnswerFields:
    """Asks for parts of answers.

    Args:
        saver: saves them.
    """

    def __init__(self, saver: AnswerSaver) -> None:
        self._saver = saver
        self._dialogue = saver.dialogue
        self._handlers: dict[str, Callable[[Practice, Answer, str], bool]] = {
            "na": self._not_applicable,
            "no": self._not_adopted,
            "t": self._treatment,
            "p": self._points,
            "n": self._note,
            "e": self._evidence,
            "d": self._last_done,
            "c": self._done,
            "a": self._plan,
            "w": self._performed_by,
            "x": self._clear,
            "=": self._as_before,
        }

    def run(self, practice: Practice, command: Command) -> bool:
        """Carry out a command on a practice's answer; return whether something was saved.

        Args:
            practice: the practice shown.
            command: one of ``ANSWER_COMMANDS``.
        """
        answer = self._saver.session.answer(practice.id) or NO_ANSWER
        try:
            return self._handlers[command.name](practice, answer, command.argument)
        except StepBack:
            return self._cancelled()

    def save_changed(self, practice: Practice, answer: Answer, **changes: object) -> bool:
        """Save an answer with some of its fields changed; it counts as confirmed.

        Args:
            practice: the practice answered.
            answer: the answer before.
            changes: fields of an answer; None removes one.

        Returns:
            Whether it was saved.
        """
        return self._save(practice, answer, with_changes(answer, **changes))

    def save_value(self, practice: Practice, **value_fields: object) -> bool:
        """Save the value of an answer in place of any other; keep the fields beside it.

        Args:
            practice: the practice answered.
            value_fields: the fields of the value, as in an answer.

        Returns:
            Whether it was saved.
        """
        answer = self._saver.session.answer(practice.id) or NO_ANSWER
        return self._save(practice, answer, with_value(answer, **value_fields))

    def _save(self, practice: Practice, before: Answer, after: Answer) -> bool:
        """Save an answer; what it would remove or replace is shown, and asked about first."""
        lost = self._saver.answer_text.lost(practice, before, after)
        if lost:
            self._dialogue.show("assess.lost", hang=2, parts=" / ".join(lost))
            if not self._dialogue.confirm("lost"):
                return self._cancelled()
        return self._saver.save_answer(practice.id, after)

    def _not_applicable(self, practice: Practice, _: Answer, argument: str) -> bool:
        if practice.na == "never":
            self._dialogue.show("answers.never_na")
            return False
        return self._with_reason(practice, argument, "na")

    def _not_adopted(self, practice: Practice, _: Answer, argument: str) -> bool:
        if practice.tier == "basic":
            self._dialogue.show("assess.basic_not_adopted")
            return False
        return self._with_reason(practice, argument, "not_adopted")

    def _with_reason(self, practice: Practice, argument: str, field: str) -> bool:
        reason = clean_lines(argument)
        if not reason:
            reason = self._dialogue.ask_text(f"assess.prompt.{field}", f"assess.help.{field}")
        if not reason:
            return self._cancelled()
        return self.save_value(practice, **{field: True, "reason": reason})

    def _treatment(self, practice: Practice, answer: Answer, _: str) -> bool:
        if answer.treatment is not None:
            recorded = NO_ANSWER.model_copy(update={"treatment": answer.treatment})
            for part in self._saver.answer_text.lost(practice, recorded, NO_ANSWER):
                self._dialogue.show("assess.treatment.now", hang=2, treatment=part)
            step = self._dialogue.ask(
                "assess.prompt.treated",
                "assess.help.treated",
                _recorded_step,
                "assess.wrong.treated",
            )
            if step == "remove":
                without = answer.as_confirmed().model_copy(update={"treatment": None})
                return self._saver.save_answer(practice.id, without)
            if step != "change":
                return self._cancelled()
        treatment = self._ask_treatment()
        if treatment is None:
            return self._cancelled()
        return self.save_changed(practice, answer, treatment=treatment)

    def _ask_treatment(self) -> Treatment | None:
        """Return an accepted risk or alternative measure; None where a question is left empty."""
        dialogue = self._dialogue
        dialogue.show("assess.treatment.intro")
        stated = dialogue.ask_in_turn(
            lambda _: self._ask_kind(),
            lambda before: dialogue.ask_text(
                f"assess.prompt.measure.{before[0]}", "assess.help.measure"
            ),
            lambda _: dialogue.ask_text("assess.prompt.approved_by", "assess.help.approved_by"),
            lambda _: dialogue.ask_date("assess.prompt.approved_on", "assess.help.approved_on"),
            lambda before: self._ask_review_by(before[3]),
        )
        if stated is None:
            return None
        kind, measure, approved_by, approved_on, review_by = stated
        return Treatment(
            kind=kind,
            measure=measure,
            approved_by=approved_by,
            approved_on=approved_on,
            review_by=review_by,
        )

    def _ask_kind(self) -> str | None:
        kinds = ("accepted", "alternative")
        return self._dialogue.ask(
            "assess.prompt.kind",
            "assess.help.kind",
            lambda line: _only(parse_ids(line, kinds)),
            "assess.wrong.kind",
        )

    def _ask_review_by(self, approved_on: date) -> date | None:
        dialogue = self._dialogue
        while True:
            review_by = dialogue.ask_date(
                "assess.prompt.review_by", "assess.help.review_by", is_ahead=True
            )
            if review_by is not None and review_by < approved_on:
                dialogue.show("assess.wrong.review_by", date=approved_on)
                continue
            if review_by is not None and review_by - approved_on > _REVIEW_WITHIN:
                dialogue.show("assess.hint.review_by", date=approved_on)
            return review_by

    def ask_plan_of_level(self, practice: Practice) -> bool:
        """Ask for owner and date of what is answered as planned, and save them if stated.

        Args:
            practice: the practice just answered.

        Returns:
            Whether they are recorded, or not needed.
        """
        answer = self._saver.session.answer(practice.id) or NO_ANSWER
        is_planned = self._saver.session.is_planned(practice, answer.level)
        if not is_planned or (answer.plan and answer.plan.owner and answer.plan.due):
            return True
        self._dialogue.show("assess.plan.level", hang=2)
        try:
            plan = self._ask_plan()
        except StepBack:
            plan = None
        return plan is not None and self.save_changed(practice, answer, plan=plan)

    def _plan(self, practice: Practice, answer: Answer, _: str) -> bool:
        step: PlanStatus | Literal["change", "remove"] | None = "change"
        if answer.plan is not None:
            self._dialogue.show("assess.plan.now", hang=2, plan=plan_words(answer.plan))
            step = self._dialogue.ask(
                "assess.prompt.plan_step",
                "assess.help.plan_step",
                _plan_step,
                "assess.wrong.plan_step",
            )
        if step is None:
            return self._cancelled()
        if step == "remove":
            return self.save_changed(practice, answer, plan=None)
        if answer.plan is not None and step != "change":
            plan = answer.plan.model_copy(update={"status": step})
            changed = answer.as_confirmed().model_copy(update={"plan": plan})
            return self._saver.save_answer(practice.id, changed)
        stated = self._ask_plan()
        if stated is None:
            return self._cancelled()
        if answer.plan is not None:
            stated = stated.model_copy(update={"status": answer.plan.status})
        return self.save_changed(practice, answer, plan=stated)

    def _ask_plan(self) -> Plan | None:
        """Return a plan; None where owner or date is left empty."""
        dialogue = self._dialogue
        stated = dialogue.ask_in_turn(
            lambda _: dialogue.ask_text("assess.prompt.plan_owner", "assess.help.plan_owner"),
            lambda _: dialogue.ask_date(
                "assess.prompt.plan_due", "assess.help.plan_due", is_ahead=True
            ),
            lambda _: (dialogue.ask_text("assess.prompt.plan_action", "assess.help.plan_action"),),
            lambda _: (dialogue.ask_text("assess.prompt.plan_budget", "assess.help.plan_budget"),),
        )
        if stated is None:
            return None
        owner, due, (action,), (budget,) = stated
        return Plan(owner=owner, due=due, action=action or None, budget=budget or None)

    def _points(self, practice: Practice, answer: Answer, argument: str) -> bool:
        known = [point.id for point in practice.points]
        if not known:
            self._dialogue.show("assess.no_points")
            return False

        def parse(line: str) -> list[str] | None:
            entry = normalized(line).lower()
            if entry in ("all", "すべて", "全部", "*"):
                return known
            if entry in ("-", "none", "なし"):
                return []
            return parse_ids(line, known)

        ticked = self._dialogue.ask(
            "assess.prompt.points",
            "assess.help.points",
            parse,
            "assess.wrong.points",
            typed=argument,
            known=listed(known),
        )
        if ticked is None:
            return self._cancelled()
        in_order = tuple(point_id for point_id in known if point_id in ticked)
        return self.save_changed(practice, answer, points=in_order)

    def _note(self, practice: Practice, answer: Answer, argument: str) -> bool:
        note = self._dialogue.with_pasted_lines(argument) if argument else ""
        if not note:
            if answer.note:
                self._dialogue.show("assess.note_now", hang=2, note=answer.note)
            note = self._dialogue.ask_long_text("assess.prompt.note", "assess.help.note")
        if not note:
            return self._cancelled()
        return self.save_changed(practice, answer, note=None if note in _DASHES else note)

    def _evidence(self, practice: Practice, answer: Answer, argument: str) -> bool:
        dialogue = self._dialogue
        for number, evidence in enumerate(answer.evidence, 1):
            dialogue.show_item(f"{number}  {evidence.ref}  {evidence.date or ''}".rstrip())
        code = "more" if answer.evidence else "first"
        typed = [clean_lines(argument)]

        def ask_ref(_: Sequence[Any]) -> str:
            return (
                typed.pop()
                if typed and typed[0]
                else dialogue.ask_text(f"assess.prompt.evidence.{code}", "assess.help.evidence")
            )

        def ask_evidence(before: Sequence[Any]) -> tuple[Evidence, ...]:
            (ref,) = before
            if ref in _DASHES:
                return answer.evidence[:-1]
            dated = dialogue.ask_date("assess.prompt.evidence_date", "assess.help.evidence_date")
            return (*answer.evidence, Evidence(ref=ref, date=dated))

        stated = dialogue.ask_in_turn(ask_ref, ask_evidence)
        if stated is None:
            return self._cancelled()
        return self.save_changed(practice, answer, evidence=stated[1])

    def _last_done(self, practice: Practice, answer: Answer, argument: str) -> bool:
        last_done = self._dialogue.ask_date(
            "assess.prompt.last_done", "assess.help.last_done", typed=argument
        )
        if last_done is None:
            return self._cancelled()
        return self.save_changed(practice, answer, last_done=last_done)

    def _done(self, practice: Practice, answer: Answer, argument: str) -> bool:
        ratio = self._dialogue.ask(
            "assess.prompt.done",
            "assess.help.done",
            parse_ratio,
            "assess.wrong.done",
            typed=argument,
        )
        if ratio is None:
            return self._cancelled()
        return self.save_changed(practice, answer, done=Done(n=ratio[0], of=ratio[1]))

    def _performed_by(self, practice: Practice, answer: Answer, argument: str) -> bool:
        performer = self._dialogue.ask(
            "assess.prompt.performed_by",
            "assess.help.performed_by",
            _performer,
            "assess.wrong.performed_by",
            typed=argument,
        )
        if performer is None:
            return self._cancelled()
        stated = None if performer == "unstated" else performer
        return self.save_changed(practice, answer, performed_by=stated)

    def _clear(self, practice: Practice, answer: Answer, _: str) -> bool:
        if self._saver.session.answer(practice.id) is None:
            self._dialogue.show("assess.nothing_to_clear")
            return False
        summary = self._saver.answer_text.summary(practice, answer)
        self._dialogue.show("assess.lost", hang=2, parts=summary)
        if not self._dialogue.confirm("clear", id=practice.shown_id):
            return self._cancelled()
        return self._saver.save_answer(practice.id, None)

    def _as_before(self, practice: Practice, answer: Answer, _: str) -> bool:
        if not answer.confirmed and answer.carried is not None:
            self._dialogue.show("assess.changed_since")
            return False
        previous = self._saver.session.previous_answers.get(practice.id)
        if previous is None:
            self._dialogue.show("assess.no_previous")
            return False
        own = {"review": answer.review, "by": answer.by}
        return self._save(practice, answer, previous.as_confirmed().model_copy(update=own))

    def _cancelled(self) -> bool:
        self._dialogue.show("assess.cancelled")
        return False


def _recorded_step(line: str) -> Literal["remove", "change", "leave"] | None:
    """Return what to do with a treatment that is recorded; None where the line says neither."""
    entry = normalized(line).lower()
    if entry in ("c", "change", "変更", "変える"):
        return "change"
    is_removed = parse_yes_no(entry)
    if is_removed is None:
        return None
    return "remove" if is_removed else "leave"


def _plan_step(line: str) -> PlanStatus | Literal["change", "remove"] | None:
    """Return what to do with a plan that is recorded, or how far it is; None for neither."""
    entry = normalized(line).lower()
    if entry in ("c", "change", "変更", "変える"):
        return "change"
    if entry in ("x", "remove", "削除"):
        return "remove"
    numbers = {str(number): status for number, status in enumerate(PLAN_STATUSES, 1)}
    return numbers.get(entry)


def _performer(line: str) -> Performer | Literal["unstated"] | None:
    """Return who performs the work, or that it is to be left open; None for neither."""
    entry = normalized(line)
    if entry in _DASHES:
        return "unstated"
    numbers = {str(number): performer for number, performer in enumerate(PERFORMERS, 1)}
    return numbers.get(entry) or read_performer(entry)


def _only(ids: Sequence[str] | None) -> str | None:
    """Return the id where exactly one was named."""
    return ids[0] if ids and len(ids) == 1 else None
