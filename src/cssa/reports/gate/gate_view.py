"""What every format of the verdict shows, and the sentences that they share."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction

from cssa.checklist.model import Checklist, Practice
from cssa.datafile.types import months_in
from cssa.engine.result import PracticeResult, Result
from cssa.gate.conditions import months_before
from cssa.gate.policy import EDITIONS
from cssa.gate.verdict import Outcome, Place, Verdict, WaiverOutcome
from cssa.messages import Lang, message

_SHARES = frozenset({"min_coverage", "max_left_out"})
_PERIODS = frozenset({"evidence_within", "answered_within"})
_WORDED_FOR_PRACTICE = frozenset({"min_score", "min_level", "evidence_from", "evidence_within"})
"""Conditions with a wording of their own where the subject is one practice."""

_MAX_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GateView:
    """A verdict with what words it.

    Attributes:
        width: cells of a line, for the text format.
        version: the program's.
        show_notes: whether notes and reasons of the institution may be shown.
    """

    verdict: Verdict
    result: Result
    checklist: Checklist
    lang: Lang
    width: int
    version: str
    show_notes: bool = False

    def message(self, code: str, **params: object) -> str:
        """Return a message in the language of the view.

        Args:
            code: its key.
            params: values for its placeholders.
        """
        return message(self.lang, code, params)

    def definition(self, practice_id: str) -> Practice:
        """Return a practice as the checklist has it."""
        return self.checklist.placed[practice_id].practice

    def practice_title(self, practice_id: str) -> str:
        """Return a practice's number and title."""
        return f"{practice_id} {self.definition(practice_id).title.get(self.lang)}"

    def subject_title(self, name: str) -> str:
        """Return the title of a subject (see ``Outcome.subject``)."""
        if name == "overall":
            return self.message("gate.overall")
        if name in ("basic", "desirable"):
            return self.message(f"tier.{name}")
        if name in self.checklist.placed:
            return self.practice_title(name)
        titles = {domain.id: domain.title for domain in self.checklist.domains}
        titles |= {
            section.id: section.title
            for domain in self.checklist.domains
            for section in domain.sections
        }
        return f"{name} {titles[name].get(self.lang)}"

    def headline(self) -> str:
        """Return the verdict in one sentence."""
        verdict = self.verdict
        params = {
            "unmet": len(verdict.with_status("unmet")),
            "met": len(verdict.with_status("met")),
            "waived": len(verdict.with_status("waived")),
            "skipped": len(verdict.with_status("skipped")),
            "expired": sum(waiver.status == "expired" for waiver in verdict.waivers),
        }
        return self.message("gate.met" if verdict.met else "gate.unmet", **params)

    def policy_sentence(self) -> str:
        """Return which policy was applied, and who approved it or that it is an example."""
        policy = self.verdict.policy
        code = "gate.policy" if policy.approved else "gate.policy_example"
        approver = _plain(policy.approved_by or "")
        return self.message(code, id=policy.id, by=approver, on=policy.approved_on)

    def sentence(self, outcome: Outcome) -> str:
        """Return the condition, the actual value and the shortfall in one sentence."""
        text = self.message(self._condition_code(outcome), **self._params(outcome))
        if outcome.excused and outcome.subject not in self.checklist.placed:
            code = "gate.excused" if outcome.status == "waived" else "gate.besides"
            text += self.message(code, count=len(outcome.excused))
        if outcome.reason is not None:
            text += self.message("gate.because", reason=self._reason(outcome))
        return text

    def remedy(self, outcome: Outcome) -> str:
        """Return what would meet the condition, to precede a list of the practices concerned."""
        if outcome.reason is not None and outcome.reason != "level_fell":
            return self.message("gate.mend.nothing")
        code = f"gate.mend.{outcome.condition}"
        return self._advice(code if outcome.enough is None else f"{code}.some", outcome)

    def practice_step(self, outcome: Outcome) -> str:
        """Return the next step on one of the practices concerned."""
        if outcome.reason is not None and outcome.reason != "level_fell":
            return self.message("gate.mend.nothing")
        return self._advice(f"gate.step.{outcome.condition}", outcome)

    def _advice(self, code: str, outcome: Outcome) -> str:
        params = self._params(outcome)
        if outcome.condition in _PERIODS:
            params["since"] = months_before(self.verdict.as_of, months_in(outcome.expected))
        count = len(outcome.practices)
        return self.message(code, **params, count=count, enough=outcome.enough, aim=outcome.aim)

    def practice_state(self, practice_id: str, outcome: Outcome) -> str:
        """Return a practice's level or status, and the level that it should have.

        Args:
            practice_id: its number.
            outcome: the condition that concerns it.
        """
        practice = self.practice_result(practice_id)
        now = (
            self.message(f"status.{practice.status}")
            if practice.level is None
            else self.message("gate.state.now", level=practice.level)
        )
        if outcome.aim is not None:
            return self.message("gate.state.aim", now=now, aim=outcome.aim)
        if practice_id in outcome.before:
            return self.message("gate.state.before", now=now, before=outcome.before[practice_id])
        if outcome.condition == "max_below_target" and practice.target is not None:
            return self.message("gate.state.target", now=now, target=practice.target)
        return now

    def details(self, practice_id: str) -> Iterator[str]:
        """Yield a practice's note and evidence, where they may be shown."""
        note = self.verdict.notes.get(practice_id)
        if note is not None:
            yield self.message("gate.note", text=_plain(note))
        evidence = self.verdict.evidence.get(practice_id, ())
        if evidence:
            texts = (f"{item.ref} ({item.date})" if item.date else item.ref for item in evidence)
            yield self.message("gate.evidence", text=_plain("; ".join(texts)))

    def left_out_reason(self, practice: PracticeResult) -> str:
        """Return why a practice has no level, with the reason given where it may be shown."""
        status = self.message(f"status.{practice.status}")
        if self.show_notes and practice.reason:
            return self.message("gate.left_out", status=status, reason=_plain(practice.reason))
        return status

    def waiver_sentence(self, waiver: WaiverOutcome) -> str:
        """Return whether a waiver is used or expired, and its terms."""
        params = {
            name: _plain(value) if isinstance(value, str) else value
            for name, value in asdict(waiver).items()
            if name != "place"
        }
        params["subject"] = self._waived_title(waiver.subject)
        text = self.message(f"gate.waiver.{waiver.status}", **params)
        text += self.message("gate.waiver.terms", **params)
        if waiver.basic:
            text += self.message("gate.waiver.management", **params)
        return text

    def _waived_title(self, subject: str) -> str:
        if subject in self.checklist.placed:
            return self.practice_title(subject)
        return self.message("gate.waiver.rule", id=subject)

    def practice_place(self, practice_id: str) -> Place:
        """Return the place of a practice's answer."""
        return self.verdict.places[practice_id]

    def listed_practices(self, outcome: Outcome) -> tuple[tuple[str, ...], int]:
        """Return the practices to list for an outcome, and how many more there are."""
        return outcome.practices[:_MAX_LISTED], max(0, len(outcome.practices) - _MAX_LISTED)

    def practices_to_mark(self, outcome: Outcome) -> tuple[str, ...]:
        """Return the practices to mark at their lines: the first ones, as many as suffice."""
        return outcome.practices[: outcome.enough]

    def practice_result(self, practice_id: str) -> PracticeResult:
        """Return the figures of a practice."""
        domain_id = self.checklist.placed[practice_id].domain.id
        domain = next(domain for domain in self.result.domains if domain.id == domain_id)
        return next(practice for practice in domain.practices if practice.id == practice_id)

    def _condition_code(self, outcome: Outcome) -> str:
        condition = outcome.condition
        if condition == "max_below_target" and outcome.subject in self._tiers_and_practices:
            return f"gate.demand.{condition}.own"
        if outcome.subject in self.checklist.placed and condition in _WORDED_FOR_PRACTICE:
            return f"gate.demand.{condition}.one"
        return f"gate.demand.{condition}"

    @property
    def _tiers_and_practices(self) -> set[str]:
        """The subjects of which all practices count for targets, not the basic ones alone."""
        return {"basic", "desirable", *self.checklist.placed}

    def _params(self, outcome: Outcome) -> dict[str, object]:
        return {
            "subject": self.subject_title(outcome.subject),
            "expected": self._expected(outcome),
            "actual": self._actual(outcome),
        }

    def _expected(self, outcome: Outcome) -> str:
        """Return the expected value as the policy states it."""
        if outcome.condition in _SHARES:
            return f"{_exact(Fraction(outcome.expected) * 100)}%"
        if outcome.condition in _PERIODS:
            return self.message("gate.months", count=months_in(outcome.expected))
        if outcome.condition == "no_lower":
            if outcome.expected == "true":
                return self.message("gate.none")
            return _rounded_apart(Fraction(outcome.expected), Fraction(outcome.actual or 0))
        return outcome.expected

    def _actual(self, outcome: Outcome) -> str:
        """Return the actual value and the shortfall, with decimals enough to tell them apart."""
        if outcome.actual is None:
            return self.message("gate.none")
        if outcome.condition in _PERIODS or outcome.condition == EDITIONS:
            return outcome.actual
        is_share = outcome.condition in _SHARES
        scale, unit = (100, "%") if is_share else (1, "")
        actual = Fraction(outcome.actual) * scale
        bound = Fraction(outcome.actual if outcome.expected == "true" else outcome.expected) * scale
        actual_text = _rounded_apart(actual, bound)
        if outcome.shortfall is None:
            return actual_text + unit
        is_baseline = outcome.condition == "no_lower"
        bound_text = _rounded_apart(bound, actual) if is_baseline else _exact(bound)
        digits = max(len(text.partition(".")[2]) for text in (actual_text, bound_text))
        missing = _fixed(abs(Fraction(bound_text) - Fraction(actual_text)), digits)
        code = f"gate.off.{outcome.condition}"
        return self.message(code, actual=actual_text + unit, missing=missing)

    def _reason(self, outcome: Outcome) -> str:
        if outcome.reason != "unrateable":
            return self.message(f"gate.reason.{outcome.reason}")
        domain_ids = [
            domain.id
            for domain in self.result.domains
            if outcome.subject in ("overall", domain.id) and not domain.rateable
        ]
        return self.message("gate.reason.unrateable", domains=", ".join(domain_ids))


def _plain(text: str) -> str:
    """Return text on one line, without characters that control a terminal, a log or XML."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line)


def _exact(number: Fraction) -> str:
    """Return a decimal number without trailing zeros."""
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    return _fixed(number, digits)


def _rounded_apart(number: Fraction, bound: Fraction) -> str:
    """Return a number with two decimals, or more where two would put it across the bound."""
    if number.denominator == 1:
        return str(number.numerator)
    for digits in range(2, 30):
        text = _fixed(number, digits)
        if _sign(Fraction(text) - bound) == _sign(number - bound):
            return text
    return str(number)


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _fixed(number: Fraction, digits: int) -> str:
    """Return a number that is not negative with a number of decimals, rounded half up."""
    scaled = (2 * number.numerator * 10**digits + number.denominator) // (2 * number.denominator)
    if not digits:
        return str(scaled)
    text = str(scaled).rjust(digits + 1, "0")
    return f"{text[:-digits]}.{text[-digits:]}"
