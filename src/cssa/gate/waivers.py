"""Waivers in force: what they excuse, and the outcome of each."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from cssa.checklist.model import Checklist
from cssa.datafile.types import months_before
from cssa.gate.conditions.condition import Condition, ConditionResult
from cssa.gate.policy import LoadedPolicy, Waiver
from cssa.gate.scopes import ScopeItem
from cssa.gate.verdict import Outcome, OutcomeStatus, WaiverOutcome, WaiverStatus, place_of

EXPIRES_SOON = timedelta(days=30)
"""How long before its expiry a waiver is reported as expiring."""

LONG_TERM_MONTHS = 12
"""With more than this left, a waiver is reported as long-term."""


def near_end(waiver: Waiver, as_of: date) -> Literal["expired", "expiring"] | None:
    """Return whether a waiver is over, or soon will be; None while it has longer to run.

    Args:
        waiver: of a policy; it holds on its last day.
        as_of: the day that counts.
    """
    if waiver.expires < as_of:
        return "expired"
    return "expiring" if waiver.expires <= as_of + EXPIRES_SOON else None


class Waivers(NamedTuple):
    """A policy's waivers on one day.

    A waiver of a practice excuses it from the conditions that each practice meets or misses by
    itself; it changes no score and no share. A waiver of a rule excuses all of it, except duties
    by law.

    Attributes:
        loaded: the policy that grants them, with its document.
        checklist: the checklist answered.
        as_of: the assessment's as-of date.
        shown_paths: names of files to show in places, in place of those that the user gave.
    """

    loaded: LoadedPolicy
    checklist: Checklist
    as_of: date
    shown_paths: Mapping[str, str]

    def excuse(
        self, rule_id: str, condition: Condition[Any], item: ScopeItem, unmet: ConditionResult
    ) -> tuple[OutcomeStatus, tuple[str, ...]]:
        """Return the status of an unmet condition under the waivers, and the practices excused.

        Args:
            rule_id: id of the rule that sets the condition.
            condition: the condition.
            item: what it was evaluated on.
            unmet: the result of evaluating it.
        """
        is_rule_waived = self._waives(rule_id)
        rule_status: OutcomeStatus = "waived" if is_rule_waived else "unmet"
        if not condition.practice_wise and item.practice is None:
            return rule_status, ()
        missing = unmet.practices or (() if item.practice is None else (item.practice.id,))
        if not missing:  # there was nothing to evaluate: there is no practice to excuse
            return rule_status, ()
        waived_practices = {waiver.practice for waiver in self._in_force if waiver.practice}
        excused = tuple(
            practice
            for practice in missing
            if practice in waived_practices
            or (is_rule_waived and not self.checklist.placed[practice].practice.legal)
        )
        allowed = 0 if unmet.enough is None else len(missing) - unmet.enough
        return ("waived" if len(missing) - len(excused) <= allowed else "unmet"), excused

    def _waives(self, rule_id: str) -> bool:
        return any(waiver.rule == rule_id for waiver in self._in_force)

    def outcomes(self, outcomes: Iterable[Outcome]) -> tuple[WaiverOutcome, ...]:
        """Return the outcome of every waiver, given the outcomes of the policy's conditions."""
        excused = [outcome for outcome in outcomes if outcome.status == "waived" or outcome.excused]
        return tuple(
            self._outcome(index, waiver, excused)
            for index, waiver in enumerate(self.loaded.policy.waivers)
        )

    def _outcome(self, index: int, waiver: Waiver, excused: list[Outcome]) -> WaiverOutcome:
        if waiver.rule is None:
            under = [outcome for outcome in excused if waiver.practice in outcome.excused]
        else:
            under = [outcome for outcome in excused if outcome.rule == waiver.rule]
        location = self.loaded.waiver_location(index)
        return WaiverOutcome(
            subject=waiver.subject,
            status=self._status(waiver, is_used=bool(under)),
            basic=self._is_basic(waiver, under),
            reason=waiver.reason,
            alternative=waiver.alternative,
            residual_risk=waiver.residual_risk,
            owner=waiver.owner,
            approver=waiver.approver,
            expires=waiver.expires,
            place=place_of(location, self.shown_paths),
        )

    def _status(self, waiver: Waiver, *, is_used: bool) -> WaiverStatus:
        end = near_end(waiver, self.as_of)
        if end == "expired":
            return end
        if not is_used:
            return "unused"
        if end is not None:
            return end
        is_long_term = months_before(waiver.expires, LONG_TERM_MONTHS) > self.as_of
        return "long_term" if is_long_term else "used"

    def _is_basic(self, waiver: Waiver, under: list[Outcome]) -> bool:
        placed = self.checklist.placed
        if waiver.practice is not None:
            return placed[waiver.practice].practice.tier == "basic"
        return any(
            placed[practice].practice.tier == "basic"
            for outcome in under
            for practice in (*outcome.excused, *outcome.practices)
        )

    @property
    def _in_force(self) -> list[Waiver]:
        return [waiver for waiver in self.loaded.policy.waivers if waiver.expires >= self.as_of]
