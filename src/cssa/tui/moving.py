"""Commands of the main screen that go somewhere, show something, or take something back."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from cssa.consistency.checks_before_filing import check_words
from cssa.consistency.queries import Query
from cssa.interview.differing import differing_lists
from cssa.interview.session import Session
from cssa.interview.what_if import level_effects
from cssa.messages import fitting, message
from cssa.tui.institution import InstitutionCommands
from cssa.tui.keys import KEY_COMMANDS, KeyCommand
from cssa.tui.layout.line import BLANK, Line, fitted, paragraph
from cssa.tui.layout.what_if import what_if_lines
from cssa.tui.listing import ListScreen

if TYPE_CHECKING:
    from cssa.tui.main import MainScreen

_THEME_CODES = {
    "cssa-dark": "screen.theme.dark",
    "cssa-light": "screen.theme.light",
    "cssa-contrast": "screen.theme.contrast",
    "cssa-none": "screen.theme.none",
}
_LONG = ("unanswered", "below_target")
"""Lists of the review that may be long, and would hide those that come after them."""

_MAX_FOUND = 60
"""Practices that a search shows; more words find fewer."""


class Moving:
    """Commands that change no answer, undoing and redoing aside.

    Args:
        screen: the main screen.
    """

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._words = screen.words
        self._institution = InstitutionCommands(screen)

    def commands(self) -> dict[str, Callable[..., None]]:
        """Return the commands by name."""
        return {
            "help": self._help,
            "search": self._search,
            "undo": lambda: self._take_back("undo"),
            "redo": lambda: self._take_back("redo"),
            "back": lambda: self._step("go_back", "assess.at_first"),
            "forward": lambda: self._step("go_forward", "screen.at_last"),
            "previous": lambda: self._step("retreat", "assess.at_first"),
            "skip": self._skip,
            "unanswered": lambda: self._go(
                self._session.next_unanswered(),
                "screen.none_unanswered"
                if self._screen.model.review is None
                else "screen.as.none_open",
            ),
            "below": lambda: self._go(self._session.next_below_target(), "screen.none_below"),
            "tree": lambda: self._show_pane("tree"),
            "guidance": lambda: self._show_pane("side"),
            "review": self._review,
            "what_if": self._what_if,
            "figures": self._figures,
            "palette": self._palette,
            "institution": self._institution.show,
            "theme": self._theme,
            "suspend": self._screen.app.action_suspend_process,
            "saved": lambda: self._screen.say_code("screen.all_saved"),
            "quit": self._quit,
        }

    @property
    def _session(self) -> Session:
        return self._screen.model.session

    def _list(self, title: str, lines: Sequence[Line]) -> ListScreen:
        return ListScreen(title, lambda _, __: lines, self._words, keys="screen.list.text_keys")

    def _open(self, screen: ListScreen) -> None:
        """Show a list, and go to the practice that is chosen in it."""

        def choose(target: str | None) -> None:
            if target is not None:
                self._screen.choose(target)

        self._screen.app.push_screen(screen, choose)

    def _go(self, practice_id: str | None, none_code: str) -> None:
        if practice_id is None:
            self._screen.say_code(none_code)
            return
        self._session.go_to(practice_id)
        self._screen.show_all(is_new=True)

    def _step(self, method: str, none_code: str) -> None:
        if getattr(self._session, method)():
            self._screen.show_all(is_new=True)
        else:
            self._screen.say_code(none_code)

    def _skip(self) -> None:
        self._session.advance()
        self._screen.show_all(is_new=True)
        if self._session.current is None:
            self._review()

    def _take_back(self, way: str) -> None:
        """Undo or redo, and show the practice whose answer it was."""
        screen = self._screen
        recorder = screen.model.recorder
        outcome = recorder.undo() if way == "undo" else recorder.redo()
        if outcome is None:
            screen.say_code(f"assess.nothing_to_{way}")
            return
        practice_id = outcome.attempt.item.practice_id
        if practice_id is not None and practice_id != self._session.current_id:
            self._session.go_to(practice_id)
            screen.show_all(is_new=True)
        screen.settle(outcome)

    def _show_pane(self, name: str) -> None:
        """Put the focus into a pane; where it has no room, show it in place of the others."""
        screen = self._screen
        only = f"{name}-only"
        pane = screen.pane(name)
        if screen.has_class(only) or (pane.display and screen.focused is pane):
            screen.show_page_only()
            return
        if pane.size.width == 0:
            screen.remove_class("tree-only", "side-only")
            screen.add_class(only)
        pane.focus()
        if name == "tree":
            current = f"go:{self._session.current_id}"
            screen.call_after_refresh(pane.put_cursor, current)  # once it has been laid out
        screen.say_code(f"screen.in_{name}")

    def _quit(self) -> None:
        self._screen.app.exit()

    def _theme(self) -> None:
        from cssa.tui.app import InterviewApp

        app = self._screen.app
        if isinstance(app, InterviewApp):
            code = _THEME_CODES[app.next_theme()]
            self._screen.show_all()
            self._screen.say_code(code)

    # Lists

    def _practice_line(self, practice_id: str, width: int) -> Line:
        session = self._session
        practice = session.edition.checklist.placed[practice_id].practice
        shown = session.level_shown(practice_id)
        level = "-" if shown is None else str(shown)
        title = self._words.text(practice.title)
        text = f"  {level} {practice.shown_id}  {title}"
        return Line(fitted(text, width), target=f"go:{practice_id}")

    def _search(self) -> None:
        """Search as it is typed: numbers, words, other words for the same."""

        def lines(text: str, width: int) -> list[Line]:
            if not text.strip():
                return [*paragraph(self._words.message("screen.search_help"), width, "muted")]
            found = self._session.search(text)
            code = "assess.found" if found else "assess.not_found"
            head = self._words.message(code, **fitting(code, {"count": len(found)}))
            shown = [self._practice_line(each, width) for each in found[:_MAX_FOUND]]
            return [Line(fitted(head, width), "muted"), *shown]

        title = self._words.message("screen.help.search")
        self._open(ListScreen(title, lines, self._words, is_searched=True))

    def _review(self) -> None:
        """Show what to look at before the end; Enter goes there."""
        title = self._words.message("screen.review_title")
        if self._screen.model.review is not None:
            title = self._screen.worded("help", "review")
        self._open(ListScreen(title, lambda _, width: [*self._review_lines(width)], self._words))

    def _review_lines(self, width: int) -> Iterator[Line]:
        session, words, own = self._session, self._words, self._screen.model.review
        if own is not None:
            for name, ids in (("open", own.unanswered()), ("differing", own.differing())):
                text = words.message(f"assess.as.{name}", count=len(ids))
                yield from paragraph(text, width, "heading")
                yield from (self._practice_line(each, width) for each in ids)
                yield BLANK
            return
        review = session.review()
        scale = session.edition.checklist.level_scale
        lists = [*review.by_reason(), *differing_lists(session)]
        lists.sort(key=lambda entry: entry[0] in _LONG)
        checks = list(review.checks_by_reason())
        if not lists and not checks:
            yield from paragraph(words.message("assess.review.none"), width)
        for reason, found in checks:
            text = words.message(f"assess.review.{reason}", count=len(found))
            yield from paragraph(text, width, "heading")
            yield from (line for check in found for line in self._check_lines(check, width))
            yield BLANK
        for reason, practice_ids in lists:
            code = "screen.unanswered" if reason == "unanswered" else f"assess.review.{reason}"
            facts = {
                "count": len(practice_ids),
                "in_place": scale.in_place,
                "above": scale.above_in_place,
            }
            yield from paragraph(words.message(code, **fitting(code, facts)), width, "heading")
            yield from (self._practice_line(each, width) for each in practice_ids)
            yield BLANK

    def _check_lines(self, check: Query, width: int) -> Iterator[Line]:
        """Yield a check in words; Enter goes to the practice that it is on."""
        checklist, words = self._session.edition.checklist, self._words
        worded = check_words(check, checklist).worded(words.lang, message)
        number = "-" if check.practice is None else checklist.shown_id(check.practice)
        target = None if check.practice is None else f"go:{check.practice}"
        yield from paragraph(f"{number}  {worded}", width, indent="  ", hang=" " * 6, target=target)

    def _what_if(self) -> None:
        """Show the figures with the practice at each level."""
        placed = self._session.current
        if placed is None or not placed.practice.accepts("level"):
            self._screen.say_code(
                "what_if.no_level", practice=placed.practice.shown_id if placed else "-"
            )
            return
        practice = placed.practice
        effects = level_effects(self._session, practice.id)
        lines = what_if_lines(effects, placed.domain.id, self._screen.model.scales, self._words)
        title = self._words.message(
            "screen.form.title",
            id=practice.shown_id,
            title=self._words.message("screen.what_if.title"),
        )
        self._open(self._list(title, lines))

    def _figures(self) -> None:
        model = self._screen.model

        def lines(_: str, width: int) -> list[Line]:
            text = model.figures(model.session.submission, min(width, 100))
            return [Line(fitted(line, width)) for line in text.rstrip("\n").split("\n")]

        title = self._words.message("screen.help.figures")
        self._open(ListScreen(title, lines, self._words, keys="screen.list.text_keys"))

    def _help(self) -> None:
        """Show how it works, and every key."""
        words = self._words

        def lines(_: str, width: int) -> list[Line]:
            shown = [*paragraph(words.message("screen.help.intro"), width), BLANK]
            for command in filter(self._is_there, KEY_COMMANDS):
                text = self._screen.worded("help", command.name)
                shown += paragraph(f"{command.shown:<8}{text}", width, indent="  ", hang=" " * 10)
            shown.append(BLANK)
            shown += paragraph(words.message("screen.help.marks"), width, "muted")
            return shown

        title = words.message("screen.help.help")
        self._open(ListScreen(title, lines, words, keys="screen.list.text_keys"))

    def _is_there(self, command: KeyCommand) -> bool:
        return command.in_review or self._screen.model.review is None

    def _palette(self) -> None:
        """List every command by name, narrowed as it is typed."""
        words, screen = self._words, self._screen
        offered = [
            command
            for command in KEY_COMMANDS
            if command.name not in ("level", "palette", "choose") and screen.is_offered(command)
        ]

        def lines(text: str, width: int) -> list[Line]:
            from cssa.library.folding import fold

            wanted = fold(text).split()
            named: list[Line] = []  # first what is called so, then what is described so
            described: list[Line] = []
            for command in offered:
                short = screen.worded("key", command.name)
                longer = screen.worded("help", command.name)
                line = f"{command.shown:<8}{short}  {longer}"
                row = paragraph(line, width, indent="  ", hang=" " * 10, target=command.name)
                if all(word in fold(f"{short} {command.name}") for word in wanted):
                    named += row
                elif all(word in fold(f"{short} {longer} {command.name}") for word in wanted):
                    described += row
            return named + described

        def run(target: str | None) -> None:
            if target is not None:
                screen.run_command(target)

        title = words.message("screen.help.palette")
        screen.app.push_screen(ListScreen(title, lines, words, is_searched=True), run)
