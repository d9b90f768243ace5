"""What is asked about the institution: first of all, and again whenever it is to be changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from cssa.answers.answers_file import Path_
from cssa.answers.submission import Institution, Submission, has_right_check_digit
from cssa.datafile.edit import ABSENT
from cssa.engine.risk_profile import risk_profile
from cssa.interview import parsing
from cssa.interview.dialogue import Dialogue, StepBack
from cssa.interview.saving import AnswerSaver
from cssa.scheme.profile import Factor, Flag, ProfileQuestions
from cssa.scheme.sectors import Sector, Sectors
from cssa.scheme.targets import RISK_LEVELS


@dataclass(frozen=True, slots=True)
class SetupItem:
    """One thing to be stated.

    Attributes:
        path: where it stands in the file.
        label: what it is called in a list.
        current: what is stated, None where nothing is.
        ask: asks for it; returns the plain value, None to leave it.
        order: names beside it, in the order they should stand.
    """

    path: Path_
    label: str
    current: str | None
    ask: Callable[[], Any]
    order: tuple[str, ...] = ()


class Setup:
    """Asks about the institution.

    Args:
        voice: what to ask with.
        profile: flags and risk factors.
        sectors: kinds of institution.
    """

    def __init__(self, voice: Dialogue, profile: ProfileQuestions, sectors: Sectors) -> None:
        self._voice = voice
        self._profile = profile
        self._sectors = sectors

    def identify(self) -> dict[str, Any]:
        """Ask for what a file cannot be without."""
        voice = self._voice
        known: dict[str, Any] = {}
        for name, ask in (
            ("id", self._ask_id), ("name", self._ask_name), ("sector", self._ask_sector),
        ):  # fmt: skip
            voice.gap()
            while (value := self._needed(ask)) is None:
                voice.say("assess.needed")
            known[name] = value
        return known

    def _needed(self, ask: Callable[[], Any]) -> Any:
        try:
            return ask()
        except StepBack:
            return None

    def open_items(self, desk: AnswerSaver) -> list[SetupItem]:
        """Return what decides scope, peers and targets and is not stated.

        A licence is asked for at the first time only: without one there is nothing to state.
        """
        is_first = not desk.session.submission.institution.profile
        return [
            item
            for item in self._items(desk)
            if item.current is None
            and (
                item.path[:2] in (("institution", "size"), ("institution", "profile"))
                or item.path[:3] == ("institution", "risk", "factors")
                or (is_first and item.path == ("institution", "licence"))
            )
        ]

    def fill(self, desk: AnswerSaver, items: list[SetupItem]) -> None:
        """Ask for what is not stated, saving each at once."""
        voice = self._voice
        at = 0
        while at < len(items):
            voice.gap()
            voice.say("assess.setup.count", number=at + 1, count=len(items))
            try:
                self._change(desk, items[at])
                at += 1
            except StepBack:
                at = max(0, at - 1)
        self._tell_risk(desk)

    def edit(self, desk: AnswerSaver) -> None:
        """Show everything stated, and change what the user picks."""
        voice = self._voice
        while True:
            items = self._items(desk)
            voice.gap()
            voice.say("assess.setup.list")
            for number, item in enumerate(items, 1):
                shown = item.current or voice.words("assess.setup.unstated")
                voice.numbered(
                    number, voice.words("assess.labelled", label=item.label, value=shown)
                )
            self._tell_risk(desk)
            chosen = self._pick(items)
            if chosen is None:
                return
            voice.gap()
            try:
                self._change(desk, chosen)
            except StepBack:
                voice.say("assess.left_as_is")

    def _pick(self, items: list[SetupItem]) -> SetupItem | None:
        try:
            return self._voice.ask(
                "assess.prompt.item", "assess.help.item", _numbered(items), "assess.wrong.item"
            )
        except StepBack:
            return None

    def _change(self, desk: AnswerSaver, item: SetupItem) -> None:
        value = item.ask()
        if value is None:
            self._voice.say("assess.left_as_is")
        else:
            desk.header(item.path, value, item.order)

    def _tell_risk(self, desk: AnswerSaver) -> None:
        risk = risk_profile(desk.session.submission.institution, self._profile)
        words = self._voice.words
        self._voice.gap()
        self._voice.say(
            "assess.setup.risk",
            risk=words(f"risk.{risk.level}"),
            basis=words(f"basis.{risk.basis}"),
        )

    def _items(self, desk: AnswerSaver) -> list[SetupItem]:
        submission = desk.session.submission
        return [
            *self._facts(submission),
            *(self._flag_item(desk, flag, submission) for flag in self._profile.flags),
            *(self._factor_item(factor, submission) for factor in self._profile.factors),
            self._override_item(submission),
        ]

    def _facts(self, submission: Submission) -> Iterator[SetupItem]:
        institution, words = submission.institution, self._voice.words
        sector = self._sector(institution.sector)

        def item(name: str, current: object, ask: Callable[[], Any], *within: str) -> SetupItem:
            shown = None if current is None else str(current)
            return SetupItem((*within, name), words(f"assess.item.{name}"), shown, ask)

        yield item("id", institution.id, self._ask_id, "institution")
        yield item("name", institution.name, self._ask_name, "institution")
        title = self._voice.text(sector.title) if sector else institution.sector
        yield item("sector", title, self._ask_sector, "institution")
        yield item("licence", institution.licence, self._ask_licence, "institution")
        size = None if institution.size is None else self._size(institution.size, sector)
        yield item("size", size, lambda: self._ask_size(sector), "institution")
        yield item("campaign", submission.campaign, self._text_asker("campaign"))
        yield item("assessed_on", submission.assessed_on, self._day_asker("assessed_on"))
        approval = submission.approval
        for name in ("respondent", "second_line"):
            yield item(name, getattr(approval, name), self._text_asker(name), "approval")
        board = approval.reported_to_board
        yield item("reported_to_board", board, self._day_asker("reported_to_board"), "approval")

    def _text_asker(self, name: str) -> Callable[[], Any]:
        return lambda: self._voice.free(f"assess.prompt.{name}", f"assess.help.{name}") or None

    def _day_asker(self, name: str) -> Callable[[], Any]:
        def ask() -> str | None:
            day = self._voice.day(f"assess.prompt.{name}", f"assess.help.{name}")
            return None if day is None else day.isoformat()

        return ask

    def _ask_id(self) -> str | None:
        self._voice.say("assess.why.id")

        def read(said: str) -> str | None:
            text = parsing.command(said).removeprefix("T")
            try:
                Institution(id=text, name="-", sector="x")
            except ValidationError:
                return None
            return text

        found = self._voice.ask("assess.prompt.id", "assess.help.id", read, "assess.wrong.id")
        if found and len(found) == 13 and found.isdecimal() and not has_right_check_digit(found):  # noqa: PLR2004 - digits of a corporate number
            self._voice.say("assess.check_digit", id=found)
        return found

    def _ask_name(self) -> str | None:
        self._voice.say("assess.why.name")
        return self._voice.free("assess.prompt.name", "assess.help.name") or None

    def _ask_sector(self) -> str | None:
        voice, sectors = self._voice, self._sectors.sectors
        voice.say("assess.why.sector")
        for number, sector in enumerate(sectors, 1):
            voice.numbered(number, voice.text(sector.title))
        found = voice.ask(
            "assess.prompt.sector", "assess.help.sector", self._read_sector, "assess.wrong.sector"
        )
        if found is not None:
            voice.say("assess.sector_is", sector=voice.text(found.title))
        return None if found is None else found.id

    def _read_sector(self, said: str) -> Sector | None:
        text = parsing.command(said).casefold()
        sectors = self._sectors.sectors
        if text.isdecimal():
            return sectors[int(text) - 1] if 1 <= int(text) <= len(sectors) else None
        exact = [
            one
            for one in sectors
            if text in (one.id, one.title.ja.casefold(), one.title.en.casefold())
        ]
        near = exact or [
            one
            for one in sectors
            if text in one.title.ja.casefold() or text in one.title.en.casefold()
        ]
        return near[0] if len(near) == 1 else None

    def _ask_licence(self) -> str | None:
        self._voice.say("assess.why.licence")
        return self._voice.free("assess.prompt.licence", "assess.help.licence") or None

    def _ask_size(self, sector: Sector | None) -> int | float | None:
        measure = self._voice.text(sector.measure) if sector else "-"
        self._voice.say("assess.why.size", measure=measure)
        found = self._voice.ask(
            "assess.prompt.size",
            "assess.help.size",
            parsing.amount,
            "assess.wrong.size",
            measure=measure,
        )
        if found is None:
            return None
        self._voice.say("assess.size_is", size=self._size(found, sector))
        return int(found) if found == int(found) else float(found)

    def _size(self, size: Decimal, sector: Sector | None) -> str:
        band = next(
            (one for one in reversed(sector.bands if sector else ()) if size >= one.from_), None
        )
        words = self._voice.words("assess.yen", amount=f"{size:,.0f}")
        return words + (f" ({self._voice.text(band.title)})" if band else "")

    def _sector(self, sector_id: str) -> Sector | None:
        return next((one for one in self._sectors.sectors if one.id == sector_id), None)

    def _flag_item(self, desk: AnswerSaver, flag: Flag, submission: Submission) -> SetupItem:
        stated = submission.institution.profile.get(flag.id)
        current = None
        if stated is not None:
            current = self._voice.words("assess.yes" if stated.value else "assess.no")
            current += f" ({stated.reason})" if stated.reason else ""
        return SetupItem(
            ("institution", "profile", flag.id),
            self._voice.text(flag.question),
            current,
            lambda: self._ask_flag(desk, flag),
            tuple(one.id for one in self._profile.flags),
        )

    def _ask_flag(self, desk: AnswerSaver, flag: Flag) -> Any:
        voice = self._voice
        voice.item(voice.text(flag.question), indent=0, hang=0)
        voice.say("assess.why", why=voice.text(flag.why))
        value = voice.agree("assess.prompt.flag", "assess.help.flag")
        if value is not False:
            return value
        lost = desk.session.lost_basics(desk.session.submission.institution, flag.id)
        if not lost:
            return False
        voice.say("assess.flag_reason", hang=2, practices=voice.joined(lost), count=len(lost))
        reason = voice.free("assess.prompt.flag_reason", "assess.help.flag_reason")
        return {"value": False, "reason": reason} if reason else False

    def _factor_item(self, factor: Factor, submission: Submission) -> SetupItem:
        level = submission.institution.risk.factors.get(factor.id)
        return SetupItem(
            ("institution", "risk", "factors", factor.id),
            self._voice.text(factor.title),
            None if level is None else self._voice.words(f"risk.{level}"),
            lambda: self._ask_factor(factor),
            tuple(one.id for one in self._profile.factors),
        )

    def _ask_factor(self, factor: Factor) -> str | None:
        voice = self._voice
        voice.say("assess.factor", title=voice.text(factor.title))
        for number, level in enumerate(RISK_LEVELS, 1):
            name, words = voice.words(f"risk.{level}"), voice.text(factor.levels[level])
            voice.item(voice.words("assess.level", level=number, name=name, words=words))
        voice.say("assess.why.factor.key" if factor.key else "assess.why.factor.other")
        return voice.ask(
            "assess.prompt.factor", "assess.help.factor", self._read_risk, "assess.wrong.factor"
        )

    def _override_item(self, submission: Submission) -> SetupItem:
        override = submission.institution.risk.override
        current = None
        if override is not None:
            current = f"{self._voice.words(f'risk.{override.level}')} ({override.reason})"
        label = self._voice.words("assess.item.override")
        return SetupItem(("institution", "risk", "override"), label, current, self._ask_override)

    def _ask_override(self) -> Any:
        voice = self._voice
        voice.say("assess.why.override")

        def read(said: str) -> str | None:
            return "-" if parsing.command(said) == "-" else self._read_risk(said)

        level = voice.ask(
            "assess.prompt.override", "assess.help.override", read, "assess.wrong.factor"
        )
        if level == "-":
            return ABSENT
        if level is None:
            return None
        reason = voice.free("assess.prompt.override_reason", "assess.help.override_reason")
        return {"level": level, "reason": reason} if reason else None

    def _read_risk(self, said: str) -> str | None:
        text = parsing.command(said).lower()
        for number, level in enumerate(RISK_LEVELS, 1):
            if text in (str(number), level, level[0], self._voice.words(f"risk.{level}")):
                return level
        return None


def _numbered(items: list[SetupItem]) -> Callable[[str], SetupItem | None]:
    def read(said: str) -> SetupItem | None:
        text = parsing.command(said)
        return items[int(text) - 1] if text.isdecimal() and 0 < int(text) <= len(items) else None

    return read
