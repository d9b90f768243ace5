"""A review in lines: a self-rating after the other, and what another line says of it."""

from collections.abc import Callable, Sequence
from typing import Literal

from cssa.answers.approval import is_changed_since_approval
from cssa.answers.placeholders import is_placeholder
from cssa.answers.reviewed_answer import LINES, Role, former_reviewer
from cssa.answers.submission import Review, Submission
from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import Practice
from cssa.interview.commands import ANSWER_COMMANDS, Command, parse_command
from cssa.interview.dialogue import Dialogue, InterviewLeft, StepBack
from cssa.interview.overview import Overview
from cssa.interview.parsing import clean_lines, normalized
from cssa.interview.review_page import ReviewPage
from cssa.interview.reviewing import Reviewer, ReviewSession
from cssa.interview.saving import AnswerSaver
from cssa.library.related_cases import RelatedCase
from cssa.scheme.level_wording import LevelWording

NextStep = Literal["stay", "show", "leave"]
"""After a command: read another, show the current practice, or end the review."""

_OWN_HELP = ("level", "=", "n", "x", "z", "next", "u", "r", "k")
_HELP = ("b", "g", "/", "v", "?", "l", "h", "q")
"""Commands in the order of the help: those of a review, then those as in the interview."""

_DASHES = ("-", "－", "ー")
"""Typed to remove a comment."""


def ask_reviewer(dialogue: Dialogue, role: Role, submission: Submission) -> Reviewer:
    """Ask once which function reviews; the one that did so last is taken with an empty line.

    Args:
        dialogue: asks and shows messages.
        role: for which line.
        submission: the answers with their reviews so far.

    Raises:
        InterviewLeft: when the user quits.
    """
    former = former_reviewer(submission, LINES[role])
    params = {"name": former} if former else {}
    code = f"assess.prompt.reviewer.{'again' if former else 'first'}"
    dialogue.show_blank_line()
    while True:
        try:
            line = dialogue.ask_line(code, "assess.help.reviewer", **params)
        except StepBack:
            dialogue.show("assess.at_first")
            continue
        name = " ".join(clean_lines(line).split()) or former
        if name and not is_placeholder(name):
            return Reviewer(role, name)
        dialogue.show("assess.needed")


