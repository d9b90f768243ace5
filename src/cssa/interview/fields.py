"""The parts of an answer beside its value, each asked for and saved on its own."""

from collections.abc import Callable
from datetime import date

from cssa.answers.submission import NO_ANSWER, Answer, Done, Evidence, Treatment
from cssa.checklist.model import Practice
from cssa.interview.commands import Command
from cssa.interview.dialogue import StepBack
from cssa.interview.parsing import clean_lines, normalized, parse_date, parse_ids, parse_ratio
from cssa.interview.saving import AnswerSaver

_VALUE_FIELDS = ("level", "choice", "choices", "rows", "value", "text")
_DASHES = ("-", "－", "ー")
"""Typed to remove what is there."""


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
            "w": self._performed_by,
            "x": self._clear,
            "=": self._as_before,
            "ok": self._confirm,
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
        before = {name: getattr(answer, name) for name in Answer.model_fields}
        stated = {
            name: value
            for name, value in {**before, **changes}.items()
            if name != "confirmed" and value is not None
        }
        return self._saver.save_answer(practice.id, Answer.model_validate(stated))

    def save_value(self, practice: Practice, **value_fields: object) -> bool:
        """Save the value of an answer in place of any other; keep the fields beside it.

        Args:
            practice: the practice answered.
            value_fields: the fields of the value, as in an answer.

        Returns:
            Whether it was saved.
        """
        answer = self._saver.session.answer(practice.id) or NO_ANSWER
        cleared: dict[str, object] = dict.fromkeys(_VALUE_FIELDS)
        cleared |= {"na": False, "not_adopted": False, "reason": None}
        return self.save_changed(practice, answer, **{**cleared, **value_fields})

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
        if answer.treatment is not None and self._dialogue.ask_yes_no(
            "assess.prompt.untreat", "assess.help.untreat"
        ):
            return self.save_changed(practice, answer, treatment=None)
        treatment = self._ask_treatment()
        if treatment is None:
            return self._cancelled()
        return self.save_changed(practice, answer, treatment=treatment)

    def _ask_treatment(self) -> Treatment | None:
        """Return an accepted risk or alternative measure; None where a question is left empty."""
        dialogue = self._dialogue
        dialogue.show("assess.treatment.intro")
        kinds = ("accepted", "alternative")
        kind = dialogue.ask(
            "assess.prompt.kind",
            "assess.help.kind",
            lambda line: next(iter(parse_ids(line, kinds) or ()), None),
            "assess.wrong.kind",
        )
        if kind is None:
            return None
        measure = dialogue.ask_text(f"assess.prompt.measure.{kind}", "assess.help.measure")
        if not measure:
            return None
        approved_by = dialogue.ask_text("assess.prompt.approved_by", "assess.help.approved_by")
        if not approved_by:
            return None
        approved_on = dialogue.ask_date("assess.prompt.approved_on", "assess.help.approved_on")
        if approved_on is None:
            return None
        review_by = self._ask_review_by(approved_on)
        if review_by is None:
            return None
        return Treatment(
            kind="accepted" if kind == "accepted" else "alternative",
            measure=measure,
            approved_by=approved_by,
            approved_on=approved_on,
            review_by=review_by,
        )

    def _ask_review_by(self, approved_on: date) -> date | None:
        dialogue = self._dialogue
        while True:
            review_by = dialogue.ask_date("assess.prompt.review_by", "assess.help.review_by")
            if review_by is None or review_by >= approved_on:
                return review_by
            dialogue.show("assess.wrong.review_by", date=approved_on)

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

        ticked = parse(argument) if argument else None
        if ticked is None:
            ticked = self._dialogue.ask(
                "assess.prompt.points",
                "assess.help.points",
                parse,
                "assess.wrong.points",
                known=", ".join(known),
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
        ref = clean_lines(argument)
        if not ref:
            code = "more" if answer.evidence else "first"
            ref = dialogue.ask_text(f"assess.prompt.evidence.{code}", "assess.help.evidence")
        if not ref:
            return self._cancelled()
        if ref in _DASHES:
            return self.save_changed(practice, answer, evidence=answer.evidence[:-1])
        dated = dialogue.ask_date("assess.prompt.evidence_date", "assess.help.evidence_date")
        added = Evidence(ref=ref, date=dated)
        return self.save_changed(practice, answer, evidence=(*answer.evidence, added))

    def _last_done(self, practice: Practice, answer: Answer, argument: str) -> bool:
        last_done = parse_date(argument, self._dialogue.today) if argument else None
        if last_done is None:
            last_done = self._dialogue.ask_date("assess.prompt.last_done", "assess.help.last_done")
        if last_done is None:
            return self._cancelled()
        return self.save_changed(practice, answer, last_done=last_done)

    def _done(self, practice: Practice, answer: Answer, argument: str) -> bool:
        ratio = parse_ratio(argument) if argument else None
        if ratio is None:
            ratio = self._dialogue.ask(
                "assess.prompt.done", "assess.help.done", parse_ratio, "assess.wrong.done"
            )
        if ratio is None:
            return self._cancelled()
        return self.save_changed(practice, answer, done=Done(n=ratio[0], of=ratio[1]))

    def _performed_by(self, practice: Practice, answer: Answer, argument: str) -> bool:
        name = clean_lines(argument)
        if not name:
            name = self._dialogue.ask_text("assess.prompt.performed_by", "assess.help.performed_by")
        if not name:
            return self._cancelled()
        return self.save_changed(practice, answer, performed_by=name)

    def _clear(self, practice: Practice, _answer: Answer, _: str) -> bool:
        if self._saver.session.answer(practice.id) is None:
            self._dialogue.show("assess.nothing_to_clear")
            return False
        if not self._dialogue.ask_yes_no(
            "assess.prompt.clear", "assess.help.clear", id=practice.id
        ):
            return self._cancelled()
        return self._saver.save_answer(practice.id, None)

    def _as_before(self, practice: Practice, answer: Answer, _: str) -> bool:
        previous = self._saver.session.previous_answers.get(practice.id)
        if previous is None:
            self._dialogue.show("assess.no_previous")
            return False
        copied = previous.model_copy(update={"confirmed": True, "review": answer.review})
        return self._saver.save_answer(practice.id, copied)

    def _confirm(self, practice: Practice, answer: Answer, _: str) -> bool:
        if answer.confirmed:
            self._dialogue.show("assess.nothing_to_confirm")
            return False
        return self.save_changed(practice, answer)

    def _cancelled(self) -> bool:
        self._dialogue.show("assess.cancelled")
        return False
