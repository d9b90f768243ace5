"""Exceptions in force: what they excuse, and what became of each."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from cssa.checklist.model import Checklist
from cssa.gate.conditions import PRACTICE_WISE, ConditionResult
from cssa.gate.policy import LoadedPolicy, PolicyRule, Waiver
from cssa.gate.scopes import ScopeItem
from cssa.gate.verdict import Outcome, Place, Status, WaiverOutcome, WaiverStatus

EXPIRES_SOON = timedelta(days=30)
"""How long before its end a waiver is pointed out."""


class Waivers(NamedTuple):
    """A policy's waivers on one day.

    A waiver of a practice excuses it from demands that each practice meets or misses by itself; it
    changes no score and no share. A waiver of a rule excuses all of it, save duties by law.
    """

    sheet: LoadedPolicy
    checklist: Checklist
    as_of: date

    def excuse(
        self, rule: PolicyRule, condition: str, subject: ScopeItem, judged: ConditionResult
    ) -> tuple[Status, tuple[str, ...]]:
        """Return how an unmet demand stands, and the practices excused from it."""
        waived = self.waives(rule.id)
        alone = subject.alone
        if condition not in PRACTICE_WISE and alone is None:
            return ("waived" if waived else "unmet"), ()
        missing = judged.practices or (() if alone is None else (alone.id,))
        if not missing:  # nothing to judge: there is no practice to excuse
            return ("waived" if waived else "unmet"), ()
        practices = {one.practice for one in self._in_force if one.practice}
        excused = tuple(
            one
            for one in missing
            if one in practices or (waived and not self.checklist.placed[one].practice.legal)
        )
        allowed = 0 if judged.enough is None else len(missing) - judged.enough
        return ("waived" if len(missing) - len(excused) <= allowed else "unmet"), excused

    def waives(self, rule: str) -> bool:
        """Tell whether a waiver of a whole rule is in force."""
        return any(one.rule == rule for one in self._in_force)

    def outcomes(self, outcomes: Iterable[Outcome]) -> tuple[WaiverOutcome, ...]:
        """Return what became of every waiver, given the outcomes under them."""
        excusing = [one for one in outcomes if one.status == "waived" or one.excused]
        return tuple(
            self._outcome(index, waiver, excusing)
            for index, waiver in enumerate(self.sheet.policy.waivers)
        )

    def _outcome(self, index: int, waiver: Waiver, excusing: list[Outcome]) -> WaiverOutcome:
        if waiver.rule is None:
            using = [one for one in excusing if waiver.practice in one.excused]
        else:
            using = [one for one in excusing if one.rule == waiver.rule]
        where = self.sheet.waiver(index)
        return WaiverOutcome(
            subject=waiver.subject,
            status=self._status(waiver, is_used=bool(using)),
            basic=self._is_basic(waiver, using),
            reason=waiver.reason,
            alternative=waiver.alternative,
            residual_risk=waiver.residual_risk,
            owner=waiver.owner,
            approver=waiver.approver,
            expires=waiver.expires,
            place=Place(path=where.path, line=where.line, column=where.column),
        )

    def _status(self, waiver: Waiver, *, is_used: bool) -> WaiverStatus:
        if waiver.expires < self.as_of:
            return "expired"
        if not is_used:
            return "unused"
        return "expiring" if waiver.expires <= self.as_of + EXPIRES_SOON else "used"

    def _is_basic(self, waiver: Waiver, using: list[Outcome]) -> bool:
        placed = self.checklist.placed
        if waiver.practice is not None:
            return placed[waiver.practice].practice.tier == "basic"
        practices = [*(name for one in using for name in (*one.excused, *one.practices))]
        return any(placed[name].practice.tier == "basic" for name in practices)

    @property
    def _in_force(self) -> list[Waiver]:
        return [one for one in self.sheet.policy.waivers if one.expires >= self.as_of]
