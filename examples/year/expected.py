"""What has to have come out of a campaign, from its story and the documents alone."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from figures import COVERAGE_FLOOR, DOMAIN_FLOOR, ROOT, Answered, Practice, assess
from material import read_rows

STAGE_OF_PUBLICATION = "3"
"""The last run before figures are published; corrections of the review count from it on."""
UNREADABLE = ("returned", "refused", "wrong_edition", "waiting_password")
ATTENTION = ("held", "not_read", *UNREADABLE)
"""States of files that decide an institution's state where no file of it is used, in order."""
USED = ("accepted", "accepted_with_warnings", "late")
KINDS = {"returned": "correct", "refused": "resend", "wrong_edition": "resend"}
"""Kinds of letters, by state."""


@dataclass(frozen=True)
class Filed:
    """A file of an institution, as the story has it."""

    path: str
    sha256: str | None
    stage: str
    institution: str
    received: str
    version: int
    filled: str | None
    states: Mapping[str, str]
    is_reply: bool
    is_parts: bool
    later: Mapping[str, str] = field(default_factory=dict)

    def owner(self, stage: str) -> str:
        """Return whose file it is at a run; the office may have said otherwise since."""
        return str(_at(self.later, stage) or self.institution)

    def state(self, stage: str) -> str | None:
        """Return the state that was noted for a run, None where it follows from the rules."""
        state: str | None = _at(self.states, stage)
        return state

    def is_read_as(self, sha256: str) -> bool:
        """Return whether a hash stands for the file; combined forms have one of their own."""
        return self.is_parts or self.sha256 == sha256

    @property
    def order(self) -> tuple[int, str]:
        """What decides which of several files is the later one."""
        return self.version, self.received


@dataclass(frozen=True)
class Standing:
    """An institution after a run.

    Attributes:
        used: the file whose answers count; None without one.
        answered: what its answers come to, corrections included.
        left_out: why it is in no statistics; None where it is in them or has no answers.
        letter: kind of the letter that it gets, empty for none; None where the state decides.
    """

    state: str
    marks: frozenset[str] = frozenset()
    used: Filed | None = None
    answered: Answered | None = None
    left_out: str | None = None
    letter: str | None = None


