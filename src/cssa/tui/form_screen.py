"""A form over the lower part of the screen: fields that are typed or chosen, checked, and saved."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import DescendantFocus, Key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import TextArea

from cssa.interview.drafts import Drafts
from cssa.interview.words import Words
from cssa.tui.form import FieldProblem, Form, FormField
from cssa.tui.keys import folded_key
from cssa.tui.layout.line import Line, paragraph
from cssa.tui.lines import Lines
from cssa.tui.running_text import RunningText
from cssa.tui.text_field import TextField
from cssa.tui.typeahead import LineField, carried_out, passed_on

_OPTION = "option:"  # before the id of an option, which is empty where nothing is stated
_DRAFT_PAUSE = 0.3  # seconds without a key after which what was typed is kept


class FormScreen(ModalScreen[dict[str, Any] | None]):
    """Asks a form; its result is the values by name, None where it was left.

    Args:
        form: what is asked.
        words: their language.
        drafts: keeps what is typed until it is saved, where the form has a name for them.
    """

    BINDINGS: ClassVar = [("escape", "leave", ""), ("ctrl+s", "save", "")]

    def __init__(self, form: Form, words: Words, drafts: Drafts | None = None) -> None:
        super().__init__()
        self._form = form
        self._words = words
        self._drafts = drafts if form.draft is not None else None
        self._practice = form.draft or ""
        self._choices: dict[str, str] = {}
        self._insisted: tuple[str, str] | None = None
        self._timer: Any = None

    def compose(self) -> ComposeResult:
        """Make a widget for each field."""
        with Vertical(id="form"):
            yield RunningText(self._form.title, id="form-title")
            with VerticalScroll(id="form-fields", can_focus=False):
                if self._form.intro:
                    yield RunningText(self._form.intro, classes="form-intro")
                for index, field in enumerate(self._form.fields):
                    with Vertical(id=f"part-{index}", classes="form-part"):
                        if field.label != self._form.title:
                            yield RunningText(field.label, classes="form-label")
                        if field.help:
                            yield RunningText(field.help, classes="form-help")
                        yield self._widget(index, field)
            yield RunningText("", id="form-problem")
            code = "screen.form.keys" if self._form.draft is None else "screen.form.keys_draft"
            yield RunningText(self._words.message(code), id="form-keys")

    def _widget(self, index: int, field: FormField) -> Widget:
        name = f"field-{index}"
        text = self._initial(field)
        if field.lines == "options":
            self._choices[field.name] = text
            options = Lines(id=name)
            options.styles.height = len(field.options)
            return options
        if field.lines == "several":
            return TextField(text, id=name)
        return LineField(text, id=name, on_enter=self._go_on)

    def _initial(self, field: FormField) -> str:
        draft = None
        if self._drafts is not None:
            draft = self._drafts.text(self._practice, field.name)
        return field.initial if draft is None else draft

    def on_mount(self) -> None:
        """Show the options and say what was left unsaved before."""
        self._show_parts()
        self.call_after_refresh(self._show_first)  # once it is known how wide it is
        self.set_focus(self.query_one("#field-0"))
        if self._drafts is not None and any(
            self._drafts.text(self._practice, field.name) for field in self._form.fields
        ):
            self._say(self._words.message("screen.form.draft"))

    def _show_first(self) -> None:
        """Show the form from its top: the focus alone would leave the first label out of view."""
        self._show_all_options()
        fields = self.query_one("#form-fields", VerticalScroll)
        self.call_after_refresh(fields.scroll_home, animate=False)

    def on_lines_resized(self) -> None:
        """Break the options for the width of the form."""
        self._show_all_options()

    def _show_all_options(self) -> None:
        for index, field in enumerate(self._form.fields):
            if field.lines == "options":
                self._show_options(index, field)

    def _show_options(self, index: int, field: FormField) -> None:
        widget = self.query_one(f"#field-{index}", Lines)
        lines: list[Line] = []
        for number, (id_, words) in enumerate(field.options, 1):
            is_chosen = self._choices[field.name] == id_
            mark = "(*)" if is_chosen else "( )"
            lines += paragraph(
                f"{mark} {number} {words}",
                widget.pane_width,
                "chosen" if is_chosen else "plain",
                hang=" " * 6,
                target=f"{_OPTION}{id_}",
            )
        widget.styles.height = len(lines)
        widget.show(lines, f"{_OPTION}{self._choices[field.name]}")

    async def on_key(self, event: Key) -> None:
        """Move and choose in a list of options."""
        if passed_on(self, event):
            return
        widget = self.focused
        key = folded_key(event.key, event.character)
        if isinstance(widget, Lines) and key in ("up", "down"):  # before the fields would scroll
            widget.move(-1 if key == "up" else 1)
            event.stop()
            return
        if await carried_out(self, event) or not isinstance(widget, Lines):
            return
        field = self._form.fields[int(str(widget.id).rpartition("-")[2])]
        if key in (" ", "space", "enter"):
            if widget.target is not None:
                self._choose(field, widget.target.removeprefix(_OPTION))
            if key == "enter":
                self._go_on(widget)
        elif key.isdecimal() and 0 < int(key) <= len(field.options):
            self._choose(field, field.options[int(key) - 1][0])
        elif event.is_printable and not key.isdecimal() and self._goes_to_text(widget):
            passed_on(self, event)
        else:
            return
        event.stop()

    def _goes_to_text(self, widget: Widget) -> bool:
        """Go on to the next field of text, where there is one: somebody types the text at once."""
        index = int(str(widget.id).rpartition("-")[2])
        for later, field in enumerate(self._form.fields[index + 1 :], index + 1):
            if self._is_shown(field) and field.lines != "options":
                self.set_focus(self.query_one(f"#field-{later}"))
                return True
        return False

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Choose the option that was clicked."""
        event.stop()
        field = self._form.fields[int(str(event.lines.id).rpartition("-")[2])]
        self._choose(field, event.target.removeprefix(_OPTION))

    def _choose(self, field: FormField, option: str) -> None:
        self._choices[field.name] = option
        self._show_options(self._form.fields.index(field), field)
        self._show_parts()
        self._keep_draft()

    def _is_shown(self, field: FormField) -> bool:
        """Return whether a field is asked with the options that are chosen."""
        return field.only_if is None or self._choices[field.only_if[0]] == field.only_if[1]

    def _show_parts(self) -> None:
        for index, field in enumerate(self._form.fields):
            self.query_one(f"#part-{index}").display = self._is_shown(field)

    def _go_on(self, widget: Widget) -> None:
        """Go on to the next field, and from the last one save."""
        index = int(str(widget.id).rpartition("-")[2])
        fields = self._form.fields
        if not any(map(self._is_shown, fields[index + 1 :])):
            self.action_save()
            return
        text = self._text(index, fields[index])
        value = fields[index].parse(text)
        if text.strip() and isinstance(value, FieldProblem) and value.meant is None:
            self._refuse(index, value)
            return
        self._say("")
        self.focus_next()

    def on_input_changed(self) -> None:
        """Keep what is typed."""
        self._keep_draft_soon()

    def on_text_area_changed(self) -> None:
        """Keep what is typed."""
        self._keep_draft_soon()

    def _keep_draft_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_DRAFT_PAUSE, self._keep_draft)

    def _keep_draft(self) -> None:
        if self._drafts is None:
            return
        for index, field in enumerate(self._form.fields):
            text = self._text(index, field)
            if text == field.initial:
                self._drafts.discard(self._practice, field.name)
            else:
                self._drafts.write(self._practice, field.name, text)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Mark the field, and show the terminal's cursor in it: some input methods need to."""
        for label in self.query(".form-label"):
            label.set_class(label.parent in event.widget.ancestors, "-current")
        show_cursor = getattr(self.app, "show_cursor", None)
        if show_cursor is not None:
            show_cursor(is_shown=not isinstance(event.widget, Lines))

    def _text(self, index: int, field: FormField) -> str:
        if field.lines == "options":
            return self._choices[field.name]
        widget = self.query_one(f"#field-{index}")
        return widget.text if isinstance(widget, TextArea) else str(getattr(widget, "value", ""))

    def action_save(self) -> None:
        """Check the fields, and return their values where nothing is wrong."""
        if not self.is_current:
            return  # a key that came too late
        values: dict[str, Any] = {}
        for index, field in enumerate(self._form.fields):
            if not self._is_shown(field):
                continue
            text = self._text(index, field)
            value = field.parse(text)
            if isinstance(value, FieldProblem):
                if not self._is_insisted(field.name, text, value):
                    self._refuse(index, value)
                    return
                value = value.meant
            values[field.name] = value
        wrong = self._form.check(values)
        if wrong is not None:
            names = [field.name for field in self._form.fields]
            self._refuse(names.index(wrong[0]), wrong[1])
            return
        self._leave(values, keeps_draft=False)

    def _is_insisted(self, name: str, text: str, problem: FieldProblem) -> bool:
        if problem.meant is None:
            return False
        if self._insisted == (name, text):
            return True
        self._insisted = (name, text)
        return False

    def _refuse(self, index: int, problem: FieldProblem) -> None:
        text = problem.text
        if len(self._form.fields) > 1:
            label = self._form.fields[index].label
            text = self._words.message("screen.form.problem", label=label, problem=text)
        self._say(text)
        self.set_focus(self.query_one(f"#field-{index}"))

    def _say(self, text: str) -> None:
        self.query_one("#form-problem", RunningText).show(text)

    def action_leave(self) -> None:
        """Leave without saving; what was typed is kept as a draft."""
        if not self.is_current:
            return
        self._keep_draft()
        self._leave(None, keeps_draft=True)

    def _leave(self, values: dict[str, Any] | None, *, keeps_draft: bool) -> None:
        if self._timer is not None:
            self._timer.stop()
        show_cursor = getattr(self.app, "show_cursor", None)
        if show_cursor is not None:
            show_cursor(is_shown=False)
        if not keeps_draft and self._drafts is not None:
            for field in self._form.fields:
                self._drafts.discard(self._practice, field.name)
        self.dismiss(values)
