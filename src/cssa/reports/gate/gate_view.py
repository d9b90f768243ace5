"""What every format of the verdict is written from, and the sentences they share."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from cssa.checklist.model import Checklist, Practice
from cssa.datafile.types import months_in
from cssa.engine.result import PracticeResult, Result
from cssa.gate.conditions import months_before
from cssa.gate.verdict import Outcome, Place, Verdict, WaiverOutcome
from cssa.messages import Lang, message

_SHARES = frozenset({"min_coverage", "max_left_out"})
_PERIODS = frozenset({"evidence_within", "answered_within"})
_LISTED = 12


class GateView(NamedTuple):
    """A verdict with what puts it into words.

    Attributes:
        width: cells of a line, for the text format.
        version: the program's.
        show_notes: whether what people wrote beside their levels may be shown.
    """

    verdict: Verdict
    result: Result
    checklist: Checklist
    lang: Lang
    width: int
    version: str
    show_notes: bool = False

    def say(self, code: str, **params: object) -> str:
        """Return a message in the page's language."""
        return message(self.lang, code, params)

    def practice(self, practice_id: str) -> Practice:
        """Return a practice of the checklist."""
        return self.checklist.placed[practice_id].practice

    def title(self, practice_id: str) -> str:
        """Return a practice's number and title."""
        return f"{practice_id} {self.practice(practice_id).title.get(self.lang)}"

    def subject(self, name: str) -> str:
        """Return what a subject is called."""
        if name == "overall":
            return self.say("gate.overall")
        if name in ("basic", "desirable"):
            return self.say(f"tier.{name}")
        if name in self.checklist.placed:
            return self.title(name)
        titles = {domain.id: domain.title for domain in self.checklist.domains}
        titles |= {
            one.id: one.title for domain in self.checklist.domains for one in domain.sections
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
            "expired": sum(one.status == "expired" for one in verdict.waivers),
        }
        return self.say("gate.met" if verdict.met else "gate.unmet", **params)

    def policy(self) -> str:
        """Return which policy was applied and who approved it, or that it is an example."""
        policy = self.verdict.policy
        code = "gate.policy" if policy.approved else "gate.policy_example"
        by = _plain(policy.approved_by or "")
        return self.say(code, id=policy.id, by=by, on=policy.approved_on)

    def sentence(self, outcome: Outcome) -> str:
        """Return what is demanded, what there is and how much is missing."""
        text = self.say(self._demand(outcome), **self._params(outcome))
        if outcome.excused and outcome.subject not in self.checklist.placed:
            code = "gate.excused" if outcome.status == "waived" else "gate.besides"
            text += self.say(code, count=len(outcome.excused))
        if outcome.reason is not None:
            text += self.say("gate.because", reason=self._reason(outcome))
        return text

    def mend(self, outcome: Outcome) -> str:
        """Return what would meet the demand, before a list of the practices concerned."""
        if outcome.reason is not None and outcome.reason != "level_fell":
            return self.say("gate.mend.nothing")
        code = f"gate.mend.{outcome.condition}"
        return self._advice(code if outcome.enough is None else f"{code}.some", outcome)

    def step(self, outcome: Outcome) -> str:
        """Return what to do on one of the practices concerned."""
        if outcome.reason is not None and outcome.reason != "level_fell":
            return self.say("gate.mend.nothing")
        return self._advice(f"gate.step.{outcome.condition}", outcome)

    def _advice(self, code: str, outcome: Outcome) -> str:
        params = self._params(outcome)
        if outcome.condition in _PERIODS:
            params["since"] = months_before(self.verdict.as_of, months_in(outcome.expected))
        count = len(outcome.practices)
        return self.say(code, **params, count=count, enough=outcome.enough, aim=outcome.aim)

    def state(self, practice_id: str, outcome: Outcome) -> str:
        """Return how a practice stands, and where it should."""
        practice = self.standing(practice_id)
        now = (
            self.say(f"status.{practice.status}")
            if practice.level is None
            else self.say("gate.state.now", level=practice.level)
        )
        if outcome.aim is not None:
            return self.say("gate.state.aim", now=now, aim=outcome.aim)
        if practice_id in outcome.before:
            return self.say("gate.state.before", now=now, before=outcome.before[practice_id])
        if outcome.condition == "max_below_target" and practice.target is not None:
            return self.say("gate.state.target", now=now, target=practice.target)
        return now

    def details(self, practice_id: str) -> Iterator[str]:
        """Yield a practice's note and evidence, where they were asked for."""
        note = self.verdict.notes.get(practice_id)
        if note is not None:
            yield self.say("gate.note", text=_plain(note))
        evidence = self.verdict.evidence.get(practice_id, ())
        if evidence:
            shown = (f"{one.ref} ({one.date})" if one.date else one.ref for one in evidence)
            yield self.say("gate.evidence", text=_plain("; ".join(shown)))

    def left_out(self, practice: PracticeResult) -> str:
        """Return why a practice has no level; the institution's own words only where asked for."""
        text = self.say(f"status.{practice.status}")
        if self.show_notes and practice.reason:
            return self.say("gate.left_out", status=text, reason=_plain(practice.reason))
        return text

    def waiver(self, waiver: WaiverOutcome) -> str:
        """Return what became of a waiver, and on what terms it was given."""
        given = {
            name: _plain(value) if isinstance(value, str) else value
            for name, value in waiver.model_dump(exclude={"place"}).items()
        }
        given["subject"] = self._waived(waiver.subject)
        text = self.say(f"gate.waiver.{waiver.status}", **given)
        text += self.say("gate.waiver.terms", **given)
        if waiver.basic:
            text += self.say("gate.waiver.management", **given)
        return text

    def _waived(self, subject: str) -> str:
        if subject in self.checklist.placed:
            return self.title(subject)
        return self.say("gate.waiver.rule", id=subject)

    def place(self, practice_id: str) -> Place:
        """Return where a practice is answered."""
        return self.verdict.places[practice_id]

    def listed(self, outcome: Outcome) -> tuple[tuple[str, ...], int]:
        """Return the practices to name for an outcome, and how many more there are."""
        return outcome.practices[:_LISTED], max(0, len(outcome.practices) - _LISTED)

    def marked(self, outcome: Outcome) -> tuple[str, ...]:
        """Return the practices to mark at their lines: as many as would do, the first ones."""
        return outcome.practices[: outcome.enough]

    def standing(self, practice_id: str) -> PracticeResult:
        """Return how a practice stands."""
        domain = self.checklist.placed[practice_id].domain.id
        found = next(one for one in self.result.domains if one.id == domain)
        return next(one for one in found.practices if one.id == practice_id)

    def _demand(self, outcome: Outcome) -> str:
        condition = outcome.condition
        if condition == "max_below_target" and outcome.subject in self._own:
            return f"gate.demand.{condition}.own"
        if outcome.subject in self.checklist.placed and condition in _OF_ONE:
            return f"gate.demand.{condition}.one"
        return f"gate.demand.{condition}"

    @property
    def _own(self) -> set[str]:
        """The subjects whose own practices are held for targets, rather than the basic ones."""
        return {"basic", "desirable", *self.checklist.placed}

    def _params(self, outcome: Outcome) -> dict[str, object]:
        return {
            "subject": self.subject(outcome.subject),
            "expected": self._bound(outcome),
            "actual": self._actual(outcome),
        }

    def _bound(self, outcome: Outcome) -> str:
        """Return what is demanded, as it was written."""
        if outcome.condition in _SHARES:
            return f"{_exact(Fraction(outcome.expected) * 100)}%"
        if outcome.condition in _PERIODS:
            return self.say("gate.months", count=months_in(outcome.expected))
        if outcome.condition == "no_lower":
            if outcome.expected == "true":
                return self.say("gate.none")
            return _shown(Fraction(outcome.expected), Fraction(outcome.actual or 0))
        return outcome.expected

    def _actual(self, outcome: Outcome) -> str:
        """Return what there is and how much is missing, with decimals enough to tell it apart."""
        if outcome.actual is None:
            return self.say("gate.none")
        if outcome.condition in _PERIODS | {"editions"}:
            return outcome.actual
        is_share = outcome.condition in _SHARES
        scale, unit = (100, "%") if is_share else (1, "")
        actual = Fraction(outcome.actual) * scale
        bound = Fraction(outcome.actual if outcome.expected == "true" else outcome.expected) * scale
        shown = _shown(actual, bound)
        if outcome.shortfall is None:
            return shown + unit
        near = _shown(bound, actual) if outcome.condition == "no_lower" else _exact(bound)
        digits = max(len(text.partition(".")[2]) for text in (shown, near))
        missing = _fixed(abs(Fraction(near) - Fraction(shown)), digits)
        code = f"gate.off.{outcome.condition}"
        return self.say(code, actual=shown + unit, missing=missing)

    def _reason(self, outcome: Outcome) -> str:
        if outcome.reason != "unrateable":
            return self.say(f"gate.reason.{outcome.reason}")
        names = [
            one.id
            for one in self.result.domains
            if outcome.subject in ("overall", one.id) and not one.rateable
        ]
        return self.say("gate.reason.unrateable", domains=", ".join(names))


_OF_ONE = frozenset({"min_score", "min_level", "evidence_from", "evidence_within"})


def _plain(text: str) -> str:
    """Return text on one line, without what a terminal, a log or XML would take for its own."""
    one_line = " ".join(text.split())
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in one_line)


def _exact(number: Fraction) -> str:
    """Return a decimal as it would be written, without trailing zeros."""
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    return _fixed(number, digits)


def _shown(number: Fraction, bound: Fraction) -> str:
    """Return a number with two decimals, with more where two would put it across its bound."""
    if number.denominator == 1:
        return str(number.numerator)
    for digits in range(2, 30):
        shown = _fixed(number, digits)
        if _side(Fraction(shown), bound) == _side(number, bound):
            return shown
    return str(number)


def _side(number: Fraction, bound: Fraction) -> int:
    return (number > bound) - (number < bound)


def _fixed(number: Fraction, digits: int) -> str:
    """Return a number rounded half up to a count of decimals."""
    whole = (2 * number.numerator * 10**digits + number.denominator) // (2 * number.denominator)
    if not digits:
        return str(whole)
    text = str(whole).rjust(digits + 1, "0")
    return f"{text[:-digits]}.{text[-digits:]}"
