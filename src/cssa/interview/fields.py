"""The parts of an answer beside its level, each asked for and saved on its own."""

from collections.abc import Callable

from cssa.answers.submission import NO_ANSWER, Answer, Done, Evidence, Treatment
from cssa.checklist.model import Practice
from cssa.interview import parsing
from cssa.interview.commands import Command
from cssa.interview.dialogue import StepBack
from cssa.interview.saving import AnswerSaver

_VALUES = ("level", "choice", "choices", "rows", "value", "text")


class AnswerFields:
    """Asks for parts of answers.

    Args:
        desk: where they are saved.
    """

    def __init__(self, desk: AnswerSaver) -> None:
        self._desk = desk
        self._voice = desk.voice
        self._ask: dict[str, Callable[[Practice, Answer, str], bool]] = {
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
        """Carry out a command on a practice's answer; return whether something was saved."""
        answer = self._desk.session.answer(practice.id) or NO_ANSWER
        try:
            return self._ask[command.name](practice, answer, command.argument)
        except StepBack:
            return self._cancelled()

    def put(self, practice: Practice, answer: Answer, **changes: object) -> bool:
        """Save an answer with some of its fields changed; it counts as confirmed."""
        fields = {name: getattr(answer, name) for name in Answer.model_fields}
        stated = {
            name: value
            for name, value in {**fields, **changes}.items()
            if name != "confirmed" and value is not None
        }
        return self._desk.answer(practice.id, Answer.model_validate(stated))

    def value(self, practice: Practice, **given: object) -> bool:
        """Save the value of an answer in place of any other, keeping what stands beside it."""
        answer = self._desk.session.answer(practice.id) or NO_ANSWER
        cleared: dict[str, object] = dict.fromkeys(_VALUES)
        cleared |= {"na": False, "not_adopted": False, "reason": None}
        return self.put(practice, answer, **{**cleared, **given})

    def _not_applicable(self, practice: Practice, _: Answer, argument: str) -> bool:
        if practice.na == "never":
            self._voice.say("answers.never_na")
            return False
        return self._left_out(practice, argument, "na")

    def _not_adopted(self, practice: Practice, _: Answer, argument: str) -> bool:
        if practice.tier == "basic":
            self._voice.say("assess.basic_not_adopted")
            return False
        return self._left_out(practice, argument, "not_adopted")

    def _left_out(self, practice: Practice, argument: str, field: str) -> bool:
        reason = parsing.clean_lines(argument)
        if not reason:
            reason = self._voice.free(f"assess.prompt.{field}", f"assess.help.{field}")
        if not reason:
            self._voice.say("assess.cancelled")
            return False
        return self.value(practice, **{field: True, "reason": reason})

    def _treatment(self, practice: Practice, answer: Answer, _: str) -> bool:
        voice = self._voice
        if answer.treatment is not None:
            take_away = voice.agree("assess.prompt.untreat", "assess.help.untreat")
            if take_away:
                return self.put(practice, answer, treatment=None)
        voice.say("assess.treatment.intro")
        kinds = ("accepted", "alternative")
        kind = voice.ask(
            "assess.prompt.kind",
            "assess.help.kind",
            lambda said: next(iter(parsing.names(said, kinds) or ()), None),
            "assess.wrong.kind",
        )
        if kind is None:
            return self._cancelled()
        measure = voice.free(f"assess.prompt.measure.{kind}", "assess.help.measure")
        approved_by = measure and voice.free("assess.prompt.approved_by", "assess.help.approved_by")
        approved_on = (
            voice.day("assess.prompt.approved_on", "assess.help.approved_on")
            if approved_by
            else None
        )
        if approved_on is None:
            return self._cancelled()
        while True:
            review_by = voice.day("assess.prompt.review_by", "assess.help.review_by")
            if review_by is None:
                return self._cancelled()
            if review_by >= approved_on:
                break
            voice.say("assess.wrong.review_by", date=approved_on)
        treatment = Treatment(
            kind="accepted" if kind == "accepted" else "alternative",
            measure=measure,
            approved_by=approved_by,
            approved_on=approved_on,
            review_by=review_by,
        )
        return self.put(practice, answer, treatment=treatment)

    def _points(self, practice: Practice, answer: Answer, argument: str) -> bool:
        voice = self._voice
        known = [point.id for point in practice.points]
        if not known:
            voice.say("assess.no_points")
            return False

        def read(said: str) -> list[str] | None:
            word = parsing.command(said).lower()
            if word in ("all", "すべて", "全部", "*"):
                return known
            if word in ("-", "none", "なし"):
                return []
            return parsing.names(said, known)

        chosen = read(argument) if argument else None
        if chosen is None:
            chosen = voice.ask(
                "assess.prompt.points",
                "assess.help.points",
                read,
                "assess.wrong.points",
                known=", ".join(known),
            )
        if chosen is None:
            return self._cancelled()
        return self.put(practice, answer, points=tuple(one for one in known if one in chosen))

    def _note(self, practice: Practice, answer: Answer, argument: str) -> bool:
        text = self._voice.continued(argument) if argument else ""
        if not text:
            if answer.note:
                self._voice.say("assess.note_now", hang=2, note=answer.note)
            text = self._voice.long("assess.prompt.note", "assess.help.note")
        if not text:
            return self._cancelled()
        return self.put(practice, answer, note=None if text in ("-", "－", "ー") else text)

    def _evidence(self, practice: Practice, answer: Answer, argument: str) -> bool:
        voice = self._voice
        for number, one in enumerate(answer.evidence, 1):
            voice.item(f"{number}  {one.ref}  {one.date or ''}".rstrip())
        ref = parsing.clean_lines(argument)
        if not ref:
            code = "more" if answer.evidence else "first"
            ref = voice.free(f"assess.prompt.evidence.{code}", "assess.help.evidence")
        if not ref:
            return self._cancelled()
        if ref in ("-", "－", "ー"):
            return self.put(practice, answer, evidence=answer.evidence[:-1])
        day = voice.day("assess.prompt.evidence_date", "assess.help.evidence_date")
        return self.put(practice, answer, evidence=(*answer.evidence, Evidence(ref=ref, date=day)))

    def _last_done(self, practice: Practice, answer: Answer, argument: str) -> bool:
        day = parsing.day(argument, self._voice.today) if argument else None
        if day is None:
            day = self._voice.day("assess.prompt.last_done", "assess.help.last_done")
        return self._cancelled() if day is None else self.put(practice, answer, last_done=day)

    def _done(self, practice: Practice, answer: Answer, argument: str) -> bool:
        found = parsing.ratio(argument) if argument else None
        if found is None:
            found = self._voice.ask(
                "assess.prompt.done", "assess.help.done", parsing.ratio, "assess.wrong.done"
            )
        if found is None:
            return self._cancelled()
        return self.put(practice, answer, done=Done(n=found[0], of=found[1]))

    def _performed_by(self, practice: Practice, answer: Answer, argument: str) -> bool:
        name = parsing.clean_lines(argument)
        if not name:
            name = self._voice.free("assess.prompt.performed_by", "assess.help.performed_by")
        return self._cancelled() if not name else self.put(practice, answer, performed_by=name)

    def _clear(self, practice: Practice, _answer: Answer, _: str) -> bool:
        if self._desk.session.answer(practice.id) is None:
            self._voice.say("assess.nothing_to_clear")
            return False
        if not self._voice.agree("assess.prompt.clear", "assess.help.clear", id=practice.id):
            return self._cancelled()
        return self._desk.answer(practice.id, None)

    def _as_before(self, practice: Practice, answer: Answer, _: str) -> bool:
        previous = self._desk.session.previous.get(practice.id)
        if previous is None:
            self._voice.say("assess.no_previous")
            return False
        return self._desk.answer(
            practice.id,
            previous.model_copy(update={"confirmed": True, "review": answer.review}),
        )

    def _confirm(self, practice: Practice, answer: Answer, _: str) -> bool:
        if answer.confirmed:
            self._voice.say("assess.nothing_to_confirm")
            return False
        return self.put(practice, answer)

    def _cancelled(self) -> bool:
        self._voice.say("assess.cancelled")
        return False
