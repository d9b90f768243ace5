"""Commands of the main screen by which another line reviews the practice shown."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from cssa.answers.submission import Review
from cssa.checklist.practice import Practice
from cssa.interview.parsing import clean_lines
from cssa.interview.reviewing import ReviewSession
from cssa.tui.form import Form, FormField

if TYPE_CHECKING:
    from cssa.tui.main import MainScreen


class Reviewing:
    """Commands that record reviews beside answers and change nothing else of them.

    Args:
        screen: the main screen.
        session: the state of the review.
    """

    def __init__(self, screen: "MainScreen", session: ReviewSession) -> None:
        self._screen = screen
        self._session = session

    def commands(self) -> dict[str, Callable[..., None]]:
        """Return the commands by name."""
        return {
            "next": self._go_on,
            "level": self._digit,
            "choose": self._choose,
            "target": self._choose_target,
            "same": self._agree,
            "note": self._comment,
            "clear": self._remove,
        }

    @property
    def _practice(self) -> Practice | None:
        placed = self._session.current
        return None if placed is None else placed.practice

    def _go_on(self) -> None:
        if self._practice is not None:
            self._session.advance()
            self._screen.show_all(is_new=True)
        if self._practice is None:
            self._screen.run_command("review")

    def _digit(self, key: str) -> None:
        practice = self._practice
        if practice is None:
            return
        values = practice.level_scale.values
        if int(key) in values:
            self._rate(practice, int(key))
        else:
            self._screen.say_code("screen.no_level", lowest=values[0], highest=values[-1])

    def _choose(self) -> None:
        target = self._screen.pane("page").target
        if target is not None:
            self._screen.choose(target)

    def _choose_target(self, target: str) -> None:
        kind, _, level = target.partition(":")
        if kind == "level" and self._practice is not None:
            self._rate(self._practice, int(level))

    def _rate(self, practice: Practice, level: int) -> None:
        """Record a level; where it is another than the self-rating, ask why."""
        session = self._session
        if not session.has_level(practice.id):
            self._screen.say_code("assess.as.no_level")
            return
        former = session.own_review(practice.id)
        note = None if former is None else former.note
        own = session.assessed_practices[practice.id].level
        asks_why = level != own and note is None
        self._save(
            practice,
            session.with_level(practice.id, level, note, self._screen.model.today),
            (lambda: self._ask_note(practice, own, level)) if asks_why else None,
        )

    def _agree(self) -> None:
        practice = self._practice
        level = None if practice is None else self._session.assessed_practices[practice.id].level
        if practice is None or level is None:
            self._screen.say_code("assess.as.no_level")
        else:
            self._rate(practice, level)

    def _comment(self) -> None:
        practice = self._practice
        former = None if practice is None else self._session.own_review(practice.id)
        if practice is None or former is None:
            self._screen.say_code("assess.as.level_first")
            return
        self._ask_note(practice, self._session.assessed_practices[practice.id].level, former.level)

    def _ask_note(self, practice: Practice, own: int | None, level: int) -> None:
        """Ask for the note of the review that is recorded."""
        screen, session, message = self._screen, self._session, self._screen.words.message
        former = session.own_review(practice.id)
        label = message("report.column.review_note")
        if own is not None and own != level:
            label = message("screen.as.reason", own=own, level=level)
        field = FormField(
            "review",
            label,
            message("assess.help.review_note"),
            (former.note if former else None) or "",
            "several",
            parse=lambda text: clean_lines(text) or None,
        )
        title = message(
            "screen.form.title", id=practice.shown_id, title=message("report.column.review_note")
        )

        def save(values: Mapping[str, Any] | None) -> None:
            if values is None:
                screen.say_left(practice.id)
            else:
                note = values["review"]
                today = screen.model.today
                self._save(practice, session.with_level(practice.id, level, note, today))

        screen.ask(Form(title, (field,), draft=practice.id), save)

    def _remove(self) -> None:
        practice = self._practice
        if practice is None or self._session.own_review(practice.id) is None:
            self._screen.say_code("assess.as.nothing_to_remove")
        else:
            self._save(practice, self._session.without_own(practice.id))

    def _save(
        self,
        practice: Practice,
        reviews: tuple[Review, ...],
        then: Callable[[], None] | None = None,
    ) -> None:
        outcome = self._screen.model.recorder.save_reviews(practice.id, reviews)
        self._screen.settle(outcome, None if then is None else lambda _: then())
