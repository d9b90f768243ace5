"""The main screen: tree, practice and guidance beside each other, and what keys do there."""

from collections.abc import Callable
from typing import Any, Literal

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key, Resize
from textual.screen import Screen
from textual.widgets import Static

from cssa.engine.aggregate import rounded
from cssa.interview.recording import Outcome, Saved
from cssa.reports.text_layout import wrap
from cssa.tui.answering import Answering
from cssa.tui.footer import footer_rows
from cssa.tui.form import Form
from cssa.tui.institution import InstitutionCommands
from cssa.tui.keys import COMMAND_OF_KEY, KEY_COMMANDS, REVIEW_WORDS, KeyCommand, folded_key
from cssa.tui.layout.guidance import guidance_lines
from cssa.tui.layout.line import Line, fitted, padded, with_right
from cssa.tui.layout.page import head_lines, page_lines
from cssa.tui.layout.review import review_lines
from cssa.tui.layout.tree import tree_lines
from cssa.tui.lines import Lines
from cssa.tui.model import ScreenModel
from cssa.tui.moving import Moving
from cssa.tui.question import QuestionScreen
from cssa.tui.reviewing import Reviewing
from cssa.tui.saving import Saving
from cssa.tui.typeahead import passed_on

_POLL = 1.0  # seconds between looks at the file
_STATE_HEIGHT = 2  # lines


