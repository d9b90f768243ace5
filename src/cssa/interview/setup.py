"""Questions about the institution: asked first, and again whenever a fact is to be changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from cssa.answers.submission import Submission
from cssa.datafile.edit import ABSENT, MappingPath
from cssa.engine.risk_profile import risk_profile
from cssa.interview.dialogue import Dialogue, StepBack
from cssa.interview.institution_questions import InstitutionQuestions
from cssa.interview.parsing import normalized
from cssa.interview.saving import AnswerSaver
from cssa.messages import fitting
from cssa.scheme.profile import Factor, Flag, ProfileQuestions
from cssa.scheme.sectors import Sector, Sectors


@dataclass(frozen=True, slots=True)
class SetupItem:
    """A fact about the institution or its assessment.

    Attributes:
        path: keys from the top of the file to the value.
        label: its name in a list.
        current: the value stated, None where there is none.
        ask: asks for the value as written to the file; None leaves it unchanged.
        order: names beside it in the file, in the order they should have.
    """

    path: MappingPath
    label: str
    current: str | None
    ask: Callable[[], Any]
    order: tuple[str, ...] = ()


class Setup:
    """Asks about the institution.

    Args:
        dialogue: asks and shows messages.
        profile: flags and risk factors.
        sectors: kinds of institution.
    """

    def __init__(self, dialogue: Dialogue, profile: ProfileQuestions, sectors: Sectors) -> None:
        self._dialogue = dialogue
        self._profile = profile
        self._sectors = sectors
        self._questions = InstitutionQuestions(dialogue, sectors)

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

    def open_items(self, saver: AnswerSaver) -> list[SetupItem]:
        """Return the facts that decide scope, peers and targets and are not stated.

        A licence is asked for the first time only: an institution without one has none to state.
        """
        is_first = not saver.session.submission.institution.profile
        return [
            item
            for item in self._items(saver)
            if item.current is None
            and (
                item.path[:2] in (("institution", "size"), ("institution", "profile"))
                or item.path[:3] == ("institution", "risk", "factors")
                or (is_first and item.path == ("institution", "licence"))
            )
        ]

    def fill(self, saver: AnswerSaver, items: list[SetupItem]) -> None:
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
        while True:
            items = self._items(saver)
            dialogue.show_blank_line()
            dialogue.show("assess.setup.list")
            for number, item in enumerate(items, 1):
                value = item.current or self._unstated()
                dialogue.show_numbered(
                    number, dialogue.message("assess.labelled", label=item.label, value=value)
                )
            self._show_risk(saver)
            item_to_change = self._ask_item(items)
            if item_to_change is None:
                return
            dialogue.show_blank_line()
            try:
                self._ask_and_save(saver, item_to_change.path)
            except StepBack:
                dialogue.show("assess.left_as_is")

    def _ask_item(self, items: list[SetupItem]) -> SetupItem | None:
        try:
            return self._dialogue.ask(
                "assess.prompt.item", "assess.help.item", _item_parser(items), "assess.wrong.item"
            )
        except StepBack:
            return None

    def _ask_and_save(self, saver: AnswerSaver, path: MappingPath) -> None:
        """Ask for a fact and save it; one that is stated is shown, and replaced only on a yes."""
        dialogue, item = self._dialogue, self._item(saver, path)
        if item.current is not None:
            dialogue.show("assess.setup.stated", hang=2, label=item.label, value=item.current)
        value = item.ask()
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

    def _item(self, saver: AnswerSaver, path: MappingPath) -> SetupItem:
        return next(item for item in self._items(saver) if item.path == path)

    def _unstated(self) -> str:
        return self._dialogue.message("assess.setup.unstated")

    def _show_risk(self, saver: AnswerSaver) -> None:
        if not self._profile.factors:
            return
        institution = saver.session.submission.institution
        risk = risk_profile(institution, self._profile)
        message = self._dialogue.message
        basis = f"basis.{risk.basis_wording}"
        counts = {"stated": risk.stated, "key_factors": risk.key_factors}
        self._dialogue.show_blank_line()
        self._dialogue.show(
            "assess.setup.risk",
            risk=message(f"risk.{risk.level}"),
            basis=message(basis, **fitting(basis, counts)),
        )
        open_factors = [
            self._dialogue.text(factor.title)
            for factor in self._profile.factors
            if factor.key and factor.id not in institution.risk.factors
        ]
        if open_factors and risk.basis != "override":
            self._dialogue.show(
                "assess.setup.risk_provisional",
                hang=2,
                count=len(open_factors),
                factors=self._dialogue.joined(open_factors),
            )

    def _items(self, saver: AnswerSaver) -> list[SetupItem]:
        submission = saver.session.submission
        return [
            *self._fact_items(submission),
            *(self._flag_item(saver, flag, submission) for flag in self._profile.flags),
            *(self._factor_item(factor, submission) for factor in self._profile.factors),
            self._override_item(submission),
        ]

    def _fact_items(self, submission: Submission) -> Iterator[SetupItem]:
        institution, message = submission.institution, self._dialogue.message
        sector = self._find_sector(institution.sector)

        def item(name: str, current: object, ask: Callable[[], Any], *within: str) -> SetupItem:
            text = None if current is None else str(current)
            return SetupItem((*within, name), message(f"assess.item.{name}"), text, ask)

        questions = self._questions
        yield item("id", institution.id, questions.ask_id, "institution")
        yield item("name", institution.name, questions.ask_name, "institution")
        title = self._dialogue.text(sector.title) if sector else institution.sector
        yield item("sector", title, questions.ask_sector, "institution")
        licence = self._licence_title(institution.licence)
        yield item("licence", licence, questions.ask_licence, "institution")
        size = None if institution.size is None else questions.size_text(institution.size, sector)
        yield item("size", size, lambda: questions.ask_size(sector), "institution")
        yield item("campaign", submission.campaign, lambda: questions.ask_text("campaign"))
        assessed_on = submission.assessed_on
        yield item("assessed_on", assessed_on, lambda: questions.ask_date("assessed_on"))
        approval = submission.approval
        respondent, second_line = approval.respondent, approval.second_line
        yield item("respondent", respondent, lambda: questions.ask_text("respondent"), "approval")
        yield item(
            "second_line", second_line, lambda: questions.ask_text("second_line"), "approval"
        )
        board = approval.reported_to_board
        yield item(
            "reported_to_board", board, lambda: questions.ask_date("reported_to_board"), "approval"
        )

    def _licence_title(self, licence: str | None) -> str | None:
        """Return the title of a licence of the list, any other as it stands in the file."""
        titles = {kind.id: self._dialogue.text(kind.title) for kind in self._sectors.kinds}
        return titles.get(licence, licence) if licence else None

    def _find_sector(self, sector_id: str) -> Sector | None:
        return next((sector for sector in self._sectors.sectors if sector.id == sector_id), None)

    def _flag_item(self, saver: AnswerSaver, flag: Flag, submission: Submission) -> SetupItem:
        institution = submission.institution
        stated = institution.profile.get(flag.id)
        current = None
        if stated is not None:
            current = self._dialogue.message("assess.yes" if stated.value else "assess.no")
            current += f" ({stated.reason})" if stated.reason else ""
        return SetupItem(
            ("institution", "profile", flag.id),
            self._dialogue.text(flag.question),
            current,
            lambda: self._questions.ask_flag(
                flag, lambda: saver.session.basics_out_of_scope(institution, flag.id)
            ),
            tuple(known.id for known in self._profile.flags),
        )

    def _factor_item(self, factor: Factor, submission: Submission) -> SetupItem:
        level = submission.institution.risk.factors.get(factor.id)
        return SetupItem(
            ("institution", "risk", "factors", factor.id),
            self._dialogue.text(factor.title),
            None if level is None else self._dialogue.message(f"risk.{level}"),
            lambda: self._questions.ask_factor(factor),
            tuple(known.id for known in self._profile.factors),
        )

    def _override_item(self, submission: Submission) -> SetupItem:
        override = submission.institution.risk.override
        current = None
        if override is not None:
            current = f"{self._dialogue.message(f'risk.{override.level}')} ({override.reason})"
        label = self._dialogue.message("assess.item.override")
        return SetupItem(
            ("institution", "risk", "override"), label, current, self._questions.ask_override
        )


def _item_parser(items: list[SetupItem]) -> Callable[[str], SetupItem | None]:
    """Return a function that parses the number of an item."""

    def parse(line: str) -> SetupItem | None:
        entry = normalized(line)
        is_number = entry.isdecimal() and 0 < int(entry) <= len(items)
        return items[int(entry) - 1] if is_number else None

    return parse