class LineReview:
    """Asks a reviewer practice by practice in lines.

    Args:
        saver: saves reviews.
        session: the state of the review, the saver's.
        scales: names and wording of the levels.
        show_figures: shows the figures of a submission.
        save_bookmark: remembers the id of the practice shown.
        cases_of: returns the published cases that bear on a practice.
        file_arguments: the file, as other commands take it.
    """

    def __init__(
        self,
        saver: AnswerSaver,
        session: ReviewSession,
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
        self._session = session
        self._save_bookmark = save_bookmark
        self._cases_of = cases_of
        self._page = ReviewPage(self._dialogue, session, scales, saver.answer_text)
        self._overview = Overview(self._dialogue, session, show_figures)
        self._handlers: dict[str, Callable[[PlacedPractice, str], NextStep]] = {
            "next": lambda placed, _: self._advance(placed),
            "s": lambda placed, _: self._advance(placed),
            "b": lambda *_: self._go_back(),
            "z": lambda *_: self._undo(),
            "l": lambda *_: "show",
            "?": lambda placed, _: self._show_guidance(placed),
            "k": lambda placed, _: self._show_cases(placed),
            "h": lambda *_: self._show_help(),
            "u": lambda *_: self._show_open(),
            "r": lambda *_: self._show_differing(),
            "q": lambda *_: "leave",
            "=": lambda placed, _: self._agree(placed.practice),
            "n": lambda placed, text: self._comment(placed.practice, text),
            "x": lambda placed, _: self._remove(placed.practice),
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
        dialogue, progress = self._dialogue, self._session.progress()
        path = self._file_arguments
        dialogue.show_blank_line()
        dialogue.show("assess.as.goodbye", done=progress.answered, of=progress.total, path=path)
        if is_changed_since_approval(self._session.submission):
            dialogue.show("assess.changed_after_approval", path=path)
        self._show_unsaved()

    def _show_unsaved(self) -> None:
        if self._saver.not_saved:
            names = self._dialogue.joined(self._saver.not_saved)
            self._dialogue.show("assess.left_unsaved", hang=2, names=names)

    def _start(self) -> bool:
        """Say who reviews and what is left; return False with nothing to review."""
        dialogue, session = self._dialogue, self._session
        reviewer = session.reviewer
        dialogue.show_blank_line()
        dialogue.show(f"assess.as.intro.{reviewer.role}", by=reviewer.by)
        counts = session.not_rated()
        if counts:
            unanswered = counts["unanswered"]
            dialogue.show("assess.as.not_rated", count=counts.total(), unanswered=unanswered)
        if not session.queue:
            dialogue.show("assess.as.nothing")
            return False
        progress = session.progress()
        dialogue.show("assess.as.progress", done=progress.answered, of=progress.total)
        if progress.answered and session.current_id is not None:
            dialogue.show("assess.resumed", id=session.shown_id(session.current_id))
        if self._saver.is_read_only:
            dialogue.show("assess.how_read_only")
            return True
        values = session.edition.checklist.values
        dialogue.show("assess.as.how", lowest=values[0], highest=values[-1])
        return True

    def _ask_current(self) -> NextStep:
        """Ask the current practice, or end the review after the last."""
        placed = self._session.current
        if placed is None:
            return self._finish()
        self._page.show(placed)
        self._save_bookmark(placed.practice.id)
        self._dialogue.show_blank_line()
        if self._session.has_level(placed.practice.id):
            values = placed.practice.level_scale.values
            self._dialogue.show("assess.as.keys", hang=2, lowest=values[0], highest=values[-1])
        else:
            self._dialogue.show("assess.as.no_level", hang=2)
        self._dialogue.show("assess.keys.moving", hang=2)
        step: NextStep = "stay"
        while step == "stay":
            step = self._run_command(placed)
        return step

    def _run_command(self, placed: PlacedPractice) -> NextStep:
        """Read a command and carry it out."""
        practice = placed.practice
        prompt = self._dialogue.message("assess.as.prompt", id=practice.shown_id)
        command = parse_command(self._dialogue.prompter.read_line(f"{prompt} > "))
        if command.name in self._handlers:
            try:
                return self._handlers[command.name](placed, command.argument)
            except StepBack:
                self._dialogue.show("assess.cancelled")
                return "stay"
        if command.name in ANSWER_COMMANDS or command.name == "i":
            self._dialogue.show("assess.as.own_stays", hang=2)
            return "stay"
        level = self._level(practice, command)
        if level is not None:
            return self._rate(practice, level)
        return "stay" if self._overview.run(command) else self._go_to(command)

    def _level(self, practice: Practice, command: Command) -> int | None:
        levels = {str(value): value for value in practice.level_scale.values}
        return levels.get(command.argument) if command.name == "value" else None

    def _rate(self, practice: Practice, level: int) -> NextStep:
        """Record a level, with a comment where it is another than the self-rating."""
        session, dialogue = self._session, self._dialogue
        if not session.has_level(practice.id):
            dialogue.show("assess.as.no_level", hang=2)
            return "stay"
        former = session.own_review(practice.id)
        note = None if former is None else former.note
        own = session.assessed_practices[practice.id].level
        if level != own and note is None:
            try:
                typed = dialogue.ask_text(
                    "assess.prompt.review_note", "assess.help.review_note", own=own, level=level
                )
            except StepBack:
                dialogue.show("assess.cancelled")
                return "stay"
            note = typed or None
        reviews = session.with_level(practice.id, level, note, dialogue.today)
        step = self._save(practice, reviews)
        if former is not None and former.level != level and former.note:
            dialogue.show("assess.as.note_kept", hang=2)
        return step

    def _agree(self, practice: Practice) -> NextStep:
        level = self._session.assessed_practices[practice.id].level
        if level is None or not self._session.has_level(practice.id):
            self._dialogue.show("assess.as.no_level", hang=2)
            return "stay"
        return self._rate(practice, level)

    def _comment(self, practice: Practice, argument: str) -> NextStep:
        """Change the comment of the review that is recorded."""
        dialogue, former = self._dialogue, self._session.own_review(practice.id)
        if former is None:
            dialogue.show("assess.as.level_first")
            return "stay"
        note = dialogue.with_pasted_lines(clean_lines(argument)) if argument else ""
        if not note:
            note = dialogue.ask_long_text("assess.prompt.comment", "assess.help.comment")
        if not note:
            dialogue.show("assess.cancelled")
            return "stay"
        kept = None if note in _DASHES else note
        if former.note not in (None, kept):
            dialogue.show("assess.lost", hang=2, parts=former.note)
            if not dialogue.confirm("lost"):
                dialogue.show("assess.cancelled")
                return "stay"
        reviews = self._session.with_level(practice.id, former.level, kept, dialogue.today)
        return self._save(practice, reviews)

    def _remove(self, practice: Practice) -> NextStep:
        former = self._session.own_review(practice.id)
        if former is None:
            self._dialogue.show("assess.as.nothing_to_remove")
            return "stay"
        words = self._saver.answer_text.review(former)
        self._dialogue.show("assess.lost", hang=2, parts=words)
        if not self._dialogue.confirm("clear_review"):
            self._dialogue.show("assess.cancelled")
            return "stay"
        return self._save(practice, self._session.without_own(practice.id))

    def _save(self, practice: Practice, reviews: tuple[Review, ...]) -> NextStep:
        """Save the reviews of a practice, and show the one by this function."""
        dialogue, before = self._dialogue, self._session.own_review(practice.id)
        if not self._saver.save_reviews(practice.id, reviews):
            return "stay"
        words = self._saver.answer_text
        own = self._session.own_review(practice.id)
        if own is None:
            dialogue.show("assess.as.removed", id=practice.shown_id)
        else:
            saved = words.review(own)
            dialogue.show("assess.saved", hang=2, id=practice.shown_id, answer=saved)
        if before not in (None, own):
            dialogue.show("assess.was", hang=2, answer=words.review(before))
        dialogue.show("assess.as.next_hint")
        return "stay"

    def _advance(self, placed: PlacedPractice) -> NextStep:
        practice = placed.practice
        has_level = self._session.has_level(practice.id)
        if has_level and not self._session.is_answered(practice.id):
            self._dialogue.show("assess.as.skipped", id=practice.shown_id)
        self._session.advance()
        return "show"

    def _go_back(self) -> NextStep:
        if self._session.go_back():
            return "show"
        self._dialogue.show("assess.at_first")
        return "stay"

    def _undo(self) -> NextStep:
        item = self._saver.undo()
        if item is None or item.practice_id is None:
            return "stay"
        self._session.go_to(item.practice_id)
        return "show"

    def _show_guidance(self, placed: PlacedPractice) -> NextStep:
        self._page.show_guidance(placed)
        return "stay"

    def _show_cases(self, placed: PlacedPractice) -> NextStep:
        self._page.show_cases(self._cases_of(placed.practice.id))
        return "stay"

    def _show_help(self) -> NextStep:
        dialogue = self._dialogue
        dialogue.show_blank_line()
        values = self._session.edition.checklist.values
        for name in _OWN_HELP:
            params = {"lowest": values[0], "highest": values[-1]} if name == "level" else {}
            dialogue.show(f"assess.as.command.{name}", indent=2, hang=6, **params)
        for name in _HELP:
            dialogue.show(f"assess.command.{name}", indent=2, hang=6)
        return "stay"

    def _show_open(self) -> NextStep:
        self._overview.show_list("assess.as.open", self._session.unanswered())
        return "stay"

    def _show_differing(self) -> NextStep:
        self._overview.show_list("assess.as.differing", self._session.differing())
        return "stay"

    def _go_to(self, command: Command) -> NextStep:
        """Jump to the practice with a number; explain where the number means none."""
        number = normalized(command.argument)
        practice_id = self._session.find_by_number(number) if number else None
        if practice_id is not None:
            self._session.go_to(practice_id)
            return "show"
        values = self._session.edition.checklist.values
        found = number or command.name
        self._dialogue.show(
            "assess.as.not_understood", found=found, lowest=values[0], highest=values[-1]
        )
        self._dialogue.skip_pasted_lines()
        return "stay"

    def _finish(self) -> NextStep:
        """Show what is left and what differs, and offer to go back to a practice."""
        dialogue = self._dialogue
        dialogue.show_blank_line()
        dialogue.show("assess.as.end")
        self._show_open()
        self._show_differing()
        step: NextStep = "stay"
        while step == "stay":
            step = self._run_end_command()
        return step

    def _run_end_command(self) -> NextStep:
        command = parse_command(self._dialogue.prompt("assess.prompt.review_end"))
        if command.name in ("next", "s", "q"):
            return "leave"
        if command.name in ("?", "h"):
            self._dialogue.show("assess.help.review_end")
            return "stay"
        simple: dict[str, Callable[[], NextStep]] = {
            "b": self._go_back,
            "z": self._undo,
            "u": self._show_open,
            "r": self._show_differing,
        }
        if command.name in simple:
            return simple[command.name]()
        return "stay" if self._overview.run(command) else self._go_to(command)
