"""Lists of practices (unanswered, found by search, worth a second look) and the figures."""

import contextlib
from collections.abc import Callable, Sequence

from cssa.answers.submission import Submission
from cssa.consistency.checks_before_filing import check_words
from cssa.consistency.queries import Query
from cssa.interview.commands import Command
from cssa.interview.dialogue import Dialogue, StepBack
from cssa.interview.parsing import normalized
from cssa.interview.session import Session
from cssa.messages import fitting, message

_MAX_TITLED = 12
"""Practices that a list shows with their titles; of the others it shows the ids."""


class Overview:
    """Shows the state of an interview.

    Args:
        dialogue: shows messages.
        session: the state of the interview.
        show_figures: shows the figures of a submission.
    """

    def __init__(
        self, dialogue: Dialogue, session: Session, show_figures: Callable[[Submission], None]
    ) -> None:
        self._dialogue = dialogue
        self._session = session
        self._show_figures = show_figures
        self._handlers: dict[str, Callable[[str], None]] = {
            "u": lambda _: self.show_unanswered(),
            "r": lambda _: self.show_review(),
            "v": lambda _: self.show_figures(),
            "/": self.search,
        }

    def run(self, command: Command) -> bool:
        """Carry out a command that shows an overview; return False where it is none of these."""
        handler = self._handlers.get(command.name)
        if handler is None:
            return False
        handler(command.argument)
        return True

    def show_unanswered(self) -> None:
        """List the practices without an answer."""
        self.show_list("assess.unanswered", self._session.unanswered())

    def show_review(self) -> None:
        """List what to look at before the end."""
        review = self._session.review()
        lists, checks = list(review.by_reason()), list(review.checks_by_reason())
        if not lists and not checks:
            self._dialogue.show_blank_line()
            self._dialogue.show("assess.review.none")
        for reason, practice_ids in lists:
            if reason == "unanswered":
                self._dialogue.show_blank_line()
                self._dialogue.show("assess.review.unanswered", count=len(practice_ids))
            else:
                self.show_list(f"assess.review.{reason}", practice_ids)
        for reason, found in checks:
            self._show_checks(f"assess.review.{reason}", found)
        if lists or checks:
            self._show_jump_hint()

    def _show_checks(self, code: str, checks: Sequence[Query]) -> None:
        dialogue, checklist = self._dialogue, self._session.edition.checklist
        dialogue.show_blank_line()
        dialogue.show(code, count=len(checks))
        for check in checks:
            number = "-" if check.practice is None else checklist.shown_id(check.practice)
            text = check_words(check, checklist).worded(dialogue.lang, message)
            dialogue.show_item(f"{number}  {text}", hang=4)

    def show_figures(self) -> None:
        """Show the current figures."""
        self._dialogue.show_blank_line()
        self._show_figures(self._session.submission)

    def search(self, text: str) -> None:
        """List the practices that contain the words; ask for the words where there are none."""
        if not text:
            with contextlib.suppress(StepBack):
                line = self._dialogue.ask_line("assess.prompt.search", "assess.help.search")
                text = normalized(line)
        if not text:
            self._dialogue.show("assess.cancelled")
            return
        practice_ids = self._session.search(text)
        self.show_list("assess.found" if practice_ids else "assess.not_found", practice_ids)
        if practice_ids:
            self._show_jump_hint()

    def _show_jump_hint(self) -> None:
        """Say how to go to a practice, by a number of this checklist."""
        first = next(iter(self._session.queue or self._session.edition.checklist.placed))
        self._dialogue.show("assess.jump_hint", example=self._session.shown_id(first))

    def show_list(self, code: str, practice_ids: Sequence[str]) -> None:
        """Show a heading and practices, the first ones with their titles.

        Args:
            code: of the heading.
            practice_ids: in order.
        """
        dialogue, checklist = self._dialogue, self._session.edition.checklist
        dialogue.show_blank_line()
        scale = checklist.level_scale
        facts = {
            "count": len(practice_ids),
            "in_place": scale.in_place,
            "above": scale.above_in_place,
        }
        dialogue.prompter.show(dialogue.message(code, **fitting(code, facts)))
        for practice_id in practice_ids[:_MAX_TITLED]:
            title = dialogue.text(checklist.placed[practice_id].practice.title)
            dialogue.show_item(f"{self._session.shown_id(practice_id)}  {title}", hang=4)
        others = practice_ids[_MAX_TITLED:]
        for domain in checklist.domains:
            in_domain = [
                practice_id
                for practice_id in others
                if checklist.placed[practice_id].domain.id == domain.id
            ]
            if in_domain:
                dialogue.show(
                    "assess.and_more",
                    indent=2,
                    hang=2,
                    domain=domain.id,
                    count=len(in_domain),
                    practices=dialogue.joined(map(self._session.shown_id, in_domain)),
                )
