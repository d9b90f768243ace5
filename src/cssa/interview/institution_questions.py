"""Questions about the institution, each with the reason why it is asked."""

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import ValidationError

from cssa.answers.submission import Institution, has_right_check_digit
from cssa.checklist.header import PracticeGroup
from cssa.datafile.edit import ABSENT
from cssa.interview.commands import COMMAND_NAMES
from cssa.interview.dialogue import Dialogue
from cssa.interview.facts import InstitutionFacts
from cssa.interview.listed_search import Listed, find_listed, is_part_of_name
from cssa.interview.parsing import normalized, parse_amount, parse_ids
from cssa.scheme.profile import Factor, Flag
from cssa.scheme.sectors import Sector
from cssa.scheme.targets import RISK_LEVELS


class InstitutionQuestions:
    """Asks for facts about the institution; each returns its value as written to the file.

    None, or an empty text, leaves the fact as it is. Each may raise ``StepBack`` and
    ``InterviewLeft``.

    Args:
        dialogue: asks and shows messages.
        facts: words for what is stated.
    """

    def __init__(self, dialogue: Dialogue, facts: InstitutionFacts) -> None:
        self._dialogue = dialogue
        self._facts = facts
        self._sectors = facts.sectors

    def ask_text(self, name: str) -> str:
        """Ask for a fact in one line of text.

        Args:
            name: of its prompt and help.
        """
        return self._dialogue.ask_text(f"assess.prompt.{name}", f"assess.help.{name}")

    def ask_date(self, name: str) -> str | None:
        """Ask for a date.

        Args:
            name: of its prompt and help.
        """
        entered = self._dialogue.ask_date(f"assess.prompt.{name}", f"assess.help.{name}")
        return None if entered is None else entered.isoformat()

    def ask_id(self) -> str | None:
        """Ask for the id; a corporate number with a wrong check digit is pointed out."""
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

    def ask_name(self) -> str:
        """Ask for the name."""
        self._dialogue.show("assess.why.name")
        return self.ask_text("name")

    def ask_sector(self) -> str | None:
        """Ask for the sub-sector."""
        self._dialogue.show("assess.why.sector")
        sectors = self._sectors.sectors
        chosen = self._ask_listed("sector", sectors)
        if chosen is None:
            return None
        self._dialogue.show("assess.sector_is", sector=self._dialogue.text(chosen.title))
        return chosen.id

    def ask_licence(self) -> str | None:
        """Ask for the licence that the answers are for, by the kinds of institution."""
        self._dialogue.show("assess.why.licence")
        chosen = self._ask_listed("licence", self._sectors.kinds)
        if chosen is None:
            return None
        self._dialogue.show("assess.licence_is", licence=self._dialogue.text(chosen.title))
        return chosen.id

    def ask_size(self, sector: Sector | None) -> int | float | None:
        """Ask for the size, by the measure of the sub-sector."""
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
        self._dialogue.show("assess.size_is", size=self._facts.size_text(size, sector))
        return int(size) if size == int(size) else float(size)

    def ask_groups(self, groups: Sequence[PracticeGroup]) -> Any:
        """Ask which of the checklist's groups of practices are answered.

        Args:
            groups: all that it has.

        Returns:
            Their ids; ``ABSENT`` for every group.
        """
        dialogue, ids = self._dialogue, [group.id for group in groups]
        dialogue.show("assess.why.groups")
        for number, group in enumerate(groups, 1):
            dialogue.show_numbered(number, dialogue.text(group.title))

        def parse(line: str) -> list[str] | None:
            if normalized(line) == "-":
                return []
            chosen = parse_ids(line, ids)
            return [id_ for id_ in ids if id_ in chosen] if chosen else None

        chosen = dialogue.ask(
            "assess.prompt.groups", "assess.help.groups", parse, "assess.wrong.groups"
        )
        return ABSENT if chosen == [] else chosen

    def ask_flag(self, flag: Flag, basics: Callable[[], Sequence[str]]) -> Any:
        """Ask for a profile flag, and for the reason where "no" takes basic practices away.

        Args:
            flag: the flag.
            basics: returns the basic practices that are out of scope where it is false.
        """
        dialogue = self._dialogue
        dialogue.show_item(dialogue.text(flag.question), indent=0, hang=0)
        dialogue.show("assess.why", why=dialogue.text(flag.why))

        def ask_reason(before: Sequence[Any]) -> Any:
            practices = () if before[0] else basics()
            if not practices:
                return {"value": before[0]}
            dialogue.show(
                "assess.flag_reason",
                hang=2,
                practices=dialogue.joined(practices),
                count=len(practices),
            )
            reason = self.ask_text("flag_reason")
            return {"value": False, "reason": reason} if reason else {"value": False}

        stated = dialogue.ask_in_turn(
            lambda _: dialogue.ask_yes_no("assess.prompt.flag", "assess.help.flag"), ask_reason
        )
        if stated is None:
            return None
        return stated[1] if "reason" in stated[1] else stated[0]

    def ask_factor(self, factor: Factor) -> str | None:
        """Ask for the level of a risk factor."""
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

    def ask_override(self) -> Any:
        """Ask for the institution's own decision on its risk profile, with its reason.

        Returns:
            ``ABSENT`` where the decision is taken back.
        """
        dialogue = self._dialogue
        dialogue.show("assess.why.override")

        def parse(line: str) -> str | None:
            return "-" if normalized(line) == "-" else self._parse_risk(line)

        stated = dialogue.ask_in_turn(
            lambda _: dialogue.ask(
                "assess.prompt.override", "assess.help.override", parse, "assess.wrong.factor"
            ),
            lambda before: "-" if before[0] == "-" else self.ask_text("override_reason"),
        )
        if stated is None:
            return None
        level, reason = stated
        return ABSENT if level == "-" else {"level": level, "reason": reason}

    def _ask_listed(self, name: str, listed: Sequence[Listed]) -> Listed | None:
        """Ask for part of a name, and for a number where it may mean several."""
        dialogue, candidates = self._dialogue, list(listed)
        while True:
            line = dialogue.ask_line(f"assess.prompt.{name}", f"assess.help.{name}")
            entry = normalized(line)
            if not entry:
                return None
            if entry.isdecimal() and 1 <= int(entry) <= len(candidates):
                return candidates[int(entry) - 1]
            is_list = COMMAND_NAMES.get(entry.lower()) == "l"
            meant = list(listed) if is_list else find_listed(entry, listed)
            if len(meant) == 1 and is_part_of_name(entry, meant[0]):
                return meant[0]
            if not meant:
                dialogue.skip_pasted_lines()
                dialogue.show(f"assess.wrong.{name}", found=entry)
                continue
            candidates = meant
            dialogue.show("assess.candidates", count=len(candidates))
            for number, item in enumerate(candidates, 1):
                dialogue.show_numbered(number, dialogue.text(item.title))

    def _parse_risk(self, line: str) -> str | None:
        """Return the risk level with a number, name or initial."""
        entry = normalized(line).lower()
        for number, level in enumerate(RISK_LEVELS, 1):
            if entry in (str(number), level, level[0], self._dialogue.message(f"risk.{level}")):
                return level
        return None


def _is_corporate_number(id_: str) -> bool:
    return len(id_) == 13 and id_.isdecimal()  # noqa: PLR2004 - digits of a corporate number
