"""Commands of the main screen that change the answer of the practice shown."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from cssa.answers.submission import NO_ANSWER, Answer
from cssa.checklist.practice import Practice
from cssa.interview.answer_edits import with_changes, with_value
from cssa.interview.answer_values import parse_number, parse_value
from cssa.interview.parsing import clean_lines, normalized
from cssa.interview.recording import Outcome
from cssa.tui.answer_forms import AnswerForm, AnswerForms
from cssa.tui.form import FieldProblem, Form, FormField

if TYPE_CHECKING:
    from cssa.tui.main import MainScreen


class Answering:
    """Commands that change answers; each is saved before it is shown.

    Args:
        screen: the main screen.
    """

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._forms = AnswerForms(screen.words, screen.model.today)

    def commands(self) -> dict[str, Callable[..., None]]:
        """Return the commands by name."""
        forms = self._forms
        return {
            "next": self._confirm_and_go_on,
            "level": self._digit,
            "choose": self._choose,
            "target": self._choose_target,
            "left_out": self._leave_out,
            "evidence": lambda: self._ask(forms.evidence),
            "note": lambda: self._ask(forms.note),
            "treatment": lambda: self._ask(forms.treatment),
            "plan": lambda: self._ask(forms.plan),
            "last_done": lambda: self._ask(forms.last_done),
            "done": lambda: self._ask(forms.done),
            "performed_by": lambda: self._ask(forms.performed_by),
            "same": self._as_before,
            "clear": self._clear,
        }

    @property
    def _practice(self) -> Practice | None:
        placed = self._screen.model.session.current
        return None if placed is None else placed.practice

    def _answer(self, practice: Practice) -> Answer:
        return self._screen.model.session.answer(practice.id) or NO_ANSWER

    def _save(self, practice: Practice, answer: Answer | None) -> None:
        outcome: Outcome = self._screen.model.recorder.save_answer(practice.id, answer)
        self._screen.settle(outcome)

    def _save_value(self, practice: Practice, **fields: object) -> None:
        self._save(practice, with_value(self._answer(practice), **fields))

    def _confirm_and_go_on(self) -> None:
        """Confirm what was taken over, take the default of an open question, and go on."""
        screen, practice = self._screen, self._practice
        if practice is None:
            screen.run_command("review")
            return
        session = screen.model.session
        confirmation = session.confirmation(practice.id)
        is_read_only = screen.model.is_read_only
        if confirmation is not None and confirmation.confirmed is not None and not is_read_only:
            outcome = screen.model.recorder.save_answer(practice.id, confirmation.confirmed)
            screen.settle(outcome, lambda _: self._go_on())
            return
        has_parts = bool(practice.question_kind.parts(practice))
        is_open = has_parts and not session.is_answered(practice.id)
        if practice.default is not None and is_open and not is_read_only:
            kind = practice.question_kind
            value = kind.value({part.id: practice.default for part in kind.parts(practice)})
            outcome = screen.model.recorder.save_value(practice.id, **{kind.answer_field: value})
            screen.settle(outcome, lambda _: self._go_on())
            return
        self._go_on()

    def _go_on(self) -> None:
        screen = self._screen
        screen.model.session.advance()
        screen.show_all(is_new=True)
        if screen.model.session.current is None:
            screen.run_command("review")

    def _digit(self, key: str) -> None:
        """Set the level, or choose the option with that number."""
        practice, screen = self._practice, self._screen
        if practice is None:
            return
        if practice.accepts("level"):
            if int(key) in practice.level_scale.values:
                self._set_level(practice, int(key))
                page = screen.pane("page")
                if (page.target or "").startswith("level:"):  # or Space would choose another
                    page.put_cursor(f"level:{key}")
            else:
                values = practice.level_scale.values
                screen.say_code("screen.no_level", lowest=values[0], highest=values[-1])
            return
        parts = practice.question_kind.parts(practice)
        page = screen.pane("page")
        if practice.accepts("mark"):
            marks = [part for part in parts if part.accepts == "mark"]
            if 0 < int(key) <= len(marks):
                self._choose_target(f"mark:{marks[int(key) - 1].id}")
        elif practice.accepts("option"):
            row = parts[0].id or ""
            if page.target is not None and page.target.startswith("option:"):
                row = page.target.split(":")[1]
            if 0 < int(key) <= len(practice.options):
                self._choose_target(f"option:{row}:{practice.options[int(key) - 1].id}")
        else:
            self._enter(practice, self._row_at_cursor(), key)

    def _row_at_cursor(self) -> str:
        target = self._screen.pane("page").target or ""
        return target.partition(":")[2] if target.startswith("entry:") else ""

    def _set_level(self, practice: Practice, level: int) -> None:
        self._save_value(practice, level=level)
        plan = self._answer(practice).plan
        is_planned = self._screen.model.session.is_planned(practice, level)
        if is_planned and not (plan and plan.owner and plan.due):
            self._screen.say_code("screen.planned", id=practice.shown_id)

    def _choose(self) -> None:
        """Choose what the cursor of the page is at."""
        target = self._screen.pane("page").target
        if target is not None:
            self._screen.choose(target)

    def _choose_target(self, target: str) -> None:
        practice = self._practice
        if practice is None:
            return
        kind, _, rest = target.partition(":")
        if kind == "level":
            self._set_level(practice, int(rest))
        elif kind == "point":
            self._tick(practice, rest)
        elif kind == "mark":
            self._mark(practice, rest)
        elif kind == "option":
            row, _, option = rest.partition(":")
            self._set_part(practice, row or None, option)
        elif kind == "entry":
            self._enter(practice, rest)

    def _tick(self, practice: Practice, point: str) -> None:
        ticked = set(self._answer(practice).points) ^ {point}
        in_order = tuple(each.id for each in practice.points if each.id in ticked)
        self._save(practice, with_changes(self._answer(practice), points=in_order))

    def _entries(self, practice: Practice) -> dict[str | None, Any]:
        value = self._answer(practice).value_to(practice)
        return {} if value is None else practice.question_kind.entries(value)

    def _mark(self, practice: Practice, option: str) -> None:
        """Mark an option, or take the mark away; one that stands alone replaces the others."""
        kind = practice.question_kind
        if not option:
            self._save_value(practice, **{kind.answer_field: kind.value({None: True})})
            return
        marked = {name for name, entry in self._entries(practice).items() if name and entry}
        marked ^= {option}
        alone = {each.id for each in practice.options if each.exclusive}
        if option in marked:
            marked = {option} if option in alone else marked - alone
        in_order: dict[str | None, Any] = {
            each.id: True for each in practice.options if each.id in marked
        }
        if in_order:
            self._save_value(practice, **{kind.answer_field: kind.value(in_order)})
        else:
            self._save(practice, with_changes(self._answer(practice), **{kind.answer_field: None}))

    def _set_part(self, practice: Practice, part: str | None, entry: str) -> None:
        kind = practice.question_kind
        entries = {**self._entries(practice), part: entry}
        in_order = {
            each.id: entries[each.id] for each in kind.parts(practice) if each.id in entries
        }
        self._save_value(practice, **{kind.answer_field: kind.value(in_order)})

    def _enter(self, practice: Practice, row: str, typed: str = "") -> None:
        """Ask for a number or a text."""
        screen, words = self._screen, self._screen.words
        parts = practice.question_kind.parts(practice)
        part = next((each for each in parts if (each.id or "") == row), None)
        part = part or (parts[0] if parts else None)
        if part is None:
            return
        is_text = part.accepts == "text"
        now = self._entries(practice).get(part.id)

        def parse(text: str) -> Any:
            entry = clean_lines(text) if is_text else normalized(text)
            if not entry:
                return None
            fields: Any = (
                parse_value(practice, entry) if part.id is None else parse_number(practice, entry)
            )
            if fields is None:
                return FieldProblem(words.message("screen.wrong_number", found=entry))
            return fields

        unit = words.text(practice.unit) if practice.unit and not is_text else ""
        label = words.text(part.text) if part.text else words.text(practice.question)
        field = FormField(
            f"entry-{part.id or ''}",
            label,
            words.message("screen.unit", unit=unit) if unit else "",
            typed or ("" if now is None else str(now)),
            "several" if is_text else "one",
            parse=parse,
        )
        title = words.message(
            "screen.form.title", id=practice.shown_id, title=words.message("screen.form.entry")
        )

        def save(values: Mapping[str, Any] | None) -> None:
            if values is None:
                return
            value = values[field.name]
            kind = practice.question_kind
            if value is None:
                entries = {
                    name: each for name, each in self._entries(practice).items() if name != part.id
                }
                left = kind.value(entries) if entries else None
                self._save(
                    practice, with_changes(self._answer(practice), **{kind.answer_field: left})
                )
            elif part.id is None:
                self._save_value(practice, **value)
            else:
                self._set_part(practice, part.id, value)

        form = Form(title, (field,), draft=practice.id)
        screen.ask(form, save)

    def _leave_out(self) -> None:
        practice = self._practice
        if practice is None:
            return
        form = self._forms.left_out(practice, self._answer(practice))
        if form is None:
            self._screen.say_code("screen.never_left_out")
        else:
            self._show(practice, form)

    def _ask(self, make: Callable[[Practice, Answer], AnswerForm]) -> None:
        practice = self._practice
        if practice is not None:
            self._show(practice, make(practice, self._answer(practice)))

    def _show(self, practice: Practice, form: AnswerForm) -> None:
        screen = self._screen

        def save(values: Mapping[str, Any] | None) -> None:
            if values is None:
                screen.say_left(practice.id)
                return
            answer = form.apply(values)
            self._save(practice, answer)
            hint = self._forms.review_hint(answer)
            if hint is not None and "review_by" in values:
                screen.say(hint)

        screen.ask(form.form, save)

    def _as_before(self) -> None:
        practice, session = self._practice, self._screen.model.session
        if practice is None:
            return
        answer = self._answer(practice)
        if not answer.confirmed and answer.carried is not None:
            self._screen.say_code("assess.changed_since")
            return
        previous = session.previous_answers.get(practice.id)
        if previous is None:
            self._screen.say_code("assess.no_previous")
            return
        own = {"review": answer.review, "by": answer.by}
        self._save(practice, previous.as_confirmed().model_copy(update=own))

    def _clear(self) -> None:
        practice = self._practice
        if practice is None:
            return
        if self._screen.model.session.answer(practice.id) is None:
            self._screen.say_code("assess.nothing_to_clear")
        else:
            self._save(practice, None)