class Expected:
    """A campaign as its story makes it.

    Args:
        folder: of the campaign.
        practices: of the checklist.
    """

    def __init__(self, folder: Path, practices: Sequence[Practice]) -> None:
        self.folder = folder
        self.practices = practices
        self.story: dict[str, Any] = json.loads((folder / "story.json").read_text("utf-8"))
        campaign = yaml.safe_load((folder / "campaign.yaml").read_text("utf-8"))
        self.deadline: date = campaign["deadline"]
        self.cut_off: date = campaign["cut_off"]
        self.roster = {row["id"]: row for row in read_rows(folder / "roster.csv")}
        self.files = [Filed(**file) for file in self.story["files"]]
        self._sectors = _sectors()
        self._assessed: dict[str, Answered] = {}
        self._standings: dict[tuple[str, str], Standing] = {}

    @property
    def stages(self) -> list[str]:
        """The names of the runs, in order."""
        return [stage["stage"] for stage in self.story["stages"]]

    def filed(self, institution: str, stage: str) -> list[Filed]:
        """Return an institution's forms that are there at a run, the earliest first."""
        filed = [
            file
            for file in self.files
            if file.owner(stage) == institution and not file.is_reply and file.stage <= stage
        ]
        return sorted(filed, key=lambda file: file.order)

    def file_states(self, stage: str) -> dict[str, str]:
        """Return the state of each file after a run, by its path."""
        states = {
            file.path: file.state(stage) or "reply"
            for file in self.files
            if file.is_reply and file.stage <= stage
        }
        for institution in self.roster:
            filed = self.filed(institution, stage)
            standing = self.standing(institution, stage)
            for file in filed:
                noted = file.state(stage)
                is_earlier = standing.used is not None and file.order < standing.used.order
                states[file.path] = noted or "superseded"
                if is_earlier and noted in UNREADABLE:
                    states[file.path] = "superseded"
                if file is standing.used and noted is None:
                    states[file.path] = standing.state
        for file in self.files:
            if file.owner(stage) not in self.roster and file.stage <= stage:
                states[file.path] = file.state(stage) or "absent"
        return states

    def returned(self, stage: str) -> set[str]:
        """Return who gets a letter about files that cannot be used, by id, else by hash."""
        states = self.file_states(stage)
        return {
            file.owner(stage) or (file.sha256 or "")[:8]
            for file in self.files
            if file.stage <= stage and states[file.path] in UNREADABLE
        }

    def stands(self, institution: str, sha256: str) -> bool:
        """Return whether a file's answers count after the last run."""
        used = self.standing(institution, self.stages[-1]).used
        return used is not None and used.is_read_as(sha256)

    def is_changed_since_publication(self, institution: str, stage: str) -> bool:
        """Return whether an institution's answers are others than when figures were published."""
        before = self.standing(institution, STAGE_OF_PUBLICATION).answered
        answered = self.standing(institution, stage).answered
        return before is None or answered is None or before.levels != answered.levels

    def standing(self, institution: str, stage: str) -> Standing:
        """Return how an institution stands after a run."""
        if (institution, stage) not in self._standings:
            self._standings[institution, stage] = self._standing(institution, stage)
        return self._standings[institution, stage]

    def _standing(self, institution: str, stage: str) -> Standing:
        filed = self.filed(institution, stage)
        noted = _at(self.story.get("institutions", {}).get(institution, {}), stage) or {}
        usable = [file for file in filed if file.state(stage) in (None, *USED)]
        if not usable:
            states = [state for file in filed if (state := file.state(stage)) in ATTENTION]
            state = min(states, key=ATTENTION.index) if states else "missing"
            return replace(Standing(state), **_noted(noted))
        return replace(self._used(institution, usable[-1], stage), **_noted(noted))

    def _used(self, institution: str, used: Filed, stage: str) -> Standing:
        answered = self.assessed(used)
        coverage = answered.coverage()
        day = date.fromisoformat(used.received[:10])
        extended = self.roster[institution]["extended_to"]
        last = date.fromisoformat(extended) if extended else self.deadline
        marks = {"extended"} if self.deadline < day <= last else set()
        state = "accepted"
        left_out = None
        if coverage is None or coverage < COVERAGE_FLOOR:
            state, left_out = "accepted_with_warnings", "coverage"
        if day > last:
            state = "late"
        if day > max(self.cut_off, last):
            left_out = "cut_off"
        if used.is_parts:
            marks.add("combined_parts")
        return Standing(
            used.state(stage) or state,
            frozenset(marks),
            used,
            self.corrected(institution, used, stage),
            left_out,
        )

    def assessed(self, file: Filed) -> Answered:
        """Return what a file's answers come to, as filed."""
        if file.path not in self._assessed:
            assert file.filled is not None, file.path
            filled = json.loads((self.folder / file.filled).read_text("utf-8"))
            self._assessed[file.path] = assess(self.practices, filled, self.deadline)
        return self._assessed[file.path]

    def corrected(self, institution: str, file: Filed, stage: str) -> Answered:
        """Return what a file's answers come to after the corrections that two people agreed on."""
        levels = {
            correction["practice"]: correction["after"]
            for correction in self.story["corrections"]
            if correction["institution"] == institution
            and correction["approved_by"]
            and file.is_read_as(correction["file"])
            and stage >= STAGE_OF_PUBLICATION
        }
        return self.assessed(file).corrected(levels)

    @cached_property
    def in_statistics(self) -> dict[str, Answered]:
        """Who enters the published figures, with answers as published."""
        standings = {
            institution: self.standing(institution, STAGE_OF_PUBLICATION)
            for institution in self.roster
        }
        return {
            institution: standing.answered
            for institution, standing in standings.items()
            if standing.answered is not None and standing.left_out is None
        }

    def groups(self, members: Mapping[str, Answered]) -> dict[str, list[str]]:
        """Return the institutions of each group, all groups that have some."""
        present = {self.roster[institution]["sector"] for institution in members}
        layers = [self._sectors[sector].get("industry_group") for sector in present]
        groups: dict[str, list[str]] = {}
        for institution in members:
            for name in self._groups_of(institution, layers):
                groups.setdefault(name, []).append(institution)
        return groups

    def _groups_of(self, institution: str, layers: Sequence[str | None]) -> Iterator[str]:
        sector = self._sectors[self.roster[institution]["sector"]]
        yield "all"
        layer = sector.get("industry_group")
        if layer and layers.count(layer) > 1:
            yield layer
        if sector.get("grouped", True):
            yield sector["id"]
            band = self._band(institution, sector)
            if band:
                yield f"{sector['id']}.{band}"

    def _band(self, institution: str, sector: Mapping[str, Any]) -> str | None:
        size = self.size(institution)
        reached = [
            band["id"]
            for band in sector.get("bands", ())
            if size is not None and size >= float(band["from"])
        ]
        return reached[-1] if reached else None

    def size(self, institution: str) -> float | None:
        """Return the size that an institution states in the form that counts."""
        used = self.standing(institution, STAGE_OF_PUBLICATION).used
        if used is None or used.filled is None:
            return None
        filled = json.loads((self.folder / used.filled).read_text("utf-8"))
        size = filled["institution"].get("size")
        return None if size is None else float(size)

    def values(self, members: Mapping[str, Answered], figure: str) -> dict[str, Fraction]:
        """Return the values of a score or count that enter the figures of groups.

        Args:
            members: the institutions in the statistics.
            figure: ``overall``, ``below_in_place``, or a domain or section.
        """
        values = {
            institution: _value(answered, figure) for institution, answered in members.items()
        }
        return {name: value for name, value in values.items() if value is not None}

    def wider_groups(self, institution: str) -> list[str]:
        """Return the groups of an institution without size bands, whoever else is in them."""
        sector = self._sectors[self.roster[institution]["sector"]]
        return [name for name in ("all", sector.get("industry_group"), sector["id"]) if name]


def _at(noted: Mapping[str, Any], stage: str) -> Any:
    """Return what was noted for a run, or for the last one before it."""
    before = [name for name in noted if name <= stage]
    return noted[max(before)] if before else None


def _noted(noted: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: noted[name] for name in ("state", "letter") if name in noted}
    return values | ({"marks": frozenset(noted["marks"])} if "marks" in noted else {})


def _value(answered: Answered, figure: str) -> Fraction | None:
    if figure == "overall":
        return answered.overall
    if figure == "below_in_place":
        count = answered.below_in_place
        return None if count is None else Fraction(count)
    if figure in answered.domains:
        coverage = answered.coverage(figure)
        is_enough = coverage is not None and coverage >= DOMAIN_FLOOR
        return answered.domains[figure] if is_enough else None
    return answered.sections[figure]


def answer_class(answered: Answered, practice: str) -> str | None:
    """Return the class in which an answer counts in shares, None where it is no answer."""
    names = {"not_applicable": "na", "not_adopted": "not_adopted"}
    status = answered.status[practice]
    return str(answered.levels[practice]) if status == "answered" else names.get(status)


def _sectors() -> dict[str, dict[str, Any]]:
    document = yaml.safe_load((ROOT / "scoring" / "sectors.yaml").read_text("utf-8"))
    return {sector["id"]: sector for sector in document["sectors"]}