class MainScreen(Screen[None]):
    """Shows the interview and turns keys into commands.

    Args:
        model: the interview.

    Attributes:
        is_ready: it is shown, and reads keys.
    """

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's
        (0, "-narrow"),
        (90, "-medium"),
        (116, "-wide"),
        (160, "-huge"),
    ]

    def __init__(self, model: ScreenModel) -> None:
        super().__init__()
        self.model = model
        self.words = model.words
        self._saving = Saving(self)
        review = model.review
        answering = Answering(self) if review is None else Reviewing(self, review)
        self._commands: dict[str, Callable[..., None]] = {
            **answering.commands(),
            **Moving(self).commands(),
        }
        self.is_ready = False
        self._said = ""
        self._is_remark = False

    def compose(self) -> ComposeResult:
        """Make the frame."""
        yield Static("", id="top", markup=False)
        with Horizontal(id="panes"):
            yield Lines(id="tree")
            with Vertical(id="middle"):
                yield Lines(id="head", focusable=False)
                yield Lines(id="page")
            yield Lines(id="side")
        yield Static("", id="state", markup=False)
        yield Static("", id="keys", markup=False)

    def _compositor_refresh(self) -> None:
        """Paint once there is something to show: until then the first frame stays.

        Textual's own, and private: it has no public way to be laid out without being painted.
        """
        if self.is_ready:
            super()._compositor_refresh()

    def pane(self, name: str) -> Lines:
        """Return a pane by its name."""
        return self.query_one(f"#{name}", Lines)

    def on_mount(self) -> None:
        """Show the interview, once it is known how much room there is."""
        self.set_focus(self.pane("page"))
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        model = self.model
        self.is_ready = True
        self.show_all(is_new=True)
        self.say(model.opening or self._opening())
        if model.is_new:
            path = model.recorder.answers_file.path
            text = self.words.message("screen.start.facts", path=path)
            InstitutionCommands(self).show(intro=text)
        elif model.session.current is None:
            self.run_command("review")
        if not model.is_read_only:
            self.set_interval(_POLL, self._saving.look_at_file)
        if model.is_shared:
            self._ask_shared()

    def _opening(self) -> str:
        message, review = self.words.message, self.model.review
        if not self.model.session.queue:
            return message("assess.nothing_asked" if review is None else "assess.as.nothing")
        if self.model.is_read_only:
            return message("screen.opening_read_only")
        if review is None:
            return message("screen.opening")
        return message("screen.as.opening", by=review.reviewer.by)

    def _ask_shared(self) -> None:
        message, path = self.words.message, self.model.recorder.answers_file.path

        def settle(is_shared: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if not is_shared:
                self.app.exit()

        self.app.push_screen(
            QuestionScreen(
                message("assess.other_sitting", path=path),
                message("screen.go_on"),
                message("screen.key.quit"),
                self.words,
            ),
            settle,
        )

    # What is shown

    def show_all(self, *, is_new: bool = False, cursor: str | None = None) -> None:
        """Show everything as it is now.

        Args:
            is_new: another practice is shown: from its top, and remembered.
            cursor: where the cursor of the page goes.
        """
        model = self.model
        placed = model.session.current
        if is_new and self._is_remark:
            self.say("")  # it was about the practice shown before
        self._show_top()
        tree = self.pane("tree")
        lines = tree_lines(model.session, self.words, tree.pane_width)
        tree.show(lines, f"go:{model.session.current_id}" if is_new else None)
        if placed is not None:
            practice = placed.practice
            head, page, side = self.pane("head"), self.pane("page"), self.pane("side")
            head.show(head_lines(model.content, placed, head.pane_width))
            make_page = page_lines if model.review is None else review_lines
            content = make_page(model.content, placed, page.pane_width)
            page.show(content, cursor, top=is_new)
            shows_cases = model.review is not None or model.session.is_answered(practice.id)
            cases = model.cases_of(practice.id) if shows_cases else ()
            guidance = guidance_lines(placed, cases, model.scales, self.words, side.pane_width)
            side.show(guidance, top=is_new)
            if is_new:
                model.save_bookmark(practice.id)
        else:
            end = [Line(self.words.message("screen.end"), "heading")]
            self.pane("head").show(end)
            self.pane("page").show(())
            self.pane("side").show(())
        self.show_keys()

    def _show_top(self) -> None:
        model, figures = self.model, self.model.session.figures
        progress = model.session.progress()
        institution = model.session.submission.institution.name
        code = "screen.progress" if model.review is None else "screen.as.progress"
        if model.session.asks_to_confirm:
            code = "screen.progress.confirmed"
        parts = [self.words.message(code, done=progress.answered, of=progress.total)]
        score = rounded(figures.score)
        if score is not None:
            parts.append(self.words.message("screen.score", score=f"{score:.2f}"))
            parts.append(self.words.message("screen.below", count=figures.below_target))
        if model.is_read_only:
            parts.append(self.words.message("screen.read_only"))
        text = with_right(f" {institution}", "  ".join(parts), self.size.width - 1)
        self._update("#top", text)

    def show_keys(self) -> None:
        """Show the keys that work now."""
        self._update("#keys", "\n".join(f" {row}" for row in footer_rows(self)))

    def worded(self, form: Literal["key", "help"], name: str) -> str:
        """Return what a command is called, or what it does.

        Args:
            form: its short name, or the sentence of the help.
            name: of the command.
        """
        if self.model.review is not None and name in REVIEW_WORDS:
            codes = {"key": f"screen.as.key.{name}", "help": f"screen.as.help.{name}"}
        else:
            codes = {"key": f"screen.key.{name}", "help": f"screen.help.{name}"}
        return self.words.message(codes[form])

    @property
    def is_in_tree(self) -> bool:
        """Whether the cursor is in the tree, maybe at another practice than the one shown."""
        return isinstance(self.focused, Lines) and self.focused.id == "tree"

    def is_offered(self, command: KeyCommand) -> bool:
        """Return whether a command makes sense now."""
        model = self.model
        if self._is_refused_in_tree(command):
            return False
        if command.is_edit and model.is_read_only:
            return False
        if model.review is not None and not command.in_review:
            return False
        placed = model.session.current
        if placed is None:
            return not command.is_edit or command.name in ("undo", "redo")
        practice, review = placed.practice, model.review
        if review is not None and command.is_edit and command.name not in ("undo", "redo"):
            is_recorded = command.name in ("note", "clear")
            return bool(
                review.own_review(practice.id) if is_recorded else review.has_level(practice.id)
            )
        offered = {
            "level": practice.accepts("level")
            or practice.accepts("option")
            or practice.accepts("mark"),
            "choose": bool(practice.points) or not practice.accepts("level"),
            "left_out": practice.na != "never" or practice.tier != "basic",
            "same": practice.id in model.session.previous_answers,
            "guidance": not self.pane("side").display or self.has_class("side-only"),
            "what_if": practice.accepts("level"),
            "saved": False,
        }
        return offered.get(command.name, True)

    def _is_refused_in_tree(self, command: KeyCommand) -> bool:
        """Return whether a command would change the practice shown, and not the one in the tree."""
        return self.is_in_tree and command.is_edit and command.name not in ("undo", "redo")

    def say(self, text: str, *, is_remark: bool = False) -> None:
        """Show what was done, in the one place where everything is said.

        Args:
            text: what is said, as far as it has room.
            is_remark: it is about the practice shown, and goes with it.
        """
        self._said, self._is_remark = text, is_remark
        width = max(20, self.size.width - 2)
        lines = wrap(" ".join(text.split("\n")), width - 1).split("\n")
        if len(lines) > _STATE_HEIGHT:
            lines = lines[:_STATE_HEIGHT]
            lines[-1] = fitted(lines[-1], width - 2) + "…"
        self._update("#state", "\n".join(padded(f" {line}", width) for line in lines))

    def _update(self, bar: str, text: str) -> None:
        """Show a text in a bar, whose height stays what it is."""
        self.query_one(bar, Static).update(text, layout=False)

    def say_code(self, code: str, **params: object) -> None:
        """Show a message there that is about the practice shown."""
        self.say(self.words.message(code, **params), is_remark=True)

    # Keys

    def on_key(self, event: Key) -> None:
        """Carry out what a key stands for."""
        if not self.is_ready:
            event.stop()
            return
        if passed_on(self, event):
            return
        key = folded_key(event.key, event.character)
        if self._move_cursor(key):
            event.stop()
            return
        command = COMMAND_OF_KEY.get(key)
        if command is not None:
            event.stop()
            event.prevent_default()
            self.run_command(command.name, key)

    def run_command(self, name: str, key: str = "") -> None:
        """Carry out a command.

        Args:
            name: of the command.
            key: the one that was typed; a digit for ``level``.
        """
        command = next(each for each in KEY_COMMANDS if each.name == name)
        if command.is_edit and self.model.is_read_only:
            self.say_code("assess.read_only")
            return
        if self.model.review is not None and not command.in_review:
            self.say_code("assess.as.own_stays")
            return
        if self._is_refused_in_tree(command):
            self.say_code("screen.in_tree")
            return
        if name == "level":
            self._commands[name](key)
        else:
            self._commands[name]()

    def _move_cursor(self, key: str) -> bool:
        pane = self.focused if isinstance(self.focused, Lines) else self.pane("page")
        if key in ("up", "down"):
            pane.move(-1 if key == "up" else 1)
        elif key in ("pageup", "pagedown"):
            step = -1 if key == "pageup" else 1
            pane.move_page(step) if pane.id == "tree" else pane.scroll_page(step)
        elif key in ("home", "end"):
            step = -1 if key == "home" else 1
            pane.move_ends(step) if pane.id == "tree" else pane.scroll_ends(step)
        elif key == "escape":
            self.show_page_only()
        elif key == "enter" and pane.id == "tree" and pane.target is not None:
            self.choose(pane.target)
        else:
            return False
        return True

    def show_page_only(self) -> None:
        """Go back from tree or guidance to the practice."""
        if self.has_class("side-only"):
            self.say("")  # it was about how to read it
        self.remove_class("tree-only", "side-only")
        self.set_focus(self.pane("page"))

    def on_descendant_focus(self) -> None:
        """Show the keys of the pane that has the focus."""
        if self.is_ready:
            self.show_keys()

    def choose(self, target: str) -> None:
        """Carry out what choosing a line means."""
        kind, _, rest = target.partition(":")
        if kind == "go":
            self.model.session.go_to(rest)
            self.show_page_only()
            self.show_all(is_new=True)
        elif kind == "institution":
            self.run_command("institution")
        elif self.model.is_read_only:
            self.say_code("assess.read_only")
        else:
            self._commands["target"](target)

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Carry out a click."""
        event.stop()
        self.choose(event.target)

    def on_lines_resized(self, event: Lines.Resized) -> None:
        """Break lines for another width."""
        event.stop()
        if self.is_ready:
            self.call_after_refresh(self._show_again)

    def on_resize(self, _: Resize) -> None:
        """Make room for what fits."""
        if self.is_ready:
            self.call_after_refresh(self._show_again)

    def _show_again(self) -> None:
        focused = self.focused
        if focused is None or not focused.display:
            self.set_focus(self.pane("page"))
        self.show_all()
        self.say(self._said, is_remark=self._is_remark)

    def ask(self, form: Form, then: Callable[[dict[str, Any] | None], None]) -> None:
        """Ask a form.

        Args:
            form: what is asked.
            then: takes the values by name, None where the form was left.
        """
        from cssa.tui.form_screen import FormScreen  # loads what edits texts

        self.app.push_screen(FormScreen(form, self.words, self.model.drafts), then)

    def say_left(self, practice_id: str) -> None:
        """Say that a form was left unsaved, and whether what was typed is kept."""
        has_draft = any(name == practice_id for name, _ in self.model.drafts.entries())
        self.say_code("screen.draft_kept" if has_draft else "assess.cancelled")

    def settle(self, outcome: Outcome | None, then: Callable[[Saved], None] | None = None) -> None:
        """Show what was saved, or ask what to do where it was not.

        Args:
            outcome: of saving.
            then: called once it is saved.
        """
        self._saving.settle(outcome, then)
