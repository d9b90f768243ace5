"""Lists of practices to look at: unanswered, found, worth a second look; and the figures."""

from collections.abc import Callable, Sequence

from cssa.answers.submission import Submission
from cssa.interview import parsing
from cssa.interview.commands import Command
from cssa.interview.dialogue import Dialogue
from cssa.interview.session import Session

_LISTED = 12


class Overview:
    """Shows where a sitting stands.

    Args:
        voice: what to say it with.
        session: the sitting.
        figures: returns the current figures, laid out.
    """

    def __init__(
        self, voice: Dialogue, session: Session, figures: Callable[[Submission], str]
    ) -> None:
        self._voice = voice
        self._session = session
        self._figures = figures
        self._show: dict[str, Callable[[str], None]] = {
            "u": lambda _: self.unanswered(),
            "r": lambda _: self.review(),
            "v": lambda _: self.figures(),
            "/": self.search,
        }

    def run(self, command: Command) -> bool:
        """Carry out a command that shows something; return False where it is none of these."""
        show = self._show.get(command.name)
        if show is None:
            return False
        show(command.argument)
        return True

    def unanswered(self) -> None:
        """List what has no answer."""
        self._list("assess.unanswered", self._session.unanswered())

    def review(self) -> None:
        """List what to look at before the end."""
        found = list(self._session.review().by_reason())
        if not found:
            self._voice.gap()
            self._voice.say("assess.review.none")
        for reason, practices in found:
            if reason == "unanswered":
                self._voice.gap()
                self._voice.say("assess.review.unanswered", count=len(practices))
            else:
                self._list(f"assess.review.{reason}", practices)
        if found:
            self._voice.say("assess.jump_hint")

    def figures(self) -> None:
        """Show the current figures."""
        self._voice.gap()
        self._voice.prompter.show(self._figures(self._session.submission))

    def search(self, text: str) -> None:
        """List practices that have the words."""
        if not text:
            text = parsing.command(self._voice.line("assess.prompt.search", "assess.help.search"))
        if not text:
            self._voice.say("assess.cancelled")
            return
        found = self._session.search(text)
        self._list("assess.found" if found else "assess.not_found", found)
        if found:
            self._voice.say("assess.jump_hint")

    def _list(self, code: str, practices: Sequence[str]) -> None:
        voice, placed = self._voice, self._session.edition.checklist.placed
        voice.gap()
        voice.say(code, count=len(practices))
        for one in practices[:_LISTED]:
            voice.item(f"{one}  {voice.text(placed[one].practice.title)}", hang=4)
        rest = practices[_LISTED:]
        for domain in self._session.edition.checklist.domains:
            within = [one for one in rest if placed[one].domain.id == domain.id]
            if within:
                voice.say(
                    "assess.and_more",
                    indent=2,
                    hang=2,
                    domain=domain.id,
                    count=len(within),
                    practices=voice.joined(within),
                )
