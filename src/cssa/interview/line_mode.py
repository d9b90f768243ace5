"""The interview in lines: a page for each practice, then one command after the other."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from cssa.answers.approval import is_changed_since_approval
from cssa.answers.submission import Answer, Submission
from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import Practice
from cssa.interview.answer_hints import AnswerHint, answer_hints
from cssa.interview.answer_values import parse_value, violated_exclusive
from cssa.interview.commands import ANSWER_COMMANDS, Command, parse_command
from cssa.interview.dialogue import InterviewLeft, StepBack
from cssa.interview.fields import AnswerFields
from cssa.interview.overview import Overview
from cssa.interview.parsing import normalized
from cssa.interview.practice_page import PracticePage
from cssa.interview.recording import SavedItem
from cssa.interview.saving import AnswerSaver
from cssa.interview.setup import Setup
from cssa.library.related_cases import RelatedCase
from cssa.messages.wording import BilingualWord, CodedWord, WordList
from cssa.scheme.level_wording import LevelWording

NextStep = Literal["stay", "show", "leave"]
"""After a command: read another, show the current practice, or end the interview."""

_HELP_ORDER = (
    "level", "na", "no", "t", "p", "n", "e", "d", "c", "a", "w", "=", "o", "x", "z", "y",
    "next", "b", "f", "g", "/", "u", "r", "v", "i", "?", "k", "l", "h", "q",
)  # fmt: skip
"""Commands in the order of the help."""

_KEYS_BREAK = BilingualWord("\u3000", ", ")
"""Separates keys from each other in a line that lists them."""


class LineInterview:
    """Asks practice by practice in lines.

    Args:
        saver: saves answers.
        setup: asks about the institution.
        scales: names and wording of the levels.
        show_figures: shows the figures of a submission.
        save_bookmark: remembers the id of the practice shown.
        cases_of: returns the published cases that bear on a practice.
        file_arguments: the file, as other commands take it.
    """

    def __init__(
        self,
        saver: AnswerSaver,
        setup: Setup,
        scales: LevelWording,
        *,
        show_figures: Callable[[Submission], None],
        save_bookmark: Callable[[str], None],
        cases_of: Callable[[str], Sequence[RelatedCase]],
        file_arguments: str,
    ) -> None:
        self._saver = saver
        self._file_arguments = file_arguments
        self._dialogue = saver.dialogue
        self._session = saver.session
        self._setup = setup
        self._scales = scales
        self._save_bookmark = save_bookmark
        self._cases_of = cases_of
        self._page = PracticePage(
            self._dialogue,
            self._session,
            scales,
            saver.answer_text,
            is_read_only=saver.is_read_only,
        )
        self._overview = Overview(self._dialogue, self._session, show_figures)
        self._fields = AnswerFields(saver)
        self._handlers: dict[str, Callable[[PlacedPractice], NextStep]] = {
            "next": self._advance,
            "s": self._advance,
            "b": lambda _: self._go_back(),
            "f": lambda _: self._go_forward(),
            "o": self._confirm,
            "i": lambda _: self._edit_setup(),
            "z": lambda _: self._show_item(self._saver.undo()),
            "y": lambda _: self._show_item(self._saver.redo()),
            "l": lambda _: "show",
            "?": self._show_guidance,
            "k": self._show_cases,
            "h": lambda _: self._show_help(),
            "q": lambda _: "leave",
        }

    def run(self) -> None:
        """Ask until the end, or until the user leaves or the input ends."""
        try:
            if self._start():
                while self._ask_current() != "leave":
                    pass
        except (InterviewLeft, EOFError):
            pass
        except KeyboardInterrupt:
            self._show_unsaved()
            raise
        progress = self._session.progress()
        self._dialogue.show_blank_line()
        path = self._file_arguments
        self._dialogue.show(self._counted("goodbye"), done=progress.answered, of=progress.total)
        self._dialogue.show(self._counted("resume"), hang=2, path=path)
        self._dialogue.show("assess.see_figures", hang=2, path=path)
        if is_changed_since_approval(self._session.submission):
            self._dialogue.show("assess.changed_after_approval", path=path)
        self._show_unsaved()

    def _counted(self, name: str) -> str:
        """Return the message that counts answers, or confirmations where it asks for these."""
        return f"assess.{name}.confirmed" if self._session.asks_to_confirm else f"assess.{name}"

    def _show_unsaved(self) -> None:
        """Name what was entered and could not be saved."""
        if self._saver.not_saved:
            names = self._dialogue.joined(self._saver.not_saved)
            self._dialogue.show("assess.left_unsaved", hang=2, names=names)

    def _start(self) -> bool:
        """Ask what is open about the institution and show progress; False with nothing to ask."""
        dialogue, session = self._dialogue, self._session
        self._ask_open_facts()
        dialogue.show_blank_line()
        if not session.queue:
            dialogue.show("assess.nothing_asked")
            return False
        progress = session.progress()
        dialogue.show(self._counted("progress"), done=progress.answered, of=progress.total)
        if progress.answered and session.current_id is not None:
            dialogue.show("assess.resumed", id=session.shown_id(session.current_id))
            skipped = session.skipped()
            if skipped:
                first = session.shown_id(skipped[0])
                dialogue.show(self._counted("earlier"), count=len(skipped), first=first)
        if self._saver.is_read_only:
            dialogue.show("assess.how_read_only")
            return True
        practices = (placed.practice for placed in session.edition.checklist.walk())
        if not any(practice.accepts("level") for practice in practices):
            dialogue.show("assess.how_without_levels")
            return True
        dialogue.show("assess.how", **self._range)
        for rule in self._scales.rules:
            dialogue.show_item(f"- {dialogue.text(rule)}", hang=2)
        return True

    def _ask_open_facts(self) -> None:
        """Offer to answer what is open about the institution."""
        items = self._setup.open_items(self._saver)
        if not items or self._saver.is_read_only:
            return
        self._dialogue.show_blank_line()
        self._dialogue.show("assess.setup.open", count=len(items))
        while self._dialogue.confirm("setup"):
            with contextlib.suppress(StepBack):
                self._setup.fill(self._saver, items)
                return

    def _ask_current(self) -> NextStep:
        """Ask the current practice, or end the interview after the last."""
        placed = self._session.current
        if placed is None:
            return self._finish()
        more = self._dialogue.message("assess.more")
        with self._dialogue.prompter.page(f"{more} > "):
            self._page.show(placed)
            self._dialogue.show_blank_line()
            self._show_keys(placed.practice)
        self._save_bookmark(placed.practice.id)
        step: NextStep = "stay"
        while step == "stay":
            step = self._run_command(placed)
        return step

    def _run_command(self, placed: PlacedPractice) -> NextStep:
        """Read a command and carry it out."""
        practice = placed.practice
        prompt = self._dialogue.message("assess.prompt.answer", id=practice.shown_id)
        line = self._dialogue.prompter.read_line(f"{prompt} > ")
        command = parse_command(line, takes_text=practice.accepts("text"))
        before = self._session.answer(practice.id)
        if not line.strip() and self._takes_default(practice):
            self._save_default(practice)
        if command.name in ANSWER_COMMANDS:
            if self._fields.run(practice, command):
                self._show_saved(practice, before)
                if self._session.answer(practice.id) is not None:
                    self._dialogue.show("assess.next_hint")
            return "stay"
        if command.name in self._handlers:
            return self._handlers[command.name](placed)
        if command.name == "value":
            step = self._save_value(practice, command.argument)
            if step is not None:
                return step
        if self._overview.run(command):
            return "stay"
        return self._go_to(command)

    def _save_value(self, practice: Practice, text: str) -> NextStep | None:
        """Save a text that answers the question; return None where it is no answer.

        A level goes on to the next practice by itself where nothing more is to be entered.
        """
        value_fields = parse_value(practice, text)
        if value_fields is None:
            return None
        before = self._session.answer(practice.id)
        exclusive = violated_exclusive(practice, value_fields)
        if exclusive is not None:
            self._dialogue.show("assess.exclusive", option=self._dialogue.text(exclusive))
            return "stay"
        if not self._fields.save_value(practice, **value_fields):
            return "stay"
        is_complete = self._fields.ask_plan_of_level(practice)
        hints = self._show_saved(practice, before)
        if not practice.accepts("level") or not is_complete or any(h.asks_for_more for h in hints):
            self._dialogue.show("assess.next_hint")
            return "stay"
        self._dialogue.show("assess.goes_on")
        self._session.advance()
        return "show"

    def _takes_default(self, practice: Practice) -> bool:
        """Return whether an empty line answers a question, which is not answered yet."""
        has_parts = bool(practice.question_kind.parts(practice))
        is_open = has_parts and not self._session.is_answered(practice.id)
        return practice.default is not None and is_open

    def _save_default(self, practice: Practice) -> None:
        kind = practice.question_kind
        value = kind.value({part.id: practice.default for part in kind.parts(practice)})
        if self._fields.save_value(practice, **{kind.answer_field: value}):
            self._show_saved(practice, None)
            self._dialogue.show("assess.goes_on")

    def _advance(self, placed: PlacedPractice) -> NextStep:
        if not self._session.is_answered(placed.practice.id):
            self._dialogue.show("assess.skipped", id=placed.practice.shown_id)
        self._session.advance()
        return "show"

    def _confirm(self, placed: PlacedPractice) -> NextStep:
        """Confirm an answer that was carried over, and go on."""
        practice = placed.practice
        confirmation = self._session.confirmation(practice.id)
        if confirmation is None:
            self._dialogue.show("assess.nothing_to_confirm")
            return "stay"
        if confirmation.confirmed is None:
            self._dialogue.show("assess.unconfirmed_open")
            return "stay"
        if not self._saver.save_answer(practice.id, confirmation.confirmed):
            return "stay"
        self._dialogue.show("assess.confirmed", id=practice.shown_id)
        self._session.advance()
        return "show"

    def _go_back(self) -> NextStep:
        if self._session.go_back():
            return "show"
        self._dialogue.show("assess.at_first")
        return "stay"

    def _go_forward(self) -> NextStep:
        if self._session.go_forward():
            return "show"
        self._dialogue.show("assess.at_last")
        return "stay"

    def _edit_setup(self) -> NextStep:
        self._setup.edit(self._saver)
        return "show"

    def _show_item(self, item: SavedItem | None) -> NextStep:
        """Show the practice whose answer was undone or redone."""
        if item is None or item.practice_id is None:
            return "stay"
        self._session.go_to(item.practice_id)
        return "show"

    def _show_guidance(self, placed: PlacedPractice) -> NextStep:
        self._page.show_guidance(placed)
        return "stay"

    def _show_cases(self, placed: PlacedPractice) -> NextStep:
        """Show published cases, never before the practice is answered."""
        if self._session.is_answered(placed.practice.id):
            self._page.show_cases(self._cases_of(placed.practice.id))
        else:
            self._dialogue.show("assess.cases.after_answer")
        return "stay"

    def _show_help(self) -> NextStep:
        self._dialogue.show_blank_line()
        for name in _HELP_ORDER:
            self._dialogue.show(f"assess.command.{name}", indent=2, hang=6)
        return "stay"

    def _go_to(self, command: Command, *, at_end: bool = False) -> NextStep:
        """Jump to the practice with a number; explain where the number means none."""
        number = normalized(command.argument)
        practice_id = self._session.find_by_number(number) if number else None
        if practice_id is not None:
            self._session.go_to(practice_id)
            return "show"
        code = "assess.not_understood_at_end" if at_end else "assess.not_understood"
        self._dialogue.show(code, found=number or command.name)
        self._dialogue.skip_pasted_lines()
        return "stay"

    def _show_saved(self, practice: Practice, before: Answer | None) -> list[AnswerHint]:
        """Show what was saved, what it replaced, and what a reviewer would ask next."""
        dialogue, answer = self._dialogue, self._session.answer(practice.id)
        words = self._saver.answer_text
        if answer is None:
            dialogue.show("assess.cleared", id=practice.shown_id)
        else:
            summary = words.summary(practice, answer)
            dialogue.show("assess.saved", hang=2, id=practice.shown_id, answer=summary)
        if before not in (None, answer):
            dialogue.show("assess.was", hang=2, answer=words.summary(practice, before))
        hints = [] if answer is None else [*answer_hints(self._session, practice, answer)]
        for hint in hints:
            dialogue.show_item(dialogue.message(hint.code, **hint.params), indent=0, hang=2)
        return hints

    @property
    def _range(self) -> dict[str, int]:
        """The lowest and the highest level of the checklist."""
        values = self._session.edition.checklist.values
        return {"lowest": values[0], "highest": values[-1]}

    def _show_keys(self, practice: Practice) -> None:
        if not self._saver.is_read_only:
            self._show_answer_keys(practice)
        self._dialogue.show("assess.keys.moving", hang=2)

    def _show_answer_keys(self, practice: Practice) -> None:
        keys = WordList(tuple(self._answer_keys(practice)), _KEYS_BREAK)
        self._dialogue.show("assess.keys.answer", hang=2, keys=keys)
        confirmation = self._session.confirmation(practice.id)
        if confirmation is not None and confirmation.confirmed is not None:
            self._dialogue.show("assess.keys.confirm", hang=2)
        if self._takes_default(practice):
            default = next(option for option in practice.options if option.id == practice.default)
            self._dialogue.show("assess.default", hang=2, option=self._dialogue.text(default))

    def _answer_keys(self, practice: Practice) -> Iterator[CodedWord]:
        """Yield the keys that answer a practice, each with what it does."""
        takes_level = practice.accepts("level")
        if takes_level:
            yield CodedWord("assess.keys.level", tuple(self._range.items()))
        else:
            yield CodedWord("assess.keys.typed")
        if practice.tier == "desirable":
            yield CodedWord("assess.keys.not_adopted")
        if practice.na != "never":
            yield CodedWord("assess.keys.na")
        if takes_level:
            yield CodedWord("assess.keys.points")
        yield CodedWord("assess.keys.note")
        yield CodedWord("assess.keys.evidence")
        if takes_level:
            yield CodedWord("assess.keys.treatment")

    def _finish(self) -> NextStep:
        """Show the review, and offer to go back to a practice."""
        dialogue, session = self._dialogue, self._session
        dialogue.show_blank_line()
        dialogue.show("assess.end")
        self._overview.show_review()
        is_undated = not session.unanswered() and session.submission.assessed_on is None
        if is_undated and not self._saver.is_read_only:
            today = dialogue.today
            if dialogue.confirm("date_today", date=today):
                self._setup.save_fact(self._saver, ("assessed_on",), today.isoformat())
        step: NextStep = "stay"
        while step == "stay":
            step = self._run_end_command()
        return step

    def _run_end_command(self) -> NextStep:
        command = parse_command(self._dialogue.prompt("assess.prompt.end"))
        if command.name in ("next", "s", "q"):
            return "leave"
        if command.name in ("?", "h"):
            self._dialogue.show("assess.help.end")
            return "stay"
        handlers: dict[str, Callable[[], NextStep]] = {
            "b": self._go_back,
            "i": self._edit_setup,
            "z": lambda: self._show_item(self._saver.undo()),
            "y": lambda: self._show_item(self._saver.redo()),
        }
        if command.name in handlers:
            return handlers[command.name]()
        is_done = self._overview.run(command)
        return "stay" if is_done else self._go_to(command, at_end=True)
