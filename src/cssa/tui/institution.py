"""The screens about the institution: a list of facts, and a form or a picker for each."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cssa.checklist.row_lists import MAX_ROWS, NamedRow, RowList, new_row_id
from cssa.datafile.edit import ABSENT, MappingPath
from cssa.interview.facts import Fact
from cssa.interview.listed_search import find_listed
from cssa.interview.own_rows import answers_without_row, is_row_name
from cssa.interview.recording import Saved
from cssa.scheme.sectors import Sector, SectorKind
from cssa.tui.fact_forms import FactForms
from cssa.tui.form import FieldProblem, Form, FormField
from cssa.tui.layout.line import BLANK, Line, LineStyle, fitted, paragraph
from cssa.tui.listing import ListScreen
from cssa.tui.question import QuestionScreen

if TYPE_CHECKING:
    from cssa.tui.main import MainScreen

_NEW = "new"
_NONE = "none"


class InstitutionCommands:
    """Shows what is stated about the institution, and changes it.

    Args:
        screen: the main screen.
    """

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._words = screen.words

    def show(self, at: str | None = None, intro: str = "") -> None:
        """Show every fact; Enter opens one, and Escape goes back to the practice.

        Args:
            at: the fact at which the cursor begins, as its path joined by dots.
            intro: said before them.
        """
        model = self._screen.model
        facts = self._facts()

        def lines(_: str, width: int) -> list[Line]:
            submission = model.session.submission
            shown: list[Line] = [*paragraph(intro, width), BLANK] if intro else []
            for line in model.facts.risk(submission):
                shown += paragraph(line, width, "muted", hang="  ")
            shown.append(BLANK)
            for fact in facts:
                value = fact.current or self._words.message("assess.setup.unstated")
                text = fact.beside(value, self._words)
                is_open = model.facts.is_open(fact, submission)
                mark = "!" if is_open and model.facts.is_decisive(fact) else " "
                style: LineStyle = "warning" if mark == "!" else "plain"
                target = ".".join(fact.path)
                shown += paragraph(
                    text, width, style, indent=f"{mark} ", hang=" " * 4, target=target
                )
            return shown

        def choose(target: str | None) -> None:
            if target is None:
                self._screen.show_all()
                return
            fact = next(fact for fact in facts if ".".join(fact.path) == target)
            self._open(fact)

        start = at or next(
            (
                ".".join(fact.path)
                for fact in facts
                if model.facts.is_open(fact, model.session.submission)
            ),
            ".".join(facts[0].path),
        )
        title = self._words.message("screen.institution_title")
        screen = ListScreen(title, lines, self._words, target=start, keys="screen.institution_keys")
        self._screen.app.push_screen(screen, choose)

    def _facts(self) -> list[Fact]:
        session = self._screen.model.session
        return self._screen.model.facts.facts(session.submission, session.edition)

    def _open(self, fact: Fact) -> None:
        model = self._screen.model
        if model.is_read_only:
            self._screen.say_code("assess.read_only")
            return
        if fact.path[0] == "lists":
            row_lists = model.session.edition.checklist.row_lists
            self._show_rows(fact, next(each for each in row_lists if each.id == fact.name))
        elif fact.path == ("institution", "sector"):
            self._pick(fact, model.facts.sectors.sectors, is_needed=True)
        elif fact.path == ("institution", "licence"):
            self._pick(fact, model.facts.sectors.kinds, is_needed=False)
        else:
            self._ask(fact)

    def _ask(self, fact: Fact) -> None:
        model = self._screen.model
        forms = FactForms(self._words, model.facts, model.session, model.today)
        form = forms.form(fact)

        def save(values: Mapping[str, Any] | None) -> None:
            if values is None:
                self.show(".".join(fact.path))
            else:
                self._save(fact, form.value(values))

        self._screen.ask(form.form, save)

    def _pick(
        self, fact: Fact, items: Sequence[Sector] | Sequence[SectorKind], *, is_needed: bool
    ) -> None:
        """Choose from a list that narrows as part of a name is typed."""
        words = self._words

        def lines(text: str, width: int) -> list[Line]:
            found: Sequence[Sector | SectorKind] = find_listed(text, list(items))
            shown = [
                Line(fitted(f"  {words.text(item.title)}", width), target=item.id) for item in found
            ]
            if not found:
                shown += paragraph(words.message("screen.no_match"), width, "muted")
            if not is_needed and not text:
                shown.insert(0, Line(f"  {words.message('screen.none_stated')}", target=_NONE))
            return shown

        def choose(target: str | None) -> None:
            if target is None:
                self.show(".".join(fact.path))
            else:
                self._save(fact, ABSENT if target == _NONE else target)

        stated = self._screen.model.recorder.answers_file.editable.get(fact.path)
        ids = [item.id for item in items]
        at = stated if stated in ids else None if is_needed else _NONE
        why = words.message(f"screen.why.{fact.name}")
        title = words.message("screen.picker", label=fact.label, why=why)
        screen = ListScreen(title, lines, words, is_searched=True, target=at)
        self._screen.app.push_screen(screen, choose)

    def _save(self, fact: Fact, value: Any) -> None:
        recorder = self._screen.model.recorder
        now = recorder.answers_file.editable.get(fact.path)
        if value == now:
            self.show(".".join(fact.path))
            return
        outcome = recorder.save_header(
            fact.path, value, fact.order, name=fact.label, describe=lambda: self._value(fact.path)
        )
        self._screen.settle(outcome, lambda saved: self._show_saved(fact, saved))

    def _show_saved(self, fact: Fact, saved: Saved) -> None:
        """Go on with the next open fact; what falls out of scope is shown first."""
        del saved
        facts = self._facts()
        paths = [".".join(each.path) for each in facts]
        index = paths.index(".".join(fact.path))
        submission = self._screen.model.session.submission
        following = (
            ".".join(each.path)
            for each in facts[index + 1 :]
            if self._screen.model.facts.is_open(each, submission)
        )
        self.show(next(following, paths[index]))

    def _value(self, path: MappingPath) -> str:
        current = next((fact.current for fact in self._facts() if fact.path == path), None)
        return current or self._words.message("assess.setup.unstated")

    # Rows that the institution names itself

    def _rows(self, row_list: RowList) -> tuple[NamedRow, ...]:
        return self._screen.model.session.submission.lists.get(row_list.id, ())

    def _show_rows(self, fact: Fact, row_list: RowList) -> None:
        words, rows = self._words, self._rows(row_list)

        def lines(_: str, width: int) -> list[Line]:
            shown = [*paragraph(words.text(row_list.prompt), width, "muted"), BLANK]
            shown += [Line(fitted(f"  {row.name}", width), target=row.id) for row in rows]
            if len(rows) < MAX_ROWS:
                shown.append(Line(f"  + {words.message('screen.new_row')}", target=_NEW))
            return shown

        def choose(target: str | None) -> None:
            if target is None:
                self.show(".".join(fact.path))
            else:
                self._edit_row(fact, row_list, None if target == _NEW else target)

        screen = ListScreen(words.text(row_list.title), lines, words, target=_NEW)
        self._screen.app.push_screen(screen, choose)

    def _edit_row(self, fact: Fact, row_list: RowList, row_id: str | None) -> None:
        words, rows = self._words, self._rows(row_list)
        named = next((row for row in rows if row.id == row_id), None)
        others = [row for row in rows if row.id != row_id]

        def parse(text: str) -> str | FieldProblem:
            name = " ".join(text.split())
            if name and not is_row_name(name, others):
                return FieldProblem(words.message("screen.wrong_row", found=name))
            return name

        field = FormField(
            "name", words.message("screen.field.row"), words.message("screen.field_help.row"),
            named.name if named else "", parse=parse,
        )  # fmt: skip

        def save(values: Mapping[str, Any] | None) -> None:
            name = None if values is None else values["name"]
            if name is None or (not name and named is None):
                self._show_rows(fact, row_list)
            elif named is None:
                row = NamedRow(id=new_row_id([each.id for each in rows]), name=name)
                self._save_rows(fact, row_list, (*rows, row), {})
            elif name:
                changed = tuple(
                    each.model_copy(update={"name": name}) if each.id == row_id else each
                    for each in rows
                )
                self._save_rows(fact, row_list, changed, {})
            else:
                self._remove_row(fact, row_list, named)

        form = Form(words.text(row_list.title), (field,))
        self._screen.ask(form, save)

    def _remove_row(self, fact: Fact, row_list: RowList, row: NamedRow) -> None:
        words, session = self._words, self._screen.model.session
        answers = answers_without_row(session, row_list.id, row.id)
        rows = tuple(each for each in self._rows(row_list) if each.id != row.id)

        def settle(is_wanted: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if is_wanted:
                self._save_rows(fact, row_list, rows, answers)
            else:
                self._show_rows(fact, row_list)

        text = words.message("screen.remove_row", row=row.name, count=len(answers))
        question = QuestionScreen(
            text, words.message("screen.remove"), words.message("screen.keep"), words
        )
        self._screen.app.push_screen(question, settle)

    def _save_rows(
        self,
        fact: Fact,
        row_list: RowList,
        rows: tuple[NamedRow, ...],
        answers: Mapping[str, Any],
    ) -> None:
        outcome = self._screen.model.recorder.save_rows(
            row_list.id, rows, answers, name=fact.label, describe=lambda: self._value(fact.path)
        )
        self._screen.settle(outcome, lambda _: self._show_rows(fact, row_list))
