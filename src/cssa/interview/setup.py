"""Questions about the institution: asked first, and again whenever a fact is to be changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from cssa.answers.submission import Institution, Submission, has_right_check_digit
from cssa.datafile.edit import ABSENT, MappingPath
from cssa.engine.risk_profile import risk_profile
from cssa.interview.dialogue import Dialogue, StepBack
from cssa.interview.parsing import normalized, parse_amount
from cssa.interview.saving import AnswerSaver
from cssa.messages import fitting
from cssa.scheme.profile import Factor, Flag, ProfileQuestions
from cssa.scheme.sectors import Sector, Sectors
from cssa.scheme.targets import RISK_LEVELS


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

    def ask_identity(self) -> dict[str, Any]:
        """Ask for id, name and sector, without which there is no file; return them by name."""
        dialogue = self._dialogue
        identity: dict[str, Any] = {}
        for name, ask in (
            ("id", self._ask_id), ("name", self._ask_name), ("sector", self._ask_sector),
        ):  # fmt: skip
            dialogue.show_blank_line()
            while (value := _without_step_back(ask)) is None:
                dialogue.show("assess.needed")
            identity[name] = value
        return identity

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
        """
        index = 0
        while index < len(items):
            self._dialogue.show_blank_line()
            self._dialogue.show("assess.setup.count", number=index + 1, count=len(items))
            try:
                self._ask_and_save(saver, items[index])
                index += 1
            except StepBack:
                index = max(0, index - 1)
        self._show_risk(saver)

    def edit(self, saver: AnswerSaver) -> None:
        """Show every fact stated, and change those that the user picks."""
        dialogue = self._dialogue
        while True:
            items = self._items(saver)
            dialogue.show_blank_line()
            dialogue.show("assess.setup.list")
            for number, item in enumerate(items, 1):
                value = item.current or dialogue.message("assess.setup.unstated")
                dialogue.show_numbered(
                    number, dialogue.message("assess.labelled", label=item.label, value=value)
                )
            self._show_risk(saver)
            item_to_change = self._ask_item(items)
            if item_to_change is None:
                return
            dialogue.show_blank_line()
            try:
                self._ask_and_save(saver, item_to_change)
            except StepBack:
                dialogue.show("assess.left_as_is")

    def _ask_item(self, items: list[SetupItem]) -> SetupItem | None:
        try:
            return self._dialogue.ask(
                "assess.prompt.item", "assess.help.item", _item_parser(items), "assess.wrong.item"
            )
        except StepBack:
            return None

    def _ask_and_save(self, saver: AnswerSaver, item: SetupItem) -> None:
        value = item.ask()
        if value is None:
            self._dialogue.show("assess.left_as_is")
        else:
            saver.save_header(item.path, value, item.order)

    def _show_risk(self, saver: AnswerSaver) -> None:
        risk = risk_profile(saver.session.submission.institution, self._profile)
        message = self._dialogue.message
        basis = f"basis.{risk.basis_wording}"
        counts = {"stated": risk.stated, "key_factors": risk.key_factors}
        self._dialogue.show_blank_line()
        self._dialogue.show(
            "assess.setup.risk",
            risk=message(f"risk.{risk.level}"),
            basis=message(basis, **fitting(basis, counts)),
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

        yield item("id", institution.id, self._ask_id, "institution")
        yield item("name", institution.name, self._ask_name, "institution")
        title = self._dialogue.text(sector.title) if sector else institution.sector
        yield item("sector", title, self._ask_sector, "institution")
        yield item("licence", institution.licence, self._ask_licence, "institution")
        size = None if institution.size is None else self._size_text(institution.size, sector)
        yield item("size", size, lambda: self._ask_size(sector), "institution")
        yield item("campaign", submission.campaign, self._text_asker("campaign"))
        yield item("assessed_on", submission.assessed_on, self._date_asker("assessed_on"))
        approval = submission.approval
        for name in ("respondent", "second_line"):
            yield item(name, getattr(approval, name), self._text_asker(name), "approval")
        board = approval.reported_to_board
        yield item("reported_to_board", board, self._date_asker("reported_to_board"), "approval")

    def _text_asker(self, name: str) -> Callable[[], Any]:
        return lambda: (
            self._dialogue.ask_text(f"assess.prompt.{name}", f"assess.help.{name}") or None
        )

    def _date_asker(self, name: str) -> Callable[[], Any]:
        def ask() -> str | None:
            entered = self._dialogue.ask_date(f"assess.prompt.{name}", f"assess.help.{name}")
            return None if entered is None else entered.isoformat()

        return ask

    def _ask_id(self) -> str | None:
        self._dialogue.show("assess.why.id")

        def parse(line: str) -> str | None:
            entry = normalized(line).removeprefix("T")
            try:
                Institution(id=entry, name="-", sector="x")
            except ValidationError:
                return None
            return entry

        id_ = self._dialogue.ask("assess.prompt.id", "assess.help.id", parse, "assess.wrong.id")
        if id_ and _is_corporate_number(id_) and not has_right_check_digit(id_):
            self._dialogue.show("assess.check_digit", id=id_)
        return id_

    def _ask_name(self) -> str | None:
        self._dialogue.show("assess.why.name")
        return self._dialogue.ask_text("assess.prompt.name", "assess.help.name") or None

    def _ask_sector(self) -> str | None:
        dialogue, sectors = self._dialogue, self._sectors.sectors
        dialogue.show("assess.why.sector")
        for number, sector in enumerate(sectors, 1):
            dialogue.show_numbered(number, dialogue.text(sector.title))
        chosen = dialogue.ask(
            "assess.prompt.sector", "assess.help.sector", self._parse_sector, "assess.wrong.sector"
        )
        if chosen is None:
            return None
        dialogue.show("assess.sector_is", sector=dialogue.text(chosen.title))
        return chosen.id

    def _parse_sector(self, line: str) -> Sector | None:
        """Return the sector with a number, id or title, or the only one whose title contains it."""
        entry = normalized(line).casefold()
        sectors = self._sectors.sectors
        if entry.isdecimal():
            return sectors[int(entry) - 1] if 1 <= int(entry) <= len(sectors) else None
        titles = [(sector.title.ja.casefold(), sector.title.en.casefold()) for sector in sectors]
        exact = [
            sector
            for sector, names in zip(sectors, titles, strict=True)
            if entry in (sector.id, *names)
        ]
        matches = exact or [
            sector
            for sector, names in zip(sectors, titles, strict=True)
            if any(entry in name for name in names)
        ]
        return matches[0] if len(matches) == 1 else None

    def _ask_licence(self) -> str | None:
        self._dialogue.show("assess.why.licence")
        return self._dialogue.ask_text("assess.prompt.licence", "assess.help.licence") or None

    def _ask_size(self, sector: Sector | None) -> int | float | None:
        measure = self._dialogue.text(sector.measure) if sector else "-"
        self._dialogue.show("assess.why.size", measure=measure)
        size = self._dialogue.ask(
            "assess.prompt.size",
            "assess.help.size",
            parse_amount,
            "assess.wrong.size",
            measure=measure,
        )
        if size is None:
            return None
        self._dialogue.show("assess.size_is", size=self._size_text(size, sector))
        return int(size) if size == int(size) else float(size)

    def _size_text(self, size: Decimal, sector: Sector | None) -> str:
        """Return a size in yen with its size band."""
        bands = sector.bands if sector else ()
        band = next((band for band in reversed(bands) if size >= band.from_), None)
        amount = self._dialogue.message("assess.yen", amount=f"{size:,.0f}")
        return amount + (f" ({self._dialogue.text(band.title)})" if band else "")

    def _find_sector(self, sector_id: str) -> Sector | None:
        return next((sector for sector in self._sectors.sectors if sector.id == sector_id), None)

    def _flag_item(self, saver: AnswerSaver, flag: Flag, submission: Submission) -> SetupItem:
        stated = submission.institution.profile.get(flag.id)
        current = None
        if stated is not None:
            current = self._dialogue.message("assess.yes" if stated.value else "assess.no")
            current += f" ({stated.reason})" if stated.reason else ""
        return SetupItem(
            ("institution", "profile", flag.id),
            self._dialogue.text(flag.question),
            current,
            lambda: self._ask_flag(saver, flag),
            tuple(known.id for known in self._profile.flags),
        )

    def _ask_flag(self, saver: AnswerSaver, flag: Flag) -> Any:
        dialogue = self._dialogue
        dialogue.show_item(dialogue.text(flag.question), indent=0, hang=0)
        dialogue.show("assess.why", why=dialogue.text(flag.why))
        value = dialogue.ask_yes_no("assess.prompt.flag", "assess.help.flag")
        if value is not False:
            return value
        institution = saver.session.submission.institution
        basics = saver.session.basics_out_of_scope(institution, flag.id)
        if not basics:
            return False
        dialogue.show(
            "assess.flag_reason", hang=2, practices=dialogue.joined(basics), count=len(basics)
        )
        reason = dialogue.ask_text("assess.prompt.flag_reason", "assess.help.flag_reason")
        return {"value": False, "reason": reason} if reason else False

    def _factor_item(self, factor: Factor, submission: Submission) -> SetupItem:
        level = submission.institution.risk.factors.get(factor.id)
        return SetupItem(
            ("institution", "risk", "factors", factor.id),
            self._dialogue.text(factor.title),
            None if level is None else self._dialogue.message(f"risk.{level}"),
            lambda: self._ask_factor(factor),
            tuple(known.id for known in self._profile.factors),
        )

    def _ask_factor(self, factor: Factor) -> str | None:
        dialogue = self._dialogue
        dialogue.show("assess.factor", title=dialogue.text(factor.title))
        for number, level in enumerate(RISK_LEVELS, 1):
            name, meaning = dialogue.message(f"risk.{level}"), dialogue.text(factor.levels[level])
            dialogue.show_item(
                dialogue.message("assess.level", level=number, name=name, words=meaning)
            )
        dialogue.show("assess.why.factor.key" if factor.key else "assess.why.factor.other")
        return dialogue.ask(
            "assess.prompt.factor", "assess.help.factor", self._parse_risk, "assess.wrong.factor"
        )

    def _override_item(self, submission: Submission) -> SetupItem:
        override = submission.institution.risk.override
        current = None
        if override is not None:
            current = f"{self._dialogue.message(f'risk.{override.level}')} ({override.reason})"
        label = self._dialogue.message("assess.item.override")
        return SetupItem(("institution", "risk", "override"), label, current, self._ask_override)

    def _ask_override(self) -> Any:
        dialogue = self._dialogue
        dialogue.show("assess.why.override")

        def parse(line: str) -> str | None:
            return "-" if normalized(line) == "-" else self._parse_risk(line)

        level = dialogue.ask(
            "assess.prompt.override", "assess.help.override", parse, "assess.wrong.factor"
        )
        if level == "-":
            return ABSENT
        if level is None:
            return None
        reason = dialogue.ask_text("assess.prompt.override_reason", "assess.help.override_reason")
        return {"level": level, "reason": reason} if reason else None

    def _parse_risk(self, line: str) -> str | None:
        """Return the risk level with a number, name or initial."""
        entry = normalized(line).lower()
        for number, level in enumerate(RISK_LEVELS, 1):
            if entry in (str(number), level, level[0], self._dialogue.message(f"risk.{level}")):
                return level
        return None


def _item_parser(items: list[SetupItem]) -> Callable[[str], SetupItem | None]:
    """Return a function that parses the number of an item."""

    def parse(line: str) -> SetupItem | None:
        entry = normalized(line)
        is_number = entry.isdecimal() and 0 < int(entry) <= len(items)
        return items[int(entry) - 1] if is_number else None

    return parse


def _without_step_back(ask: Callable[[], Any]) -> Any:
    """Return the value asked for; None where the user wants the question before."""
    try:
        return ask()
    except StepBack:
        return None


def _is_corporate_number(id_: str) -> bool:
    return len(id_) == 13 and id_.isdecimal()  # noqa: PLR2004 - digits of a corporate number
