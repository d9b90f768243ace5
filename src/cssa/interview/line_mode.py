"""The dialogue in lines: a page for each practice, then one command after the other."""

from collections.abc import Callable
from typing import Literal

from cssa.answers.submission import Answer, Submission
from cssa.checklist.model import PlacedPractice, Practice
from cssa.engine.findings import EVIDENCE_FROM, POINTS_FROM
from cssa.interview import parsing
from cssa.interview.answer_values import read_value, stands_alone
from cssa.interview.commands import ANSWERING, Command, parse
from cssa.interview.dialogue import InterviewLeft, StepBack
from cssa.interview.fields import AnswerFields
from cssa.interview.overview import Overview
from cssa.interview.practice_page import PracticePage
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import is_weak_reason, open_points
from cssa.interview.setup import Setup
from cssa.scheme.scales import Scales

Then = Literal["stay", "show", "leave"]
"""After a command: take another, show what is asked now, or end the sitting."""


class LineInterview:
    """Goes through a sitting.

    Args:
        desk: where answers are saved.
        setup: asks about the institution.
        scales: the words of the levels.
        figures: returns the current figures, laid out.
        bookmark: remembers the practice shown.
    """

    def __init__(
        self,
        desk: AnswerSaver,
        setup: Setup,
        scales: Scales,
        *,
        figures: Callable[[Submission], str],
        bookmark: Callable[[str], None],
    ) -> None:
        self._desk = desk
        self._voice = desk.voice
        self._session = desk.session
        self._setup = setup
        self._scales = scales
        self._bookmark = bookmark
        self._page = PracticePage(self._voice, self._session, scales)
        self._overview = Overview(self._voice, self._session, figures)
        self._fields = AnswerFields(desk)
        self._do: dict[str, Callable[[PlacedPractice], Then]] = {
            "next": self._next,
            "s": self._next,
            "b": lambda _: self._back(),
            "i": lambda _: self._about(),
            "l": lambda _: "show",
            "?": self._guide,
            "h": lambda _: self._help(),
            "q": lambda _: "leave",
        }

    def run(self) -> None:
        """Ask until the end, or until the user leaves or the input ends."""
        try:
            if self._greet():
                while self._step() != "leave":
                    pass
        except (InterviewLeft, EOFError):
            pass
        progress = self._session.progress()
        self._voice.gap()
        self._voice.say(
            "assess.goodbye", done=progress.done, of=progress.of, path=self._desk.store.path
        )

    def _greet(self) -> bool:
        """Say where the sitting stands; return False where it has nothing to ask."""
        voice, session = self._voice, self._session
        items = self._setup.open_items(self._desk)
        if items:
            voice.gap()
            voice.say("assess.setup.open", count=len(items))
            if self._agree("setup"):
                self._setup.fill(self._desk, items)
        voice.gap()
        if not session.queue:
            voice.say("assess.nothing_asked")
            return False
        progress = session.progress()
        voice.say("assess.progress", done=progress.done, of=progress.of)
        if progress.done and session.position is not None:
            voice.say("assess.resumed", id=session.position)
            earlier = session.skipped()
            if earlier:
                voice.say("assess.earlier", count=len(earlier), first=earlier[0])
        voice.say("assess.how")
        for rule in self._scales.rules:
            voice.item(f"- {voice.text(rule)}", hang=2)
        return True

    def _agree(self, name: str, **params: object) -> bool:
        try:
            prompt, help_ = f"assess.prompt.{name}", f"assess.help.{name}"
            return bool(self._voice.agree(prompt, help_, **params))
        except StepBack:
            return False

    def _step(self) -> Then:
        """Deal with the practice asked now, or with the end."""
        placed = self._session.current
        if placed is None:
            return self._end()
        self._page.show(placed)
        self._bookmark(placed.practice.id)
        self._voice.gap()
        self._keys(placed.practice)
        then: Then = "stay"
        while then == "stay":
            then = self._turn(placed)
        return then

    def _turn(self, placed: PlacedPractice) -> Then:
        """Take one command."""
        practice = placed.practice
        prompt = self._voice.words("assess.prompt.answer", id=practice.id)
        command = parse(self._voice.prompter.ask(f"{prompt} > "))
        if command.name in ANSWERING:
            if self._fields.run(practice, command):
                self._after(practice)
            return "stay"
        if command.name in self._do:
            return self._do[command.name](placed)
        if command.name == "value" and self._is_value(practice, command.argument):
            return "stay"
        if self._overview.run(command):
            return "stay"
        return self._go(command)

    def _is_value(self, practice: Practice, text: str) -> bool:
        """Save what answers the question; return False where it does not."""
        fields = read_value(practice, text)
        if fields is None:
            return False
        alone = stands_alone(practice, fields)
        if alone is not None:
            self._voice.say("answers.exclusive", option=alone)
        elif self._fields.value(practice, **fields):
            self._after(practice)
        return True

    def _next(self, placed: PlacedPractice) -> Then:
        if not self._session.is_answered(placed.practice.id):
            self._voice.say("assess.skipped", id=placed.practice.id)
        self._session.advance()
        return "show"

    def _back(self) -> Then:
        if self._session.back():
            return "show"
        self._voice.say("assess.at_first")
        return "stay"

    def _about(self) -> Then:
        self._setup.edit(self._desk)
        return "show"

    def _guide(self, placed: PlacedPractice) -> Then:
        self._page.guidance(placed)
        return "stay"

    def _help(self) -> Then:
        self._voice.gap()
        for name in _HELP:
            self._voice.say(f"assess.command.{name}", indent=2, hang=6)
        return "stay"

    def _go(self, command: Command) -> Then:
        """Jump to what a number means; say so when it means nothing."""
        text = parsing.command(command.argument)
        found = self._session.find_id(text) if text else None
        if found is not None:
            self._session.go(found)
            return "show"
        self._voice.say("assess.not_understood", found=text or command.name)
        self._voice.skip_pasted()
        return "stay"

    def _after(self, practice: Practice) -> None:
        """Say what was saved, and what a careful reader would ask next."""
        voice, answer = self._voice, self._session.answer(practice.id)
        if answer is None:
            voice.say("assess.cleared", id=practice.id)
            return
        summary = self._page.summary(practice, answer)
        voice.say("assess.saved", hang=2, id=practice.id, answer=summary)
        self._hint_on_level(practice, answer)
        if (answer.na or answer.not_adopted) and is_weak_reason(answer.reason or ""):
            voice.say("assess.hint.reason", hang=2)
        if practice.legal and (answer.na or answer.not_adopted or answer.treatment):
            voice.say("finding.legal_left_out", hang=2)
        voice.say("assess.next_hint")

    def _hint_on_level(self, practice: Practice, answer: Answer) -> None:
        voice, standing = self._voice, self._session.standings[practice.id]
        level = standing.level
        if level is None:
            return
        missing = open_points(practice, answer, self._session.submission.institution.flags)
        if level >= POINTS_FROM and missing:
            voice.say("assess.hint.points", hang=2, points=", ".join(missing))
        if level >= EVIDENCE_FROM and not answer.evidence:
            voice.say("assess.hint.evidence", hang=2)
        if standing.below_target:
            voice.say("assess.hint.target", hang=2, target=standing.target)

    def _keys(self, practice: Practice) -> None:
        name = "other" if practice.kind != "level" else "level"
        if practice.kind == "level" and practice.na == "never":
            name = "never_na"
        if practice.tier == "desirable":
            name = "desirable"
        self._voice.say(f"assess.keys.{name}", hang=2)
        self._voice.say("assess.keys.moving", hang=2)

    def _end(self) -> Then:
        """Show the review, and offer to go back to something."""
        voice, session = self._voice, self._session
        voice.gap()
        voice.say("assess.end")
        self._overview.review()
        if not session.unanswered() and session.submission.assessed_on is None:
            day = voice.today
            if self._agree("date_today", date=day):
                self._desk.header(("assessed_on",), day.isoformat())
        then: Then = "stay"
        while then == "stay":
            then = self._end_turn()
        return then

    def _end_turn(self) -> Then:
        command = parse(self._voice.put("assess.prompt.end"))
        if command.name in ("next", "s", "q"):
            return "leave"
        if command.name in ("?", "h"):
            self._voice.say("assess.help.end")
            return "stay"
        if command.name == "b":
            return self._back()
        if command.name == "i":
            return self._about()
        return "stay" if self._overview.run(command) else self._go(command)


_HELP = (
    "level", "na", "no", "t", "p", "n", "e", "d", "c", "w", "=", "ok", "x",
    "next", "b", "g", "/", "u", "r", "v", "i", "?", "l", "h", "q",
)  # fmt: skip
"""Commands in the order of the help."""
