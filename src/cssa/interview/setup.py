"""Questions about the institution: asked first, and again whenever a fact is to be changed."""

from collections.abc import Callable
from typing import Any, Literal

from cssa.checklist.row_lists import RowList
from cssa.datafile.edit import ABSENT, MappingPath
from cssa.interview.commands import COMMAND_NAMES
from cssa.interview.dialogue import Dialogue, StepBack
from cssa.interview.facts import FACTORS, PROFILE, Fact, InstitutionFacts
from cssa.interview.institution_questions import InstitutionQuestions
from cssa.interview.own_rows import RowEditor
from cssa.interview.parsing import normalized
from cssa.interview.saving import AnswerSaver
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.sectors import Sectors


class Setup:
    """Asks about the institution.

    Args:
        dialogue: asks and shows messages.
        profile: flags and risk factors.
        sectors: kinds of institution.
    """

    def __init__(self, dialogue: Dialogue, profile: ProfileQuestions, sectors: Sectors) -> None:
        self._dialogue = dialogue
        self._facts = InstitutionFacts(dialogue, profile, sectors)
        self._questions = InstitutionQuestions(dialogue, self._facts)

    def ask_identity(self) -> dict[str, Any]:
        """Ask for id, name and sector, without which there is no file; return them by name."""
        questions = self._questions
        asks = {
            "id": questions.ask_id, "name": questions.ask_name, "sector": questions.ask_sector
        }  # fmt: skip
        while True:
            try:
                answers = self._dialogue.ask_in_turn(
                    *(self._needed(ask) for ask in asks.values()), is_entry=False
                )
            except StepBack:
                self._dialogue.show("assess.at_first")
                continue
            return dict(zip(asks, answers or (), strict=True))

    def _needed(self, ask: Callable[[], Any]) -> Callable[[object], Any]:
        """Return a question that is asked until it is answered."""

        def ask_until_answered(_: object) -> Any:
            self._dialogue.show_blank_line()
            while not (value := ask()):
                self._dialogue.show("assess.needed")
            return value

        return ask_until_answered

    def open_items(self, saver: AnswerSaver) -> list[Fact]:
        """Return the facts that decide scope, peers and targets and are not stated."""
        submission = saver.session.submission
        return [fact for fact in self._items(saver) if self._facts.is_open(fact, submission)]

    def fill(self, saver: AnswerSaver, items: list[Fact]) -> None:
        """Ask for facts one after the other, saving each at once.

        Args:
            saver: saves them.
            items: the facts to ask for.

        Raises:
            InterviewLeft: when the user quits.
            StepBack: when the user goes back from the first.
        """
        index = 0
        while index < len(items):
            self._dialogue.show_blank_line()
            self._dialogue.show("assess.setup.count", number=index + 1, count=len(items))
            try:
                self._ask_and_save(saver, items[index].path)
                index += 1
            except StepBack:
                if index == 0:
                    raise
                index -= 1
        self._show_risk(saver)

    def edit(self, saver: AnswerSaver) -> None:
        """Show every fact stated, and change those that the user picks."""
        dialogue = self._dialogue
        self._show_items(saver)
        while True:
            item_to_change = self._ask_item(saver)
            if item_to_change is None:
                return
            dialogue.show_blank_line()
            try:
                self._ask_and_save(saver, item_to_change.path)
            except StepBack:
                dialogue.show("assess.left_as_is")
                continue
            item = self._item(saver, item_to_change.path)
            if item.path[:2] == ("institution", "risk"):
                self._show_risk(saver)

    def _show_items(self, saver: AnswerSaver) -> None:
        dialogue = self._dialogue
        dialogue.show_blank_line()
        dialogue.show("assess.setup.list")
        for number, item in enumerate(self._items(saver), 1):
            value = item.current or self._unstated()
            dialogue.show_numbered(number, item.beside(value, dialogue))
        self._show_risk(saver)

    def _ask_item(self, saver: AnswerSaver) -> Fact | None:
        """Ask which fact to change; show them all again when the user wants the list."""
        while True:
            parse = _item_parser(self._items(saver))
            chosen: Fact | Literal["list"] | None
            try:
                chosen = self._dialogue.ask(
                    "assess.prompt.item", "assess.help.item", parse, "assess.wrong.item"
                )
            except StepBack:
                return None
            if not isinstance(chosen, str):
                return chosen
            self._show_items(saver)

    def _ask_and_save(self, saver: AnswerSaver, path: MappingPath) -> None:
        """Ask for a fact and save it; one that is stated is shown, and replaced only on a yes."""
        dialogue, item = self._dialogue, self._item(saver, path)
        row_list = self._row_list(saver, item)
        if row_list is not None:
            RowEditor(saver, row_list).run()
            return
        if item.current is not None:
            dialogue.show("assess.setup.stated", hang=2, value=item.current)
        value = self._ask(saver, item)
        is_stated = item.current is not None
        is_change = value not in (None, "") and (is_stated or value is not ABSENT)
        if is_change and (not is_stated or dialogue.confirm("replace_fact")):
            self.save_fact(saver, path, value)
        else:
            dialogue.show("assess.left_as_is")

    def save_fact(self, saver: AnswerSaver, path: MappingPath, value: Any) -> None:
        """Save a fact.

        Args:
            saver: saves it.
            path: keys from the top of the file to it.
            value: as written to the file; ``ABSENT`` removes it.
        """
        item = self._item(saver, path)
        saver.save_header(
            path,
            value,
            item.order,
            name=item.label,
            describe=lambda: self._item(saver, path).current or self._unstated(),
        )

    def _item(self, saver: AnswerSaver, path: MappingPath) -> Fact:
        return next(item for item in self._items(saver) if item.path == path)

    def _unstated(self) -> str:
        return self._dialogue.message("assess.setup.unstated")

    def _show_risk(self, saver: AnswerSaver) -> None:
        lines = list(self._facts.risk(saver.session.submission))
        if lines:
            self._dialogue.show_blank_line()
        for line in lines:
            self._dialogue.show_item(line, indent=0, hang=2)

    def _items(self, saver: AnswerSaver) -> list[Fact]:
        return self._facts.facts(saver.session.submission, saver.session.edition)

    def _row_list(self, saver: AnswerSaver, fact: Fact) -> RowList | None:
        """Return the list whose rows a fact is, None for any other fact."""
        lists = saver.session.edition.checklist.row_lists
        is_list = fact.path[0] == "lists"
        return next((each for each in lists if is_list and each.id == fact.name), None)

    def _ask(self, saver: AnswerSaver, fact: Fact) -> Any:
        """Ask for a fact; return its value as written to the file, None to leave it."""
        questions, session = self._questions, saver.session
        institution = session.submission.institution
        profile = self._facts.profile
        if fact.path[:2] == PROFILE:
            flag = next(flag for flag in profile.flags if flag.id == fact.name)
            return questions.ask_flag(
                flag, lambda: session.basics_out_of_scope(institution, flag.id)
            )
        if fact.path[:3] == FACTORS:
            factor = next(factor for factor in profile.factors if factor.id == fact.name)
            return questions.ask_factor(factor)
        asks: dict[str, Callable[[], Any]] = {
            "id": questions.ask_id,
            "name": questions.ask_name,
            "sector": questions.ask_sector,
            "licence": questions.ask_licence,
            "size": lambda: questions.ask_size(self._facts.sector(session.submission)),
            "assessed_on": lambda: questions.ask_date("assessed_on"),
            "reported_to_board": lambda: questions.ask_date("reported_to_board"),
            "selected_groups": lambda: questions.ask_groups(session.edition.checklist.groups),
            "override": questions.ask_override,
        }
        return asks.get(fact.name, lambda: questions.ask_text(fact.name))()


def _item_parser(items: list[Fact]) -> Callable[[str], Fact | Literal["list"] | None]:
    """Return a function that parses the number of an item, or the word for the whole list."""

    def parse(line: str) -> Fact | Literal["list"] | None:
        entry = normalized(line)
        if COMMAND_NAMES.get(entry.lower()) == "l":
            return "list"
        is_number = entry.isdecimal() and 0 < int(entry) <= len(items)
        return items[int(entry) - 1] if is_number else None

    return parse
